// A shipped programme played in memory by the script of its sample, or another one.
import { loadProgramme, samplePeople, sampleScript } from "../../library/programmes.ts";
import { entryJson } from "../../machines/entry-json.ts";
import { readScript } from "../../machines/script.ts";
import { simulate, type ScriptLine } from "../../machines/simulate.ts";
import { stateOf } from "../../machines/summary.ts";
import { readEnd } from "../../programmes/instant.ts";
import { sampleStartOf } from "../../programmes/dates.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Programme } from "../../programmes/types.ts";

/** What a run came to; `told` of an entry: the part before the `@` of everybody it was sent to. */
export type Played = ReturnType<Awaited<ReturnType<typeof sampleOf>>["play"]>;

/** The sample of a shipped programme, from the start that its script is written for. Throws where people or script do not hold. */
export async function sampleOf(id: string) {
  const read = await loadProgramme(id);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const { programme: own } = read;
  const start = sampleStartOf(own);
  const csv = (await samplePeople(id))!;
  const script = JSON.parse((await sampleScript(id))!) as ScriptLine[];

  function play(lines: ScriptLine[], until: string, programme: Programme = own, from = start) {
    const people = parsePeople(csv, programme.roles);
    if ("problems" in people) throw new Error(JSON.stringify(people.problems));
    const plan = planOf(programme, from);
    const cues = readScript(lines, plan, people.people);
    if ("problems" in cues) throw new Error(JSON.stringify(cues.problems));
    const end = readEnd(until, programme.zone)!;
    const run = simulate({ plan, title: "Prøve", people: people.people, cues: cues.cues, until: end });
    const emailOf = (who: string) => run.book.people.find((person) => person.id === who)?.email;
    const told = (seq: number) =>
      run.deliveries.filter((one) => one.seq === seq).map(({ person }) => emailOf(person)!.split("@")[0]!);
    return {
      ...run,
      plan,
      state: stateOf(plan, run.network.view),
      entries: run.ledger.map((row) => ({ ...entryJson(row, { zone: programme.zone, emailOf }), told: told(row.seq) })),
      refusals: run.refused.map(({ cue, result }) => ({ type: cue.type, ...result })),
    };
  }

  /** The script up to a moment, and then other lines. */
  const upTo = (at: string, ...more: ScriptLine[]) => [...script.filter((one) => one.at < at), ...more];
  return { programme: own, csv, script, play, upTo };
}

/** Rule, day and hour, subject and whom it went to, of all messages that were sent. */
export const sentIn = ({ entries }: Played) =>
  entries
    .filter(({ kind }) => kind === "message.sent")
    .map(({ at, subject, rule, told }) => ({ at: at.slice(0, 16), subject, rule: rule!, told }));

export const line = (at: string, by: string, trigger: string, data: ScriptLine["data"] = {}): ScriptLine => ({
  at,
  by,
  trigger,
  data,
});
