// One thing that can be tried in a network, with the facts it asks and those it changes.
import type { View } from "../ledger.ts";
import { groundsOf, type Call } from "./world.ts";

/** Triggers one after the other: all of them, or as many as are taken. Nothing else happens in between that would matter. */
export type Way = [first: Call, ...then: Call[]];

/**
 * One thing that can be tried. `asks` and `changes` name facts; with `@` they name states that no criterion reads but a
 * machine stands in. Without `tries` it is made only where a criterion asks for what it brings.
 */
export type Move = { id: string; asks: string[]; changes: string[]; tries?: (view: View) => Way[] };

/** The facts that criteria read, and those that must be there before any of them can be brought. */
export const asksOf = (criteria: { fact: string }[] = []): string[] => [
  ...new Set(criteria.flatMap(({ fact }) => [fact, ...groundsOf(fact)])),
];
