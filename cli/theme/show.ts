// Shows one theme proposal.
import type { Given, Output, World } from "../world.ts";
import { themeText } from "./text.ts";

/** The proposal as the API gives it. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const theme = await (await client()).themeProposal(args[0]!);
  return { json: theme, text: themeText(theme, language) };
}
