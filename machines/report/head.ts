// The top of a report: what the network is, from when to when, how it stands, and its few numbers.
import type { Report } from "../../programmes/export/report/types.ts";
import { networkFacts } from "../facts.ts";
import { comparisonOf } from "../accounts/comparison.ts";
import { capital, dateIn, sentence, type Setting } from "./given.ts";

/** Title, period, state and purpose. */
export function headOf(
  setting: Setting,
): Pick<Report, "title" | "programme" | "period" | "status" | "asOf" | "purpose"> {
  const { title, programme, plan, view, words, say, day } = setting;
  const last = Object.values(plan.intervals)
    .flatMap(({ to }) => to ?? [])
    .toSorted()
    .at(-1);
  const end = view.ended ? dateIn(setting, view.ended.at) : last;
  const questions = setting.contributed("focusQuestion.agreed").map(({ data }) => String(data["question"]));
  return {
    title,
    programme: say(programme.title),
    period: end === undefined || end < plan.start ? day(plan.start) : words.period(day(plan.start), day(end)),
    status: statusOf(setting),
    asOf: words.asOf(day(view.now)),
    purpose: [say(programme.description), ...themeIn(setting), ...questions.map((question) => words.focus(question))],
  };
}

/** Why the theme: what makes it better, and who wants it solved. The rest of it stands in the story. */
function themeIn({ contributed, words }: Setting): string[] {
  const said = contributed("theme.described").filter(({ data }) => WHY.includes(String(data["characteristic"])));
  return said.length === 0 ? [] : [words.theme(said.map(({ data }) => sentence(String(data["text"]))).join(" "))];
}

const WHY = ["welfare", "currentChallenge"];

function statusOf({ view, programme, words, day, say }: Setting): string {
  if (!view.ended) {
    const open = programme.phases.filter(({ id }) => view.phases[id]?.state === "open");
    return open.length === 0
      ? sentence(words.running)
      : sentence(words.runningIn(open.map(({ title }) => say(title)).join(", ")));
  }
  const { at, outcome, reason } = view.ended;
  const said =
    outcome === "stopped" ? words.stopped(day(at)) : words.ended(day(at), words.outcomes[outcome] ?? outcome);
  return [said, reason ?? ""]
    .filter((text) => text !== "")
    .map((text) => sentence(capital(text)))
    .join(" ");
}

/** The network in a few numbers; those of what it does not have are left out. */
export function numbersOf(setting: Setting): Report["numbers"] {
  const { view, words, people, programme } = setting;
  const { numbers } = words;
  const meetings = meetingsIn(setting);
  const facts = networkFacts(view);
  const ideas = Object.values(view.ideas);
  const ended = Object.values(view.tracks).filter(({ state }) => state === "ended").length;
  const taken = setting.rowsOf("decision.taken").length;
  const all: [value: number, label: [one: string, more: string], of?: number][] = [
    [people.length, numbers.participants],
    [meetings.filter(({ state }) => state === "held").length, numbers.meetings, meetings.length],
    [setting.contributed("discovery.added").length, numbers.discoveries],
    [ideas.length, numbers.ideas],
    [facts["tested"] ?? 0, numbers.tested],
    [ideas.filter(({ state }) => state === "approved").length, numbers.approved],
    [ended, numbers.tracks, Object.keys(view.tracks).length],
    [taken, numbers.decisions, programme.items.filter(({ decision }) => decision).length],
    [measuredIn(setting).records, numbers.measured, measuredIn(setting).all],
    [setting.contributed("homework.delivered").length, numbers.delivered],
  ];
  return all
    .filter(([value, , of = 0]) => value > 0 || of > 0)
    .map(([value, label, of = value]) => ({
      value: of > value ? words.someOf(value, of) : String(value),
      label: label[Math.max(value, of) === 1 ? 0 : 1],
    }));
}

/** Meetings of the plan that were not cancelled, with their states. */
export function meetingsIn({ programme, view }: Setting): { id: string; state: string }[] {
  return programme.items
    .filter(({ id, kind }) => kind === "meeting" && view.items[id]?.state !== "cancelled")
    .map(({ id }) => ({ id, state: view.items[id]?.state ?? "planned" }));
}

/** Organisations that people are from, each once. */
export const organisationsIn = ({ people }: Setting): string[] => [
  ...new Set(people.flatMap(({ organisation }) => organisation ?? [])),
];

/** How many records of measurements there are, and how many there would be with those that are missing. */
export function measuredIn({ programme, contributions, rows }: Setting): { records: number; all: number } {
  const comparison = comparisonOf(programme, contributions, rows);
  const records = comparison?.records.length ?? 0;
  return { records, all: records + (comparison?.missing.length ?? 0) };
}
