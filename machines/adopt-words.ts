// Why a piece of a new edition cannot be adopted by a network that runs.
import type { Text } from "../programmes/types.ts";

export const whyNot = {
  fixed: (): Text => ({
    da: "Det lå fast, da netværket blev oprettet, og ændres ikke, mens det kører.",
    en: "It was settled when the network was made, and does not change while it runs.",
  }),
  fields: (fields: string[]): Text => ({
    da: `Dette ændres ikke, mens netværket kører: ${fields.join(", ")}.`,
    en: `This does not change while the network runs: ${fields.join(", ")}.`,
  }),
  kind: (kind: string): Text => ({
    da: `Et punkt af slagsen ${kind} kan ikke tilføjes, ændres eller aflyses, mens netværket kører.`,
    en: `An item of the kind ${kind} cannot be added, changed or cancelled while the network runs.`,
  }),
  dated: (): Text => ({
    da: "Punktet har en dato, og en ny udgave gør den ikke mindre bestemt.",
    en: "The item has a date, and a new edition does not make it less precise.",
  }),
  undated: (): Text => ({
    da: "Den nye udgave siger ikke, hvornår det er.",
    en: "The new edition does not say when it is.",
  }),
  placeless: (): Text => ({
    da: "Et nyt sted gives sammen med en dato, og punktet har ingen.",
    en: "A new place is given with a date, and the item has none.",
  }),
  over: (): Text => ({
    da: "Punktet er afholdt, afgjort eller i gang.",
    en: "The item is held, decided or under way.",
  }),
  cancelled: (): Text => ({
    da: "Netværket har aflyst punktet; det kan ikke tilføjes igen under samme id.",
    en: "The network has cancelled the item; it cannot be added again under the same id.",
  }),
  sessions: (): Text => ({
    da: "Et punkt med flere dele kan ikke tilføjes, mens netværket kører.",
    en: "An item of several sessions cannot be added while the network runs.",
  }),
  unknownParts: (parts: string[]): Text => ({
    da: `Netværket har ikke disse roller eller faser: ${parts.join(", ")}.`,
    en: `The network does not have these roles or phases: ${parts.join(", ")}.`,
  }),
};

/** Several reasons after each other. */
export const together = (reasons: Text[]): Text => ({
  da: reasons.map(({ da }) => da).join(" "),
  en: reasons.map(({ en }) => en).join(" "),
});
