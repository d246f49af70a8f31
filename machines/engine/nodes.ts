// The states of a machine as XState lists them, and which of them a stored snapshot stands in.
import { getStateNodes, type AnyStateMachine, type AnyStateNode } from "xstate";
import type { Actor, Json } from "./types.ts";

/** A machine's snapshot as it is stored, in the parts that name its states and children. */
export type Snap = {
  status: string;
  value: Json;
  context: { [key: string]: Json | undefined };
  children: Record<string, { src: string }>;
  historyValue?: Record<string, { id: string }[]>;
  /** Numbers of its active states in the order in which it acts, where that is not the usual one. */
  nodes?: number[];
};

export const snapOf = (actor: Actor): Snap => actor.snap as unknown as Snap;

/** All states of a machine in document order, which is how `nodes` numbers them; the root is first. */
export function nodesOf({ root }: AnyStateMachine): AnyStateNode[] {
  const withThose = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(withThose)];
  return withThose(root as AnyStateNode);
}

/** The active states of a value in XState's usual order. Throws if the machine has no such value. */
export const usualOf = ({ root }: AnyStateMachine, value: Json): AnyStateNode[] => [
  ...new Set<AnyStateNode>(getStateNodes(root as AnyStateNode, value as never)),
];

/** The active states of a snapshot in the order in which it acts. Throws if it is not one of the machine's. */
export function activeOf(machine: AnyStateMachine, { value, nodes }: Snap): AnyStateNode[] {
  if (!nodes) return usualOf(machine, value);
  const all = nodesOf(machine);
  return nodes.map((number) => all[number]!);
}
