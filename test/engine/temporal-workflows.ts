// What a worker of the contract suite carries: the cases, and whatever plan an instance brings with it.
import { defineQuery, setHandler } from "@temporalio/workflow";
import type { Instance } from "../../machines/engine/instance.ts";
import { register, type Registered } from "../../machines/engine/register.ts";
import { ROOT } from "../../machines/engine/types.ts";
import { instanceOf } from "../../workflows/instance.ts";
import type { InstanceEnvelope } from "../../workflows/messages.ts";
import { machinesOf } from "./cases.ts";
import type { Script } from "./plan.ts";

const wholeQuery = defineQuery<Instance>("whole");

export const instance = (envelope: InstanceEnvelope) => {
  const { script } = envelope.input as unknown as { script: Script };
  return instanceOf([registered(script)], (live) => void setHandler(wholeQuery, () => live.state()))(envelope);
};

function registered(script: Script): Registered {
  const { [ROOT]: root, ...machines } = machinesOf(script, {
    act() {},
    task: () => Promise.reject(new Error("never called")),
  });
  const once = { startToCloseTimeout: "2 minutes", retry: { maximumAttempts: 1 } };
  const activities = { act: once, task: once } as object;
  return register({ name: "script", version: 1, root: root!, machines, activities, emitted: once });
}
