// Whether the actors of a migrated tree fit their new machines: values, histories, children, tasks.
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { remove } from "./book.ts";
import type { Migrating } from "./migrate.ts";
import { activeOf, nodesOf, snapOf, usualOf, type Snap } from "./nodes.ts";
import { keyOf } from "./refs.ts";
import type { Problem } from "./register.ts";
import { isLiving, type Json } from "./types.ts";
import { snapshotOf } from "./xstate.ts";

/** An actor that fits its new machine. `old`: the states it was in before, by id; unknown without the old machines. */
export type Fitting = {
  key: string;
  machine: AnyStateMachine;
  active: AnyStateNode[];
  old: Map<string, AnyStateNode> | undefined;
};

/** The living actors that fit their new machines; what does not is a problem. Those that are over and do not fit are struck out. */
export function fitActors(migrating: Migrating): Fitting[] {
  const { draft, problems } = migrating;
  strikeOver(migrating);
  const living = Object.keys(draft.actors).filter((key) => isLiving(draft.actors[key]));
  for (const key of living) problems.push(...homeless(migrating, key));
  problems.push(...tasksOfNobody(migrating));
  return living.flatMap((key) => fitActor(migrating, key) ?? []);
}

/** What is over cannot have anything happen to it, so nothing is lost with it. */
function strikeOver({ target, draft }: Migrating): void {
  for (const [key, actor] of Object.entries(draft.actors)) {
    if (isLiving(actor) || actor.parent === undefined) continue;
    const machine = target.machines[actor.src];
    const { status, value } = snapOf(actor);
    if (machine && (status !== "done" || unfit(machine.root as AnyStateNode, value).length === 0)) continue;
    const parent = draft.actors[actor.parent];
    if (parent) delete snapOf(parent).children?.[actor.id];
    remove(draft, key);
  }
}

/** Problems with the place of a living actor among the others. */
function homeless({ target, draft }: Migrating, key: string): Problem[] {
  const { src, id, parent: above } = draft.actors[key]!;
  const instead = "strike it out in the migration (`struck`), or keep it in the new version";
  if (!target.machines[src]) return [{ path: key, problem: `no machine is named «${src}» any more`, instead }];
  if (above === undefined) return [];
  const parent = draft.actors[above];
  if (!parent || !isLiving(parent) || !snapOf(parent).children[id])
    return [{ path: key, problem: `its parent «${above}» has no child «${id}»`, instead }];
  const names = target.machines[parent.src]?.implementations.actors;
  if (names && !Object.hasOwn(names, src))
    return [{ path: key, problem: `its parent's machine has no actor «${src}» any more`, instead }];
  return [];
}

function tasksOfNobody({ draft }: Migrating): Problem[] {
  return draft.tasks
    .filter(({ actor, id }) => !isLiving(draft.actors[actor]) || !snapOf(draft.actors[actor]!).children[id])
    .map(({ actor, id }) => ({
      path: `${actor} › task ${id}`,
      problem: `«${actor}» has no such child`,
      instead: "strike the task out too (`struck`)",
    }));
}

function fitActor(migrating: Migrating, key: string): Fitting | undefined {
  const { target, draft, problems } = migrating;
  const actor = draft.actors[key]!;
  const machine = target.machines[actor.src];
  if (!machine) return undefined;
  const snap = snapOf(actor);
  const misfits = unfit(machine.root as AnyStateNode, snap.value);
  problems.push(...misfits.map(({ at, ...rest }) => ({ path: `${key} › ${at}`, ...rest })));
  const isRemembered = fitHistory(migrating, key, machine, snap);
  if (misfits.length > 0 || !isRemembered) return undefined;
  fitOrder(migrating, key, machine, snap);
  const fitting = { key, machine, active: activeOf(machine, snap), old: oldOf(migrating, key) };
  problems.push(...endings(fitting), ...childProblems(migrating, fitting, snap));
  try {
    snapshotOf({ machines: target.machines, state: draft, key });
  } catch (error) {
    problems.push({ path: key, problem: (error as Error).message, instead: "make it fit in the migration" });
    return undefined;
  }
  return fitting;
}

const SAY = "say in the migration where it goes on";
type Misfit = { at: string; problem: string; instead: string };

const pathOf = (path: string[]): string => path.join(".") || "value";

/** Where a value is not one of the node's. */
function unfit(node: AnyStateNode, value: Json | undefined): Misfit[] {
  const { path, states, type } = node;
  const parts = typeof value === "string" ? { [value]: {} } : value;
  if (typeof parts !== "object" || parts === null || Array.isArray(parts))
    return [problemOf(pathOf(path), "it is in no state", SAY)];
  const isReal = (key: string) => Object.hasOwn(states, key) && states[key]!.type !== "history";
  const keys = Object.keys(parts);
  const gone = keys.filter((key) => !isReal(key));
  const lacking = Object.keys(states).filter((key) => type === "parallel" && isReal(key) && !keys.includes(key));
  const several = keys.length === 0 ? "it has states of its own now" : "it is in several of its states at once";
  return [
    ...gone.map((key) => problemOf(pathOf([...path, key]), "the state does not exist any more", SAY)),
    ...lacking.map((key) => problemOf(pathOf([...path, key]), "the region is new", SAY)),
    ...(type === "compound" && keys.length !== 1 ? [problemOf(pathOf(path), several, SAY)] : []),
    ...keys.filter(isReal).flatMap((key) => unfit(states[key]!, parts[key])),
  ];
}

/** Whether all that histories remember exists; what one that is no more remembered is forgotten. */
function fitHistory({ changes, problems }: Migrating, key: string, machine: AnyStateMachine, snap: Snap): boolean {
  const nodes = nodesOf(machine);
  const before = problems.length;
  for (const [id, remembered] of Object.entries(snap.historyValue ?? {})) {
    const history = nodes.find((node) => node.id === id && node.type === "history");
    if (!history) {
      delete snap.historyValue![id];
      changes.push({ change: "history gone", actor: key, id });
      continue;
    }
    const known = new Set(nodes.filter(({ path }) => isBelow(path, history.parent!.path)).map((node) => node.id));
    for (const state of remembered.filter((state) => !known.has(state.id)))
      problems.push({
        path: `${key} › ${pathOf(history.path)}`,
        problem: `it remembers the state «${state.id}», which does not exist there any more`,
        instead: "say in the migration what it remembers, or strike it out of historyValue",
      });
  }
  return problems.length === before;
}

const isBelow = (path: string[], above: string[]) =>
  path.length > above.length && above.every((part, at) => part === path[at]);

/** The order of parallel states is kept as numbers of the old machine: the same states have others in the new one. */
function fitOrder({ from, before, draft }: Migrating, key: string, machine: AnyStateMachine, snap: Snap): void {
  if (!snap.nodes) return;
  const was = before.actors[key];
  const numbering = nodesOf((was && from.machines?.[was.src]) ?? machine);
  const byId = new Map(nodesOf(machine).map((node) => [node.id, node]));
  const listed = snap.nodes.flatMap((number) => byId.get(numbering[number]?.id ?? "") ?? []);
  const usual = usualOf(machine, snap.value);
  const isSame = was && JSON.stringify(snapOf(was).value) === JSON.stringify(snapOf(draft.actors[key]!).value);
  // The list may say more than the value; that is kept only where all of it still is.
  const isWhole = isSame && listed.length === snap.nodes.length && usual.every((node) => listed.includes(node));
  const order = isWhole
    ? listed
    : [...listed.filter((node) => usual.includes(node)), ...usual.filter((node) => !listed.includes(node))];
  if (order.length === usual.length && order.every((node, at) => node === usual[at])) delete snap.nodes;
  else snap.nodes = order.map((node) => node.order);
}

/** The states an actor was in, by id. None for one that is new; undefined where its old machine is not known. */
function oldOf({ from, before }: Migrating, key: string): Fitting["old"] {
  const was = before.actors[key];
  if (!was || !isLiving(was)) return new Map();
  const machine = from.machines?.[was.src];
  return machine && new Map(activeOf(machine, snapOf(was)).map((node) => [node.id, node]));
}

/** XState tells of an end as it comes to it: where a state is an end only now, or by the migration, nobody would hear. */
function endings({ key, active, old }: Fitting): Problem[] {
  const isNew = ({ id, parent }: AnyStateNode) => (old ? old.get(id)?.type !== "final" : !parent?.parent);
  return active
    .filter((node) => node.type === "final" && isNew(node))
    .map(({ path }) => ({
      path: `${key} › ${path.join(".")}`,
      problem: "it would be at an end without having come to it",
      instead: "say in the migration where it waits instead, and let an event or a delay lead to the end",
    }));
}

/** Whether what runs below an actor is what its states have running. */
function childProblems({ target, draft }: Migrating, { key, machine, active, old }: Fitting, snap: Snap): Problem[] {
  const now = invocations(active);
  const before = old && invocations([...old.values()]);
  const tasks = draft.tasks.filter(({ actor }) => actor === key);
  const children = Object.values(draft.actors).filter((actor) => actor.parent === key && isLiving(actor));
  const undeclared = tasks.filter(
    ({ src }) => target.machines[src] || !Object.hasOwn(machine.implementations.actors, src),
  );
  const running = [...tasks, ...children];
  // Spawned ones have no state that invokes them.
  const left = running.filter((child) => has(before ?? [], child) && !has(now, child));
  // One that is over keeps its place; one that was stopped has none.
  const isBegun = (one: Invocation) => snap.children[one.id]?.src === one.src || has(before ?? [], one);
  const missing = now.filter((one) => !running.some(({ id }) => id === one.id) && !isBegun(one));
  const lost = Object.keys(snap.children).filter(
    (id) => target.machines[snap.children[id]!.src] && !draft.actors[keyOf(key, id)],
  );
  return [
    ...undeclared.map(({ id, src }) =>
      problemOf(`task ${id}`, `«${src}» is no activity of its machine any more`, WAIT),
    ),
    ...left.map(({ id, src }) =>
      problemOf(`child ${id}`, `no state it is in invokes «${src}» under that id any more`, WAIT),
    ),
    ...missing.map(({ src, at }) => problemOf(at, `it now invokes «${src}», which does not run`, AGAIN)),
    ...lost.map((id) => problemOf(`child ${id}`, "there is no such actor", "strike it out with `struck`")),
  ].map(({ at, ...rest }) => ({ path: `${key} › ${at}`, ...rest }));
}

const WAIT = "wait until it is over, or strike it out in the migration (`struck`)";
const AGAIN = "let the migration put the machine before that state, and an event or a delay lead into it";
const problemOf = (at: string, problem: string, instead: string): Misfit => ({ at, problem, instead });

type Invocation = { id: string; src: string; at: string };

const invocations = (nodes: AnyStateNode[]): Invocation[] =>
  nodes.flatMap(({ invoke, path }) => invoke.map(({ id, src }) => ({ id, src: String(src), at: pathOf(path) })));

const has = (all: Invocation[], one: { id: string; src: string }) =>
  all.some(({ id, src }) => id === one.id && src === one.src);
