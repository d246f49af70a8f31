// What the page of a rehearsal says.
import type { Language } from "../../words-shape.ts";

const da = {
  title: "Prøvekørsel",
  clock: (when: string, week: string) => `I netværket er det ${when} (${week}).`,
  ended: "Netværket er slut.",
  plays: "Dette netværk spiller af sig selv: alle personer er opdigtede, og ingen mail forlader huset.",
  move: "Flyt tiden",
  next: "Næste hændelse",
  week: "En uge frem",
  end: "Til slut",
  moved: (when: string, happened: number, mails: number) =>
    `Nu er det ${when}. ${happened === 1 ? "Én ting skete" : `${happened} ting skete`}, ${mails === 1 ? "én besked gik ud" : `${mails} beskeder gik ud`}.`,
  nothing: "Der er ikke mere, der skal ske af sig selv.",
  log: "Hvad skete der",
  none: "Endnu ikke noget. Flyt tiden, så viser det sig her.",
  mails: "Mails, som de ville se ud",
  noMails: "Ingen mails endnu.",
  to: (n: number) => (n === 1 ? "til 1 person" : `til ${n} personer`),
  subject: "Emne",
  programmeWeek: (n: number) => `uge ${n}`,
  later:
    "Ser du kun tiden gå, bliver møder uden dag og faser, som ingen åbner, stående. Gør det på netværkets sider, som du ville gøre for alvor.",
  real: "Start for alvor",
  realLead: "Et nyt netværk på det rigtige ur, med samme plan og personer. Prøvekørslen bliver liggende.",
  toDraft: "Gå til start",
  start: "Første dag",
  started: "Netværket er i gang.",
  isReal: "Dette netværk kører for alvor. Her er intet at prøvekøre.",
  toNetwork: "Gå til netværket",
};

export type RehearsalWords = typeof da;

const en: RehearsalWords = {
  title: "Rehearsal",
  clock: (when, week) => `In the network it is ${when} (${week}).`,
  ended: "The network has ended.",
  plays: "This network plays by itself: all people are made up, and no mail leaves the house.",
  move: "Move time",
  next: "Next event",
  week: "A week on",
  end: "To the end",
  moved: (when, happened, mails) =>
    `It is now ${when}. ${happened === 1 ? "One thing happened" : `${happened} things happened`}, ${mails === 1 ? "one message went out" : `${mails} messages went out`}.`,
  nothing: "Nothing more happens by itself.",
  log: "What happened",
  none: "Nothing yet. Move time, and it shows here.",
  mails: "Mails as they would look",
  noMails: "No mails yet.",
  to: (n) => (n === 1 ? "to 1 person" : `to ${n} people`),
  subject: "Subject",
  programmeWeek: (n) => `week ${n}`,
  later:
    "If you only let time pass, meetings without a day and phases that nobody opens stay as they are. Do it on the network's pages, as you would for real.",
  real: "Start for real",
  realLead: "A new network on the real clock, with the same plan and people. The rehearsal stays.",
  toDraft: "Go to the start",
  start: "First day",
  started: "The network is under way.",
  isReal: "This network runs for real. There is nothing to rehearse here.",
  toNetwork: "Go to the network",
};

export const REHEARSAL: Record<Language, RehearsalWords> = { da, en };
