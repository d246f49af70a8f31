// Cases by name, each of one thing that a host could get wrong: written by hand, small enough to be read when they fail.
import { assign, cancel, emit, fromPromise, log, raise, sendParent, sendTo, setup } from "xstate";
import { ROOT, type Machines } from "../../machines/engine/types.ts";
import { build } from "./build.ts";
import type { Hooks } from "./oracle.ts";
import { TASK, type Happening, type Script } from "./plan.ts";

// Configurations are written without their types: what they do is what matters here.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

/** `leaves`: acts by their `k`, other things by their kind, emitted events by their type. */
export type Case = {
  named: string;
  title: string;
  root: Loose;
  children?: Record<string, Loose>;
  /** The child that runs as a workflow of its own, where the host can. */
  apart?: string;
  happenings: Happening[];
  leaves: string[];
};

export const isApart = (script: Script): boolean => "named" in script && caseOf(script.named).apart !== undefined;

export function caseOf(name: string): Case {
  const found = CASES.find(({ named }) => named === name);
  if (!found) throw new Error(`there is no case «${name}» in cases.ts`);
  return found;
}

/** The machines of a script; what they do outside goes to the hooks. */
export function machinesOf(script: Script, hooks: Hooks): Machines {
  if ("machines" in script) return build(script, hooks);
  const { root, children: configs = {} } = caseOf(script.named);
  const actions = { act: ({ self }: Loose, params: Loose) => hooks.act(self, params) };
  const actors: Record<string, Loose> = { [TASK]: fromPromise(({ input, self }: Loose) => hooks.task(self, input)) };
  const machine = (config: Loose): Loose =>
    setup({ actors: { ...actors }, actions } as Loose).createMachine(config as never);
  for (const [name, config] of Object.entries(configs)) actors[name] = machine(config);
  const { [TASK]: _, ...children } = actors;
  return { ...children, [ROOT]: machine(root) };
}

const act = (k: string) => ({ type: "act", params: { k } });
const acts = (k: string) => ({ actions: act(k) });
const later = (type: string, delay: number, id?: string) => raise({ type }, { delay, ...(id && { id }) });
const go = { send: "go", to: 0 };
const ECHO = { on: { hi: { actions: [act("child"), sendParent({ type: "back" })] } } };
const SHORT = { initial: "a", states: { a: { on: { hi: "b" } }, b: { type: "final" } } };

export const CASES: Case[] = [
  {
    named: "order",
    title: "custom actions and logs come first, then sends with all they lead to, and emitted events in their turn",
    root: {
      invoke: { src: "echo", id: "kid" },
      on: { go: { actions: [sendTo("kid", { type: "hi" }), emit({ type: "last" }), log("words"), act("first")] } },
    },
    children: { echo: ECHO },
    happenings: [go],
    leaves: ["log", "first", "child", "emit last"],
  },
  {
    named: "order-of-many",
    title: "acts, emitted events and tasks leave one after the other, in their order",
    root: {
      initial: "off",
      states: {
        off: { entry: [act("1"), act("2"), emit({ type: "a" }), emit({ type: "b" })], on: { go: "on" } },
        on: { entry: [act("3"), emit({ type: "c" })], invoke: { src: TASK, id: "t" }, exit: [act("4"), act("5")] },
      },
      on: { again: { target: ".on", reenter: true } },
    },
    happenings: [go, { send: "again", to: 0 }],
    leaves: ["1", "2", "emit a", "emit b", "3", "emit c", "run", "4", "5", "3", "emit c", "run"],
  },
  {
    named: "born-first",
    title: "what is sent on entry to an actor invoked there waits until it is born",
    root: {
      initial: "off",
      states: {
        off: { on: { go: "on" } },
        on: { entry: sendTo("kid", { type: "hi" }), invoke: { src: "echo", id: "kid" } },
      },
    },
    children: { echo: ECHO },
    happenings: [go],
    leaves: ["child"],
  },
  {
    named: "cancelled-at-once",
    title: "a delayed event that is cancelled in the step that sends it never comes",
    root: {
      on: {
        go: { actions: [later("x", 5, "x"), later("y", 5, "y"), cancel("x")] },
        x: acts("x"),
        y: acts("y"),
      },
    },
    happenings: [go, { wait: 5 }, { wait: 5 }],
    leaves: ["y"],
  },
  {
    named: "one-instant",
    title: "of two timers at one instant the one armed first goes first",
    root: {
      entry: [later("x", 10), later("y", 5)],
      on: { x: acts("x"), y: { actions: [act("y"), later("z", 5)] }, z: acts("z") },
    },
    happenings: [{ wait: 4 }, { wait: 6 }],
    leaves: ["y", "x", "z"],
  },
  {
    named: "one-id",
    title: "of two with one id both come; a cancel finds the one armed last",
    root: {
      on: {
        go: { actions: [later("x", 5, "id"), later("y", 6, "id")] },
        stop: { actions: cancel("id") },
        x: acts("x"),
        y: acts("y"),
      },
    },
    happenings: [go, { wait: 9 }, go, { send: "stop", to: 0 }, { wait: 9 }],
    leaves: ["x", "y", "x"],
  },
  {
    named: "earlier-asking",
    title: "a task's answer arrives; one to an earlier asking does not",
    root: {
      context: {},
      initial: "on",
      states: {
        on: {
          exit: act("left"),
          invoke: {
            src: TASK,
            id: "t",
            onDone: { actions: ["act", assign({ got: ({ event }: Loose) => event.output })] },
          },
        },
      },
      on: { go: { target: ".on", reenter: true } },
    },
    happenings: [go, { answer: 0, ok: true }, { answer: 1, ok: true }],
    leaves: ["run", "left", "run", "act"],
  },
  {
    named: "given-up",
    title: "a task that was given up is waited for no longer",
    root: {
      initial: "on",
      states: {
        on: { invoke: { src: TASK, id: "t", onDone: acts("done") }, on: { go: "off" } },
        off: { entry: act("off") },
      },
    },
    happenings: [go, { answer: 0, ok: true }, go],
    leaves: ["run", "off"],
  },
  {
    named: "failed-task",
    title: "a task that fails becomes its parent's onError, and an error that nobody takes the root's",
    root: {
      context: {},
      initial: "on",
      states: {
        on: {
          invoke: {
            src: TASK,
            id: "t",
            onError: { target: "off", actions: assign({ why: ({ event }: Loose) => event.error }) },
          },
        },
        off: { entry: act("failed"), invoke: { src: TASK, id: "t" } },
      },
    },
    happenings: [
      { answer: 0, ok: false },
      { answer: 1, ok: false },
    ],
    leaves: ["run", "failed", "run"],
  },
  {
    named: "done",
    title: "a parent hears of a child's snapshots only while it lives, and then that it is done",
    root: {
      invoke: { src: "short", id: "kid", onSnapshot: acts("snapshot"), onDone: acts("done") },
      on: { go: { actions: sendTo("kid", { type: "hi" }) } },
    },
    children: { short: SHORT },
    happenings: [go],
    leaves: ["snapshot", "done"],
  },
  {
    named: "anew",
    title: "a child that makes its parent start it anew is replaced, and what it still sends arrives",
    root: {
      initial: "on",
      states: { on: { invoke: { src: "kid", id: "kid" } } },
      on: { again: { target: ".on", reenter: true, actions: act("again") }, still: acts("still") },
    },
    children: { kid: { on: { hi: { actions: [sendParent({ type: "again" }), sendParent({ type: "still" })] } } } },
    happenings: [{ send: "hi", to: 2 }, { wait: 5 }],
    leaves: ["again", "still"],
  },
  {
    named: "over",
    title: "a machine that ends says so, and gives up what was under way",
    root: {
      initial: "on",
      output: { sum: 1 },
      states: { on: { invoke: { src: TASK, id: "t" }, on: { go: "off" } }, off: { type: "final", entry: act("over") } },
    },
    happenings: [go, { answer: 0, ok: true }, go, { wait: 5 }],
    leaves: ["run", "over"],
  },
  {
    named: "too-late",
    title: "an answer to an earlier asking that comes while what replaced it is not begun yet does not arrive",
    root: {
      initial: "on",
      states: { on: { exit: act("left"), invoke: { src: TASK, id: "t", onDone: acts("done") } } },
      on: { go: { target: ".on", reenter: true } },
    },
    happenings: [
      { ...go, late: 0 },
      { answer: 1, ok: true },
    ],
    leaves: ["run", "left", "run", "done"],
  },
  {
    named: "apart",
    title: "one that runs apart hears its parent, answers it, and says that it is done",
    root: {
      invoke: { src: "kid", id: "kid", onDone: acts("done") },
      on: { go: { actions: sendTo("kid", { type: "hi" }) }, back: acts("back") },
    },
    children: {
      kid: {
        initial: "a",
        states: {
          a: { on: { hi: { target: "b", actions: [act("child"), sendParent({ type: "back" })] } } },
          b: { on: { hi: "c" } },
          c: { type: "final" },
        },
      },
    },
    apart: "kid",
    happenings: [go, go, go],
    leaves: ["child", "back", "done"],
  },
];

/** The names under which a host has the machines of scripts, and those of cases that run apart. */
export const NAME = "script";
export const nameApart = (named: string, child: string): string => `${named}--${child}`;
export const NAMES = [NAME, ...CASES.flatMap(({ named, apart }) => (apart ? [nameApart(named, apart)] : []))];
