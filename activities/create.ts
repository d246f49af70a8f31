// What workflows ask of the outside, done: entries become rows and mails in one transaction.
import { journal } from "../machines/journal.ts";
import { append } from "../store/journal.ts";
import { setNow } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import type { Activities } from "./contract.ts";

/** The activities on a store. `mailed`: called when mails were queued, so that the sender need not wait for its round. */
export function createActivities({ store, mailed }: { store: Store; mailed: () => void }): Activities {
  return {
    write: async ({ network, told, now }) => {
      const tells = told.some((one) => one.do === "notify");
      const needs = { people: tells, contributions: tells };
      const written = await append(store, network, (book) => journal(book, told), undefined, needs);
      await setNow(store, network, now);
      if (written.deliveries.length > 0) mailed();
    },
  };
}
