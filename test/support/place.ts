// Where a test's house stands: a folder of its own beside a Temporal in memory, or on the cluster of the whole run.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client, Connection } from "@temporalio/client";
import pg from "pg";
import { inject, type ProvidedContext } from "vitest";
import { openStore, type Store } from "../../store/open.ts";
import { TASK_QUEUE } from "../../workflows/messages.ts";
import { putDatabase } from "./made.ts";
import { testEnvironment } from "./temporal.ts";

export type Reached = { client: Client; address: string };

export type Place = {
  /** One for each process that there would be. */
  stores: [Store, ...Store[]];
  temporal: Reached;
  taskQueue: string;
  close(): Promise<void>;
};

/** A place of its own for one file; with `temporal` on that server. */
export async function openPlace(temporal?: () => Promise<Reached>): Promise<Place> {
  const cluster = inject("cluster");
  return cluster && !temporal ? await onCluster(cluster) : await inFolder(temporal ?? sharedTemporal);
}

async function inFolder(reach: () => Promise<Reached>): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-house-"));
  const opened = putDatabase(folder).then(() => openStore({ folder }));
  const [store, temporal] = await Promise.all([opened, reach()]);
  const close = async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { stores: [store], temporal, taskQueue: TASK_QUEUE, close };
}

/** A database and a queue of its own on servers that others use too. */
async function onCluster({ address, database }: ProvidedContext["cluster"] & {}): Promise<Place> {
  const name = `house_${randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: database });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(database);
  url.pathname = `/${name}`;
  const stores: Place["stores"] = [await openStore({ url: url.href }), await openStore({ url: url.href })];
  const connection = await Connection.connect({ address });
  const close = async () => {
    await Promise.all(stores.map((store) => store.close()));
    await connection.close();
  };
  return { stores, temporal: { client: new Client({ connection }), address }, taskQueue: name, close };
}

async function sharedTemporal(): Promise<Reached> {
  const { client, address } = await testEnvironment();
  return { client, address };
}
