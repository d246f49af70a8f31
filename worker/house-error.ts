// Why the house does not start, or cannot go on, told in both languages: what it is, and what to do next.
import type { Text } from "../programmes/types.ts";
import { StoreError } from "../store/error.ts";

/** An error that a person can do something about. `message` is English, `da` the same in Danish. */
export class HouseError extends Error {
  override readonly name = "HouseError";
  readonly da: string;

  constructor({ da, en }: Text, cause?: unknown) {
    super(en, cause === undefined ? undefined : { cause });
    this.da = da;
  }
}

/** A line for people of either language, such as «Postkasse / mailbox». */
export const both = ({ da, en }: Text): string => `${da} / ${en}`;

/** What a user can act on, in both languages where there are two; never a stack. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof HouseError) return `${error.da}\n${error.message}`;
  if (error instanceof StoreError) return `${error.da.message} ${error.da.hint}\n${error.message} ${error.hint}`;
  return error.message;
}
