// A Restate server with one service, on ports of this machine alone. Its packages are not ours: see restate.ts.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { killAll, tree } from "./processes.ts";

const SERVICE = fileURLToPath(new URL("restate-service.ts", import.meta.url));
const PROGRAM = "node_modules/@restatedev/restate-server-linux-x64/bin/restate-server";
const PORTS = { node: "25122", ingress: "28080", admin: "29070", service: "29080" };

export type RestateStack = {
  /** Calls a handler of the machine `key`; the same key for it happens once. Throws what is refused. */
  call(key: string, handler: string, body: unknown, idempotencyKey?: string): Promise<{ context: { total: number } }>;
  /** MiB of memory (PSS) of the service and of the server. */
  memory(): { service: number; server: number };
  /** Kills both with -9 and starts them again when they are gone; does not wait until they serve. */
  killAndStart(): Promise<void>;
  stop(): Promise<void>;
};

export async function startRestate(folder: string): Promise<RestateStack> {
  const data = await mkdtemp(path.join(os.tmpdir(), "restate-"));
  let running = launch(folder, data);
  const pssOf = (child: ChildProcess) => tree(child.pid!).reduce((sum, { pssMiB }) => sum + pssMiB, 0);
  const end = async () => {
    const both = [running.server, running.service].filter(
      ({ exitCode, signalCode }) => (exitCode ?? signalCode) === null,
    );
    const gone = both.map((child) => once(child, "exit"));
    killAll(both.map(({ pid }) => pid!));
    await Promise.all(gone);
  };
  await registered();
  return {
    call: async (key, handler, body, idempotencyKey) => {
      const headers = {
        "content-type": "application/json",
        ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
      };
      const url = `http://127.0.0.1:${PORTS.ingress}/tally/${key}/${handler}`;
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as { context: { total: number } };
    },
    memory: () => ({ service: pssOf(running.service), server: pssOf(running.server) }),
    killAndStart: async () => {
      await end();
      running = launch(folder, data);
    },
    stop: async () => {
      await end();
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function launch(folder: string, data: string): { server: ChildProcess; service: ChildProcess } {
  const env = {
    ...process.env,
    DO_NOT_TRACK: "1",
    RUST_LOG: "error",
    RESTATE_LISTEN_MODE: "tcp",
    RESTATE_BIND_IP: "127.0.0.1",
    RESTATE_BIND_PORT: PORTS.node,
    RESTATE_INGRESS__BIND_PORT: PORTS.ingress,
    RESTATE_ADMIN__BIND_PORT: PORTS.admin,
  };
  const server = spawn(path.join(folder, PROGRAM), ["--no-logo", "--node-name", "one", "--base-dir", data], {
    env,
    stdio: "ignore",
  });
  const service = spawn(process.execPath, ["--import", "tsx", SERVICE, folder, PORTS.service], {
    env: { ...env, RESTATE_LOGGING: "ERROR", NODE_ENV: "production" },
    stdio: "ignore",
  });
  return { server, service };
}

async function registered(): Promise<void> {
  const body = JSON.stringify({ uri: `http://127.0.0.1:${PORTS.service}` });
  const headers = { "content-type": "application/json" };
  for (let tries = 0; tries < 120; tries++) {
    const url = `http://127.0.0.1:${PORTS.admin}/deployments`;
    const response = await fetch(url, { method: "POST", headers, body }).catch(() => undefined);
    if (response?.ok) return;
    await sleep(500);
  }
  throw new Error("Restate did not come up within a minute");
}
