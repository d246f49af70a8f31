// What an instance has asked to be carried out, as the server has it on record: over all of its runs, in order.
import { defaultPayloadConverter } from "@temporalio/common";
import type { Client } from "@temporalio/client";
import type { About } from "../../machines/engine/activities.ts";

export type Call = { key: string; line: unknown[] };
type Run = { calls: Call[]; children: string[]; before: string };

export class Calls {
  private readonly client: Client;
  private readonly id: string;
  /** Runs that are over: they do not change any more. */
  private readonly past = new Map<string, Run>();

  constructor(client: Client, id: string) {
    this.client = client;
    this.id = id;
  }

  /** Each once: what was under way when a run ended is begun again in the next, under the same key. */
  async all(): Promise<Call[]> {
    const seen = new Set<string>();
    const calls = (await this.runs()).flatMap((run) => run.calls);
    return calls.filter(({ key }) => !seen.has(key) && seen.add(key));
  }

  /** Ids of the workflows that run apart from it. */
  async children(): Promise<string[]> {
    return [...new Set((await this.runs()).flatMap(({ children }) => children))];
  }

  private async runs(): Promise<Run[]> {
    const latest = (await this.client.workflow.getHandle(this.id).describe()).runId;
    const runs: Run[] = [];
    for (let runId = latest; runId !== ""; runId = runs[0]!.before) {
      const run = this.past.get(runId) ?? (await this.read(runId));
      if (runId !== latest) this.past.set(runId, run);
      runs.unshift(run);
    }
    return runs;
  }

  private async read(runId: string): Promise<Run> {
    const { events } = await this.client.workflow.getHandle(this.id, runId).fetchHistory();
    const calls: Call[] = [];
    // Of acts and emitted events there is one at a time.
    const open = new Map<string, string>();
    let before = "";
    for (const event of events ?? []) {
      const { workflowExecutionStartedEventAttributes: started, activityTaskScheduledEventAttributes: asked } = event;
      if (started) before = started.continuedExecutionRunId ?? "";
      const ended = event.activityTaskCompletedEventAttributes ?? event.activityTaskFailedEventAttributes;
      if (ended) open.delete(String(ended.scheduledEventId));
      if (!asked) continue;
      const [what, about] = (asked.input?.payloads ?? []).map((payload) =>
        defaultPayloadConverter.fromPayload(payload),
      );
      const { key, actor } = about as About;
      const kind = KINDS[asked.activityType!.name!.split(".")[1]!]!;
      const meanwhile = [...open.values()];
      calls.push({
        key,
        line: [kind, actor, what, ...(kind === "run" || meanwhile.length === 0 ? [] : [{ meanwhile }])],
      });
      if (kind !== "run") open.set(String(event.eventId), key);
    }
    const apart = (events ?? []).map((event) => event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId);
    return { calls, children: apart.filter((id) => typeof id === "string"), before };
  }
}

const KINDS: Record<string, string> = { act: "act", emitted: "emit", task: "run" };
