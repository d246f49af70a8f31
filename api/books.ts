// Books of networks as they are read of many at once: the parts that are large are kept in memory until their network changes.
import type { Book } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import { pagesOf, peopleOfAll, stampsOf, type Pages, type Stamp, type Which } from "../store/books.ts";
import type { Parts } from "./parts.ts";
import { perKey } from "./group-commit.ts";
import type { Submit } from "./submit.ts";

/** Networks whose pages are kept at the most: each is some hundred kilobytes. */
const MOST_BOOKS = 200;

/** A network to be read; `now` by its own clock. */
export type Opened = { book: Book; now: Instant; ended: boolean; clock: Stamp["clock"] };

export type Books = (which: Which) => Promise<Opened[]>;

/**
 * The books of some networks as they now stand, with all that somebody was answered in them; those that have not ended first, else in
 * the order they were made.
 */
export function createBooks({ store, now }: Pick<Parts, "store" | "now">, { settled }: Pick<Submit, "settled">): Books {
  const kept = perKey<{ mark?: string; pages?: Pages }>(() => ({}), MOST_BOOKS);

  const freshen = async (stamps: Stamp[]): Promise<Map<string, Pages>> => {
    const stale = stamps.filter(({ id, mark }) => kept(id).mark !== mark);
    // What was read after its mark may be newer than that says: then it is read once more than it has to be.
    const read =
      stale.length === 0
        ? undefined
        : await pagesOf(
            store,
            stale.map(({ id }) => id),
          );
    return new Map(
      stamps.flatMap(({ id, mark }) => {
        const fresh = read?.get(id);
        if (fresh) Object.assign(kept(id), { mark, pages: fresh });
        const pages = fresh ?? kept(id).pages;
        return pages ? [[id, pages] as const] : [];
      }),
    );
  };

  return async (which) => {
    const ids = which !== "all" && "ids" in which ? which.ids : (await stampsOf(store, which)).map(({ id }) => id);
    await Promise.all(ids.map((id) => settled(id)));
    const stamps = await stampsOf(store, { ids });
    const [pages, people] = await Promise.all([freshen(stamps), peopleOfAll(store, ids)]);
    const opened = stamps.flatMap(({ id, title, clock, now: at, endedAt }) => {
      const own = pages.get(id);
      if (!own) return [];
      const book = { network: { id, title }, people: people.get(id) ?? [], ...own };
      const ended = endedAt !== undefined;
      return [{ book, now: clock === "real" && !ended ? now() : Math.max(at, own.view.now), ended, clock }];
    });
    return opened.toSorted((a, b) => Number(a.ended) - Number(b.ended));
  };
}
