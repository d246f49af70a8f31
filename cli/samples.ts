// People and scripts for a simulation: from the files that were given, or the samples the product ships with.
import { DateTime } from "luxon";
import { samplePeople, sampleScript } from "../library/programmes.ts";
import { addDays, isDate, isoWeekStart } from "../programmes/calendar.ts";
import { parsePeople } from "../programmes/people.ts";
import type { IsoDate, Person, Plan, Programme } from "../programmes/types.ts";
import { Failure } from "./failure.ts";
import { readJson } from "./given.ts";
import { readGiven, type World } from "./world.ts";

/** The people of a CSV file, else the programme's sample, else people made up for its roles. */
export async function peopleFor({ programme }: Plan, file: string | undefined, world: World): Promise<Person[]> {
  const csv = file === undefined ? await samplePeople(programme.id) : await readGiven(file, world.words);
  if (csv === undefined) return invented(programme);
  const read = parsePeople(csv, programme.roles, { language: world.language });
  if ("people" in read) return read.people;
  throw new Failure("people", world.words.brokenPeople(file ?? "people.csv"), read.problems);
}

/** A script file's JSON; `sample` is the shipped one, moved by whole weeks to the plan's start. */
export async function scriptFor(plan: Plan, file: string, { words }: World): Promise<unknown> {
  const sample = file === SAMPLE ? await sampleScript(plan.programme.id) : undefined;
  if (file === SAMPLE && sample === undefined) throw new Failure("no-sample", words.noSample(plan.programme.id));
  const read = readJson(sample ?? (await readGiven(file, words)), words);
  if ("why" in read) throw new Failure("not-json", words.scriptNotJson(file, read.why));
  return sample === undefined ? read.value : moved(read.value, plan.start);
}

const SAMPLE = "sample";

function invented({ roles }: Programme): Person[] {
  const each = roles.flatMap(({ code, title, sample }) =>
    Array.from({ length: sample }, (_, index) => ({ code, name: `${title.da} ${index + 1}`, n: index + 1 })),
  );
  return each.map(({ code, name, n }, index) => ({
    id: `p${index + 1}`,
    name,
    email: `${code.toLowerCase()}${n}@example.org`,
    language: "da",
    roles: [code],
  }));
}

/** Every date of a script, later or earlier by the weeks between its first week and the start's. */
function moved(script: unknown, start: IsoDate): unknown {
  const first = firstDate(script);
  if (first === undefined) return script;
  const days = DateTime.fromISO(isoWeekStart(start)).diff(DateTime.fromISO(isoWeekStart(first)), "days").days;
  const move = (text: string) =>
    text.replace(/^\d{4}-\d\d-\d\d/, (date) => (isDate(date) ? addDays(date, Math.round(days)) : date));
  return JSON.parse(JSON.stringify(script), (_, value: unknown) => (typeof value === "string" ? move(value) : value));
}

function firstDate(script: unknown): IsoDate | undefined {
  const lines = Array.isArray(script) ? (script as { at?: string }[]) : [];
  return lines
    .map(({ at = "" }) => at.slice(0, 10))
    .filter(isDate)
    .toSorted()[0];
}
