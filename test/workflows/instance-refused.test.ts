// What an instance is asked and does not do: the answer says why, the record keeps it, and the instance goes on.
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { Ended } from "../../api/update.ts";
import { activitiesOf } from "../../activities/instances.ts";
import { MAX_EVENT_BYTES, MAX_STATE_BYTES } from "../../machines/engine/types.ts";
import { useInstances } from "../support/instances.ts";
import { askerV1, workerV1 } from "./trials/machines.ts";

const nothing = () => {};
const own = useInstances({
  workflowsPath: fileURLToPath(new URL("trials/workflows.ts", import.meta.url)),
  activities: activitiesOf(askerV1, { act: nothing, ask: () => "x".repeat(MAX_STATE_BYTES), emitted: nothing }),
});

type Event = { type: string; [more: string]: unknown };
const start = async () => {
  const id = own.newKey();
  await own.start(askerV1, { id, input: {} });
  return {
    id,
    send: async (event: Event, to?: string) =>
      (await own.send(id, { key: own.newKey(), event, ...(to !== undefined && { to }) })).answer,
    standing: async () => await own.standing(id),
    faults: async () => (await own.records(id)).map((one) => (one.do === "fault" ? one.message : one.do)),
  };
};

test("an event without a transition is no error: it is not taken, and nothing changes", async () => {
  const { send, standing, faults } = await start();
  const before = await standing();
  expect(await send({ type: "sing" })).toMatchObject({ ok: true, taken: false });
  expect(await standing()).toEqual({ ...before, now: expect.any(Number) as number });
  expect(await faults()).toEqual([]);
});

test.for<[string, Event, RegExp]>([
  ["a forged end of an actor", { type: "xstate.done.actor.ask", output: "forged" }, /XState's own: send an event of/],
  ["a forged timer", { type: "xstate.after.wait.(machine).hurrying" }, /XState's own/],
  [
    "what would make the state too large",
    { type: "grow", size: MAX_STATE_BYTES },
    /bytes of JSON: a machine has 1048576/,
  ],
  [
    "an action with more than can be handed on",
    { type: "shout", times: MAX_STATE_BYTES },
    /«act» of .* bytes of JSON: what leaves/,
  ],
  ["a delay that is no number", { type: "hurry" }, /delay «wait» is (NaN|null): a delay must be a finite number/],
])("%s is refused and recorded, and the machine goes on", async ([, event, why]) => {
  const { send, standing, faults } = await start();
  expect(await send(event)).toEqual({
    key: expect.any(String) as string,
    ok: false,
    code: "fault",
    why: expect.stringMatching(why) as string,
  });
  expect(await faults()).toEqual([expect.stringMatching(why)]);
  expect(await standing()).toMatchObject({ value: "idle", context: { got: "" } });
  expect(await send({ type: "grow", size: 3 })).toMatchObject({ ok: true, taken: true });
  expect(await standing()).toMatchObject({ context: { got: "xxx" } });
});

test.for([MAX_EVENT_BYTES, 3 * 1024 * 1024])("an event of more than %s bytes is refused", async (bytes) => {
  const { send, standing } = await start();
  const event = { type: "grow", how: "x".repeat(bytes) };
  const why = expect.stringMatching(/«grow» is \d+ bytes of JSON: an event has 262144 at the most/) as string;
  expect(await send(event)).toMatchObject({ ok: false, code: "shape", why });
  expect(await send({ type: "grow", size: 3 })).toMatchObject({ ok: true });
  expect(await standing()).toMatchObject({ context: { got: "xxx" } });
});

test("an answer that would make the state too large is a fault on record: nothing comes of it", async () => {
  const { send, standing, faults } = await start();
  await send({ type: "ask", how: "much" });
  await vi.waitFor(
    async () => expect(await faults()).toEqual([expect.stringMatching(/bytes of JSON: a machine has/)]),
    20_000,
  );
  expect(await standing()).toMatchObject({ value: "asking", tasks: [] });
  await send({ type: "leave" });
  expect(await standing()).toMatchObject({ value: "idle" });
});

test("an actor that is not there is named", async () => {
  const { send } = await start();
  expect(await send({ type: "sing" }, "nobody")).toMatchObject({ ok: false, code: "absent", why: /«nobody»/ });
});

test("after its end it takes nothing, and started again under its id it stays what it was", async () => {
  const { id, send } = await start();
  expect(await send({ type: "end" })).toMatchObject({ ok: true, taken: true });
  expect(await own.output(id)).toBeNull();
  await expect(send({ type: "sing" })).rejects.toThrow(Ended);
  await own.start(askerV1, { id, input: {} });
  expect(await own.standing(id)).toMatchObject({ value: "over", status: "done" });
});

test("a root that throws as it begins fails its workflow, which says why and what to do", async () => {
  const id = own.newKey();
  await own.start(workerV1, { id, input: { broken: true } });
  await expect(own.output(id)).rejects.toMatchObject({
    cause: { type: "MachineFailed", message: expect.stringMatching(/no work without tools.*start/) },
  });
});
