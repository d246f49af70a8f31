// What a worker of the contract suite carries: the cases, and whatever plan an instance brings with it.
import { defineQuery, setHandler } from "@temporalio/workflow";
import type { Instance } from "../../machines/engine/instance.ts";
import { register, type Registered } from "../../machines/engine/register.ts";
import { ROOT } from "../../machines/engine/types.ts";
import { instanceOf } from "../../workflows/instance.ts";
import type { InstanceEnvelope } from "../../workflows/messages.ts";
import { caseOf, machinesOf, NAME, nameApart } from "./cases.ts";
import type { Script } from "./plan.ts";

const wholeQuery = defineQuery<Instance>("whole");

export const instance = (envelope: InstanceEnvelope) =>
  instanceOf([registered(envelope)], (live) => setHandler(wholeQuery, () => live.state()))(envelope);

/** One that runs apart has its case's name in its own. */
function registered({ machine, input }: InstanceEnvelope): Registered {
  const [named, child] = machine.replace(/@.*/, "").split("--");
  if (child !== undefined) return registeredOf({ named: named!, happenings: [] }).apart[child]!;
  return registeredOf((input as unknown as { script: Script }).script);
}

function registeredOf(script: Script): Registered {
  const hooks = { act() {}, task: () => Promise.reject(new Error("never called")) };
  const { [ROOT]: root, ...children } = machinesOf(script, hooks);
  const once = { startToCloseTimeout: "2 minutes", retry: { maximumAttempts: 1 } };
  const more = { version: 1, activities: { act: once, task: once } as object, emitted: once };
  const child = "named" in script ? caseOf(script.named).apart : undefined;
  if (child === undefined || !("named" in script)) return register({ ...more, name: NAME, root: root! });
  const apart = { [child]: register({ ...more, name: nameApart(script.named, child), root: children[child]! }) };
  return register({ ...more, name: NAME, root: root!, apart });
}
