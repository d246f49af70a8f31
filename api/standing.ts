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

const LIMITS = { batch: 500, waiting: 10_000, networks: 10_000 };

/** What was told stands in memory; on a database server also there, since other processes answer beside this one. */
export function createStanding(parts: Parts): Standing {
  const { store } = parts;
  const isAlone = store.kind === "embedded";
  const standing = perKey(() => ({ told: 0, written: 0 }), LIMITS.networks);
  const note = groupCommit<Told, void>(async (all) => {
    await noteTold(store, all);
    return all.map(() => undefined);
  }, LIMITS);
  const ask = groupCommit<string, number>((networks) => toldOf(store, networks), LIMITS);
  return {
    told: async (network, n) => {
      const stands = standing(network);
      stands.told = Math.max(stands.told, n);
      if (!isAlone && stands.written < n) await note({ network, n });
    },
    settled: async (network) => {
      const stands = standing(network);
      const n = Math.max(stands.told, isAlone ? 0 : await ask(network));
      if (stands.written >= n) return;
      if (await written(parts, network, n)) stands.written = Math.max(stands.written, n);
    },
  };
}

/** Waits until the projection holds the machine's entry `n`. Answers false where that takes too long. */
export const written = async (parts: Parts, network: string, n: number): Promise<boolean> =>
  await projected(parts, async () => ((await lastSeq(parts.store, network))?.n ?? n) >= n);
