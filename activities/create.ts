// What workflows ask of the outside, done: entries become rows and mails in one transaction.
import { journal, REGROUPS } from "../machines/journal.ts";
import type { Writing } from "../machines/ledger.ts";
import { append } from "../store/journal.ts";
import type { Store } from "../store/open.ts";
import { openTexts } from "../store/sealed.ts";
import type { Activities } from "./contract.ts";

/** The activities on a store. `mailed`: called when mails were queued, so that the sender need not wait for its round. */
export function createActivities({ store, mailed }: { store: Store; mailed: () => void }): Activities {
  return {
    write: async ({ network, told: sealed, now }) => {
      const told = await openTexts(store, network, sealed);
      const tells = told.some(({ do: does, entry }) => does === "notify" || REGROUPS.includes(entry.kind));
      const needs = { people: tells, contributions: tells };
      const decide = (book: Parameters<typeof journal>[0]) => withClock(journal(book, told), now);
      const written = await append(store, network, decide, undefined, needs);
      if (written.deliveries.length > 0) mailed();
    },
  };
}

/** Time may have passed since the last entry. */
const withClock = (writing: Writing, now: number): Writing => ({
  ...writing,
  view: { ...writing.view, now: Math.max(writing.view.now, now) },
});
