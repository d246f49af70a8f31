// The rows of the printed table: a period's time and phases once, beside all that happens in it.
import { KIND_NAMES } from "../kind-names.ts";
import { isPrecise } from "../dates.ts";
import type { Language } from "../problem.ts";
import { dayText, hoursText, spanText } from "./dates.ts";
import { effective, type Executed } from "./executed.ts";
import { markup, type Markup } from "./markup.ts";
import type { Period } from "./periods.ts";
import { weeksText, type Row } from "./rows.ts";
import { EXPORT_WORDS, PAGE_WORDS } from "./words.ts";

export type Page = {
  language: Language;
  executed: Executed | undefined;
  rows: Map<string, Row>;
  /** Whether the programme has phases, and the table a column for them. */
  phased: boolean;
};

/** A period of more rows may go on on the next printed page: kept together it would leave the one before it empty. */
const MOST_TOGETHER = 6;

/** The `tbody` of a period. */
export function bodyOf(period: Period, page: Page): Markup {
  const { rows, phases } = period;
  const rest = rows.length > 0 && rows.every(({ extent }) => extent === "full");
  const across = String(Math.max(rows.length, 1));
  const beside = [
    markup`<th scope="rowgroup" rowspan="${across}">${whenOf(period, page.language)}</th>`,
    page.phased
      ? markup`<td class="phase" rowspan="${across}">${phases.map((id) => phaseOf(id, page))}</td>`
      : undefined,
  ];
  const cells = rows.map((row) => ({ name: row.kind, cells: cellsOf(row, page) }));
  const [first = { name: "phase", cells: emptyCells(page) }, ...others] = cells;
  const name = rest ? "rest" : rows.length > MOST_TOGETHER ? "long" : "short";
  return markup`<tbody class="${name}">
    <tr class="${first.name}">${beside}${first.cells}</tr>
    ${others.map(({ name, cells }) => markup`<tr class="${name}">${cells}</tr>`)}
  </tbody>`;
}

/** The time as the source gives it, with what it comes to below. */
function whenOf({ interval, weeks }: Period, language: Language): Markup[] {
  const words = EXPORT_WORDS[language];
  const { from, to, precision, quote } = interval;
  const [first, last] = [from ?? to, to ?? from];
  const span = first !== undefined && last !== undefined ? spanText(first, last, language) : "";
  if (weeks) return above(capital(weeksText(interval, weeks, language)), span);
  if (isPrecise(interval) && span !== "") return above(span, hoursText(interval, language));
  const edge = from === undefined ? words.latest : to === undefined ? words.earliest : words.approximate;
  const about = span && `${edge} ${span}`;
  const known = capital(words.precisions[precision]);
  return quote === undefined ? above(about || known, about && known) : above(quote, about);
}

const above = (time: string, below: string): Markup[] => [markup`<span class="time">${time}</span>`, ...small([below])];

function phaseOf(id: string, { rows, executed, language }: Page): Markup {
  const { opened, closed } = executed?.phases[id] ?? {};
  const words = PAGE_WORDS[language];
  const row = rows.get(id);
  const label = row?.interval.label;
  const lines = [
    opened && words.opened(dayText(opened, "year", language)),
    closed && words.closed(dayText(closed, "year", language)),
  ];
  return markup`<p>${row?.title ?? id} ${label && markup`<span class="facts">${label}</span>`}${small(lines)}</p>`;
}

function cellsOf(row: Row, page: Page): Markup[] {
  const planned = markup`<td>${plannedOf(row, page)}</td>`;
  return page.executed ? [planned, markup`<td class="carried">${doneOf(row, page)}</td>`] : [planned];
}

const emptyCells = ({ executed }: Page): Markup[] =>
  executed ? [markup`<td></td>`, markup`<td></td>`] : [markup`<td></td>`];

function plannedOf(row: Row, { language, rows }: Page): (Markup | undefined)[] {
  const words = EXPORT_WORDS[language];
  const { interval, kind, title, tentative, description, asks, audience } = row;
  const word = row.extent ? words.extents[row.extent] : KIND_NAMES[kind][language];
  const tag = kind === "session" ? undefined : markup`<span class="kind">${word}</span>`;
  // Many sources give an item the label of its phase, which stands beside it.
  const label = row.phases.some((id) => rows.get(id)?.interval.label === interval.label) ? undefined : interval.label;
  const marks = [label, tentative ? words.tentative : undefined].filter((mark) => mark !== undefined);
  const facts = [
    kind === "session" ? dateText(interval, language) : "",
    audience.length > 0 && kind !== "session" ? `${words.audience}: ${audience.join(", ")}` : "",
    row.place ?? "",
    row.effort ?? "",
    ...row.traits,
  ];
  return [
    markup`<p>${tag}<span class="title">${title}</span>${marks.length > 0 ? ` (${marks.join(", ")})` : ""} <span class="facts">${joined(facts, " · ")}</span></p>`,
    description === undefined ? undefined : markup`<p class="text">${description}</p>`,
    asks.length === 0 ? undefined : markup`<ul>${asks.map((ask) => markup`<li>${ask}</li>`)}</ul>`,
    ...small([saysMore(row, language) ? `»${interval.quote}«` : undefined]),
    ...small(row.remarks.map(({ code, text }) => (code === "open" ? `? ${text}` : text))),
  ];
}

/** True where the source's words say something that the period's time does not already. */
function saysMore({ interval, weeks, kind }: Row, language: Language): boolean {
  if (interval.quote === undefined || kind === "session") return false;
  return weeks ? interval.quote !== weeksText(interval, weeks, language) : isPrecise(interval);
}

function doneOf(row: Row, { executed, language }: Page): Markup[] {
  const done = executed && effective(row, executed);
  if (done?.state === undefined) return [];
  const { state, place } = done;
  const known = dateText(done, language);
  const date = done.window && known !== "" ? `${EXPORT_WORDS[language].approximate} ${known}` : known;
  return [
    ...(date === "" ? [] : [markup`<p class="${state}">${date}</p>`]),
    ...small([EXPORT_WORDS[language].states[state] ?? state, place === row.place ? undefined : place]),
  ];
}

type Dates = { from?: string; to?: string; time?: string; until?: string };

function dateText(dates: Dates, language: Language): string {
  const { from, to = from } = dates;
  if (from === undefined || to === undefined) return "";
  return joined([spanText(from, to, language), hoursText(dates, language)], " ");
}

/** Texts as small lines; those that are empty are none. */
function small(texts: (string | undefined)[]): Markup[] {
  return texts
    .filter((text) => text !== undefined && text !== "")
    .map((text) => markup`<span class="small">${text}</span>`);
}

const joined = (texts: string[], by: string): string => texts.filter((text) => text !== "").join(by);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
