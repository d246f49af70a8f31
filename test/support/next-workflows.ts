// The network's workflow as the next release might have it: it carries a second version of the machine, and takes up what
// a later host has put away.
import { createMachine, type AnyStateMachine } from "xstate";
import { renamed } from "../../machines/engine/migrate-tools.ts";
import { NEVER, ROOT, type Machines } from "../../machines/engine/types.ts";
import { compile } from "../../machines/network/compile.ts";
import { VERSIONS, type NetworkVersion } from "../../machines/network/versions.ts";
import type { Plan } from "../../programmes/types.ts";
import type { NetworkEnvelope } from "../../workflows/messages.ts";
import { networkOn } from "../../workflows/network.ts";

const HOUR = 3_600_000;

/** Messages about meetings go an hour later; ideas that are `captured` are `noted`; a meeting is never `cancelled`. */
const version2: NetworkVersion = {
  compile: (plan) => {
    const [known] = made.get(plan) ?? [];
    if (known) return known;
    const { [ROOT]: root, idea, "item.meeting": meeting, ...others } = compile(plan);
    const machines = { ...others, [ROOT]: saysItIs2(root!), idea: notes(idea!), "item.meeting": goesLater(meeting!) };
    made.set(plan, [machines]);
    return machines;
  },
  migrations: { 1: (state) => renamed(state, { src: "idea", state: "(machine).captured", to: "noted" }) },
};

const made = new WeakMap<Plan, [Machines]>();

const known = networkOn({ ...VERSIONS, "network@2": version2 });

export const network = (envelope: NetworkEnvelope): Promise<void> => known({ ...envelope, v: 1 });

type Config = { initial: string; states: Record<string, object>; entry?: unknown };
type Delay = (scope: object) => number;

const changed = (machine: AnyStateMachine, how: (config: Config) => Config, delays = machine.implementations.delays) =>
  createMachine(
    how(machine.config as unknown as Config) as never,
    { ...machine.implementations, delays } as never,
  ) as unknown as AnyStateMachine;

const saysItIs2 = (machine: AnyStateMachine) =>
  changed(machine, (config) => ({
    ...config,
    entry: { type: "record", params: { kind: "network.created", data: { machine: "network@2" } } },
  }));

const notes = (machine: AnyStateMachine) =>
  changed(machine, ({ states: { captured, ...states }, ...config }) => ({
    ...config,
    initial: "noted",
    states: { ...states, noted: captured! },
  }));

const goesLater = (machine: AnyStateMachine) => {
  const { delays } = machine.implementations;
  const later = Object.entries(delays).map(([name, delay]) => [
    name,
    (scope: object) => {
      const at = (delay as unknown as Delay)(scope);
      return at === NEVER ? NEVER : at + HOUR;
    },
  ]);
  return changed(
    machine,
    ({ states: { planned, pinned, held }, ...config }) => ({
      ...config,
      states: { planned: without(planned!, "cancel"), pinned: without(pinned!, "cancel"), held: held! },
    }),
    Object.fromEntries(later) as never,
  );
};

function without(state: { on?: object }, event: string): object {
  const { [event]: _, ...on } = (state.on ?? {}) as Record<string, unknown>;
  return { ...state, on };
}
