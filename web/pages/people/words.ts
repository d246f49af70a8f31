// What the page of a network's people says.
import type { Language } from "../../words-shape.ts";

type Words = {
  title: string;
  lead: (people: number, organisations: number) => string;
  answered: (yes: number, no: number, silent: number) => string;
  missing: string;
  need: (title: string, organisation: string | undefined, have: number, need: number) => string;
  addThem: string;
  byRole: string;
  byOrganisation: string;
  view: string;
  noOrganisation: string;
  accepted: string;
  declined: string;
  silent: string;
  bounced: string;
  substitute: (name: string, from: string, to: string) => string;
  edit: string;
  close: string;
  add: string;
  addHint: string;
  list: string;
  listHint: string;
  role: string;
  needRole: string;
  organisation: string;
  organisationHint: string;
  see: string;
  seeAgain: string;
  wrong: (n: number) => string;
  line: (n: number) => string;
  preview: string;
  is: Record<"new" | "more" | "same", string>;
  addAll: (n: number) => string;
  added: (n: number) => string;
  nobody: string;
  told: string;
  columns: [name: string, email: string, roles: string, organisation: string, is: string];
  place: { title: string; region: string; save: string; said: string };
  more: { title: string; save: string; said: string };
  handOver: { title: string; role: string; to: string; save: string; said: string; hint: string };
  standIn: {
    title: string;
    who: string;
    from: string;
    to: string;
    toHint: string;
    save: string;
    said: string;
    nobody: string;
  };
  leave: { title: string; reason: string; hint: string; save: string; said: string };
  choose: string;
  mine: string;
};

const da: Words = {
  title: "Deltagere",
  lead: (people, organisations) =>
    organisations === 0
      ? `${people} er med i netværket.`
      : `${people} er med, fra ${organisations} ${organisations === 1 ? "organisation" : "organisationer"}.`,
  answered: (yes, no, silent) => `${yes} har sagt ja til at være med, ${no} nej, ${silent} har ikke svaret.`,
  missing: "Mangler endnu",
  need: (title, organisation, have, need) =>
    `${title}${organisation === undefined ? "" : ` i ${organisation}`}: ${have} af ${need}`,
  addThem: "Tilføj dem",
  byRole: "Efter rolle",
  byOrganisation: "Efter organisation",
  view: "Vis deltagerne",
  noOrganisation: "Uden organisation",
  accepted: "har sagt ja",
  declined: "har sagt nej",
  silent: "har ikke svaret",
  bounced: "mails kommer retur",
  substitute: (name, from, to) => `${name} er stedfortræder fra ${from} til ${to}`,
  edit: "Ret",
  close: "Luk",
  add: "Tilføj deltagere",
  addHint:
    "Indsæt en liste fra et regneark eller en mail, eller vælg en CSV-fil. Du ser, hvem der kommer med, før noget gemmes.",
  list: "Liste",
  listHint:
    "En person på hver linje: Navn <navn@kommune.dk>, eller navn, mail og organisation. Første linje må gerne være overskrifter: navn, e-mail, rolle, organisation.",
  role: "Rolle",
  needRole: "Vælg, hvilken rolle de får",
  organisation: "Organisation",
  organisationHint: "For dem, hvis linje ikke selv siger det.",
  see: "Se, hvem der kommer med",
  seeAgain: "Se igen efter rettelser",
  wrong: (n) => (n === 1 ? "Én linje skal rettes" : `${n} linjer skal rettes`),
  line: (n) => `Linje ${n}`,
  preview: "Dem tilføjer du",
  is: { new: "ny", more: "får rollen også", same: "er med i forvejen" },
  addAll: (n) => (n === 1 ? "Tilføj 1 person" : `Tilføj ${n} personer`),
  added: (n) => (n === 1 ? "1 person er tilføjet." : `${n} personer er tilføjet.`),
  nobody: "Alle på listen er med i forvejen.",
  told: "De inviteres til de møder, der har en dag. Intet er gemt endnu.",
  columns: ["Navn", "Mail", "Rolle", "Organisation", ""],
  place: { title: "Organisation og område", region: "Område", save: "Gem", said: "Det er gemt." },
  more: { title: "Giv en rolle til", save: "Giv rollen", said: "Rollen er givet." },
  handOver: {
    title: "Giv en rolle videre",
    role: "Rolle",
    to: "Til",
    save: "Giv den videre",
    said: "Rollen er givet videre.",
    hint: "Åbne opgaver, afgørelser og påmindelser følger med. Historikken beholder navnet.",
  },
  standIn: {
    title: "Stedfortræder",
    who: "Hvem?",
    from: "Fra",
    to: "Til",
    toHint: "På denne dag er de det ikke længere.",
    save: "Gem stedfortræderen",
    said: "Stedfortræderen er gemt.",
    nobody: "ingen (slut med stedfortræder)",
  },
  leave: {
    title: "Træder ud",
    reason: "Hvorfor?",
    hint: "Personen får ingen beskeder mere. Det, de har lavet, står.",
    save: "Tag ud af netværket",
    said: "Personen er trådt ud.",
  },
  choose: "Vælg",
  mine: "Min stedfortræder",
};

const en: Words = {
  title: "People",
  lead: (people, organisations) =>
    organisations === 0
      ? `${people} take part in the network.`
      : `${people} take part, from ${organisations} ${organisations === 1 ? "organisation" : "organisations"}.`,
  answered: (yes, no, silent) => `${yes} have agreed to take part, ${no} have not, ${silent} have not answered.`,
  missing: "Still missing",
  need: (title, organisation, have, need) =>
    `${title}${organisation === undefined ? "" : ` in ${organisation}`}: ${have} of ${need}`,
  addThem: "Add them",
  byRole: "By role",
  byOrganisation: "By organisation",
  view: "Show people",
  noOrganisation: "Without an organisation",
  accepted: "has agreed",
  declined: "has declined",
  silent: "has not answered",
  bounced: "mails come back",
  substitute: (name, from, to) => `${name} stands in from ${from} to ${to}`,
  edit: "Edit",
  close: "Close",
  add: "Add people",
  addHint:
    "Paste a list from a spreadsheet or a mail, or choose a CSV file. You see who would join before anything is saved.",
  list: "List",
  listHint:
    "One person on each line: Name <name@municipality.dk>, or name, mail and organisation. The first line may be headings: name, email, role, organisation.",
  role: "Role",
  needRole: "Choose which role they get",
  organisation: "Organisation",
  organisationHint: "Of those whose line does not say it.",
  see: "See who would join",
  seeAgain: "See again after changes",
  wrong: (n) => (n === 1 ? "One line has to be mended" : `${n} lines have to be mended`),
  line: (n) => `Line ${n}`,
  preview: "You would add",
  is: { new: "new", more: "gets the role too", same: "is there already" },
  addAll: (n) => (n === 1 ? "Add 1 person" : `Add ${n} people`),
  added: (n) => (n === 1 ? "1 person was added." : `${n} people were added.`),
  nobody: "All on the list are there already.",
  told: "They are invited to the meetings that have a day. Nothing is saved yet.",
  columns: ["Name", "Mail", "Role", "Organisation", ""],
  place: { title: "Organisation and region", region: "Region", save: "Save", said: "Saved." },
  more: { title: "Give another role", save: "Give the role", said: "The role was given." },
  handOver: {
    title: "Hand over a role",
    role: "Role",
    to: "To",
    save: "Hand it over",
    said: "The role was handed over.",
    hint: "Open tasks, decisions and reminders go with it. The history keeps the name.",
  },
  standIn: {
    title: "Substitute",
    who: "Who?",
    from: "From",
    to: "To",
    toHint: "On this day they no longer are.",
    save: "Save the substitute",
    said: "The substitute is saved.",
    nobody: "nobody (no longer a substitute)",
  },
  leave: {
    title: "Leaves",
    reason: "Why?",
    hint: "They get no more messages. What they did stands.",
    save: "Take out of the network",
    said: "The person has left.",
  },
  choose: "Choose",
  mine: "My substitute",
};

export const PEOPLE: Record<Language, Words> = { da, en };
