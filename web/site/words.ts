// What the frame of every page says.
import type { Language } from "../words-shape.ts";

export type SiteWords = {
  other: string;
  skip: string;
  menu: string;
  mine: string;
  overview: string;
  themes: string;
  fresh: string;
  profile: string;
  signOut: string;
  signIn: string;
  administrator: string;
  accessibility: string;
  privacy: string;
  parts: Record<
    | "now"
    | "meetings"
    | "homework"
    | "discoveries"
    | "ideas"
    | "prioritisation"
    | "plan"
    | "messages"
    | "people"
    | "monitoring"
    | "report"
    | "audit",
    string
  >;
  network: string;
  elsewhere: [title: string, detail: string, hint: string];
  notDone: string;
  kept: string;
  required: string;
  rehearsalName: string;
  rehearsal: string;
  rehearsalPlays: string;
  toRehearsal: string;
  nextEvent: string;
};

export const SITE_WORDS: Record<Language, SiteWords> = {
  da: {
    other: "English",
    skip: "Gå til indholdet",
    menu: "Hovedmenu",
    mine: "Min side",
    overview: "Overblik",
    themes: "Temaforslag",
    fresh: "Nyt netværk",
    profile: "Min profil",
    signOut: "Log ud",
    signIn: "Log ind",
    administrator: "Administrator",
    accessibility: "Tilgængelighed",
    privacy: "Personoplysninger",
    parts: {
      now: "Netværket",
      meetings: "Møder",
      homework: "Hjemmearbejde",
      discoveries: "Opdagelser og temaer",
      ideas: "Idéer",
      prioritisation: "Prioritering",
      plan: "Plan",
      messages: "Beskeder",
      people: "Deltagere",
      monitoring: "Målinger",
      report: "Rapport",
      audit: "Historik",
    },
    network: "Netværkets sider",
    elsewhere: [
      "Det blev ikke sendt",
      "Formularen kom fra et andet sted eller er for stor. Intet er ændret.",
      "Åbn siden igen, og send derfra.",
    ],
    notDone: "Det blev ikke gemt",
    kept: "Du var logget ud. Din tekst er gemt, og her er den. Den er ikke sendt endnu.",
    required: "skal udfyldes",
    rehearsalName: "Prøvekørsel",
    rehearsal: "Prøvekørsel: mails bliver i huset, og tiden går kun, når du flytter den.",
    rehearsalPlays: "Prøvekørsel: mails bliver i huset, og tiden går hurtigt og af sig selv.",
    toRehearsal: "Se, hvad der skete",
    nextEvent: "Næste hændelse",
  },
  en: {
    other: "Dansk",
    skip: "Go to the content",
    menu: "Main menu",
    mine: "My page",
    overview: "Overview",
    themes: "Theme proposals",
    fresh: "New network",
    profile: "My profile",
    signOut: "Sign out",
    signIn: "Sign in",
    administrator: "Administrator",
    accessibility: "Accessibility",
    privacy: "Personal data",
    parts: {
      now: "The network",
      meetings: "Meetings",
      homework: "Homework",
      discoveries: "Discoveries and themes",
      ideas: "Ideas",
      prioritisation: "Prioritisation",
      plan: "Plan",
      messages: "Messages",
      people: "People",
      monitoring: "Monitoring",
      report: "Report",
      audit: "History",
    },
    network: "Pages of the network",
    elsewhere: [
      "It was not sent",
      "The form came from elsewhere or is too large. Nothing was changed.",
      "Open the page again, and send from there.",
    ],
    notDone: "It was not saved",
    kept: "You were signed out. Your text was kept, and here it is. It has not been sent yet.",
    required: "is required",
    rehearsalName: "Rehearsal",
    rehearsal: "Rehearsal: mails stay in the house, and time passes only when you move it.",
    rehearsalPlays: "Rehearsal: mails stay in the house, and time passes fast and by itself.",
    toRehearsal: "See what happened",
    nextEvent: "Next event",
  },
};
