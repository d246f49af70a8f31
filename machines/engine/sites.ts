// Every place in a machine where an action, a guard, a delay, an actor or an id stands, with the path to it.
import type { AnyStateMachine } from "xstate";

/** `snapshots`: an actor (`value`) whose parent wants to be told of every snapshot. */
export type Site = {
  kind: "action" | "guard" | "delay" | "actor" | "id" | "snapshots";
  path: string;
  value: unknown;
};

// Configurations are looked at as they are, also where XState's types would not have let them be written.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

/** The sites of a machine's own configuration, and of the actions and guards that its setup provides. */
export function sitesOf({ config, implementations }: AnyStateMachine): Site[] {
  const { actions, guards } = implementations as Loose;
  return [
    ...stateSites("", config),
    ...Object.entries(actions).flatMap(([name, action]) => insideAction(`setup.actions.${name}`, action)),
    ...Object.entries(guards).flatMap(([name, guard]) => insideGuard(`setup.guards.${name}`, guard)),
  ];
}

function stateSites(at: string, config: Loose): Site[] {
  const path = (part: string) => (at === "" ? part : `${at}.${part}`);
  const several = (part: string, of: Loose, sites: (path: string, value: Loose) => Site[]): Site[] =>
    Object.entries<Loose>(of ?? {}).flatMap(([name, value]) => sites(`${path(part)}.${name}`, value));
  const { id, entry, exit, on, after, always, onDone, invoke, initial, states, route } = config;
  return [
    ...(id === undefined ? [] : [{ kind: "id" as const, path: path("id"), value: id }]),
    ...listed(path("entry"), entry, actionSites),
    ...listed(path("exit"), exit, actionSites),
    ...several("on", on, moves),
    ...Object.keys(after ?? {}).map((delay): Site => ({ kind: "delay", path: path("after"), value: delayOf(delay) })),
    ...several("after", after, moves),
    ...moves(path("always"), always),
    ...moves(path("onDone"), onDone),
    ...listed(path("invoke"), invoke, invokeSites),
    ...(typeof initial === "object" ? moves(path("initial"), initial) : []),
    ...(typeof route === "object" ? moves(path("route"), route) : []),
    ...Object.keys(states ?? {}).map((key): Site => ({ kind: "id", path: path(`states.${key}`), value: key })),
    ...several("states", states, stateSites),
  ];
}

/** A literal delay is a key too: XState takes whatever reads as a number for one. */
const delayOf = (key: string): string | number => (Number.isNaN(+key) ? key : +key);

/** One thing or a list of them. */
function listed(path: string, value: Loose, sites: (path: string, value: Loose) => Site[]): Site[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.flatMap((part, at) => sites(`${path}[${at}]`, part)) : sites(path, value);
}

const moves = (path: string, value: Loose): Site[] =>
  listed(path, value, (at, move) => {
    if (typeof move !== "object" || move === null) return [];
    const guard = move.guard === undefined ? [] : guardSites(`${at}.guard`, move.guard);
    return [...guard, ...listed(`${at}.actions`, move.actions, actionSites)];
  });

function invokeSites(path: string, { src, id, onDone, onError, onSnapshot }: Loose): Site[] {
  return [
    { kind: "actor", path: `${path}.src`, value: src },
    ...(id === undefined ? [] : [{ kind: "id" as const, path: `${path}.id`, value: id }]),
    ...(onSnapshot === undefined ? [] : [{ kind: "snapshots" as const, path: `${path}.onSnapshot`, value: src }]),
    ...moves(`${path}.onDone`, onDone),
    ...moves(`${path}.onError`, onError),
    ...moves(`${path}.onSnapshot`, onSnapshot),
  ];
}

const actionSites = (path: string, action: Loose): Site[] => [
  { kind: "action", path, value: action },
  ...insideAction(path, action),
];

/** What stands in one of XState's own action creators. */
function insideAction(path: string, action: Loose): Site[] {
  if (typeof action !== "function" || !("resolve" in action)) return [];
  const at = `${path}(${action.type.replace("xstate.", "")})`;
  const delay = action.delay === undefined ? [] : [{ kind: "delay" as const, path: at, value: action.delay }];
  if (action.type !== "xstate.spawnChild") return delay;
  return [
    { kind: "actor", path: at, value: action.src },
    ...(action.syncSnapshot ? [{ kind: "snapshots" as const, path: at, value: action.src }] : []),
    { kind: "id", path: at, value: action.id },
  ];
}

const guardSites = (path: string, guard: Loose): Site[] => [
  { kind: "guard", path, value: guard },
  ...insideGuard(path, guard),
];

/** The guards in an `and`, `or` or `not`. */
const insideGuard = (path: string, guard: Loose): Site[] =>
  typeof guard === "function" ? listed(path, guard.guards, guardSites) : [];
