// Everything of one process, put together: by itself it is the whole installation, or one of several on the same database and Temporal.
import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createApi, type Api } from "../api/app.ts";
import type { Parts } from "../api/parts.ts";
import { render } from "../mail/render.ts";
import { answerTokens } from "../library/answer-token.ts";
import { createIdentity } from "../library/identity.ts";
import { firstSample, listProgrammes, readProgramme } from "../library/programmes.ts";
import type { Settings } from "../library/settings.ts";
import { listNetworks } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { createWeb } from "../web/app.tsx";
import { TASK_QUEUE } from "../workflows/messages.ts";
import { checksOf } from "./checks.ts";
import { openGround, type Ground, type Log } from "./ground.ts";
import { adminToken, tokenFrom } from "./keys.ts";
import { mountMailbox } from "./mailbox.ts";
import { createNotes } from "./notes.ts";
import type { Watch } from "./seen/watch.ts";
import { serve } from "./serve.ts";
import { sparing } from "./sparing.ts";
import { openWork, type Work } from "./work.ts";

export type House = {
  url: string;
  /** Of a process that answers. */
  mailboxUrl?: string;
  store: Store;
  parts: Parts;
  token: string;
  /** The token was made now: say it once. */
  tokenIsFresh: boolean;
  /** It is the whole installation. */
  isAlone: boolean;
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

/** Opens what the settings name. Throws an Error that a user can read; what was opened is then closed again. */
export async function openHouse(settings: Settings, given: Log, watch?: Watch): Promise<House> {
  const log = sparing(given);
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).toReversed()) await inTime(end()).catch((error: unknown) => log(String(error)));
  };
  try {
    return await open({ settings, log, ...(watch && { watch }) }, (end) => closing.push(end), close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(
  { settings, log, watch }: { settings: Settings; log: Log; watch?: Watch },
  onClose: (end: () => Promise<unknown>) => void,
  stop: () => Promise<void>,
): Promise<House> {
  onClose(async () => watch?.close());
  const ground = await openGround(settings, log, onClose, watch);
  const { store, folder } = ground;
  const isAlone = settings.parts.length > 1;
  const admin = await adminToken(store, folder, { now: ground.now(), ...(!isAlone && { secret: ground.secret }) });
  const work = settings.parts.includes("worker") ? await openWork(ground, onClose) : undefined;

  let listening = "";
  let metrics: string | undefined;
  const base = () => settings.publicUrl ?? listening;
  const parts = partsOf(ground, { work, base, metrics: () => metrics });
  const api = createApi(parts);
  const front = settings.parts.includes("api") ? openFront(api, ground, parts) : undefined;
  const serving = await serve(front?.fetch ?? healthOnly(api), settings);
  listening = serving.url;
  onClose(() => serving.close());
  onClose(() => Promise.all([serving.close(), work?.stop()]));
  metrics = await watch?.begin({ store, checks: parts.checks });
  await work?.begin({ parts, submit: api.submit });
  await writeFile(path.join(folder, "address"), `${serving.url}\n`);

  return {
    url: serving.url,
    ...(front && { mailboxUrl: `${serving.url}${front.mailbox}` }),
    store,
    parts,
    token: admin.token,
    tokenIsFresh: admin.fresh && front !== undefined,
    isAlone,
    isNew: (await listNetworks(store)).length === 0,
    broken: Promise.race([ground.broken, ...(work ? [work.broken] : [])]),
    stop,
  };
}

const inTime = (ending: Promise<unknown>) => Promise.race([ending, sleep(END_WITHIN, undefined, { ref: false })]);

type Late = { work: Work | undefined; base: () => string; metrics: () => string | undefined };

function partsOf(ground: Ground, { work, base, metrics }: Late): Parts {
  const { settings, store, client, secret, post, now, log, watch } = ground;
  const { temporalNamespace: namespace } = settings;
  return {
    store,
    temporal: client,
    taskQueue: TASK_QUEUE,
    answerWithin: ANSWER_WITHIN,
    library: { list: listProgrammes, read: readProgramme, firstSample },
    now,
    newId: () => randomBytes(6).toString("hex"),
    newToken: (purpose) => tokenFrom(secret, purpose),
    answerTokens: answerTokens(secret),
    ...(settings.publicUrl !== undefined && { publicUrl: settings.publicUrl }),
    base,
    post: createNotes({ transport: post.transport, from: settings.mailFrom, log, told: watch?.note }),
    ...(settings.identity && { identity: createIdentity(settings.identity) }),
    proxies: settings.proxies,
    letter: (model, language) => render(model, { name: "", email: "", language }, { base: base() }),
    fileLimits: { one: settings.fileMaxMb * MB, network: settings.filesTotalMb * MB },
    ...(ground.backup && { backup: ground.backup }),
    checks: checksOf({
      store,
      temporal: client,
      namespace,
      transport: post.transport,
      inboxes: () => work?.inboxes(),
      metrics,
    }),
    log,
    ...(watch?.seen && { seen: watch.seen }),
  };
}

/** The API with the pages. `mailbox`: where the mails that stayed in the house are read. */
function openFront(api: Api, { settings, post, secret, log }: Ground, parts: Parts) {
  // Before the pages, the last of which says that there is none.
  const mailbox = mountMailbox(api.app, post.catcher, tokenFrom(secret, "mailbox"));
  api.app.route(
    "/",
    createWeb({
      fetch: (url, init) => api.app.request(url, init),
      largestFile: parts.fileLimits.one,
      keptMonths: settings.retentionMonths,
      log,
      ...(parts.publicUrl !== undefined && { base: parts.publicUrl }),
    }),
  );
  return { fetch: api.app.fetch, mailbox };
}

/** A process that only works says whether it does, and nothing else. */
const healthOnly =
  ({ app }: Api) =>
  (request: Request): Response | Promise<Response> =>
    ["/healthz", "/readyz"].includes(new URL(request.url).pathname)
      ? app.fetch(request)
      : new Response("This process works; it answers nobody.\n", { status: 404 });
