// What the worker of these measurements carries: ours, and the least that does the same by hand.
import { proxyActivities, sleep } from "@temporalio/workflow";
import { instanceOf } from "../workflows/instance.ts";
import { alarmV1, tallyV1 } from "./host-machines.ts";

export { adder } from "./bare-workflow.ts";

export const instance = instanceOf([tallyV1, alarmV1]);

const { ring } = proxyActivities<{ ring(): Promise<void> }>({ startToCloseTimeout: "30s" });

/** Sleeps until an instant (ms), then rings. */
export async function sleeper(until: number): Promise<void> {
  await sleep(Math.max(1, until - Date.now())); // oxlint-disable-line
  await ring();
}
