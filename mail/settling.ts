// What became of mails, written down together: what arrives while one writing is under way goes into the next.
import type { Settlement } from "./delivery.ts";

type Settling = {
  /** To be written down at once, or with what comes meanwhile. */
  add(results: Settlement[]): void;
  /** The ids of what is not written down yet. */
  ids(): string[];
  /** The writing that is under way, if any: resolves when it has ended, well or not. */
  underWay(): Promise<void>[];
  /** Whether the last writing went well. What could not be written is kept, for the next one. */
  works(): boolean;
  /** Writes all there is. Rejects with what kept it from being written. */
  write(): Promise<void>;
};

/** `settle` writes all it is given or, when it rejects, nothing. */
export function createSettling(settle: (results: Settlement[]) => Promise<void>): Settling {
  let waiting: Settlement[] = [];
  let running: Promise<void> | undefined;
  let failure: { error: unknown } | undefined;

  async function run(): Promise<void> {
    failure = undefined;
    while (waiting.length > 0 && !failure) {
      // Several come in one turn of the event loop: they go together.
      await new Promise<void>((resolve) => void setImmediate(resolve));
      const batch = [...waiting];
      await settle(batch).then(
        () => (waiting = waiting.slice(batch.length)),
        (error: unknown) => (failure = { error }),
      );
    }
  }
  const start = () => (running ??= run().finally(() => (running = undefined)));

  return {
    add(results) {
      waiting.push(...results);
      if (!failure) void start();
    },
    ids: () => waiting.map(({ id }) => id),
    underWay: () => (running ? [running] : []),
    works: () => !failure,
    async write() {
      while (running) await running;
      if (waiting.length > 0) await start();
      if (failure) throw failure.error;
    },
  };
}
