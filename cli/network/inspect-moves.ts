// What moves a network's machines, as it comes: first all that is kept, then what happens while one looks.
import { setTimeout as sleep } from "node:timers/promises";
import type { FremdriftClient, MoveJson } from "../../api/client.ts";

/** Milliseconds between two looks. */
const EVERY = 1_000;

/** Moves one after another, until the signal says to end. Throws as the client does at the first look; later ones are tried again. */
export async function* movesOf(
  client: Pick<FremdriftClient, "moves">,
  id: string,
  { signal, every = EVERY }: { signal: AbortSignal; every?: number },
): AsyncGenerator<MoveJson> {
  let last = -1;
  let found = await client.moves(id, last);
  while (!signal.aborted) {
    for (const move of found) {
      yield move;
      last = move.move;
    }
    await sleep(every, undefined, { signal }).catch(() => {});
    if (!signal.aborted) found = await client.moves(id, last).catch(() => []);
  }
}
