// Theme proposals, each with its steps. A step is added to those that were read with it, and never changed.
import { sql, type Selectable } from "kysely";
import type { Theme, ThemeStep } from "../machines/themes/types.ts";
import { json, present } from "./json.ts";
import { inTransaction, on, type From } from "./open.ts";
import type { FoundPerson } from "./people.ts";
import type { ThemeProposalTable, ThemeStepTable } from "./schema-themes.ts";

/** A theme with all that became of it, in order. */
export type StoredTheme = { theme: Theme; steps: ThemeStep[] };

/** Keeps a proposal. The same person with the same key gets the one that was made before. */
export async function createTheme(from: From, theme: Theme, key: string): Promise<StoredTheme> {
  const { characteristics, proposer, referenceManager, lineManager, proposedAt, programme, start, ...rest } = theme;
  const row = {
    ...rest,
    programme: programme ?? null,
    characteristics: json(characteristics),
    proposer,
    reference_manager: referenceManager ?? null,
    line_manager: lineManager ?? null,
    start: start ?? null,
    proposed_at: proposedAt,
    created_key: key,
  };
  return await inTransaction(from, async (tx) => {
    await tx
      .insertInto("theme_proposal")
      .values(row)
      .onConflict((conflict) => conflict.columns(["proposer", "created_key"]).doNothing())
      .execute();
    const made = tx.selectFrom("theme_proposal").select("id").where("proposer", "=", proposer);
    const { id } = await made.where("created_key", "=", key).executeTakeFirstOrThrow();
    return (await readTheme(tx, id))!;
  });
}

/** One proposal, or undefined. */
export async function readTheme(from: From, id: string): Promise<StoredTheme | undefined> {
  const row = await on(from).selectFrom("theme_proposal").selectAll().where("id", "=", id).executeTakeFirst();
  return row && { theme: themeOf(row), steps: await stepsOf(from, id) };
}

/** All proposals, the oldest first. */
export async function listThemes(from: From): Promise<StoredTheme[]> {
  const rows = await on(from).selectFrom("theme_proposal").selectAll().orderBy("proposed_at").orderBy("id").execute();
  const steps = await on(from).selectFrom("theme_proposal_step").selectAll().orderBy("n").execute();
  const own = new Map(rows.map(({ id }) => [id, [] as ThemeStep[]]));
  for (const step of steps) own.get(step.proposal_id)?.push(stepOf(step));
  return rows.map((row) => ({ theme: themeOf(row), steps: own.get(row.id)! }));
}

/**
 * Adds what `decide` makes of a proposal as it stands, and answers the proposal after it; one that waits for another to be added sees that one.
 * A step with a key that is there already is not added again, and `decide` not asked. Undefined where there is no such proposal. What
 * `decide` throws leaves everything as it was.
 */
export async function addStep(
  from: From,
  id: string,
  key: string,
  decide: (stored: StoredTheme) => ThemeStep,
): Promise<StoredTheme | undefined> {
  return await inTransaction(from, async (tx) => {
    const locked = tx.selectFrom("theme_proposal").select("id").where("id", "=", id).forUpdate();
    if (!(await locked.executeTakeFirst())) return undefined;
    const stored = (await readTheme(tx, id))!;
    const same = tx.selectFrom("theme_proposal_step").select("n").where("proposal_id", "=", id);
    if (await same.where("key", "=", key).executeTakeFirst()) return stored;
    const { at, by, reason, kind, data } = decide(stored);
    const row = { proposal_id: id, n: stored.steps.length + 1, at, by_person: by, kind, reason: reason ?? null, key };
    await tx
      .insertInto("theme_proposal_step")
      .values({ ...row, data: json(data) })
      .execute();
    return (await readTheme(tx, id))!;
  });
}

/** People by their ids, in no order, without those who were erased. */
export async function peopleById(from: From, ids: readonly string[]): Promise<FoundPerson[]> {
  const query = on(from)
    .selectFrom("person")
    .where("id", "in", [...new Set(ids)])
    .where("email", "is not", null);
  return await query.select(["id", "name", "language", sql<string>`email`.as("email")]).execute();
}

async function stepsOf(from: From, id: string): Promise<ThemeStep[]> {
  const query = on(from).selectFrom("theme_proposal_step").selectAll().where("proposal_id", "=", id);
  return (await query.orderBy("n").execute()).map(stepOf);
}

function themeOf(row: Selectable<ThemeProposalTable>): Theme {
  const { reference_manager, line_manager, proposed_at, created_key: _, ...rest } = row;
  return present({
    ...rest,
    referenceManager: reference_manager,
    lineManager: line_manager,
    proposedAt: proposed_at,
  }) as Theme;
}

function stepOf({ at, by_person, kind, reason, data }: Selectable<ThemeStepTable>): ThemeStep {
  return present({ at, by: by_person, kind, reason, data }) as ThemeStep;
}
