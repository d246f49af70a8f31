// Calendars that people subscribe to. Of the secret in a calendar's address only the SHA-256 is kept, as of a token.
import { sql, type Selectable } from "kysely";
import type { Instant, Person } from "../programmes/types.ts";
import { json, present } from "./json.ts";
import { on, type From } from "./open.ts";
import type { FeedTable } from "./schema.ts";
import { hashToken } from "./tokens.ts";

export type Feed = {
  /** The hash of its secret: names it, and lets nobody in. */
  id: string;
  personId: string;
  /** Absent where it has all networks of the person. */
  network?: string;
  whole: boolean;
  leaveOutFuzzy: boolean;
  createdAt: Instant;
  revokedAt?: Instant;
};
export type NewFeed = Omit<Feed, "id" | "revokedAt"> & { secret: string };
/** Without `email` its person was erased. */
export type FeedOf = Feed & { language: Person["language"]; email?: string };

/** Keeps a feed; made again it stays what it is, revoked where it was revoked. */
export async function createFeed(from: From, { secret, personId, network, ...feed }: NewFeed): Promise<Feed> {
  const id = hashToken(secret);
  await on(from)
    .insertInto("feed")
    .values({
      hash: id,
      person_id: personId,
      network_id: network ?? null,
      whole: feed.whole,
      leave_out_fuzzy: feed.leaveOutFuzzy,
      created_at: feed.createdAt,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
  return { id, personId, ...(network !== undefined && { network }), ...feed };
}

/** The feed of a secret, revoked or not; undefined where there is none. */
export async function feedOfSecret(from: From, secret: string): Promise<FeedOf | undefined> {
  return await findFeed(from, hashToken(secret));
}

/** The feed with this id, revoked or not; undefined where there is none. */
export async function findFeed(from: From, id: string): Promise<FeedOf | undefined> {
  return (await feeds(from).where("f.hash", "=", id).execute()).map(feedOf)[0];
}

/** Feeds that are not revoked, in the order they were made: a network's, a person's, or a person's of a network. */
export async function listFeeds(
  from: From,
  { network, personId }: { network?: string; personId?: string },
): Promise<FeedOf[]> {
  let query = feeds(from).where("f.revoked_at", "is", null).orderBy("f.created_at").orderBy("f.hash");
  if (network !== undefined) query = query.where("f.network_id", "=", network);
  if (personId !== undefined) query = query.where("f.person_id", "=", personId);
  return (await query.execute()).map(feedOf);
}

/** Ends a feed. Answers false where it is unknown or had ended before. */
export async function revokeFeed(from: From, id: string, at: Instant): Promise<boolean> {
  const query = on(from).updateTable("feed").set({ revoked_at: at }).where("hash", "=", id);
  return (await query.where("revoked_at", "is", null).executeTakeFirst()).numUpdatedRows > 0n;
}

/** The last entry about a subject that a calendar shows: its number in the ledger, and when. */
export type Change = { seq: number; at: Instant };

/** By subject, the last time its dates, name, state or who is told of it became others. */
export async function lastChanges(from: From, networkId: string): Promise<Record<string, Change>> {
  const { rows } = await sql<Change & { subject: string }>`
    select distinct on (subject) subject, seq, at from ledger
    where network_id = ${networkId} and (subject like 'item:%' or subject like 'idea:%')
      and (kind not like 'message.%' or rule in (select jsonb_array_elements_text(${json(INVITING)}::jsonb)))
    order by subject, seq desc`.execute(on(from));
  return Object.fromEntries(rows.map(({ subject, seq, at }) => [subject, { seq, at }]));
}

/** Messages that carry the event themselves: a subscribed calendar is never older than they are. */
const INVITING = ["meeting-invitation", "meeting-moved", "meeting-cancelled"];

const feeds = (from: From) =>
  on(from)
    .selectFrom("feed as f")
    .innerJoin("person as p", "p.id", "f.person_id")
    .selectAll("f")
    .select(["p.email", "p.language"]);

type Row = Selectable<FeedTable> & { email: string | null; language: Person["language"] };

const feedOf = (row: Row): FeedOf =>
  present({
    id: row.hash,
    personId: row.person_id,
    network: row.network_id,
    whole: row.whole,
    leaveOutFuzzy: row.leave_out_fuzzy,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    language: row.language,
    email: row.email,
  });
