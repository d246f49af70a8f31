// What a report says of a network, in the reader's language.
import type { Text } from "../../programmes/types.ts";
import { da } from "./words-da.ts";
import { en } from "./words-en.ts";

/** Words and sentences of the content. Headings of the page stand with its layout. */
export type ReportWords = typeof da;

export const REPORT_WORDS: Record<keyof Text, ReportWords> = { da, en };
