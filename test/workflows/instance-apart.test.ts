// A machine that runs apart is a workflow of its own: how it ends, by itself or by hand, and what its parent hears.
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { useInstances } from "../support/instances.ts";
import { bossV1 } from "./trials/machines.ts";

const PATIENT = { timeout: 20_000 };
const own = useInstances({
  workflowsPath: fileURLToPath(new URL("trials/workflows.ts", import.meta.url)),
  activities: {},
});

const start = async ({ broken = false, eventsPerRun }: { broken?: boolean; eventsPerRun?: number } = {}) => {
  const id = own.newKey();
  await own.start(bossV1, { id, input: { broken }, ...(eventsPerRun !== undefined && { eventsPerRun }) });
  const childId = async () => {
    for await (const { workflowId } of own.client.workflow.list({ query: `ParentWorkflowId="${id}"` }))
      return workflowId;
    throw new Error("no child yet");
  };
  const statusOf = async (workflowId: string) => (await own.client.workflow.getHandle(workflowId).describe()).status;
  return {
    id,
    send: async (type: string) => (await own.send(id, { key: own.newKey(), event: { type } })).answer,
    standing: async () => await own.standing(id),
    child: async () => own.client.workflow.getHandle(await vi.waitFor(childId, PATIENT)),
    is: async (value: string, heard: string) =>
      await vi.waitFor(
        async () => expect(await own.standing(id)).toMatchObject({ value, context: { heard }, tasks: [] }),
        PATIENT,
      ),
    childEnds: async (workflowId: string, name: string) =>
      await vi.waitFor(async () => expect((await statusOf(workflowId)).name).toBe(name), PATIENT),
  };
};

test("it is told by the name it has in the system, and its end is its parent's onDone", async () => {
  const { id, send, standing, child, is } = await start();
  expect((await child()).workflowId).toMatch(new RegExp(`^${id}/worker~\\d+$`));
  expect(await standing()).toMatchObject({ tasks: ["worker"] });
  await send("finish");
  await is("resting", "done");
});

test("given up, its workflow is cancelled", async () => {
  const { send, child, is, childEnds } = await start();
  const { workflowId } = await child();
  await send("giveUp");
  await is("resting", "");
  await childEnds(workflowId, "CANCELLED");
});

test("it fails: its parent's onError", async () => {
  const { send, child, is, childEnds } = await start();
  const { workflowId } = await child();
  await send("fail");
  await is("alone", "TypeError: the work failed");
  await childEnds(workflowId, "FAILED");
});

test("it fails as it begins: its parent's onError", async () => {
  const { is } = await start({ broken: true });
  await is("alone", "Error: no work without tools");
});

test("terminated by hand: its parent's onError", async () => {
  const { child, is } = await start();
  await (await child()).terminate("by hand");
  await is("alone", "TerminatedFailure: Terminated");
});

test("cancelled by hand: its parent's onError, also when that has continued as new meanwhile", async () => {
  const { id, send, child, is } = await start({ eventsPerRun: 10 });
  const { workflowId } = await child();
  const first = (await own.client.workflow.getHandle(id).describe()).runId;
  await vi.waitFor(async () => {
    await send("nothing");
    expect((await own.client.workflow.getHandle(id).describe()).runId).not.toBe(first);
  }, PATIENT);
  await own.client.workflow.getHandle(workflowId).cancel();
  await is("alone", "CancelledFailure: Workflow cancelled");
});

test("it ends with a parent that is cancelled", async () => {
  const { id, child, childEnds } = await start();
  const { workflowId } = await child();
  await own.client.workflow.getHandle(id).cancel();
  await childEnds(id, "CANCELLED");
  await childEnds(workflowId, "CANCELLED");
});

test("it ends with a parent that is over", async () => {
  const { id, send, child, childEnds } = await start();
  const { workflowId } = await child();
  await send("end");
  await childEnds(id, "COMPLETED");
  await childEnds(workflowId, "CANCELLED");
});

test("an event with a reference in it is not sent to it: a fault on record says why", async () => {
  const { id, send, child, is } = await start();
  await child();
  expect(await send("introduce")).toMatchObject({ ok: true, taken: true });
  expect(await own.records(id)).toMatchObject([
    { do: "fault", actor: "network", message: expect.stringMatching(/«meet» to «worker» holds a reference/) },
  ]);
  await send("finish");
  await is("resting", "done");
});
