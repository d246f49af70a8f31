import { usage } from "../failure.ts";
import { moment } from "../layout.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";
import { toldOf } from "./told.ts";

/** `{ entries, state }`: what happened while time moved. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { words, language } = world;
  const [id, until] = [args[0]!, options["until"]];
  if (until !== undefined) {
    const { readInstant } = await import("../../programmes/instant.ts");
    if (!readInstant(until, "UTC")) throw usage(words.badUntil(until));
  }
  const client = await world.client();
  const done = await repeatable(options["key"], words, (key) => client.step(id, until, key));
  const text = async () => {
    const lines = await toldOf(client, id, done.entries, language);
    return [...(lines.length > 0 ? lines : [words.nothingHappened]), words.now(moment(done.state.now, language))].join(
      "\n",
    );
  };
  return { json: done, text };
}
