// The claim the house stands on: P1's whole script leaves the same ledger in memory and on a real Temporal.
import { expect, test } from "vitest";
import { create } from "../../api/create.ts";
import { readEntries } from "../../api/reads.ts";
import { createSubmit } from "../../api/submit.ts";
import { listProgrammes, samplePeople, sampleScript } from "../../library/programmes.ts";
import { entryJson, type EntryJson } from "../../machines/entry-json.ts";
import { readScript } from "../../machines/script.ts";
import { simulate, type Cue } from "../../machines/simulate.ts";
import { triggerOf } from "../../machines/trigger-types.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";
import { getNetwork } from "../../store/networks.ts";
import { scriptOf } from "../../store/scripts.ts";
import { workflowIdOf } from "../../workflows/messages.ts";
import { START, useHouse } from "../support/house.ts";

const house = useHouse();

const END = Date.UTC(2027, 9, 1);

async function sample() {
  const programme = (await listProgrammes()).find(({ id }) => id === "innovationsnetvaerk")!;
  const read = parsePeople((await samplePeople(programme.id))!, programme.roles);
  if ("problems" in read) throw new Error("the sample's people cannot be read");
  const plan = planOf(programme, START);
  const script = readScript(JSON.parse((await sampleScript(programme.id))!), plan, read.people);
  if ("problems" in script) throw new Error(JSON.stringify(script.problems));
  return { programme, plan, people: read.people, cues: script.cues };
}

async function simulated(): Promise<EntryJson[]> {
  const { plan, people, cues } = await sample();
  const run = simulate({ plan, title: plan.programme.title.da, people, cues, until: END });
  expect(run.refused).toEqual([]);
  const emailOf = (id: string) => people.find((person) => person.id === id)?.email;
  return run.ledger.map((row) => {
    const deliveries = run.deliveries.filter(({ seq }) => seq === row.seq);
    const mails = deliveries.map(({ person }) => ({ to: emailOf(person)!, state: "sent" as const }));
    return entryJson(row, { zone: plan.programme.zone, emailOf, deliveries: mails });
  });
}

/** Plays the script on Temporal: contributions go to the store, so what was due before them is written first. */
async function played(eventsPerRun?: number): Promise<{ ledger: EntryJson[]; runs: number; viewsAgree: boolean }> {
  const { programme, people, cues } = await sample();
  const parts = { ...house.parts, ...(eventsPerRun !== undefined && { eventsPerRun }) };
  const submit = createSubmit(parts);
  const key = `same-ledger-${eventsPerRun}`;
  const { id } = await create(parts, { clock: "stepped", programme, start: START, people, cues, by: "tester", key });
  for (const { trigger } of await scriptOf(parts.store, id)) {
    const cue = trigger as unknown as Cue;
    if (triggerOf(cue.type)?.by === "store") await submit.advance(id, cue.at);
    const result = await submit.trigger(id, cue);
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true });
    if (!result.ok || !result.state.ended) continue;
    const network = await ledgerAt(id, result.n);
    const ledger = await readEntries(parts.store, id, { zone: programme.zone });
    const { phases, ideas } = network.view;
    return {
      ledger,
      runs: await runsOf(id),
      viewsAgree: Object.keys(phases).length === 10 && Object.keys(ideas).length === 8,
    };
  }
  throw new Error("the script did not end the network");
}

async function ledgerAt(id: string, n: number) {
  for (;;) {
    const network = (await getNetwork(house.store, id))!;
    if (network.n >= n) return network;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function runsOf(id: string): Promise<number> {
  let count = 0;
  for await (const _ of house.parts.temporal.workflow.list({ query: `WorkflowId = '${workflowIdOf(id)}'` })) count += 1;
  return count;
}

/** Which host it was does not show: ids of persons differ, and mails that wait for their sender are told as sent. */
const comparable = (entries: EntryJson[]) =>
  entries.map(({ deliveries, by, ...entry }) => ({
    ...entry,
    ...(entry.kind !== "network.created" && { by }),
    role: entry.kind === "network.created" ? undefined : entry.role,
    told: deliveries?.map(({ to }) => to).toSorted(),
  }));

test("simulate and Temporal leave the same ledger, entry by entry", async () => {
  const [wanted, { ledger, viewsAgree }] = [await simulated(), await played()];
  expect(wanted.length).toBeGreaterThan(140);
  expect(comparable(ledger)).toEqual(comparable(wanted));
  expect(viewsAgree).toBe(true);
});

test("so does Temporal when it continues as new at every step", { timeout: 240_000 }, async () => {
  const { ledger, runs } = await played(1);
  expect(runs).toBeGreaterThan(100);
  expect(comparable(ledger)).toEqual(comparable(await simulated()));
});
