// What the page of a network's machines says.
import type { Language } from "../../words-shape.ts";

type Words = {
  title: string;
  now: (states: number, timers: number) => string;
  stood: (seq: number, latest: number, when: string) => string;
  fromLedger: string;
  scrub: string;
  first: string;
  back: string;
  on: string;
  present: string;
  entry: string;
  show: string;
  chart: string;
  others: string;
  ways: string;
  way: (to: string, on: string) => string;
  lit: string;
  states: Record<string, string>;
  timers: string;
  timerColumns: [when: string, of: string, does: string];
  noTimers: string;
  undated: (n: number) => string;
  nothing: string;
  events: string;
  eventColumns: [entry: string, when: string, what: string, asked: string];
  noEvents: string;
  alone: string;
  whatIf: string;
  lead: string;
  type: string;
  nobody: string;
  data: string;
  dataHint: string;
  until: string;
  untilHint: string;
  ask: string;
  badData: string;
  refused: string;
  effects: string;
  notDone: string;
  standColumns: [what: string, before: string, after: string];
  same: string;
  fresh: string;
  gone: string;
  armed: string;
  cancelled: string;
  said: string;
  told: string;
  coming: string;
  off: string;
  none: string;
  run: string;
  facts: { machine: string; run: string; began: string; events: string; pending: string };
  attempts: (activity: string, n: number) => string;
};

const da: Words = {
  title: "Maskinen indefra",
  now: (states, timers) => `${states} dele er i gang, og ${timers} tidsure er sat.`,
  stood: (seq, latest, when) => `Sådan stod det efter post ${seq} af ${latest}: ${when}.`,
  fromLedger:
    "Motoren svarer ikke, eller den gemmer ikke det tidspunkt længere. Her er, hvad historikken ved: faser, dele og beskeder, der kommer.",
  scrub: "Gå tilbage i tiden",
  first: "Begyndelsen",
  back: "En post tilbage",
  on: "En post frem",
  present: "Nu",
  entry: "Post",
  show: "Vis",
  chart: "Netværket",
  others: "Delene",
  ways: "Herfra kan den gå",
  way: (to, on) => `til ${to} ved ${on}`,
  lit: "her",
  states: {
    planned: "planlagt",
    drafted: "kladde",
    pinned: "har dato",
    held: "holdt",
    done: "færdig",
    cancelled: "aflyst",
    captured: "fanget",
    shortlisted: "på den korte liste",
    testing: "i test",
    deciding: "til afgørelse",
    approved: "godkendt",
    followedUp: "fulgt op",
    discarded: "kasseret",
    merged: "lagt sammen",
    split: "delt",
    drafting: "forberedes",
    proposed: "foreslået",
    taken: "truffet",
    open: "åben",
    closed: "lukket",
    running: "i gang",
    ended: "slut",
    over: "forbi",
    fresh: "ny",
    asking: "spørger",
    reminded: "har mindet om det",
    following: "følger op",
    waiting: "venter",
    due: "skulle være begyndt",
  },
  timers: "Tidsure",
  timerColumns: ["Hvornår", "Hvad", "Hvad det gør"],
  noTimers: "Ingen tidsure er sat.",
  undated: (n) => `${n} tidsure venter på en dato.`,
  nothing: "skriver ikke noget",
  events: "Det seneste",
  eventColumns: ["Post", "Hvornår", "Hvad", "Bedt om"],
  noEvents: "Der er ikke sket noget endnu.",
  alone: "af sig selv",
  whatIf: "Hvad ville der ske, hvis …",
  lead: "Det afprøves på en kopi. Intet af det sker.",
  type: "Handling",
  nobody: "ingen gør noget",
  data: "Oplysninger (JSON)",
  dataHint: 'For eksempel {"phase": "design"}',
  until: "Og intet sker indtil",
  untilHint: "For eksempel 2027-03-11. Kan stå tomt.",
  ask: "Se, hvad der ville ske",
  badData: "Oplysningerne er ikke et JSON-objekt.",
  refused: "Det ville blive afvist",
  effects: "Det ville ske",
  notDone: "Intet af det er sket.",
  standColumns: ["Hvad", "Før", "Efter"],
  same: "Alt ville stå som nu.",
  fresh: "ny",
  gone: "væk",
  armed: "Tidsure, der bliver sat",
  cancelled: "Tidsure, der falder væk",
  said: "Det ville stå i historikken",
  told: "Får besked med det samme",
  coming: "Beskeder, der kommer i stedet",
  off: "Beskeder, der ikke går mere",
  none: "Ingen.",
  run: "Motoren",
  facts: { machine: "Maskine", run: "Kørsel", began: "Begyndt", events: "Hændelser i den", pending: "På vej" },
  attempts: (activity, n) => `${activity}, forsøg ${n}`,
};

const en: Words = {
  title: "The machine from inside",
  now: (states, timers) => `${states} parts are under way, and ${timers} timers are set.`,
  stood: (seq, latest, when) => `So it stood after entry ${seq} of ${latest}: ${when}.`,
  fromLedger:
    "The engine does not answer, or keeps that time no longer. Here is what the history knows: phases, parts and messages to come.",
  scrub: "Go back in time",
  first: "The beginning",
  back: "One entry back",
  on: "One entry on",
  present: "Now",
  entry: "Entry",
  show: "Show",
  chart: "The network",
  others: "Its parts",
  ways: "From here it can go",
  way: (to, on) => `to ${to} on ${on}`,
  lit: "here",
  states: {
    planned: "planned",
    drafted: "draft",
    pinned: "has a date",
    held: "held",
    done: "done",
    cancelled: "cancelled",
    captured: "captured",
    shortlisted: "on the short list",
    testing: "in test",
    deciding: "to be decided",
    approved: "approved",
    followedUp: "followed up",
    discarded: "discarded",
    merged: "merged",
    split: "split",
    drafting: "being prepared",
    proposed: "proposed",
    taken: "taken",
    open: "open",
    closed: "closed",
    running: "under way",
    ended: "ended",
    over: "over",
    fresh: "new",
    asking: "asking",
    reminded: "has reminded",
    following: "following up",
    waiting: "waiting",
    due: "should have begun",
  },
  timers: "Timers",
  timerColumns: ["When", "What", "What it does"],
  noTimers: "No timers are set.",
  undated: (n) => `${n} timers wait for a date.`,
  nothing: "writes nothing",
  events: "The latest",
  eventColumns: ["Entry", "When", "What", "Asked for"],
  noEvents: "Nothing has happened yet.",
  alone: "by itself",
  whatIf: "What would happen if …",
  lead: "It is tried on a copy. Nothing of it happens.",
  type: "Action",
  nobody: "nobody does anything",
  data: "Data (JSON)",
  dataHint: 'For example {"phase": "design"}',
  until: "And nothing happens until",
  untilHint: "For example 2027-03-11. May be left empty.",
  ask: "See what would happen",
  badData: "The data is no JSON object.",
  refused: "It would be refused",
  effects: "This would happen",
  notDone: "Nothing of it has happened.",
  standColumns: ["What", "Before", "After"],
  same: "All would stand as now.",
  fresh: "new",
  gone: "gone",
  armed: "Timers that are set",
  cancelled: "Timers that fall away",
  said: "The history would say",
  told: "Told at once",
  coming: "Messages that come instead",
  off: "Messages that no longer go",
  none: "None.",
  run: "The engine",
  facts: { machine: "Machine", run: "Run", began: "Began", events: "Events in it", pending: "Under way" },
  attempts: (activity, n) => `${activity}, attempt ${n}`,
};

export const INSPECT: Record<Language, Words> = { da, en };

/** A state by its path, in words: of a phase with its name, else the states it lies in and itself. */
export function stateWords(path: string, phases: { id: string; title: string }[], language: Language): string {
  const known = INSPECT[language].states;
  const parts = path.split(".");
  const phase = parts[0] === "running" ? phases.find(({ id }) => id === parts[1]) : undefined;
  const own = parts.slice(phase ? 2 : 0).map((part) => known[part] ?? part);
  return phase ? `${phase.title}: ${own.join(", ")}` : own.join(", ");
}
