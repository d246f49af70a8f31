// Dates, JSON and programmes as they are given on the command line, checked before anything is done.
import { Failure, usage } from "./failure.ts";
import type { Words } from "./words.ts";
import type { Programme } from "../programmes/types.ts";
import type { World } from "./world.ts";

/** The date of an option. Throws a usage Failure where it is none. */
export async function dateGiven(flag: string, value: string, words: Words): Promise<string> {
  const { isDate } = await import("../programmes/calendar.ts");
  if (!isDate(value)) throw usage(words.badDate(flag, value));
  return value;
}

/**
 * The start asked for by `--start` or `--year`, else the source's own; undefined where the programme has none. Throws a usage Failure
 * where it is no date, or the programme has no days of a year.
 */
export async function startGiven(
  programme: Programme,
  options: Record<string, string | undefined>,
  words: Words,
): Promise<string | undefined> {
  const { firstDateOf, startInYear } = await import("../programmes/dates.ts");
  const { "--start": start, "--year": year } = { "--start": options["start"], "--year": options["year"] };
  if (start !== undefined) return await dateGiven("--start", start, words);
  if (year === undefined) return firstDateOf(programme);
  const first = /^\d{4}$/.test(year) ? startInYear(programme, Number(year)) : undefined;
  if (first === undefined) throw usage(words.badYear(year));
  return first;
}

/** A whole number of at least 0. */
export function numberGiven(flag: string, value: string, words: Words): number {
  if (!/^\d{1,9}$/.test(value)) throw usage(words.badNumber(flag, value));
  return Number(value);
}

/** The value of a JSON text, or where and why it is none. */
export function readJson(text: string, words: Words): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { why: whereIn(text, (error as Error).message, words) };
  }
}

/** The programme of an id or a file. Throws a Failure with everything that is wrong with it. */
export async function programmeGiven(idOrFile: string, { language, words }: World): Promise<Programme> {
  const { loadProgramme } = await import("../library/programmes.ts");
  const read = await loadProgramme(idOrFile, language);
  if ("programme" in read) return read.programme;
  const [first] = read.problems;
  const whole = first?.path === idOrFile && read.problems.length === 1;
  if (whole) throw new Failure(first.code, { detail: first.message, hint: first.hint });
  throw new Failure("programme", words.brokenProgramme(idOrFile), read.problems);
}

/** Node says a position, or quotes the place in its message; a text that stops too early has neither. */
function whereIn(text: string, message: string, words: Words): string {
  const at = /at position (\d+)/.exec(message)?.[1] ?? (message.startsWith("Unexpected end") ? text.length : undefined);
  if (at === undefined) return message;
  const before = text.slice(0, Number(at)).split("\n");
  return `${words.jsonAt(before.length, (before.at(-1)?.length ?? 0) + 1)} (${message})`;
}
