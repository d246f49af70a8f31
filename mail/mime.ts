// A mail as it goes over the wire, written in one piece: the mail program's own way, part by part, takes most of the time of
// thousands of mails. Bodies are base64, so that no line is too long and none can be taken for another part.
import { randomUUID } from "node:crypto";
import { domainToASCII } from "node:url";
import type { Invitation } from "./invitation.ts";

export type Mailbox = { name: string; email: string };
export type Written = {
  messageId: string;
  from: Mailbox;
  to: Mailbox;
  subject: string;
  text: string;
  html: string;
  listId: { title: string; id: string };
  unsubscribe?: string;
  invitation?: Invitation;
};

/** The whole message, lines ended as mail has them. What people typed becomes one line each and can add no header. */
export function mimeOf(mail: Written, date: Date): string {
  const { text, html, invitation } = mail;
  const calendar = invitation && {
    type: `text/calendar; charset=utf-8; method=${invitation.method}`,
    body: base64(invitation.content),
  };
  const bodies = [
    { type: "text/plain; charset=utf-8", body: base64(text) },
    { type: "text/html; charset=utf-8", body: base64(html) },
    ...(calendar ? [calendar] : []),
  ];
  const alternative = multipart("alternative", bodies.map(part));
  // Some mail programs act on a file of this name only.
  const file = calendar && part({ type: "application/ics; name=invite.ics", body: calendar.body, file: "invite.ics" });
  const whole = file ? multipart("mixed", [linesOf(alternative), file]) : alternative;
  return [...headers(mail, date), linesOf(whole), ""].join("\r\n");
}

/** `Name <address>`, or a bare address. */
export function mailboxOf(text: string): Mailbox {
  const [, name = "", email = text] = /^(.*)<([^<>]*)>\s*$/s.exec(text) ?? [];
  return { name: name.trim().replace(/^"(.*)"$/s, "$1"), email: email.trim() };
}

function headers(mail: Written, date: Date): string[] {
  return [
    `Message-ID: <${token(mail.messageId)}>`,
    `Date: ${date.toUTCString().replace("GMT", "+0000")}`,
    `From: ${addressed(mail.from)}`,
    `To: ${addressed(mail.to)}`,
    `Subject: ${words(mail.subject)}`,
    "Auto-Submitted: auto-generated",
    `List-Id: ${phrase(mail.listId.title)} <${token(mail.listId.id)}>`,
    ...(mail.unsubscribe === undefined ? [] : [`List-Unsubscribe: <${token(mail.unsubscribe)}>`]),
    "MIME-Version: 1.0",
  ];
}

type Multipart = { type: string; body: string };

function multipart(kind: string, parts: string[]): Multipart {
  const boundary = `part-${randomUUID().slice(0, 23)}`;
  const body = [...parts.map((one) => `--${boundary}\r\n${one}`), `--${boundary}--`].join("\r\n");
  return { type: `multipart/${kind}; boundary="${boundary}"`, body };
}

const linesOf = ({ type, body }: Multipart) => `Content-Type: ${type}\r\n\r\n${body}`;

function part({ type, body, file }: { type: string; body: string; file?: string }): string {
  const disposition = file === undefined ? [] : [`Content-Disposition: attachment; filename=${file}`];
  return [`Content-Type: ${type}`, "Content-Transfer-Encoding: base64", ...disposition, "", body].join("\r\n");
}

const base64 = (text: string) =>
  Buffer.from(text, "utf8")
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\r\n");

const addressed = ({ name, email }: Mailbox) =>
  name === "" ? `<${address(email)}>` : `${phrase(name)} <${address(email)}>`;

/** A domain with letters of its own is written as the mail servers know it. */
function address(email: string): string {
  const [, local = "", domain = ""] = /^(.*)@([^@]*)$/s.exec(token(email)) ?? [];
  return `${local}@${domainToASCII(domain) || domain}`;
}

/** Nothing that ends a header, an address, or what stands in angle brackets. */
const token = (text: string) => text.replace(/[\s\p{Cc}<>]+/gu, "");

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/** A name before an address: quoted where signs in it would divide it (RFC 5322), encoded where it is not ASCII. */
function phrase(name: string): string {
  const line = oneLine(name);
  if (!isPlain(line)) return words(line);
  return /^[\w ]*$/.test(line) ? line : `"${line.replace(/["\\]/g, "\\$&")}"`;
}

const isPlain = (line: string) => /^[\x20-\x7e]{0,60}$/.test(line) && !line.includes("=?");

/** Bytes of text in one encoded word: with its frame it stays below the 75 that RFC 2047 allows. */
const WORD_BYTES = 42;

/** Text of a header, in encoded words where it is not short ASCII; no letter is cut in two. */
function words(text: string): string {
  const line = oneLine(text);
  if (isPlain(line)) return line;
  const pieces = [""];
  for (const letter of line) {
    if (Buffer.byteLength(pieces.at(-1)! + letter) > WORD_BYTES) pieces.push("");
    pieces[pieces.length - 1] += letter;
  }
  return pieces.map((piece) => `=?UTF-8?B?${Buffer.from(piece, "utf8").toString("base64")}?=`).join("\r\n ");
}
