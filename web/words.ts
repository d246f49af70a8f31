// What the pages behind links from mails say, in the reader's language.
import type { AnswerLinkJson } from "../api/client.ts";
import { da } from "./words-da.ts";
import { en } from "./words-en.ts";
import type { ChoiceWords, Language, Words } from "./words-shape.ts";

export const WORDS: Record<Language, Words> = { da, en };

/** The words of a choice; of a decision of the plan «approve» is less than of an idea. */
export function choiceWords(language: Language, kind: AnswerLinkJson["kind"], choice: string): ChoiceWords {
  const { choices } = WORDS[language];
  const key = choice === "approve" && kind === "decision" ? "approveItem" : choice;
  return choices[key] ?? { label: choice, does: "", done: choice };
}
