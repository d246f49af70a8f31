// The statechart of a machine as data: its states in document order and the ways between them. What is drawn, lit and listed.
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { nodesOf } from "../engine/nodes.ts";

/** `id`: its path, such as `waiting.planned`; `in`: that of the state it lies in. */
export type ChartState = { id: string; in?: string; initial?: true; final?: true };
/** `on`: the event; a timer's name where time alone takes it; empty where it is taken at once. */
export type ChartWay = { from: string; to: string; on: string };
export type MachineChart = { states: ChartState[]; ways: ChartWay[] };

/** The same way by several guards is one way. */
export function chartOfMachine(machine: AnyStateMachine): MachineChart {
  const nodes = nodesOf(machine).slice(1);
  const known = new Set<string>();
  const ways = [machine.root as AnyStateNode, ...nodes].flatMap((node) =>
    waysFrom(node).filter((way) => {
      const key = `${way.from}|${way.to}|${way.on}`;
      return !known.has(key) && known.add(key);
    }),
  );
  return { states: nodes.map(stateOf), ways };
}

const pathOf = ({ path }: AnyStateNode): string => path.join(".");

function stateOf(node: AnyStateNode): ChartState {
  const { parent, type } = node;
  const isIn = parent !== undefined && parent.path.length > 0;
  return {
    id: pathOf(node),
    ...(isIn && { in: pathOf(parent) }),
    ...(parent?.config.initial === node.key && { initial: true as const }),
    ...(type === "final" && { final: true as const }),
  };
}

/** Ways that lead to another state. XState names a timer's event after its delay. */
function waysFrom(node: AnyStateNode): ChartWay[] {
  const taken = [...node.transitions.values()].flat();
  const all = [...taken, ...(node.always ?? [])];
  return all.flatMap(({ target, eventType }) =>
    (target ?? []).map((to) => ({
      from: pathOf(node),
      to: pathOf(to as AnyStateNode),
      on: String(eventType ?? "").replace(/^xstate\.after\.(.*?)\.[^.]*$/, "$1"),
    })),
  );
}
