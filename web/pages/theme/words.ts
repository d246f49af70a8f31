// What the page of a network's theme and agreements says.
import type { Language } from "../../words-shape.ts";

const da = {
  title: { theme: "Tema og aftaler", tracks: "Lokale spor", conditions: "Betingelser" },
  count: {
    agreements: (n: number, of: number) => `${n} af ${of} aftaler er på plads.`,
    characteristics: (n: number, of: number) => `${n} af ${of} kendetegn er beskrevet.`,
    tracks: (n: number, of: number) => `${n} af ${of} organisationer har gennemført deres spor.`,
    conditions: (n: number, of: number) => `${n} af ${of} betingelser holder.`,
  },
  nothing: "Forløbet har hverken aftaler, kendetegn, lokale spor eller betingelser.",
  agreements: "Aftaler",
  characteristics: "De syv kendetegn",
  conditions: "Betingelser",
  recorded: "På plads",
  notYet: "Ikke på plads endnu",
  notDescribed: "Ikke beskrevet endnu",
  waits: "Holder ikke endnu",
  agreement: {
    what: "Hvad er aftalt?",
    hint: "Fx mål, timer eller midler. Alle i netværket kan læse det.",
    save: "Skriv aftalen ned",
    again: "Skriv aftalen om",
    said: "Aftalen er skrevet ned.",
  },
  describe: {
    open: "Beskriv det",
    again: "Beskriv det igen",
    save: "Gem beskrivelsen",
    said: "Kendetegnet er beskrevet.",
  },
  condition: {
    how: "Hvordan kom det til at holde? (kan udelades)",
    save: "Det holder nu",
    said: "Betingelsen holder nu.",
  },
  track: {
    organisation: "Organisation",
    next: "Næste skridt",
    lacks: "Før et spor kan begynde, mangler:",
    none: "Ingen organisation har nogen til at lede sporet endnu.",
    start: "Begynd",
    startAnyway: "Begynd alligevel",
    note: "Hvorfor begynder I alligevel?",
    done: "Gjort",
    current: "I gang",
    rest: "Ikke endnu",
    complete: (step: string) => `${step} er gjort`,
    states: { waiting: "Ikke begyndt", running: "I gang", ended: "Gennemført" },
    started: "Sporet er begyndt.",
    completed: "Skridtet er gjort.",
  },
};

export type ThemePageWords = typeof da;

const en: ThemePageWords = {
  title: { theme: "Theme and agreements", tracks: "Local tracks", conditions: "Conditions" },
  count: {
    agreements: (n, of) => `${n} of ${of} agreements are in place.`,
    characteristics: (n, of) => `${n} of ${of} characteristics are described.`,
    tracks: (n, of) => `${n} of ${of} organisations have completed their track.`,
    conditions: (n, of) => `${n} of ${of} conditions hold.`,
  },
  nothing: "The programme has no agreements, characteristics, local tracks or conditions.",
  agreements: "Agreements",
  characteristics: "The seven characteristics",
  conditions: "Conditions",
  recorded: "In place",
  notYet: "Not in place yet",
  notDescribed: "Not described yet",
  waits: "Does not hold yet",
  agreement: {
    what: "What is agreed?",
    hint: "Such as aims, hours or means. Everybody in the network can read it.",
    save: "Record the agreement",
    again: "Record it anew",
    said: "The agreement is recorded.",
  },
  describe: {
    open: "Describe it",
    again: "Describe it anew",
    save: "Save the description",
    said: "The characteristic is described.",
  },
  condition: {
    how: "How did it come to hold? (optional)",
    save: "It holds now",
    said: "The condition holds now.",
  },
  track: {
    organisation: "Organisation",
    next: "Next step",
    lacks: "Before a track can begin, this is missing:",
    none: "No organisation has anybody to lead the track yet.",
    start: "Begin",
    startAnyway: "Begin all the same",
    note: "Why do you begin all the same?",
    done: "Done",
    current: "Under way",
    rest: "Not yet",
    complete: (step) => `${step} is done`,
    states: { waiting: "Not begun", running: "Under way", ended: "Completed" },
    started: "The track has begun.",
    completed: "The step is done.",
  },
};

export const THEME_PAGE: Record<Language, ThemePageWords> = { da, en };

/** What the page is called by what the programme has of it. */
export const titleOf = (parts: readonly string[], { title }: ThemePageWords): string =>
  parts.includes("agreements") || parts.includes("characteristics")
    ? title.theme
    : parts.includes("tracks")
      ? title.tracks
      : title.conditions;
