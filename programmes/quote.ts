// Reads a date as it stands in a plan, in Danish or English. What it is not sure of it says; it never guesses.
import { readTokens } from "./quote-phrase.ts";
import { NOT_READ, TOO_LONG, isOngoing, onlyWords } from "./quote-notes.ts";
import type { Reading } from "./quote-notes.ts";
import { tokensOf, wordsOf } from "./quote-tokens.ts";
import { NO_DATE, ONGOING } from "./quote-words.ts";
import type { Text, When } from "./types.ts";

export type Quote = { when: When; notes?: Text[] } | { unreadable: Text };

/** No phrase for a date is longer. */
const LONGEST_CHARACTERS = 160;

/**
 * The date that a phrase says, with the source's own words in `quote` unless they were in ISO form, and in `notes` what a
 * person should look at; or why it cannot be read. `year`: the year of phrases that have none. Never throws.
 */
export function readQuote(text: string, options: { year?: number } = {}): Quote {
  const line = wordsOf(text);
  if (line.length > LONGEST_CHARACTERS) return { unreadable: TOO_LONG };
  const reading = readLine(line, options.year);
  if ("why" in reading) return { unreadable: reading.why };
  const { when, notes } = reading;
  const quoted: When = line === "" || ISO.some((form) => form.test(line)) ? when : { ...when, quote: line };
  return { when: quoted, ...(notes.length > 0 && { notes }) };
}

const ISO = [
  /^\d{4}-\d\d(-\d\d)?$/,
  /^\d{4}-W\d\d$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
  /^\d{4}-\d\d(-\d\d)?\/\d{4}-\d\d(-\d\d)?$/,
];

function readLine(line: string, year: number | undefined): Reading {
  const plain = line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (NO_DATE.has(plain)) return { when: { unknown: true }, notes: [] };
  if (ONGOING.has(plain)) return onlyWords(isOngoing);
  // `2014-02-25T09:00`: the time stands by itself.
  const tokens = tokensOf(line.replace(/^(\d{4}-\d\d-\d\d)T(?=\d\d:\d\d$)/, "$1 "));
  return readTokens(tokens, { year }) ?? { why: NOT_READ };
}
