// The statechart's words, in Danish and English, and its phases and criteria as they are said.
import type { ChartJson } from "../../api/client.ts";

export type Language = "da" | "en";
export type Phase = ChartJson["phases"][number];
export type Criterion = Phase["opens"][number];

type Words = {
  title: string;
  text: string;
  states: Record<Phase["state"], string>;
  modes: Record<Phase["mode"], string>;
  opensWhen: string;
  closesWhen: string;
  met: string;
  missing: (have: number, need: number) => string;
  left: (count: number) => string;
  count: (have: number, need: number) => string;
  back: (phase: string, how: string) => string;
  loops: string;
  active: (phases: string) => string;
  next: (phases: string) => string;
  ended: string;
};

const da: Words = {
  title: "Metoden og hvor langt vi er",
  text: "Metoden som tekst",
  states: { done: "afsluttet", active: "åben nu", next: "næste", waiting: "venter" },
  modes: { opening: "åbnende", closing: "lukkende", neither: "" },
  opensWhen: "Åbner, når",
  closesWhen: "Slutter, når",
  met: "opfyldt",
  missing: (have, need) => (need === 1 ? "mangler" : `mangler: ${have} af ${need}`),
  left: (count) => `mangler: ${count} tilbage`,
  count: (have, need) => `${have} af ${need}`,
  back: (phase, how) => `Tilbage til ${phase}. ${how}`,
  loops: "Herfra kan man gå tilbage",
  active: (phases) => `Åbne faser: ${phases}.`,
  next: (phases) => `Næste: ${phases}.`,
  ended: "Netværket er slut.",
};

const en: Words = {
  title: "The method and how far we are",
  text: "The method as text",
  states: { done: "closed", active: "open now", next: "next", waiting: "waiting" },
  modes: { opening: "opening", closing: "closing", neither: "" },
  opensWhen: "Opens when",
  closesWhen: "Closes when",
  met: "met",
  missing: (have, need) => (need === 1 ? "missing" : `missing: ${have} of ${need}`),
  left: (count) => `missing: ${count} left`,
  count: (have, need) => `${have} of ${need}`,
  back: (phase, how) => `Back to ${phase}. ${how}`,
  loops: "From here one can go back",
  active: (phases) => `Open phases: ${phases}.`,
  next: (phases) => `Next: ${phases}.`,
  ended: "The network has ended.",
};

export const WORDS: Record<Language, Words> = { da, en };

/** How many of a criterion there are, where that says more than whether it is met. */
export function countText({ met, have, need, most }: Criterion, language: Language): string {
  const words = WORDS[language];
  if (met) return most || need === 1 ? "" : words.count(Math.min(have, need), need);
  return most ? words.left(have - need) : words.missing(have, need);
}

/** What a phase waits for, under its heading: before it has opened what lets it, and always what lets it close. `judged`: whether it is said what is met. */
export function waitsOf(
  phase: Phase,
  language: Language,
): { heading: string; criteria: Criterion[]; judged: boolean }[] {
  const words = WORDS[language];
  const isAhead = phase.state === "next" || phase.state === "waiting";
  const opens = { heading: words.opensWhen, criteria: phase.opens, judged: true };
  // What lets it close may hold of nothing before it has begun: no result is missing where no idea is tested.
  const closes = { heading: words.closesWhen, criteria: phase.closes, judged: !isAhead };
  return [...(isAhead ? [opens] : []), closes].filter(({ criteria }) => criteria.length > 0);
}

/** State and mode of a phase: «åben nu · åbnende». */
export const stateText = ({ state, mode }: Phase, language: Language): string =>
  [WORDS[language].states[state], WORDS[language].modes[mode]].filter((part) => part !== "").join(" · ");

/** Where the network is, in one or two sentences. */
export function standingText({ phases, ended }: ChartJson, language: Language): string {
  const words = WORDS[language];
  const named = (state: Phase["state"]) => {
    const titles = phases.filter((phase) => phase.state === state).map(({ title }) => title[language]);
    return titles.length === 0 ? undefined : titles.join(", ");
  };
  if (ended) return words.ended;
  const [active, next] = [named("active"), named("next")];
  return [active && words.active(active), next && words.next(next)].filter((part) => part !== undefined).join(" ");
}
