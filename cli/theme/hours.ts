// What the line manager says of the proposer's hours.
import { usage } from "../failure.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";
import { themeText } from "./text.ts";

/** The proposal as the API gives it. Throws a usage Failure for days that are no number above 0. */
export async function run({ client: connect, words, language }: World, { args, options }: Given): Promise<Output> {
  const { days, reason } = options;
  const count = days === undefined ? undefined : Number(days.replace(",", "."));
  if (count !== undefined && !(count > 0)) throw usage(BAD[language](days!));
  const hours = {
    agreed: count !== undefined,
    ...(count !== undefined && { days: count }),
    ...(reason !== undefined && { reason }),
  };
  const client = await connect();
  const theme = await repeatable(options["key"], words, (key) => client.agreeThemeHours(args[0]!, hours, key));
  return { json: theme, text: themeText(theme, language) };
}

const BAD = {
  da: (value: string) => ({ detail: `--days «${value}» er intet antal dage.`, hint: "Skriv et tal over 0, som 8." }),
  en: (value: string) => ({ detail: `--days «${value}» is no number of days.`, hint: "Write a number above 0, as 8." }),
};
