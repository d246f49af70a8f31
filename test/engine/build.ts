// From a plan to machines, as a developer would write them with setup().createMachine().
import {
  and,
  assign,
  cancel,
  emit,
  enqueueActions,
  fromPromise,
  log,
  not,
  or,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
  stateIn,
  stopChild,
} from "xstate";
import { ROOT, type Machines } from "../../machines/engine/types.ts";
import {
  ASSIGNED,
  TASK,
  type ActionPlan,
  type DelayPlan,
  type GuardPlan,
  type InvokePlan,
  type MovePlan,
  type Plan,
  type Receiver,
  type StatePlan,
} from "./plan.ts";
import type { Hooks } from "./oracle.ts";

// Generated configurations are beyond XState's types.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

/** The machines of a plan by name; what they do outside goes to the hooks. */
export function build({ machines }: Pick<Plan, "machines">, hooks: Hooks): Machines {
  const built: Record<string, Loose> = {};
  const task = fromPromise(({ input, self }: Loose) => hooks.task(self, input));
  for (let index = machines.length - 1; index >= 0; index--) {
    const { top, spawnsAtStart, isTolerant } = machines[index]!;
    const name = nameOf(index);
    const maker: Maker = { index, last: machines.length - 1, ids: [], nodes: new Map() };
    list(maker, top, name);
    const config: Loose = {
      ...stateOf(maker, top, []),
      id: name,
      output: outputOf,
      context: contextOf(maker, spawnsAtStart),
    };
    if (isTolerant) config.on = { ...config.on, "xstate.error.actor.*": { actions: "act" } };
    const actions = { act: ({ self }: Loose, params: Loose) => hooks.act(self, params) };
    const setUp = setup({ actors: { ...built, [TASK]: task }, actions, guards, delays } as Loose);
    built[name] = setUp.createMachine({ ...config, options: { maxIterations: 30 } } as never);
  }
  return built;
}

type Maker = { index: number; last: number; ids: string[]; nodes: Map<StatePlan, string> };
/** Where actions stand: whom they can send to, and whether they may send at once (else most plans go round for ever). */
type Place = { children: string[]; isQuiet?: boolean };

const nameOf = (index: number) => (index === 0 ? ROOT : `m${index}`);
const system = (id: string) => `the-${id}`;
/** A source among the machines after this one, so that no machine starts itself; the last has only tasks. */
const sourceOf = ({ index, last }: Maker, src: number | typeof TASK) =>
  src === TASK || index === last ? TASK : nameOf(index + 1 + (src % (last - index)));

const guards = {
  atLeast: ({ context }: Loose, { n }: { n: number }) => context.n >= n,
  odd: ({ context }: Loose) => context.n % 2 === 1,
};
const delays = { short: 10, computed: ({ context }: Loose) => 5 + 5 * context.n };
const outputOf = ({ context, event }: Loose) => ({ n: context.n, of: event.output ?? null });
const inputOf = ({ context }: Loose) => ({ n: context.n });
const noted = ({ event }: Loose) => ({
  type: event.type,
  what: event.output ?? event.error ?? event.snapshot?.context?.n ?? event.snapshot?.status ?? null,
});

const contextOf = (maker: Maker, spawns?: boolean) => (args: Loose) => ({
  n: args.input?.n ?? 0,
  ...(spawns && { ref: args.spawn(sourceOf(maker, 0), { id: ASSIGNED, input: { n: 1 } }) }),
});

/** Numbers the states, so that a plan can name any of them by its number. */
function list(maker: Maker, plan: StatePlan, id: string): void {
  plan.states.forEach((child, index) => {
    const childId = `${id}-${index}`;
    maker.ids.push(childId);
    maker.nodes.set(child, childId);
    list(maker, child, childId);
  });
}

function stateOf(maker: Maker, plan: StatePlan, inScope: string[]): Loose {
  const id = maker.nodes.get(plan);
  if (plan.type === "shallow" || plan.type === "deep")
    return { id, type: "history", history: plan.type, ...(plan.target && { target: "q0" }) };
  const invokes = plan.invoke.map((invoke, index) => invokeOf(maker, invoke, id ?? "top", index));
  // XState tells of a promise's snapshot anew for each event that is sent to it; nobody sends one anything.
  const ids = invokes.map(({ id: child, src }, index) => (src === TASK ? [] : [child ?? `${index}.${id}`]));
  const children = [...inScope, ...ids.flat()];
  const act = (actions: ActionPlan[]) => actions.map((action) => actionOf(maker, action, { children }));
  const go = (move: MovePlan) => moveOf(maker, move, { children });
  const goOn = (move: MovePlan) => forward(maker, move, moveOf(maker, move, { children, isQuiet: true }), id);
  const isQuiet = (event: string) => /[x*]/.test(event);
  const states = plan.states.map((child, index) => [`q${index}`, stateOf(maker, child, children)]);
  return {
    ...(id && { id }),
    ...((plan.type === "final" || plan.type === "parallel") && { type: plan.type }),
    ...(plan.type === "compound" && { initial: "q0" }),
    ...(plan.tag && { tags: [`tag-${id}`] }),
    ...(plan.output && { output: ({ context }: Loose) => context.n }),
    entry: act(plan.entry),
    ...(plan.type !== "final" && { exit: act(plan.exit) }),
    ...(plan.on.length > 0 && {
      on: Object.fromEntries(plan.on.map(({ event, moves }) => [event, moves.map(isQuiet(event) ? goOn : go)])),
    }),
    ...(plan.after.length > 0 && {
      after: Object.fromEntries(plan.after.map(({ delay, move }) => [delay, delay === 0 ? goOn(move) : go(move)])),
    }),
    ...(plan.always.length > 0 && { always: plan.always.map(goOn).filter(({ target }) => target) }),
    ...(invokes.length > 0 && {
      invoke: invokes.map((invoke, at) => ({ ...invoke, ...outcomes(go, plan.invoke[at]!) })),
    }),
    ...(plan.onDone && plan.states.length > 0 && { onDone: go(plan.onDone) }),
    ...(states.length > 0 && { states: Object.fromEntries(states) }),
  };
}

/** An eventless transition leads to a state further on, else most machines would go round for ever. */
function forward({ ids }: Maker, plan: MovePlan, move: Loose, id: string | undefined): Loose {
  const further = ids.filter((other) => id !== undefined && other > id && !other.startsWith(`${id}-`));
  const to = further[(plan.to ?? 0) % Math.max(1, further.length)];
  const { target: _, ...rest } = move;
  return to ? { ...rest, target: `#${to}` } : rest;
}

function invokeOf(maker: Maker, { src: plan, id, systemId }: InvokePlan, state: string, index: number): Loose {
  const src = sourceOf(maker, plan);
  const name = id === "own" ? { id: `own-${state}-${index}` } : id === "default" ? {} : { id };
  return {
    src,
    input: inputOf,
    ...name,
    ...(systemId && maker.index === 0 && name.id && { systemId: system(name.id) }),
  };
}

const outcomes = (go: (move: MovePlan) => Loose, { onDone, onError, onSnapshot }: InvokePlan) => ({
  ...(onDone && { onDone: go(onDone) }),
  ...(onError && { onError: go(onError) }),
  ...(onSnapshot && { onSnapshot: go(onSnapshot) }),
});

function moveOf(maker: Maker, { to, guard, reenter, actions }: MovePlan, place: Place): Loose {
  return {
    ...(to !== undefined && maker.ids.length > 0 && { target: `#${maker.ids[to % maker.ids.length]}` }),
    ...(guard && { guard: guardOf(maker, guard) }),
    ...(reenter && { reenter }),
    actions: actions.map((action) => actionOf(maker, action, place)),
  };
}

function guardOf(maker: Maker, plan: GuardPlan): Loose {
  switch (plan.is) {
    case "atLeast":
      return { type: "atLeast", params: { n: plan.n } };
    case "odd":
      return "odd";
    case "inline":
      return ({ context }: Loose) => context.n < 3;
    case "fromEvent":
      return { type: "atLeast", params: ({ event }: Loose) => ({ n: event.v ?? 0 }) };
    case "in": {
      const inside = stateIn(`#${maker.ids[plan.state % maker.ids.length]}` as never);
      return plan.not ? not(inside as never) : inside;
    }
    case "and":
      return and(plan.of.map((part) => guardOf(maker, part)) as never);
    case "or":
      return or(plan.of.map((part) => guardOf(maker, part)) as never);
    default:
      return not(guardOf(maker, plan.of) as never);
  }
}

function actionOf(maker: Maker, plan: ActionPlan, place: Place): Loose {
  const options =
    "delay" in plan && plan.delay !== undefined ? { delay: delayOf(plan.delay), ...(plan.id && { id: plan.id }) } : {};
  switch (plan.do) {
    case "act":
      if (plan.params === "none") return "act";
      if (plan.params === "literal") return { type: "act", params: { k: 1 } };
      return { type: "act", params: ({ context, event }: Loose) => ({ n: context.n, on: event.type }) };
    case "inc":
      return assign({ n: ({ context }: Loose) => context.n + 1 } as Loose);
    case "note":
      return assign({ last: noted } as Loose);
    case "log":
      return log(({ context }: Loose) => context.n, maker.index === 0 ? "root" : undefined);
    case "throw":
      return assign(() => {
        throw new Error("thrown");
      });
    case "raise":
      if (place.isQuiet && plan.delay === undefined) return "act";
      return raise({ type: soon(plan) } as never, options as never);
    case "cancel":
      return cancel(plan.id);
    case "send":
      return place.isQuiet && plan.delay === undefined ? "act" : sendOf(maker, plan, options, place);
    case "emit":
      return emit((({ context }: Loose) => ({ type: plan.event, n: context.n })) as never);
    case "enqueue":
      return enqueueActions(({ enqueue, check }: Loose) => {
        if (check(guardOf(maker, plan.guard))) plan.ifSo.forEach((part) => enqueue(actionOf(maker, part, place)));
        plan.always.forEach((part) => enqueue(actionOf(maker, part, place)));
      });
    default:
      return childActionOf(maker, plan);
  }
}

function childActionOf(maker: Maker, plan: ActionPlan & { do: "spawn" | "assignSpawn" | "stop" }): Loose {
  if (plan.do === "stop") return stopChild(plan.id === "ref" ? ({ context }: Loose) => context.ref : plan.id);
  const src = sourceOf(maker, plan.src);
  if (plan.do === "assignSpawn") {
    const ref = ({ spawn, context }: Loose) => spawn(src, { id: ASSIGNED, input: { n: context.n } });
    return enqueueActions(({ enqueue, context, event }: Loose) => {
      if (context.ref && event.type === "xstate.init") return;
      enqueue.stopChild(ASSIGNED);
      enqueue.assign({ ref });
    });
  }
  const { id, systemId, sync, over } = plan;
  const spawn = spawnChild(
    src as never,
    {
      id,
      input: inputOf,
      ...(systemId && maker.index === 0 && { systemId: system(id) }),
      ...(sync && src !== TASK && { syncSnapshot: true }),
    } as never,
  );
  return over
    ? spawn
    : enqueueActions(({ enqueue }: Loose) => {
        enqueue.stopChild(id);
        enqueue(spawn);
      });
}

function sendOf(
  { index }: Maker,
  { to, event, withSelf }: ActionPlan & { do: "send" },
  options: Loose,
  { children }: Place,
): Loose {
  const type = soon({ event, ...options });
  const sent = withSelf ? ({ self }: Loose) => ({ type, from: self }) : { type, v: 1 };
  if (to === "parent" && index > 0) return sendParent(sent as never, options as never);
  return sendTo(receiverOf(to, children) as never, sent as never, options as never);
}

function receiverOf(to: Receiver, children: string[]): Loose {
  if (typeof to === "object" && children.length > 0) return children[to.child % children.length];
  if (to === "ref") return ({ context, self }: Loose) => context.ref ?? self;
  if (to === "sender") return ({ event, self }: Loose) => event.from ?? self;
  if (to === "named") return ({ system: all, self }: Loose) => all.get(system("k0")) ?? all.get(system("k1")) ?? self;
  return ({ self }: Loose) => self;
}

/** What is sent at once is of the events whose handlers do not send at once. */
const soon = ({ event, delay }: { event: string; delay?: unknown }) =>
  delay === undefined ? (event === "a" || event === "x.y" ? "x.y" : "x.z") : event;

const delayOf = (delay: DelayPlan): Loose => (delay === "inline" ? ({ context }: Loose) => 3 + context.n : delay);
