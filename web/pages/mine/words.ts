// What my page says.
import type { Language } from "../../words-shape.ts";

type Words = {
  title: string;
  lead: (waiting: number, overdue: number) => string;
  groups: Record<"overdue" | "week" | "later", string>;
  nothing: string;
  next: (title: string, network: string, when: string) => string;
  nothingAtAll: string;
  administrator: string;
  by: string;
  undated: string;
  onBehalf: (name: string) => string;
  missing: string;
  open: string;
  upcoming: string;
  answers: Record<string, string>;
  unanswered: string;
  networks: string;
  ended: string;
  calendar: string;
  calendarHint: string;
};

export const MINE: Record<Language, Words> = {
  da: {
    title: "Hvad venter på mig",
    lead: (waiting, overdue) =>
      waiting === 0
        ? "Du er med på det hele: intet venter på dig."
        : `${waiting === 1 ? "Én ting venter" : `${waiting} ting venter`} på dig${overdue > 0 ? `, ${overdue === waiting ? "forfaldent" : `heraf ${overdue} forfaldent`}` : ""}.`,
    groups: { overdue: "Forfaldent", week: "Denne uge", later: "Senere" },
    nothing: "Intet venter på dig.",
    next: (title, network, when) => `Det næste er «${title}» i ${network}, ${when}.`,
    nothingAtAll:
      "Når der er et møde at svare på, hjemmearbejde at aflevere eller en beslutning at tage, står det her, og du får en mail.",
    administrator:
      "En administrators nøgle hører ikke til en person, så her venter intet. Netværkene står i overblikket.",
    by: "senest",
    undated: "uden dato",
    onBehalf: (name) => `for ${name}`,
    missing: "Mangler",
    open: "Åbn",
    upcoming: "Møder, der kommer",
    answers: { accepted: "Du kommer", tentative: "Du kommer måske", declined: "Du kommer ikke" },
    unanswered: "Ikke svaret",
    networks: "Mine netværk",
    ended: "afsluttet",
    calendar: "Min kalender",
    calendarHint: "Få møder og frister ind i din egen kalender.",
  },
  en: {
    title: "What waits for me",
    lead: (waiting, overdue) =>
      waiting === 0
        ? "You are up to date: nothing waits for you."
        : `${waiting === 1 ? "One thing waits" : `${waiting} things wait`} for you${overdue > 0 ? `, ${overdue === waiting ? "overdue" : `${overdue} of them overdue`}` : ""}.`,
    groups: { overdue: "Overdue", week: "This week", later: "Later" },
    nothing: "Nothing waits for you.",
    next: (title, network, when) => `Next comes “${title}” in ${network}, ${when}.`,
    nothingAtAll:
      "When there is a meeting to answer, homework to deliver or a decision to take, it stands here, and you get a mail.",
    administrator: "An administrator's key belongs to nobody, so nothing waits here. The networks are in the overview.",
    by: "by",
    undated: "no date",
    onBehalf: (name) => `for ${name}`,
    missing: "Missing",
    open: "Open",
    upcoming: "Meetings to come",
    answers: { accepted: "You are coming", tentative: "You may come", declined: "You are not coming" },
    unanswered: "Not answered",
    networks: "My networks",
    ended: "ended",
    calendar: "My calendar",
    calendarHint: "Have meetings and deadlines in your own calendar.",
  },
};
