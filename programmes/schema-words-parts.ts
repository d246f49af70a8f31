// What is said of keys that several parts of a programme file have.
import type { Text } from "./types.ts";

export type Words = Record<string, Text>;
export const say = (da: string, en: string): Text => ({ da, en });

export const remarks: Words = {
  questions: say(
    "Hvad kilden lader åbent, som tekster: vises som advarsler",
    "What the source leaves open, as texts: shown as warnings",
  ),
  ours: say(
    "Hvad I selv har lagt til, som kilden ikke siger: vises som advarsler",
    "What you added yourselves and the source does not say: shown as warnings",
  ),
};
export const title = say("Navnet, som folk ser det", "The name that people see");
export const description = say("En forklaring på en eller to sætninger", "An explanation in a sentence or two");
export const when = say('Hvornår: en tid i ord eller i nøgler, eller "?"', 'When: a time in words or in keys, or "?"');
export const phases = say("De faser, det hører til", "The phases that it belongs to");
export const place = say('Stedet, eller "?"', 'The place, or "?"');
