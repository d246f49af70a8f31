// A network with five ideas, and rounds of prioritisation in it: what tests of ideas and ballots stand on.
import type { ScriptLine } from "../../machines/simulate.ts";
import { ballotsOf } from "../../machines/ideas/ballots.ts";
import { ideasOf } from "../../machines/ideas/ideas.ts";
import { lead, line, P1, play } from "./play.ts";

const TITLES = [
  "Ring op før borgeren ringer",
  "Min sag på en skærm i ventesalen",
  "Fast kontaktperson i tre måneder",
  "Fælles journal for tre forvaltninger",
  "En fast kontaktperson til borgeren",
];

/** The first five ideas, all added on the day before `DAY`. */
export const FIVE: ScriptLine[] = TITLES.map((title, at) => lead(`2027-02-28T10:0${at}`, "addIdea", { title }));
export const DAY = "2027-03-01";

/** P1 without what has to hold before ideas are short-listed and tested. */
const FREE = { ...P1, needs: {} };

/** A moment of the day. */
export const at = (clock: string, by: string, trigger: string, data: ScriptLine["data"] = {}) =>
  line(`${DAY}T${clock}`, by, trigger, data);

/** The network after some lines, with its ideas and ballots. */
export function after(...lines: ScriptLine[]) {
  return afterAll([...FIVE, ...lines]);
}

/** The same without the five ideas, up to a moment. */
export function afterAll(lines: ScriptLine[], until = "2027-03-20") {
  const run = play(lines, until, FREE);
  return {
    ...run,
    ideas: ideasOf(run.book),
    ballots: ballotsOf(run.book),
    why: run.refusals.map(({ type, code, why }) => ({ type, code, why: why.da })),
  };
}
