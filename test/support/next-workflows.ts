// The network's workflow as the next release might have it: it carries a second version of the machine, and takes up what
// a later host has put away.
import { createMachine, type AnyStateMachine } from "xstate";
import { renamed } from "../../machines/engine/migrate-tools.ts";
import { ROOT, type Machines } from "../../machines/engine/types.ts";
import { compile } from "../../machines/network/compile.ts";
import { RELEASED } from "../../machines/network/concept.ts";
import { VERSIONS, type NetworkVersion } from "../../machines/network/versions.ts";
import type { Plan } from "../../programmes/types.ts";
import type { NetworkEnvelope } from "../../workflows/messages.ts";
import { networkOn } from "../../workflows/network.ts";

/** Messages about meetings go an hour later; ideas that are `captured` are `noted`; a meeting is never `cancelled`. */
const version2: NetworkVersion = {
  compile: (plan) => {
    const [known] = made.get(plan) ?? [];
    if (known) return known;
    const { [ROOT]: root, idea, "item.meeting": _, ...others } = compile(plan);
    const { "item.meeting": meeting } = compile(anHourLater(plan));
    const machines = { ...others, [ROOT]: saysItIs2(root!), idea: notes(idea!), "item.meeting": isHeld(meeting!) };
    made.set(plan, [machines]);
    return machines;
  },
  migrations: { 1: (state) => renamed(state, { src: "idea", state: "(machine).captured", to: "noted" }) },
};

const made = new WeakMap<Plan, [Machines]>();

const known = networkOn({ ...VERSIONS, "network@2": version2 });

export const network = (envelope: NetworkEnvelope): Promise<void> => known({ ...envelope, v: 1 });

type Config = { initial: string; states: Record<string, object>; entry?: unknown };

const changed = (machine: AnyStateMachine, how: (config: Config) => Config) =>
  createMachine(
    how(machine.config as unknown as Config) as never,
    machine.implementations as never,
  ) as unknown as AnyStateMachine;

const saysItIs2 = (machine: AnyStateMachine) =>
  changed(machine, (config) => ({
    ...config,
    entry: { type: "record", params: { kind: "network.created", data: { machine: "network@2" } } },
  }));

const notes = (machine: AnyStateMachine) =>
  changed(machine, ({ states: { captured, merged, ...states }, ...config }) => ({
    ...config,
    initial: "noted",
    // What was part of a concept comes back to where it came from.
    states: { ...states, noted: captured!, merged: { ...merged!, on: { [RELEASED]: { target: "noted" } } } },
  }));

const anHourLater = (plan: Plan): Plan => {
  const { programme } = plan;
  return {
    ...plan,
    programme: { ...programme, reminders: programme.reminders.map((rule) => ({ ...rule, time: "10:00" })) },
  };
};

const isHeld = (machine: AnyStateMachine) =>
  changed(machine, ({ states: { planned, drafted, pinned, held, done }, ...config }) => ({
    ...config,
    states: {
      planned: without(planned!, "cancel"),
      drafted: without(drafted!, "cancel"),
      pinned: without(pinned!, "cancel"),
      held: held!,
      ...(done && { done }),
    },
  }));

function without(state: { on?: object }, event: string): object {
  const { [event]: _, ...on } = (state.on ?? {}) as Record<string, unknown>;
  return { ...state, on };
}
