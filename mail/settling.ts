// What became of mails, written down together: what arrives while one writing is under way goes into the next.
import type { Settlement } from "./delivery.ts";

type Settling = {
  /** To be written down with what comes within a moment, or at once where it is the last for now. */
  add(results: Settlement[], isLast: boolean): void;
  /** The ids of what is not written down yet. */
  ids(): string[];
  /** The writing that is under way, if any: resolves when it has ended, well or not. */
  underWay(): Promise<void>[];
  /** Whether the last writing went well. What could not be written is kept, for the next one. */
  works(): boolean;
  /** Writes all there is. Rejects with what kept it from being written. */
  write(): Promise<void>;
};

/** Milliseconds that what came of a mail waits for others, and as many as do not wait. */
const GATHER = { ms: 15, enough: 15 };

/** `settle` writes all it is given or, when it rejects, nothing. */
export function createSettling(settle: (results: Settlement[]) => Promise<void>): Settling {
  let waiting: Settlement[] = [];
  let running: Promise<void> | undefined;
  let failure: { error: unknown } | undefined;
  let hurry = false;
  let enough = () => {};

  async function run(): Promise<void> {
    failure = undefined;
    while (waiting.length > 0 && !failure) {
      await gathered();
      const batch = [...waiting];
      await settle(batch).then(
        () => (waiting = waiting.slice(batch.length)),
        (error: unknown) => (failure = { error }),
      );
    }
  }
  const gathered = () =>
    new Promise<void>((resolve) => {
      if (hurry || waiting.length >= GATHER.enough) return resolve();
      const timer = setTimeout(resolve, GATHER.ms);
      enough = () => (clearTimeout(timer), resolve());
    });
  const start = () => (running ??= run().finally(() => (running = undefined)));

  return {
    add(results, isLast) {
      waiting.push(...results);
      hurry = isLast;
      if (isLast || waiting.length >= GATHER.enough) enough();
      if (!failure) void start();
    },
    ids: () => waiting.map(({ id }) => id),
    underWay: () => (running ? [running] : []),
    works: () => !failure,
    async write() {
      hurry = true;
      enough();
      while (running) await running;
      if (waiting.length > 0) await start();
      if (failure) throw failure.error;
    },
  };
}
