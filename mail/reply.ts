// What a mail that came in says to us: an answer to an invitation, a report that a mail came back, or something for people.
import type { ParsedMail } from "mailparser";
import { bounceOf, isReport, type Bounce } from "./bounce.ts";
import { readCalendar, unescaped, type IcsLine } from "./ics-read.ts";

/** An answer to an invitation, sent from the invited address itself. */
export type Reply = {
  is: "reply";
  uid: string;
  /** The address that was invited, in small letters. */
  attendee: string;
  answer: "accepted" | "declined" | "tentative";
  /** Of the invitation that was answered; 0 where the answer does not say. */
  sequence: number;
  /** What they wrote with it. */
  note?: string;
};

/**
 * Nothing to act on. `letter`: people wrote it. `automatic`: out of office, a list, a receipt. `not-failed`: a report of delay
 * or success. `counter`, `delegated`, `no-answer`: an answer we have no word for. `other-sender`: it speaks for an address it was
 * not sent from. `forged`: our own mail server found that the sender is not who it says. `unreadable`: an answer without what it needs.
 */
export type Unread = {
  is: "other";
  why:
    | "letter"
    | "automatic"
    | "not-failed"
    | "counter"
    | "delegated"
    | "no-answer"
    | "other-sender"
    | "forged"
    | "unreadable";
};

export type MailIn = Reply | Bounce | Unread;

/**
 * What a mail says. It has to be parsed with `keepDeliveryStatus`. An answer counts although a calendar sent it by itself
 * (`Auto-Submitted`), but not through a mailing list.
 */
export function readMail(mail: ParsedMail): MailIn {
  if (isReport(mail)) return bounceOf(mail) ?? other("not-failed");
  const calendars = mail.attachments
    .filter(({ contentType }) => ["text/calendar", "application/ics"].includes(contentType))
    .flatMap(({ content }) => readCalendar(content) ?? []);
  const answer = calendars.find(({ method }) => method === "REPLY");
  if (isList(mail)) return other("automatic");
  if (answer) return replyOf(mail, answer.events);
  if (calendars.some(({ method }) => method === "COUNTER")) return other("counter");
  return other(isAutomatic(mail) ? "automatic" : "letter");
}

/** What an invitation's UID stands for, as invitation.ts writes it; undefined for a UID that is none of ours. */
export function subjectOf(uid: string): { network: string; item: string; session?: string } | undefined {
  const [, item, session, network] = /^([^.@\s\p{Cc}]+)(?:\.([^.@\s\p{Cc}]+))?@([\w-]+)\.fremdrift$/u.exec(uid) ?? [];
  if (item === undefined || network === undefined) return undefined;
  return { network, item, ...(session !== undefined && { session }) };
}

/** How addresses are compared: capitals do not count. */
export const sameForm = (address: string): string => address.trim().normalize("NFC").toLowerCase();

const other = (why: Unread["why"]): Unread => ({ is: "other", why });

/** Characters of what somebody writes with an answer. */
const MAX_NOTE = 1_000;

const ANSWERS = new Map<string, Reply["answer"]>([
  ["ACCEPTED", "accepted"],
  ["DECLINED", "declined"],
  ["TENTATIVE", "tentative"],
]);

function replyOf(mail: ParsedMail, events: IcsLine[][]): Reply | Unread {
  const [event = [], ...more] = events;
  const of = (name: string) => event.filter((line) => line.name === name);
  const [[uid], [who, ...others], [sequence]] = [of("UID"), of("ATTENDEE"), of("SEQUENCE")];
  const attendee = addressOf(who?.value ?? "");
  if (more.length > 0 || others.length > 0 || !uid || attendee === undefined) return other("unreadable");
  const said = (who!.params["PARTSTAT"] ?? "").toUpperCase();
  const answer = ANSWERS.get(said);
  if (said === "DELEGATED") return other("delegated");
  if (!answer) return other("no-answer");
  if (isForged(mail)) return other("forged");
  const senders = mail.from?.value ?? [];
  if (senders.length !== 1 || sameForm(senders[0]!.address ?? "") !== attendee) return other("other-sender");
  const number = /^\d{1,9}$/.exec(sequence?.value.trim() ?? "")?.[0];
  // NUL and half a character cannot be kept.
  const note = unescaped(of("COMMENT")[0]?.value ?? "")
    .slice(0, MAX_NOTE)
    .replace(/[\0\p{Cs}]/gu, "")
    .trim();
  return {
    is: "reply",
    uid: unescaped(uid.value.trim()),
    attendee,
    answer,
    sequence: Number(number ?? 0),
    ...(note !== "" && { note }),
  };
}

/** Characters of an address; looking for its middle in a longer one would take turns without end. */
const MAX_ADDRESS = 400;

/** The address of `MAILTO:Kim@Example.org`, which may be written with `%`. */
function addressOf(value: string): string | undefined {
  if (value.length > MAX_ADDRESS) return undefined;
  const [, written] = /^mailto:(\S+@\S+)$/i.exec(value.trim()) ?? [];
  if (written === undefined) return undefined;
  try {
    return sameForm(decodeURIComponent(written));
  } catch {
    return sameForm(written);
  }
}

const header = (mail: ParsedMail, name: string): string =>
  mail.headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) => line.slice(line.indexOf(":") + 1).trim())
    .join("\n")
    .toLowerCase();

const isList = (mail: ParsedMail): boolean => ["list-id", "list-post"].some((name) => header(mail, name) !== "");

const isAutomatic = (mail: ParsedMail): boolean =>
  !["", "no"].includes(header(mail, "auto-submitted")) ||
  ["bulk", "junk", "list", "auto_reply"].includes(header(mail, "precedence")) ||
  /multipart\/report/.test(header(mail, "content-type")) ||
  ["x-autoreply", "x-autorespond"].some((name) => header(mail, name) !== "");

// Whoever adds the line by hand only stops their own mail.
const isForged = (mail: ParsedMail): boolean => /\bdmarc\s*=\s*fail\b/.test(header(mail, "authentication-results"));
