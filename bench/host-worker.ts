// A worker in a process of its own, with the settings of ours: `host-worker.ts ADDRESS QUEUE`. Tells its parent when it
// polls, and of each ring.
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, NativeConnection, Worker } from "@temporalio/worker";
import { activitiesOf } from "../activities/instances.ts";
import { quietTemporal } from "../worker/temporal-worker.ts";
import { alarmV1 } from "./host-machines.ts";

const [address, taskQueue] = process.argv.slice(2) as [string, string];
quietTemporal(() => {});
const logger = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} };
const fileOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const ring = () => void process.send!("ring");
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue,
  workflowBundle: await bundleWorkflowCode({
    workflowsPath: fileOf("host-workflows.ts"),
    preloadModules: [fileOf("host-machines.ts"), fileOf("../machines/engine/instance.ts")],
    logger,
  }),
  activities: { ...activitiesOf(alarmV1, { ring }), ring },
  maxCachedWorkflows: 2_000,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 20,
  stickyQueueScheduleToStartTimeout: "1s",
});
process.on("disconnect", () => process.exit());
const run = worker.run();
process.send!("polls");
await run;
