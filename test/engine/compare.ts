// One plan on both sides, compared after every step.
import { isDeepStrictEqual } from "node:util";
import { keyOf } from "../../machines/engine/refs.ts";
import { settle } from "../../machines/engine/answers.ts";
import { init, step } from "../../machines/engine/step.ts";
import { advance } from "../../machines/engine/timers.ts";
import { isLiving, ROOT, type Effect, type Machines, type State, type Step } from "../../machines/engine/types.ts";
import { snapshotOf } from "../../machines/engine/xstate.ts";
import { build } from "./build.ts";
import { type Happening, type Plan } from "./generate.ts";
import { Oracle, plain, standing, type Hooks, type Picture, type Trace } from "./oracle.ts";

/** The engine under test; planted bugs replace parts of it. */
export type Engine = { init: typeof init; step: typeof step; advance: typeof advance; settle: typeof settle };
export const engine: Engine = { init, step, advance, settle };

/** How far a plan got: to its end, to a fault of the root (which only the oracle survives), or to what is refused here. */
export type Verdict = { ended: "played" | "failed" | "refused" | "loop" | "apart"; steps: number };

/** Plays a plan on both sides. Throws at the first difference, with both sides in the message. */
export async function compare(plan: Plan, { init, step, advance, settle }: Engine = engine): Promise<Verdict> {
  let hooks: Hooks | undefined;
  const machines = build(plan, { act: (...args) => hooks?.act(...args), task: (...args) => hooks!.task(...args) });
  const oracle = new Oracle(machines[ROOT]!, { n: 0 });
  hooks = oracle.hooks;
  const side = new Side(machines);
  const { happenings } = plan;
  for (let at = -1; at < happenings.length; at++) {
    const happening = happenings[at];
    const apply = await perform(machines, oracle, side, { init, step, advance, settle }, happening, at);
    if (oracle.isLoop) return { ended: "loop", steps: at + 1 };
    side.take(apply);
    if (/has a child .* already/.test(side.refusal ?? "")) return { ended: "refused", steps: at + 1 };
    const difference = differenceOf(oracle, side);
    if (difference && oracle.isApart) return { ended: "apart", steps: at + 1 };
    if (difference) throw new Error(`after ${happening ? JSON.stringify(happening) : "the start"}, ${difference}`);
    if (oracle.hasFailed) return { ended: "failed", steps: at + 1 };
  }
  return { ended: "played", steps: happenings.length };
}

/** Lets one thing happen to the oracle; comes back with the same for our side. */
async function perform(
  machines: Machines,
  oracle: Oracle,
  side: Side,
  { init, step, advance, settle }: Engine,
  happening: Happening | undefined,
  at: number,
): Promise<(state: State) => Step> {
  if (!happening) {
    oracle.start();
    return () => init(machines, { n: 0 }, 0);
  }
  if ("wait" in happening) {
    oracle.wait(happening.wait);
    return (state) => advance(machines, state, state.now + happening.wait);
  }
  if ("send" in happening) {
    const to = side.keyAt(happening.to);
    oracle.send(to, { type: happening.send });
    return (state) => step(machines, state, to, { type: happening.send }, state.now);
  }
  const task = side.tasks[happening.answer % Math.max(1, side.tasks.length)];
  if (!task) return (state) => ({ state, effects: [] });
  const value = happening.ok ? { answer: at } : { name: "Error", message: "refused" };
  await oracle.settle(side.tasks.indexOf(task), happening.ok, value);
  const settled = happening.ok ? { ok: true as const, output: value } : { ok: false as const, error: value };
  return (state) => settle(machines, state, task, settled, state.now);
}

/** Our side: the state as it is after a night in a database, and what has left it. */
class Side {
  readonly trace: Trace = [];
  readonly tasks: { actor: string; id: string; gen: number }[] = [];
  /** Why the last step was refused, or what fault of the root was recorded. */
  refusal: string | undefined;
  private state: State = { now: 0, n: 0, actors: {}, timers: [], tasks: [] };
  private readonly machines: Machines;

  constructor(machines: Machines) {
    this.machines = machines;
  }

  take(apply: (state: State) => Step): void {
    try {
      const { state, effects } = apply(this.state);
      this.state = JSON.parse(JSON.stringify(state));
      for (const effect of effects) this.note(effect);
    } catch (error) {
      this.refusal = (error as Error).message;
    }
  }

  keyAt(index: number): string {
    const keys = Object.keys(this.state.actors).sort();
    return index === 0 ? ROOT : (keys[index % keys.length] ?? ROOT);
  }

  picture(): Picture {
    const { actors, tasks, timers } = this.state;
    return {
      actors: Object.fromEntries(Object.keys(actors).map((key) => [key, this.standing(key)])),
      tasks: tasks.map(({ actor, id }) => keyOf(actor, id)).sort(),
      timers: timers
        .filter(({ to, actor }) => !actors[to ?? actor] || isLiving(actors[to ?? actor]))
        .sort((a, b) => a.dueAt - b.dueAt || a.n - b.n)
        .map(({ dueAt, to, actor, event }) => [dueAt, to ?? actor, event.type]),
    };
  }

  private standing(key: string) {
    const { state, machines } = this;
    const { status } = state.actors[key]!.snap as { status: string };
    return status === "error" ? { status } : standing(snapshotOf({ machines, state, key }));
  }

  private note(effect: Effect): void {
    const { actor } = effect;
    if (effect.do === "act") this.trace.push(["act", actor, effect.params]);
    if (effect.do === "emit") this.trace.push(["emit", actor, effect.event]);
    if (effect.do === "log") this.trace.push(["log", effect.words]);
    if (effect.do === "run") this.trace.push(["run", keyOf(actor, effect.id), plain(effect.input)]);
    if (effect.do === "run") this.tasks.push({ actor, id: effect.id, gen: effect.gen });
    if (effect.do === "fault" && effect.undone) this.refusal ??= effect.message;
  }
}

/** The first thing in which the two sides differ, with both in words. */
function differenceOf(oracle: Oracle, side: Side): string | undefined {
  const differ = (what: string, theirs: unknown, ours: unknown) =>
    isDeepStrictEqual(plain(theirs), plain(ours))
      ? undefined
      : `${what}\n  createActor: ${JSON.stringify(theirs)}\n  here:        ${JSON.stringify(ours)}`;
  if (oracle.hasFailed !== (side.refusal !== undefined))
    return differ("whether the root failed", oracle.hasFailed, side.refusal ?? false);
  // A root that has failed is refused here: the state from before is kept.
  if (oracle.hasFailed) return undefined;
  return differ("what left it", oracle.trace, side.trace) ?? differ("how it stands", oracle.picture(), side.picture());
}
