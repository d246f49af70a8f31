// The production topology as an operator starts it: a database server, a Temporal server on it, two processes that answer behind a plain proxy,
// two that work, and a mail server; each of them a process that can be stopped, killed and started again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient, type FremdriftClient } from "../../api/client.ts";
import { createCatcher, type Catcher } from "../../mail/catcher.ts";
import { tokenFrom } from "../../worker/keys.ts";
import { startCluster, type Cluster } from "../support/cluster.ts";
import { hasCables, startHost, type Host } from "./cable.ts";
import { startProxy, type Proxy } from "./proxy.ts";
import { startStack, type Stack } from "./stack.ts";

export const NAMES = ["api1", "api2", "worker1", "worker2"] as const;
export type Name = (typeof NAMES)[number];

export type Production = {
  cluster: Cluster;
  proxy: Proxy;
  mails: Catcher;
  /** An administrator, through the proxy. */
  client: FremdriftClient;
  token: string;
  urlOf(name: Name): Promise<string>;
  /** One, by its own address. */
  clientOf(name: Name): Promise<FremdriftClient>;
  stack(name: Name): Stack;
  /** Of one on a host of its own: the second of each, where this machine lets us make hosts. */
  cable(name: Name): Host | undefined;
  /** Starts one again, after it has ended. */
  start(name: Name): Promise<void>;
  /** Asks one to end, and waits until it has. */
  end(name: Name): Promise<void>;
  close(): Promise<void>;
};

const APART: Name[] = ["api2", "worker2"];
const SECRET = "a secret of several processes";

/** All of it, ready. */
export async function startProduction(): Promise<Production> {
  const folder = mkdtempSync(path.join(tmpdir(), "fremdrift-production-"));
  const cluster = await startCluster((line) => console.log(line));
  const mails = createCatcher({ folder: path.join(folder, "mails") });
  const { url: SMTP_URL } = await mails.start({ port: 0 });
  const proxy = await startProxy();
  const env = {
    DATABASE_URL: await cluster.postgres.database(),
    TEMPORAL_ADDRESS: cluster.address,
    SMTP_URL,
    REHEARSAL_SMTP_URL: SMTP_URL,
    MAIL_FROM: "Fremdrift <net@example.org>",
    PUBLIC_URL: proxy.url,
    FREMDRIFT_SECRET: SECRET,
    TRUSTED_PROXIES: "1",
  };
  const stacks = new Map<Name, Stack>();
  const hosts = new Map<Name, Host>(hasCables() ? APART.map((name) => [name, startHost()]) : []);
  const urlOf = async (name: Name) => {
    const { port, host } = new URL(await stacks.get(name)!.ready);
    const apart = hosts.get(name);
    return `http://${apart ? `${apart.address}:${port}` : host}`;
  };
  const answering = async () =>
    proxy.ask(await Promise.all((["api1", "api2"] as const).filter((name) => stacks.has(name)).map(urlOf)));
  const start = async (name: Name) => {
    const FREMDRIFT_PARTS = name.startsWith("api") ? "api" : "worker";
    const apart = hosts.get(name);
    const stack = startStack({
      folder: path.join(folder, name),
      env: { ...env, FREMDRIFT_PARTS, ...(apart && (await envThere(apart, env))) },
      ...(apart && { command: apart.command }),
    });
    await stack.ready;
    stacks.set(name, stack);
    await answering();
  };
  await start("api1");
  await Promise.all(NAMES.slice(1).map(start));
  const token = tokenFrom(SECRET, "administrator");
  return {
    cluster,
    proxy,
    mails,
    client: createClient({ url: proxy.url, token }),
    token,
    urlOf,
    clientOf: async (name) => createClient({ url: await urlOf(name), token }),
    cable: (name) => hosts.get(name),
    stack: (name) => stacks.get(name)!,
    start,
    end: async (name) => {
      stacks.get(name)!.kill("SIGTERM");
      await stacks.get(name)!.ended;
    },
    close: async () => {
      for (const stack of stacks.values()) stack.wipe();
      await Promise.all([...stacks.values()].map(({ ended }) => ended));
      for (const host of hosts.values()) host.close();
      await Promise.all([proxy.close(), mails.close()]);
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same servers, as they are reached from another host. */
async function envThere(host: Host, env: { DATABASE_URL: string; TEMPORAL_ADDRESS: string; SMTP_URL: string }) {
  const there = async (address: string) => {
    const url = new URL(address);
    url.host = await host.wayTo(Number(url.port));
    return url;
  };
  const [database, temporal, mail] = await Promise.all(
    [env.DATABASE_URL, `tcp://${env.TEMPORAL_ADDRESS}`, env.SMTP_URL].map(there),
  );
  const SMTP_URL = `${mail!.href.replace(/\/$/, "")}?requireTLS=false`;
  return {
    HOST: "0.0.0.0",
    DATABASE_URL: database!.href,
    TEMPORAL_ADDRESS: temporal!.host,
    SMTP_URL,
    REHEARSAL_SMTP_URL: SMTP_URL,
  };
}
