// What the pages for signing in say.
import type { Language } from "../words-shape.ts";

type Words = Record<
  | "title"
  | "kept"
  | "email"
  | "emailHint"
  | "wrongEmail"
  | "send"
  | "byKey"
  | "token"
  | "tokenHint"
  | "confirm"
  | "sent"
  | "sentLead"
  | "sentHint"
  | "again",
  string
>;

export const SIGN_IN: Record<Language, Words> = {
  da: {
    title: "Log ind",
    kept: "Du var logget ud. Din tekst er gemt — log ind, så står den her.",
    email: "Din mailadresse",
    emailHint: "Du får en mail med et link. Du skal ikke huske nogen adgangskode.",
    wrongEmail: "Skriv en mailadresse, for eksempel navn@kommune.dk",
    send: "Send mig et link",
    byKey: "Log ind med en adgangsnøgle",
    token: "Adgangsnøgle",
    tokenHint: "Administratorens nøgle blev vist ved første start og ligger i filen admin-token i datamappen.",
    confirm: "Ét tryk, så er du inde.",
    sent: "Se i din mail",
    sentLead:
      "Er adressen med i et netværk, er der nu et link på vej til den. Åbn det i denne browser; det virker i et kvarter.",
    sentHint:
      "Kom der ikke noget inden for et par minutter? Se i uønsket post, eller spørg netværkslederen, hvilken adresse du står med.",
    again: "Prøv igen",
  },
  en: {
    title: "Sign in",
    kept: "You were signed out. Your text was kept — sign in, and it is here.",
    email: "Your e-mail address",
    emailHint: "You get a mail with a link. There is no password to remember.",
    wrongEmail: "Write an e-mail address, such as name@municipality.dk",
    send: "Send me a link",
    byKey: "Sign in with an access key",
    token: "Access key",
    tokenHint: "The administrator's key was shown at first start and is in the file admin-token in the data folder.",
    confirm: "One press, and you are in.",
    sent: "Look in your mail",
    sentLead:
      "If the address is in a network, a link is on its way to it. Open it in this browser; it works for a quarter of an hour.",
    sentHint:
      "Did nothing come within a few minutes? Look in your junk mail, or ask the network lead which address you are there with.",
    again: "Try again",
  },
};
