// How far ledgers are behind what people were told of: remembered when it is told, and forgotten when it is written.
type Told = { n: number; at: number };

export type Lag = {
  /** Somebody is about to be answered that the machine's entry `n` of a network is there. */
  told(network: string, n: number): void;
  /** Networks of which something may not be written yet. */
  networks(): string[];
  /** Entries that are missing and milliseconds that the oldest is waited for, by how far the ledgers go. */
  behind(written: ReadonlyMap<string, number>): { entries: number; ms: number };
};

/** Networks, and moments in each, that are remembered between two looks. */
const LIMITS = { networks: 10_000, moments: 32 };

/** Nothing told of yet. `now`: milliseconds of the wall clock. */
export function createLag(now: () => number): Lag {
  const waiting = new Map<string, Told[]>();
  return {
    told: (network, n) => {
      const known = waiting.get(network) ?? [];
      if (n <= (known.at(-1)?.n ?? 0)) return;
      if (known.length >= LIMITS.moments) known.pop();
      known.push({ n, at: now() });
      if (waiting.size < LIMITS.networks) waiting.set(network, known);
    },
    networks: () => [...waiting.keys()],
    behind: (written) => {
      let [entries, since] = [0, now()];
      for (const [network, all] of waiting) {
        const n = written.get(network) ?? 0;
        const left = all.filter((told) => told.n > n);
        if (left.length === 0) {
          waiting.delete(network);
          continue;
        }
        waiting.set(network, left);
        entries += left.at(-1)!.n - n;
        since = Math.min(since, left[0]!.at);
      }
      return { entries, ms: now() - since };
    },
  };
}
