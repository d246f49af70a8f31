// A mail server that delivers nowhere: real SMTP on this machine, every mail a file that a person can open.
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { simpleParser, type AddressObject, type ParsedMail } from "mailparser";
import { openMailFolder, type MailFolder } from "./folder.ts";

/** A mail in the list. `at`: when it was caught, epoch milliseconds. */
export type CaughtMail = {
  id: string;
  at: number;
  to: string;
  from: string;
  subject: string;
  size: number;
};

/** A mail to read: `mail` as mailparser reads it, `raw` as it came over the wire. */
export type ReadMail = CaughtMail & { mail: ParsedMail; raw: Buffer };

export type Catcher = {
  /** Listens on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
  start(options: { port: number }): Promise<{ port: number; url: string }>;
  /** Stops listening. Mails stay where they are. */
  close(): Promise<void>;
  /** Every mail kept, oldest first. */
  listMails(): Promise<CaughtMail[]>;
  /** One mail, or undefined when there is none of that id (any more). */
  readMail(id: string): Promise<ReadMail | undefined>;
  /** Removes mails that were caught before an instant, epoch milliseconds. */
  forget(before: number): Promise<void>;
  /** As if the disk were full: every mail is answered 452 until it is false again. */
  setFull(full: boolean): void;
};

/** Mails kept, octets of one mail, and milliseconds that closing waits for clients. */
export const CATCHER_LIMITS = { mails: 2_000, mailSize: 10 * 1024 * 1024, closing: 500 };

/** A catcher that keeps its mails in `folder`, made when missing. Beyond `mails` the oldest is dropped. */
export function createCatcher(options: { folder: string; mails?: number; mailSize?: number }): Catcher {
  const { folder, mails = CATCHER_LIMITS.mails, mailSize = CATCHER_LIMITS.mailSize } = options;
  const opened = openMailFolder(folder, mails);
  // Whoever uses the folder is told of its failure; until then it is nobody's unhandled rejection.
  opened.catch(() => {});
  const heads = new Map<string, CaughtMail>();
  let full = false;
  let server: SMTPServer | undefined;

  return {
    async start({ port }) {
      const files = await opened;
      server = smtpServer({ files, mailSize, isFull: () => full });
      const listening = await listen(server, port);
      return { port: listening, url: `smtp://127.0.0.1:${listening}` };
    },
    async close() {
      const closing = server;
      server = undefined;
      if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
    async listMails() {
      const files = await opened;
      const ids = files.ids();
      for (const id of heads.keys()) if (!files.has(id)) heads.delete(id);
      return (await Promise.all(ids.map((id) => headOf(files, heads, id)))).filter((head) => head !== undefined);
    },
    async readMail(id) {
      const files = await opened;
      const head = await headOf(files, heads, id);
      const raw = head && (await files.read(id));
      return head && raw && { ...head, mail: await simpleParser(raw), raw };
    },
    forget: async (before) => await (await opened).forget(before),
    setFull: (value) => void (full = value),
  };
}

type Serving = { files: MailFolder; mailSize: number; isFull: () => boolean };

function smtpServer({ files, mailSize, isFull }: Serving): SMTPServer {
  return new SMTPServer({
    banner: "Fremdrift mail catcher",
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    size: mailSize,
    closeTimeout: CATCHER_LIMITS.closing,
    onRcptTo: (_address, _session, answer) => answer(isFull() ? smtpError(452, FULL) : null),
    onData: (stream, session, answer) => {
      keep({ files, stream, session }).then((words) => answer(null, words), answer);
    },
  });
}

async function keep(arriving: {
  files: MailFolder;
  stream: SMTPServerDataStream;
  session: SMTPServerSession;
}): Promise<string> {
  const { files, stream, session } = arriving;
  const parts: Buffer[] = [];
  for await (const part of stream) if (!stream.sizeExceeded) parts.push(part as Buffer);
  if (stream.sizeExceeded) throw smtpError(552, "5.3.4 The mail is larger than this server takes");
  const receivers = session.envelope.rcptTo.map(({ address }) => `Delivered-To: ${address}\r\n`).join("");
  try {
    return `2.0.0 Kept as ${await files.add(Buffer.concat([Buffer.from(receivers), ...parts]))}`;
  } catch {
    throw smtpError(452, FULL);
  }
}

const FULL = "4.2.2 There is no room for more mail";

const smtpError = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      // A client that breaks off is not worth the process.
      server.on("error", () => {});
      resolve((server.server.address() as AddressInfo).port);
    });
  });
}

async function headOf(files: MailFolder, heads: Map<string, CaughtMail>, id: string): Promise<CaughtMail | undefined> {
  const known = heads.get(id);
  if (known) return known;
  const found = await files.head(id);
  if (!found) return undefined;
  const mail = await simpleParser(found.top);
  const delivered = [mail.headers.get("delivered-to") as AddressObject | AddressObject[] | undefined].flat();
  const head = {
    id,
    at: found.at,
    to: delivered.map((to) => to?.text ?? "").join(", "),
    from: mail.from?.text ?? "",
    subject: mail.subject ?? "",
    size: found.size,
  };
  heads.set(id, head);
  return head;
}
