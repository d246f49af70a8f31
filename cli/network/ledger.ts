import type { FremdriftClient } from "../../api/client.ts";
import type { EntryJson } from "../../machines/entry-json.ts";
import { numberGiven } from "../given.ts";
import type { Given, Output, World } from "../world.ts";
import { toldOf } from "./told.ts";

/** Every entry, in order. */
export async function run({ client: connect, language, words }: World, { args, options }: Given): Promise<Output> {
  const after = options["after"] === undefined ? 0 : numberGiven("--after", options["after"], words);
  const [client, id] = [await connect(), args[0]!];
  const entries = await allAfter(client, id, after);
  const text = async () => (await toldOf(client, id, entries, language)).join("\n") || words.emptyLedger;
  return { json: entries, text };
}

/** The API gives a ledger in pages of its own size. */
async function allAfter(client: FremdriftClient, id: string, after: number): Promise<EntryJson[]> {
  const entries: EntryJson[] = [];
  for (let last = after; ;) {
    const page = (await client.ledger(id, { after: last })) as EntryJson[];
    entries.push(...page);
    const next = page.at(-1)?.seq ?? last;
    if (next <= last) return entries;
    last = next;
  }
}
