// What migrations are mostly made of: a state that has another name, an actor or task that ends here.
import { snapOf } from "./nodes.ts";
import { isWithin, keyOf } from "./refs.ts";
import { isLiving, type Actor, type Json, type State } from "./types.ts";

/**
 * The state with a machine's state renamed, in every actor of that machine (`src`, its name among the machines):
 * values, histories, and delays, which keep the time that has passed. `state` is its id, as in `m.open.waiting`, where
 * `m` is the machine's; `to` is its new key. Children that it invokes without an id of their own keep the old one.
 */
export function renamed(tree: State, { src, state, to }: { src: string; state: string; to: string }): State {
  const [, ...path] = state.split(".");
  const id = [...state.split(".").slice(0, -1), to].join(".");
  const rename = (old: string) => (isOf(old, state) ? id + old.slice(state.length) : old);
  const renameSnap = (actor: Actor): Actor => {
    const { value, historyValue = {}, ...rest } = snapOf(actor);
    const history = Object.entries(historyValue).map(([key, states]) => [
      rename(key),
      states.map((one) => ({ ...one, id: rename(one.id) })),
    ]);
    const snap = { ...rest, value: renamedIn(value, path, to), historyValue: Object.fromEntries(history) };
    return { ...actor, snap: snap as unknown as Json };
  };
  const actors = Object.entries(tree.actors).map(([key, actor]) => [
    key,
    actor.src === src && isLiving(actor) ? renameSnap(actor) : actor,
  ]);
  const timers = tree.timers.map((timer) => {
    const at = timer.id.indexOf(`.${state}`) + 1;
    const isIts = tree.actors[timer.actor]?.src === src && timer.id.startsWith("xstate.after.") && at > 0;
    if (!isIts || !isOf(timer.id.slice(at), state)) return timer;
    const type = timer.id.slice(0, at) + rename(timer.id.slice(at));
    return { ...timer, id: type, event: { ...timer.event, type } };
  });
  return { ...tree, actors: Object.fromEntries(actors), timers };
}

/** The state without the actor or task of that key (`parent/id`, under the root `id`), and all below it. */
export function struck(tree: State, key: string): State {
  const isIts = (other: string) => isWithin(other, key);
  const actors = Object.entries(tree.actors)
    .filter(([other]) => !isIts(other))
    .map(([other, actor]) => [other, withoutChild(other, actor, key)]);
  return {
    ...tree,
    actors: Object.fromEntries(actors),
    timers: tree.timers.filter(({ actor, to }) => !isIts(actor) && !(to !== undefined && isIts(to))),
    tasks: tree.tasks.filter(({ actor, id }) => !isIts(keyOf(actor, id))),
  };
}

function withoutChild(key: string, actor: Actor, child: string): Actor {
  if (!isLiving(actor)) return actor;
  const snap = snapOf(actor);
  const children = Object.entries(snap.children).filter(([id]) => keyOf(key, id) !== child);
  return { ...actor, snap: { ...snap, children: Object.fromEntries(children) } as unknown as Json };
}

/** Whether the id is that state's or one of those in it. */
const isOf = (id: string, state: string): boolean => id === state || id.startsWith(`${state}.`);

function renamedIn(value: Json, [key, ...below]: string[], to: string): Json {
  const isLast = below.length === 0;
  if (typeof value === "string") return isLast && value === key ? to : value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, part]) => {
    if (name !== key) return [name, part];
    return isLast ? [to, part] : [name, renamedIn(part!, below, to)];
  });
  return Object.fromEntries(entries) as Json;
}
