// P1 in memory, by script: what tests of the nine phases stand on.
import { listProgrammes, samplePeople, sampleScript } from "../../library/programmes.ts";
import { entryJson } from "../../machines/entry-json.ts";
import { readScript } from "../../machines/script.ts";
import { simulate, type ScriptLine } from "../../machines/simulate.ts";
import { stateOf } from "../../machines/summary.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";
import { readEnd } from "../../programmes/instant.ts";
import type { Programme } from "../../programmes/types.ts";

export const START = "2027-02-01";
const ZONE = "Europe/Copenhagen";
export const P1 = (await listProgrammes()).find(({ id }) => id === "innovationsnetvaerk")!;
const CSV = (await samplePeople(P1.id))!;
export const SCRIPT = JSON.parse((await sampleScript(P1.id))!) as ScriptLine[];

/** `more`: people beside the sample's, as lines of its file. */
export function play(script: ScriptLine[], until: string, programme: Programme = P1, more = "") {
  const people = parsePeople(CSV + more, programme.roles);
  if ("problems" in people) throw new Error("people");
  const plan = planOf(programme, START);
  const read = readScript(script, plan, people.people);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const run = simulate({ plan, title: "Prøve", people: people.people, cues: read.cues, until: readEnd(until, ZONE)! });
  const emailOf = (id: string) => people.people.find((person) => person.id === id)?.email;
  return {
    ...run,
    plan,
    state: stateOf(plan, run.network.view),
    entries: run.ledger.map((row) => ({
      ...entryJson(row, { zone: ZONE, emailOf }),
      told: toldBy(run, row.seq, emailOf),
    })),
    refusals: run.refused.map(({ cue, result }) => ({ type: cue.type, ...result })),
  };
}

function toldBy(
  run: { deliveries: { seq: number; person: string }[] },
  seq: number,
  emailOf: (id: string) => string | undefined,
) {
  return run.deliveries.filter((one) => one.seq === seq).map((one) => emailOf(one.person));
}

export const line = (at: string, by: string, trigger: string, data: ScriptLine["data"] = {}): ScriptLine => ({
  at,
  by,
  trigger,
  data,
});
export const lead = (at: string, trigger: string, data: ScriptLine["data"] = {}) =>
  line(at, "networkLead", trigger, data);
/** The sample's script up to a moment, and then other things. */
export const sampleUpTo = (at: string, ...more: ScriptLine[]) => [...SCRIPT.filter((one) => one.at < at), ...more];
export const open = (day: string) => {
  const { phases } = play(SCRIPT, day).state;
  return Object.keys(phases).filter((id) => phases[id] === "open");
};
