// Who was told of something must be able to read it, whichever process they ask next.
import { lastSeq } from "../store/ledger.ts";
import { noteTold, toldOf, type Told } from "../store/told.ts";
import { groupCommit, perKey } from "./group-commit.ts";
import type { Parts } from "./parts.ts";
import { projected } from "./projection.ts";

export type Standing = {
  /** Somebody is about to be answered that the machine's entry `n` is there. */
  told(network: string, n: number): Promise<void>;
  /** Comes back when the store holds what was told of. */
  settled(network: string): Promise<void>;
};

/** Milliseconds after somebody was told, until readers get what there is: no worker may be left that writes it. */
const READERS_WAIT = 5_000;
const LIMITS = { batch: 500, waiting: 10_000, networks: 10_000 };

/** What was told stands in memory; on a database server also there, since other processes answer beside this one. */
export function createStanding(parts: Parts): Standing {
  const { store } = parts;
  const isAlone = store.kind === "embedded";
  const standing = perKey(() => ({ told: 0, at: 0, written: 0 }), LIMITS.networks);
  const noted = (network: string, n: number) => {
    const stands = standing(network);
    if (n > stands.told) Object.assign(stands, { told: n, at: parts.now() });
    return stands;
  };
  const note = groupCommit<Told, void>(async (all) => {
    await noteTold(store, all);
    return all.map(() => undefined);
  }, LIMITS);
  const ask = groupCommit<string, number>((networks) => toldOf(store, networks), LIMITS);
  return {
    told: async (network, n) => {
      const stands = noted(network, n);
      if (!isAlone && stands.written < n) await note({ network, n });
    },
    settled: async (network) => {
      const stands = noted(network, isAlone ? 0 : await ask(network));
      const { told: n } = stands;
      if (stands.written >= n) return;
      if (await written(parts, network, n, stands.at + READERS_WAIT)) stands.written = Math.max(stands.written, n);
    },
  };
}

/** Waits until the projection holds the machine's entry `n`. Answers false where that takes too long, or is not so at `deadline`. */
export const written = async (parts: Parts, network: string, n: number, deadline?: number): Promise<boolean> =>
  await projected(parts, async () => ((await lastSeq(parts.store, network))?.n ?? n) >= n, deadline);
