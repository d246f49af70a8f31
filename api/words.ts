// What the API says to people, in Danish and English.
import type { Context } from "hono";
import type { Person } from "../programmes/types.ts";
import { LINK_PROBLEMS, type LinkProblemCode } from "./link-words.ts";
import { WAY_PROBLEMS, type WayProblemCode } from "./sign-in-words.ts";

export type Language = Person["language"];

export type ProblemCode =
  | LinkProblemCode
  | "not-json"
  | "too-large"
  | "too-many-open"
  | "bad-input"
  | "file-type"
  | "files-full"
  | "no-key"
  | "bad-key"
  | "sign-in"
  | WayProblemCode
  | "not-allowed"
  | "not-found"
  | "gone"
  | "no-route"
  | "no-method"
  | "key-reused"
  | "refused"
  | "wrong-clock"
  | "no-temporal"
  | "busy"
  | "store"
  | "bug";

type Said = { title: string; detail: string; hint: string };

/** English where the reader asks for it first; Danish otherwise. */
export function languageOf(accept: string | undefined): Language {
  return accept?.trim().toLowerCase().startsWith("en") ? "en" : "da";
}

const SPOKEN = "language";

/** Answers a request in this language, whatever it asks for first. */
export function setLanguage(c: Context, language: Language): void {
  c.set(SPOKEN, language);
}

/** The language a request is answered in. */
export function languageFor(c: Context): Language {
  return (c.get(SPOKEN) as Language | undefined) ?? languageOf(c.req.header("accept-language"));
}

const said = (title: string, detail: string, hint: string): Said => ({ title, detail, hint });
const or = (about: string, otherwise: string) => about || otherwise;

const da: Record<ProblemCode, (about: string) => Said> = {
  ...LINK_PROBLEMS.da,
  ...WAY_PROBLEMS.da,
  "not-json": (about) =>
    said(
      "Ikke JSON",
      `Indholdet kan ikke læses som JSON${about && `: ${about}`}.`,
      "Send et JSON-objekt med content-type application/json.",
    ),
  "too-large": (about) => said("For stort", `Indholdet er større end ${about}.`, "Del det op, eller send mindre."),
  "too-many-open": (about) =>
    said(
      "For mange åbne sider",
      `Du følger med på ${about} åbne sider på én gang; flere kan ikke følge med af sig selv.`,
      "Luk nogle af dem, eller genindlæs siden, når du vil se, hvad der er nyt.",
    ),
  "bad-input": (about) =>
    said(
      "Forkert indhold",
      or(about, "Noget i indholdet er ikke, som det skal være."),
      "Ret felterne, og send igen. Intet er ændret.",
    ),
  "file-type": (about) =>
    said(
      "Filtypen tages ikke imod",
      `«${about}» er ikke en fil af de typer, der tages imod, eller navnet passer ikke til indholdet.`,
      "Brug PDF, PNG, JPEG, GIF, WebP, Word, Excel, PowerPoint, OpenDocument, tekst eller CSV.",
    ),
  "files-full": (about) =>
    said(
      "Der er ikke plads",
      `Netværkets filer må højst fylde ${about} i alt.`,
      "Fjern filer, der ikke bruges, eller læg et link (addLink).",
    ),
  "no-key": () =>
    said(
      "Idempotency-Key mangler",
      "En ændring skal have en Idempotency-Key, så den kan gentages uden at ske to gange.",
      "Send headeren Idempotency-Key med en ny, tilfældig værdi for hver ændring.",
    ),
  "bad-key": (about) =>
    said(
      "Ubrugelig Idempotency-Key",
      `Nøglen skal være 1 til ${about} synlige ASCII-tegn.`,
      "Brug for eksempel et UUID.",
    ),
  "sign-in": () =>
    said(
      "Log ind",
      "Kaldet har ingen gyldig adgangsnøgle.",
      "Send Authorization: Bearer <nøgle>. Administratorens nøgle ligger i admin-token i datamappen.",
    ),
  "not-allowed": (about) =>
    said("Ikke tilladt", or(about, "Din rolle giver ikke ret til det."), "Bed en, der har retten, om at gøre det."),
  "not-found": (about) =>
    said(
      "Findes ikke",
      about ? `«${about}» findes ikke, eller du har ikke adgang til det.` : "Det findes ikke.",
      "Se, hvad der er, med «npx fremdrift network list» eller «programme list».",
    ),
  gone: () =>
    said(
      "Kalenderen er lukket",
      "Adressen til kalenderen gælder ikke længere.",
      "Fjern abonnementet, og bed om en ny adresse, hvis du stadig er med.",
    ),
  "no-route": (about) =>
    said("Ingen sådan adresse", `Der er intet på ${about}.`, "Adresserne står i /api/openapi.json."),
  "no-method": (about) =>
    said(
      "Forkert metode",
      `${about} bruges ikke på denne adresse.`,
      "Adresserne og deres metoder står i /api/openapi.json.",
    ),
  "key-reused": () =>
    said(
      "Nøglen er brugt",
      "Den samme Idempotency-Key er brugt til et andet indhold.",
      "Brug en ny nøgle til en ny ændring.",
    ),
  refused: () =>
    said("Afvist", "Netværket tog ikke imod det.", "Se, hvad der står i vejen, og prøv igen, når det er på plads."),
  "wrong-clock": (about) =>
    said(
      "Forkert ur",
      `Netværket går på uret «${about}»; kun et netværk med trinvis tid kan flyttes frem.`,
      "Opret det med --clock stepped for at styre tiden selv.",
    ),
  "no-temporal": () =>
    said(
      "Ikke svaret endnu",
      "Temporal-serveren svarede ikke i tide. Det, du bad om, kan være sket.",
      "Send det samme igen med samme Idempotency-Key: det sker kun én gang. «npx fremdrift doctor» viser, hvad der er galt.",
    ),
  busy: () =>
    said("Travlt", "For mange venter på netværket lige nu.", "Prøv igen om et øjeblik med samme Idempotency-Key."),
  store: () =>
    said(
      "Databasen svarer ikke",
      "Databasen kan ikke nås lige nu.",
      "Prøv igen om et øjeblik. «npx fremdrift doctor» viser, hvad der er galt.",
    ),
  bug: () =>
    said(
      "Uventet fejl",
      "Noget gik galt hos os. Det, der var gemt, er gemt.",
      "Prøv igen; sker det igen, så meld det med tidspunktet.",
    ),
};

const en: Record<ProblemCode, (about: string) => Said> = {
  ...LINK_PROBLEMS.en,
  ...WAY_PROBLEMS.en,
  "not-json": (about) =>
    said(
      "Not JSON",
      `The body cannot be read as JSON${about && `: ${about}`}.`,
      "Send a JSON object with content-type application/json.",
    ),
  "too-large": (about) => said("Too large", `The body is larger than ${about}.`, "Split it, or send less."),
  "too-many-open": (about) =>
    said(
      "Too many open pages",
      `You follow what happens on ${about} open pages at once; no more of them can follow by themselves.`,
      "Close some of them, or load the page again when you want to see what is new.",
    ),
  "bad-input": (about) =>
    said(
      "Wrong input",
      or(about, "Something in the body is not as it should be."),
      "Mend the fields and send it again. Nothing was changed.",
    ),
  "file-type": (about) =>
    said(
      "Such a file is not taken",
      `«${about}» is none of the types that are taken, or its name does not fit its content.`,
      "Use PDF, PNG, JPEG, GIF, WebP, Word, Excel, PowerPoint, OpenDocument, text or CSV.",
    ),
  "files-full": (about) =>
    said(
      "There is no room",
      `The files of a network may take ${about} at the most.`,
      "Remove files that are not used, or put a link (addLink).",
    ),
  "no-key": () =>
    said(
      "Idempotency-Key missing",
      "A change needs an Idempotency-Key, so that it can be repeated without happening twice.",
      "Send the header Idempotency-Key with a new random value for each change.",
    ),
  "bad-key": (about) =>
    said(
      "Unusable Idempotency-Key",
      `The key must be 1 to ${about} visible ASCII characters.`,
      "Use a UUID, for instance.",
    ),
  "sign-in": () =>
    said(
      "Sign in",
      "The call has no valid token.",
      "Send Authorization: Bearer <token>. The administrator's token is in admin-token in the data folder.",
    ),
  "not-allowed": (about) =>
    said("Not allowed", or(about, "Your role has no right to that."), "Ask somebody who has the right."),
  "not-found": (about) =>
    said(
      "Not found",
      about ? `There is no «${about}», or you have no access to it.` : "It does not exist.",
      "See what there is with «npx fremdrift network list» or «programme list».",
    ),
  gone: () =>
    said(
      "The calendar is closed",
      "The address of the calendar is no longer valid.",
      "Remove the subscription, and ask for a new address if you still take part.",
    ),
  "no-route": (about) =>
    said("No such address", `There is nothing at ${about}.`, "The addresses are in /api/openapi.json."),
  "no-method": (about) =>
    said(
      "Wrong method",
      `${about} is not used at this address.`,
      "The addresses and their methods are in /api/openapi.json.",
    ),
  "key-reused": () =>
    said("Key used before", "The same Idempotency-Key was used for another body.", "Use a new key for a new change."),
  refused: () =>
    said("Refused", "The network did not take it.", "See what stands in the way, and try again when it is done."),
  "wrong-clock": (about) =>
    said(
      "Wrong clock",
      `The network runs on the clock «${about}»; only one with stepped time can be moved.`,
      "Create it with --clock stepped to move time yourself.",
    ),
  "no-temporal": () =>
    said(
      "Not answered yet",
      "The Temporal server did not answer in time. What you asked may have happened.",
      "Send the same again with the same Idempotency-Key: it happens only once. «npx fremdrift doctor» shows what is wrong.",
    ),
  busy: () =>
    said(
      "Busy",
      "Too many are waiting for the network just now.",
      "Try again in a moment with the same Idempotency-Key.",
    ),
  store: () =>
    said(
      "The database does not answer",
      "The database cannot be reached just now.",
      "Try again in a moment. «npx fremdrift doctor» shows what is wrong.",
    ),
  bug: () =>
    said(
      "Unexpected error",
      "Something went wrong on our side. What was saved is saved.",
      "Try again; if it happens again, report it with the time.",
    ),
};

export const WORDS: Record<Language, { problems: Record<ProblemCode, (about: string) => Said> }> = {
  da: { problems: da },
  en: { problems: en },
};
