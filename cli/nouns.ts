// What the command line is for, and what the first words of its commands are about.
import type { Text } from "../programmes/types.ts";

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
  theme: {
    about: { da: "temaforslag: det, der kommer før et netværk", en: "theme proposals: what comes before a network" },
    example: "npx fremdrift theme list --waiting",
  },
  forum: {
    about: { da: "chefforum: hvornår det mødes", en: "the management forum: when it meets" },
    example: "npx fremdrift forum list",
  },
  office: {
    about: { da: "sekretariat og chefforum: hvem der er med", en: "secretariat and management forum: who is of them" },
    example: "npx fremdrift office list",
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
  feed: {
    about: { da: "kalendere, man abonnerer på", en: "calendars that are subscribed to" },
    example: "npx fremdrift feed revoke http://127.0.0.1:3000/calendars/fd_x.ics",
  },
  person: {
    about: { da: "personer på tværs af netværk", en: "people across networks" },
    example: "npx fremdrift person erase kim@kommune.example",
  },
  token: {
    about: { da: "adgangsnøgler til personer", en: "people's tokens" },
    example: "npx fremdrift token create innovationsnetvaerk-1 --person leder@kommune.example",
  },
};
