// How far a network in memory is: what was planned beside what came of it, and what is due next.
import { dueIn } from "../machines/due.ts";
import type { Book } from "../machines/ledger.ts";
import { messageTitle, titleOf, type Narration } from "../machines/narrate.ts";
import type { Days, Progress } from "../machines/progress.ts";
import { recipientsOf } from "../machines/recipients.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Plan } from "../programmes/types.ts";
import { moment, table } from "./layout.ts";
import type { Language } from "./world.ts";

export type ProgressJson = Omit<Progress, "title"> & { title: string };
export type NextJson = { at: string; kind: string; subject: string; title: string; rule?: string; to: string[] };

/** So many things that are due next are told. */
const NEXT = 5;

export const progressJson = (all: Progress[], language: Language): ProgressJson[] =>
  all.map(({ title, ...rest }) => ({ ...rest, title: title[language] }));

/** What is due next, with the addresses of those it would go to now. */
export function nextIn(plan: Plan, book: Book, narration: Narration): NextJson[] {
  return dueIn(plan, book.view)
    .slice(0, NEXT)
    .map(({ instant, kind, subject, to, rule }) => ({
      at: rfc3339(instant, plan.programme.zone),
      kind,
      subject,
      title: rule === undefined ? titleOf(subject, narration.titles) : messageTitle(subject, rule, narration),
      ...(rule !== undefined && { rule }),
      to: recipientsOf(to, subject, book).map(({ email }) => email),
    }));
}

/** The table, after an empty line: nothing where a programme has neither phases nor items. */
export function progressText(all: ProgressJson[], language: Language): string[] {
  if (all.length === 0) return [];
  const words = WORDS[language];
  const days = ({ from, to = from }: Days) =>
    [...new Set([from, to])].flatMap((day) => (day === undefined ? [] : [moment(day, language)])).join(" – ");
  const rows = all.map(({ id, session, title, state, planned, executed, daysLate }) => [
    session === undefined ? id : `${id}/${session}`,
    title,
    days(planned) || (planned.quote ?? "?"),
    days(executed),
    STATES[state]?.[language] ?? state,
    daysLate === undefined || daysLate === 0 ? "" : words.days(daysLate),
  ]);
  return ["", words.title, table(rows, words.head)];
}

/** One line for each, after a heading: nothing where nothing is due. */
export function nextText(next: NextJson[], language: Language): string[] {
  if (next.length === 0) return [];
  return ["", WORDS[language].next, ...next.map(({ at, title }) => `  ${moment(at, language)}  ${title}`)];
}

const STATES: Record<string, Record<Language, string>> = {
  waiting: { da: "ikke åbnet", en: "not opened" },
  open: { da: "åben", en: "open" },
  closed: { da: "afsluttet", en: "closed" },
  planned: { da: "planlagt", en: "planned" },
  drafted: { da: "udkast", en: "draft" },
  pinned: { da: "dateret", en: "dated" },
  done: { da: "udført", en: "done" },
  held: { da: "holdt", en: "held" },
  cancelled: { da: "aflyst", en: "cancelled" },
  proposed: { da: "til afgørelse", en: "to be decided" },
  decided: { da: "afgjort", en: "decided" },
};

const WORDS = {
  da: {
    title: "Planlagt og udført:",
    head: ["Id", "Titel", "Planlagt", "Udført", "Tilstand", "Forskel"],
    days: (count: number) =>
      `${Math.abs(count)} ${Math.abs(count) === 1 ? "dag" : "dage"} ${count > 0 ? "for sent" : "før"}`,
    next: "Det næste:",
  },
  en: {
    title: "Planned and carried out:",
    head: ["Id", "Title", "Planned", "Carried out", "State", "Difference"],
    days: (count: number) =>
      `${Math.abs(count)} ${Math.abs(count) === 1 ? "day" : "days"} ${count > 0 ? "late" : "before"}`,
    next: "Due next:",
  },
};
