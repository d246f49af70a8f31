// Runs that begin where an earlier one might have left off, made by the pure engine.
import { begin, pass, send, type Moved } from "../../../machines/engine/instance.ts";
import type { Registered } from "../../../machines/engine/register.ts";
import type { MachineEvent } from "../../../machines/engine/types.ts";
import { INSTANCE_WORKFLOW, machineName, type InstanceEnvelope } from "../../../workflows/messages.ts";
import type { Carried } from "../../support/instances.ts";
import { shipV1 } from "./voyage.ts";

/** A later run of an instance that got as far as this. */
export async function laterRun(
  own: Pick<Carried, "client" | "taskQueue">,
  of: Registered,
  options: { id: string } & Moved & Partial<InstanceEnvelope>,
): Promise<void> {
  const { id, instance, out, ...more } = options;
  const envelope: InstanceEnvelope = {
    v: 1,
    machine: machineName(of),
    clock: "stepped",
    startedAt: 0,
    input: null,
    seen: [],
    runs: 1,
    state: instance,
    outbox: out,
    eventsPerRun: 1,
    ...more,
  };
  const { client, taskQueue } = own;
  await client.workflow.start(INSTANCE_WORKFLOW, { workflowId: id, taskQueue, args: [envelope] });
}

/** At sea, with the scout's start and all before it carried out or not. */
export function atSea() {
  const { instance: planned } = send(
    shipV1,
    begin(shipV1, null, 0).instance,
    { key: "", event: { type: "plan", at: 8_000 } as MachineEvent },
    0,
  );
  const { instance, out } = pass(shipV1, planned, 8_000);
  const scout = instance.state.tasks.find(({ id }) => id === "scout")!;
  return { instance, out, task: { actor: scout.actor, id: scout.id, gen: scout.gen } };
}
