// Lists theme proposals.
import type { Given, Output, World } from "../world.ts";
import { themesText } from "./text.ts";

/** Proposals as the API gives them. */
export async function run({ client, language }: World, { options }: Given): Promise<Output> {
  const themes = await (await client()).themeProposals({ waiting: options["waiting"] !== undefined });
  return { json: themes, text: themesText(themes, language) };
}
