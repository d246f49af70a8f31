// The time of a row, from all of its cells that say something of it, and the time that several rows make up.
import { textsOf, type Cell, type Row } from "./draft-rows.ts";
import { why, type Unread } from "./draft-words.ts";
import { readQuote, type Quote } from "./quote.ts";
import type { Text, When } from "./types.ts";

export type RowTime = { when: When; notes: Text[]; unread: Unread[] };
type Options = { year?: number | undefined };

/** The time of a row. What cannot be read is left out of it and listed; nothing read is `unknown`, with its words. */
export function timeOf(row: Row, { year }: Options): RowTime {
  const cells = textsOf(row, "when", "week", "label", "hours");
  const read = (text: string) => readQuote(text, year === undefined ? {} : { year });
  const lines = cells.flatMap((cell) => linesOf(cell, read).map((text) => ({ cell, text })));
  // The most that makes one time together, from the first; the rest is listed.
  for (let count = lines.length; count > 0; count--) {
    const quote = read(
      lines
        .slice(0, count)
        .map(({ text }) => text)
        .join(", "),
    );
    if (!("when" in quote)) continue;
    const rest = lines.slice(count).map(({ cell, text }) => unreadOf(row, cell, text, read(text)));
    return { when: quote.when, notes: quote.notes ?? [], unread: rest };
  }
  const words = lines.map(({ text }) => text).join(", ");
  return {
    when: { unknown: true, ...(words && { quote: words.replace(/\s+/g, " ") }) },
    notes: [],
    unread: lines.map(({ cell, text }) => unreadOf(row, cell, text, read(text))),
  };
}

/** A cell's lines, or the whole where that is one time; in a column of weeks or days a bare number is one. */
function linesOf({ column, text }: Cell, read: (text: string) => Quote): string[] {
  const { kind, head } = column;
  const whole = text.replace(/\s+/g, " ");
  const word = kind === "week" ? weekWord(head) : kind === "label" ? head : kind === "hours" ? "kl." : undefined;
  if (word !== undefined && /^\d/.test(whole) && "when" in read(`${word} ${whole}`) && !/[a-zæøå]{4}/i.test(whole))
    return [`${word} ${whole}`];
  if ("when" in read(whole) || !text.includes("\n")) return [whole];
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const weekWord = (head: string): string => (/week/i.test(head) ? "week" : "uge");

function unreadOf({ row }: Row, { column }: Cell, text: string, quote: Quote): Unread {
  return { row, column: column.head, text, why: "unreadable" in quote ? quote.unreadable : why.second };
}

/** The time from the first to the last of some; `unknown` where they are of kinds that make no span. */
export function spanOf(whens: When[]): When {
  const known = whens.filter((when) => !("unknown" in when));
  const [first] = known;
  if (!first) return { unknown: true };
  if (known.every((when) => sameTime(when, first))) return first;
  const weeks = known.flatMap((when) => weeksIn(when));
  if (known.every((when) => weeksIn(when).length > 0)) return spanned(weeks, "week", "weeks");
  const days = known.flatMap((when) => ("date" in when ? [when.date] : "days" in when ? when.days : []));
  if (known.every((when) => "date" in when || "days" in when)) return spanned(days, "date", "days");
  const months = known.flatMap((when) => monthsIn(when));
  return known.every((when) => monthsIn(when).length > 0) ? spanned(months, "month", "months") : { unknown: true };
}

/** The last week of the programme that a time speaks of; 0 where it counts in none. */
export const lastWeek = (when: When): number => Math.max(0, ...weeksIn(when));

function weeksIn(when: When): number[] {
  if ("week" in when) return [when.week];
  if ("weeks" in when) return when.weeks;
  return "either" in when ? when.either : [];
}

function monthsIn(when: When): string[] {
  if ("date" in when) return [when.date.slice(0, 7)];
  if ("days" in when) return when.days.map((day) => day.slice(0, 7));
  if ("month" in when) return [when.month];
  return "months" in when ? when.months : [];
}

function spanned(parts: (number | string)[], one: string, several: string): When {
  const sorted = parts.toSorted((a, b) => (a < b ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  return (first === last ? { [one]: first } : { [several]: [first, last] }) as When;
}

function sameTime(one: When, other: When): boolean {
  const bare = ({ quote: _q, label: _l, ...when }: When) => JSON.stringify(when);
  return bare(one) === bare(other);
}
