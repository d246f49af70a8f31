// Whether a message that waited for a daily mail still holds when that mail goes.
import type { Book, DatesView, MailModel } from "./ledger.ts";
import { recipientsOf } from "./recipients.ts";
import { goesOn, partsOf } from "./view.ts";

/** A message that waits for one person: its mail, its audience as the ledger has it, and the person's id. */
export type Waiting = { model: MailModel; to: string[]; person: string };

/**
 * True where what it says is no longer so: the network or the matter is over or off, has another date or round, or the person is
 * no longer among those it is for, as they answered, delivered, decided or left. Whoever was to know of that was told at once.
 */
export function isOvertaken({ model, to, person }: Waiting, book: Book): boolean {
  const { view } = book;
  if (view.ended && !goesOn(view, model.subject)) return true;
  const [what, id, session] = partsOf(model.subject);
  if (what === "item") {
    const item = view.items[id];
    if (!item || item.state === "cancelled") return true;
    const dates: DatesView = (session === undefined ? item : item.sessions?.[session]) ?? {};
    if (dates.start !== model.start) return true;
    const deadline = item.decision?.deadline ?? dates.end;
    if (model.deadline !== undefined && deadline !== undefined && deadline !== model.deadline) return true;
  }
  if (what === "idea" && (view.ideas[id]?.round !== model.round || view.ideas[id]?.deadline !== model.deadline))
    return true;
  return !recipientsOf(to, model.subject, book).some((one) => one.id === person);
}
