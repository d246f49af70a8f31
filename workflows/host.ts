// The loop that keeps anything alive on Temporal: wait → step → have done → continue as new. It decides nothing: what
// lives here is a tenant, whose decisions are pure.
import {
  allHandlersFinished,
  CancellationScope,
  ApplicationFailure,
  condition,
  continueAsNew,
  currentUpdateInfo,
  defineQuery,
  defineUpdate,
  isCancellation,
  setHandler,
  workflowInfo,
} from "@temporalio/workflow";
import type { Migration } from "../machines/engine/migrate.ts";
import { sizeOf } from "../machines/engine/size.ts";
import { Alarm, wallClock } from "./alarm.ts";
import { orRefused } from "./or-refused.ts";
import { FULL, MIGRATE, MIGRATION, PREVIEW, REFUSED, UPDATE, type Envelope, type MachineName } from "./messages.ts";
import type { Migrated, Migrating, MigrationAnswer } from "./messages.ts";

/** Bytes of one run's history before it continues as new; its events stand in the envelope. Neither may change under one that runs. */
const MAX_BYTES = 1_000_000;
/** How far past those bounds a run goes that nobody asks anything of, and one with activities that would run again. */
const SLACK = { unannounced: 2, busy: 4 };
/** Bytes of JSON that may wait to go out before no more is taken: with a state they must fit into one piece for the next run. */
const MAX_WAITING_BYTES = 256 * 1024;
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
  /** The same, unless something of that key has happened. */
  once(key: string, how: (state: S) => Moved<S, Out>): void;
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
  /** Something is under way that would have to begin again in the next run; `isCarrying`: `carryOut` is. */
  isBusy?(state: S, isCarrying: boolean): boolean;
  /** What another version would make of the state; `moved` says so in what goes out. */
  migrate(state: S, from: MachineName, by: Migrating): { migration: Migration; moved?: Moved<S, Out> };
  /** Called once a run, before anything happens in it. */
  attach?(live: Live<S, Out>): void;
  /** Has the first of what is to go out done; comes back with how many. */
  carryOut(out: readonly Out[], live: Live<S, Out>): Promise<number>;
  /** The workflow was cancelled: what it had begun elsewhere is. */
  abandon?(): Promise<void>;
};

type Answering = { ending?: true };

/** Runs a tenant from its start, or from where the last run left it, to its end: its last state comes back. */
export function host<S, Out extends object, Ask, Answer extends object>(
  envelope: Envelope<S, Out>,
  tenantOf: (machine: MachineName) => Tenant<S, Out, Ask, Answer> | undefined,
): Promise<S> {
  const tenant = envelope.v === 1 ? tenantOf(envelope.machine) : undefined;
  // No failure of the workflow, but of this worker: another, of the right version, takes it up where it is.
  if (!tenant) throw new Error(`this worker does not carry ${envelope.machine} (envelope ${String(envelope.v)})`);
  const hosted = new Hosted(envelope, tenantOf, tenant);
  // What has come with the start of the run is handled as soon as there is a handler: by then the tenant must be at home.
  tenant.attach?.(hosted);
  setHandler(defineUpdate<Answer & Answering, [Ask]>(UPDATE), (ask) => hosted.play(ask), {
    validator: (ask) => hosted.demand(ask),
  });
  setHandler(defineUpdate<Migrated & Answering, [Migrating]>(MIGRATE), (by) => hosted.migrate(by), {
    validator: (by) => hosted.demandMigration(by),
  });
  setHandler(defineQuery<MigrationAnswer, [Migrating]>(MIGRATION), (by) => orRefused(() => hosted.migration(by)));
  setHandler(defineQuery<Answer, [Ask]>(PREVIEW), (ask) => hosted.preview(ask));
  // Not awaited: every pending promise has its stack kept, a kilobyte for each workflow.
  return hosted.run();
}

class Hosted<S, Out extends object, Ask, Answer extends object> implements Live<S, Out> {
  tenant: Tenant<S, Out, Ask, Answer>;
  private readonly envelope: Envelope<S, Out>;
  private readonly tenantOf: (machine: MachineName) => Tenant<S, Out, Ask, Answer> | undefined;
  private machine: MachineName;
  private current: S;
  private readonly outbox: Out[];
  private readonly seen: Map<string, number>;
  private readonly alarm = new Alarm();
  private woken = false;
  private isCarrying = false;
  private broken: Error | undefined;
  // Else a run that is long by its start alone would end at once, and so would the next.
  private hasMoved = false;
  // An Update that meets the end of a run stalls for seconds. So a run ends in the task whose answer says that it does,
  // and only where no answer comes, after a while, without.
  private isAnnounced = false;
  // The validator has played it already; the handler of the same task need not do it twice. What was asked is decoded
  // anew for each of them, so the Update is known by its id.
  private rehearsed: { id: string | undefined; from: S; played: Played<S, Out, Answer> } | undefined;

  constructor(
    envelope: Envelope<S, Out>,
    tenantOf: (machine: MachineName) => Tenant<S, Out, Ask, Answer> | undefined,
    tenant: Tenant<S, Out, Ask, Answer>,
  ) {
    this.envelope = envelope;
    this.tenantOf = tenantOf;
    this.tenant = tenant;
    this.machine = envelope.machine;
    this.seen = new Map(envelope.seen);
    const { state, out } = envelope.state === null ? tenant.begin() : { state: envelope.state, out: [] };
    this.current = state;
    this.outbox = [...envelope.outbox, ...out];
  }

  state = (): S => this.current;
  now = (): number => this.clockAt(undefined);

  change(how: (state: S) => Moved<S, Out>): void {
    const { state, out } = how(this.current);
    this.current = state;
    this.outbox.push(...out);
    this.woken = this.hasMoved = true;
  }

  once(key: string, how: (state: S) => Moved<S, Out>): void {
    if (this.seen.has(key)) return;
    this.change(how);
    this.seen.set(key, 0);
  }

  play(ask: Ask): Answer & Answering {
    const { answer, keys, failed, ...moved } = this.rehearse(ask);
    this.rehearsed = undefined;
    this.change(() => moved);
    for (const [key, n] of keys) this.seen.set(key, n);
    this.isAnnounced ||= this.mustContinue(1);
    if (failed) throw failed;
    return this.isAnnounced ? { ...answer, ending: true } : answer;
  }

  demand(ask: Ask): void {
    const waiting = this.outbox.reduce((bytes, out) => bytes + sizeOf(out), 0);
    if (waiting > MAX_WAITING_BYTES)
      throw ApplicationFailure.nonRetryable(
        "too much of what it asked for has not been done yet: ask again later",
        FULL,
      );
    const { refused } = this.rehearse(ask);
    if (refused) throw refused;
  }

  /** Nothing of it happens. A query has no clock of its own: it is as late as it is asked for. */
  preview(ask: Ask): Answer {
    const now = this.tenant.nowOf(this.current);
    return this.tenant.play(this.current, ask, (asked) => Math.max(now, asked ?? now), this.seen).answer;
  }

  migration(by: Migrating): Migration {
    const { changes, problems } = this.migrationTo(by).migration;
    return { changes, problems };
  }

  migrate(by: Migrating): Migrated & Answering {
    const from = this.machine;
    if (this.seen.has(by.key)) return { from, to: from, changes: [] };
    const { target, migration, moved } = this.migrationTo(by);
    this.tenant = target;
    this.machine = by.to;
    this.change(() => moved!);
    this.seen.set(by.key, 0);
    this.isAnnounced = true;
    return { from, to: by.to, changes: migration.changes, ending: true };
  }

  demandMigration(by: Migrating): void {
    if (!this.seen.has(by.key) && !this.migrationTo(by).moved)
      throw refusal(`${this.machine} cannot become ${by.to}`, this.migration(by));
  }

  async run(): Promise<S> {
    try {
      for (;;) {
        if (this.broken) throw this.broken;
        const isThrough = this.catchUp();
        if (isThrough && allHandlersFinished()) {
          this.alarm.set(undefined);
          if (this.isOver()) return this.current;
          await continueAsNew(this.nextRun());
        }
        if (this.outbox.length > 0 && !this.isCarrying) void this.carry();
        await condition(() => this.woken || this.alarm.rang || (isThrough && allHandlersFinished()));
      }
    } catch (error) {
      if (isCancellation(error)) await CancellationScope.nonCancellable(async () => this.tenant.abandon?.());
      throw error;
    }
  }

  /** Applies what is due and sets the alarm for what will be. Answers whether this run has come to its end. */
  private catchUp(): boolean {
    if (this.alarm.rang) {
      const until = Math.max(this.alarm.at, this.now());
      this.change((state) => this.tenant.pass(state, until));
    }
    this.woken = false;
    const ended = this.tenant.hasEnded(this.current);
    const isStill = ended || this.envelope.clock === "stepped";
    this.alarm.set(isStill ? undefined : this.tenant.nextDue(this.current));
    return ended ? this.isOver() : this.isTimeToContinue();
  }

  private isOver(): boolean {
    return this.tenant.hasEnded(this.current) && this.outbox.length === 0;
  }

  /** The instant to apply at. What was asked earlier applies then: so the same happens when a reset lets it come again. */
  private readonly clockAt = (asked: number | undefined): number => {
    const now = this.tenant.nowOf(this.current);
    if (this.envelope.clock === "stepped") return Math.max(now, asked ?? now);
    return Math.max(now, Math.min(asked ?? Infinity, wallClock()));
  };

  private rehearse(ask: Ask): Played<S, Out, Answer> {
    const id = currentUpdateInfo()?.id;
    const { current: from, rehearsed } = this;
    if (rehearsed?.id === id && rehearsed?.from === from) return rehearsed.played;
    const played = this.tenant.play(from, ask, this.clockAt, this.seen);
    this.rehearsed = { id, from, played };
    return played;
  }

  private migrationTo(by: Migrating) {
    const target = this.tenantOf(by.to);
    if (!target) throw refusal(`this worker does not carry ${by.to}`);
    return { target, ...target.migrate(this.current, this.machine, by) };
  }

  /** One that has migrated goes on at once: a run's history belongs to one version. */
  private isTimeToContinue(): boolean {
    if (this.machine !== this.envelope.machine) return true;
    if (!this.hasMoved) return false;
    const isBusy = this.tenant.isBusy?.(this.current, this.isCarrying) ?? false;
    return (this.isAnnounced && !isBusy) || this.mustContinue(isBusy ? SLACK.busy : SLACK.unannounced);
  }

  private mustContinue(slack: number): boolean {
    const { historyLength, historySize, continueAsNewSuggested } = workflowInfo();
    const events = slack * this.envelope.eventsPerRun;
    return historyLength >= events || historySize >= slack * MAX_BYTES || continueAsNewSuggested;
  }

  private nextRun(): Envelope<S, Out> {
    const { machine, current: state, outbox, envelope } = this;
    return { ...envelope, machine, state, outbox, seen: [...this.seen].slice(-MAX_SEEN), runs: envelope.runs + 1 };
  }

  private async carry(): Promise<void> {
    this.isCarrying = true;
    try {
      const done = await this.tenant.carryOut(this.outbox, this);
      this.outbox.splice(0, done);
      this.hasMoved = true;
    } catch (error) {
      this.broken = error as Error;
    }
    this.isCarrying = false;
    this.woken = true;
  }
}

/** What is refused as a whole: nothing of it happened, and asking again would not help. */
export const refusal = (message: string, ...details: unknown[]): ApplicationFailure =>
  ApplicationFailure.create({ message, type: REFUSED, nonRetryable: true, details });
