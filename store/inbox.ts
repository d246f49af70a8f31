// What mails that came in did: which were acted on, and whose addresses turned mail away.
import { sql } from "kysely";
import type { MailModel } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import type { FailedMail } from "./failed.ts";
import { json } from "./json.ts";
import { on, type From, type Tx } from "./open.ts";
import { emailKey } from "./people.ts";

/**
 * Notes that an address turned mail away for good: nothing more is sent to it. `why` is what its server said, `at` wall-clock.
 * Answers the person's id, undefined where nobody has that id or address (any more). The first of several bounces stands.
 */
export async function markBounced(
  from: From,
  bounce: ({ personId: string } | { email: string }) & { at: Instant; why: string },
): Promise<string | undefined> {
  const { at, why } = bounce;
  const who =
    "personId" in bounce ? sql<boolean>`id = ${bounce.personId}` : sql<boolean>`email_key = ${emailKey(bounce.email)}`;
  const person = await on(from)
    .updateTable("person")
    .set({ bounced_at: sql`coalesce(bounced_at, ${at})`, bounce: sql`coalesce(bounce, ${why})` })
    .where(who)
    .where("email", "is not", null)
    .returning("id")
    .executeTakeFirst();
  return person?.id;
}

/** Addresses that take mail again: of people by id, when a mail to them was accepted that was sent after the bounce was known. */
export async function clearBounced(from: From, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await on(from)
    .updateTable("person")
    .set({ bounced_at: null, bounce: null })
    .where("id", "in", personIds)
    .where("bounced_at", "is not", null)
    .execute();
}

/** What a mail that was read before came to, or undefined where it is new. */
export async function outcomeOf(from: From, messageId: string): Promise<string | undefined> {
  const query = on(from).selectFrom("inbox").select("outcome").where("message_id", "=", messageId);
  return (await query.executeTakeFirst())?.outcome;
}

/** Notes what a mail came to; what is noted already stays. */
export async function noteRead(
  from: From,
  { messageId, at, outcome }: { messageId: string; at: Instant; outcome: string },
): Promise<void> {
  const row = { message_id: messageId, at, outcome };
  await on(from)
    .insertInto("inbox")
    .values(row)
    .onConflict((conflict) => conflict.column("message_id").doNothing())
    .execute();
}

/** What a person was told of a meeting by mails of the given rules, in order: of the whole meeting or of any of its sessions. */
export async function toldOf(
  from: From,
  { network, person, item, rules }: { network: string; person: string; item: string; rules: readonly string[] },
): Promise<MailModel[]> {
  const { rows } = await sql<{ model: MailModel }>`select model from outbox
    where network_id = ${network} and person_id = ${person}
      and split_part(model->>'subject', '/', 1) = ${`item:${item}`}
      and model->>'rule' in (select jsonb_array_elements_text(${json(rules)}::jsonb))
    order by seq`.execute(on(from));
  return rows.map(({ model }) => model);
}

/** Whose mail came back, with their address as it now is. */
export type Reader = { person: string; email: string | null };

/**
 * Notes that a mail which a server had taken came back at wall-clock `at`: it failed, with what was said. The network's ledger is
 * to be told of it (see failed.ts). Undefined for a mail that was not sent from here, or that had failed before.
 */
export async function failBack(
  tx: Tx,
  { messageId, at, why }: { messageId: string; at: Instant; why: string },
): Promise<(FailedMail & Reader) | undefined> {
  const { rows } = await sql<FailedMail & Reader>`update outbox o set state = 'failed', response = ${why}
    from person p, network n
    where o.message_id = ${messageId} and o.state = 'sent' and p.id = o.person_id and n.id = o.network_id
    returning o.network_id as network, n.clock, o.seq, o.person_id as person, o.model->>'subject' as subject,
      o.model->>'rule' as rule, o.response, ${at}::int8 as at, p.email`.execute(tx);
  return rows[0];
}

/** Whose daily mail came back. */
export async function readerOf(from: From, personId: string): Promise<Reader | undefined> {
  const query = on(from).selectFrom("person").select(["id as person", "email"]).where("id", "=", personId);
  return await query.executeTakeFirst();
}
