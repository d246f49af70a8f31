// The first start: a sample network plays itself, and is told as it goes.
import { narrationOf, narrator } from "../machines/narrate.ts";
import { readEntries } from "../api/reads.ts";
import { ideaTexts } from "../store/contributions.ts";
import { getNetwork } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { peopleOf } from "../store/people.ts";

/** Milliseconds between looks at the ledger. */
const LOOK = 250;

/** Tells a network's ledger line by line until the network has ended or `stopped` says so. */
export async function tell(options: {
  store: Store;
  network: string;
  /** Entries up to this number have been told. */
  after?: number;
  say: (line: string) => void;
  stopped: () => boolean;
}): Promise<void> {
  const { store, network, say, stopped, after: told = 0 } = options;
  const found = await getNetwork(store, network);
  if (!found) return;
  const { programme, start } = found.plan;
  const people = await peopleOf(store, network);
  const narration = narrationOf(programme, { start, language: "da", people });
  const tellOne = narrator(narration);
  for (let after = told, ended = false; !ended && !stopped();) {
    const texts = await ideaTexts(store, network);
    const now = await getNetwork(store, network);
    for (const [id, { key }] of Object.entries(now?.view.ideas ?? {})) {
      const title = texts.get(key)?.["title"];
      if (title !== undefined) narration.titles[`idea:${id}`] = String(title);
    }
    const entries = await readEntries(store, network, { zone: programme.zone, after });
    for (const entry of entries) for (const line of tellOne(entry)) say(line);
    after = entries.at(-1)?.seq ?? after;
    ended = entries.some(({ kind }) => kind === "network.ended");
    if (!ended) await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}
