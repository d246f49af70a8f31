// What the page across networks says.
import type { Language } from "../../words-shape.ts";

const da = {
  title: "Overblik",
  idle: "Ingen netværk er i gang for alvor.",
  lead: (running: number, late: number) =>
    `${running === 1 ? "1 netværk i gang" : `${running} netværk i gang`}. ${late === 0 ? "Ingen har noget forfaldent." : late === 1 ? "Ét har noget forfaldent." : `${late} har noget forfaldent.`}`,
  waiting: (n: number, days: number) =>
    n === 0
      ? "Ingen afgørelser venter."
      : `${n === 1 ? "1 afgørelse venter" : `${n} afgørelser venter`}, den ældste i ${days === 1 ? "1 dag" : `${days} dage`}.`,
  empty: "Der er ingen netværk endnu. Når et netværk er i gang, står dets fase, næste møde og det, der venter, her.",
  make: "Lav et nyt netværk",
  noMatch: "Ingen netværk passer til det, du har valgt.",
  all: "Vis alle",
  filter: "Vælg",
  search: "Navn indeholder",
  type: "Type",
  anyType: "Alle typer",
  types: { innovation: "Innovationsnetværk", learning: "Læringsnetværk", welfare: "Velfærdsnetværk" },
  show: "Vis",
  shows: { running: "I gang", late: "Forfaldent eller venter på afgørelse", ended: "Afsluttede", all: "Alle" },
  press: "Vis",
  csv: "Hent som CSV",
  table: "Netværk",
  columns: {
    title: "Netværk",
    week: "Uge",
    phase: "Fase",
    meeting: "Næste møde",
    overdue: "Forfaldent",
    decisions: "Afgørelser venter",
    effort: "Arbejdsdage",
    budget: "Budget",
  },
  sorted: "sorteret",
  weekOf: (week: number, of: number) => `${week} af ${of}`,
  days: (n: number) => (n === 1 ? "1 dag" : `${n} dage`),
  spent: (spent: string, planned: string) => `${spent} af ${planned}`,
  ended: "afsluttet",
  rehearsal: "prøvekørsel",
  none: "–",
  sum: "I alt",
};

export type OverviewWords = typeof da;

const en: OverviewWords = {
  title: "Overview",
  idle: "No networks are running for real.",
  lead: (running, late) =>
    `${running === 1 ? "1 network is running" : `${running} networks are running`}. ${late === 0 ? "None has anything overdue." : late === 1 ? "One has something overdue." : `${late} have something overdue.`}`,
  waiting: (n, days) =>
    n === 0
      ? "No decisions are waiting."
      : `${n === 1 ? "1 decision is waiting" : `${n} decisions are waiting`}, the oldest for ${days === 1 ? "1 day" : `${days} days`}.`,
  empty: "There are no networks yet. Once one runs, its phase, next meeting and what waits stand here.",
  make: "Make a new network",
  noMatch: "No network fits what you chose.",
  all: "Show all",
  filter: "Choose",
  search: "Name contains",
  type: "Type",
  anyType: "All types",
  types: { innovation: "Innovation networks", learning: "Learning networks", welfare: "Welfare networks" },
  show: "Show",
  shows: { running: "Running", late: "Overdue or waiting for a decision", ended: "Ended", all: "All" },
  press: "Show",
  csv: "Download as CSV",
  table: "Networks",
  columns: {
    title: "Network",
    week: "Week",
    phase: "Phase",
    meeting: "Next meeting",
    overdue: "Overdue",
    decisions: "Decisions waiting",
    effort: "Working days",
    budget: "Budget",
  },
  sorted: "sorted",
  weekOf: (week, of) => `${week} of ${of}`,
  days: (n) => (n === 1 ? "1 day" : `${n} days`),
  spent: (spent, planned) => `${spent} of ${planned}`,
  ended: "ended",
  rehearsal: "rehearsal",
  none: "–",
  sum: "Together",
};

export const OVERVIEW: Record<Language, OverviewWords> = { da, en };
