// A calendar of a network to subscribe to.
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";

/** The feed as the API gives it, with its address as `url`. */
export async function run({ client: connect, words, language }: World, { args, options }: Given): Promise<Output> {
  const client = await connect();
  const { person, whole, leaveOutFuzzy } = options;
  const asked = {
    ...(person !== undefined && { person }),
    ...(whole !== undefined && { whole: true }),
    ...(leaveOutFuzzy !== undefined && { leaveOutFuzzy: true }),
  };
  const made = await repeatable(options["key"], words, (key) => client.createFeed(args[0]!, asked, key));
  return { json: made, text: `${SAID[language](made.person)}\n${made.url}` };
}

const SAID = {
  da: (person: string) =>
    `Kalender til ${person}; den, der kender adressen, kan læse den. Den vises kun denne ene gang:`,
  en: (person: string) => `Calendar for ${person}; whoever knows the address can read it. It is shown this once only:`,
};
