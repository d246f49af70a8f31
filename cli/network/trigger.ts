import { usage } from "../failure.ts";
import { readJson } from "../given.ts";
import { repeatable } from "../repeat.ts";
import type { Words } from "../words.ts";
import type { Given, Output, World } from "../world.ts";
import { toldOf } from "./told.ts";

/** `{ key, entries, state }`: what happened, and how the network then stands. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { words, language } = world;
  const [id, type] = [args[0]!, args[1]!];
  const data = dataOf(options["data"], words);
  const client = await world.client();
  const done = await repeatable(options["key"], words, (key) => client.trigger(id, type, data, key));
  const text = async () => [words.taken, ...(await toldOf(client, id, done.entries, language))].join("\n");
  return { json: done, text };
}

function dataOf(text: string | undefined, words: Words): object {
  if (text === undefined) return {};
  const read = readJson(text, words);
  if ("why" in read) throw usage(words.badData(read.why));
  const { value } = read;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw usage(words.badData(words.notObject()));
  return value;
}
