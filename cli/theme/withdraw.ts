// Withdraws a theme proposal.
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";
import { themeText } from "./text.ts";

/** The proposal as the API gives it. */
export async function run({ client: connect, words, language }: World, { args, options }: Given): Promise<Output> {
  const { reason } = options;
  const why = reason === undefined ? {} : { reason };
  const client = await connect();
  const theme = await repeatable(options["key"], words, (key) => client.withdrawTheme(args[0]!, why, key));
  return { json: theme, text: themeText(theme, language) };
}
