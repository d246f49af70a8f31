// What every process of an installation stands on: its folder, the database, Temporal, the mail server and its secret.
import path from "node:path";
import type { Backup } from "../api/parts.ts";
import { Client, Connection } from "@temporalio/client";
import type { DataConverter } from "@temporalio/common";
import { payloadKeys } from "../library/payload-keys.ts";
import type { Settings } from "../library/settings.ts";
import { lockFolder } from "../store/lock.ts";
import { openStore, type Store } from "../store/open.ts";
import { createBackups } from "./backup.ts";
import { workflowBundle } from "./bundle.ts";
import { dataConverterOf } from "./data-converter.ts";
import { secretOf } from "./keys.ts";
import { openPost } from "./mail.ts";
import { demandPlace } from "./serve.ts";
import { reachTemporal } from "./temporal-reach.ts";
import type { Watch } from "./seen/watch.ts";
import { startTemporal } from "./temporal-server.ts";
import { reachOf, type Reach } from "./temporal-way.ts";

export type Log = (line: string) => void;
/** Has something done when the process ends: what was opened last ends first. */
export type OnClose = (end: () => Promise<unknown>) => void;

export type Ground = {
  settings: Settings;
  /** The data folder. */
  folder: string;
  store: Store;
  client: Client;
  /** Where Temporal is, the way there, and how what passes is written. */
  address: string;
  reach: Reach;
  dataConverter: DataConverter;
  /** For a process that works. */
  bundle?: { codePath: string };
  secret: string;
  post: Awaited<ReturnType<typeof openPost>>;
  now: () => number;
  log: Log;
  /** By which the process is seen from outside. */
  watch?: Watch;
  /** Where this process keeps both the database and Temporal. */
  backup?: () => Promise<Backup>;
  /** Resolves when Temporal ended for good. */
  broken: Promise<Error>;
};

/** A network that much happens to may continue as new within a second, and its writes need not queue for a worker. */
const TEMPORAL_SETTINGS = {
  "history.workflowIdReuseMinimalInterval": '"0s"',
  "system.enableActivityEagerExecution": "true",
};

/** Opens it all. Throws an Error that a user can read; what was opened by then is closed by `onClose`'s owner. */
export async function openGround(settings: Settings, log: Log, onClose: OnClose, watch?: Watch): Promise<Ground> {
  const { databaseUrl, temporalNamespace: namespace, parts } = settings;
  const folder = path.resolve(settings.data);
  const lock = await lockFolder(folder);
  onClose(() => lock.release());
  await demandPlace(settings);
  // The slow ones together: none needs another, and the lock says that the folder is ours.
  const [store, temporal, bundle] = await together([
    openStore(databaseUrl === undefined ? { folder, isLocked: true } : { url: databaseUrl }).then((opened) => {
      onClose(() => opened.close());
      return opened;
    }),
    temporalOf(settings, folder, log, onClose),
    parts.includes("worker") ? workflowBundle(log) : Promise.resolve(undefined),
  ]);
  const { smtpUrl, rehearsalSmtpUrl: rehearsalUrl } = settings;
  const post = await openPost({ folder: path.join(folder, "mail"), smtpUrl, rehearsalUrl });
  onClose(() => post.close());
  const { address, reach, server, broken } = temporal;
  const now = () => Date.now();
  const connection = await Connection.connect({ address, ...reach });
  onClose(() => connection.close());
  const secret = await secretOf(folder, settings.secret);
  const dataConverter = dataConverterOf(payloadKeys(secret, settings.payloadKeys));
  return {
    settings,
    folder,
    store,
    client: new Client({
      connection,
      namespace,
      dataConverter,
      ...(watch?.updates && { interceptors: { workflow: [watch.updates] } }),
    }),
    address,
    reach,
    dataConverter,
    ...(bundle && { bundle }),
    secret,
    post,
    now,
    log,
    ...(server && store.copyTo && { backup: createBackups({ folder, store, temporal: server, now, log }) }),
    ...(watch && { watch }),
    broken,
  };
}

/** As Promise.all, but what was begun has come to its end, and can be closed, before the first error is thrown. */
async function together<T extends unknown[]>(begun: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(begun);
  return (await Promise.all(begun)) as T;
}

async function temporalOf(settings: Settings, folder: string, log: Log, onClose: OnClose) {
  const { temporalAddress: address, temporalNamespace: namespace } = settings;
  if (address !== undefined) {
    const reach = await reachOf(settings);
    await reachTemporal({ address, namespace, reach });
    return { address, reach, server: undefined, broken: new Promise<Error>(() => {}) };
  }
  const server = await startTemporal({ folder: path.join(folder, "temporal"), log, settings: TEMPORAL_SETTINGS });
  onClose(() => server.stop());
  const broken = server.stopped.then((error) => error ?? new Promise<Error>(() => {}));
  return { address: server.address, reach: {}, server, broken };
}
