// The items that a table's rows hold: one for each line of what happens.
import { slugOf, takeId } from "./draft-ids.ts";
import { audienceOf, type Audience, type DraftRole } from "./draft-roles.ts";
import { textsOf, type Row } from "./draft-rows.ts";
import type { RowTime } from "./draft-time.ts";
import { asks, extentOf, kindOf, why, type Unread } from "./draft-words.ts";
import type { Item, Text, When } from "./types.ts";

export type DraftItem = Pick<Item, "kind" | "when" | "phases" | "place" | "extent"> & {
  id: string;
  row: number;
  title: string;
  description?: string;
  audience?: Audience;
  questions: Text[];
};

/** What the table so far has used. */
export type Used = { ids: Set<string>; roles: Map<string, DraftRole> };

const BULLET = /^\s*(?:[•▪●○◦‣·*–—-]|o(?=\s))\s*/;
const DAY_LABEL = /^((?:dag|day)\s+\d{1,3})\b\s*[:,.–-]?\s*(?=\S)/i;
const NEEDS_AUDIENCE = ["meeting", "homework", "decision"];

/** The items of a row in the order of its lines; none, and why, where it does not say what happens. */
export function itemsOf(
  row: Row,
  time: RowTime,
  phases: string[],
  used: Used,
): { items: DraftItem[]; unread: Unread[] } {
  const what = textsOf(row, "what")[0];
  const lines = (what?.text ?? "")
    .split("\n")
    .map((line) => line.replace(BULLET, "").trim())
    .filter((line) => /[\p{L}\d]/u.test(line));
  // A cell that goes on from above was told there.
  if (what?.above) return { items: [], unread: [] };
  if (lines.length === 0) return { items: [], unread: phases.length > 0 ? [] : noContent(row) };
  const shared = sharedBy(row, used);
  const given = textsOf(row, "id")[0]?.text ?? "";
  const items = lines.map((line, n) => {
    const { title, when } = labelled(line, time.when);
    const kind = kindOf(title);
    const base = ID.test(given) && n === 0 ? given : idFor(title, kind);
    return {
      id: takeId(base, used.ids),
      row: row.row,
      kind,
      title,
      when,
      phases,
      ...(n === 0 ? shared.description : {}),
      ...(kind === "break" ? { extent: extentOf(title) } : audience(kind, shared.audience)),
      ...(kind === "break" ? {} : shared.place),
      // What is to be known of the row's time is said once.
      questions: n === 0 ? time.notes : [],
    };
  });
  return { items, unread: [] };
}

const ID = /^[A-Za-z][A-Za-z0-9-]*$/;

/** What all items of a row have from its other columns; its description stands with the first. */
function sharedBy(row: Row, { roles }: Used) {
  const joined = (texts: string[]) =>
    texts.map((text) => text.replace(/\s*\n\s*/g, "; ").replace(/\s+/g, " ")).join(". ");
  const who = textsOf(row, "who").map(({ text }) => text);
  const where = textsOf(row, "where")
    .map(({ text }) => text)
    .filter((text) => /\p{L}/u.test(text));
  const more = textsOf(row, "more", "purpose")
    .map(({ text }) => text)
    .filter((text) => /[\p{L}\d]/u.test(text));
  return {
    audience: who.length > 0 ? audienceOf(who.join("\n"), roles) : ("?" as const),
    place: where.length > 0 ? { place: joined(where) } : {},
    description: more.length > 0 ? { description: joined(more) } : {},
  };
}

/** A task without one is the lead's own, and says nothing. */
function audience(kind: Item["kind"], named: Audience): { audience?: Audience } {
  return named !== "?" || NEEDS_AUDIENCE.includes(kind) ? { audience: named } : {};
}

/** `Dag 15: Møde 1` has its label in the line. */
function labelled(line: string, when: When): { title: string; when: When } {
  const [whole = "", label = ""] = DAY_LABEL.exec(line) ?? [];
  return whole === "" ? { title: line, when } : { title: line.slice(whole.length), when: { ...when, label } };
}

/** `m2` for «Møde 2»; else words of the title. */
function idFor(title: string, kind: string): string {
  const [, count] = /^(?:\p{L}*møde|meeting)\s+(\d{1,2})\b/iu.exec(title) ?? [];
  return kind === "meeting" && count !== undefined ? `m${count}` : slugOf(title, kind);
}

function noContent({ row, cells }: Row): Unread[] {
  const first = cells.find(({ text }) => text !== "");
  return first ? [{ row, column: first.column.head, text: first.text, why: why.noContent }] : [];
}

/** Of items whose cell goes on in the rows below, the question it leaves. `below`: the rows that only go on. */
export function askedOf(items: DraftItem[], below: ReadonlySet<number>): DraftItem[] {
  return items.map((item) =>
    below.has(item.row + 1) ? { ...item, questions: [...item.questions, asks.spansRows] } : item,
  );
}
