// Discoveries, themes, ideas and ballots as everybody outside sees them: instants as RFC 3339, people by e-mail, words in the reader's
// language. One way to tell them, for the API and for simulate.
import { rfc3339 } from "../../programmes/instant.ts";
import type { Text } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import { ballotsOf, type Ballot } from "./ballots.ts";
import { ideasOf } from "./ideas.ts";
import { chosenThemes, discoveriesOf, themesOf } from "./themes.ts";

/**
 * Who reads: their language, and the address and name of a person's id; where no address is known the id stands, since texts outlive
 * people.
 */
export type Reader = {
  language: keyof Text;
  emailOf: (id: string) => string | undefined;
  nameOf?: (id: string) => string | undefined;
};

/** All discoveries, the first first. */
export function readDiscoveries(book: Book, reader: Reader) {
  return discoveriesOf(book.contributions).map((one) => told(one, book, reader));
}

/** Themes that were made, and after them those that were chosen in words alone. */
export function readThemes(book: Book, reader: Reader) {
  const chosen = chosenThemes(book.contributions);
  const themes = themesOf(book.contributions).map((one) => ({
    ...told(one, book, reader),
    chosen: chosen.some(({ id }) => id === one.id),
  }));
  const inWords = chosen.filter(({ id }) => id === undefined);
  return [...themes, ...inWords.map(({ title }) => ({ title, discoveries: [], chosen: true }))];
}

/** All ideas, the first first. */
export function readIdeas(book: Book, reader: Reader) {
  const ideas = ideasOf(book);
  const titleOf = (id: string) => ideas.find((one) => one.id === id)!.title;
  return ideas.map(({ at, authors, comments, alike, ...one }) => ({
    ...one,
    authors: authors.map((id) => reader.emailOf(id) ?? id),
    ...(reader.nameOf && { authorNames: authors.map((id) => reader.nameOf?.(id) ?? "") }),
    ...(at !== undefined && { at: instant(book, at) }),
    comments: comments.map((comment) => told(comment, book, reader)),
    alike: alike.map((other) => ({ ...other, title: titleOf(other.id) })),
  }));
}

/** All ballots, the first first, each as it may be read now. */
export function readBallots(book: Book, reader: Reader) {
  return ballotsOf(book).map((ballot) => ballotRead(ballot, book, reader));
}

function ballotRead({ criteria, secret, outcome, overruled, ...ballot }: Ballot, book: Book, reader: Reader) {
  const { openedAt, closes, closedAt, ...same } = ballot;
  const { language } = reader;
  return {
    ...same,
    ...(criteria && { criteria: criteria.map((one) => ({ ...one, title: one.title[language] })) }),
    secret: secret === true,
    openedAt: instant(book, openedAt),
    ...(closes !== undefined && { closes: instant(book, closes) }),
    ...(closedAt !== undefined && { closedAt: instant(book, closedAt) }),
    ...(outcome && {
      outcome: {
        ...outcome,
        order: outcome.order.map((one) => ({ ...one, sure: one.sure[language] })),
        explained: outcome.explained[language],
      },
    }),
    ...(overruled && { overruled: told(overruled, book, reader) }),
  };
}

const instant = ({ plan }: Book, at: number): string => rfc3339(at, plan.programme.zone);

/** What somebody said at an instant. */
export function told<T extends { by?: string; at: number }>({ by, at, ...said }: T, book: Book, reader: Reader) {
  const { emailOf, nameOf } = reader;
  const name = by === undefined ? undefined : nameOf?.(by);
  return {
    ...said,
    ...(by !== undefined && { by: emailOf(by) ?? by }),
    ...(name !== undefined && { name }),
    at: instant(book, at),
  };
}
