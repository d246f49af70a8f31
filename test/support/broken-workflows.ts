// The network's workflow as it must not be: on the real clock it gives up for good, on the stepped one it throws each time,
// which Temporal takes for a fault of the worker and tries again.
import { ApplicationFailure } from "@temporalio/workflow";
import type { NetworkEnvelope } from "../../workflows/messages.ts";

export function network({ clock }: NetworkEnvelope): Promise<void> {
  if (clock === "real") throw ApplicationFailure.nonRetryable("fails for good");
  throw new Error("throws each time");
}
