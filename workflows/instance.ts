// Instances of registered machines on Temporal. The loop is the host's, the decisions are the engine's: here they meet.
import {
  ApplicationFailure,
  CancellationScope,
  defineQuery,
  defineSignal,
  setHandler,
  TemporalFailure,
  workflowInfo,
} from "@temporalio/workflow";
import { answered, begin, hasEnded, heard, outcomeOf, pass, send, standing } from "../machines/engine/instance.ts";
import type { Instance, Moved, Outward, Recorded, Sent, Standing } from "../machines/engine/instance.ts";
import { migrate } from "../machines/engine/migrate.ts";
import type { Registered } from "../machines/engine/register.ts";
import { nextDue } from "../machines/engine/timers.ts";
import type { Json } from "../machines/engine/types.ts";
import { host, refusal, type Live, type Tenant } from "./host.ts";
import {
  machineName,
  RECORDS,
  SAID,
  STANDING,
  versionIn,
  type Answered,
  type Asked,
  type InstanceEnvelope,
  type Said,
} from "./messages.ts";
import { carrier, causeOf, movedTo, tellAbove } from "./outward.ts";

const saidSignal = defineSignal<[Said]>(SAID);

/**
 * The workflow that runs instances of these machines, each version one of them, to their end; the root's output comes
 * back. A worker carries it under the name `instance`, with the activities that `activitiesOf` makes. `beside` is called
 * once a run, for what a worker's instances answer besides: queries of its own. Throws where two have one name and version.
 */
export function instanceOf(registered: Registered[], beside?: Beside): (envelope: InstanceEnvelope) => Promise<Json> {
  const known = new Map<string, Registered>();
  for (const of of withThoseApart(registered)) {
    const name = machineName(of);
    if ((known.get(name) ?? of) !== of)
      throw new Error(`two machines are named ${name}: give one of them another version, or another name`);
    known.set(name, of);
  }
  return async (envelope) => {
    let outcome;
    try {
      const last = await host<Instance, Outward, Asked, Answered>(envelope, (machine) => {
        const of = known.get(machine);
        return of && tenantOf(envelope, of, { known, beside });
      });
      outcome = outcomeOf(last);
    } catch (error) {
      if (envelope.above && error instanceof TemporalFailure) await tellBrokenOff(envelope.above, error);
      throw error;
    }
    if (envelope.above) await tellAbove(envelope.above, outcome);
    if (outcome.ok) return outcome.output;
    throw ApplicationFailure.nonRetryable(messageOf(outcome.error), "MachineFailed");
  };
}

type Beside = (live: Live<Instance, Outward>) => void;

/** Cut short from outside, or never begun: the parent may be in a later run than the one that saw it start. */
const tellBrokenOff = async (above: NonNullable<InstanceEnvelope["above"]>, error: TemporalFailure) =>
  await CancellationScope.nonCancellable(() => tellAbove(above, { ok: false, error: causeOf(error) }));

const withThoseApart = (registered: Registered[]): Registered[] =>
  registered.flatMap((of) => [of, ...withThoseApart(Object.values(of.apart))]);

function tenantOf(
  envelope: InstanceEnvelope,
  of: Registered,
  { known, beside }: { known: ReadonlyMap<string, Registered>; beside: Beside | undefined },
): Tenant<Instance, Outward, Asked, Answered> {
  const { startedAt, input, above, state: before, clock } = envelope;
  let carry: ReturnType<typeof carrier>;
  return {
    begin: () => movedTo(begunOrFailed(() => begin(of, input, startedAt, above !== undefined))),
    pass: (instance, until) => movedTo(pass(of, instance, until)),
    play: (instance, asked, clockAt, seen) => {
      const refused = (message: string) => ({
        ...movedTo({ instance, out: [] }),
        keys: [],
        answer: { standing: standing(of, instance) },
        refused: refusal(message),
      });
      if ("advance" in asked) {
        if (clock !== "stepped") return refused("only an instance on a stepped clock is told what time it is");
        const moved = pass(of, instance, clockAt(asked.advance));
        return { ...movedTo(moved), keys: [], answer: { standing: standing(of, moved.instance) } };
      }
      return playSent(
        of,
        instance,
        asked.send,
        clockAt(asked.send.at ?? (clock === "real" ? asked.sentAt : undefined)),
        seen,
      );
    },
    nowOf: ({ state }) => state.now,
    nextDue: ({ state }) => nextDue(state)?.dueAt,
    hasEnded,
    isBusy: ({ state: { tasks } }, isCarrying) => isCarrying || tasks.some(({ src }) => !of.apart[src]),
    migrate: (instance, from) => {
      const version = versionIn(from);
      const machines = known.get(from)?.machines;
      const migration = migrate(of, { version, ...(machines && { machines }) }, instance.state);
      const { state } = migration;
      if (!state) return { migration };
      let { n } = instance;
      const gone = migration.changes.filter((change) => change.change === "task gone");
      const out = gone.map(({ actor, id, gen }): Outward => {
        const src = instance.state.tasks.find((task) => task.gen === gen)?.src ?? "";
        return { n: ++n, do: "cancel", at: state.now, actor, id, gen, src };
      });
      return { migration, moved: { state: { ...instance, state, n }, out } };
    },
    attach: (live) => {
      carry = carrier(of, live, envelope);
      if (before) carry.resume(envelope.outbox);
      attach(of, live);
      beside?.(live);
    },
    carryOut: (out) => carry.next(out[0]!),
    abandon: () => carry.abandon(),
  };
}

/** One event, once. */
function playSent(of: Registered, instance: Instance, sent: Sent, now: number, seen: ReadonlyMap<string, number>) {
  if (seen.has(sent.key)) {
    const answer = { key: sent.key, ok: true as const, taken: true, repeated: true as const };
    return { ...movedTo({ instance, out: [] }), keys: [], answer: { answer, standing: standing(of, instance) } };
  }
  const { answer, ...moved } = send(of, instance, sent, now);
  const told = { answer, standing: standing(of, moved.instance) };
  const keys: [string, number][] = answer.ok ? [[sent.key, moved.instance.n]] : [];
  if (answer.ok) return { ...movedTo(moved), keys, answer: told };
  const failure = refusal(answer.why, told);
  return {
    ...movedTo(moved),
    keys,
    answer: told,
    ...(answer.code === "fault" ? { failed: failure } : { refused: failure }),
  };
}

/** What others may ask and say, besides events. */
function attach(of: Registered, live: Live<Instance, Outward>): void {
  setHandler(defineQuery<Standing>(STANDING), () => standing(of, live.state()));
  setHandler(defineQuery<Recorded[]>(RECORDS), () => live.state().records);
  setHandler(saidSignal, (said) =>
    live.once(said.key, (instance) => {
      if ("settled" in said) return movedTo(answered(of, instance, said.from, said.settled, live.now()));
      return movedTo(heard(of, instance, said.from, said.event, live.now()));
    }),
  );
}

/** A machine that cannot even begin ends its workflow, and says why: trying again would come to the same. */
function begunOrFailed(start: () => Moved): Moved {
  try {
    return start();
  } catch (error) {
    throw ApplicationFailure.nonRetryable(
      `${workflowInfo().workflowId} cannot begin: ${(error as Error).message}; mend its machine or input, and start it under another id`,
      "MachineFailed",
    );
  }
}

const messageOf = (error: Json): string =>
  typeof error === "object" && error !== null && "message" in error ? String(error["message"]) : JSON.stringify(error);
