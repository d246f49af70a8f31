// The network's workflow with two messages of its machine in the wrong order: the reminder of two days goes at the time of
// that of seven, and the other way round.
import type { Machines } from "../../machines/engine/types.ts";
import { compile, MACHINE } from "../../machines/network/compile.ts";
import type { Plan } from "../../programmes/types.ts";
import { networkOn } from "../../workflows/network.ts";

const SWAPPED: Record<string, number> = { "meeting-7": -2, "meeting-2": -7 };

function swapped(plan: Plan): Machines {
  const { programme } = plan;
  const reminders = programme.reminders.map((rule) => ({ ...rule, days: SWAPPED[rule.id] ?? rule.days }));
  const { "item.meeting": meeting } = compile({ ...plan, programme: { ...programme, reminders } });
  return { ...compile(plan), "item.meeting": meeting! };
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
