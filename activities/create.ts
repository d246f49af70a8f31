// What workflows ask of the outside, done: entries become rows and mails in one transaction.
import { journal, REGROUPS } from "../machines/journal.ts";
import type { Writing } from "../machines/ledger.ts";
import { demandFollows } from "../store/apart.ts";
import { append } from "../store/journal.ts";
import type { Store, Tx } from "../store/open.ts";
import { keepPlayed } from "../store/played.ts";
import { openTexts } from "../store/sealed.ts";
import type { Activities } from "./contract.ts";

/** The activities on a store. `mailed`: called when mails were queued, so that the sender need not wait for its round. */
export function createActivities({ store, mailed }: { store: Store; mailed: () => void }): Activities {
  return {
    write: async ({ network, told: sealed, now }) => {
      const told = await openTexts(store, network, sealed);
      const tells = told.some(({ do: does, entry }) => does === "notify" || REGROUPS.includes(entry.kind));
      const needs = { people: tells, contributions: tells };
      let before = 0;
      const decide = (book: Parameters<typeof journal>[0]) => {
        before = book.n;
        return withClock(journal(book, told), now);
      };
      // As they came: what somebody wrote in a trigger is kept sealed.
      const played = sealed.flatMap(({ entry: { n }, trigger }) => (trigger ? [{ n, trigger }] : []));
      const also = async (tx: Tx) => {
        await demandFollows(tx, network, before, told);
        await keepPlayed(tx, network, played);
      };
      const written = await append(store, network, decide, also, needs);
      if (written.deliveries.length > 0) mailed();
    },
  };
}

/** Time may have passed since the last entry. */
const withClock = (writing: Writing, now: number): Writing => ({
  ...writing,
  view: { ...writing.view, now: Math.max(writing.view.now, now) },
});
