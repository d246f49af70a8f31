// Mail to a mail server: one pool of connections, and answers told apart by whose fault they are.
import { createTransport as createMailer } from "nodemailer";
import type { NodemailerError } from "nodemailer";
import type { Invitation } from "./invitation.ts";
import { isThisMachine } from "./this-machine.ts";
import { inOnePiece } from "./whole.ts";

export type OutgoingMail = {
  /** Without angle brackets. The same for every attempt, so that a receiver can tell a repetition. */
  messageId: string;
  from: string;
  to: { name: string; email: string };
  subject: string;
  text: string;
  html: string;
  /** The network it is about: becomes List-Id, by which people sort their mail. */
  list: { id: string; title: string };
  /** Where its reader chooses how to get such mail: becomes List-Unsubscribe. */
  unsubscribe?: string;
  /** For the reader's calendar: a part that mail programs act on, and the same as a file. */
  invitation?: Invitation;
};

/**
 * What became of a mail. `permanent`: trying again would not help. `fault` says whom the answer is about: this
 * recipient, this message, or the server itself (not there, wrong password), which stops every mail alike.
 */
export type SendResult =
  | { ok: true; response: string }
  | { ok: false; permanent: boolean; fault: "recipient" | "message" | "server"; response: string };

export type MailTransport = {
  /** Sends one mail. Never throws: what went wrong is in the result. */
  sendMail(mail: OutgoingMail): Promise<SendResult>;
  /** Whether the server answers and lets us in; `detail` says what it said, or what to do. */
  verify(): Promise<{ ok: boolean; detail: string }>;
  close(): void;
};

/** Milliseconds, connections, and characters kept of an answer. */
export const TRANSPORT_LIMITS = {
  connections: 5,
  connect: 10_000,
  silence: 30_000,
  idle: 10_000,
  response: 500,
};

/**
 * A transport to `smtp://…` or `smtps://…`. Connects at the first mail. Beyond this machine it demands TLS, by STARTTLS at the latest, unless
 * the address ends in `?requireTLS=false`. Throws on an address that is none.
 */
export function createTransport({ url }: { url: string }): MailTransport {
  const server = serverOf(url);
  const mailer = createMailer({
    url,
    pool: true,
    requireTLS: !isThisMachine(new URL(url).hostname),
    maxConnections: TRANSPORT_LIMITS.connections,
    // A mail whose connection broke goes back to the outbox, which alone decides about repetition.
    maxRequeues: 0,
    idleTimeout: TRANSPORT_LIMITS.idle,
    connectionTimeout: TRANSPORT_LIMITS.connect,
    greetingTimeout: TRANSPORT_LIMITS.connect,
    dnsTimeout: TRANSPORT_LIMITS.connect,
    socketTimeout: TRANSPORT_LIMITS.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  mailer.use("stream", ({ message }, done) => {
    inOnePiece(message);
    done();
  });
  return {
    async sendMail(mail) {
      try {
        const { response } = await mailer.sendMail(messageOf(mail));
        return { ok: true, response: short(response ?? "") };
      } catch (error) {
        return refusal(error as NodemailerError);
      }
    },
    async verify() {
      try {
        await mailer.verify();
        return { ok: true, detail: `${server} answers` };
      } catch (error) {
        const { message } = error as Error;
        return {
          ok: false,
          detail: `${server}: ${short(message)}. Check SMTP_URL and that the mail server runs.`,
        };
      }
    },
    close: () => mailer.close(),
  };
}

function serverOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed?.hostname || !["smtp:", "smtps:"].includes(parsed.protocol)) {
    throw new Error("SMTP_URL is no mail server: write smtp://host:port or smtps://user:password@host:port.");
  }
  return parsed.host;
}

function messageOf(mail: OutgoingMail) {
  return {
    messageId: `<${mail.messageId}>`,
    from: mail.from,
    to: { name: mail.to.name, address: mail.to.email },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { "Auto-Submitted": "auto-generated" },
    list: {
      id: { url: listId(mail), comment: mail.list.title },
      ...(mail.unsubscribe !== undefined && { unsubscribe: mail.unsubscribe }),
    },
    // Some mail programs act on a file of this name only.
    ...(mail.invitation && { icalEvent: { ...mail.invitation, filename: "invite.ics" } }),
  };
}

function listId({ list, from }: OutgoingMail): string {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  return `${list.id.replace(/[^\w-]+/g, "-")}.${domain}`;
}

function refusal(error: NodemailerError): SendResult {
  const fault = faultOf(error);
  const code = error.responseCode ?? 0;
  // Without an answer of the server only an address or a mail that can never be sent is not the server's fault.
  const final = code === 0 || (code >= 500 && !isMailboxFull(error));
  return {
    ok: false,
    permanent: fault !== "server" && final,
    fault,
    response: short(error.response || error.message),
  };
}

// Up to MAIL FROM an answer is about us and the server; RCPT TO is about the recipient, DATA about the message.
function faultOf(error: NodemailerError): "recipient" | "message" | "server" {
  const { code, command, responseCode } = error;
  if (NEEDS_LOGIN.has(responseCode ?? 0)) return "server";
  if (command === "RCPT TO") return "recipient";
  if (code === "EENVELOPE" && command === "API") return /recipient/i.test(error.message) ? "recipient" : "server";
  if (code === "EMESSAGE" || (command === "DATA" && responseCode)) return "message";
  return "server";
}

/** Answers that ask for a login, wherever in the conversation they come. */
const NEEDS_LOGIN = new Set([421, 454, 530, 534, 535, 538]);

// 552 to a recipient is to be read as 452 (RFC 5321, 4.5.3.1.10), and x.2.2 is a full mailbox (RFC 3463): both pass.
function isMailboxFull({ command, responseCode, response = "" }: NodemailerError): boolean {
  return (command === "RCPT TO" && responseCode === 552) || /^\d{3}[ -]\d\.2\.2\b/.test(response);
}

const short = (words: string) => words.replace(/\s+/g, " ").trim().slice(0, TRANSPORT_LIMITS.response);
