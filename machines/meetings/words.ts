// Why something about a meeting, its minutes or homework is refused, and what to do.
import type { Text } from "../../programmes/types.ts";
import { partsOf } from "../view.ts";

const idIn = (subject: string): string => partsOf(subject)[1];

export const hasMinutes = (item: string): Text => ({
  da: `Mødet «${item}» har et referat, og det bliver stående. Skriv en tilføjelse: brug addToMinutes.`,
  en: `The meeting «${item}» has minutes, and they stay. Write an addition: use addToMinutes.`,
});

export const noMinutes = (item: string): Text => ({
  da: `Mødet «${item}» har ikke noget referat endnu. Skriv det først (recordMinutes).`,
  en: `The meeting «${item}» has no minutes yet. Record them first (recordMinutes).`,
});

export const areApproved = (item: string): Text => ({
  da: `Referatet af «${item}» er godkendt. Skriv en tilføjelse, hvis noget skal rettes (addToMinutes).`,
  en: `The minutes of «${item}» have been approved. Write an addition if something is to be corrected (addToMinutes).`,
});

export const notAGuest = (email: string, subject: string): Text => ({
  da: `${email} er ikke indbudt som gæst til «${idIn(subject)}». «npx fremdrift network meeting» viser gæsterne.`,
  en: `${email} is not invited to «${idIn(subject)}» as a guest. «npx fremdrift network meeting» lists the guests.`,
});

export const notAsMany = (given: number, asked: number): Text => ({
  da:
    asked === 0
      ? "Hjemmearbejdet har ingen spørgsmål: aflevér en tekst (text)."
      : `Hjemmearbejdet har ${asked} spørgsmål, og der er ${given} svar: skriv ét for hvert, tomt hvor der intet er.`,
  en:
    asked === 0
      ? "The homework has no questions: deliver a text (text)."
      : `The homework has ${asked} questions, and there are ${given} answers: write one for each, empty where there is none.`,
});

export const notYours = (organisation: string): Text => ({
  da: `Du kan ikke aflevere for ${organisation}: det kan de, der hører til den, og netværkslederen.`,
  en: `You cannot deliver for ${organisation}: those who belong to it can, and the lead.`,
});
