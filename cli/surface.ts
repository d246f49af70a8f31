// Every command: how it is written, what it is for, and where its work stands. A command's own code is loaded when it runs.
import { ACCOUNT_COMMANDS } from "./surface-accounts.ts";
import { FEED_COMMANDS } from "./surface-feed.ts";
import { NETWORK_COMMANDS } from "./surface-network.ts";
import { KEY, NETWORK, type CommandSpec } from "./surface-parts.ts";
import { PROGRAMME_COMMANDS } from "./surface-programme.ts";
import { THEME_COMMANDS } from "./surface-themes.ts";
import { UPKEEP_COMMANDS } from "./surface-upkeep.ts";

export const COMMANDS: CommandSpec[] = [
  ...PROGRAMME_COMMANDS,
  ...THEME_COMMANDS,
  ...NETWORK_COMMANDS,
  ...ACCOUNT_COMMANDS,
  ...FEED_COMMANDS,
  ...UPKEEP_COMMANDS,
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
    path: "person erase",
    args: { "<email>": { da: "personens e-mail", en: "the person's e-mail" } },
    options: { "--texts": { da: "også ordene i det, personen har skrevet", en: "also the words of what they wrote" } },
    about: {
      da: "slet en person for altid: navn, adresse og adgang (kun administrator)",
      en: "erase a person for good: name, address and access (administrator only)",
    },
    example: "npx fremdrift person erase kim@kommune.example",
    load: () => import("./person/erase.ts"),
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
    path: "me",
    options: {
      "--language <language>": { da: "mails på da eller en", en: "mails in da or en" },
      "--digest <wish>": {
        da: "on: påmindelser samlet i én mail om dagen; off: hver for sig",
        en: "on: reminders in one mail a day; off: one by one",
      },
    },
    about: {
      da: "vis, hvem adgangsnøglen tilhører, og hvordan du får mail, eller lav det om",
      en: "show whose the token is, and how you get mail, or change that",
    },
    example: "npx fremdrift me --language en --digest on",
    load: () => import("./me.ts"),
  },
  {
    path: "me waiting",
    about: {
      da: "vis, hvad der venter på dig i alle dine netværk, og dine næste møder",
      en: "show what waits for you in all your networks, and your next meetings",
    },
    example: "npx fremdrift me waiting",
    load: () => import("./me/waiting.ts"),
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
