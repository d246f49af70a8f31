// Makes the network of an accepted theme.
import { usage } from "../failure.ts";
import { dateGiven } from "../given.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";

/** The network as the API gives it. Throws a usage Failure for a start that is no date, or a clock that it cannot go by. */
export async function run({ client: connect, words }: World, { args, options }: Given): Promise<Output> {
  const { start, programme } = options;
  if (start !== undefined) await dateGiven("--start", start, words);
  const clock = (["real", "stepped"] as const).find((one) => one === (options["clock"] ?? "real"));
  if (!clock) throw usage(words.badClock(options["clock"]!));
  const asked = { clock, ...(start !== undefined && { start }), ...(programme !== undefined && { programme }) };
  const client = await connect();
  const made = await repeatable(options["key"], words, (key) => client.startTheme(args[0]!, asked, key));
  return { json: made, text: `${words.created(made.id)}\n${words.next(made.id)}` };
}
