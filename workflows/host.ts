// The loop that keeps anything alive on Temporal: wait → step → have done → continue as new. It decides nothing: what
// lives here is a tenant, whose decisions are pure.
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  currentUpdateInfo,
  defineQuery,
  defineUpdate,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { Migration } from "../machines/engine/migrate.ts";
import { Alarm } from "./alarm.ts";
import { MIGRATE, MIGRATION, REFUSED, UPDATE, type Envelope, type MachineName } from "./messages.ts";
import type { Migrated, Migrating } from "./messages.ts";

/** Events in one run's history, and its bytes, before it continues as new. */
const MAX_EVENTS = 400;
const MAX_BYTES = 1_000_000;
/** How far past those bounds a run goes that nobody asks anything of, and one with activities that would run again. */
const SLACK = { unannounced: 2, busy: 4 };
/** Keys a run remembers. */
const MAX_SEEN = 200;

export type Moved<S, Out> = { state: S; out: Out[] };

/** What one Update comes to. `refused`: nothing of it happened; `failed`: it is told so, but what happened stands. */
export type Played<S, Out, Answer> = Moved<S, Out> & {
  answer: Answer;
  /** Keys that were processed, each with a number. */
  keys: [key: string, n: number][];
  refused?: ApplicationFailure;
  failed?: ApplicationFailure;
};

/** How things stand in the workflow, for what a tenant does by itself. */
export type Live<S, Out> = {
  state(): S;
  /** The instant of what happens now (ms). */
  now(): number;
  change(how: (state: S) => Moved<S, Out>): void;
};

/** What lives here. All of it is pure but `attach` and `carryOut`. */
export type Tenant<S, Out, Ask, Answer> = {
  begin(): Moved<S, Out>;
  pass(state: S, until: number): Moved<S, Out>;
  /** `at`: the instant to apply at, for one that was asked for. */
  play(
    state: S,
    ask: Ask,
    at: (asked: number | undefined) => number,
    seen: ReadonlyMap<string, number>,
  ): Played<S, Out, Answer>;
  nowOf(state: S): number;
  nextDue(state: S): number | undefined;
  hasEnded(state: S): boolean;
  /** Something is under way that would have to begin again in the next run. */
  isBusy?(state: S): boolean;
  /** What another version would make of the state; `moved` says so in what goes out. */
  migrate(state: S, from: MachineName, by: Migrating): { migration: Migration; moved?: Moved<S, Out> };
  /** Called once a run, before anything happens in it. */
  attach?(live: Live<S, Out>): void;
  /** Has the first of what is to go out done; comes back with how many. */
  carryOut(out: readonly Out[], live: Live<S, Out>): Promise<number>;
};

type Answering = { ending?: true };

/** Runs a tenant from its start, or from where the last run left it, to its end: its last state comes back. */
export async function host<S, Out, Ask, Answer extends object>(
  envelope: Envelope<S, Out>,
  tenantOf: (machine: MachineName) => Tenant<S, Out, Ask, Answer> | undefined,
): Promise<S> {
  let machine = envelope.machine;
  let tenant = envelope.v === 1 ? tenantOf(machine) : undefined;
  // No failure of the workflow, but of this worker: another, of the right version, takes it up where it is.
  if (!tenant) throw new Error(`this worker does not carry ${machine} (envelope ${String(envelope.v)})`);
  const { clock } = envelope;
  const seen = new Map(envelope.seen);
  const outbox: Out[] = [...envelope.outbox];
  const alarm = new Alarm();
  const begun: Moved<S, Out> = envelope.state === null ? tenant.begin() : { state: envelope.state, out: [] };
  let current = begun.state;
  outbox.push(...begun.out);
  let woken = false;
  // An Update that meets the end of a run stalls for seconds. So a run ends in the task whose answer says that it does,
  // and only where no answer comes, after a while, without.
  let announced = false;

  const live: Live<S, Out> = {
    state: () => current,
    now: () => clockAt(undefined),
    change: (how) => {
      const { state, out } = how(current);
      current = state;
      outbox.push(...out);
      woken = true;
    },
  };
  /** What was asked for earlier applies then, so that the same happens when a reset lets it come again. */
  const clockAt = (asked: number | undefined) => {
    const now = tenant!.nowOf(current);
    if (clock === "stepped") return Math.max(now, asked ?? now);
    return Math.max(now, Math.min(asked ?? Infinity, wallClock()));
  };
  const mustContinue = (slack = 1) => {
    const { historyLength, historySize, continueAsNewSuggested } = workflowInfo();
    const events = slack * (envelope.eventsPerRun ?? MAX_EVENTS);
    return historyLength >= events || historySize >= slack * MAX_BYTES || continueAsNewSuggested;
  };

  // The validator has played it already; the handler of the same task need not do it twice. What was asked is decoded
  // anew for each of them, so the Update is known by its id.
  let rehearsed: { id: string | undefined; from: S; played: Played<S, Out, Answer> } | undefined;
  const rehearse = (ask: Ask) => {
    const id = currentUpdateInfo()?.id;
    if (rehearsed === undefined || rehearsed.id !== id || rehearsed.from !== current) {
      rehearsed = { id, from: current, played: tenant!.play(current, ask, clockAt, seen) };
    }
    return rehearsed.played;
  };
  setHandler(
    defineUpdate<Answer & Answering, [Ask]>(UPDATE),
    (ask) => {
      const { answer, keys, failed, ...moved } = rehearse(ask);
      rehearsed = undefined;
      live.change(() => moved);
      for (const [key, n] of keys) seen.set(key, n);
      announced ||= mustContinue();
      if (failed) throw failed;
      return announced ? { ...answer, ending: true } : answer;
    },
    {
      validator: (ask) => {
        const { refused } = rehearse(ask);
        if (refused) throw refused;
      },
    },
  );

  const migrationTo = (by: Migrating) => {
    const target = tenantOf(by.to);
    if (!target) throw refusal(`this worker does not carry ${by.to}`);
    return { target, ...target.migrate(current, machine, by) };
  };
  setHandler(defineQuery<Migration, [Migrating]>(MIGRATION), (by) => withoutState(migrationTo(by).migration));
  setHandler(
    defineUpdate<Migrated & Answering, [Migrating]>(MIGRATE),
    (by) => {
      const from = machine;
      if (seen.has(by.key)) return { from, to: machine, changes: [] };
      const { target, migration, moved } = migrationTo(by);
      tenant = target;
      machine = by.to;
      live.change(() => moved!);
      seen.set(by.key, 0);
      announced = true;
      return { from, to: machine, changes: migration.changes, ending: true };
    },
    {
      validator: (by) => {
        if (seen.has(by.key)) return;
        const { migration, moved } = migrationTo(by);
        if (!moved) throw refusal(`${machine} cannot become ${by.to}`, withoutState(migration));
      },
    },
  );
  tenant.attach?.(live);

  const nextRun = (): Envelope<S, Out> => ({
    ...envelope,
    machine,
    state: current,
    outbox,
    seen: [...seen].slice(-MAX_SEEN),
    runs: envelope.runs + 1,
  });

  let carrying = false;
  let broken: unknown;
  const carry = () => {
    carrying = true;
    tenant!
      .carryOut(outbox, live)
      .then((done) => outbox.splice(0, done))
      .catch((error: unknown) => (broken = error ?? new Error("what is to go out cannot be carried out")))
      .finally(() => {
        carrying = false;
        woken = true;
      });
  };

  for (;;) {
    if (alarm.rang) {
      const until = Math.max(alarm.at, clockAt(undefined));
      live.change((state) => tenant!.pass(state, until));
    }
    if (broken !== undefined) throw broken;
    woken = false;
    const ended = tenant.hasEnded(current);
    alarm.set(clock === "stepped" || ended ? undefined : tenant.nextDue(current));
    const isBusy = machine === envelope.machine && (tenant.isBusy?.(current) ?? false);
    const isTime = (announced && !isBusy) || mustContinue(isBusy ? SLACK.busy : SLACK.unannounced);
    if (isTime && !ended && allHandlersFinished()) {
      alarm.set(undefined);
      await continueAsNew(nextRun());
    }
    if (outbox.length > 0 && !carrying) carry();
    if (ended && outbox.length === 0 && allHandlersFinished()) return current;
    await condition(() => woken || alarm.rang);
  }
}

/** What is refused as a whole: nothing of it happened, and asking again would not help. */
export const refusal = (message: string, ...details: unknown[]): ApplicationFailure =>
  ApplicationFailure.create({ message, type: REFUSED, nonRetryable: true, details });

const withoutState = ({ changes, problems }: Migration): Migration => ({ changes, problems });

/** Inside a workflow this is Temporal's own clock: the same at every replay. */
const wallClock = (): number => Date.now(); // oxlint-disable-line
