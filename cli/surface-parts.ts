// What commands are written with: their shape, and the arguments and options that several of them have.
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

export const PROGRAMME = {
  "<programme>": { da: "id på et program eller en YAML-fil", en: "id of a programme, or a YAML file" },
};
export const NETWORK = {
  "<id>": { da: "netværkets id, som «network list» viser det", en: "the network's id, as «network list» shows it" },
};
export const KEY: Text = {
  da: "idempotensnøgle: det samme med samme nøgle sker kun én gang",
  en: "idempotency key: the same with the same key happens once",
};
export const PEOPLE: Text = {
  da: "CSV: name,email,role,organisation,region,language",
  en: "CSV: name,email,role,organisation,region,language",
};
export const YEAR: Text = {
  da: "behold dag og måned, i dette år (programmer uden år)",
  en: "keep day and month, in this year (programmes without a year)",
};
export const START: Text = {
  da: "dato i programuge 1, eller den første dato, 2027-02-01",
  en: "date in programme week 1, or the first date, 2027-02-01",
};
