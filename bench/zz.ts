import { mkdtemp } from "node:fs/promises";
import { startStack } from "./stack.ts";
import { samplePeople } from "../library/programmes.ts";
import { tree } from "./processes.ts";
import { Client, Connection } from "@temporalio/client";
import { performance } from "node:perf_hooks";
const folder = await mkdtemp("/tmp/fremdrift-zz-");
let stack = await startStack(folder);
const people = (await samplePeople("innovationsnetvaerk"))!;
const { id } = await stack.client.createNetwork({
  programme: "innovationsnetvaerk",
  start: new Date().toISOString().slice(0, 10),
  people,
});
for (let r = 0; r < 3; r++) {
  for (let n = 0; n < 20; n++) await stack.client.trigger(id, "addIdea", { title: `${r} ${n}` });
  for (const one of tree(stack.pid).toReversed()) process.kill(one.pid, "SIGKILL");
  stack = await startStack(folder);
  const ready = Date.now();
  const times = [];
  for (let i = 0; i < 3; i++) {
    const b = performance.now();
    await stack.client.trigger(id, "addIdea", { title: `x` });
    times.push(Math.round(performance.now() - b));
  }
  console.log("first three:", times);
  const c = new Client({ connection: await Connection.connect({ address: stack.temporal }) });
  const { events } = await c.workflow.getHandle(`network-${id}`).fetchHistory();
  for (const e of events!.slice(-32)) {
    const t = Number(e.eventTime!.seconds) * 1000 + e.eventTime!.nanos! / 1e6 - ready;
    const k = Object.keys(e).find((f) => f.endsWith("EventAttributes"));
    console.log(Math.round(t), k?.replace("EventAttributes", ""), (e as any)[k!]?.taskQueue?.kind ?? "");
  }
}
await stack.stop();
process.exit(0);
