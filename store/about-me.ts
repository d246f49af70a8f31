// Everything that is kept about one person, as they may take it with them.
import { sql } from "kysely";
import type { Json } from "../machines/engine/types.ts";
import type { MailModel } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import type { DraftPlan } from "./network-drafts.ts";
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
    bounce: string | null;
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
  /** What others did that names them by their id. */
  mentions: { network: string; seq: number; at: Instant; kind: string; subject: string }[];
  messages: {
    network: string;
    seq: number;
    rule: string;
    subject: string;
    state: string;
    sentAt: Instant | null;
    answer: string | null;
    content: MailModel;
  }[];
  files: { network: string; about: string; name: string; size: number; at: Instant }[];
  /** `as`: their part in it. */
  proposals: { id: string; title: string; challenge: string; as: string; at: Instant }[];
  proposalSteps: { proposal: string; kind: string; reason: string | null; at: Instant }[];
  networksMade: { network: string; title: string; createdAt: Instant }[];
  sessions: { label: string; session: boolean; createdAt: Instant; seenAt: Instant | null; endedAt: Instant | null }[];
  calendars: { network: string | null; createdAt: Instant; endedAt: Instant | null }[];
  drafts: { page: string; fields: [name: string, value: string][]; at: Instant }[];
  networkDrafts: { plan: DraftPlan; changedAt: Instant }[];
  signIns: { createdAt: Instant; expiresAt: Instant; usedAt: Instant | null }[];
  /** Changes they asked for lately, as they are known when they are asked for again. */
  requests: { key: string; status: number | null; at: Instant }[];
};

/** Undefined where there is no such person. */
export async function aboutMe(from: From, id: string): Promise<AboutMe | undefined> {
  const person = await on(from)
    .selectFrom("person")
    .where("id", "=", id)
    .select(["id", "name", "email", "language", "digest", "bounced_at as bouncedAt", "bounce"])
    .executeTakeFirst();
  if (!person) return undefined;
  return {
    person,
    ...(await takesPart(from, id)),
    ...(await did(from, id)),
    ...(await wrote(from, id)),
    ...(await proposed(from, id)),
    ...(await ways(from, id)),
  };
}

async function takesPart(from: From, id: string): Promise<Pick<AboutMe, "memberships" | "offices" | "networksMade">> {
  const memberships = await on(from)
    .selectFrom("membership as m")
    .innerJoin("network as n", "n.id", "m.network_id")
    .where("m.person_id", "=", id)
    .orderBy("n.started_at")
    .orderBy("m.role")
    .select(["m.network_id as network", "n.title", "m.role", "m.organisation", "m.region"])
    .execute();
  const offices = await on(from).selectFrom("office").where("person_id", "=", id).select("role").execute();
  const networksMade = await on(from)
    .selectFrom("network")
    .where("created_by", "=", id)
    .orderBy("created_at")
    .select(["id as network", "title", "created_at as createdAt"])
    .execute();
  return { memberships, offices, networksMade };
}

async function did(from: From, id: string): Promise<Pick<AboutMe, "actions" | "mentions" | "requests">> {
  const actions = await on(from)
    .selectFrom("ledger")
    .where("by_person", "=", id)
    .orderBy("at")
    .orderBy("seq")
    .select(["network_id as network", "seq", "at", "kind", "subject", "role", "reason"])
    .execute();
  const mentions = await on(from)
    .selectFrom("ledger")
    .where(sql<boolean>`coalesce(by_person, '') <> ${id} and (
      audience ? ${`person:${id}`} or position(to_jsonb(${id}::text)::text in data::text) > 0)`)
    .orderBy("at")
    .orderBy("seq")
    .select(["network_id as network", "seq", "at", "kind", "subject"])
    .execute();
  const requests = await on(from)
    .selectFrom("idempotency")
    .where("scope", "=", id)
    .orderBy("created_at")
    .select(["key", "status", "created_at as at"])
    .execute();
  return { actions, mentions, requests };
}

type Wrote = Pick<AboutMe, "contributions" | "messages" | "files" | "drafts" | "networkDrafts">;

async function wrote(from: From, id: string): Promise<Wrote> {
  const contributions = await on(from)
    .selectFrom("contribution")
    // Texts of triggers stand under the trigger's key, which begins with whose it is.
    .where((by) => by.or([by("person_id", "=", id), by(sql`left(key, ${id.length + 1})`, "=", `${id}:`)]))
    .orderBy("id")
    .select(["network_id as network", "kind", "item", "at", "data"])
    .execute();
  const messages = await on(from)
    .selectFrom("outbox as o")
    .innerJoin("ledger as l", (join) => join.onRef("l.network_id", "=", "o.network_id").onRef("l.seq", "=", "o.seq"))
    .where("o.person_id", "=", id)
    .orderBy("l.at")
    .select(["o.network_id as network", "o.seq", "l.rule", "l.subject", "o.state", "o.sent_at as sentAt"])
    .select(["o.response as answer", "o.model as content"])
    .execute();
  const files = await on(from)
    .selectFrom("file")
    .where("by_person", "=", id)
    .orderBy("at")
    .select(["network_id as network", "about", "name", "size", "at"])
    .execute();
  const drafts = await on(from)
    .selectFrom("draft")
    .where("person_id", "=", id)
    .select(["page", "fields", "at"])
    .execute();
  const networkDrafts = await on(from)
    .selectFrom("network_draft")
    .where("owner", "=", id)
    .select(["plan", "changed_at as changedAt"])
    .execute();
  const told = messages.map(({ rule, ...one }) => ({ ...one, rule: rule ?? "" }));
  return { contributions, messages: told, files, drafts, networkDrafts };
}

async function proposed(from: From, id: string): Promise<Pick<AboutMe, "proposals" | "proposalSteps">> {
  const proposals = await on(from)
    .selectFrom("theme_proposal")
    .where((by) => by.or((["proposer", "reference_manager", "line_manager"] as const).map((part) => by(part, "=", id))))
    .orderBy("proposed_at")
    .select(["id", "title", "challenge", "proposed_at as at"])
    .select(
      sql<string>`case ${id} when proposer then 'proposer' when reference_manager then 'referenceManager' else 'lineManager' end`.as(
        "as",
      ),
    )
    .execute();
  const proposalSteps = await on(from)
    .selectFrom("theme_proposal_step")
    .where("by_person", "=", id)
    .orderBy("at")
    .select(["proposal_id as proposal", "kind", "reason", "at"])
    .execute();
  return { proposals, proposalSteps };
}

async function ways(from: From, id: string): Promise<Pick<AboutMe, "sessions" | "calendars" | "signIns">> {
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
  const signIns = await on(from)
    .selectFrom("sign_in")
    .where("person_id", "=", id)
    .orderBy("created_at")
    .select(["created_at as createdAt", "expires_at as expiresAt", "used_at as usedAt"])
    .execute();
  return { sessions, calendars, signIns };
}
