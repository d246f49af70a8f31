// Mails that were given up, as their network's ledger tells of them.
import type { Instant } from "../programmes/types.ts";
import { append } from "./journal.ts";
import { withoutAddresses } from "./ledger-row.ts";
import type { Tx } from "./open.ts";
import type { Clock } from "./schema.ts";

/** A mail that failed at wall-clock `at`: the message `seq` of a network, to one person. */
export type FailedMail = {
  network: string;
  clock: Clock;
  seq: number;
  person: string;
  subject: string;
  rule: string;
  response: string;
  at: Instant;
  /** It was not tried: what it says no longer held. */
  overtaken?: true | null;
};

/**
 * Writes a `message.failed` (`message.suppressed` for what was overtaken) for each to the ledger of their network, by the network's own clock: that of a rehearsal is another
 * than the wall's.
 */
export async function tellFailed(tx: Tx, network: string, failed: FailedMail[]): Promise<void> {
  const nothingElse = { deliveries: [], contributions: [], members: [] };
  const rowOf = (
    { clock, at, subject, rule, person, response, overtaken, seq: of }: FailedMail,
    now: Instant,
    seq: number,
  ) => ({
    seq,
    at: clock === "real" ? at : now,
    kind: overtaken ? ("message.suppressed" as const) : ("message.failed" as const),
    subject,
    rule,
    to: [`person:${person}`],
    // A ledger is never changed: the address in what a server says would outlive its person there.
    reason: withoutAddresses(response),
    data: { seq: of },
  });
  const load = { people: false, contributions: false };
  await append(
    tx,
    network,
    ({ seq, n, view }) => ({
      rows: failed.map((one, index) => rowOf(one, view.now, seq + index + 1)),
      n,
      view,
      ...nothingElse,
    }),
    undefined,
    load,
  );
}
