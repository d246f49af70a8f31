// The people, phases and items of a network by name, for what is said about it.
import type { FremdriftClient } from "../../api/client.ts";
import type { EntryJson as NarratedJson, NetworkDetailJson } from "../../api/client.ts";
import type { EntryJson } from "../../machines/entry-json.ts";
import { narrate, narrationOf, type Narration } from "../../machines/narrate.ts";
import type { Programme } from "../../programmes/types.ts";
import type { Language } from "../world.ts";

export type Known = { network: NetworkDetailJson; programme: Programme; narration: Narration };

/** A network with its programme, and how its entries are told. */
export async function knownOf(client: FremdriftClient, id: string, language: Language): Promise<Known> {
  const network = await client.network(id);
  const { programme } = await client.plan(id);
  const { start, people } = network;
  const narration = narrationOf(programme, { start, language, people });
  addIdeas(narration, network);
  return { network, programme, narration };
}

/** Entries of a network as lines. */
export async function toldOf(
  client: FremdriftClient,
  id: string,
  entries: NarratedJson[],
  language: Language,
): Promise<string[]> {
  if (entries.length === 0) return [];
  const { narration } = await knownOf(client, id, language);
  return entries.map((entry) => narrate(entry as EntryJson, narration));
}

/** Titles of the ideas there are now. */
export function addIdeas({ titles }: Narration, { state }: NetworkDetailJson): void {
  for (const { id, title } of state.ideas) if (title !== undefined) titles[`idea:${id}`] = title;
}
