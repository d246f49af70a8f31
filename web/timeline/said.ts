// A line of the timeline in words: what it is, when, and how it stands. The picture, the list and the table say the same.
import { dayText, daysText } from "./days.ts";
import { WORDS, type Language, type Line } from "./words.ts";

const PRECISE = ["time", "day", "days"];
const WHOLE = ["week", "weeks", "month", "months"];
const SPANNED: Line["kind"][] = ["phase", "homework", "break", "note", "tasks", "track"];

/** Whether a line's days are known: of what lasts also where the source counts in weeks or months. */
export function isSoft({ kind, precision, from, to }: Line): boolean {
  if (from === undefined || to === undefined) return true;
  if (PRECISE.includes(precision)) return false;
  // From one item to another is known as soon as both are.
  return !(SPANNED.includes(kind) && (WHOLE.includes(precision) || (kind === "homework" && precision === "between")));
}

/** Whether it is nowhere in time: neither planned nor carried out. */
export const isUndated = ({ from, to, done = [] }: Line): boolean =>
  from === undefined && to === undefined && done.length === 0;

/** Whether it is still to be decided: for the first time, or again. */
export const isPending = ({ kind, state }: Line): boolean =>
  kind === "decision" && ["planned", "proposed", "deciding", "running"].includes(state);

/** What a line is called, as the tasks of a phase have no name of their own. */
export function titleOf({ kind, title, phase }: Line, language: Language): string {
  const words = WORDS[language];
  if (kind !== "tasks") return title[language];
  return phase === undefined ? words.acrossTasks : words.tasksOf(title[language]);
}

/** When it is: days, hours, the source's own words where the day is not known, and how it was first planned. */
export function whenOf(line: Line, language: Language): string {
  const words = WORDS[language];
  const { quote, time, until, planned, sessions = [] } = line;
  const hours = time === undefined ? "" : ` ${words.clock(until === undefined ? time : `${time}–${until}`)}`;
  const days = daysText(line, language);
  const own = days === undefined ? words.noDate : `${days}${hours}`;
  const each = sessions.map((one) => {
    const at = daysText(one, language);
    return [one.title?.[language] ?? one.id, at].filter((part) => part !== undefined).join(" ");
  });
  const quoted = quote !== undefined && isSoft(line) ? ` ${words.quote(quote)}` : "";
  const before = planned && (planned.quote ?? daysText(planned, language));
  const first = before === undefined ? "" : ` (${words.first(before)})`;
  return `${each.length > 0 && line.kind === "meeting" ? each.join(", ") : own}${quoted}${first}`;
}

/** What came of it, in days: the times a phase was open, a meeting's day, decisions and measurings; nothing where nothing has. */
export function doneText(line: Line, language: Language): string {
  const { kind, state, done = [] } = line;
  if (kind === "meeting") return state === "held" ? (daysText(line, language) ?? "") : "";
  return done
    .map(({ open, ...days }) =>
      open ? WORDS[language].since(dayText(days.from!, language)) : daysText(days, language),
    )
    .join(", ");
}

/** How it stands, in a few words. */
export function stateText(line: Line, language: Language): string {
  const words = WORDS[language];
  const { kind, state, parts = [], extent, voluntary, tentative } = line;
  if (kind === "tasks") return words.tasks(parts.filter((one) => one.state === "done").length, parts.length);
  if (kind === "break") return words.breaks[extent ?? "full"] ?? "";
  if (kind === "phase") return words.phaseStates[state] ?? state;
  if (kind === "decision" && state === "planned" && (line.done ?? []).length > 0) return words.again;
  if (kind === "decision") return words.decisionStates[state] ?? state;
  if (kind === "track") return words.trackStates[state] ?? state;
  if (kind === "monitoring" && state !== "cancelled")
    return words.measured((line.done ?? []).length > 0 || state === "done");
  if (kind !== "meeting") return [words.otherStates[state], voluntary && words.voluntary].filter(Boolean).join(", ");
  const isLoose = state === "planned" && isSoft(line);
  const own = isLoose ? words.dateMissing : (words.meetingStates[state] ?? state);
  return [own, tentative && state !== "held" && words.tentative].filter(Boolean).join(", ");
}

/** What came of a line and how it stands: «åben siden 5. apr. 2027», «afgjort ons. 4. sep. 2019». */
export function standing(line: Line, language: Language): string {
  const words = WORDS[language];
  const { kind, done = [] } = line;
  const state = kind === "break" ? "" : stateText(line, language);
  const days = kind === "meeting" ? "" : doneText(line, language);
  if (days === "") return state;
  if (kind === "phase" && done.at(-1)?.open) return `${state} ${days}`;
  const carried = CARRIED[kind]?.(words) ?? words.columns.done.toLowerCase();
  return state === carried ? `${carried} ${days}` : `${carried} ${days}, ${state}`;
}

const CARRIED: Partial<Record<Line["kind"], (words: (typeof WORDS)["da"]) => string | undefined>> = {
  phase: ({ phaseStates }) => phaseStates["open"],
  decision: ({ decisionStates }) => decisionStates["decided"],
  monitoring: ({ measured }) => measured(true),
};

/** All of it as the name of a link: what, when, what came of it, how it stands. */
export function nameOf(line: Line, language: Language): string {
  const words = WORDS[language];
  const kind = line.number === undefined ? words.kinds[line.kind] : words.number(line.number);
  const title = titleOf(line, language);
  const isNamed = title.toLowerCase().startsWith(words.kinds[line.kind].toLowerCase());
  const parts = [isNamed ? title : `${kind}: ${title}`, whenOf(line, language), standing(line, language)];
  return parts.filter((part) => part !== "").join(", ");
}
