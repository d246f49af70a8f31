// What a network went through, told again from all that came to it: its state after each event and each timer. Pure, and
// the same functions as in its workflow, so that the end of it is the state the workflow has.
import type { Instant, Plan } from "../../programmes/types.ts";
import { nextDue } from "../engine/timers.ts";
import type { Cause } from "../ledger.ts";
import { apply, begin, hasEnded, pass, type Ground, type Network } from "../network/network.ts";
import type { Trigger } from "../trigger.ts";

/** What came to a network in one task of its workflow, at the workflow's own instant (ms). `rang`: its timer went off. */
export type Came = { at: Instant; asked: ({ triggers: Trigger[] } | { advance: Instant })[]; rang: boolean };

/** One run of a workflow: what it began with, and what came to it. `state`: null in the first. */
export type Lived = {
  began: {
    state: Network | null;
    plan: Plan;
    startedAt: Instant;
    cause: Cause;
    clock: "real" | "stepped";
    seen: [key: string, n: number][];
  };
  came: Came[];
};

/** What moved a network; `timers`: time alone, which let those ring. A trigger that was refused moves it, too: what was due came first. */
export type Mover =
  | { type: "begun" }
  | { type: "run" }
  | { type: "timers"; timers: { actor: string; id: string }[] }
  | ({ type: "trigger"; refused?: true } & Pick<Trigger, "by" | "role" | "for"> & { trigger: string });

/** A network as it was when something had moved it. */
export type Move = { mover: Mover; network: Network };

/** The states of one run in order. The first is what it began with. */
export function retold(ground: Ground, { began, came }: Lived): Move[] {
  const { state, startedAt, cause } = began;
  const network = state ?? begin(ground, startedAt, cause).network;
  const moves: Move[] = [{ mover: { type: state ? "run" : "begun" }, network }];
  const seen = new Set(began.seen.map(([key]) => key));
  for (const one of came) {
    const due = dueIn(last(moves));
    for (const asked of one.asked) {
      if ("advance" in asked) letPass(ground, moves, clockAt(last(moves), began.clock, one.at, asked.advance));
      else for (const trigger of asked.triggers) play(ground, moves, { trigger, seen, came: one, began });
    }
    // Where what was asked moves the next timer, the one that went off is set anew and says nothing.
    if (one.rang && due !== undefined && dueIn(last(moves)) === due)
      letPass(ground, moves, Math.max(due, clockAt(last(moves), began.clock, one.at, undefined)));
  }
  return moves;
}

/** The first move by which a network had written entry `n`; of an instant the last up to it. Undefined where all of them lie after it. */
export function moveAt(moves: readonly Move[], where: { n: number } | { at: Instant }): Move | undefined {
  if ("at" in where) return moves.findLast(({ network }) => network.state.now <= where.at);
  const [first] = moves;
  if (first?.mover.type === "run" && first.network.n > where.n) return undefined;
  return moves.find(({ network }) => network.n >= where.n) ?? moves.at(-1);
}

/** Time alone: every instant at which something is due is a move of its own. */
export function letPass(ground: Ground, moves: Move[], until: Instant): void {
  for (let due = nextDue(last(moves).state); due && due.dueAt <= until; due = nextDue(last(moves).state)) {
    const before = last(moves);
    const { dueAt } = due;
    const timers = before.state.timers.filter((timer) => timer.dueAt <= dueAt).map(({ actor, id }) => ({ actor, id }));
    moves.push({ mover: { type: "timers", timers }, network: pass(ground.machines, before, dueAt).network });
  }
  const now = last(moves);
  if (now.state.now < until && !hasEnded(now)) {
    const moved = pass(ground.machines, now, until).network;
    moves.push({ mover: { type: "timers", timers: [] }, network: moved });
  }
}

type Playing = { trigger: Trigger; seen: Set<string>; came: Came; began: Lived["began"] };

function play(ground: Ground, moves: Move[], { trigger, seen, came, began }: Playing): void {
  if (seen.has(trigger.key)) return;
  const now = clockAt(last(moves), began.clock, came.at, trigger.at);
  letPass(ground, moves, now);
  const { network, result } = apply(ground, last(moves), trigger, now);
  if (result.ok) seen.add(trigger.key);
  const { by, role, for: whom, type } = trigger;
  const mover: Mover = {
    type: "trigger",
    trigger: type,
    by,
    role,
    ...(whom !== undefined && { for: whom }),
    ...(!result.ok && { refused: true }),
  };
  moves.push({ mover, network });
}

const last = (moves: readonly Move[]): Network => moves.at(-1)!.network;
const dueIn = ({ state }: Network): Instant | undefined => nextDue(state)?.dueAt;

/** The instant at which the host applies what was asked. */
function clockAt({ state }: Network, clock: "real" | "stepped", wall: Instant, asked: Instant | undefined): Instant {
  if (clock === "stepped") return Math.max(state.now, asked ?? state.now);
  return Math.max(state.now, Math.min(asked ?? Infinity, wall));
}
