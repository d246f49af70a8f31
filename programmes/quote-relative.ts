// Times that hang on items: between two, before or after one.
import type { Core } from "./quote-days.ts";
import { alt, map, number, oneOf, opt, seq, word, type Piece } from "./quote-grammar.ts";
import { NO_ITEM, onlyWords, takenAs } from "./quote-notes.ts";
import type { Token } from "./quote-tokens.ts";
import { NUMBERS } from "./quote-words.ts";
import type { Text, When } from "./types.ts";

/** An item as named; a note where the name is not its id. */
type Named = { item: string; notes: Text[] };

const MEETING = ["møde", "mødet", "meeting", "netværksmøde"];
const MEETINGS = ["møde", "møder", "møderne", "meeting", "meetings"];
/** Words that a number follows without its making an id. */
const NO_IDS = /^(?:uge|week|u|w|dag|day|kl|fase|phase|q|k)-?\d+$/;

/** `E5`, `m1`, `pause-uge-3`: all that stands without a space, in letters, digits and hyphens. */
const id: Piece<Named> = (tokens, at) => {
  let [text, next] = [tokens[at]?.raw ?? "", at + 1];
  const goesOn = (token: Token | undefined) => token && !token.gap && (token.kind !== "sign" || token.text === "-");
  while (goesOn(tokens[next])) text += tokens[next++]!.text === "-" ? "-" : tokens[next - 1]!.raw;
  const isId = /^[A-Za-z][A-Za-z0-9-]*$/.test(text) && /\d/.test(text) && !NO_IDS.test(text.toLowerCase());
  return isId ? [{ value: { item: text, notes: [] }, next }] : [];
};
const meetingOf = (words: string, count: number): Named => ({
  item: `m${count}`,
  notes: [takenAs(`${words} ${count}`, `m${count}`)],
});
const meeting: Piece<Named> = alt(
  map(seq(word(...MEETING), number(1, 2)), ([words, count]) => meetingOf(words, count)),
  map(seq(number(1, 2), word("."), word(...MEETING)), ([count, , words]) => meetingOf(words, count)),
);
const item: Piece<Named> = alt(id, meeting);

const and: Piece<unknown> = word("og", "and", "&");
const two: Piece<[Named, Named]> = alt(
  map(seq(item, and, item), ([one, , other]) => [one, other]),
  // `mellem møde 2 og 3`, `mellem 2. og 3. møde`.
  map(seq(word(...MEETINGS), number(1, 2), and, number(1, 2)), ([words, one, , other]) => [
    meetingOf(words, one),
    meetingOf(words, other),
  ]),
  map(seq(number(1, 2), word("."), and, number(1, 2), word("."), word(...MEETING)), ([one, , , other, , words]) => [
    meetingOf(words, one),
    meetingOf(words, other),
  ]),
);

const before: Piece<unknown> = alt<unknown>(
  word("før", "inden", "before"),
  seq(word("forud"), word("for")),
  seq(word("prior"), word("to")),
);
const after: Piece<unknown> = word("efter", "after", "following");
const between: Piece<unknown> = word("mellem", "imellem", "between");

/** So many days, weeks as seven. */
const span: Piece<number> = alt(
  map(seq(alt(number(1, 2), oneOf(NUMBERS)), word("dag", "dage", "day", "days")), ([count]) => count),
  map(seq(alt(number(1, 2), oneOf(NUMBERS)), word("uge", "uger", "week", "weeks")), ([count]) => count * 7),
  map(seq(opt(word("the")), word("dagen", "day")), () => 1),
  map(seq(opt(word("the")), word("ugen", "week")), () => 7),
);

const made =
  (when: When, ...named: Named[]): Core =>
  () => ({ when, notes: named.flatMap(({ notes }) => notes) });

/** Every way to hang a time on items. */
export const relative: Piece<Core> = alt<Core>(
  map(seq(between, two), ([, [one, other]]) => made({ between: [one.item, other.item] }, one, other)),
  map(seq(after, item, opt(alt(and, word(","))), before, item), ([, one, , , other]) =>
    made({ between: [one.item, other.item] }, one, other),
  ),
  map(seq(opt(span), before, item), ([days, , it]) => made({ before: it.item, ...(days && { within: days }) }, it)),
  map(seq(opt(span), after, item), ([days, , it]) => made({ after: it.item, ...(days && { within: days }) }, it)),
  // Something that has no name of its own, such as `efter sommerferien`.
  map(seq(opt(span), alt(before, after, between), unnamed()), () => () => onlyWords(NO_ITEM)),
);

/** At most ten words to the end of the phrase, beginning with a letter, and without a number. */
function unnamed(): Piece<true> {
  return (tokens, at) => {
    const rest = tokens.slice(at);
    const words = rest.every(({ text }) => /^(?:\p{L}+|[-.])$/u.test(text));
    return words && rest.length > 0 && rest.length <= 10 ? [{ value: true, next: tokens.length }] : [];
  };
}
