import { expect, test } from "vitest";
import { groupCommit } from "../../api/group-commit.ts";

test("who comes in the same turn of the event loop goes together, though the work never lets the loop turn", async () => {
  const batches: number[] = [];
  const double = groupCommit<number, number>(
    async (items) => {
      batches.push(items.length);
      return items.map((item) => item * 2);
    },
    { batch: 10, waiting: 100 },
  );
  // As sockets do: each callback is its own, and promises settle between them.
  const answers = await Promise.all(
    [1, 2, 3].map((item) => new Promise<number>((resolve) => setImmediate(() => resolve(double(item))))),
  );
  expect({ answers, batches }).toEqual({ answers: [2, 4, 6], batches: [3] });
});
