// The network's workflow as another version might have it: it arms a timer before all else, which no history knows of.
import { sleep } from "@temporalio/workflow";
import { network as asItIs } from "../../workflows/network.ts";
import type { NetworkEnvelope } from "../../workflows/messages.ts";

export async function network(envelope: NetworkEnvelope): Promise<void> {
  void sleep("1 day");
  await asItIs(envelope);
}
