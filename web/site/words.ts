// What the frame of every page says.
import type { Language } from "../words-shape.ts";

type Said = [title: string, detail: string, hint: string];

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
  elsewhere: Said;
  nowhere: Said;
  broken: Said;
  /** Somebody else changed what is being edited. */
  meanwhile: { title: (name: string) => string; detail: string };
  notDone: string;
  kept: string;
  required: string;
  /** A file that fills the lines of a field. */
  list: { file: string; hint: string; large: string; strange: string; old: string };
  rehearsalName: string;
  rehearsal: string;
  rehearsalPlays: string;
  toRehearsal: string;
  nextEvent: string;
  others: (n: number) => string;
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
    nowhere: [
      "Siden findes ikke",
      "Der er ingen side på adressen.",
      "Se efter, om hele linket kom med, eller begynd på Min side.",
    ],
    broken: [
      "Noget gik galt hos os",
      "Siden kunne ikke vises. Det, der var gemt, er der stadig.",
      "Prøv igen om lidt. Sker det igen, så skriv til dem, der driver Fremdrift, hvad klokken var.",
    ],
    meanwhile: {
      title: (name) => (name ? `${name} har ændret det, mens du skrev` : "Det er ændret, mens du skrev"),
      detail: "Intet af dit er gemt endnu. Se, hvad der står nu. Send igen, hvis dit skal gælde i stedet.",
    },
    notDone: "Det blev ikke gemt",
    kept: "Du var logget ud. Din tekst er gemt, og her er den. Den er ikke sendt endnu.",
    required: "skal udfyldes",
    list: {
      file: "Eller vælg en fil",
      hint: "CSV eller tekst, højst 1 MB. Den kommer i stedet for det, der står ovenfor, og du ser linjerne, før noget gemmes.",
      large: "Filen er for stor: højst 1 MB og 450.000 tegn. Gem kun arket med personerne som CSV.",
      strange: "Filen er ikke tekst. Er det et regneark, så gem det som CSV, og vælg den fil.",
      old: "Filen var skrevet i Windows-1252 og ikke i UTF-8. Se efter, om æ, ø og å står rigtigt.",
    },
    rehearsalName: "Prøvekørsel",
    rehearsal: "Prøvekørsel: mails bliver i huset, og tiden går kun, når du flytter den.",
    rehearsalPlays: "Prøvekørsel: mails bliver i huset, og tiden går hurtigt og af sig selv.",
    toRehearsal: "Se, hvad der skete",
    nextEvent: "Næste hændelse",
    others: (n) => `Vis de øvrige ${n}`,
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
    nowhere: [
      "There is no such page",
      "No page is at that address.",
      "Check that the whole link came along, or begin at My page.",
    ],
    broken: [
      "Something went wrong with us",
      "The page could not be shown. What was saved is still there.",
      "Try again in a moment. If it happens again, tell those who run Fremdrift what time it was.",
    ],
    meanwhile: {
      title: (name) => (name ? `${name} changed it while you were writing` : "It was changed while you were writing"),
      detail: "Nothing of yours is saved yet. See what stands now. Send again if yours is to hold instead.",
    },
    notDone: "It was not saved",
    kept: "You were signed out. Your text was kept, and here it is. It has not been sent yet.",
    required: "is required",
    list: {
      file: "Or choose a file",
      hint: "CSV or text, at most 1 MB. It takes the place of what stands above, and you see its lines before anything is saved.",
      large: "The file is too large: at most 1 MB and 450,000 characters. Save only the sheet with the people as CSV.",
      strange: "The file is not text. If it is a spreadsheet, save it as CSV and choose that file.",
      old: "The file was written in Windows-1252 and not in UTF-8. Check that letters such as æ, ø and å are right.",
    },
    rehearsalName: "Rehearsal",
    rehearsal: "Rehearsal: mails stay in the house, and time passes only when you move it.",
    rehearsalPlays: "Rehearsal: mails stay in the house, and time passes fast and by itself.",
    toRehearsal: "See what happened",
    nextEvent: "Next event",
    others: (n) => `Show the other ${n}`,
  },
};
