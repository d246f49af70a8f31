// Recorded histories: each file is one network, run after run, as Temporal kept it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Client } from "@temporalio/client";
import type { Payload } from "@temporalio/common";
import { decode } from "@temporalio/common/lib/internal-non-workflow/index.js";
import { historyFromJSON, historyToJSON, type History } from "@temporalio/common/lib/proto-utils.js";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const ENDING = ".json.br";
/** Every run begins with the whole plan: it is seen again only through a window wider than a run. */
const WIDE = { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } };

export type Run = { workflowId: string; history: History };
type Recorded = { workflowId: string; runs: object[] };

/** The names of all that are recorded: the machine's version and what is special about it. */
export const recorded = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .toSorted();

export function runsOf(name: string): Run[] {
  const { workflowId, runs } = JSON.parse(textOf(name)) as Recorded;
  return runs.map((run) => ({ workflowId, history: historyFromJSON(mapped(run, asTemporals)) }));
}

/** The file as it stands: what workflows were given and gave is plain text in it. */
export const textOf = (name: string): string =>
  brotliDecompressSync(readFileSync(path.join(FOLDER, name + ENDING))).toString();

/** Writes down all runs of a network, from its first. Which process and host recorded them is nobody's business. */
export async function keep(
  name: string,
  client: Client,
  workflowId: string,
): Promise<{ runs: number; events: number }> {
  const { firstExecutionRunId: first } = startOf(await client.workflow.getHandle(workflowId).fetchHistory());
  const runs: object[] = [];
  let events = 0;
  for (let runId: string | null | undefined = first; runId;) {
    const history = await readable(client, await client.workflow.getHandle(workflowId, runId).fetchHistory());
    runs.push(mapped(JSON.parse(historyToJSON(history)), asText) as object);
    events += history.events!.length;
    runId = history.events!.at(-1)!.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
  }
  const whole: Recorded = { workflowId, runs };
  writeFileSync(path.join(FOLDER, name + ENDING), brotliCompressSync(JSON.stringify(whole), WIDE));
  return { runs: runs.length, events };
}

/** The history with its payloads as JSON. */
async function readable({ options }: Client, history: History): Promise<History> {
  const codecs = options.loadedDataConverter.payloadCodecs;
  const within = async (value: unknown): Promise<void> => {
    if (value === null || typeof value !== "object" || value instanceof Uint8Array) return;
    if ("metadata" in value && "data" in value)
      return void Object.assign(value, (await decode(codecs, [value as Payload]))[0]);
    for (const inner of Object.values(value)) await within(inner);
  };
  await within(history);
  return history;
}

export const startOf = ({ events }: History) => events![0]!.workflowExecutionStartedEventAttributes!;

type Field = [key: string, value: unknown];
type Change = (field: Field) => Field[];

/** Payloads are JSON, which Temporal keeps as base64: as text they pack to a tenth. */
const asText: Change = ([key, value]) => {
  if (key === "identity" || key === "stackTrace") return [];
  return key === "data" && typeof value === "string"
    ? [["json", Buffer.from(value, "base64").toString()]]
    : [[key, value]];
};
const asTemporals: Change = ([key, value]) =>
  key === "json" && typeof value === "string" ? [["data", Buffer.from(value).toString("base64")]] : [[key, value]];

function mapped(part: unknown, change: Change): unknown {
  if (Array.isArray(part)) return part.map((one) => mapped(one, change));
  if (typeof part !== "object" || part === null) return part;
  const fields = Object.entries(part).flatMap((field) => change(field));
  return Object.fromEntries(fields.map(([key, value]) => [key, mapped(value, change)]));
}
