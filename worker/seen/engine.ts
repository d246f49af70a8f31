// Temporal as traces see it: Updates as they are sent, and activities as they are done. What lies between is the workflow's,
// which carries no code for it.
import type { WorkflowClientInterceptor } from "@temporalio/client";
import { defaultPayloadConverter } from "@temporalio/common";
import type { ActivityInterceptorsFactory } from "@temporalio/worker";
import type { Told } from "../../machines/ledger.ts";
import { workflowIdOf } from "../../workflows/messages.ts";
import { markOf, type Origins } from "./origins.ts";
import type { Traces } from "./traces.ts";

/** The header of Temporal's own interceptors, so that whoever has those finds the trace as well. */
const HEADER = "_tracer-data";
/** Triggers of one batch that are named in a span. */
const NAMED = 20;

type Seeing = { traces: Traces; origins: Origins };

/** An Update is part of the first trigger in its batch, and linked to the others. Its header carries the trace into the history. */
export const updatesTraced = ({ traces, origins }: Seeing): WorkflowClientInterceptor => ({
  startUpdate: async (input, next) => {
    const network = networkIn(input.workflowExecution.workflowId ?? "");
    const keys = keysIn(input.args[0]);
    const [under, ...links] = keys.flatMap((key) => origins.of(network, key) ?? []);
    const attributes = { ...aboutOf(network, keys), "temporal.update": input.updateName };
    return await traces.within({ name: "update", kind: "CLIENT", attributes, under, links }, () => {
      const headers = { ...input.headers, [HEADER]: defaultPayloadConverter.toPayload(traces.carried()) };
      return next({ ...input, headers });
    });
  },
});

/** An activity is part of the first trigger whose entries it writes; what those lead to is then part of it. */
export const activitiesTraced =
  ({ traces, origins }: Seeing): ActivityInterceptorsFactory =>
  ({ info }) => ({
    inbound: {
      execute: async (input, next) => {
        const network = networkIn(info.workflowExecution?.workflowId ?? "");
        const told = toldIn(input.args[0]);
        const keys = [...new Set(told.flatMap(({ entry }) => entry.key ?? []))];
        const [under, ...links] = keys.flatMap((key) => origins.of(network, key) ?? []);
        const numbers = told.map(({ entry }) => entry.n);
        const attributes = {
          ...aboutOf(network, keys),
          "temporal.activity": info.activityType,
          "temporal.attempt": info.attempt,
          ...(numbers.length > 0 && {
            "fremdrift.first": Math.min(...numbers),
            "fremdrift.last": Math.max(...numbers),
          }),
        };
        return await traces.within({ name: "activity", kind: "CONSUMER", attributes, under, links }, async (span) => {
          for (const key of keys) if (origins.of(network, key)) origins.remember(network, key, span.spanContext());
          return await next(input);
        });
      },
    },
  });

const PREFIX = workflowIdOf("");
const networkIn = (workflowId: string) => (workflowId.startsWith(PREFIX) ? workflowId.slice(PREFIX.length) : "");

const aboutOf = (network: string, keys: string[]) => ({
  "fremdrift.network": network,
  "fremdrift.trigger": keys.slice(0, NAMED).map((key) => markOf(network, key)),
});

/** Keys of the triggers of a batch; none where the Update is another. */
function keysIn(batch: unknown): string[] {
  const { triggers } = (batch ?? {}) as { triggers?: { key: string }[] };
  return Array.isArray(triggers) ? triggers.map(({ key }) => key) : [];
}

/** What a network's activity writes; nothing where it is another's. */
function toldIn(input: unknown): Told[] {
  const { told } = (input ?? {}) as { told?: Told[] };
  return Array.isArray(told) ? told : [];
}
