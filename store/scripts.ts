// What the pacer plays in a network on the scaled clock, step by step.
import type { Json } from "../machines/engine/types.ts";
import type { Instant } from "../programmes/types.ts";
import { json } from "./json.ts";
import { on, type From } from "./open.ts";

export type ScriptStep = { i: number; at: Instant; trigger: { [key: string]: Json | undefined } };

/** The first step that is not done, or undefined when all are. */
export async function nextStep(from: From, networkId: string): Promise<ScriptStep | undefined> {
  const query = on(from).selectFrom("script").select(["i", "at", "trigger"]).where("network_id", "=", networkId);
  return await query.where("outcome", "is", null).orderBy("i").limit(1).executeTakeFirst();
}

/** The whole script with what came of each step: `outcome` is absent while a step is not done. */
export async function scriptOf(from: From, networkId: string): Promise<(ScriptStep & { outcome?: Json })[]> {
  const query = on(from)
    .selectFrom("script")
    .select(["i", "at", "trigger", "outcome"])
    .where("network_id", "=", networkId);
  return (await query.orderBy("i").execute()).map(({ outcome, ...step }) =>
    outcome === null ? step : { ...step, outcome },
  );
}

/** Records that a step is done, and what came of it (not null). */
export async function markDone(from: From, networkId: string, i: number, outcome: Exclude<Json, null>): Promise<void> {
  const query = on(from)
    .updateTable("script")
    .set({ outcome: json(outcome) })
    .where("network_id", "=", networkId);
  await query.where("i", "=", i).execute();
}
