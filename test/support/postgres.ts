// A real PostgreSQL server for tests, in a temporary folder, from the machine's own installation.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chmod, chown, copyFile, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { killAll, tree } from "../../bench/processes.ts";
import { freePorts } from "../../worker/ports.ts";
import type { Certificate } from "./certificates.ts";

const run = promisify(execFile);

export type TestServer = {
  port: number;
  /** Makes an empty database and answers its address. */
  database(): Promise<string>;
  /** Ends all its processes with -9. */
  kill(): Promise<void>;
  /** Starts it again after that, on what it has written. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Folder of PostgreSQL's programs (Debian's newest, else by `POSTGRES_BIN`), or undefined where it is not installed. */
export function postgresBin(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const bins = [process.env["POSTGRES_BIN"] ?? "", ...versions.map((version) => join(root, version, "bin"))];
  return bins.find((bin) => bin !== "" && existsSync(join(bin, "initdb")));
}

/**
 * Starts a server that trusts local connections on a free port; `stop` ends it and removes its folder. With a certificate it takes no
 * connection without TLS, and the addresses it answers do not ask who it is.
 */
export async function startPostgres(bin: string, certificate?: Certificate): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), "fremdrift-postgres-"));
  const asUser = await userFor(folder);
  const data = join(folder, "data");
  await run(
    ...asUser([join(bin, "initdb"), "-A", "trust", "-U", "postgres", "-N", "-E", "UTF8", "--locale=C", "-D", data]),
    {
      cwd: folder,
    },
  );
  const [port = 0] = await freePorts(1);
  const tls = certificate ? await tlsOnly(data, certificate) : [];
  const settings = ["-F", "-c", "listen_addresses=127.0.0.1", "-p", String(port), "-k", folder, ...tls];
  const [command, args] = asUser([join(bin, "postgres"), "-D", data, ...settings]);
  const mode = certificate ? "?sslmode=no-verify" : "";
  const address = (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}${mode}`;
  const start = async () => {
    const server = spawn(command, args, { cwd: folder, stdio: "ignore" });
    await answers(address("postgres"), server);
    return server;
  };
  let server = await start();
  let made = 0;
  return {
    port,
    async database() {
      const name = `test_${++made}`;
      await query(address("postgres"), `create database ${name}`);
      return address(name);
    },
    async kill() {
      const ended = once(server, "exit");
      // The one that looks after the others goes first, lest it starts them again.
      killAll(tree(server.pid!).map(({ pid }) => pid));
      await ended;
    },
    async restart() {
      // A process of the one before may live a moment longer: as long, no other starts on the folder.
      for (let tries = 1; ; tries++) {
        const started = await start().catch((error: unknown) => (tries < 50 ? undefined : Promise.reject(error)));
        if (started) return void (server = started);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async stop() {
      await run(...asUser([join(bin, "pg_ctl"), "stop", "-m", "immediate", "-D", data]), {
        cwd: folder,
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server's settings for TLS alone. Its files are its user's, and only the user's. */
async function tlsOnly(data: string, { cert, key }: Certificate): Promise<string[]> {
  const { uid, gid } = await stat(data);
  for (const [from, name] of [
    [cert, "server.crt"],
    [key, "server.key"],
  ] as const) {
    await copyFile(from, join(data, name));
    await chmod(join(data, name), 0o600);
    await chown(join(data, name), uid, gid);
  }
  await writeFile(join(data, "pg_hba.conf"), "hostssl all all 127.0.0.1/32 trust\n");
  return ["-c", "ssl=on"];
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian made for it. */
async function userFor(folder: string): Promise<(command: string[]) => [string, string[]]> {
  if (process.getuid?.() !== 0) return ([command = "", ...args]) => [command, args];
  const id = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
  await chown(folder, await id("-u"), await id("-g"));
  return (command) => ["runuser", ["-u", "postgres", "--", ...command]];
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; server.exitCode === null && tries < 300; tries++) {
    const up = await query(url, "select 1").then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`PostgreSQL did not start (exit code ${server.exitCode}).`);
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
