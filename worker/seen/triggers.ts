// Triggers as they are seen: how many of which type, what they were answered, and how long it took.
import type { Submit, Submitted } from "../../api/submit.ts";
import { Unanswered } from "../../api/update.ts";
import { QueueFull } from "../../api/group-commit.ts";
import { isTrigger, triggerOf } from "../../machines/trigger-types.ts";
import { StoreError } from "../../store/error.ts";
import type { Lag } from "./lag.ts";
import type { Meters } from "./meters.ts";
import { markOf, type Origins } from "./origins.ts";
import type { Traces } from "./traces.ts";

/** What a trigger comes to, beside the codes of refusals. */
export const FAILURES = ["unanswered", "full", "repeated", "store", "error"] as const;

export type Watching = { meters?: Meters; lag?: Lag; traces?: Traces; origins?: Origins };

/** The same, watched: each trigger is counted, timed and traced, and what it tells of is looked for in the ledger. */
export function triggersSeen(submit: Submit, { meters, lag, traces, origins }: Watching): Submit {
  const counted: Submit["trigger"] = async (network, trigger, claim) => {
    const begun = performance.now();
    const type = isTrigger(trigger.type) ? trigger.type : "unknown";
    const note = (outcome: string) => meters?.trigger(type, outcome, (performance.now() - begun) / 1_000);
    try {
      const done = await submit.trigger(network, trigger, claim);
      note(outcomeOf(done));
      if (done.ok && triggerOf(type)?.by === "machine") lag?.told(network, done.n);
      return done;
    } catch (error) {
      note(failureOf(error));
      throw error;
    }
  };
  if (!traces || !origins) return { ...submit, trigger: counted };
  return {
    ...submit,
    trigger: async (network, trigger, claim) => {
      const attributes = {
        "fremdrift.network": network,
        "fremdrift.type": trigger.type,
        "fremdrift.trigger": [markOf(network, trigger.key)],
      };
      return await traces.within({ name: "trigger", attributes }, async (span) => {
        origins.remember(network, trigger.key, span.spanContext());
        const done = await counted(network, trigger, claim);
        span.setAttribute("fremdrift.outcome", outcomeOf(done));
        if (done.ok) span.setAttribute("fremdrift.last", done.n);
        return done;
      });
    },
  };
}

const outcomeOf = (done: Submitted): string => (done.ok ? "ok" : done.code);

function failureOf(error: unknown): (typeof FAILURES)[number] {
  if (error instanceof Unanswered) return "unanswered";
  if (error instanceof QueueFull) return "full";
  if (error instanceof StoreError) return error.code === "repeated" ? "repeated" : "store";
  return "error";
}
