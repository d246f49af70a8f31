// The page of a date poll, in Danish and English.
import type { PollLinkJson } from "../api/client.ts";
import type { Language } from "./words-shape.ts";

type Words = {
  title: string;
  ask: string;
  said: Record<"yes" | "maybe" | "no", string>;
  count: (yes: number, maybe: number) => string;
  send: string;
  answered: string;
  change: string;
  closed: Record<PollLinkJson["state"], string>;
  missing: string;
  notSent: string;
};

export const POLL_WORDS: Record<Language, Words> = {
  da: {
    title: "Hvornår kan du?",
    ask: "Hvornår kan du?",
    said: { yes: "Ja", maybe: "Måske", no: "Nej" },
    count: (yes, maybe) => `${yes} kan, ${maybe} måske`,
    send: "Send mit svar",
    answered: "Du har svaret",
    change: "Du kan ændre dit svar, indtil datoen er valgt.",
    closed: {
      open: "Der kan ikke svares længere",
      ended: "Fristen er forbi; datoen bliver valgt nu",
      chosen: "Datoen er valgt",
      cancelled: "Der spørges ikke længere om en dato",
    },
    missing: "Svar på mindst én af datoerne.",
    notSent: "Dit svar er ikke sendt",
  },
  en: {
    title: "When can you come?",
    ask: "When can you come?",
    said: { yes: "Yes", maybe: "Maybe", no: "No" },
    count: (yes, maybe) => `${yes} can, ${maybe} maybe`,
    send: "Send my answer",
    answered: "You have answered",
    change: "You can change your answer until the date is chosen.",
    closed: {
      open: "It can no longer be answered",
      ended: "The time to answer has passed; the date is being chosen now",
      chosen: "The date is chosen",
      cancelled: "A date is no longer asked for",
    },
    missing: "Answer at least one of the dates.",
    notSent: "Your answer was not sent",
  },
};
