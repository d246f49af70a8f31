// Sends letters outside any network: at once, a few times where the server does not answer. They are not worth more: who
// waits for one asks again.
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Note } from "../machines/note.ts";
import { renderNote } from "../mail/notes.ts";
import type { MailTransport } from "../mail/transport.ts";

/** Milliseconds before each further try. */
const TRIES = [0, 2_000, 10_000];

/** What sends a note; it never throws. What could not be sent is logged without its reader. */
export function createNotes({
  transport,
  from,
  log,
  told = () => {},
}: {
  transport: MailTransport;
  from: string;
  log: (line: string) => void;
  /** What became of each. */
  told?: ((kind: Note["kind"], outcome: "sent" | "failed") => void) | undefined;
}) {
  return async (note: Note): Promise<void> => {
    const { name, email } = note.to;
    const { subject, text, html } = renderNote(note);
    const messageId = `${randomUUID()}@note.fremdrift`;
    const mail = { messageId, from, to: { name, email }, subject, text, html, list: LIST };
    let said = "";
    for (const wait of TRIES) {
      await sleep(wait, undefined, { ref: false });
      const result = await transport.sendMail(mail);
      if (result.ok) return told(note.kind, "sent");
      said = result.fault === "recipient" ? "" : `: ${result.response}`;
      if (result.permanent) break;
    }
    told(note.kind, "failed");
    log(`A mail (${note.kind}) could not be sent${said}`);
  };
}

const LIST = { id: "fremdrift", title: "Fremdrift" };
