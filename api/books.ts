// Books of networks as they are read of many at once: the parts that are large are kept in memory until their network changes.
import type { Book } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import { booksOf, stampsOf, type Stamp, type Which } from "../store/books.ts";
import type { Parts } from "./parts.ts";
import { perKey } from "./group-commit.ts";
import type { Submit } from "./submit.ts";

/** Networks whose books are kept at the most: each is some hundred kilobytes. */
const MOST_BOOKS = 200;
/** Networks read from the store in one go. */
const MOST_AT_ONCE = 20;

/** A network to be read; `now` by its own clock. */
export type Opened = { book: Book; now: Instant; ended: boolean; clock: Stamp["clock"] };

export type Books = (which: Which) => Promise<Opened[]>;

/**
 * The books of some networks as they now stand, with all that somebody was answered in them; those that have not ended first, else in
 * the order they were made.
 */
export function createBooks({ store, now }: Pick<Parts, "store" | "now">, { settled }: Pick<Submit, "settled">): Books {
  const kept = perKey<{ mark?: string; book?: Book }>(() => ({}), MOST_BOOKS);

  const freshen = async (stamps: Stamp[]): Promise<void> => {
    const stale = stamps.filter(({ id, mark }) => kept(id).mark !== mark);
    if (stale.length === 0) return;
    // What is read after its mark may be newer than that says: then it is read once more than it has to be.
    const read = await booksOf(
      store,
      stale.map(({ id }) => id),
    );
    for (const { id, mark } of stale) Object.assign(kept(id), { mark, book: read.get(id) });
  };

  return async (which) => {
    const ids = which !== "all" && "ids" in which ? which.ids : (await stampsOf(store, which)).map(({ id }) => id);
    await Promise.all(ids.map((id) => settled(id)));
    const stamps = await stampsOf(store, { ids });
    const opened: Opened[] = [];
    for (const some of chunked(stamps, MOST_AT_ONCE)) {
      await freshen(some);
      for (const { id, clock, now: at, endedAt } of some) {
        const { book } = kept(id);
        const ended = endedAt !== undefined;
        if (book)
          opened.push({ book, now: clock === "real" && !ended ? now() : Math.max(at, book.view.now), ended, clock });
      }
    }
    return opened.toSorted((a, b) => Number(a.ended) - Number(b.ended));
  };
}

function chunked<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
