// Erases a person for good.
import type { Given, Language, Output, World } from "../world.ts";

/** `{ erased: true, networks }`. */
export async function run({ client, language }: World, { args, options }: Given): Promise<Output> {
  const done = await (await client()).erasePerson(args[0]!, options["texts"] ? "removed" : "kept");
  return { json: done, text: SAID[language](done.networks.length) };
}

const SAID: Record<Language, (networks: number) => string> = {
  da: (networks) =>
    `Personen er slettet: navn, adresse og adgang er væk${networks > 0 ? `, og personen har forladt ${networks} netværk` : ""}. Loggene står, som de stod.`,
  en: (networks) =>
    `The person is erased: name, address and access are gone${networks > 0 ? `, and they have left ${networks} networks` : ""}. The ledgers stand as they stood.`,
};
