// What the statechart says of a phase: its state, time and contents, and the criteria for opening and closing it.
import type { Criterion, Item, Phase } from "../types.ts";
import type { LookName, Paragraph } from "./block.ts";
import type { Given } from "./given.ts";
import { besides } from "./graph.ts";
import { dot, modeSign, SIGN, stateSign, WEDGE, type State } from "./signs.ts";
import type { Point } from "./svg.ts";
import { whenWords } from "./when.ts";

const INDENT = 9;

/** The phase in one line: title, whether it opens or closes, and when. */
export function phaseTitle(phase: Phase, given: Given): string {
  const { language, words, plan } = given;
  const mode = phase.mode === "neither" ? "" : ` (${words.modes[phase.mode]})`;
  return `${phase.title[language]}${mode}: ${whenWords(phase.when, plan.intervals[phase.id]!, given)}`;
}

/** What stands in the phase itself. */
export function phaseParagraphs(phase: Phase, given: Given, state: State | undefined): Paragraph[] {
  const { language, words, plan, programme } = given;
  const strong = state === "active";
  const small: LookName = strong ? "smallOnStrong" : "small";
  const beside = besides(programme, plan.intervals, phase.id).map(({ title }) => title[language]);
  const line = (text: string, above = 2): Paragraph => ({ text, look: small, above });
  const { mode } = phase;
  const signed = (text: string, half: number, draw: (at: Point) => string): Paragraph => ({
    ...line(text),
    indent: 2 * half + 6,
    sign: (x, y) => draw({ x: x + half, y }),
  });
  return [
    ...(state ? [signed(words.states[state], SIGN, (at) => stateSign(state, at))] : []),
    ...(mode === "neither"
      ? []
      : [signed(words.modes[mode], WEDGE, (at) => modeSign(mode, at, strong ? "on-strong" : undefined))]),
    { text: phase.title[language], look: strong ? "titleOnStrong" : "title", above: 2 },
    line(whenWords(phase.when, plan.intervals[phase.id]!, given)),
    ...countsOf(phase, given).map((text) => line(text)),
    ...(beside.length > 0 ? [line(words.together(words.and(beside)), 5)] : []),
  ];
}

/** «3 møder, 1 hjemmearbejde»: what a phase has of each kind; its decisions stand beside it. */
function countsOf(phase: Phase, { programme, words }: Given): string[] {
  const kinds: Item["kind"][] = ["meeting", "homework", "task", "monitoring", "deliverable"];
  const counts = kinds.flatMap((kind) => {
    const count = programme.items.filter((item) => item.kind === kind && item.phases.includes(phase.id)).length;
    const [one, many] = words.kinds[kind];
    return count === 0 ? [] : `${count} ${count === 1 ? one : many}`;
  });
  return counts.length === 0 ? [] : [counts.join(", ")];
}

/** What lets it close; nothing where it closes when its lead says so. */
export function closingParagraphs(phase: Phase, given: Given): Paragraph[] {
  const criteria = criteriaParagraphs(phase.closes, given, given.words.closesWhen);
  if (!phase.mayBeSkipped) return criteria;
  return [...criteria, { text: given.words.maySkip, look: "small", above: 4 }];
}

/** Criteria under a heading; nothing where there are none. */
export function criteriaParagraphs(criteria: Criterion[], given: Given, heading: string): Paragraph[] {
  if (criteria.length === 0) return [];
  return [{ text: heading, look: "smallStrong" }, ...criteria.map((criterion) => criterionParagraph(criterion, given))];
}

/** A criterion with its number, where the programme sets it apart as a parameter. */
function criterionParagraph(criterion: Criterion, { programme, language, words }: Given): Paragraph {
  const named = "atLeast" in criterion && typeof criterion.atLeast === "string" ? criterion.atLeast : undefined;
  const count = named === undefined ? undefined : programme.parameters[named];
  const number = count === undefined ? "" : ` ${words.atLeast(count)}`;
  return { text: `${criterion.title[language]}${number}`, look: "body", indent: INDENT, above: 4, sign: dot };
}
