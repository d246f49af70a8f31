// A sample network, played on the server and told here as it goes.
import { setTimeout as sleep } from "node:timers/promises";
import { NotReached, type FremdriftClient } from "../api/client.ts";
import type { EntryJson } from "../machines/entry-json.ts";
import { narrator } from "../machines/narrate.ts";
import { usage } from "./failure.ts";
import { addIdeas, knownOf } from "./network/told.ts";
import { repeatable } from "./repeat.ts";
import type { Words } from "./words.ts";
import type { Given, Output, World } from "./world.ts";

/** The network as it stands at the end; every entry is told on the way. */
export async function run(world: World, { options }: Given): Promise<Output> {
  const { words, language, tell, say } = world;
  const programme = options["programme"];
  const weeksPerSecond = speedOf(options["speed"], words);
  const client = await world.client();
  const wanted = {
    ...(programme !== undefined && { programme }),
    ...(weeksPerSecond !== undefined && { weeksPerSecond }),
  };
  const { id, title } = await repeatable(undefined, words, (key) => client.createDemo(wanted, key));
  say(words.demoRuns(title, id));
  const { narration } = await knownOf(client, id, language);
  const lines = narrator(narration);
  for await (const entry of entriesOf(client, id, world)) {
    if (entry.kind === "idea.captured") addIdeas(narration, await client.network(id));
    for (const line of lines(entry)) tell(line);
  }
  say(words.demoEnded(id));
  return { json: await client.network(id), text: "" };
}

/** Milliseconds between looks, and how long a server that is away is waited for. */
const EVERY = 200;
const PATIENCE = 60_000;

/** Entries as they are written, until the network has ended. */
async function* entriesOf(client: FremdriftClient, id: string, world: World): AsyncGenerator<EntryJson> {
  for (let last = 0, ended = false; !ended;) {
    const page = await patiently(world, () => client.ledger(id, { after: last }));
    for (const entry of page as EntryJson[]) {
      yield entry;
      last = entry.seq ?? last;
      ended ||= entry.kind === "network.ended";
    }
    if (!ended) await sleep(EVERY);
  }
}

/** The network goes on after a restart of the server, and so does its narration. */
async function patiently<T>({ say, words }: World, look: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += EVERY) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof NotReached) || waited >= PATIENCE) throw error;
      if (waited === 0) say(words.demoWaits);
      await sleep(EVERY);
    }
  }
}

function speedOf(text: string | undefined, words: Words): number | undefined {
  if (text === undefined) return undefined;
  const speed = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (speed <= 0) throw usage(words.badSpeed(text));
  return speed;
}
