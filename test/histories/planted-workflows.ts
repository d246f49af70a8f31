// The network's workflow with two timers of its machine in the wrong order: the reminder of two days goes at the time of
// that of seven, and the other way round.
import { createMachine, type AnyStateMachine } from "xstate";
import type { Machines } from "../../machines/engine/types.ts";
import { compile, MACHINE } from "../../machines/network/compile.ts";
import type { Plan } from "../../programmes/types.ts";
import { networkOn } from "../../workflows/network.ts";

const SWAPPED = { "at:meeting-7": "at:meeting-2", "at:meeting-2": "at:meeting-7" };

function swapped(plan: Plan): Machines {
  const { "item.meeting": meeting, ...machines } = compile(plan);
  const { config, implementations } = meeting!;
  const { delays } = implementations;
  const others = Object.entries(SWAPPED).map(([name, other]) => [name, delays[other]]);
  const changed = createMachine(config, {
    ...implementations,
    delays: { ...delays, ...Object.fromEntries(others) },
  } as never);
  return { ...machines, "item.meeting": changed as AnyStateMachine };
}

const made = new WeakMap<Plan, Machines>();

export const network = networkOn({
  [MACHINE]: {
    compile: (plan) => {
      const machines = made.get(plan) ?? swapped(plan);
      made.set(plan, machines);
      return machines;
    },
  },
});
