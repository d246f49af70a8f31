// A mail server's report that a mail of ours was not delivered (RFC 3464), and whether its address is to blame.
import type { Attachment, ParsedMail } from "mailparser";

export type Bounce = {
  is: "bounce";
  /** The Message-ID of the mail that came back, without angle brackets. */
  messageId: string;
  /** Addresses that the report is about, as they stand in it. */
  recipients: string[];
  /** The address takes no mail at all, now or later: it is unknown, or closed. */
  gone: boolean;
  /** What the server said, shortened. */
  why: string;
};

/** Characters kept of what a server said. */
const MOST = 500;

/** Whether a mail reports on the delivery of another. It has to be read with `keepDeliveryStatus`. */
export const isReport = (mail: ParsedMail): boolean => contentType(mail) === "multipart/report" && !!statusOf(mail);

/** What a report says of a mail that was given up. Undefined for one that is late or arrived, and where no mail is named. */
export function bounceOf(mail: ParsedMail): Bounce | undefined {
  const [whole = {}, ...each] = groups(text(statusOf(mail)!));
  const failed = each.find((group) => /^failed\b/i.test(group["action"] ?? ""));
  const messageId = originalId(mail, whole);
  if (!failed || messageId === undefined) return undefined;
  const said = afterType(failed["diagnostic-code"]);
  const status = codeOf(failed["status"]);
  const code = status === undefined || status === "5.0.0" ? (codeOf(said) ?? status) : status;
  const recipients = ["original-recipient", "final-recipient"].map((name) => bare(afterType(failed[name])));
  return {
    is: "bounce",
    messageId,
    recipients: recipients.filter((address) => address !== ""),
    gone: code !== undefined && isGone(code),
    why: short(said || failed["status"] || "failed"),
  };
}

const contentType = (mail: ParsedMail) => (mail.headers.get("content-type") as { value?: string } | undefined)?.value;

const partOf = (mail: ParsedMail, types: string[]): Attachment | undefined =>
  mail.attachments.find((part) => types.includes(part.contentType));
const statusOf = (mail: ParsedMail) => partOf(mail, ["message/delivery-status", "message/global-delivery-status"]);
const text = ({ content }: Attachment): string => content.toString("utf8");

const RETURNED = [
  "message/rfc822",
  "text/rfc822-headers",
  "message/rfc822-headers",
  "message/global",
  "message/global-headers",
];

/** From what came back of the mail itself; else from where the report says what it answers. */
function originalId(mail: ParsedMail, whole: Group): string | undefined {
  const returned = partOf(mail, RETURNED);
  const headers = returned && groups(text(returned))[0];
  const said = [headers?.["message-id"], whole["original-message-id"], whole["x-original-message-id"], mail.inReplyTo];
  return said.map((id) => /<([^<>\s\p{Cc}]+)>/u.exec(id ?? "")?.[1]).find((id) => id !== undefined);
}

type Group = Record<string, string>;

/** Groups of fields, names in small letters; an empty line divides them. */
const groups = (content: string): Group[] =>
  content
    .replace(/\r\n/g, "\n")
    .trim()
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const fields = group
        .replace(/\n[ \t]+/g, " ")
        .split("\n")
        .map((line) => /^([\w-]+):\s*(.*)$/.exec(line));
      return Object.fromEntries(fields.flatMap((field) => (field ? [[field[1]!.toLowerCase(), field[2]!]] : [])));
    });

/** `550 …` of `smtp; 550 …`. */
const afterType = (field = "") => field.replace(/^[\w-]+\s*;\s*/, "").trim();
const bare = (address: string) => address.replace(/^<|>$/g, "");
/** The enhanced status code in a server's words, such as `5.1.1`. */
export const codeOf = (said = "") => /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(said)?.[1];
/** On one line, without what a database cannot hold. */
const short = (words: string) =>
  words
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, MOST)
    .replace(/\p{Cs}/gu, "\uFFFD");

/**
 * Codes (RFC 3463 and what large servers make of them) that say: this address is not, or no longer. Not those that speak of a
 * full mailbox, of the message, or of who may send: a mistake in our own SPF must not silence a whole municipality.
 */
export function isGone(code: string): boolean {
  if (["5.1.7", "5.1.8"].includes(code)) return false;
  return code.startsWith("5.1.") || ["5.0.0", "5.2.0", "5.2.1", "5.4.1", "5.4.4", "5.5.0"].includes(code);
}
