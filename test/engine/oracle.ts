// XState's own createActor on a simulated clock, seen from outside: what it did, and how it stands.
import { createActor, type AnyActorRef, type AnyStateMachine } from "xstate";
import { ROOT } from "../../machines/engine/types.ts";
import { ASSIGNED } from "./plan.ts";
import type { Asking } from "./side.ts";

/** One actor as both sides must have it. Of one that failed only that is compared: a refused step keeps no context. */
export type Standing = { status: string; value?: unknown; context?: unknown; output?: unknown; tags?: string[] };
export type Picture = { actors: Record<string, Standing>; tasks: string[]; timers: [number, string, string][] };

/** What left the tree, in order. Logs carry no actor: XState's logger is not told whose they are. */
export type Trace = unknown[];

// XState keeps its actors' insides to itself.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

/** Events in one step, and timers at one instant, after which a run is left as a loop. Far fewer than the engine allows. */
const MOST = 100;

/** A promise that was begun. `lasts`: it outlived the step it began in; undefined while that step goes on. */
export type Pending = {
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  line: unknown;
  self: AnyActorRef;
  lasts?: boolean;
};

/** What runs between two actors' starts: machines under test are built once and write to whoever is listening. */
export type Hooks = {
  act: (self: AnyActorRef, params: unknown) => void;
  task: (self: AnyActorRef, input: unknown) => Promise<unknown>;
};

/** The oracle: a running XState system, driven by hand. */
export class Oracle {
  readonly trace: Trace = [];
  /** Every promise there has been, in the order of their starts. */
  readonly pending: Pending[] = [];
  /** More events between actors than the engine allows: the run says nothing. */
  isLoop = false;
  private isFlagged = false;
  private hops = 0;
  private made: Loose[] = [];
  private readonly stopping = new Map<string, Loose>();
  private now = 0;
  private n = 0;
  private readonly root: Loose;
  private timers: { due: number; n: number; fire: () => void; event: string; target: Loose }[] = [];
  private scheduling: { event: string; target: Loose } | undefined;

  constructor(machine: AnyStateMachine, input: unknown) {
    this.root = createActor(
      machine as Loose,
      {
        id: ROOT,
        input,
        clock: {
          setTimeout: (fire: () => void, delay: number) => this.arm(fire, delay),
          clearTimeout: (n: number) => void (this.timers = this.timers.filter((timer) => timer.n !== n)),
        },
        logger: (...words: unknown[]) =>
          this.trace.push(["log", plain(words.length > 1 ? words : [null, words[0] ?? null])]),
        inspect: (seen: Loose) => seen.type === "@xstate.actor" && this.watch(seen.actorRef),
      } as Loose,
    );
    this.bound(this.root.system);
  }

  readonly hooks: Hooks = {
    act: (self, params) => this.trace.push(["act", keyOf(self), plain(params ?? {})]),
    task: (self, input) => {
      const line = ["run", keyOf(self), plain(input ?? null)];
      this.trace.push(line);
      return new Promise((resolve, reject) => this.pending.push({ resolve, reject, line, self }));
    },
  };

  /**
   * One of the three known differences may show (`docs/engine.md`): a child spawned by an assignment and stopped, both
   * at its parent's start; one stopped while busy and started anew; one with a name that was over as soon as it began.
   */
  get isApart(): boolean {
    this.isFlagged ||= this.made.some((ref) => ref.systemId !== undefined && ref._processingStatus !== 1);
    return this.isFlagged;
  }

  get hasFailed(): boolean {
    return this.root.getSnapshot().status === "error";
  }

  start(): void {
    this.root.start();
  }

  send(to: string, event: { type: string }): void {
    this.begin();
    this.refs().get(to)?.send(event);
  }

  async settle({ index }: Asking, ok: boolean, value: object): Promise<void> {
    this.begin();
    this.pending[index]?.[ok ? "resolve" : "reject"](value);
    // Two turns: one for the promise, one for the actor that waits for it.
    await Promise.resolve();
    await Promise.resolve();
  }

  /** The step is over: what began in it and is given up already was never worth the asking. */
  rest(): void {
    for (const pending of this.pending) pending.lasts ??= pending.self.getSnapshot().status === "active";
  }

  wait(ms: number): void {
    const until = this.now + ms;
    let fired = 0;
    for (;;) {
      const [next] = this.timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due || a.n - b.n);
      if (!next || this.hasFailed || this.isLoop) break;
      this.begin();
      fired = next.due > this.now ? 0 : fired + 1;
      this.isLoop = fired > MOST;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.now = Math.max(this.now, next.due);
      next.fire();
    }
    this.now = until;
  }

  picture(): Picture {
    const picture: Picture = { actors: {}, tasks: [], timers: [] };
    for (const [key, ref] of this.refs()) {
      const { status, value, context, output, tags } = ref.getSnapshot();
      if (!isMachine(ref)) picture.tasks.push(key);
      else picture.actors[key] = status === "error" ? { status } : standing({ status, value, context, output, tags });
    }
    picture.tasks.sort();
    picture.timers = this.timers
      .filter(({ target }) => target._processingStatus !== 2) // what is on its way to one that has stopped is ignored
      .sort((a, b) => a.due - b.due || a.n - b.n)
      .map(({ due, target, event }) => [due, keyOf(target), event]);
    return picture;
  }

  /** The actors that stand in the tree: those stopped, promises that are over and what is below the dead do not. */
  private refs(): Map<string, Loose> {
    const found = new Map<string, Loose>();
    const visit = (ref: Loose) => {
      const { status, children } = ref.getSnapshot();
      if (status === "stopped" || (!isMachine(ref) && status !== "active")) return;
      found.set(keyOf(ref), ref);
      if (status === "active") Object.values(children ?? {}).forEach(visit);
    };
    visit(this.root);
    return found;
  }

  private begin(): void {
    this.hops = 0;
    if (!this.isApart) this.made = [];
  }

  private arm(fire: () => void, delay: number): number {
    const n = this.n++;
    this.timers.push({ due: this.now + delay, n, fire, ...this.scheduling! });
    return n;
  }

  private watch(ref: Loose): void {
    // A loop that only makes actors sends nothing: it is cut off by an error, of which nothing is compared.
    if (this.made.push(ref) > MOST) this.isLoop = true;
    if (this.isLoop) throw new Error("a loop");
    ref.on("*", (event: unknown) => this.trace.push(["emit", keyOf(ref), plain(event)]));
    // XState leaves the children of an actor that throws running, with nobody above them; the engine stops them.
    const error = () => Object.values<Loose>(ref.getSnapshot().children ?? {}).forEach((child) => child._stop());
    ref.subscribe({ next() {}, complete() {}, error });
    const { start, _stop: stop } = ref;
    ref.start = () => {
      const before = this.stopping.get(keyOf(ref));
      if (before && before !== ref && before._processingStatus === 1) this.isFlagged = true;
      ref.isStarting = true;
      start.call(ref);
      ref.isStarting = false;
    };
    ref._stop = () => {
      this.stopping.set(keyOf(ref), ref);
      if (ref.id === ASSIGNED && ref._parent?.isStarting && ref._processingStatus !== 0) this.isFlagged = true;
      return stop.call(ref);
    };
  }

  private bound(system: Loose): void {
    const { _relay: relay, scheduler } = system;
    system._relay = (...args: Loose[]) => {
      if (++this.hops > MOST) this.isLoop = true;
      else relay(...args);
    };
    const { schedule } = scheduler;
    scheduler.schedule = (source: Loose, target: Loose, event: { type: string }, ...rest: Loose[]) => {
      this.scheduling = { target, event: event.type };
      schedule(source, target, event, ...rest);
    };
  }
}

/** What is compared of an actor, as JSON. */
export function standing({ status, value, context, output, tags }: Loose): Standing {
  return { ...plain({ status, value, context, output: output ?? null }), tags: [...tags].sort() };
}

/** JSON of a value; a reference is written as its actor's key, an error as its name and message. */
export function plain(value: unknown): Loose {
  const replace = function (this: Loose, name: string, part: unknown) {
    const before = this[name];
    if (before?.sessionId !== undefined && before.send) return { $actor: keyOf(before) };
    return before instanceof Error ? { name: before.name, message: before.message } : part;
  };
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value, replace));
}

const isMachine = (ref: Loose): boolean => ref.logic.root !== undefined;

function keyOf(ref: Loose): string {
  const parent = ref._parent;
  if (!parent) return ROOT;
  return parent._parent ? `${keyOf(parent)}/${ref.id}` : ref.id;
}
