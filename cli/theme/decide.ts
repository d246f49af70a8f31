// Says what the management forum decided on a theme.
import { usage } from "../failure.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";
import { themeText } from "./text.ts";

/** The proposal as the API gives it. Throws a usage Failure for an outcome that is none. */
export async function run({ client: connect, words, language }: World, { args, options }: Given): Promise<Output> {
  const outcome = (["yes", "no", "wait"] as const).find((one) => one === options["outcome"]);
  if (!outcome) throw usage(BAD[language](options["outcome"] ?? ""));
  const { reason } = options;
  const client = await connect();
  const decision = { outcome, ...(reason !== undefined && { reason }) };
  const theme = await repeatable(options["key"], words, (key) => client.decideTheme(args[0]!, decision, key));
  return { json: theme, text: themeText(theme, language) };
}

const BAD = {
  da: (value: string) => ({ detail: `--outcome «${value}» findes ikke.`, hint: "Skriv yes, no eller wait." }),
  en: (value: string) => ({ detail: `--outcome «${value}» is none.`, hint: "Write yes, no or wait." }),
};
