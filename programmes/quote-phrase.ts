// What a whole phrase means: its date, with what its other parts say of it.
import { DateTime } from "luxon";
import { weekdayNotes, type Context } from "./quote-day-meaning.ts";
import type { Clock } from "./quote-hours.ts";
import {
  BAD_HOURS,
  BARE_HOURS,
  CONDITIONAL,
  LIMIT,
  LOST_HOURS,
  LOST_WEEKDAY,
  NO_DAY,
  onlyWords,
  TENTATIVE,
  twoWays,
  UNCHECKED_WEEKDAY,
  weekIsNot,
  type Reading,
} from "./quote-notes.ts";
import { partsOf, type Part } from "./quote-parts.ts";
import type { Token } from "./quote-tokens.ts";
import { CONDITION } from "./quote-words.ts";
import type { When } from "./types.ts";

/** The one meaning of a phrase; why there is none, or more than one; undefined where no grammar fits. */
export function readTokens(tokens: readonly Token[], context: Context): Reading | undefined {
  const bare = HEADS.has(tokens[0]?.text ?? "") && tokens[1]?.text === ":" ? tokens.slice(2) : tokens;
  const condition = bare.findIndex(({ text }) => CONDITION.has(text));
  if (condition < 0) return readWithout(bare, context);
  // All before the condition is the date, if there is one.
  const head = bare.slice(0, condition);
  const reading = partsOf(head).some((parts) => parts.length > 0) ? readWithout(head, context) : undefined;
  if (head.length > 0) return reading && withNote(reading, CONDITIONAL);
  return onlyWords(CONDITIONAL);
}

/** Names of what follows a colon. */
const HEADS = new Set(["dato", "date", "tid", "time", "tidspunkt", "hvornår", "when"]);

function readWithout(tokens: readonly Token[], context: Context): Reading | undefined {
  const readings = partsOf(tokens).flatMap((parts) => meaningOf(parts, context) ?? []);
  const good = readings.filter((reading) => "when" in reading);
  // The same meaning reached in two ways is one; the way that needed fewer words of caution says it.
  const fewest = good.toSorted((a, b) => a.notes.length - b.notes.length);
  const different = [...new Map(fewest.toReversed().map((reading) => [shown(reading.when), reading])).values()];
  const [first, second] = different;
  if (first && second) return { why: twoWays(shown(first.when), shown(second.when)) };
  return first ?? readings[0];
}

function meaningOf(parts: Part[], context: Context): Reading | undefined {
  const date = dateOf(parts, context);
  if (date === undefined || "why" in date) return date;
  const labels = parts.flatMap((part) => (part.kind === "label" ? [part.label] : []));
  const clocks = parts.flatMap((part) => (part.kind === "hours" ? [part.clock] : []));
  const weekdays = parts.flatMap((part) => (part.kind === "weekday" ? [part.day] : []));
  if (clocks.length > 1 || weekdays.length > 1) return undefined;
  // A weekday before a day is read with the day.
  const [firstDate, firstWeekday] = ["date", "weekday"].map((kind) => parts.findIndex((part) => part.kind === kind));
  if (weekdays.length > 0 && firstWeekday! < firstDate! && isDay(date.when)) return undefined;
  let reading: Reading | undefined = date;
  if (weekdays[0] !== undefined) reading = withWeekday(reading, weekdays[0]);
  if (clocks[0] !== undefined) reading = withClock(reading, clocks[0]);
  if (reading === undefined || "why" in reading) return reading;
  if (parts.some((part) => part.kind === "doubt")) reading = withNote(reading, TENTATIVE);
  return labels.length > 0 && "when" in reading
    ? { ...reading, when: { ...reading.when, label: labels.join(", ") } }
    : reading;
}

/** The date itself: of one part, or of a week and a day beside it; none at all beside a label. */
function dateOf(parts: Part[], context: Context): Reading | undefined {
  const dates = parts.filter((part) => part.kind === "date");
  const labelled = parts.some(({ kind }) => kind === "label");
  if (dates.length === 0 && labelled) return { when: { unknown: true }, notes: [] };
  const timed = parts.some((part) => part.kind === "weekday" || (part.kind === "hours" && part.clock.sure));
  if (dates.length === 0) return timed ? { why: NO_DAY } : undefined;
  const readings = dates.map((part) => readPart(part, context));
  if (readings.length === 1) return readings[0];
  const [week, other] = isWeek(readings[0]) ? [0, 1] : [1, 0];
  const [inWeek, beside] = [readings[week], readings[other]];
  if (!isWeek(inWeek) || beside === undefined) return undefined;
  if ("why" in beside) return beside;
  if (!isDay(beside.when)) return undefined;
  if ("isoWeek" in inWeek.when && "day" in beside.when)
    return together(inWeek, readPart(dates[other]!, { year: Number(inWeek.when.isoWeek.slice(0, 4)) }));
  return together(inWeek, beside);
}

type Good = Extract<Reading, { when: When }>;

function readPart({ core, loose, from }: Extract<Part, { kind: "date" }>, context: Context): Reading {
  const reading = core(context);
  if ("why" in reading) return reading;
  if (loose) return onlyWords(loose);
  const isPeriod = ["days", "months", "weeks", "unknown"].some((kind) => kind in reading.when);
  return from && !isPeriod ? onlyWords(LIMIT) : reading;
}

/** A week, and a day beside it: of a day without a year the week governs, any other day is the date. */
function together(week: Good, day: Reading): Reading {
  if ("why" in day) return day;
  const notes = [...week.notes, ...day.notes];
  if ("day" in day.when) return { when: { ...week.when, yearless: day.when.day }, notes };
  const date = "date" in day.when ? day.when.date : "days" in day.when ? day.when.days[0] : "";
  const is = DateTime.fromISO(date, { zone: "utc" }).weekNumber;
  const said = firstWeek(week.when);
  return { when: day.when, notes: said === is ? notes : [...notes, weekIsNot(said, date, is)] };
}

function firstWeek(when: When): number {
  if ("isoWeek" in when) return Number(when.isoWeek.slice(6));
  return "week" in when ? when.week : "weeks" in when ? when.weeks[0] : 0;
}

function withWeekday({ when, notes }: Good, weekday: number): Good {
  if ("date" in when) return { when, notes: [...notes, ...weekdayNotes(when.date, weekday)] };
  if ("day" in when) return { when, notes: [...notes, UNCHECKED_WEEKDAY] };
  if (!("isoWeek" in when)) return { when, notes: [...notes, LOST_WEEKDAY] };
  const date = DateTime.fromISO(`${when.isoWeek}-${weekday}`, { zone: "utc" }).toFormat("yyyy-MM-dd");
  return { when: { date }, notes };
}

function withClock({ when, notes }: Good, { sure, bare, wrong, ...hours }: Clock): Reading | undefined {
  if (!sure && !isDay(when)) return undefined;
  if (wrong) return { why: BAD_HOURS };
  if (!isDay(when)) return { when, notes: [...notes, LOST_HOURS] };
  return { when: { ...when, ...hours }, notes: bare ? [...notes, BARE_HOURS] : notes };
}

const withNote = (reading: Reading, note: Good["notes"][number]): Reading =>
  "why" in reading ? reading : { when: reading.when, notes: [...reading.notes, note] };

const isDay = (when: When): boolean => "date" in when || "days" in when || "day" in when;

const isWeek = (reading: Reading | undefined): reading is Good =>
  reading !== undefined && "when" in reading && ["week", "weeks", "isoWeek"].some((kind) => kind in reading.when);

/** A meaning as a person may compare it with another. */
const shown = (when: When): string =>
  Object.entries(when)
    .map(([kind, value]) => `${kind} ${String(value)}`)
    .join(", ");
