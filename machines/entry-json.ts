// A ledger entry as everybody outside sees it: instants as RFC 3339, people by e-mail.
import { rfc3339 } from "../programmes/instant.ts";
import type { Json } from "./engine/types.ts";
import type { Entry, LedgerRow } from "./ledger.ts";
import { PERSON } from "./recipients.ts";

/** Who got a message, and how far it has come. */
export type DeliveryJson = {
  to: string;
  state: "queued" | "sending" | "sent" | "failed";
  sentAt?: string;
  response?: string;
};

export type EntryJson = {
  seq?: number;
  at: string;
  kind: string;
  subject: string;
  by?: string;
  role?: string;
  to?: string[];
  rule?: string;
  reason?: string;
  planned?: string;
  data?: { [key: string]: Json };
  deliveries?: DeliveryJson[];
};

/**
 * A row of the ledger, or a machine's own entry, in the contract's shape. `emailOf` gives the address of a person's id;
 * where it knows none the id stands, since the ledger outlives people. `deliveries` are shown where there are any.
 */
export function entryJson(
  row: Omit<Entry, "n"> & Partial<Pick<LedgerRow, "seq">>,
  options: { zone: string; emailOf: (id: string) => string | undefined; deliveries?: DeliveryJson[] },
): EntryJson {
  const { zone, emailOf, deliveries = [] } = options;
  const { seq, at, kind, subject, by, role, to, rule, reason, planned } = row;
  const data = dataJson(row.data ?? {}, zone, emailOf);
  return {
    ...(seq !== undefined && { seq }),
    at: rfc3339(at, zone),
    kind,
    subject,
    ...(by !== undefined && by !== "" && { by: emailOf(by) ?? by }),
    ...(role !== undefined && role !== "" && { role }),
    ...(to !== undefined && { to: to.map((one) => personIn(one, emailOf)) }),
    ...(rule !== undefined && { rule }),
    ...(reason !== undefined && { reason }),
    ...(planned !== undefined && { planned: rfc3339(planned, zone) }),
    ...(Object.keys(data).length > 0 && { data }),
    ...(deliveries.length > 0 && { deliveries }),
  };
}

/** One person among an audience stands by their id in the ledger. */
const personIn = (to: string, emailOf: (id: string) => string | undefined): string =>
  to.startsWith(PERSON) ? (emailOf(to.slice(PERSON.length)) ?? to) : to;

/** Fields of an entry's data that are ids of people, and those that are instants. */
export const PEOPLE = ["person", "from", "to", "substitute", "for", "replaces", "owner"];
const INSTANTS = ["start", "end", "deadline", "closes"];

function dataJson(
  data: NonNullable<Entry["data"]>,
  zone: string,
  emailOf: (id: string) => string | undefined,
): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(data).flatMap(([field, value]) => {
      if (value === undefined) return [];
      if (INSTANTS.includes(field) && typeof value === "number") return [[field, rfc3339(value, zone)]];
      if (field === "dates" && Array.isArray(value)) return [[field, value.map((date) => rfc3339(Number(date), zone))]];
      if (field === "before" && value !== null && typeof value === "object" && !Array.isArray(value))
        return [[field, dataJson(value, zone, emailOf)]];
      if (PEOPLE.includes(field) && typeof value === "string") return [[field, emailOf(value) ?? value]];
      return [[field, value]];
    }),
  );
}
