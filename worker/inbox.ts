// Mails that come in, from the mailbox that is set or over SMTP: answers to invitations go the way that triggers go, bounces are
// noted. What a mail came to is logged without a word of what it says.
import { createHash } from "node:crypto";
import { simpleParser } from "mailparser";
import { admitPerson } from "../api/admission.ts";
import { aboutOf, closedBy } from "../api/answer-open.ts";
import { createAsking } from "../api/asking.ts";
import type { Parts } from "../api/parts.ts";
import type { Submit } from "../api/submit.ts";
import type { Settings } from "../library/settings.ts";
import type { Book } from "../machines/ledger.ts";
import type { Bounce } from "../mail/bounce.ts";
import { createImapInbox, type Inbox, type Take } from "../mail/inbox.ts";
import { readMail, sameForm, subjectOf, type Reply } from "../mail/reply.ts";
import { createSmtpInbox } from "../mail/smtp-in.ts";
import { StoreError } from "../store/error.ts";
import { tellFailed } from "../store/failed.ts";
import { clearBounced, failBack, markBounced, noteRead, outcomeOf, readerOf, toldOf } from "../store/inbox.ts";
import { bookOf } from "../store/journal.ts";
import { getNetwork, type Network } from "../store/networks.ts";
import { inTransaction } from "../store/open.ts";
import type { Person } from "../programmes/types.ts";
import { HouseError } from "./house-error.ts";
import { answerData, ASKING } from "./inbox-answer.ts";

type Acting = { parts: Parts; submit: Submit };

/** All places that mails come in at; none where none is set. */
export type Inboxes = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Throws with what is wrong where one of them does not read; answers what is read. */
  check(): Promise<string>;
};

/** The inboxes that are set, not yet started. `start` throws a HouseError where the port cannot be had. */
export function openInboxes(
  settings: Pick<Settings, "host" | "imapUrl" | "smtpInPort" | "mailFrom">,
  acting: Acting,
): Inboxes {
  const { host, imapUrl: url, smtpInPort: port, mailFrom } = settings;
  const { now, log } = acting.parts;
  const take = createTake(acting);
  const smtp = port === undefined ? [] : [createSmtpInbox({ host, port, address: addressIn(mailFrom), take })];
  const inboxes: Inbox[] = [...(url === undefined ? [] : [createImapInbox({ url, take, now, log })]), ...smtp];
  return {
    start: async () => {
      for (const one of inboxes) await one.start().catch((error: Error) => Promise.reject(notHad(port ?? 0, error)));
    },
    stop: async () => void (await Promise.all(inboxes.map((one) => one.stop()))),
    check: () => {
      const said = inboxes.map((one) => one.check());
      const details = said.map(({ detail }) => detail).join("; ");
      if (said.some(({ ok }) => !ok)) return Promise.reject(new Error(details));
      return Promise.resolve(details || "not set up: answers from calendars and bounces are not read");
    },
  };
}

/** What is done with a mail, whichever way it came. Rejects while the store is away, so that it comes again. */
export function createTake(acting: Acting): Take {
  const { store, log } = acting.parts;
  return async (raw) => {
    for (let tries = 1; ; tries += 1)
      try {
        return await read(acting, raw);
      } catch (error) {
        await store.ping();
        if (tries < TRIES) continue;
        log(`A mail that came in could not be dealt with: ${error instanceof Error ? error.name : typeof error}`);
        return "letter";
      }
  };
}

/** What fails this often with a store that answers fails always: such a mail keeps no other from being read. */
const TRIES = 3;

async function read(acting: Acting, raw: Buffer): ReturnType<Take> {
  const { store, now, log } = acting.parts;
  const mail = await simpleParser(raw, { keepDeliveryStatus: true });
  const said = readMail(mail);
  const id = createHash("sha256")
    .update(mail.messageId ?? raw)
    .digest("hex");
  const told = (what: string) => log(`Mail in ${id.slice(0, 12)}: ${what}`);
  if (said.is === "other") {
    told(said.why);
    return FOR_NOBODY.has(said.why) ? "automatic" : "letter";
  }
  if ((await outcomeOf(store, id)) !== undefined) return "taken";
  const outcome = said.is === "reply" ? await answer(acting, said, id) : await bounced(acting, said);
  await noteRead(store, { messageId: id, at: now(), outcome });
  told(outcome);
  return "taken";
}

const FOR_NOBODY = new Set<string>(["automatic", "not-failed", "forged"]);

/** As the person, by the same trigger as from anywhere else. The mail's own key makes it once, however often the mail comes. */
async function answer({ parts, submit }: Acting, reply: Reply, id: string): Promise<string> {
  const { store } = parts;
  const about = subjectOf(reply.uid);
  if (!about) return "unknown-uid";
  await submit.settled(about.network);
  const [book, network] = [await bookOf(store, about.network), await getNetwork(store, about.network)];
  if (!book || !network) return "unknown-network";
  const person = book.people.find(({ email }) => sameForm(email) === reply.attendee);
  if (!person) return "stranger";
  const closed = closedFor(about, { book, network, person, now: parts.now() });
  if (closed !== undefined) return closed;
  const told = await toldOf(store, { network: network.id, person: person.id, item: about.item, rules: ASKING });
  const data = answerData(reply, about, { told, view: book.view });
  if (typeof data === "string") return data;
  const key = `mail-${id}`;
  const admitted = await admitPerson(store, { network, person, key });
  const claim = { scope: person.id, key, bodyHash: id };
  const wanted = { type: "answer", data, claim, language: person.language };
  try {
    const done = await createAsking(parts, submit).ask(book.plan, admitted, wanted);
    if (!done.ok) return `refused: ${done.code}`;
    // Whoever answers from an address has a mailbox there.
    await clearBounced(store, [person.id]);
    return reply.answer;
  } catch (error) {
    // Answered by another reader, or before a kill: what is kept under the key stands.
    if (error instanceof StoreError && error.code === "repeated") return "repeated";
    throw error;
  }
}

/** Why nobody can answer any more, or this person not, just as by a link in the mail. */
function closedFor(
  { item, session }: { item: string; session?: string },
  { book, network, person, now }: { book: Book; network: Network; person: Person; now: number },
): string | undefined {
  const subject = session === undefined ? `item:${item}` : `item:${item}/${session}`;
  const link = { network: network.id, person: person.id, subject, purpose: "answer" as const };
  const about = aboutOf(link, book);
  if (!about) return "not-invited";
  return closedBy(link, about, book, { person, now: network.clock === "real" ? now : network.now });
}

/** The mail failed; and where its address takes no mail at all, nothing more is sent there. */
async function bounced(
  { parts: { store, now, seen } }: Acting,
  { messageId, why, ...bounce }: Bounce,
): Promise<string> {
  const at = now();
  // Which of the messages in a daily mail were lost is not told: they stand as they were sent.
  const daily = /^daily\.(.+)\.[\da-f]+@/.exec(messageId)?.[1];
  return await inTransaction(store, async (tx) => {
    const failed = daily === undefined ? await failBack(tx, { messageId, at, why }) : undefined;
    const reader = daily === undefined ? failed : await readerOf(tx, daily);
    if (!reader) return "bounce: unknown mail";
    const outcome = whatItSays(bounce, reader.email ?? "");
    if (outcome === GONE) await markBounced(tx, { personId: reader.person, at, why });
    if (failed) await tellFailed(tx, failed.network, [failed]);
    if (failed) seen?.cameBack();
    return outcome;
  });
}

const GONE = "bounce: address gone";

function whatItSays({ gone, recipients }: Pick<Bounce, "gone" | "recipients">, email: string): string {
  if (!gone) return "bounce: not for good";
  // An address that the mail was passed on to says nothing of the address that we know.
  return recipients.some((address) => sameForm(address) === sameForm(email)) ? GONE : "bounce: another address";
}

/** `a@b` of `Name <a@b>`, as of `a@b`. */
const addressIn = (from: string): string => /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;

const notHad = (port: number, { message }: Error) =>
  new HouseError({
    da: `Port ${port} kan ikke bruges til mails ind (${message}). Vælg en anden med SMTP_IN_PORT=….`,
    en: `Port ${port} cannot be used for mails in (${message}). Choose another with SMTP_IN_PORT=….`,
  });
