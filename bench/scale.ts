// What one network leaves behind: bytes of history at Temporal, its largest run and payload, and what it takes in the database.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Client, Connection } from "@temporalio/client";
import { sql } from "kysely";
import { openStore } from "../store/open.ts";
import { workflowIdOf } from "../workflows/messages.ts";
import { startStack } from "./stack.ts";
import type { Line } from "./table.ts";

/** Temporal Cloud's, of one run and of one payload. */
const CLOUD = { events: 51_200, bytes: 50 * 2 ** 20, payload: 2 * 2 ** 20 };

/** Of the sample network, on a stack of its own: its database is opened when it has ended. */
export async function measureScale(): Promise<Line[]> {
  const folder = await newFolder();
  const stack = await startStack(folder);
  const histories = await stack
    .demoEnded()
    .then((network) => historiesOf(stack.temporal, workflowIdOf(network)))
    .finally(() => stack.stop());
  const [full, bare] = [await databaseOf(folder), await databaseOf(await newFolder())];
  const kB = (bytes: number) => bytes / 1_000;
  return [
    {
      name: "sample network: history, all runs",
      figure: kB(histories.bytes),
      unit: "kB",
      detail: `${histories.runs} runs`,
    },
    { name: "sample network: longest run", figure: histories.mostEvents, unit: "events", reach: CLOUD.events / 10 },
    { name: "sample network: largest run", figure: kB(histories.mostBytes), unit: "kB", reach: kB(CLOUD.bytes) / 10 },
    {
      name: "sample network: largest payload",
      figure: kB(histories.payload),
      unit: "kB",
      reach: kB(CLOUD.payload) / 10,
    },
    {
      name: "sample network: rows in the database",
      figure: kB(full.rows - bare.rows),
      unit: "kB",
      detail: full.largest.map(({ name, bytes, rows }) => `${name} ${Math.round(kB(bytes))} in ${rows}`).join(", "),
    },
    {
      name: "sample network: tables and indexes, beside an empty database",
      figure: kB(full.whole - bare.whole),
      unit: "kB",
    },
    { name: "an empty database: tables and indexes", figure: kB(bare.whole), unit: "kB" },
  ];
}

const newFolder = () => mkdtemp(path.join(os.tmpdir(), "fremdrift-bench-"));

async function historiesOf(address: string, workflowId: string) {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const most = { runs: 0, bytes: 0, mostBytes: 0, mostEvents: 0, payload: 0 };
  for await (const { runId, historyLength, historySize = 0 } of workflow.list({
    query: `WorkflowId = '${workflowId}'`,
  })) {
    const { events } = await workflow.getHandle(workflowId, runId).fetchHistory();
    most.runs += 1;
    most.bytes += historySize;
    most.mostBytes = Math.max(most.mostBytes, historySize);
    most.mostEvents = Math.max(most.mostEvents, historyLength);
    most.payload = Math.max(most.payload, ...(events ?? []).map((event) => largestIn(event)));
  }
  await connection.close();
  return most;
}

/** Bytes of the largest piece of data anywhere in an event. */
function largestIn(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(largestIn));
}

type Table = { name: string; bytes: number; rows: number };

/** Bytes of the rows, and of tables with their indexes, of the database in a folder, which is gone then. */
async function databaseOf(folder: string): Promise<{ rows: number; whole: number; largest: Table[] }> {
  const store = await openStore({ folder });
  try {
    const tables: (Table & { whole: number })[] = [];
    for (const { name } of await store.db.introspection.getTables()) {
      const table = sql.table(name);
      const { rows } = await sql<{ bytes: number; rows: number; whole: number }>`
        select coalesce(sum(pg_column_size(t.*)), 0)::int8 as bytes, count(*)::int8 as rows,
          pg_total_relation_size(${name}::regclass) as whole
        from ${table} t`.execute(store.db);
      tables.push({ name, ...rows[0]! });
    }
    const sum = (field: "bytes" | "whole") => tables.reduce((total, one) => total + one[field], 0);
    const largest = tables.toSorted((a, b) => b.bytes - a.bytes).slice(0, 4);
    return { rows: sum("bytes"), whole: sum("whole"), largest };
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
