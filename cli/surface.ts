// Every command: how it is written, what it is for, and where its work stands. A command's own code is loaded when it runs.
import type { Text } from "../programmes/types.ts";
import type { Run } from "./world.ts";

export type CommandSpec = {
  /** Noun and verb. */
  path: string;
  /** Arguments as commander writes them, with what they are. */
  args?: Record<string, Text>;
  /** Flags with what they are; those in `required` must be there. */
  options?: Record<string, Text>;
  required?: string[];
  about: Text;
  example: string;
  load: () => Promise<{ run: Run }>;
};

export const ABOUT: Text = {
  da: "Fremdrift driver netværksforløb: faser, møder, idéer og beslutninger, fra tema til afgjort test.",
  en: "Fremdrift runs innovation networks: phases, meetings, ideas and decisions, from theme to tested idea.",
};
export const EXAMPLE = "npx fremdrift network create innovationsnetvaerk --start 2027-02-01 --people people.csv";

/** What the first words of commands are about. */
export const NOUNS: Record<string, { about: Text; example: string }> = {
  programme: {
    about: { da: "de programmer, et netværk kan følge", en: "the programmes that a network can follow" },
    example: "npx fremdrift programme list",
  },
  network: {
    about: { da: "netværk, der er i gang", en: "networks that run" },
    example: "npx fremdrift network list",
  },
  machine: {
    about: { da: "netværkenes maskine og dens versioner", en: "the networks' machine and its versions" },
    example: "npx fremdrift machine versions",
  },
  ledger: {
    about: { da: "loggen og dens ord", en: "the ledger and its words" },
    example: "npx fremdrift ledger kinds",
  },
  trigger: {
    about: { da: "de handlinger, et netværk tager imod", en: "the triggers that a network takes" },
    example: "npx fremdrift trigger types",
  },
  token: {
    about: { da: "adgangsnøgler til personer", en: "people's tokens" },
    example: "npx fremdrift token create innovationsnetvaerk-1 --person leder@kommune.example",
  },
};

const PROGRAMME = {
  "<programme>": { da: "id på et program eller en YAML-fil", en: "id of a programme, or a YAML file" },
};
const NETWORK = {
  "<id>": { da: "netværkets id, som «network list» viser det", en: "the network's id, as «network list» shows it" },
};
const KEY: Text = {
  da: "idempotensnøgle: det samme med samme nøgle sker kun én gang",
  en: "idempotency key: the same with the same key happens once",
};
const PEOPLE: Text = {
  da: "CSV: name,email,role,organisation,region,language",
  en: "CSV: name,email,role,organisation,region,language",
};
const START: Text = { da: "dato i programuge 1, 2027-02-01", en: "date in programme week 1, 2027-02-01" };

export const COMMANDS: CommandSpec[] = [
  {
    path: "programme list",
    about: { da: "vis programmerne", en: "list the programmes" },
    example: "npx fremdrift programme list --json",
    load: () => import("./programme/list.ts"),
  },
  {
    path: "programme show",
    args: PROGRAMME,
    options: { "--start <date>": START },
    about: {
      da: "vis faser og punkter med kildens ord for tiden",
      en: "show phases and items with the source's words for their time",
    },
    example: "npx fremdrift programme show innovationsnetvaerk --start 2027-02-01",
    load: () => import("./programme/show.ts"),
  },
  {
    path: "programme lint",
    args: PROGRAMME,
    about: { da: "find fejl, og det kilden lader åbent", en: "find errors, and what the source leaves open" },
    example: "npx fremdrift programme lint mit-program.yaml",
    load: () => import("./programme/lint.ts"),
  },
  {
    path: "simulate",
    args: PROGRAMME,
    options: {
      "--start <date>": START,
      "--script <file>": {
        da: "JSON-liste af { at, by, trigger, data }, eller «sample» for det medfølgende",
        en: "JSON array of { at, by, trigger, data }, or «sample» for the one shipped",
      },
      "--people <file>": PEOPLE,
      "--until <date>": { da: "til og med, 2027-08-31", en: "up to and with, 2027-08-31" },
    },
    required: ["--start <date>"],
    about: {
      da: "spil et helt netværk på et øjeblik, uden server",
      en: "play a whole network in a moment, without a server",
    },
    example: "npx fremdrift simulate innovationsnetvaerk --start 2027-02-01 --script sample",
    load: () => import("./simulate.ts"),
  },
  {
    path: "network create",
    args: { "<programme>": { da: "programmets id", en: "the programme's id" } },
    options: {
      "--start <date>": START,
      "--title <text>": { da: "netværkets navn", en: "the network's name" },
      "--people <file>": PEOPLE,
      "--clock <clock>": {
        da: "real (standard), stepped eller scaled:UGER_PR_SEKUND",
        en: "real (default), stepped or scaled:WEEKS_PER_SECOND",
      },
      "--key <key>": KEY,
    },
    required: ["--start <date>"],
    about: { da: "opret et netværk", en: "make a network" },
    example:
      'npx fremdrift network create innovationsnetvaerk --start 2027-02-01 --title "Mindre ventetid" --people people.csv',
    load: () => import("./network/create.ts"),
  },
  {
    path: "network list",
    about: { da: "vis netværkene", en: "list the networks" },
    example: "npx fremdrift network list",
    load: () => import("./network/list.ts"),
  },
  {
    path: "network show",
    args: NETWORK,
    about: { da: "vis, hvordan et netværk står", en: "show how a network stands" },
    example: "npx fremdrift network show innovationsnetvaerk-1",
    load: () => import("./network/show.ts"),
  },
  {
    path: "network ledger",
    args: NETWORK,
    options: { "--after <seq>": { da: "kun det efter dette nummer", en: "only what came after this number" } },
    about: { da: "vis alt, der er sket", en: "show all that has happened" },
    example: "npx fremdrift network ledger innovationsnetvaerk-1",
    load: () => import("./network/ledger.ts"),
  },
  {
    path: "network agenda",
    args: NETWORK,
    about: { da: "vis, hvad der kommer, og hvem der får besked", en: "show what is due next, and to whom" },
    example: "npx fremdrift network agenda innovationsnetvaerk-1",
    load: () => import("./network/agenda.ts"),
  },
  {
    path: "network trigger",
    args: {
      ...NETWORK,
      "<type>": { da: "handlingen, som «trigger types» viser den", en: "the trigger, as «trigger types» shows it" },
    },
    options: {
      "--data <json>": { da: "handlingens data som JSON", en: "the trigger's data as JSON" },
      "--key <key>": KEY,
    },
    about: { da: "bed netværket om noget", en: "ask something of the network" },
    example: `npx fremdrift network trigger innovationsnetvaerk-1 openPhase --data '{"phase":"qualification"}'`,
    load: () => import("./network/trigger.ts"),
  },
  {
    path: "network step",
    args: NETWORK,
    options: {
      "--until <date>": {
        da: "til og med; ellers til det næste, der forfalder",
        en: "up to and with; else to the next thing due",
      },
      "--key <key>": KEY,
    },
    about: { da: "flyt tiden frem (kun ur: stepped)", en: "move time on (clock stepped only)" },
    example: "npx fremdrift network step innovationsnetvaerk-1 --until 2027-03-31",
    load: () => import("./network/step.ts"),
  },
  {
    path: "network reset",
    args: NETWORK,
    options: {
      "--at <time>": {
        da: "gå tilbage til (rigtig tid); ellers til begyndelsen af dets kørsel",
        en: "go back to (real time); else to the beginning of its run",
      },
      "--reason <text>": { da: "hvorfor; står i loggen", en: "why; stands in the ledger" },
      "--key <key>": KEY,
    },
    about: {
      da: "få et netværk, der står stille, i gang igen (kun administrator)",
      en: "let a network that stands still go on again (administrator only)",
    },
    example: 'npx fremdrift network reset innovationsnetvaerk-1 --reason "Forkert version af workeren"',
    load: () => import("./network/reset.ts"),
  },
  {
    path: "machine versions",
    about: {
      da: "vis maskinens versioner, og hvilke netværk der kører hvad (kun administrator)",
      en: "show the machine's versions, and which networks run what (administrator only)",
    },
    example: "npx fremdrift machine versions",
    load: () => import("./machine/versions.ts"),
  },
  {
    path: "machine migrate",
    args: {
      "[network...]": {
        da: "netværkenes id (standard: alle i gang, der ikke kører den version)",
        en: "the networks' ids (default: all that run, and do not run that version)",
      },
    },
    options: {
      "--to <version>": {
        da: "til hvilken, network@2 (standard: den nyeste)",
        en: "which, network@2 (default: the newest)",
      },
      "--dry-run": { da: "fortæl kun, hvad der ville ske", en: "only tell what would become of them" },
      "--key <key>": KEY,
    },
    about: {
      da: "flyt netværk til en anden version, hvert helt eller slet ikke (kun administrator)",
      en: "move networks to another version, each whole or not at all (administrator only)",
    },
    example: "npx fremdrift machine migrate --dry-run",
    load: () => import("./machine/migrate.ts"),
  },
  {
    path: "token create",
    args: NETWORK,
    options: { "--person <email>": { da: "hvem i netværket", en: "who in the network" }, "--key <key>": KEY },
    required: ["--person <email>"],
    about: { da: "lav en persons adgangsnøgle (kun administrator)", en: "make a person's token (administrator only)" },
    example: "npx fremdrift token create innovationsnetvaerk-1 --person leder@kommune.example",
    load: () => import("./token/create.ts"),
  },
  {
    path: "ledger kinds",
    about: { da: "vis alle slags hændelser i en log", en: "list every kind of entry in a ledger" },
    example: "npx fremdrift ledger kinds --json",
    load: () => import("./ledger/kinds.ts"),
  },
  {
    path: "trigger types",
    options: {
      "--programme <programme>": {
        da: "hvis roller det gælder (standard: det første, der har et prøvenetværk)",
        en: "whose roles are meant (default: the first that has a sample network)",
      },
    },
    about: {
      da: "vis alle handlinger, deres data og hvem der må",
      en: "list every trigger, its data and who may use it",
    },
    example: "npx fremdrift trigger types --json",
    load: () => import("./trigger/types.ts"),
  },
  {
    path: "demo",
    options: {
      "--programme <id>": {
        da: "hvilket program (standard: det første, der har et prøvenetværk)",
        en: "which programme (default: the first that has a sample network)",
      },
      "--speed <weeks>": { da: "programuger i sekundet (standard 1)", en: "programme weeks per second (default 1)" },
    },
    about: { da: "spil et prøvenetværk, og fortæl hvad der sker", en: "play a sample network and tell what happens" },
    example: "npx fremdrift demo --speed 2",
    load: () => import("./demo.ts"),
  },
  {
    path: "doctor",
    about: {
      da: "se, om alt er, som det skal være, og alle indstillinger",
      en: "see whether all is well, and every setting",
    },
    example: "npx fremdrift doctor",
    load: () => import("./doctor.ts"),
  },
];
