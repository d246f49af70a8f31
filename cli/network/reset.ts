import { usage } from "../failure.ts";
import { moment } from "../layout.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";

/** `{ run, to, event, again }`: the moment the network goes on from, and how much comes again. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { words, language } = world;
  const [id, at, reason] = [args[0]!, options["at"], options["reason"]];
  if (at !== undefined) {
    const { readInstant } = await import("../../programmes/instant.ts");
    if (!readInstant(at, "UTC")) throw usage(words.badAt(at));
  }
  const client = await world.client();
  const asked = { ...(at !== undefined && { at }), ...(reason !== undefined && { reason }) };
  const done = await repeatable(options["key"], words, (key) => client.reset(id, asked, key));
  const text = [words.reset(moment(done.to, language), done.again), words.next(id)].join("\n");
  return { json: done, text };
}
