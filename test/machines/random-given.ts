// What random scripts are about: the shipped programmes that have a source, with the people and scripts of their samples.
import { listProgrammes, samplePeople, sampleScript } from "../../library/programmes.ts";
import { startOf, type ScriptLine } from "../../machines/simulate.ts";
import { daysBetween, localDate } from "../../programmes/calendar.ts";
import { sampleStartOf } from "../../programmes/dates.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Instant, IsoDate, Person, Plan, Programme } from "../../programmes/types.ts";

/** `first` and `days`: the local day it begins, and how many days its plan has from there. */
export type Given = {
  plan: Plan;
  people: Person[];
  sample: ScriptLine[];
  begins: Instant;
  first: IsoDate;
  days: number;
};

/** Those that are from a source, of other sizes and methods. The others are on the same phases and kinds of items, with what is left after the end. */
const SOURCED = [
  "innovationsnetvaerk",
  "beskaeftigelsesindsats",
  "borgerservice",
  "faellesskabsagenter",
  "partnerskab",
];

/** All five, each with a start that its sample is written for. Throws where a sample does not hold. */
export const GIVEN: Given[] = await Promise.all(
  (await listProgrammes()).filter(({ id }) => SOURCED.includes(id)).map(givenFor),
);

/**
 * The same, but what repeats until somebody answers comes every four weeks: of the rows of a network left alone two in three would be its
 * weekly reminders, which `reminder-model.test.ts` plays as they are.
 */
export const SELDOM: Given[] = GIVEN.map(({ plan, ...given }) => {
  const reminders = plan.programme.reminders.map((rule) => (rule.every === undefined ? rule : { ...rule, every: 28 }));
  return { ...given, plan: { ...plan, programme: { ...plan.programme, reminders } } };
});

async function givenFor(programme: Programme): Promise<Given> {
  const read = parsePeople((await samplePeople(programme.id))!, programme.roles);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const plan = planOf(programme, sampleStartOf(programme)!);
  const begins = startOf(plan);
  const first = localDate(begins, programme.zone);
  const last = Object.values(plan.intervals)
    .flatMap(({ to }) => to ?? [])
    .reduce((a, b) => (a > b ? a : b), first);
  const sample = JSON.parse((await sampleScript(programme.id))!) as ScriptLine[];
  return { plan, people: read.people, sample, begins, first, days: daysBetween(first, last) + 30 };
}
