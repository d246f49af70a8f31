// The pictures in words, for whoever does not see them.
import type { Criterion, Phase } from "../types.ts";
import { outcomesOf } from "./decision.ts";
import type { Given } from "./given.ts";
import { itemWords, whoWords } from "./item-words.ts";
import { whenWords } from "./when.ts";
import { decisionsOf, graphOf } from "./graph.ts";
import type { State } from "./signs.ts";

/** Every phase in the method's order with its time, criteria, decisions and loops; without phases, every item. */
export function tellStatechart(given: Given, stateOf: (id: string) => State | undefined): string {
  const { programme, language, words } = given;
  if (programme.phases.length === 0)
    return sentences(programme.items.map((item, index) => `${index + 1}. ${itemWords(item, given)}`));
  const title = (id: string) => programme.phases.find((phase) => phase.id === id)?.title[language] ?? id;
  const loops = graphOf(programme).loops.map(
    (loop) => `${words.loopArrow}: ${title(loop.from)} → ${title(loop.to)}, ${loop.title[language]}`,
  );
  return sentences([
    ...programme.phases.flatMap((phase, index) => phaseSentences(phase, index + 1, given, stateOf(phase.id))),
    ...loops,
    ...programme.tracks.map((track) => words.track(track.title[language], track.most)),
  ]);
}

/** Every phase, then every item in order of time; what has no date comes last. */
export function tellTimeline(given: Given): string {
  const { programme, plan, language, words } = given;
  const items = programme.items.toSorted((a, b) => {
    const [one, two] = [a, b].map(({ id }) => plan.intervals[id]?.from ?? plan.intervals[id]?.to ?? "9999");
    return one! < two! ? -1 : Number(one! > two!);
  });
  return sentences([
    ...programme.phases.map(
      (phase, index) =>
        `${index + 1}. ${phase.title[language]}: ${whenWords(phase.when, plan.intervals[phase.id]!, given)}`,
    ),
    ...programme.tracks.map((track) => words.track(track.title[language], track.most)),
    ...items.map((item) => itemWords(item, given)),
  ]);
}

function phaseSentences(phase: Phase, number: number, given: Given, state: State | undefined): string[] {
  const { programme, plan, language, words } = given;
  const list = (heading: string, criteria: Criterion[]) =>
    criteria.length === 0 ? [] : [`${heading}: ${criteria.map((one) => one.title[language]).join("; ")}`];
  const marks = [
    words.modes[phase.mode],
    whenWords(phase.when, plan.intervals[phase.id]!, given),
    state && words.states[state],
  ];
  return [
    `${number}. ${phase.title[language]} (${marks.filter(Boolean).join(", ")})`,
    ...list(words.opensWhen, phase.opens),
    ...list(words.closesWhen, phase.closes),
    ...decisionsOf(programme, phase.id).map(
      (item) =>
        `${words.decisionSign}: ${item.title[language]}. ${words.decidedBy(item.audience.length > 0 ? whoWords(item.audience, given) : words.unknownWho)}. ${outcomesOf(item, given).join("; ")}`,
    ),
  ];
}

const sentences = (list: string[]): string => list.map((one) => (/[.?!]$/.test(one) ? one : `${one}.`)).join(" ");
