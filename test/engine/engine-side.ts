// The pure engine under test: a state that spends a night in a database after each step, and nobody around it.
import { settle } from "../../machines/engine/answers.ts";
import { keyOf } from "../../machines/engine/refs.ts";
import { init, step } from "../../machines/engine/step.ts";
import { advance } from "../../machines/engine/timers.ts";
import { isLiving, type Effect, type Machines, type State, type Step } from "../../machines/engine/types.ts";
import { snapshotOf } from "../../machines/engine/xstate.ts";
import { plain, standing, type Picture, type Trace } from "./oracle.ts";
import type { Asking, Host, Side } from "./side.ts";

/** Planted bugs replace parts of it. */
export type Engine = { init: typeof init; step: typeof step; advance: typeof advance; settle: typeof settle };
export const engine: Engine = { init, step, advance, settle };

export const hostOf =
  (engine: Engine): Host =>
  (_, machines) =>
    new EngineSide(machines, engine);

/** How a state stands, as the oracle tells it of itself. */
export function pictureOf(machines: Machines, state: State): Picture {
  const { actors, tasks, timers } = state;
  const standingOf = (key: string) => {
    const { status } = actors[key]!.snap as { status: string };
    return status === "error" ? { status } : standing(snapshotOf({ machines, state, key }));
  };
  return {
    actors: Object.fromEntries(Object.keys(actors).map((key) => [key, standingOf(key)])),
    tasks: tasks.map(({ actor, id }) => keyOf(actor, id)).sort(),
    timers: timers
      .filter(({ to, actor }) => !actors[to ?? actor] || isLiving(actors[to ?? actor]))
      .sort((a, b) => a.dueAt - b.dueAt || a.n - b.n)
      .map(({ dueAt, to, actor, event }) => [dueAt, to ?? actor, event.type]),
  };
}

class EngineSide implements Side {
  refusal: string | undefined;
  private readonly trace: Trace = [];
  private readonly askings: { actor: string; id: string; gen: number }[] = [];
  private state: State = { now: 0, n: 0, actors: {}, timers: [], tasks: [] };
  private readonly machines: Machines;
  private readonly engine: Engine;

  constructor(machines: Machines, engine: Engine) {
    this.machines = machines;
    this.engine = engine;
  }

  start(): void {
    this.take(() => this.engine.init(this.machines, { n: 0 }, 0));
  }

  send(to: string, event: { type: string }): void {
    this.take((state) => this.engine.step(this.machines, state, to, event, state.now));
  }

  wait(ms: number): void {
    this.take((state) => this.engine.advance(this.machines, state, state.now + ms));
  }

  settle({ index }: Asking, ok: boolean, value: object): void {
    const answer = plain(value);
    const settled = ok ? { ok, output: answer } : { ok, error: answer };
    this.take((state) => this.engine.settle(this.machines, state, this.askings[index]!, settled, state.now));
  }

  picture(): Picture {
    return pictureOf(this.machines, this.state);
  }

  traces() {
    return { all: this.trace };
  }

  private take(apply: (state: State) => Step): void {
    try {
      const { state, effects } = apply(this.state);
      this.state = JSON.parse(JSON.stringify(state));
      for (const effect of effects) this.note(effect);
    } catch (error) {
      this.refusal = (error as Error).message;
    }
  }

  private note(effect: Effect): void {
    const { actor } = effect;
    if (effect.do === "act") this.trace.push(["act", actor, effect.params]);
    if (effect.do === "emit") this.trace.push(["emit", actor, effect.event]);
    if (effect.do === "log") this.trace.push(["log", effect.words]);
    if (effect.do === "run") this.trace.push(["run", keyOf(actor, effect.id), plain(effect.input)]);
    if (effect.do === "run") this.askings.push({ actor, id: effect.id, gen: effect.gen });
    if (effect.do === "fault" && effect.undone) this.refusal ??= effect.message;
  }
}
