// What an instance asks for outside, where it goes wrong: activities that fail, hang, come too late; what it says.
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Context } from "@temporalio/activity";
import { beforeEach, expect, test, vi } from "vitest";
import { activitiesOf } from "../../activities/instances.ts";
import type { About } from "../../machines/engine/activities.ts";
import { useInstances } from "../support/instances.ts";
import { askerV1 } from "./trials/machines.ts";

const PATIENT = { timeout: 20_000 };
const called: { how: string; key: string }[] = [];
const emitted: unknown[] = [];
let toldToStop = 0;
let mayAnswer = () => {};
beforeEach(() => {
  for (const list of [called, emitted]) list.length = 0;
  toldToStop = 0;
});

const own = useInstances({
  workflowsPath: fileURLToPath(new URL("trials/workflows.ts", import.meta.url)),
  activities: activitiesOf(askerV1, { act: carry, ask: carry, emitted: (event) => void emitted.push(event) }),
});

async function carry({ how }: { how: string }, { key }: About): Promise<string> {
  called.push({ how, key });
  if (how === "fails") throw new TypeError("no such thing");
  if (how === "hangs") await untilTold();
  if (how === "waits") await new Promise<void>((resolve) => (mayAnswer = resolve));
  return how;
}

/** An activity hears that it was given up when it next gives a sign of life. */
async function untilTold(): Promise<void> {
  const { cancellationSignal, heartbeat } = Context.current();
  while (!cancellationSignal.aborted) {
    heartbeat();
    await sleep(100);
  }
  toldToStop += 1;
}

const start = async (input: object = {}) => {
  const id = own.newKey();
  await own.start(askerV1, { id, input: input as {} });
  return {
    id,
    send: async (event: { type: string; [more: string]: unknown }) =>
      (await own.send(id, { key: own.newKey(), event })).answer,
    standing: async () => await own.standing(id),
    faults: async () => (await own.records(id)).flatMap((one) => (one.do === "fault" ? [one.message] : [])),
  };
};

test("a promise actor that fails is tried as often as its policy says, with one key, and then is the machine's onError", async () => {
  const { id, send, standing } = await start();
  await send({ type: "ask", how: "fails" });
  await vi.waitFor(
    async () =>
      expect(await standing()).toMatchObject({ value: "idle", context: { got: "no such thing", name: "TypeError" } }),
    PATIENT,
  );
  expect(called.map(({ how }) => how)).toEqual(["fails", "fails", "fails"]);
  expect(new Set(called.map(({ key }) => key)).size).toBe(1);
  expect(called[0]!.key).toContain(id);
  await send({ type: "ask", how: "works" });
  await vi.waitFor(async () => expect(await standing()).toMatchObject({ context: { got: "works" } }), PATIENT);
  expect(called.at(-1)!.key).not.toBe(called[0]!.key);
});

test("an action that fails for good is a fault on record, and the machine goes on", async () => {
  const { send, faults } = await start();
  await send({ type: "act", how: "fails" });
  await vi.waitFor(
    async () => expect(await faults()).toEqual(["the action «act» was not carried out: no such thing"]),
    PATIENT,
  );
  expect(called).toHaveLength(3);
  expect(await send({ type: "act", how: "works" })).toMatchObject({ ok: true, taken: true });
  await vi.waitFor(() => expect(called.at(-1)).toMatchObject({ how: "works" }), PATIENT);
});

test("a promise actor whose state is left is told when it gives a sign of life", async () => {
  const { send, standing } = await start();
  await send({ type: "ask", how: "hangs" });
  await vi.waitFor(() => expect(called).toHaveLength(1), PATIENT);
  expect(await standing()).toMatchObject({ value: "asking", tasks: ["ask"] });
  await send({ type: "leave" });
  await vi.waitFor(() => expect(toldToStop).toBe(1), PATIENT);
  expect(await standing()).toMatchObject({ value: "idle", tasks: [], context: { got: "" } });
});

test("an answer that comes after its state was left is not taken, also when it is asked again meanwhile", async () => {
  const { send, standing } = await start();
  await send({ type: "ask", how: "waits" });
  await vi.waitFor(() => expect(called).toHaveLength(1), PATIENT);
  await send({ type: "leave" });
  await send({ type: "ask", how: "hangs" });
  await vi.waitFor(() => expect(called).toHaveLength(2), PATIENT);
  mayAnswer();
  await send({ type: "act", how: "works" });
  await vi.waitFor(() => expect(called.at(-1)).toMatchObject({ how: "works" }), PATIENT);
  expect(await standing()).toMatchObject({ value: "asking", context: { got: "" } });
  await send({ type: "leave" });
});

test("what is emitted arrives in the order in which it was emitted", async () => {
  const { send } = await start();
  await Promise.all([send({ type: "emit", from: 0 }), send({ type: "emit", from: 10 })]);
  await vi.waitFor(() => expect(emitted).toHaveLength(10), PATIENT);
  const counted = emitted.map((event) => (event as { n: number }).n);
  const [first] = counted;
  const second = first === 0 ? 10 : 0;
  expect(counted).toEqual([0, 1, 2, 3, 4].map((n) => n + first!).concat([0, 1, 2, 3, 4].map((n) => n + second)));
});

test("while too much waits to be done nothing more is taken; asked on, it is when there is room", async () => {
  const { send, standing } = await start();
  const order: string[] = [];
  await send({ type: "act", how: "waits" });
  for (let n = 0; n < 3; n++) await send({ type: "shout", times: 100_000 });
  const late = send({ type: "grow", size: 7 }).then((answer) => order.push(answer.ok ? "taken" : "refused"));
  await sleep(1_500);
  order.push("room");
  mayAnswer();
  await late;
  expect(order).toEqual(["room", "taken"]);
  expect((await standing()).context).toMatchObject({ got: "x".repeat(7) });
  await vi.waitFor(() => expect(called).toHaveLength(4), PATIENT);
});
