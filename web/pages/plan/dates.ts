// Dates from the plan's forms: a day, hours where they are known, and a last day, as the API takes them.
import { NotTaken, type Fields } from "../../site/site.tsx";

/** `start` and `end` of the fields `start` (a day), `from`, `until` and `end` (the last day); nothing where no day was chosen. */
export function datesOf(sent: Pick<Fields, "text">): { start?: string; end?: string } {
  const [day = "", from, until, last] = ["start", "from", "until", "end"].map((name) => sent.text(name));
  if (!day) return {};
  const end = until ? `${last || day}T${until}` : last;
  return { start: from ? `${day}T${from}` : day, ...(end && { end }) };
}

/** The same, where a day has to be there. Throws NotTaken with what to say. */
export function demandDates(sent: Pick<Fields, "text">, said: string): { start: string; end?: string } {
  const { start, ...rest } = datesOf(sent);
  if (start === undefined) throw new NotTaken(said, { start: said });
  return { start, ...rest };
}

/** Of a name its letters, for an id that people may meet; `key`: of the form, so that two of one name are two. */
export function idOf(kind: string, name: string, key: string): string {
  const plain = name.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
  const letters = plain.normalize("NFD").replaceAll(/[^a-z0-9]+/g, "-");
  return (
    `${kind}-${letters}`.replaceAll(/-+/g, "-").slice(0, 60).replace(/-$/, "") +
    `-${key.replaceAll(/[^a-z0-9]/gi, "").slice(0, 4)}`
  );
}
