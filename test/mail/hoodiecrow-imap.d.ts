// The parts of hoodiecrow-imap that the tests use; it has no types of its own.
declare module "hoodiecrow-imap" {
  import type { Server } from "node:net";

  type Message = { uid: number; flags: string[]; raw: string };

  /** An IMAP server that keeps its mails in memory. */
  export default function hoodiecrow(options: {
    plugins: string[];
    storage: Record<string, { messages?: { raw: string; internaldate?: string; flags?: string[] }[] }>;
  }): {
    server: Server;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    appendMessage(path: string, flags: string[], date: string | undefined, raw: string): void;
    folderCache: { INBOX: { messages: Message[]; uidvalidity: number } };
  };
}
