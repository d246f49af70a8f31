// A developer's own machine on a real Temporal, whole: activities, children here and apart, timers, what it says.
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { activitiesOf } from "../../activities/instances.ts";
import type { Registered } from "../../machines/engine/register.ts";
import { useInstances } from "../support/instances.ts";
import { counterV1, orderApart, orderV1 } from "./own/machines.ts";

const told: string[] = [];
const carry = {
  tell: ({ what }: { what: string }) => void told.push(what),
  noted: ({ sum }: { sum: number }) => void told.push(`noted ${sum}`),
  charge: ({ amount }: { amount: number }) => {
    if (amount < 10) throw new Error(`${amount} is too little`);
    return { receipt: `for ${amount}` };
  },
  emitted: (event: unknown) => void told.push(JSON.stringify(event)),
};
const { noted, ...others } = carry;
const own = useInstances({
  workflowsPath: fileURLToPath(new URL("own/workflows.ts", import.meta.url)),
  activities: {
    ...activitiesOf(orderV1, carry),
    ...activitiesOf(orderApart, { ...others, noted }),
    ...activitiesOf(counterV1, { noted }),
  },
});

const start = async (of: Registered) => {
  const id = own.newKey();
  await own.start(of, { id, input: { paid: 0 } });
  const send = async (type: string, more: object = {}) =>
    (await own.send(id, { key: own.newKey(), event: { type, ...more } })).answer;
  return { id, send, value: async () => (await own.standing(id)).value };
};

test.for([
  ["in its workflow", orderV1],
  ["apart", orderApart],
] as const)("a machine whose child runs %s", async ([, of]) => {
  told.length = 0;
  const { id, send, value } = await start(of);
  expect(await send("pay", { amount: 20 })).toMatchObject({ ok: true, taken: true });
  await vi.waitFor(async () => expect(await value()).toBe("counting"), 5_000);
  await send("count", { by: 1 });
  await send("count", { by: 2 });
  await vi.waitFor(async () => expect(await own.standing(id)).toMatchObject({ context: { sum: 103 } }), 5_000);
  await send("enough");
  expect(await own.output(id)).toEqual({ sum: 103 });
  expect(told.toSorted()).toEqual(
    [
      "begun",
      "finished",
      "noted 101",
      "noted 103",
      '{"type":"heard","sum":101}',
      '{"type":"heard","sum":103}',
    ].toSorted(),
  );
});
