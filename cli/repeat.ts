// Changes carry a key, so that one whose answer was lost can be asked for again without happening twice.
import { randomUUID } from "node:crypto";
import { ApiError, NotReached } from "../api/client.ts";
import { Failure } from "./failure.ts";
import type { Words } from "./words.ts";

/** Does it with the given key or a new one. Where nobody knows whether it happened, the failure names the key. */
export async function repeatable<T>(
  given: string | undefined,
  words: Words,
  change: (key: string) => Promise<T>,
): Promise<T> {
  const key = given ?? randomUUID();
  try {
    return await change(key);
  } catch (error) {
    const again = words.repeatWith(key);
    if (error instanceof NotReached) {
      const { detail, hint } = words.notReached(error.url);
      throw new Failure("not-reached", { detail, hint: `${hint} ${again}` });
    }
    if (error instanceof ApiError && error.problem.status === UNAVAILABLE) {
      throw new ApiError({ ...error.problem, hint: `${error.problem.hint} ${again}` });
    }
    throw error;
  }
}

const UNAVAILABLE = 503;
