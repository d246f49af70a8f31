// A mailbox that is read over IMAP: what came in the last weeks, then each mail as it comes. Nothing is deleted, and what is for
// people stays unread for them.
import { ImapFlow, type MessageStructureObject } from "imapflow";
import { setTimeout as sleep } from "node:timers/promises";
import { isThisMachine } from "./this-machine.ts";

/**
 * What became of a mail: `taken` was for us, `automatic` is for nobody, `letter` is for people. Rejects where it cannot be known
 * now, such as while the database is away: the mail comes again.
 */
export type Take = (raw: Buffer) => Promise<"taken" | "automatic" | "letter">;

/** Somewhere that mails come in. */
export type Inbox = {
  /** Begins to read. Rejects where that can never be, such as on a port that is taken. */
  start(): Promise<void>;
  /** Ends when the mail in hand has been dealt with. */
  stop(): Promise<void>;
  /** Whether it reads now; `detail` says from where, or what is wrong. */
  check(): { ok: boolean; detail: string };
};

/** Milliseconds; octets of one mail. */
export const INBOX_LIMITS = {
  lookBack: 14 * 86_400_000,
  lookEvery: 60_000,
  firstRetry: 1_000,
  longestRetry: 300_000,
  idleAfter: 100,
  connect: 20_000,
  mailSize: 5 * 1024 * 1024,
};

export type ImapParts = { url: string; take: Take; now: () => number; log: (line: string) => void };

/** A reader of the mailbox at `imaps://user:password@host/INBOX`. A connection that breaks is made again, at growing intervals. */
export function createImapInbox({ url, take, now, log }: ImapParts): Inbox {
  const place = new URL(url);
  const path = decodeURIComponent(place.pathname.slice(1)) || "INBOX";
  const name = `${place.host}, ${path}`;
  const stopping = new AbortController();
  const known: Known = {};
  let state = { ok: false, detail: `${name}: not reached yet` };
  let reading: Promise<void> | undefined;

  async function session(onReading: () => void): Promise<void> {
    const client = new ImapFlow(optionsOf(place));
    // What breaks is told by the call that was under way; without one, by `close`.
    client.on("error", () => {});
    const closed = new Promise<void>((resolve) => client.on("close", resolve));
    try {
      await client.connect();
      const { uidValidity } = await client.mailboxOpen(path);
      if (known.validity !== uidValidity) Object.assign(known, { validity: uidValidity, last: undefined });
      onReading();
      while (!stopping.signal.aborted && client.usable) {
        const more = arrival(client, closed, stopping.signal);
        await readNew({ client, known, take, now, isStopping: () => stopping.signal.aborted });
        await more;
      }
      if (!stopping.signal.aborted) throw new Error("the connection was closed");
    } finally {
      await client.logout().catch(() => client.close());
    }
  }

  async function loop(): Promise<void> {
    let wait = INBOX_LIMITS.firstRetry;
    while (!stopping.signal.aborted) {
      await session(() => {
        wait = INBOX_LIMITS.firstRetry;
        state = { ok: true, detail: `${name} is read` };
      }).catch((error: unknown) => {
        state = { ok: false, detail: `${name}: ${wordsOf(error)}` };
        log(`Mails are not read from ${state.detail}; tried again in ${wait / 1_000} s`);
      });
      await nap(wait, stopping.signal);
      wait = Math.min(wait * 2, INBOX_LIMITS.longestRetry);
    }
  }

  return {
    start: () => {
      reading ??= loop();
      return Promise.resolve();
    },
    stop: async () => {
      stopping.abort();
      await reading;
    },
    check: () => state,
  };
}

/** How far a mailbox was read: mails are numbered upwards, as long as its validity is the same. */
type Known = { validity?: bigint; last?: number | undefined };

type Reading = {
  client: ImapFlow;
  known: Known;
  take: Take;
  now: () => number;
  isStopping: () => boolean;
};

/** Reads what came since, in order; the first time what came in the last weeks, read by people or not. */
async function readNew({ client, known, take, now, isStopping }: Reading): Promise<void> {
  const { last = 0 } = known;
  const since = { since: new Date(now() - INBOX_LIMITS.lookBack) };
  const found = await client.search(known.last === undefined ? since : { uid: `${last + 1}:*` }, { uid: true });
  // A range to the end holds the last mail even where that is older.
  const fresh = (found || []).filter((uid) => uid > last).toSorted((a, b) => a - b);
  for (const uid of fresh) {
    if (isStopping()) return;
    const raw = await worthReading(client, uid);
    if (raw && (await take(raw)) === "taken") await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    known.last = uid;
  }
}

/** A mail whose parts may be for us; the others stay where they are. */
async function worthReading(client: ImapFlow, uid: number): Promise<Buffer | undefined> {
  const one = (query: Parameters<ImapFlow["fetchOne"]>[1]) => client.fetchOne(String(uid), query, { uid: true });
  const head = await one({ size: true, bodyStructure: true });
  if (!head || (head.size ?? 0) > INBOX_LIMITS.mailSize || !hasPart(head.bodyStructure)) return undefined;
  return ((await one({ source: true })) || undefined)?.source;
}

const PARTS = ["text/calendar", "application/ics", "multipart/report", "message/delivery-status"];

const hasPart = (part: MessageStructureObject | undefined): boolean =>
  part !== undefined && (PARTS.includes(part.type.toLowerCase()) || (part.childNodes ?? []).some(hasPart));

/** Comes back when there may be more to read. */
async function arrival(client: ImapFlow, closed: Promise<void>, stopping: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const wake = () => ended.abort();
  client.once("exists", wake);
  await Promise.race([closed, nap(INBOX_LIMITS.lookEvery, AbortSignal.any([stopping, ended.signal]))]);
  client.off("exists", wake);
  ended.abort();
}

const nap = (wait: number, signal: AbortSignal): Promise<void> =>
  sleep(wait, undefined, { signal, ref: false }).catch(() => {});

/** Beyond this machine a password never goes in the clear: without TLS from the start the server has to offer it. */
function optionsOf({ protocol, hostname, port, username, password }: URL) {
  const secure = protocol === "imaps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port || (secure ? 993 : 143)),
    secure,
    ...(!secure && !isThisMachine(hostname) && { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false as const,
    connectionTimeout: INBOX_LIMITS.connect,
    autoIdleDelay: INBOX_LIMITS.idleAfter,
    maxLiteralSize: 2 * INBOX_LIMITS.mailSize,
  };
}

/** What the server said, where it said something. */
function wordsOf(error: unknown): string {
  const { responseText, message } = error as { responseText?: string; message?: string };
  return (responseText ?? message ?? String(error)).replace(/\s+/g, " ").slice(0, 300);
}
