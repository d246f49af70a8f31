// `npx tsx examples/parcel/main.ts`: a parcel's whole way, with a day that lasts half a second. TEMPORAL_ADDRESS names a
// cluster to run it on; without it a server is started for it, and is gone with it.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Instances } from "../../api/instances.ts";
import { onTemporal } from "../temporal.ts";
import { activities } from "./activities.ts";
import { parcelV1 } from "./machine.ts";

const DAY = 500;
const WORKFLOWS = fileURLToPath(new URL("workflows.ts", import.meta.url));
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  let toldCustoms = (_: string) => {};
  const declared = new Promise<string>((resolve) => (toldCustoms = resolve));
  const carried = { taskQueue: "parcels", workflows: WORKFLOWS, activities: activities(say, toldCustoms), say };
  await onTemporal(carried, async (instances, withoutWorker) => await story(instances, declared, withoutWorker));
}

async function story(
  instances: Instances,
  declared: Promise<string>,
  withoutWorker: (meanwhile: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const id = `parcel-${randomUUID()}`;
  // The key makes an event happen once, however often it is sent.
  const send = async (to: string, event: { type: string; [more: string]: unknown }) => {
    const { answer } = await instances.send(to, { key: randomUUID(), event });
    const outcome = answer.ok ? (answer.taken ? "taken" : "not taken now") : answer.why;
    say(`> ${JSON.stringify(event)}: ${outcome}`);
  };
  const until = async (wanted: unknown) => {
    for (;;) {
      const { value, status } = await instances.standing(id);
      if (JSON.stringify(value) === JSON.stringify(wanted)) return say(`  it is ${JSON.stringify(value)}`);
      if (status !== "active") throw new Error(`it ended as ${JSON.stringify(value)}: was this machine very slow?`);
      await sleep(50);
    }
  };

  await instances.start(parcelV1, { id, input: { things: ["cup", "kettle"], day: DAY } });
  await until("atCustoms");
  await send(id, { type: "collected" });
  await send(await declared, { type: "clear" });
  await until("undecided");
  await send(id, { type: "choose", carrier: "van" });
  await until("underWay");
  await send(id, { type: "arrived" });
  await sleep(DAY);
  say("  (no worker for four days)");
  await withoutWorker(async () => await sleep(4 * DAY));
  await until({ atShop: "reminded" });
  await send(id, { type: "collected" });
  say(`  over: ${JSON.stringify(await instances.output(id))}`);
}

await main();
