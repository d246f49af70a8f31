// A worker for the peer, in a process of its own as ours is: `bare-worker.ts ADDRESS`. Says "polls" to its parent.
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, NativeConnection, Worker } from "@temporalio/worker";
import { quietTemporal } from "../worker/temporal-worker.ts";

const address = process.argv[2]!;
quietTemporal(() => {});
const logger = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} };
const workflowsPath = fileURLToPath(new URL("bare-workflow.ts", import.meta.url));
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  taskQueue: "bare",
  workflowBundle: await bundleWorkflowCode({ workflowsPath, logger }),
});
process.on("disconnect", () => process.exit());
const run = worker.run();
process.send!("polls");
await run;
