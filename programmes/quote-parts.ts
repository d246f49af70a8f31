// The parts of a phrase, in any order: a date, and the label, weekday, time of day and doubts that stand beside it.
import { days, weekdayAlone, type Core } from "./quote-days.ts";
import { alt, map, number, opt, seq, word, type Piece } from "./quote-grammar.ts";
import { hours, type Clock } from "./quote-hours.ts";
import { months } from "./quote-months.ts";
import { ABOUT, LIMIT } from "./quote-notes.ts";
import { relative } from "./quote-relative.ts";
import { seasons } from "./quote-seasons.ts";
import type { Token } from "./quote-tokens.ts";
import { weeks } from "./quote-weeks.ts";
import { filler } from "./quote-years.ts";
import type { Text } from "./types.ts";

/** `loose`: why the date is not the time itself. `from`: it has `fra` before it, which only a period can have. */
type DatePart = { kind: "date"; core: Core; loose?: Text; from?: true };
export type Part =
  | DatePart
  | { kind: "label"; label: string }
  | { kind: "hours"; clock: Clock }
  | { kind: "weekday"; day: number }
  | { kind: "doubt" };

const BREAKS = new Set([",", ";", "(", ")", "[", "]", ":", '"', "«", "»", "“", "”"]);

/** Every way to divide the tokens into parts, none of them left over and at most two of them dates. */
export function partsOf(tokens: readonly Token[], at = 0, left = { parts: 5, dates: 2 }): Part[][] {
  const here = afterBreaks(tokens, at);
  if (here === tokens.length) return [[]];
  if (left.parts === 0) return [];
  return part(tokens, here).flatMap(({ value, next }) => {
    const dates = left.dates - (value.kind === "date" ? 1 : 0);
    if (dates < 0) return [];
    return partsOf(tokens, next, { parts: left.parts - 1, dates }).map((rest) => [value, ...rest]);
  });
}

/** The first place that is no break; a point counts as one only at the end. */
function afterBreaks(tokens: readonly Token[], at: number): number {
  let here = at;
  while (here < tokens.length && BREAKS.has(tokens[here]!.text)) here++;
  return tokens.slice(here).every(({ text }) => text === "." || BREAKS.has(text)) ? tokens.length : here;
}

const label: Piece<string> = (tokens, at) =>
  seq(
    opt(word("-", "/")),
    word("dag", "day", "fase", "phase"),
    number(1, 3),
    opt(seq(word("-", "/"), number(1, 3))),
    opt(word("-", "/")),
  )(tokens, at).map(({ value: [before, , , , after], next }) => ({
    value: rawOf(tokens.slice(at + (before ? 1 : 0), next - (after ? 1 : 0))),
    next,
  }));

const dot = opt(word("."));
const limit: Piece<Text> = map(
  seq(
    alt<unknown>(
      word(
        "senest",
        "frist",
        "fristen",
        "deadline",
        "by",
        "due",
        "tidligst",
        "indtil",
        "until",
        "inden",
        "til",
        "latest",
      ),
      word("før", "before", "efter", "after", "mellem", "between", "earliest", "løbet"),
      seq(word("frem"), word("til")),
    ),
    opt(word(":")),
  ),
  () => LIMIT,
);
const about: Piece<Text> = map(
  seq(word("ca", "cirka", "circa", "omkring", "around", "about", "approx", "approximately"), dot),
  () => ABOUT,
);

const core: Piece<Core> = map(seq(opt(filler), alt(days, months, seasons, weeks, relative)), ([, it]) => it);

const part: Piece<Part> = alt<Part>(
  map(core, (it) => ({ kind: "date", core: it })),
  map(seq(word("fra", "from"), core), ([, it]) => ({ kind: "date", core: it, from: true })),
  map(seq(alt(limit, about), core), ([loose, it]) => ({ kind: "date", core: it, loose })),
  map(label, (it) => ({ kind: "label", label: it })),
  map(hours, (clock) => ({ kind: "hours", clock })),
  map(weekdayAlone, (day) => ({ kind: "weekday", day })),
  map(
    seq(
      alt<unknown>(
        word("evt", "eventuelt", "måske", "forventet", "forventes", "forventeligt", "foreløbig", "foreløbigt", "?"),
        word("possibly", "expected", "tentative", "tentatively", "probably", "maybe", "perhaps"),
      ),
      dot,
    ),
    () => ({ kind: "doubt" }),
  ),
);

const rawOf = (tokens: readonly Token[]): string =>
  tokens.map(({ raw, gap }, n) => (gap && n > 0 ? ` ${raw}` : raw)).join("");
