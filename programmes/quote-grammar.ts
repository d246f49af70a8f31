// Small pieces that grammars of date phrases are put together from. A piece finds every way to read what stands at a place,
// so that a phrase that can be read in two ways is seen to be.
import type { Token } from "./quote-tokens.ts";

/** One way to read: what it means, and where reading goes on. */
export type Found<T> = { value: T; next: number };
export type Piece<T> = (tokens: readonly Token[], at: number) => Found<T>[];

/** One token that the test lets through, as what the test makes of it. */
export function token<T>(test: (token: Token) => T | undefined): Piece<T> {
  return (tokens, at) => {
    const here = tokens[at];
    const value = here && test(here);
    return value === undefined ? [] : [{ value, next: at + 1 }];
  };
}

/** One of some words or signs, in lower case. */
export function word(...texts: string[]): Piece<string> {
  const known = new Set(texts);
  return token(({ text }) => (known.has(text) ? text : undefined));
}

/** A word of a table, as what the table says of it. */
export function oneOf<T>(table: ReadonlyMap<string, T>): Piece<T> {
  return token(({ text }) => table.get(text));
}

/** A number of so many digits. */
export function number(least: number, most: number): Piece<number> {
  return token(({ kind, text }) =>
    kind === "number" && text.length >= least && text.length <= most ? Number(text) : undefined,
  );
}

/** A piece that stands right after what is before it, without white space. */
export function close<T>(piece: Piece<T>): Piece<T> {
  return (tokens, at) => (tokens[at]?.gap === false ? piece(tokens, at) : []);
}

/** Pieces after one another. */
export function seq<T extends unknown[]>(...pieces: { [K in keyof T]: Piece<T[K]> }): Piece<T> {
  return (tokens, at) => {
    let ways: Found<unknown[]>[] = [{ value: [], next: at }];
    for (const piece of pieces)
      ways = ways.flatMap(({ value, next }) =>
        piece(tokens, next).map((found) => ({ value: [...value, found.value], next: found.next })),
      );
    return ways as Found<T>[];
  };
}

/** Any of some pieces. */
export function alt<T>(...pieces: Piece<T>[]): Piece<T> {
  return (tokens, at) => pieces.flatMap((piece) => piece(tokens, at));
}

/** A piece that may be absent. */
export function opt<T>(piece: Piece<T>): Piece<T | undefined> {
  return (tokens, at) => [...piece(tokens, at), { value: undefined, next: at }];
}

/** At least one of a piece, with something between them; at most so many. */
export function several<T>(piece: Piece<T>, between: Piece<unknown>, most: number): Piece<T[]> {
  const more = map(seq(between, piece), ([, value]) => value);
  return (tokens, at) => {
    const all: Found<T[]>[] = piece(tokens, at).map(({ value, next }) => ({ value: [value], next }));
    let last = all;
    for (let count = 1; count < most && last.length > 0; count++) {
      last = last.flatMap((way) =>
        more(tokens, way.next).map(({ value, next }) => ({ value: [...way.value, value], next })),
      );
      all.push(...last);
    }
    return all;
  };
}

/** What a piece means, as something else; what comes out undefined was not meant. */
export function map<T, U>(piece: Piece<T>, as: (value: T) => U | undefined): Piece<U> {
  return (tokens, at) =>
    piece(tokens, at).flatMap(({ value, next }) => {
      const made = as(value);
      return made === undefined ? [] : [{ value: made, next }];
    });
}
