// The only file that knows XState's action objects (XState 6 renames them): it translates them into what a host does.
import { encoded, keyOf, keyOfRef } from "./refs.ts";
import { AT, isLiving, ROOT, type Json, type Machines, type MachineEvent, type State } from "./types.ts";

/** What an actor asks its host to do, in the order in which XState would do it. Receivers and children are keys. */
export type Ask =
  | { ask: "arm"; id?: string; event: MachineEvent; delay: number; at?: string; to?: string }
  | { ask: "cancel"; id: string }
  /** `fresh`: the receiver is the one that a later ask starts, not one that stands there already. */
  | { ask: "send"; to: string; event: MachineEvent; fresh?: true }
  | { ask: "start"; key: string; id: string; src: string; input: Json; systemId?: string; sync?: true }
  /** Starts it at once, unless it is over from its very start: then it keeps its turn. */
  | { ask: "startLiving"; start: Ask & { ask: "start" } }
  | { ask: "run"; key: string; id: string; src: string; input: Json; systemId?: string; sync?: true }
  | { ask: "stop"; key: string }
  | { ask: "emit"; event: Json }
  | { ask: "log"; words: Json }
  | { ask: "act"; type: string; params: { [key: string]: Json | undefined } };

type Loose = any; // oxlint-disable-line typescript/no-explicit-any
type Asking = {
  machines: Machines;
  state: State;
  key: string;
  /** The snapshot before the step; none at a start. */
  before: Loose;
  logic: Loose;
  actions: Loose[];
  /** The step's own snapshot. */
  snapshot: Loose;
};

/**
 * What the actions of one step come to. Throws what cannot be carried out.
 * Custom actions and logs happen as XState meets them, everything else after the step; of a step that failed only they
 * remain, and of a start that failed nothing. At a start the children that are still there come before all else.
 */
export function asksOf(asking: Asking): Ask[] {
  const { before, snapshot } = asking;
  const starting = !before;
  const failed = snapshot.status === "error";
  if (starting && failed) return [];
  demandFree(asking);
  const born = withoutStillborn(asking);
  const spawns = born.filter(isSpawn);
  const fresh = new Set<Loose>(spawns.map(({ params }) => params.actorRef));
  const asks = new Map(born.map((action) => [action, askOf(asking, fresh, action)]));
  const isEarly = (action: Loose) => isImmediate(action) || (starting && action.early);
  const rest = [...born.filter(isEarly), ...(failed ? [] : born.filter((action) => !isEarly(action)))];
  const ordered = rest.flatMap((action) => asks.get(action)!);
  if (!starting || snapshot.status !== "active") return ordered;
  const standing = Object.values<Loose>(snapshot.children);
  const first = standing.flatMap((ref) => spawns.filter(({ params }) => params.actorRef === ref));
  const firstAsks = first.flatMap((action) => asks.get(action)!);
  return [...firstAsks.map(living), ...ordered.filter((ask) => ask.ask !== "run" || !firstAsks.includes(ask))];
}

const living = (ask: Ask): Ask => (ask.ask === "start" ? { ask: "startLiving", start: ask } : ask);
const isSpawn = ({ type }: Loose): boolean => type === "xstate.spawnChild";
const isImmediate = ({ type }: Loose): boolean => type === "xstate.log" || !type.startsWith("xstate.");

/** A child that has ended may be replaced; XState would leave one that lives running, with nobody above it. */
function demandFree({ actions, before, key, state }: Asking): void {
  const { actors, tasks } = state;
  const isLive = (id: string) =>
    isLiving(actors[keyOf(key, id)]) || tasks.some((task) => task.actor === key && task.id === id);
  const taken = new Set(Object.keys(before?.children ?? {}).filter(isLive));
  for (const { type, params } of actions) {
    if (type === "xstate.stopChild" && params) taken.delete(params.id);
    if (type !== "xstate.spawnChild") continue;
    const { id } = params.actorRef;
    if (taken.has(id)) throw new Error(`«${key}» has a child «${id}» already: stop it first, or use another id`);
    taken.add(id);
  }
}

/** A child that is stopped in the step that would start it is never born, and gets nothing of what is sent to it. */
function withoutStillborn({ actions, before }: Asking): Loose[] {
  const spawned = actions.filter(isSpawn);
  const stopped = new Set(actions.filter(({ type }) => type === "xstate.stopChild").map(({ params }) => params));
  const stillborn = new Set(spawned.map(({ params }) => params.actorRef).filter((ref) => stopped.has(ref)));
  return actions.filter(({ type, params }) => {
    // Its stop stands: it strikes out a child of that id that had ended, whose place this one took. A start has none.
    if (type === "xstate.stopChild") return before || !stillborn.has(params);
    return !stillborn.has(isSpawn({ type }) ? params.actorRef : type === "xstate.sendTo" && params.to);
  });
}

function askOf(asking: Asking, fresh: Set<Loose>, action: Loose): Ask[] {
  const { type, params } = action;
  switch (type) {
    case "xstate.raise":
      // A raise without delay has already been applied.
      return params.delay === undefined ? [] : [armOf(asking.logic, params)];
    case "xstate.cancel":
      return [{ ask: "cancel", id: params.sendId }];
    case "xstate.sendTo":
      return sendOf(asking, fresh, params);
    case "xstate.spawnChild":
      return [childOf(asking, params.actorRef)];
    case "xstate.stopChild":
      return params ? [{ ask: "stop", key: keyOfRef(params) }] : []; // params is the reference itself
    case "xstate.emit":
      return [{ ask: "emit", event: encoded(params.event) }];
    case "xstate.log":
      return [{ ask: "log", words: encoded([params.label ?? null, params.value ?? null]) }];
    default:
      if (type.startsWith("xstate.")) throw new Error(`the action «${type}» of XState is not known here`);
      return [{ ask: "act", type, params: encoded(params ?? {}) }];
  }
}

function sendOf({ key }: Asking, fresh: Set<Loose>, { to: ref, event: sent, id, delay }: Loose): Ask[] {
  // A root that is nobody's child has no parent to send to; XState would throw once it is through with everything else.
  if (!ref) throw new Error(`«${key}» sends «${sent?.type}» to an actor it has not got`);
  const to = keyOfRef(ref);
  const event = encoded(sent);
  if (typeof delay !== "number") return [{ ask: "send", to, event, ...(fresh.has(ref) && { fresh: true }) }];
  return [{ ask: "arm", id, event, delay: finite(id ?? event.type, delay), to }];
}

function childOf({ machines, key }: Asking, ref: Loose): Ask {
  const { id, src, systemId, sessionId, _syncSnapshot: isSync } = ref;
  if (typeof src !== "string") throw new Error(`the actor «${id}» is inline: name it in setup()`);
  if (id === sessionId)
    throw new Error(`an actor «${src}» is spawned without an id: give it one, as in { id: "${src}" }`);
  const child = keyOf(key, id);
  if (id.includes("/") || child === ROOT)
    throw new Error(`an actor cannot have the id «${id}»: use another, without «/»`);
  const input = encoded(ref.options.input ?? null);
  const more = { ...(systemId !== undefined && { systemId }), ...(isSync && { sync: true as const }) };
  return { ask: machines[src] ? "start" : "run", key: child, id, src, input, ...more };
}

function armOf(logic: Loose, { id, event, delay }: Loose): Ask {
  const at = Object.keys(logic.implementations.delays)
    .filter((name) => name.startsWith(AT) && id?.startsWith(`xstate.after.${name}.`))
    .sort((a, b) => b.length - a.length)[0];
  const more = { ...(id !== undefined && { id }), ...(at !== undefined && { at }) };
  return { ask: "arm", event: encoded(event), delay: finite(id ?? event.type, delay), ...more };
}

function finite(id: string, delay: unknown): number {
  if (typeof delay === "number" && Number.isFinite(delay)) return delay;
  throw new Error(`the delay of «${id}» is ${String(delay)}: a delay must be a finite number of milliseconds`);
}
