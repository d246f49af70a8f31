// Everything that is kept about one person, as they may take it with them.
import type { Json } from "../machines/engine/types.ts";
import type { Instant } from "../programmes/types.ts";
import { on, type From } from "./open.ts";

/** By where it is kept. Instants are epoch milliseconds; people are ids, but for the person's own name and address. */
export type AboutMe = {
  person: {
    id: string;
    name: string;
    email: string | null;
    language: string;
    digest: boolean;
    bouncedAt: Instant | null;
  };
  memberships: { network: string; title: string; role: string; organisation: string | null; region: string | null }[];
  offices: { role: string }[];
  contributions: {
    network: string;
    kind: string;
    item: string | null;
    at: Instant;
    data: { [key: string]: Json | undefined };
  }[];
  actions: {
    network: string;
    seq: number;
    at: Instant;
    kind: string;
    subject: string;
    role: string | null;
    reason: string | null;
  }[];
  messages: {
    network: string;
    seq: number;
    rule: string;
    subject: string;
    state: string;
    sentAt: Instant | null;
    answer: string | null;
  }[];
  files: { network: string; about: string; name: string; size: number; at: Instant }[];
  proposals: { id: string; title: string; challenge: string; at: Instant }[];
  sessions: { label: string; session: boolean; createdAt: Instant; seenAt: Instant | null; endedAt: Instant | null }[];
  calendars: { network: string | null; createdAt: Instant; endedAt: Instant | null }[];
  drafts: { page: string; fields: [name: string, value: string][]; at: Instant }[];
};

/** Undefined where there is no such person. */
export async function aboutMe(from: From, id: string): Promise<AboutMe | undefined> {
  const person = await on(from)
    .selectFrom("person")
    .where("id", "=", id)
    .select(["id", "name", "email", "language", "digest", "bounced_at as bouncedAt"])
    .executeTakeFirst();
  if (!person) return undefined;
  return { person, ...(await takesPart(from, id)), ...(await wrote(from, id)), ...(await ways(from, id)) };
}

async function takesPart(from: From, id: string): Promise<Pick<AboutMe, "memberships" | "offices">> {
  const memberships = await on(from)
    .selectFrom("membership as m")
    .innerJoin("network as n", "n.id", "m.network_id")
    .where("m.person_id", "=", id)
    .orderBy("n.started_at")
    .orderBy("m.role")
    .select(["m.network_id as network", "n.title", "m.role", "m.organisation", "m.region"])
    .execute();
  const offices = await on(from).selectFrom("office").where("person_id", "=", id).select("role").execute();
  return { memberships, offices };
}

type Wrote = Pick<AboutMe, "contributions" | "actions" | "messages" | "files" | "proposals" | "drafts">;

async function wrote(from: From, id: string): Promise<Wrote> {
  const contributions = await on(from)
    .selectFrom("contribution")
    .where("person_id", "=", id)
    .orderBy("id")
    .select(["network_id as network", "kind", "item", "at", "data"])
    .execute();
  const actions = await on(from)
    .selectFrom("ledger")
    .where("by_person", "=", id)
    .orderBy("at")
    .orderBy("seq")
    .select(["network_id as network", "seq", "at", "kind", "subject", "role", "reason"])
    .execute();
  const messages = await on(from)
    .selectFrom("outbox as o")
    .innerJoin("ledger as l", (join) => join.onRef("l.network_id", "=", "o.network_id").onRef("l.seq", "=", "o.seq"))
    .where("o.person_id", "=", id)
    .orderBy("l.at")
    .select(["o.network_id as network", "o.seq", "l.rule", "l.subject", "o.state", "o.sent_at as sentAt"])
    .select("o.response as answer")
    .execute();
  const files = await on(from)
    .selectFrom("file")
    .where("by_person", "=", id)
    .orderBy("at")
    .select(["network_id as network", "about", "name", "size", "at"])
    .execute();
  const proposals = await on(from)
    .selectFrom("theme_proposal")
    .where("proposer", "=", id)
    .select(["id", "title", "challenge", "proposed_at as at"])
    .execute();
  const drafts = await on(from)
    .selectFrom("draft")
    .where("person_id", "=", id)
    .select(["page", "fields", "at"])
    .execute();
  return {
    contributions,
    actions,
    messages: messages.map(({ rule, ...one }) => ({ ...one, rule: rule ?? "" })),
    files,
    proposals,
    drafts,
  };
}

async function ways(from: From, id: string): Promise<Pick<AboutMe, "sessions" | "calendars">> {
  const sessions = await on(from)
    .selectFrom("token")
    .where("person_id", "=", id)
    .orderBy("created_at")
    .select(["label", "session", "created_at as createdAt", "seen_at as seenAt", "revoked_at as endedAt"])
    .execute();
  const calendars = await on(from)
    .selectFrom("feed")
    .where("person_id", "=", id)
    .orderBy("created_at")
    .select(["network_id as network", "created_at as createdAt", "revoked_at as endedAt"])
    .execute();
  return { sessions, calendars };
}
