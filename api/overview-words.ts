// The head of the table of all networks.
import type { Language } from "./words.ts";

export const OVERVIEW_COLUMNS: Record<Language, string[]> = {
  da: [
    "id",
    "titel",
    "program",
    "type",
    "uge",
    "af uger",
    "åbne faser",
    "næste møde",
    "mødets dato",
    "forfaldent",
    "afgørelser, der venter",
    "dage, den ældste har ventet",
    "arbejdsdage planlagt",
    "arbejdsdage brugt",
    "valuta",
    "budget",
    "forbrug",
    "afsluttet",
  ],
  en: [
    "id",
    "title",
    "programme",
    "type",
    "week",
    "of weeks",
    "open phases",
    "next meeting",
    "date of the meeting",
    "overdue",
    "decisions waiting",
    "days the oldest has waited",
    "working days planned",
    "working days spent",
    "currency",
    "budget",
    "spent",
    "ended",
  ],
};

/** What a network that has ended is marked with. */
export const YES: Record<Language, string> = { da: "ja", en: "yes" };
