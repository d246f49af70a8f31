// What things of a network are called, from its book alone.
import { planInForce } from "../machines/in-force.ts";
import type { Book } from "../machines/ledger.ts";
import { titleOfIdea } from "../machines/mail-model.ts";
import { narrationOf, type Narration } from "../machines/narrate.ts";
import type { Language } from "./words.ts";

/** The names of phases, items, ideas, rules, roles and people as they now are. */
export function namesIn(book: Book, language: Language): Narration {
  const { programme, start } = planInForce(book.plan, book.view);
  const narration = narrationOf(programme, { start, language, people: book.people });
  const ideas = Object.keys(book.view.ideas).map((id) => [`idea:${id}`, titleOfIdea(book, id)[language]]);
  return { ...narration, titles: { ...narration.titles, ...Object.fromEntries(ideas) } };
}
