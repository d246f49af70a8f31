// The timeline's words, in Danish and English.
import type { TimelineJson } from "../../api/client.ts";

export type Language = "da" | "en";
export type Line = TimelineJson["lines"][number];

type Words = {
  title: string;
  intro: string;
  kinds: Record<Line["kind"], string>;
  rows: Record<"meeting" | "homework" | "decision" | "monitoring" | "note" | "across", string>;
  phaseStates: Record<string, string>;
  meetingStates: Record<string, string>;
  decisionStates: Record<string, string>;
  again: string;
  trackStates: Record<string, string>;
  otherStates: Record<string, string>;
  breaks: Record<string, string>;
  measured: (done: boolean) => string;
  tasks: (done: number, all: number) => string;
  tasksOf: (phase: string) => string;
  acrossTasks: string;
  tentative: string;
  voluntary: string;
  noDate: string;
  dateMissing: string;
  quote: (words: string) => string;
  first: (when: string) => string;
  number: (number: number) => string;
  today: string;
  todayIs: (day: string) => string;
  endedOn: (day: string) => string;
  since: (day: string) => string;
  from: (day: string) => string;
  until: (day: string) => string;
  clock: (time: string) => string;
  weeks: string;
  programmeWeek: string;
  yearWeek: string;
  undated: string;
  table: string;
  earlier: (count: number) => string;
  later: (count: number) => string;
  nothing: string;
  columns: { plan: string; what: string; done: string; state: string };
  legend: Record<string, string>;
  months: readonly string[];
  weekdays: readonly string[];
};

const da: Words = {
  title: "Tidslinje",
  intro: "Ugerne går fra venstre mod højre. Tryk på et tegn for at se mere.",
  kinds: {
    phase: "Fase",
    tasks: "Opgaver",
    track: "Lokale spor",
    meeting: "Møde",
    homework: "Hjemmearbejde",
    break: "Pause",
    note: "Andet, der sker",
    decision: "Afgørelse",
    monitoring: "Måling",
  },
  rows: {
    meeting: "Møder",
    homework: "Hjemmearbejde",
    decision: "Afgørelser",
    monitoring: "Målinger",
    note: "Andet, der sker",
    across: "Opgaver på tværs",
  },
  phaseStates: { waiting: "ikke åbnet", open: "åben", closed: "afsluttet" },
  meetingStates: { planned: "planlagt", drafted: "udkast", pinned: "dato er sat", held: "holdt", cancelled: "aflyst" },
  decisionStates: {
    planned: "ikke lagt frem",
    proposed: "venter på svar",
    running: "i gang",
    decided: "afgjort",
    cancelled: "aflyst",
    deciding: "venter på svar",
    testing: "justeret, testes igen",
    approved: "godkendt",
    discarded: "kasseret",
    shortlisted: "taget op igen",
  },
  again: "skal afgøres igen",
  trackStates: { planned: "ikke begyndt", running: "i gang", done: "gennemført" },
  otherStates: { cancelled: "aflyst", done: "afsluttet" },
  breaks: { full: "pause", partial: "delvis pause", work: "pause med arbejde" },
  measured: (done) => (done ? "målt" : "ikke målt"),
  tasks: (done, all) => `${done} af ${all} ${all === 1 ? "opgave" : "opgaver"} klaret`,
  tasksOf: (phase) => `Opgaver i ${phase}`,
  acrossTasks: "Opgaver på tværs",
  tentative: "foreløbig",
  voluntary: "frivilligt",
  noDate: "ingen dato",
  dateMissing: "dag mangler",
  quote: (words) => `«${words}»`,
  first: (when) => `først planlagt: ${when}`,
  number: (number) => `Møde nr. ${number}`,
  today: "I dag",
  todayIs: (day) => `I dag er det ${day}.`,
  endedOn: (day) => `Netværket sluttede ${day}.`,
  since: (day) => `siden ${day}`,
  from: (day) => `fra ${day}`,
  until: (day) => `til ${day}`,
  clock: (time) => `kl. ${time.replaceAll(":", ".").replaceAll(/(^|–)0/g, "$1")}`,
  weeks: "Uge",
  programmeWeek: "Forløbets uge",
  yearWeek: "Uge i året",
  undated: "Uden dato",
  table: "Tidslinjen som tabel",
  earlier: (count) => `Tidligere (${count})`,
  later: (count) => `Senere (${count})`,
  nothing: "Her er endnu intet, der har en tid. Det kommer, når planen får det.",
  columns: { plan: "Planlagt", what: "Hvad", done: "Udført", state: "Sådan står det" },
  legend: {
    planned: "planlagt",
    done: "udført",
    open: "åben nu",
    soft: "tiden er ikke kendt på dagen",
    held: "møde holdt",
    pinned: "møde med dato",
    loose: "møde uden fast dag, eller foreløbigt",
    sessions: "ét møde, flere gange",
    homework: "hjemmearbejde til frist",
    decided: "afgjort",
    undecided: "afgørelse, der kommer",
    monitoring: "måling",
    full: "pause",
    partial: "delvis pause",
    work: "pause med arbejde",
  },
  months: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
  weekdays: ["søn.", "man.", "tir.", "ons.", "tor.", "fre.", "lør."],
};

const en: Words = {
  title: "Timeline",
  intro: "Weeks go from left to right. Press a sign to see more.",
  kinds: {
    phase: "Phase",
    tasks: "Tasks",
    track: "Local tracks",
    meeting: "Meeting",
    homework: "Homework",
    break: "Break",
    note: "Also happening",
    decision: "Decision",
    monitoring: "Measuring",
  },
  rows: {
    meeting: "Meetings",
    homework: "Homework",
    decision: "Decisions",
    monitoring: "Measurings",
    note: "Also happening",
    across: "Tasks across phases",
  },
  phaseStates: { waiting: "not opened", open: "open", closed: "closed" },
  meetingStates: { planned: "planned", drafted: "draft", pinned: "date is set", held: "held", cancelled: "cancelled" },
  decisionStates: {
    planned: "not yet put",
    proposed: "awaits an answer",
    running: "under way",
    decided: "decided",
    cancelled: "cancelled",
    deciding: "awaits an answer",
    testing: "adjusted, tested again",
    approved: "approved",
    discarded: "discarded",
    shortlisted: "taken up again",
  },
  again: "to be decided again",
  trackStates: { planned: "not begun", running: "under way", done: "carried out" },
  otherStates: { cancelled: "cancelled", done: "finished" },
  breaks: { full: "break", partial: "partial break", work: "break with work" },
  measured: (done) => (done ? "measured" : "not measured"),
  tasks: (done, all) => `${done} of ${all} ${all === 1 ? "task" : "tasks"} done`,
  tasksOf: (phase) => `Tasks in ${phase}`,
  acrossTasks: "Tasks across phases",
  tentative: "tentative",
  voluntary: "voluntary",
  noDate: "no date",
  dateMissing: "day missing",
  quote: (words) => `“${words}”`,
  first: (when) => `first planned: ${when}`,
  number: (number) => `Meeting no. ${number}`,
  today: "Today",
  todayIs: (day) => `Today is ${day}.`,
  endedOn: (day) => `The network ended on ${day}.`,
  since: (day) => `since ${day}`,
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  clock: (time) => time.replaceAll(/(^|–)0/g, "$1"),
  weeks: "Week",
  programmeWeek: "Programme week",
  yearWeek: "Week of the year",
  undated: "Without a date",
  table: "The timeline as a table",
  earlier: (count) => `Earlier (${count})`,
  later: (count) => `Later (${count})`,
  nothing: "Nothing here has a time yet. It will come as the plan gets it.",
  columns: { plan: "Planned", what: "What", done: "Carried out", state: "How it stands" },
  legend: {
    planned: "planned",
    done: "carried out",
    open: "open now",
    soft: "the day is not known",
    held: "meeting held",
    pinned: "meeting with a date",
    loose: "meeting without a fixed day, or tentative",
    sessions: "one meeting, several times",
    homework: "homework to its deadline",
    decided: "decided",
    undecided: "decision to come",
    monitoring: "measuring",
    full: "break",
    partial: "partial break",
    work: "break with work",
  },
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  weekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
};

export const WORDS: Record<Language, Words> = { da, en };
