// Drains the outbox: claims mails that are due, sends a few at a time, and writes down what became of each.
import type { MailModel } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import { invitationOf, type Ics } from "./invitation.ts";
import { render, type Links, type Reader } from "./render.ts";
import type { MailTransport, SendResult } from "./transport.ts";

/** A mail this sender holds. `attempts` counts the tries before this one. */
export type ClaimedMail = {
  id: string;
  messageId: string;
  model: MailModel;
  reader: Reader;
  attempts: number;
  /** Of a network that only rehearses: goes to `rehearsals`, never out of the house. */
  rehearsal?: boolean;
};

/** What the sender needs of the outbox. A claimed mail is nobody else's until one of the other three is called. */
export type OutboxPort = {
  /** At most `limit` mails that are due, oldest first. */
  claim(limit: number): Promise<ClaimedMail[]>;
  sent(id: string, response: string, at: Instant): Promise<void>;
  /** To be tried again at `at`. */
  retry(id: string, at: Instant, response: string): Promise<void>;
  failed(id: string, response: string): Promise<void>;
};

export type SenderParts = {
  outbox: OutboxPort;
  transport: Pick<MailTransport, "sendMail">;
  /** Where rehearsed mail goes, such as the catcher. Without it such mail fails, and says so. */
  rehearsals?: Pick<MailTransport, "sendMail">;
  /** The instant now; what backoff counts from. */
  clock: () => Instant;
  links: Links;
  /** Sender's address, such as `Fremdrift <fremdrift@example.org>`. */
  from: string;
  ics: Ics;
  log: (line: string) => void;
};

export type Sender = {
  /** Begins to drain, now and whenever something is due. */
  start(): void;
  /** Ends when what is in flight has been sent and written down. Nothing is claimed after it was called. */
  stop(): Promise<void>;
  /** Sends what is due now; how many were sent. A drain already under way is joined. Rejects when the outbox does. */
  drain(): Promise<number>;
  /** Something new is in the outbox: looks at once instead of at the next round. */
  wake(): void;
};

/** Mails at once, and milliseconds. */
export const SENDER_LIMITS = {
  concurrent: 5,
  pollEvery: 3_000,
  firstRetry: 10_000,
  longestRetry: 3_600_000,
  giveUpAfter: 3 * 86_400_000,
};

/** A sender that is not yet started. One for each process; several share one outbox. */
export function createSender(parts: SenderParts): Sender {
  const { outbox, log } = parts;
  let stopping = false;
  let woken = false;
  let rouse = () => {};
  let draining: Promise<number> | undefined;
  let looping: Promise<void> | undefined;

  async function drainOnce(): Promise<number> {
    const flying = new Set<Promise<void>>();
    let count = 0;
    let serverDown = false;
    const launch = (mail: ClaimedMail) => {
      const flight = deliver(parts, mail).then((result) => {
        flying.delete(flight);
        if (result.ok) count += 1;
        // A server that is not there stops every mail alike: the rest waits for the next round untouched.
        else if (result.fault === "server") serverDown = true;
      });
      flying.add(flight);
    };
    try {
      for (;;) {
        const free = stopping || serverDown ? 0 : SENDER_LIMITS.concurrent - flying.size;
        if (free > 0) for (const mail of await outbox.claim(free)) launch(mail);
        if (flying.size === 0) return count;
        await Promise.race(flying);
      }
    } finally {
      await Promise.all(flying);
    }
  }

  const drain = () => (draining ??= drainOnce().finally(() => (draining = undefined)));

  async function loop(): Promise<void> {
    while (!stopping) {
      woken = false;
      await drain().catch((error: unknown) => log(`The outbox cannot be read, mails wait: ${messageOf(error)}`));
      if (!stopping && !woken) await nap();
    }
  }

  const nap = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, SENDER_LIMITS.pollEvery);
      rouse = () => (clearTimeout(timer), resolve());
    });

  const wake = () => {
    woken = true;
    rouse();
  };

  return {
    start() {
      stopping = false;
      looping ??= loop();
    },
    async stop() {
      stopping = true;
      wake();
      await looping;
      await draining?.catch(() => {});
      looping = undefined;
    },
    drain,
    wake,
  };
}

/** Milliseconds to wait after a failed try, `attempts` tries having gone before it; absent when it was the last. */
export function backoff(attempts: number): number | undefined {
  const { firstRetry, longestRetry, giveUpAfter } = SENDER_LIMITS;
  const wait = (tries: number) => Math.min(firstRetry * 2 ** tries, longestRetry);
  let waited = 0;
  for (let tries = 0; tries < attempts; tries++) waited += wait(tries);
  // One longest wait more, so that three days have passed even where the count began at one.
  return waited >= giveUpAfter + longestRetry ? undefined : wait(attempts);
}

/** Sends one mail and writes down what came of it. Never rejects, so that no mail can stop another. */
async function deliver(parts: SenderParts, mail: ClaimedMail): Promise<SendResult> {
  const result = await attempt(parts, mail);
  try {
    await writeDown(parts, mail, result);
  } catch (error) {
    parts.log(`Mail ${mail.id}: what came of it could not be written down: ${messageOf(error)}`);
  }
  return result;
}

async function attempt(parts: SenderParts, mail: ClaimedMail): Promise<SendResult> {
  const { messageId, model, reader } = mail;
  const transport = mail.rehearsal ? parts.rehearsals : parts.transport;
  if (!transport) return beyondHope("Mail of a rehearsal stays in the house, and no catcher runs to take it.");
  try {
    const to = { name: reader.name, email: reader.email };
    const list = { id: model.network, title: model.networkTitle };
    const letter = render(model, reader, parts.links);
    const invitation = invitationOf(model, reader, parts);
    const mailed = { messageId, from: parts.from, to, list, ...letter, ...(invitation && { invitation }) };
    return await transport.sendMail(mailed);
  } catch (error) {
    return beyondHope(`Could not be written: ${messageOf(error)}`);
  }
}

const beyondHope = (response: string): SendResult => ({ ok: false, permanent: true, fault: "message", response });

async function writeDown(parts: SenderParts, mail: ClaimedMail, result: SendResult): Promise<void> {
  const { outbox, clock, log } = parts;
  if (result.ok) return outbox.sent(mail.id, result.response, clock());
  const wait = result.permanent ? undefined : backoff(mail.attempts);
  if (wait !== undefined) return outbox.retry(mail.id, clock() + wait, result.response);
  log(`Mail ${mail.id} could not be delivered: ${result.response}`);
  await outbox.failed(mail.id, result.response);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
