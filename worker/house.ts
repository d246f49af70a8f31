// The house, put together: every part made, joined, started in order, and ended in the reverse of it.
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, Connection } from "@temporalio/client";
import { createActivities } from "../activities/create.ts";
import { createApi } from "../api/app.ts";
import { ensureStarted } from "../api/create.ts";
import type { Parts } from "../api/parts.ts";
import { render } from "../mail/render.ts";
import { answerTokens } from "../library/answer-token.ts";
import { createIdentity } from "../library/identity.ts";
import { firstSample, listProgrammes, readProgramme } from "../library/programmes.ts";
import type { Settings } from "../library/settings.ts";
import type { Sender } from "../mail/sender.ts";
import { lockFolder } from "../store/lock.ts";
import { getNetwork, listNetworks } from "../store/networks.ts";
import { openStore, type Store } from "../store/open.ts";
import { releaseAllClaims } from "../store/outbox.ts";
import { createWeb } from "../web/app.tsx";
import { TASK_QUEUE } from "../workflows/messages.ts";
import { workflowBundle } from "./bundle.ts";
import { checksOf } from "./checks.ts";
import { createHousekeeping } from "./housekeeping.ts";
import { openInboxes, type Inboxes } from "./inbox.ts";
import { adminToken, secretOf, tokenFrom } from "./keys.ts";
import { openPost, senderFor } from "./mail.ts";
import { mountMailbox } from "./mailbox.ts";
import { createNotes } from "./notes.ts";
import { createPacer } from "./pacer.ts";
import { demandPlace, serve } from "./serve.ts";
import { reachTemporal } from "./temporal-reach.ts";
import { startTemporal } from "./temporal-server.ts";
import { startWorker } from "./temporal-worker.ts";

export type House = {
  url: string;
  mailboxUrl: string;
  store: Store;
  parts: Parts;
  token: string;
  /** The token was made now: say it once. */
  tokenIsFresh: boolean;
  /** No network had been made yet. */
  isNew: boolean;
  /** Resolves when a part broke for good, with what to do. */
  broken: Promise<Error>;
  stop(): Promise<void>;
};

/** Milliseconds until Temporal counts as not answering. */
const ANSWER_WITHIN = 20_000;
const MB = 1_000_000;
/** Milliseconds that each part has to end. What it leaves undone is done after the next start, as after a kill. */
const END_WITHIN = 1_500;

type Log = (line: string) => void;

/** A network that much happens to may continue as new within a second, and its writes need not queue for a worker. */
const TEMPORAL_SETTINGS = {
  "history.workflowIdReuseMinimalInterval": '"0s"',
  "system.enableActivityEagerExecution": "true",
};

/** Opens everything in the data folder. Throws an Error that a user can read; what was opened is then closed again. */
export async function openHouse(settings: Settings, log: Log): Promise<House> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).toReversed()) await inTime(end()).catch((error: unknown) => log(String(error)));
  };
  try {
    return await open(settings, log, (end) => closing.push(end), close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  settings: Settings,
  log: Log,
  onClose: (end: () => Promise<unknown>) => void,
  stop: () => Promise<void>,
): Promise<House> {
  const { databaseUrl, temporalNamespace: namespace } = settings;
  const folder = path.resolve(settings.data);
  const now = () => Date.now();
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
    workflowBundle(log),
  ]);
  const secret = await secretOf(folder, settings.secret);
  const links = answerTokens(secret);
  const admin = await adminToken(store, folder, now());

  const post = await openPost({ folder: path.join(folder, "mail"), smtpUrl: settings.smtpUrl });
  onClose(() => post.close());
  const connection = await Connection.connect({ address: temporal.address });
  onClose(() => connection.close());
  const client = new Client({ connection, namespace });

  let sender: Sender | undefined;
  let inboxes: Inboxes | undefined;
  const activities = createActivities({ store, mailed: () => sender?.wake() });
  const worker = await startWorker({ address: temporal.address, namespace, activities, workflowBundle: bundle });
  onClose(() => worker.stop());

  let listening = "";
  const base = () => settings.publicUrl ?? listening;
  const parts: Parts = {
    store,
    temporal: client,
    taskQueue: TASK_QUEUE,
    answerWithin: ANSWER_WITHIN,
    library: { list: listProgrammes, read: readProgramme, firstSample },
    now,
    newId: () => randomBytes(6).toString("hex"),
    newToken: (purpose) => tokenFrom(secret, purpose),
    answerTokens: links,
    ...(settings.publicUrl !== undefined && { publicUrl: settings.publicUrl }),
    base,
    post: createNotes({ transport: post.transport, from: settings.mailFrom, log }),
    ...(settings.identity && { identity: createIdentity(settings.identity) }),
    proxies: settings.proxies,
    letter: (model, language) => render(model, { name: "", email: "", language }, { base: base() }),
    fileLimits: { one: settings.fileMaxMb * MB, network: settings.filesTotalMb * MB },
    checks: checksOf({ store, temporal: client, namespace, transport: post.transport, inboxes: () => inboxes }),
    log,
  };
  const api = createApi(parts);
  // Before the pages, the last of which says that there is none.
  const mailbox = mountMailbox(api.app, post.catcher, tokenFrom(secret, "mailbox"));
  api.app.route(
    "/",
    createWeb({
      fetch: (url, init) => api.app.request(url, init),
      largestFile: parts.fileLimits.one,
      log,
      ...(settings.publicUrl !== undefined && { base: settings.publicUrl }),
    }),
  );
  const serving = await serve(api.app.fetch, settings);
  listening = serving.url;
  onClose(() => serving.close());

  const { mailFrom: from, smtpPerMinute: perMinute } = settings;
  sender = senderFor(store, post, { base: base(), answerTokens: links, from, perMinute, now, log });
  if (store.kind === "embedded") await releaseAllClaims(store);
  const pacer = createPacer({ store, submit: api.submit, now, log });
  const housekeeping = createHousekeeping({ store, now, log });
  inboxes = openInboxes(settings, { parts, submit: api.submit });
  onClose(() => Promise.all([serving.close(), inboxes!.stop(), sender!.stop(), pacer.stop(), housekeeping.stop()]));
  sender.start();
  await startWhatWasMade(parts);
  pacer.start();
  housekeeping.start();
  await inboxes.start();
  await writeFile(path.join(folder, "address"), `${serving.url}\n`);

  return {
    url: serving.url,
    mailboxUrl: `${serving.url}${mailbox}`,
    store,
    parts,
    token: admin.token,
    tokenIsFresh: admin.fresh,
    isNew: (await listNetworks(store)).length === 0,
    broken: Promise.race([
      temporal.broken,
      worker.done.then(
        () => new Promise<never>(() => {}),
        (error: unknown) => error as Error,
      ),
    ]),
    stop,
  };
}

const inTime = (ending: Promise<unknown>) => Promise.race([ending, sleep(END_WITHIN, undefined, { ref: false })]);

/** As Promise.all, but what was begun has come to its end, and can be closed, before the first error is thrown. */
async function together<T extends unknown[]>(begun: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(begun);
  return (await Promise.all(begun)) as T;
}

async function temporalOf(
  settings: Settings,
  folder: string,
  log: Log,
  onClose: (end: () => Promise<unknown>) => void,
) {
  const { temporalAddress: address, temporalNamespace: namespace } = settings;
  if (address !== undefined) {
    await reachTemporal({ address, namespace });
    return { address, broken: new Promise<Error>(() => {}) };
  }
  const server = await startTemporal({ folder: path.join(folder, "temporal"), log, settings: TEMPORAL_SETTINGS });
  onClose(() => server.stop());
  const broken = server.stopped.then((error) => error ?? new Promise<Error>(() => {}));
  return { address: server.address, broken };
}

/** Networks whose row was written just before a kill have no workflow yet. */
async function startWhatWasMade(parts: Parts): Promise<void> {
  const made = (await listNetworks(parts.store)).filter(({ n, endedAt }) => n === 0 && endedAt === undefined);
  for (const { id } of made) await ensureStarted(parts, (await getNetwork(parts.store, id))!);
}
