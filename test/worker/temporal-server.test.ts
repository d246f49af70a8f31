import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync, chmodSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporalBinary } from "../../worker/temporal-binary.ts";
import { freePorts } from "../../worker/ports.ts";
import { reachTemporal } from "../../worker/temporal-reach.ts";
import { startTemporal, type TemporalServer } from "../../worker/temporal-server.ts";
import { ROOT } from "../guards/files.ts";
import { tmpFolder } from "../support/tmp.ts";

const SOON = { timeout: 15_000, interval: 100 };

test("a server that dies comes back on the same port with what it held; stopped, it is gone", async () => {
  const server = await started(tmpFolder());
  const before = server.pid;
  process.kill(before, "SIGKILL");
  await vi.waitFor(() => expect(server.pid).not.toBe(before), SOON);
  await reachTemporal(server);
  const after = server.pid;
  await server.stop();
  expect(await server.stopped).toBeUndefined();
  expect(isAlive(after)).toBe(false);
});

test("stopping while it is being started again leaves no process", async () => {
  const server = await started(tmpFolder());
  const before = server.pid;
  process.kill(before, "SIGKILL");
  await vi.waitFor(() => expect(server.pid).not.toBe(before), SOON);
  const after = server.pid;
  await server.stop();
  expect(isAlive(after)).toBe(false);
});

test("killed with -9, we leave no server behind, and the next start goes on with the same data", async () => {
  const folder = tmpFolder();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "child-temporal.ts"), folder],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
  );
  const words = await new Promise<Buffer>((resolve) => child.stdout.once("data", resolve));
  const { pid } = JSON.parse(words.toString()) as { pid: number };
  expect(isAlive(pid)).toBe(true);
  child.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), SOON);
  await started(folder);
});

test("a server that still holds the database is ended before the next one starts", async () => {
  const folder = tmpFolder();
  const { path: program } = await temporalBinary({ log: silent });
  const file = path.join(folder, "temporal.db");
  const [port] = await freePorts(1);
  const orphan = spawn(
    program,
    ["server", "start-dev", "--db-filename", file, "--headless", "--ip", "127.0.0.1", "--port", String(port)],
    { stdio: "ignore" },
  );
  onTestFinished(() => void orphan.kill("SIGKILL"));
  await vi.waitFor(() => expect(existsSync(file)).toBe(true), SOON);
  const lines: string[] = [];
  const server = await started(folder, { log: (line) => lines.push(line) });
  expect(isAlive(orphan.pid!)).toBe(false);
  expect(lines.join()).toContain(`process ${orphan.pid}`);
  await reachTemporal(server);
});

test("data of another server version is refused, with what to do; the same version's is not", async () => {
  const folder = tmpFolder();
  writeFileSync(path.join(folder, "temporal.db"), "");
  writeFileSync(path.join(folder, "temporal.version"), "1.20.4\n");
  await expect(startTemporal({ folder, log: silent })).rejects.toMatchObject({
    da: expect.stringMatching(/Temporal-server 1\.20\.4, og denne er 1\.\d+\.\d+.*flyt .* væk/),
    message: expect.stringMatching(/written by Temporal server 1\.20\.4, and this is 1\.\d+\.\d+.*move .* away/),
  });
  expect(readFileSync(path.join(folder, "temporal.version"), "utf8")).toBe("1.20.4\n");
});

test("a port in use is named", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  await vi.waitFor(() => expect(other.listening).toBe(true));
  const { port } = other.address() as AddressInfo;
  await expect(startTemporal({ folder: tmpFolder(), port, log: silent })).rejects.toMatchObject({
    da: expect.stringContaining(`Port ${port} er optaget`),
    message: expect.stringContaining(`Port ${port} is taken`),
  });
});

test("a server that does not start is told of with its last words", async () => {
  const folder = tmpFolder();
  const program = path.join(folder, "broken");
  writeFileSync(program, "#!/bin/sh\necho no such setting\nexit 1\n");
  chmodSync(program, 0o755);
  const binary = { path: program, version: "Server 1.31.2" };
  await expect(startTemporal({ folder, binary, log: silent })).rejects.toMatchObject({
    da: expect.stringContaining("starter ikke"),
    message: expect.stringMatching(/does not start[^]*no such setting/),
  });
});

test("an address where nobody answers, and a namespace that is not there, are named with the next step", async () => {
  await expect(reachTemporal({ address: "127.0.0.1:9", withinMs: 0 })).rejects.toMatchObject({
    da: expect.stringMatching(/127\.0\.0\.1:9.*ret TEMPORAL_ADDRESS/),
    message: expect.stringMatching(/127\.0\.0\.1:9.*correct TEMPORAL_ADDRESS/),
  });
  const { address } = await started(tmpFolder());
  await expect(reachTemporal({ address, namespace: "elsewhere", withinMs: 0 })).rejects.toMatchObject({
    da: expect.stringMatching(/har ikke navnerummet «elsewhere».*TEMPORAL_NAMESPACE/),
    message: expect.stringMatching(/namespace «elsewhere».*TEMPORAL_NAMESPACE/),
  });
});

const silent = () => {};

async function started(
  folder: string,
  { log = silent }: { log?: (line: string) => void } = {},
): Promise<TemporalServer> {
  const server = await startTemporal({ folder, log });
  onTestFinished(() => server.stop());
  return server;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}
