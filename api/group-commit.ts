// Group commit: at most one run under way, and what arrives meanwhile goes together into the next.
import { setImmediate } from "node:timers/promises";

/**
 * Limits of one queue: items in one run, items that may wait. `alone`: after such an error nothing of the run has happened,
 * and each of its items is tried by itself.
 */
export type GroupLimits = { batch: number; waiting: number; alone?: (error: unknown) => boolean };

/** Thrown to who arrives when the queue is full. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
}

/**
 * A function that takes one item and answers for it, while `run` takes many and answers for each in order. What `run`
 * throws reaches everybody in that batch.
 */
export function groupCommit<Item, Answer>(
  run: (items: Item[]) => Promise<Answer[]>,
  limits: GroupLimits,
): (item: Item) => Promise<Answer> {
  type Waiting = { item: Item; resolve: (answer: Answer) => void; reject: (error: unknown) => void };
  const queue: Waiting[] = [];
  let running = false;

  const runAlone = ({ item, resolve, reject }: Waiting) => run([item]).then(([answer]) => resolve(answer!), reject);

  const drain = async () => {
    running = true;
    while (queue.length > 0) {
      // The embedded database answers without ever letting the event loop turn: whoever knocks at the same time would
      // be let in one by one, each after the whole work of the one before.
      await setImmediate();
      const batch = queue.splice(0, limits.batch);
      try {
        const answers = await run(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, index) => resolve(answers[index]!));
      } catch (error) {
        if (batch.length > 1 && limits.alone?.(error)) for (const one of batch) await runAlone(one);
        else for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  };

  return (item) =>
    new Promise<Answer>((resolve, reject) => {
      if (queue.length >= limits.waiting) {
        reject(new QueueFull(`more than ${limits.waiting} are waiting`));
        return;
      }
      queue.push({ item, resolve, reject });
      if (!running) void drain();
    });
}

/** One of a thing for each key, made when first asked for. Keys not asked for longest are forgotten past `most`. */
export function perKey<T>(make: (key: string) => T, most: number): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.delete(key);
    known.set(key, found);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return found;
  };
}
