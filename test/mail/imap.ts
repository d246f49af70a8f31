// A real IMAP server in this process for tests, with one mailbox that mails can be put into.
import type { AddressInfo, Socket } from "node:net";
import hoodiecrow from "hoodiecrow-imap";
import { onTestFinished } from "vitest";

export type ImapServer = {
  url: string;
  port: number;
  add(raw: Buffer): void;
  /** Whether each mail was read, in order. */
  seen(): boolean[];
  /** Breaks all connections. */
  breakOff(): void;
  /** Breaks all connections and listens no more. */
  close(): Promise<void>;
};

/** `at`: when it came; else now. */
export type Kept = { raw: Buffer; at?: Date; seen?: boolean };

/** Listens until the test ends. `port`: that of one before it. */
export async function imapServer(mails: Kept[] = [], port = 0): Promise<ImapServer> {
  const messages = mails.map(({ raw, at = new Date(), seen = false }) => ({
    raw: raw.toString("latin1"),
    internaldate: imapDate(at),
    flags: seen ? ["\\Seen"] : [],
  }));
  const crow = hoodiecrow({
    plugins: ["ID", "IDLE", "UNSELECT", "LITERALPLUS", "SASL-IR", "NAMESPACE"],
    storage: { INBOX: { messages }, "": {} },
  });
  await new Promise<void>((resolve) => crow.listen(port, "127.0.0.1", resolve));
  const sockets = new Set<Socket>();
  crow.server.on("connection", (socket) => sockets.add(socket));
  const breakOff = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const close = async () => {
    if (!crow.server.listening) return;
    const closed = new Promise<void>((resolve) => crow.close(resolve));
    breakOff();
    await closed;
  };
  onTestFinished(close);
  const { port: at } = crow.server.address() as AddressInfo;
  return {
    url: `imap://testuser:testpass@127.0.0.1:${at}/INBOX`,
    port: at,
    add: (raw) => crow.appendMessage("INBOX", [], undefined, raw.toString("latin1")),
    seen: () => crow.folderCache.INBOX.messages.map(({ flags }) => flags.includes("\\Seen")),
    breakOff,
    close,
  };
}

/** `01-Feb-2027 10:00:00 +0000`. */
function imapDate(at: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(at.toUTCString())!;
  return `${day}-${month}-${year} ${time} +0000`;
}
