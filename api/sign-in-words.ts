// What is said to somebody who does not get in, in Danish and English.

export type WayProblemCode = "way-unknown" | "way-over" | "way-elsewhere" | "way-refused" | "way-nobody" | "too-often";

type Said = { title: string; detail: string; hint: string };
type Words = Record<WayProblemCode, (about: string) => Said>;

const da: Words = {
  "way-unknown": () => ({
    title: "Det kan du ikke logge ind med",
    detail: "Linket eller adgangsnøglen findes ikke.",
    hint: "Se efter, at hele linket kom med, eller bed om et nyt.",
  }),
  "way-over": () => ({
    title: "Linket gælder ikke længere",
    detail: "Et link til at logge ind virker én gang og i kort tid. Dette er brugt eller for gammelt.",
    hint: "Bed om et nyt link; det kommer med det samme.",
  }),
  "way-elsewhere": () => ({
    title: "Åbn linket i den anden browser",
    detail: "Et link til at logge ind virker kun i den browser, hvor der blev bedt om det. Linket er ikke brugt.",
    hint: "Kopiér linket over i den browser, eller bed om et nyt link her.",
  }),
  "way-refused": (about) => ({
    title: "Du blev ikke logget ind",
    detail: `Organisationens login sagde nej${about && `: ${about}`}.`,
    hint: "Prøv igen, eller få et link på mail.",
  }),
  "way-nobody": (about) => ({
    title: "Vi kender ikke adressen",
    detail: `Organisationens login siger, at du er ${about}, og den adresse er ikke med i noget netværk.`,
    hint: "Bed netværkslederen om at tilføje dig med den adresse.",
  }),
  "too-often": () => ({
    title: "For mange forsøg",
    detail: "Der er prøvet for mange gange herfra.",
    hint: "Vent et kvarter, og prøv igen.",
  }),
};

const en: Words = {
  "way-unknown": () => ({
    title: "You cannot sign in with that",
    detail: "There is no such link or access key.",
    hint: "Check that the whole link came along, or ask for a new one.",
  }),
  "way-over": () => ({
    title: "The link no longer holds",
    detail: "A link to sign in works once and for a short while. This one is used or too old.",
    hint: "Ask for a new link; it comes at once.",
  }),
  "way-elsewhere": () => ({
    title: "Open the link in the other browser",
    detail: "A link to sign in works only in the browser where it was asked for. It has not been used.",
    hint: "Copy the link into that browser, or ask for a new link here.",
  }),
  "way-refused": (about) => ({
    title: "You were not signed in",
    detail: `Your organisation's sign-in said no${about && `: ${about}`}.`,
    hint: "Try again, or get a link by mail.",
  }),
  "way-nobody": (about) => ({
    title: "We do not know the address",
    detail: `Your organisation's sign-in says that you are ${about}, and that address is in no network.`,
    hint: "Ask the network lead to add you with that address.",
  }),
  "too-often": () => ({
    title: "Too many tries",
    detail: "There have been too many tries from here.",
    hint: "Wait a quarter of an hour, and try again.",
  }),
};

/** Each problem's words, by language. */
export const WAY_PROBLEMS = { da, en };
