// What exports say beside the programme's own words, in both languages.
import type { Language } from "../problem.ts";
import type { Precision } from "../types.ts";
import type { Row } from "./rows.ts";

export type ExportWords = {
  precisions: Record<Precision, string>;
  yes: string;
  approximate: string;
  latest: string;
  earliest: string;
  tentative: string;
  quote: string;
  precision: string;
  audience: string;
  phases: string;
  questions: string;
  week: (week: number) => string;
  weeks: (first: number, last: number) => string;
  either: (first: number, last: number) => string;
  days: (days: number) => string;
  perIdea: (days: number) => string;
  states: Record<string, string>;
  voluntary: string;
  openSignUp: string;
  extents: Record<NonNullable<Row["extent"]>, string>;
  target: (role: string, atLeast: number) => string;
  ours: (text: string) => string;
};

const da: ExportWords = {
  precisions: {
    time: "klokkeslæt",
    day: "dag",
    days: "dage",
    week: "uge",
    weeks: "uger",
    either: "en af to uger",
    month: "måned",
    months: "måneder",
    season: "årstid",
    between: "mellem to punkter",
    before: "før et andet punkt",
    after: "efter et andet punkt",
    condition: "når en betingelse er opfyldt",
    yearless: "dag uden år",
    unknown: "ikke oplyst",
  },
  yes: "ja",
  approximate: "ca.",
  latest: "senest",
  earliest: "tidligst",
  tentative: "foreløbig",
  quote: "Kildens ord",
  precision: "Præcision",
  audience: "For",
  phases: "Fase",
  questions: "Spørgsmål",
  week: (week) => `uge ${week}`,
  weeks: (first, last) => `uge ${first}–${last}`,
  either: (first, last) => `uge ${first} eller ${last}`,
  days: (days) => (days === 1 ? "1 dag" : `${comma(days)} dage`),
  perIdea: (days) => (days === 1 ? "1 dag pr. idé" : `${comma(days)} dage pr. idé`),
  states: {
    planned: "planlagt",
    pinned: "fastlagt",
    drafted: "udkast",
    held: "afholdt",
    done: "udført",
    cancelled: "aflyst",
    proposed: "forelagt",
    decided: "afgjort",
    waiting: "venter",
    open: "åben",
    closed: "lukket",
  },
  voluntary: "frivilligt",
  openSignUp: "åben tilmelding",
  extents: { full: "hel pause", partial: "delvis pause", work: "pause med arbejde" },
  target: (role, atLeast) => `mål: mindst ${atLeast} × ${role} i hver organisation`,
  ours: (text) => `Ikke i kilden: ${text}`,
};

const en: ExportWords = {
  precisions: {
    time: "time",
    day: "day",
    days: "days",
    week: "week",
    weeks: "weeks",
    either: "one of two weeks",
    month: "month",
    months: "months",
    season: "season",
    between: "between two items",
    before: "before another item",
    after: "after another item",
    condition: "when a condition holds",
    yearless: "day without a year",
    unknown: "not said",
  },
  yes: "yes",
  approximate: "approx.",
  latest: "no later than",
  earliest: "no earlier than",
  tentative: "tentative",
  quote: "The source's words",
  precision: "Precision",
  audience: "For",
  phases: "Phase",
  questions: "Questions",
  week: (week) => `week ${week}`,
  weeks: (first, last) => `weeks ${first}–${last}`,
  either: (first, last) => `week ${first} or ${last}`,
  days: (days) => (days === 1 ? "1 day" : `${days} days`),
  perIdea: (days) => (days === 1 ? "1 day per idea" : `${days} days per idea`),
  states: {
    planned: "planned",
    pinned: "dated",
    drafted: "draft",
    held: "held",
    done: "done",
    cancelled: "cancelled",
    proposed: "proposed",
    decided: "decided",
    waiting: "waiting",
    open: "open",
    closed: "closed",
  },
  voluntary: "voluntary",
  openSignUp: "open sign-up",
  extents: { full: "full break", partial: "partial break", work: "break with work" },
  target: (role, atLeast) => `target: at least ${atLeast} × ${role} in each organisation`,
  ours: (text) => `Not in the source: ${text}`,
};

function comma(number: number): string {
  return String(number).replace(".", ",");
}

export const EXPORT_WORDS: Record<Language, ExportWords> = { da, en };

/** What stands on the printed page only. */
export type PageWords = {
  when: string;
  phase: string;
  what: string;
  planned: string;
  done: string;
  caption: string;
  start: (date: string) => string;
  noStart: string;
  version: (version: number) => string;
  opened: (date: string) => string;
  closed: (date: string) => string;
  success: string;
  open: string;
};

export const PAGE_WORDS: Record<Language, PageWords> = {
  da: {
    when: "Tid",
    phase: "Fase",
    what: "Opgaver og aftaler",
    planned: "Planlagt",
    done: "Gennemført",
    caption: "Slutdatoer er med i tiden. »…« er kildens egne ord, og ? er det, kilden lader åbent.",
    start: (date) => `Begynder ${date}`,
    noStart: "Uden startdato",
    version: (version) => `Programmets version ${version}`,
    opened: (date) => `åbnet ${date}`,
    closed: (date) => `lukket ${date}`,
    success: "Succeskriterier",
    open: "Det, der står åbent",
  },
  en: {
    when: "Time",
    phase: "Phase",
    what: "Tasks and agreements",
    planned: "Planned",
    done: "Carried out",
    caption: "Last dates are included. »…« are the source's own words, and ? is what the source leaves open.",
    start: (date) => `Begins ${date}`,
    noStart: "Without a start date",
    version: (version) => `Programme version ${version}`,
    opened: (date) => `opened ${date}`,
    closed: (date) => `closed ${date}`,
    success: "Success criteria",
    open: "What is left open",
  },
};
