// Why a link from a mail answers nothing, to people who opened it there: what is the matter, and what to do.
import type { Person } from "../programmes/types.ts";

export type LinkProblemCode =
  | "link-unknown"
  | "link-expired"
  | "link-left"
  | "link-ended"
  | "link-cancelled"
  | "link-over"
  | "link-role";

type Said = { title: string; detail: string; hint: string };
type Words = Record<LinkProblemCode, (about: string) => Said>;

const said = (title: string, detail: string, hint: string): Said => ({ title, detail, hint });

const da: Words = {
  "link-unknown": () =>
    said(
      "Linket virker ikke",
      "Adressen er ikke hel, eller den er ikke fra os. Nogle mailprogrammer deler lange links over.",
      "Åbn mailen igen, og tryk på knappen i den. Virker det heller ikke, så skriv til netværkslederen. Intet er ændret.",
    ),
  "link-expired": () =>
    said(
      "Linket er udløbet",
      "Et link til at svare virker kun en tid, og den er gået.",
      "Brug linket i en nyere mail, eller skriv til netværkslederen. Intet er ændret.",
    ),
  "link-left": () =>
    said(
      "Du er ikke med i netværket længere",
      "Linket hører til en, der ikke længere er med i netværket.",
      "Er det en fejl, så skriv til netværkslederen. Intet er ændret.",
    ),
  "link-ended": (about) =>
    said(
      "Netværket er afsluttet",
      `Netværket »${about}« er slut og tager ikke imod flere svar.`,
      "Du skal ikke gøre mere. Har du spørgsmål, så skriv til netværkslederen.",
    ),
  "link-cancelled": (about) =>
    said(
      "Det er aflyst",
      `»${about}« er aflyst, så der er ikke noget at svare på.`,
      "Du skal ikke gøre mere. Kommer der en ny dato, får du en ny mail.",
    ),
  "link-over": (about) =>
    said(
      "Mødet er forbi",
      `»${about}« er holdt, så der kan ikke svares længere.`,
      "Du skal ikke gøre mere. Har du noget at tilføje, så skriv til netværkslederen.",
    ),
  "link-role": (about) =>
    said(
      "Det er ikke længere dig, der skal svare",
      `Din rolle i netværket er ændret, siden du fik mailen om »${about}«.`,
      "Er det en fejl, så skriv til netværkslederen. Intet er ændret.",
    ),
};

const en: Words = {
  "link-unknown": () =>
    said(
      "The link does not work",
      "The address is not whole, or it is not ours. Some mail programs break long links.",
      "Open the mail again and press the button in it. If that does not help, write to the lead of the network. Nothing was changed.",
    ),
  "link-expired": () =>
    said(
      "The link has expired",
      "A link to answer by works for a time only, and that has passed.",
      "Use the link in a later mail, or write to the lead of the network. Nothing was changed.",
    ),
  "link-left": () =>
    said(
      "You no longer take part in the network",
      "The link belongs to somebody who is no longer in the network.",
      "If that is a mistake, write to the lead of the network. Nothing was changed.",
    ),
  "link-ended": (about) =>
    said(
      "The network has ended",
      `The network “${about}” is over and takes no more answers.`,
      "You need do nothing more. If you have questions, write to the lead of the network.",
    ),
  "link-cancelled": (about) =>
    said(
      "It is cancelled",
      `“${about}” is cancelled, so there is nothing to answer.`,
      "You need do nothing more. If there is a new date, you get a new mail.",
    ),
  "link-over": (about) =>
    said(
      "The meeting is over",
      `“${about}” has been held and can no longer be answered.`,
      "You need do nothing more. If you have something to add, write to the lead of the network.",
    ),
  "link-role": (about) =>
    said(
      "It is no longer yours to answer",
      `Your role in the network has changed since you got the mail about “${about}”.`,
      "If that is a mistake, write to the lead of the network. Nothing was changed.",
    ),
};

export const LINK_PROBLEMS: Record<Person["language"], Words> = { da, en };
