// The store follows what Temporal holds: who was told of something must also be able to read it.
import type { Parts } from "./parts.ts";

/** Milliseconds to wait for the projection, and between looks. */
const PROJECTION = { within: 10_000, every: 15 };

/** Waits until the projection holds what is looked for. Answers false where that is not so at `deadline`. */
export async function projected(
  { now }: Parts,
  isThere: () => Promise<boolean>,
  deadline = now() + PROJECTION.within,
): Promise<boolean> {
  while (!(await isThere())) {
    if (now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, PROJECTION.every));
  }
  return true;
}
