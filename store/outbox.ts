// Mails on their way. A claim lapses by itself, so that a sender that died holds nothing for ever; the message id stays
// the same, so that what was sent twice after a crash is one mail to its reader.
import { sql } from "kysely";
import type { MailModel } from "../machines/ledger.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { recordset } from "./json.ts";
import { on, type From } from "./open.ts";
import type { Clock, MailState } from "./schema.ts";

/** Milliseconds after which another sender may take a mail that was claimed and never settled. */
export const CLAIM_LAPSES = 10 * 60_000;

export type ClaimedMail = {
  /** Names the mail in the calls below, and is its Message-ID (without angle brackets). */
  messageId: string;
  network: string;
  /** Mail of a network on another clock than `real` is a rehearsal: it stays in the house. */
  clock: Clock;
  model: MailModel;
  reader: Pick<Person, "id" | "name" | "email" | "language">;
  /** Attempts that failed before this one. */
  attempts: number;
};

/** Takes at most `limit` mails that are due at wall-clock `now`, oldest first, for the sender named `by`. */
export async function claimMails(
  from: From,
  { by, limit, now }: { by: string; limit: number; now: Instant },
): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    with due as (
      select o.network_id, o.seq, o.person_id from outbox o join person p on p.id = o.person_id
      where o.state in ('queued', 'sending') and o.next_at <= ${now} and p.email is not null
      order by o.next_at, o.network_id, o.seq, o.person_id limit ${limit} for update of o skip locked
    ), taken as (
      update outbox o set state = 'sending', claimed_by = ${by}, claimed_at = ${now}, next_at = ${now + CLAIM_LAPSES}
      from due d where o.network_id = d.network_id and o.seq = d.seq and o.person_id = d.person_id returning o.*
    )
    select t.message_id as "messageId", t.network_id as network, n.clock, t.model, t.attempts,
      json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'language', p.language) as reader
    from taken t join person p on p.id = t.person_id join network n on n.id = t.network_id
    order by t.network_id, t.seq, t.person_id`.execute(on(from));
  return rows;
}

type Settled = { messageId: string; response: string };

/** Records that mails were sent at `at`, with the server's answers. */
export async function markSent(from: From, mails: readonly (Settled & { at: Instant })[]): Promise<void> {
  await settle(from, mails, sql`state = 'sent', sent_at = r.at`);
}

/** Puts mails back to be tried again at wall-clock `nextAt`. */
export async function markRetry(from: From, mails: readonly (Settled & { nextAt: Instant })[]): Promise<void> {
  await settle(from, mails, sql`state = 'queued', next_at = r."nextAt"`);
}

/** Gives mails up for good. */
export async function markFailed(from: From, mails: readonly Settled[]): Promise<void> {
  await settle(from, mails, sql`state = 'failed'`);
}

/** Puts back what a sender holds, due at once. Answers how many. */
export async function releaseClaims(from: From, by: string): Promise<number> {
  return await release(from, sql`claimed_by = ${by}`);
}

/** Puts back what anybody holds: for a store with a single process, when it starts after being killed. */
export async function releaseAllClaims(from: From): Promise<number> {
  return await release(from, sql`true`);
}

/** How many mails are in each state, of all networks or of one. */
export async function countOutbox(from: From, networkId?: string): Promise<Record<MailState, number>> {
  let query = on(from)
    .selectFrom("outbox")
    .groupBy("state")
    .select(["state", (count) => count.fn.countAll<number>().as("count")]);
  if (networkId !== undefined) query = query.where("network_id", "=", networkId);
  const counts = (await query.execute()).map(({ state, count }) => [state, count]);
  return { queued: 0, sending: 0, sent: 0, failed: 0, ...Object.fromEntries(counts) };
}

/** Only a mail that is being sent can be settled: one already sent stays sent, whatever a late sender says. */
async function settle(from: From, mails: readonly object[], change: ReturnType<typeof sql>): Promise<void> {
  await sql`update outbox o set ${change}, attempts = o.attempts + 1, response = r.response, claimed_by = null, claimed_at = null
    from ${recordset(mails, '"messageId" text, response text, at int8, "nextAt" int8')}
    where o.message_id = r."messageId" and o.state = 'sending'`.execute(on(from));
}

async function release(from: From, which: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } =
    await sql`update outbox set state = 'queued', next_at = 0, claimed_by = null, claimed_at = null
    where state = 'sending' and ${which}`.execute(on(from));
  return Number(numAffectedRows ?? 0);
}
