// What one's own page says: language and mails, substitute, calendars, sessions, what is kept, and erasing oneself.
import type { Language } from "../../words-shape.ts";

type Words = {
  title: string;
  administrator: string;
  mails: string;
  language: string;
  languages: Record<Language, string>;
  digest: string;
  single: string;
  singleHint: string;
  daily: string;
  dailyHint: string;
  save: string;
  saved: string;
  substitute: string;
  substituteHint: string;
  name: (network: string) => string;
  feeds: string;
  feedsHint: string;
  noFeeds: string;
  feedOf: (network: string | undefined, whole: boolean) => string;
  made: (day: string) => string;
  make: string;
  fuzzy: string;
  fuzzyHint: string;
  address: (url: string) => string;
  revoke: string;
  revoked: string;
  sessions: string;
  sessionsHint: string;
  here: string;
  seen: (when: string) => string;
  end: string;
  ended: string;
  endOthers: string;
  endedOthers: string;
  data: string;
  dataHint: string;
  take: string;
  erase: string;
  eraseHint: string;
  goes: string;
  goesList: string[];
  stays: string;
  staysList: string[];
  confirm: (email: string) => string;
  texts: string;
  textsKept: string;
  textsRemoved: string;
  textsRemovedHint: string;
  eraseButton: string;
  erased: string;
};

const da: Words = {
  title: "Min profil",
  administrator: "Du er logget ind med administratorens nøgle. Den er ingen persons, så her er kun dens sessioner.",
  mails: "Mails til mig",
  language: "Sprog",
  languages: { da: "Dansk", en: "English" },
  digest: "Hvor ofte?",
  single: "Når der er noget",
  singleHint: "Hver påmindelse for sig.",
  daily: "Én mail om dagen",
  dailyHint: "Påmindelser samles. Det, der ændrer et møde eller venter på din afgørelse, kommer stadig med det samme.",
  save: "Gem",
  saved: "Dine valg er gemt.",
  substitute: "Stedfortræder",
  substituteHint: "Er du væk, kan en anden i netværket svare og afgøre for dig i en periode.",
  name: (network) => `Navngiv en stedfortræder i ${network}`,
  feeds: "Kalender",
  feedsHint:
    "Abonnér på dine møder og frister i Outlook, Google eller på telefonen. Adressen er hemmelig: den, der har den, kan læse kalenderen.",
  noFeeds: "Du abonnerer ikke på nogen kalender endnu.",
  feedOf: (network, whole) =>
    network === undefined ? "Alle mine netværk" : `${network}${whole ? " (hele netværket)" : ""}`,
  made: (day) => `lavet ${day}`,
  make: "Lav en adresse til alle mine netværk",
  fuzzy: "Udelad det uden fast dag",
  fuzzyHint: "Møder, hvor kun ugen kendes, står ellers som en hel periode.",
  address: (url) => `Kalenderens adresse vises kun denne ene gang. Kopiér den nu: ${url}`,
  revoke: "Luk adressen",
  revoked: "Adressen virker ikke længere.",
  sessions: "Hvor jeg er logget ind",
  sessionsHint: "Kender du ikke en af dem, så log den ud.",
  here: "denne browser",
  seen: (when) => `sidst brugt ${when}`,
  end: "Log ud der",
  ended: "Der er logget ud.",
  endOthers: "Log ud alle andre steder",
  endedOthers: "Der er logget ud alle andre steder.",
  data: "Det, der er gemt om mig",
  dataHint: "Alt om dig i én fil: hvor du er med, hvad du har svaret og skrevet, mails til dig, filer, sessioner.",
  take: "Hent mine data (JSON)",
  erase: "Slet mig",
  eraseHint: "Det kan ikke fortrydes.",
  goes: "Det forsvinder",
  goesList: [
    "dit navn og din adresse, også i historikken",
    "din plads i alle netværk, og mails, der er på vej til dig",
    "dine logins, kalendere og kladder",
  ],
  stays: "Det bliver stående, uden dit navn",
  staysList: [
    "referater, dagsordener og beslutninger, som er netværkets",
    "historikkens poster: de siger kun, at nogen gjorde det",
  ],
  confirm: (email) => `Skriv din egen adresse (${email}) for at bekræfte`,
  texts: "Det, du har skrevet",
  textsKept: "Behold mine idéer, opdagelser, besvarelser og kommentarer, uden mit navn",
  textsRemoved: "Fjern ordene i dem, og de filer, jeg har lagt",
  textsRemovedHint: "De tælles stadig med, men ingen kan læse dem. Det kan ikke fortrydes.",
  eraseButton: "Slet mig for altid",
  erased: "Du er slettet. Ingen kan længere se, hvem du var.",
};

const en: Words = {
  title: "My profile",
  administrator: "You are signed in with the administrator's key. It is nobody's, so only its sessions are here.",
  mails: "Mails to me",
  language: "Language",
  languages: { da: "Dansk", en: "English" },
  digest: "How often?",
  single: "When there is something",
  singleHint: "Each reminder by itself.",
  daily: "One mail a day",
  dailyHint: "Reminders are gathered. What changes a meeting or awaits your decision still comes at once.",
  save: "Save",
  saved: "Your choices are saved.",
  substitute: "Substitute",
  substituteHint: "While you are away, somebody else in the network can answer and decide for you.",
  name: (network) => `Name a substitute in ${network}`,
  feeds: "Calendar",
  feedsHint:
    "Subscribe to your meetings and deadlines in Outlook, Google or on a phone. The address is secret: who has it can read the calendar.",
  noFeeds: "You do not subscribe to any calendar yet.",
  feedOf: (network, whole) =>
    network === undefined ? "All my networks" : `${network}${whole ? " (the whole network)" : ""}`,
  made: (day) => `made ${day}`,
  make: "Make an address of all my networks",
  fuzzy: "Leave out what has no day",
  fuzzyHint: "Meetings of which only the week is known stand as a whole period otherwise.",
  address: (url) => `The calendar's address is shown this once only. Copy it now: ${url}`,
  revoke: "Close the address",
  revoked: "The address no longer works.",
  sessions: "Where I am signed in",
  sessionsHint: "If you do not know one of them, sign it out.",
  here: "this browser",
  seen: (when) => `last used ${when}`,
  end: "Sign out there",
  ended: "Signed out.",
  endOthers: "Sign out everywhere else",
  endedOthers: "Signed out everywhere else.",
  data: "What is kept about me",
  dataHint:
    "Everything about you in one file: where you take part, what you answered and wrote, mails to you, files, sessions.",
  take: "Get my data (JSON)",
  erase: "Erase me",
  eraseHint: "It cannot be taken back.",
  goes: "What goes",
  goesList: [
    "your name and your address, in the history too",
    "your place in all networks, and mails on their way to you",
    "your sign-ins, calendars and drafts",
  ],
  stays: "What stays, without your name",
  staysList: [
    "minutes, agendas and decisions, which are the network's",
    "the entries of the history: they only say that somebody did it",
  ],
  confirm: (email) => `Write your own address (${email}) to confirm`,
  texts: "What you have written",
  textsKept: "Keep my ideas, discoveries, deliveries and comments, without my name",
  textsRemoved: "Remove the words in them, and the files that I added",
  textsRemovedHint: "They still count, but nobody can read them. It cannot be undone.",
  eraseButton: "Erase me for good",
  erased: "You are erased. Nobody can tell any more who you were.",
};

export const PROFILE: Record<Language, Words> = { da, en };
