// Mails on their way. A claim lapses by itself, so that a sender that died holds nothing for ever; the message id stays
// the same, so that what was sent twice after a crash is one mail to its reader.
import { sql } from "kysely";
import type { MailModel } from "../machines/ledger.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { tellFailed, type FailedMail } from "./failed.ts";
import { markBounced } from "./inbox.ts";
import { json, recordset } from "./json.ts";
import { inTransaction, on, type From } from "./open.ts";
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
  /** Of a daily mail's: the audience of its message, as the ledger has it. */
  audience: string[] | null;
};

type Claim = { by: string; limit: number; now: Instant };

/** Takes at most `limit` mails that are due at wall-clock `now`, oldest first, for the sender named `by`. None of a daily mail. */
export async function claimMails(from: From, { by, limit, now }: Claim): Promise<ClaimedMail[]> {
  // In the order of an index: thus the first are read alone, else all that are due are sorted for each hundred.
  return await claim(from, {
    by,
    now,
    due: sql`select o.network_id, o.seq, o.person_id from outbox o join person p on p.id = o.person_id
      where o.state in ('queued', 'sending') and o.next_at <= ${now} and not o.digest and p.email is not null
      order by o.next_at, o.network_id, o.seq limit ${limit} for update of o skip locked`,
  });
}

/** Takes all that waits for the daily mail of at most `limit` people and is due, in order, one person after the other. */
export async function claimDigests(from: From, { by, limit, now }: Claim): Promise<ClaimedMail[]> {
  // Whoever holds a person takes all of their mails: two senders never make two daily mails of one.
  return await claim(from, {
    by,
    now,
    due: sql`select o.network_id, o.seq, o.person_id from outbox o join (
        select p.id from person p where p.email is not null and p.id in (
          select person_id from outbox where state in ('queued', 'sending') and next_at <= ${now} and digest
        ) limit ${limit} for no key update of p skip locked
      ) reader on reader.id = o.person_id
      where o.state in ('queued', 'sending') and o.next_at <= ${now} and o.digest for update of o skip locked`,
  });
}

type Due = { by: string; now: Instant; due: ReturnType<typeof sql> };

async function claim(from: From, { by, now, due }: Due): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail & { names: string[] | null }>`
    with due as (${due}), taken as (
      update outbox o set state = 'sending', claimed_by = ${by}, claimed_at = ${now}, next_at = ${now + CLAIM_LAPSES}
      from due d where o.network_id = d.network_id and o.seq = d.seq and o.person_id = d.person_id returning o.*
    )
    select t.message_id as "messageId", t.network_id as network, n.clock, t.model, t.attempts,
      case when t.digest then (select audience from ledger l where l.network_id = t.network_id and l.seq = t.seq) end as audience,
      json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'language', p.language) as reader,
      case when t.model->'actsFor' ? t.person_id then (
        select json_agg(who.name order by who.name) from jsonb_array_elements_text(t.model->'actsFor'->t.person_id) one
        join person who on who.id = one.value where who.email is not null
      ) end as names
    from taken t join person p on p.id = t.person_id join network n on n.id = t.network_id
    order by case when t.digest then t.person_id end, t.network_id, t.seq, t.person_id`.execute(on(from));
  const mails = rows.map(({ names, model, ...mail }) => ({
    ...mail,
    model: names ? { ...model, insteadOf: names } : model,
  }));
  return await withAgendas(from, mails);
}

/** Who has a point of an agenda stands in the mail by name, but in what is kept by id. Who was erased has none. */
async function withAgendas(from: From, mails: ClaimedMail[]): Promise<ClaimedMail[]> {
  const ids = mails.flatMap(({ model }) => (model.agenda ?? []).flatMap(({ person }) => person ?? []));
  if (ids.length === 0) return mails;
  const query = on(from).selectFrom("person").where("id", "in", ids).where("email", "is not", null);
  const names = new Map((await query.select(["id", "name"]).execute()).map(({ id, name }) => [id, name]));
  return mails.map((mail) => {
    const { agenda } = mail.model;
    if (!agenda) return mail;
    const named = agenda.map(({ person, ...point }) => {
      const name = names.get(person ?? "");
      return { ...point, ...(name !== undefined && { who: name }) };
    });
    return { ...mail, model: { ...mail.model, agenda: named } };
  });
}

/** What became of a mail. `at`: when it was sent, is to be tried again, or was given up for good. `bounced`: its address takes none. */
export type Settled = {
  messageId: string;
  state: "sent" | "queued" | "failed";
  at: Instant;
  response: string;
  bounced?: true;
  /** Given up untried: what it says no longer holds. */
  overtaken?: true;
};

/**
 * Records what became of mails, with the server's answers, all in one transaction. What was given up also stands in its
 * network's ledger, as `message.failed` of the one person. Only a mail that is being sent can be settled: one that was sent
 * stays sent, whatever a late sender says. One that was taken away from its sender while it was sent is sent all the same.
 */
export async function settleMails(from: From, mails: readonly Settled[]): Promise<void> {
  if (mails.length === 0) return;
  if (mails.every(({ state }) => state !== "failed")) return void (await settle(from, mails));
  await inTransaction(from, async (tx) => {
    const failed = (await settle(tx, mails)).filter(({ state }) => state === "failed");
    for (const { person: personId, at, response: why } of failed.filter((one) => one.bounced && one.clock === "real"))
      await markBounced(tx, { personId, at, why });
    // In one order everywhere: two that write to the same networks wait for each other instead of deadlocking.
    for (const network of [...new Set(failed.map((one) => one.network))].toSorted())
      await tellFailed(
        tx,
        network,
        failed.filter((one) => one.network === network),
      );
  });
}

type Changed = FailedMail & { state: MailState; bounced: true | null };

async function settle(from: From, mails: readonly Settled[]): Promise<Changed[]> {
  // Named once more as a list, so that they are looked up one by one: else all that wait are read for each few that went.
  const ids = mails.map(({ messageId }) => messageId);
  const { rows } =
    await sql<Changed>`update outbox o set state = r.state, attempts = o.attempts + 1, response = r.response,
      sent_at = case when r.state = 'sent' then r.at end, next_at = case when r.state = 'queued' then r.at else o.next_at end,
      claimed_by = null, claimed_at = null
    from ${recordset(mails, '"messageId" text, state text, response text, at int8, bounced boolean, overtaken boolean')}, network n
    where o.message_id = any(array(select jsonb_array_elements_text(${json(ids)}::jsonb)))
      and o.message_id = r."messageId" and n.id = o.network_id
      and (o.state = 'sending' or (o.state = 'queued' and r.state = 'sent'))
    returning o.network_id as network, n.clock, o.seq, o.person_id as person, o.state, o.model->>'subject' as subject,
      o.model->>'rule' as rule, o.response, r.at, r.bounced, r.overtaken`.execute(on(from));
  return rows;
}

/** Puts back mails that were claimed and not tried, due at once. */
export async function putBackMails(from: From, messageIds: readonly string[]): Promise<void> {
  const ids = recordset(
    messageIds.map((id) => ({ id })),
    "id text",
  );
  await release(from, sql`message_id in (select id from ${ids})`);
}

/** Puts back what a sender holds, but for what it knows of, due at once. Answers how many. */
export async function releaseClaims(from: From, by: string, known: readonly string[] = []): Promise<number> {
  const ids = recordset(
    known.map((id) => ({ id })),
    "id text",
  );
  return await release(from, sql`claimed_by = ${by} and message_id not in (select id from ${ids})`);
}

/** Puts back what anybody holds: for a store with a single process, when it starts after being killed. */
export async function releaseAllClaims(from: From): Promise<number> {
  return await release(from, sql`true`);
}

/** Puts back what senders hold whose name nobody holds any more (see sender-name.ts): they have ended. Answers how many. */
export async function releaseDeadClaims(from: From): Promise<number> {
  const names = sql`select distinct claimed_by from outbox where state = 'sending' and claimed_by is not null`;
  const dead = sql`select claimed_by from (${names}) senders where pg_try_advisory_xact_lock(${nameLock(sql`claimed_by`)})`;
  return await release(from, sql`claimed_by in (${dead})`);
}

/** The number of the advisory lock that a sender's name stands for. */
export const nameLock = (name: ReturnType<typeof sql>): ReturnType<typeof sql> =>
  sql`hashtextextended('fremdrift sender ' || ${name}, 0)`;

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

async function release(from: From, which: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } =
    await sql`update outbox set state = 'queued', next_at = 0, claimed_by = null, claimed_at = null
    where state = 'sending' and ${which}`.execute(on(from));
  return Number(numAffectedRows ?? 0);
}
