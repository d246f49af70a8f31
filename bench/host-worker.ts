// A worker as ours is, in a process of its own: `host-worker.ts ADDRESS QUEUE`. Tells its parent when it polls, and of
// each ring.
import { fileURLToPath } from "node:url";
import { activitiesOf } from "../activities/instances.ts";
import { workflowBundle } from "../worker/bundle.ts";
import { quietTemporal, startWorker } from "../worker/temporal-worker.ts";
import { alarmV1 } from "./host-machines.ts";

const [address, taskQueue] = process.argv.slice(2) as [string, string];
quietTemporal(() => {});
const ring = () => void process.send!("ring");
const activities = { ...activitiesOf(alarmV1, { ring }), ring };
const bundle = await workflowBundle(() => {}, fileURLToPath(new URL("host-workflows.ts", import.meta.url)));
const worker = await startWorker({ address, namespace: "default", taskQueue, activities, workflowBundle: bundle });
process.on("disconnect", () => process.exit());
process.send!("polls");
await worker.done;
