// What the command line says, by language.
import { da, type Words } from "./words-da.ts";
import { en } from "./words-en.ts";

export type { Words };

export const WORDS: Record<"da" | "en", Words> = { da, en };
