// Books of networks as they are read of many at once: the parts that are large are kept in memory until their network changes.
import type { Book } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import { booksOf, stampsOf, type Stamp, type Which } from "../store/books.ts";
import type { Parts } from "./parts.ts";
import { groupCommit, perKey } from "./group-commit.ts";
import type { Submit } from "./submit.ts";

/** Networks whose books are kept at the most: each is some hundred kilobytes. */
const MOST_BOOKS = 200;
/** Networks read from the store in one go. */
const MOST_AT_ONCE = 20;

const LIMITS = { batch: 500, waiting: 10_000 };

/** A network to be read; `now` by its own clock. */
export type Opened = { book: Book; now: Instant; ended: boolean; clock: Stamp["clock"] };

type Slot = { mark?: string; book?: Book | undefined };

export type Books = (which: Which) => Promise<Opened[]>;

/**
 * The books of some networks as they now stand, with all that somebody was answered in them; those that have not ended first, else in
 * the order they were made.
 */
export function createBooks({ store, now }: Pick<Parts, "store" | "now">, { settled }: Pick<Submit, "settled">): Books {
  const kept = perKey<Slot>(() => ({}), MOST_BOOKS);

  // Pages read a network several times at once.
  const stampOf = groupCommit<string, Stamp | undefined>(async (ids) => {
    const stamps = new Map((await stampsOf(store, { ids: [...new Set(ids)] })).map((stamp) => [stamp.id, stamp]));
    return ids.map((id) => stamps.get(id));
  }, LIMITS);

  // Of several that ask at once one reads.
  const readOnce = groupCommit<string, Book | undefined>(async (ids) => {
    const read = await booksOf(store, [...new Set(ids)]);
    return ids.map((id) => read.get(id));
  }, LIMITS);
  const freshen = async (stamps: Stamp[]): Promise<void> => {
    const stale = stamps.filter(({ id, mark }) => kept(id).mark !== mark);
    if (stale.length === 0) return;
    // What is read after its mark may be newer than that says: then it is read once more than it has to be.
    await Promise.all(stale.map(async ({ id, mark }) => Object.assign(kept(id), { mark, book: await readOnce(id) })));
  };

  return async (which) => {
    const ids = which !== "all" && "ids" in which ? which.ids : (await stampsOf(store, which)).map(({ id }) => id);
    await Promise.all(ids.map((id) => settled(id)));
    const stamps = (await Promise.all(ids.map(stampOf))).flatMap((stamp) => stamp ?? []);
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

/** What is read once for each book: it is another one as soon as anything more has happened. */
export function perBook<T>(readOf: (book: Book) => Promise<T>): (book: Book) => Promise<T> {
  const known = new WeakMap<Book, Promise<T>>();
  return (book) => {
    const held = known.get(book) ?? readOf(book);
    known.set(book, held);
    held.catch(() => known.delete(book));
    return held;
  };
}

function chunked<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
