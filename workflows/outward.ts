// What an instance asks for outside, carried out in order: activities, machines that run apart, words to them.
import {
  CancellationScope,
  getExternalWorkflowHandle,
  isCancellation,
  ParentClosePolicy,
  WorkflowIdReusePolicy,
  proxyActivities,
  startChild,
  workflowInfo,
} from "@temporalio/workflow";
import { activityType, type About, type ActivityOptions } from "../machines/engine/activities.ts";
import type { Settled, TaskRef } from "../machines/engine/answers.ts";
import { answered, failed, type Instance, type Moved, type Outward } from "../machines/engine/instance.ts";
import { keyOf } from "../machines/engine/refs.ts";
import { EMITTED, type Registered } from "../machines/engine/register.ts";
import { ABOVE, type Json, type Task } from "../machines/engine/types.ts";
import type { Live } from "./host.ts";
import { INSTANCE_WORKFLOW, machineName, SAID, type InstanceEnvelope, type Said } from "./messages.ts";

type Does<Kind extends Outward["do"]> = Extract<Outward, { do: Kind }>;
type Run = Pick<Task, "actor" | "id" | "gen" | "src" | "input" | "at">;

/** `next` has one thing done, and comes back when the one after it may begin. */
export function carrier(
  of: Registered,
  live: Live<Instance, Outward>,
  { clock, above, eventsPerRun }: Pick<InstanceEnvelope, "clock" | "above" | "eventsPerRun">,
) {
  const { workflowId } = workflowInfo();
  const underWay = new Map<number, CancellationScope>();
  const settled = (task: TaskRef, what: Settled) =>
    live.change((instance) => movedTo(answered(of, instance, task, what, live.now())));
  const fault = (actor: string, message: string) =>
    live.change((instance) => movedTo(failed(of, instance, actor, message)));

  const call = (name: string, options: ActivityOptions, input: Json, about: Omit<About, "instance">) => {
    const type = activityType(of.name, name);
    return proxyActivities<Record<string, (input: Json, about: About) => Promise<Json>>>(options as never)[type]!(
      input,
      {
        instance: workflowId,
        ...about,
      },
    );
  };

  /** Of an action nobody waits for the outcome: one that fails for good is a fault on record. */
  const act = async ({ type, params, actor, at, n }: Does<"act">) => {
    const options = of.activities[type]!;
    await orFault(`the action «${type}»`, actor, () =>
      call(type, options, params, { actor, at, key: `${workflowId}/${n}` }),
    );
  };

  const emit = async ({ event, actor, at, n }: Does<"emit">) =>
    await orFault("an emitted event", actor, () =>
      call(EMITTED, of.emitted!, event, { actor, at, key: `${workflowId}/${n}` }),
    );

  const orFault = async (what: string, actor: string, carry: () => Promise<unknown>) => {
    try {
      await carry();
    } catch (error) {
      if (isCancellation(error)) throw error;
      fault(actor, `${what} was not carried out: ${causeOf(error).message}`);
    }
  };

  const runActivity = ({ actor, id, gen, src, input, at }: Run) => {
    const scope = new CancellationScope();
    underWay.set(gen, scope);
    scope
      .run(() => call(src, of.activities[src]!, input, { actor, at, key: `${workflowId}/task/${gen}` }))
      .then(
        (output) => settled({ actor, id, gen }, { ok: true, output: output ?? null }),
        (error: unknown) => {
          // One that was given up is not waited for: `settle` passes over it.
          if (!scope.consideredCancelled) settled({ actor, id, gen }, { ok: false, error: causeOf(error) });
        },
      )
      .finally(() => underWay.delete(gen));
  };

  const childId = (actor: string, id: string, gen: number) => `${workflowId}/${keyOf(actor, id)}~${gen}`;

  /** It outlives this run, so its outcome comes as a signal; only that it broke off is seen from here, in this run. */
  const runApart = async ({ actor, id, gen, src, input, at }: Run) => {
    const task = { actor, id, gen };
    const envelope: InstanceEnvelope = {
      v: 1,
      machine: machineName(of.apart[src]!),
      clock,
      startedAt: at,
      state: null,
      outbox: [],
      seen: [],
      runs: 0,
      input,
      above: { workflowId, task },
      eventsPerRun,
    };
    try {
      const handle = await startChild(INSTANCE_WORKFLOW, {
        workflowId: childId(actor, id, gen),
        args: [envelope],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        workflowTaskTimeout: "2s",
      });
      handle.result().catch((error: unknown) => settled(task, { ok: false, error: causeOf(error) }));
    } catch (error) {
      // A run before this one had started it, and ended before it knew. Perhaps it is over by now.
      if ((error as Error).name === "WorkflowExecutionAlreadyStartedError") return;
      if (isCancellation(error)) throw error;
      settled(task, { ok: false, error: causeOf(error) });
    }
  };

  const cancel = async ({ actor, id, gen, src }: Pick<Task, "actor" | "id" | "gen" | "src">) => {
    underWay.get(gen)?.cancel();
    if (of.apart[src]) await quietly(() => getExternalWorkflowHandle(childId(actor, id, gen)).cancel());
  };

  /** Said again where a run ended before it knew that it was said: the key tells. */
  const tell = async ({ to, gen, event, actor, n }: Does<"tell">) => {
    const from = to === ABOVE ? above!.task : ABOVE;
    const receiver = to === ABOVE ? above!.workflowId : `${workflowId}/${to}~${gen}`;
    await orFault(`«${event.type}» to «${receiver}»`, actor, () =>
      say(receiver, { key: `${workflowId}/${n}`, from, event }),
    );
  };

  const carryOut = async (out: Outward): Promise<void> => {
    switch (out.do) {
      case "act":
        return await act(out);
      case "emit":
        return await emit(out);
      case "run":
        return of.apart[out.src] ? await runApart(out) : runActivity(out);
      case "cancel":
        return await cancel(out);
      case "tell":
        return await tell(out);
    }
  };

  return {
    /** What runs apart ends with the instance, where that is cut short from outside. */
    abandon: async () => {
      for (const task of live.state().state.tasks) if (of.apart[task.src]) await cancel(task);
    },
    next: async (out: Outward): Promise<number> => {
      await carryOut(out);
      return 1;
    },
    /** Begins again what was under way when the last run ended. What stands in the outbox has not begun. */
    resume: (outbox: readonly Outward[]) => {
      const waiting = new Set(outbox.flatMap((out) => (out.do === "run" ? [out.gen] : [])));
      const { tasks } = live.state().state;
      for (const task of tasks) if (!waiting.has(task.gen) && !of.apart[task.src]) runActivity(task);
    },
  };
}

/** Tells the instance that this one runs apart from how it ended. Where that is no more, nobody is left to tell. */
export async function tellAbove(
  { workflowId, task }: NonNullable<InstanceEnvelope["above"]>,
  settled: Settled,
): Promise<void> {
  await quietly(() => say(workflowId, { key: `${workflowInfo().workflowId}/over`, from: task, settled }));
}

const say = async (receiver: string, said: Said) =>
  await getExternalWorkflowHandle(receiver).signal<[Said]>(SAID, said);

/** What the engine gives, as a host takes it. */
export const movedTo = ({ instance: state, out }: Moved) => ({ state, out });

async function quietly(tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (isCancellation(error)) throw error;
  }
}

/** What the activity or the other machine said, without Temporal's wrapping. */
export function causeOf(error: unknown): { name: string; message: string } {
  let inner = error as Error & { type?: string | null };
  while (inner.cause instanceof Error) inner = inner.cause;
  return { name: inner.type ?? inner.name, message: inner.message };
}
