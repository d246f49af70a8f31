// What a query throws comes to whoever asks without its words, which Temporal is not to read. So it is answered instead.
import type { Migration } from "../machines/engine/migrate.ts";
import type { MigrationAnswer } from "./messages.ts";

/** What a move would come to, or why nobody can tell. */
export function orRefused(ask: () => Migration): MigrationAnswer {
  try {
    return ask();
  } catch (error) {
    return { changes: [], problems: [], refused: (error as Error).message };
  }
}
