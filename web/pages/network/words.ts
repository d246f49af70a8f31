// What the page of a network says.
import type { Language } from "../../words-shape.ts";

type Words = {
  week: (week: number, of: number) => string;
  before: string;
  open: (phases: string[]) => string;
  none: string;
  next: (title: string, when: string) => string;
  ended: (outcome: string) => string;
  outcomes: Record<string, string>;
  waits: string;
  coming: string;
  nothingComes: string;
  timeline: string;
  chart: string;
  phases: string;
  planned: string;
  since: string;
  late: (days: number) => string;
  closes: string;
  opens: string;
  met: string;
  unmet: string;
  most: string;
  close: (title: string) => string;
  openIt: (title: string) => string;
  closeAnyway: (title: string) => string;
  anyway: string;
  note: string;
  noteHint: string;
  noneOpen: string;
  out: string;
  nothingOut: string;
  people: (n: number) => string;
  all: string;
  happened: string;
  nothingHappened: string;
  history: string;
  inspect: string;
  live: string;
  ending: string;
  endingLead: string;
  endingLabel: string;
  followUps: string;
  followUpsHint: string;
  followUp: { title: string; owner: string; due: string };
  reason: string;
  end: string;
  stop: string;
  stopLead: string;
  stopReason: string;
  stopIt: string;
  rehearse: string;
};

export const NETWORK: Record<Language, Words> = {
  da: {
    week: (week, of) => (week > of ? `Uge ${week}, ${week - of} ud over de ${of} planlagte.` : `Uge ${week} af ${of}.`),
    before: "Netværket er ikke begyndt.",
    open: (phases) => `${listed(phases, "og")} er ${phases.length === 1 ? "åben" : "åbne"}.`,
    none: "Ingen fase er åben.",
    next: (title, when) => `Næste: ${title}, ${when}.`,
    ended: (outcome) => `Netværket er afsluttet: ${outcome}.`,
    outcomes: {
      scale: "skaleres",
      spread: "spredes",
      handOver: "overdraget til drift",
      evaluate: "evalueres",
      end: "slut",
      stopped: "stoppet",
    },
    waits: "Venter på dig",
    coming: "Det kommer",
    nothingComes: "Intet har en dato endnu. Giv det næste møde en dato i planen.",
    timeline: "Tidslinje",
    chart: "Faser",
    phases: "Åbne faser",
    planned: "Planlagt",
    since: "Åben siden",
    late: (days) => (days === 1 ? "én dag over tiden" : `${days} dage over tiden`),
    closes: "Før fasen kan lukkes",
    opens: "Før fasen kan åbnes",
    met: "opfyldt",
    unmet: "mangler",
    most: "højst",
    close: (title) => `Luk ${title}`,
    openIt: (title) => `Åbn ${title}`,
    closeAnyway: (title) => `Luk ${title} alligevel`,
    anyway: "Gå videre alligevel",
    note: "Hvorfor går I videre?",
    noteHint: "Noten står i historikken. Programmet lader jer gå videre, selv om noget mangler, når I skriver hvorfor.",
    noneOpen: "Ingen fase er åben lige nu.",
    out: "Det sendes snart",
    nothingOut: "Der er ikke planlagt beskeder.",
    people: (n) => (n === 1 ? "1 person" : `${n} personer`),
    all: "Alle beskeder",
    happened: "Det er sket",
    nothingHappened: "Der er ikke sket noget endnu.",
    history: "Hele historikken",
    inspect: "Se maskinen indefra",
    live: "Siden følger selv med",
    ending: "Afslut netværket",
    endingLead:
      "Når genforhandlingen er færdig: vælg, hvad der blev aftalt. Opfølgninger med dato mindes der om, også efter afslutningen.",
    endingLabel: "Hvad blev aftalt?",
    followUps: "Opfølgninger",
    followUpsHint: "Lad tomme rækker stå.",
    followUp: { title: "Hvad skal gøres", owner: "Af hvem (mailadresse)", due: "Hvornår" },
    reason: "Begrundelse",
    end: "Afslut netværket",
    stop: "Stop netværket før tid",
    stopLead: "Påmindelser aflyses, alle får besked, og rapporten bliver.",
    stopReason: "Hvorfor stoppes det?",
    stopIt: "Stop netværket",
    rehearse: "Flyt tiden i prøvekørslen",
  },
  en: {
    week: (week, of) => (week > of ? `Week ${week}, ${week - of} beyond the ${of} planned.` : `Week ${week} of ${of}.`),
    before: "The network has not begun.",
    open: (phases) => `${listed(phases, "and")} ${phases.length === 1 ? "is" : "are"} open.`,
    none: "No phase is open.",
    next: (title, when) => `Next: ${title}, ${when}.`,
    ended: (outcome) => `The network has ended: ${outcome}.`,
    outcomes: {
      scale: "to be scaled",
      spread: "to be spread",
      handOver: "handed over to daily operation",
      evaluate: "to be evaluated",
      end: "the end",
      stopped: "stopped",
    },
    waits: "Waits for you",
    coming: "Coming up",
    nothingComes: "Nothing has a date yet. Give the next meeting a date in the plan.",
    timeline: "Timeline",
    chart: "Phases",
    phases: "Open phases",
    planned: "Planned",
    since: "Open since",
    late: (days) => (days === 1 ? "one day late" : `${days} days late`),
    closes: "Before the phase can close",
    opens: "Before the phase can open",
    met: "met",
    unmet: "missing",
    most: "at most",
    close: (title) => `Close ${title}`,
    openIt: (title) => `Open ${title}`,
    closeAnyway: (title) => `Close ${title} all the same`,
    anyway: "Go on all the same",
    note: "Why do you go on?",
    noteHint:
      "The note stands in the history. The programme lets you go on though something is missing, when you write why.",
    noneOpen: "No phase is open just now.",
    out: "Goes out soon",
    nothingOut: "No messages are planned.",
    people: (n) => (n === 1 ? "1 person" : `${n} people`),
    all: "All messages",
    happened: "Has happened",
    nothingHappened: "Nothing has happened yet.",
    history: "The whole history",
    inspect: "See the machine from inside",
    live: "The page keeps up by itself",
    ending: "Close the network",
    endingLead:
      "When the renegotiation is done: choose what was agreed. Follow-ups with dates are reminded of, also after the end.",
    endingLabel: "What was agreed?",
    followUps: "Follow-ups",
    followUpsHint: "Leave rows empty that you do not need.",
    followUp: { title: "What is to be done", owner: "By whom (e-mail)", due: "When" },
    reason: "Reason",
    end: "Close the network",
    stop: "Stop the network before its time",
    stopLead: "Reminders are cancelled, everybody is told, and the report stays.",
    stopReason: "Why is it stopped?",
    stopIt: "Stop the network",
    rehearse: "Move time in the rehearsal",
  },
};

function listed(names: string[], and: string): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}
