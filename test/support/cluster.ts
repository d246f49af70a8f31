// The topology of docker-compose.yml without containers: a Temporal server of its own process on PostgreSQL, its tables made by its own tool.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePorts } from "../../worker/ports.ts";
import { clusterPrograms, temporalBinary } from "../../worker/temporal-binary.ts";
import { reachTemporal } from "../../worker/temporal-reach.ts";
import { postgresBin, startPostgres, type TestServer } from "./postgres.ts";

const run = promisify(execFile);
const NAMESPACE = "default";
/** As docker-compose.yml has it. */
const SHARDS = 512;
const HUNG = 60_000;

export type Cluster = {
  postgres: TestServer;
  /** host:port of Temporal. */
  address: string;
  /** Ends Temporal with a signal: STOP and CONT too. */
  signal(signal: NodeJS.Signals): void;
  /** Starts Temporal again after it has ended, at the same place. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Whether this machine can run it: PostgreSQL's programs are there. Temporal's are built when they are not. */
export const hasCluster = (): boolean => postgresBin() !== undefined;

/** Starts it on free ports, as compose does: tables first, then the server, then the namespace. */
export async function startCluster(log: (line: string) => void): Promise<Cluster> {
  const postgres = await startPostgres(postgresBin()!);
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-cluster-"));
  const programs = await clusterPrograms({ log });
  await Promise.all(["temporal", "visibility"].map((schema) => tables(programs.sqlTool, schema, postgres.port)));
  // Temporal's tables on PostgreSQL take none above 32,767: those that are free lie below.
  const ports = await freePorts(9);
  const settings = path.join(folder, "dynamic.yaml");
  await writeFile(settings, '"history.workflowIdReuseMinimalInterval": [{ value: "0s" }]\n');
  const address = `127.0.0.1:${ports[0]}`;
  const env = { ...process.env, ...serverEnv(postgres.port, ports, settings) };
  let words = "";
  const start = (): ChildProcess => {
    const server = spawn(programs.server, ["--allow-no-auth", "start"], { env, stdio: ["ignore", "pipe", "pipe"] });
    for (const said of [server.stdout, server.stderr])
      said.on("data", (text: Buffer) => (words = (words + text.toString()).slice(-4_000)));
    return server;
  };
  let server = start();
  await namespace(address, () => words);
  return {
    postgres,
    address,
    signal: (signal) => void server.kill(signal),
    restart: async () => {
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
      server = start();
      await reachTemporal({ address, withinMs: HUNG });
    },
    stop: async () => {
      server.kill("SIGKILL");
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the one-shot job of docker-compose.yml does, in its words. */
async function tables(tool: string, schema: string, port: number): Promise<void> {
  const database = schema === "temporal" ? "temporal" : "temporal_visibility";
  const env = {
    ...process.env,
    SQL_PLUGIN: "postgres12",
    SQL_HOST: "127.0.0.1",
    SQL_PORT: String(port),
    SQL_USER: "postgres",
  };
  for (const words of [
    ["create-database"],
    ["setup-schema", "--version", "0.0"],
    ["update-schema", "--schema-name", `postgresql/v12/${schema}`],
  ])
    await run(tool, ["--database", database, ...words], { env });
}

function serverEnv(database: number, ports: number[], settings: string): NodeJS.ProcessEnv {
  const names = ["FRONTEND", "HISTORY", "MATCHING", "WORKER"];
  const [http, ...rest] = ports.slice(1);
  return {
    DB: "postgres12",
    POSTGRES_SEEDS: "127.0.0.1",
    DB_PORT: String(database),
    POSTGRES_USER: "postgres",
    POSTGRES_PWD: "",
    NUM_HISTORY_SHARDS: String(SHARDS),
    BIND_ON_IP: "127.0.0.1",
    LOG_LEVEL: "error",
    DYNAMIC_CONFIG_FILE_PATH: settings,
    FRONTEND_GRPC_PORT: String(ports[0]),
    FRONTEND_HTTP_PORT: String(http),
    ...Object.fromEntries(names.map((name, at) => [`${name}_MEMBERSHIP_PORT`, String(rest[at])])),
    ...Object.fromEntries(names.slice(1).map((name, at) => [`${name}_GRPC_PORT`, String(rest[4 + at])])),
  };
}

async function namespace(address: string, words: () => string): Promise<void> {
  const { path: temporal } = await temporalBinary({ log: () => {} });
  const make = [
    "operator",
    "namespace",
    "create",
    "--namespace",
    NAMESPACE,
    "--retention",
    "72h",
    "--address",
    address,
  ];
  for (const hung = performance.now() + HUNG; performance.now() < hung;) {
    const made = await run(temporal, make).then(
      () => true,
      () => false,
    );
    if (made) return await reachTemporal({ address, withinMs: HUNG });
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`Temporal did not start:\n${words()}`);
}
