// One mail handed over: written for its reader, given to the server, and what came of it as the outbox is to know it.
import type { Instant } from "../programmes/types.ts";
import { codeOf, isGone } from "./bounce.ts";
import { invitationOf, type Ics } from "./invitation.ts";
import { render, renderDigest, type Links } from "./render.ts";
import type { ClaimedMail } from "./sender.ts";
import type { MailTransport, OutgoingMail, SendResult } from "./transport.ts";

/** What became of a mail. `at`: when it was sent, is to be tried again, or was given up for good. `bounced`: its address takes none. */
export type Settlement = {
  id: string;
  state: "sent" | "queued" | "failed";
  at: Instant;
  response: string;
  bounced?: true;
};

export type DeliveryParts = {
  transport: Pick<MailTransport, "sendMail">;
  /** Where rehearsed mail goes, such as the catcher. Without it such mail fails, and says so. */
  rehearsals?: Pick<MailTransport, "sendMail">;
  /** The instant now; what backoff counts from. */
  clock: () => Instant;
  links: Links;
  /** Sender's address, such as `Fremdrift <fremdrift@example.org>`. */
  from: string;
  ics: Ics;
};

/** Milliseconds. */
export const RETRY_LIMITS = {
  first: 10_000,
  longest: 3_600_000,
  /** While the server itself is away: all mails wait alike, and none is to wait long once it is back. */
  longestDown: 60_000,
  giveUpAfter: 3 * 86_400_000,
};

/** Milliseconds to wait after a failed try, `attempts` tries having gone before it; absent when it was the last. */
export function backoff(attempts: number): number | undefined {
  const { first, longest, giveUpAfter } = RETRY_LIMITS;
  const wait = (tries: number) => Math.min(first * 2 ** tries, longest);
  let waited = 0;
  for (let tries = 0; tries < attempts; tries++) waited += wait(tries);
  // One longest wait more, so that three days have passed even where the count began at one.
  return waited >= giveUpAfter + longest ? undefined : wait(attempts);
}

/** Sends one mail. Never rejects, so that no mail can stop another. */
export async function attempt(parts: DeliveryParts, mail: ClaimedMail): Promise<SendResult> {
  const transport = mail.rehearsal ? parts.rehearsals : parts.transport;
  if (!transport) return beyondHope("Mail of a rehearsal stays in the house, and no catcher runs to take it.");
  try {
    return await transport.sendMail(mailOf(parts, mail));
  } catch (error) {
    return beyondHope(`Could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What the outbox is told at `now` of a mail and of those that went with it. A server that is away is waited for without end. */
export function outcomeOf(mail: ClaimedMail, result: SendResult, now: Instant): Settlement[] {
  const ids = [mail.id, ...(mail.with ?? []).map(({ id }) => id)];
  const response = storable(result.response);
  if (result.ok) return ids.map((id) => ({ id, state: "sent", at: now, response }));
  const wait = result.permanent ? undefined : waitOf(mail, result);
  if (wait !== undefined) return ids.map((id) => ({ id, state: "queued", at: now + wait, response }));
  const bounced = result.fault === "recipient" && isAddressGone(result.response) ? { bounced: true as const } : {};
  return ids.map((id) => ({ id, state: "failed", at: now, response, ...bounced }));
}

/** A server that says no more than no means the address; one that gives a code may mean us. */
function isAddressGone(response: string): boolean {
  const code = codeOf(response);
  return code === undefined || isGone(code);
}

function waitOf({ attempts }: ClaimedMail, { fault }: SendResult & { ok: false }): number | undefined {
  const wait = backoff(attempts);
  return fault === "server" ? Math.min(wait ?? RETRY_LIMITS.longestDown, RETRY_LIMITS.longestDown) : wait;
}

function mailOf(parts: DeliveryParts, mail: ClaimedMail): OutgoingMail {
  const { links, from, clock } = parts;
  const { messageId, model, reader, with: others } = mail;
  const to = { name: reader.name, email: reader.email };
  const list = { id: model.network, title: model.networkTitle };
  if (others) {
    const models = [model, ...others.map((one) => one.model)];
    return { messageId, from, to, list: DAILY, ...renderDigest(models, reader, links, clock()) };
  }
  const letter = render(model, reader, links);
  const invitation = invitationOf(model, reader, parts);
  return { messageId, from, to, list, ...letter, ...(invitation && { invitation }) };
}

/** A daily mail is of all of its reader's networks. */
const DAILY = { id: "daily", title: "Fremdrift" };

const beyondHope = (response: string): SendResult => ({ ok: false, permanent: true, fault: "message", response });

/** Without what a database cannot hold: an answer that was cut may end in half a character. */
const storable = (response: string) => response.replace(/\p{Cc}+/gu, " ").replace(/\p{Cs}/gu, "\u{FFFD}");
