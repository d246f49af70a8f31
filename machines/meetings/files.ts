// Files beside items and ideas, as the ledger tells of them: that one came, and that one was removed. Their content is the store's.
import type { Text } from "../../programmes/types.ts";
import { journalContribution } from "../journal.ts";
import type { Book, Writing } from "../ledger.ts";
import { refusals } from "../refusals.ts";
import type { Refusal, Trigger } from "../trigger.ts";
import { rolesFor } from "../trigger-types.ts";
import { isThere } from "./part.ts";

/** Who may put something beside an item: whoever may put a link there. */
const RIGHT = "addLink";

export type Filed = { id: string; about: string; name: string; type: string; size: number };
type By = Pick<Trigger, "key" | "at" | "by" | "role">;

/** What it comes to that somebody puts a file beside something, or why they cannot. */
export function fileAdded(book: Book, file: Filed, by: By): { writing: Writing } | Refusal {
  const refuse = (code: Refusal["code"], why: Text): Refusal => ({ key: by.key, ok: false, code, why, unmet: [] });
  if (book.view.ended) return refuse("ended", refusals.ended());
  const allowed = rolesFor(book.plan.programme, RIGHT);
  if (!allowed.includes(by.role)) return refuse("role", refusals.role("addFile", by.role, allowed));
  if (!isThere(book, file.about)) return refuse("state", refusals.absent(file.about));
  return { writing: told(book, "file.added", file, by) };
}

/** What it comes to that a file is removed; also when the network has ended. */
export const fileRemoved = (book: Book, file: Filed, by: By): Writing => told(book, "file.removed", file, by);

/** Names are texts: they stay with the contribution. */
function told(
  book: Book,
  kind: "file.added" | "file.removed",
  { id, about, name, type, size }: Filed,
  { key, at, by, role }: By,
): Writing {
  const data = { file: id, type, size };
  const row = { at, kind, subject: about, key, by, role, data };
  return journalContribution(book, row, { kind, person: by, item: about, key, at, data: { ...data, name } });
}
