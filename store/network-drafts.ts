// Networks that somebody is planning: what was chosen so far, kept until there is a network of it.
import { sql, type Selectable } from "kysely";
import type { Instant } from "../programmes/types.ts";
import { json } from "./json.ts";
import { inTransaction, on, type From } from "./open.ts";
import type { NetworkDraftTable } from "./schema-drafts.ts";

/** What was chosen. `dates`: a day by item, or by `item/session`; `open` where it is to be dated later. */
export type DraftPlan = {
  programme?: string;
  start?: string;
  keepWeekdays?: boolean;
  title?: string;
  dates?: { [part: string]: string };
  /** As it was pasted. */
  people?: string;
  /** Id of the network that it was rehearsed in last, and of the one that was made of it. */
  rehearsal?: string;
  network?: string;
};

/** `owner`: a principal's id, or `administrator`. */
export type NetworkDraft = { id: string; owner: string; plan: DraftPlan; changedAt: Instant };

/** Drafts kept for one owner; the oldest goes first. */
const MOST = 50;

/** Keeps a new draft; one that is there already stays as it is. */
export async function createNetworkDraft(from: From, { id, owner, plan, changedAt }: NetworkDraft): Promise<void> {
  await on(from)
    .insertInto("network_draft")
    .values({ id, owner, plan: json(plan), changed_at: changedAt })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  await on(from)
    .deleteFrom("network_draft")
    .where("owner", "=", owner)
    .where("id", "not in", (newest) =>
      newest
        .selectFrom("network_draft")
        .where("owner", "=", owner)
        .orderBy("changed_at", "desc")
        .limit(MOST)
        .select("id"),
    )
    .execute();
}

/** An owner's draft, or undefined where they have no such one. */
export async function findNetworkDraft(from: From, owner: string, id: string): Promise<NetworkDraft | undefined> {
  const row = await on(from)
    .selectFrom("network_draft")
    .where("id", "=", id)
    .where("owner", "=", owner)
    .selectAll()
    .executeTakeFirst();
  return row && draftOf(row);
}

/** An owner's drafts, the one that was changed last first. */
export async function listNetworkDrafts(from: From, owner: string): Promise<NetworkDraft[]> {
  const rows = await on(from)
    .selectFrom("network_draft")
    .where("owner", "=", owner)
    .orderBy("changed_at", "desc")
    .selectAll()
    .execute();
  return rows.map(draftOf);
}

/** Changes a draft as it stands; undefined where the owner has no such one. */
export async function changeNetworkDraft(
  from: From,
  { owner, id, at }: { owner: string; id: string; at: Instant },
  change: (plan: DraftPlan) => DraftPlan,
): Promise<NetworkDraft | undefined> {
  return await inTransaction(from, async (tx) => {
    await tx.selectFrom("network_draft").select("id").where("id", "=", id).forUpdate().execute();
    const draft = await findNetworkDraft(tx, owner, id);
    if (!draft) return undefined;
    const plan = change(draft.plan);
    await tx
      .updateTable("network_draft")
      .set({ plan: json(plan), changed_at: at })
      .where("id", "=", id)
      .execute();
    return { ...draft, plan, changedAt: at };
  });
}

/** Removes an owner's draft. Answers whether there was one. */
export async function removeNetworkDraft(from: From, owner: string, id: string): Promise<boolean> {
  const done = await on(from)
    .deleteFrom("network_draft")
    .where("id", "=", id)
    .where("owner", "=", owner)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** Forgets drafts that nobody has changed since an instant. */
export async function forgetNetworkDrafts(from: From, before: Instant): Promise<void> {
  await on(from).deleteFrom("network_draft").where("changed_at", "<", before).execute();
}

/** Forgets a person's drafts, and in those of others the people they would invite, where the person is among them. */
export async function eraseFromNetworkDrafts(from: From, person: string): Promise<void> {
  await on(from).deleteFrom("network_draft").where("owner", "=", person).execute();
  await sql`update network_draft set plan = plan - 'people'
    from person p where p.id = ${person} and position(p.email_key in lower(plan->>'people')) > 0`.execute(on(from));
}

const draftOf = ({ id, owner, plan, changed_at: changedAt }: Selectable<NetworkDraftTable>): NetworkDraft => ({
  id,
  owner,
  plan,
  changedAt,
});
