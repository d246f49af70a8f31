// The tables as TypeScript sees them. Instants are epoch milliseconds in int8 columns.
import type { ColumnType, Generated } from "kysely";
import type { Json } from "../machines/engine/types.ts";
import type { IdeaView } from "../machines/ideas/types.ts";
import type { Kind, MailModel, PhaseView, View } from "../machines/ledger.ts";
import type { Trigger } from "../machines/trigger.ts";
import type { Instant, IsoDate, Plan } from "../programmes/types.ts";
import type { NetworkDraftTable } from "./schema-drafts.ts";
import type { ThemeTables } from "./schema-themes.ts";

/** A jsonb column: JSON text goes in, the value comes out. */
type Doc<T> = ColumnType<T, string, string>;
type Data = { [key: string]: Json | undefined };

/** `scaled` is a stepped network that the pacer plays, so many weeks a second. */
export type Clock = "real" | "stepped" | "scaled";
export type MailState = "queued" | "sending" | "sent" | "failed";

export type NetworkTable = {
  id: string;
  title: string;
  programme_id: string;
  plan: Doc<Plan>;
  clock: Clock;
  weeks_per_second: number | null;
  /** By the network's own clock; `created_at` is the real one's. */
  started_at: Instant;
  created_at: Instant;
  created_by: string;
  created_key: string | null;
  /** The last ledger row, and the last of the machine's own entries among them. */
  seq: number;
  n: number;
  /** Hash of the last row. */
  head: Generated<string>;
  now: Instant;
  view: Doc<View>;
  ended_at: Instant | null;
  /** When those who led it were told that it is soon forgotten, and when it was: wall-clock. */
  retention_told_at: Instant | null;
  erased_at: Instant | null;
};

/** How far anybody was told that a network's machine has come. */
type ToldTable = { network_id: string; n: number };

/** What a person's texts are sealed with on their way through Temporal, in base64. */
type PersonKeyTable = { person_id: string; key: string };

export type PhaseTable = {
  network_id: string;
  id: string;
  state: PhaseView["state"];
  planned_from: IsoDate | null;
  planned_to: IsoDate | null;
  opened_at: Instant | null;
  closed_at: Instant | null;
};

export type IdeaTable = {
  network_id: string;
  id: string;
  state: IdeaView["state"];
  round: number;
  reason: string | null;
};

export type PersonTable = {
  id: string;
  name: string;
  /** Null once the person is erased. `email_key` is how addresses are compared: case-insensitively. */
  email: string | null;
  email_key: string | null;
  language: "da" | "en";
  erased_at: Instant | null;
  /** One mail a day instead of single ones. */
  digest: Generated<boolean>;
  /** When the address last turned a mail away for good, and what its server said. */
  bounced_at: Instant | null;
  bounce: string | null;
};

export type MembershipTable = {
  network_id: string;
  person_id: string;
  role: string;
  organisation: string | null;
  region: string | null;
};

export type LedgerTable = {
  network_id: string;
  seq: number;
  n: number | null;
  at: Instant;
  kind: Kind;
  subject: string;
  key: string | null;
  by_person: string | null;
  role: string | null;
  rule: string | null;
  planned: Instant | null;
  reason: string | null;
  audience: Doc<string[] | null>;
  data: Doc<Data | null>;
  /** Of the texts that came with it, and of the row after all before it: see chain.ts. */
  texts: string | null;
  hash: string;
};

/** Every contribution is kept, in the order of `id`; which one counts is for whoever folds them to say. */
export type ContributionTable = {
  id: Generated<number>;
  network_id: string;
  kind: string;
  person_id: string | null;
  item: string | null;
  key: string;
  at: Instant;
  data: Doc<Data>;
  /** Its words were removed with the person who wrote them. */
  withheld: Generated<boolean>;
};

export type OutboxTable = {
  network_id: string;
  seq: number;
  person_id: string;
  message_id: string;
  model: Doc<MailModel>;
  state: MailState;
  attempts: number;
  /** Wall-clock instant before which nobody takes it; 0 is at once. While `sending`: when the claim lapses. */
  next_at: Instant;
  claimed_by: string | null;
  claimed_at: Instant | null;
  response: string | null;
  sent_at: Instant | null;
  /** Waits for its reader's daily mail. */
  digest: Generated<boolean>;
};

/** A calendar that somebody subscribes to: of one network, or of all that the person is in. Only its secret's hash is kept. */
export type FeedTable = {
  hash: string;
  person_id: string;
  network_id: string | null;
  /** All of the network, for as long as the person leads it; else only what is their own. */
  whole: Generated<boolean>;
  leave_out_fuzzy: boolean;
  created_at: Instant;
  revoked_at: Instant | null;
};

/** Mails that came in and were acted on, so that one that is read again does nothing. */
export type InboxTable = { message_id: string; at: Instant; outcome: string };

export type TokenTable = {
  hash: string;
  person_id: string | null;
  label: string;
  admin: boolean;
  created_at: Instant;
  revoked_at: Instant | null;
  /** A browser's: it ends at `expires_at` unless it is used. */
  session: Generated<boolean>;
  expires_at: Instant | null;
  seen_at: Instant | null;
};

/** Links that sign somebody in. Of the link, and of the secret of the browser that asked, only hashes are kept. */
export type SignInTable = {
  hash: string;
  person_id: string;
  browser: string;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
};

/** Fields of a form that was sent when its writer was no longer signed in. */
export type DraftTable = {
  id: string;
  person_id: string;
  page: string;
  fields: Doc<[name: string, value: string][]>;
  at: Instant;
};

export type IdempotencyTable = {
  scope: string;
  key: string;
  body_hash: string;
  /** Null while the answer is not known. */
  status: number | null;
  response: Doc<Json>;
  created_at: Instant;
};

/** `n`: of the first entry that the trigger led to. */
export type PlayedTable = { network_id: string; n: number; trigger: Doc<Trigger> };

export type ScriptTable = {
  network_id: string;
  i: number;
  at: Instant;
  trigger: Doc<Data>;
  outcome: Doc<Json>;
};

export type FileTable = {
  network_id: string;
  id: string;
  about: string;
  name: string;
  type: string;
  size: number;
  by_person: string;
  at: Instant;
  content: Uint8Array;
};

export type Database = ThemeTables & {
  file: FileTable;
  network: NetworkTable;
  phase: PhaseTable;
  idea: IdeaTable;
  person: PersonTable;
  membership: MembershipTable;
  ledger: LedgerTable;
  contribution: ContributionTable;
  outbox: OutboxTable;
  feed: FeedTable;
  inbox: InboxTable;
  token: TokenTable;
  told: ToldTable;
  played: PlayedTable;
  person_key: PersonKeyTable;
  sign_in: SignInTable;
  draft: DraftTable;
  network_draft: NetworkDraftTable;
  idempotency: IdempotencyTable;
  script: ScriptTable;
};
