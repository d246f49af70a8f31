// Mails that a mail server hands to us over SMTP: those to the mails' own sender, and no others.
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { INBOX_LIMITS, type Inbox, type Take } from "./inbox.ts";
import { sameForm } from "./reply.ts";

export type SmtpInParts = {
  host: string;
  port: number;
  /** The address that mails are taken for. */
  address: string;
  take: Take;
};

/** Milliseconds that closing waits for clients, and clients at once. */
const LIMITS = { closing: 500, clients: 20 };

/**
 * A server that takes mails for one address. A letter that people wrote is turned away, since nobody would read it; what cannot be
 * dealt with now is to come again (451). `start` rejects where the port cannot be had; `check` then names the place.
 */
export function createSmtpInbox({ host, port, address, take }: SmtpInParts): Inbox & { port(): number } {
  let listening = false;
  const server = new SMTPServer({
    banner: "Fremdrift",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    size: INBOX_LIMITS.mailSize,
    maxClients: LIMITS.clients,
    closeTimeout: LIMITS.closing,
    onRcptTo: (to, _session, answer) =>
      answer(
        sameForm(to.address) === sameForm(address) ? null : refusal(550, "5.7.1 Mail for others is not taken here"),
      ),
    onData: (stream, session, answer) => {
      receive({ stream, session, take }).then((words) => answer(null, words), answer);
    },
  });
  const portNow = () => (server.server.address() as { port: number } | null)?.port ?? port;
  return {
    start: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
          server.off("error", reject);
          // A client that breaks off is not worth the process.
          server.on("error", () => {});
          listening = true;
          resolve();
        });
      }),
    stop: () => (listening ? new Promise((resolve) => server.close(() => resolve())) : Promise.resolve()),
    check: () => ({ ok: listening, detail: `SMTP on ${host}:${portNow()}${listening ? "" : ": not listening"}` }),
    port: portNow,
  };
}

async function receive(arriving: {
  stream: SMTPServerDataStream;
  session: SMTPServerSession;
  take: Take;
}): Promise<string> {
  const { stream, session, take } = arriving;
  const parts: Buffer[] = [];
  for await (const part of stream) if (!stream.sizeExceeded) parts.push(part as Buffer);
  if (stream.sizeExceeded) throw refusal(552, "5.3.4 The mail is larger than this server takes");
  const outcome = await take(Buffer.concat(parts)).catch(() => {
    throw refusal(451, "4.3.0 Not now: send it again later");
  });
  // Nobody waits for the answer to a mail without a sender: it is not to come back as another one.
  const { mailFrom } = session.envelope;
  if (outcome === "letter" && mailFrom && mailFrom.address !== "")
    throw refusal(
      554,
      "5.7.1 Only answers from calendars are read here. Nobody reads letters: use the link in the mail",
    );
  return "2.0.0 Read";
}

const refusal = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });
