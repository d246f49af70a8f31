// The claim the house stands on: each programme's whole script leaves the same ledger in memory and on a real Temporal.
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { create } from "../../api/create.ts";
import { readEntries } from "../../api/reads.ts";
import { envelopeFrom } from "../../api/rebuild-run.ts";
import { createSubmit } from "../../api/submit.ts";
import { listProgrammes, samplePeople, sampleScript } from "../../library/programmes.ts";
import { entryJson, type EntryJson } from "../../machines/entry-json.ts";
import { readScript } from "../../machines/script.ts";
import { simulate, startOf, type Cue } from "../../machines/simulate.ts";
import { triggerOf } from "../../machines/trigger-types.ts";
import { fold, initialView } from "../../machines/view.ts";
import { sampleStartOf } from "../../programmes/dates.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";
import { readLedger } from "../../store/ledger.ts";
import { getNetwork } from "../../store/networks.ts";
import { inTransaction } from "../../store/open.ts";
import { rowsOf } from "../../store/rebuild.ts";
import { scriptOf } from "../../store/scripts.ts";
import { workflowIdOf } from "../../workflows/messages.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();

const PROGRAMMES = await listProgrammes();
const P1 = "innovationsnetvaerk";
const YEARS = 3 * 366 * 86_400_000;

async function sample(id: string) {
  const programme = PROGRAMMES.find((one) => one.id === id)!;
  const start = sampleStartOf(programme);
  const read = parsePeople((await samplePeople(programme.id))!, programme.roles);
  if ("problems" in read) throw new Error("the sample's people cannot be read");
  const plan = planOf(programme, start);
  const script = readScript(JSON.parse((await sampleScript(programme.id))!), plan, read.people);
  if ("problems" in script) throw new Error(JSON.stringify(script.problems));
  return { programme, start, plan, people: read.people, cues: script.cues };
}

async function simulated(of = P1): Promise<EntryJson[]> {
  const { plan, people, cues } = await sample(of);
  const run = simulate({ plan, title: plan.programme.title.da, people, cues, until: startOf(plan) + YEARS });
  expect(run.refused).toEqual([]);
  // Some join on the way, and some have left at the end.
  const joined = cues
    .filter(({ type }) => type === "addPerson")
    .map(({ key, data }) => [`joined:${key}`, String(data["email"])]);
  const emails = new Map([...people.map(({ id, email }) => [id, email] as const), ...(joined as [string, string][])]);
  const emailOf = (id: string) => emails.get(id);
  return run.ledger.map((row) => {
    const deliveries = run.deliveries.filter(({ seq }) => seq === row.seq);
    const mails = deliveries.map(({ person }) => ({ to: emailOf(person)!, state: "sent" as const }));
    return entryJson(row, { zone: plan.programme.zone, emailOf, deliveries: mails });
  });
}

/** Plays the script on Temporal: contributions go to the store, so what was due before them is written first. */
async function played(
  of = P1,
  eventsPerRun?: number,
): Promise<{ ledger: EntryJson[]; runs: number; viewsAgree: boolean; again: object }> {
  const { programme, start, people, cues } = await sample(of);
  const parts = { ...house.parts, ...(eventsPerRun !== undefined && { eventsPerRun }) };
  const submit = createSubmit(parts);
  const key = `same-ledger-${of}-${eventsPerRun}`;
  const { id } = await create(parts, { clock: "stepped", programme, start, people, cues, by: "tester", key });
  let last: { n: number; at: number } | undefined;
  for (const { trigger } of await scriptOf(parts.store, id)) {
    const cue = trigger as unknown as Cue;
    if (triggerOf(cue.type)?.by === "store") await submit.advance(id, cue.at);
    const result = await submit.trigger(id, cue);
    expect(result, JSON.stringify(result)).toMatchObject({ ok: true });
    if (result.ok && result.state.ended) last = { n: result.n, at: cue.at };
  }
  if (!last) throw new Error("the script did not end the network");
  // What is left to do is reminded of after the end.
  const isOver = Object.keys((await ledgerAt(id, last.n)).view.planned).length === 0;
  const { n } = isOver ? last : await submit.advance(id, last.at + YEARS);
  const network = await ledgerAt(id, n);
  const ledger = await readEntries(parts.store, id, { zone: programme.zone });
  const { plan, view } = network;
  const told = fold(initialView(plan, network.startedAt), await readLedger(parts.store, id));
  const viewsAgree = isDeepStrictEqual({ ...told, now: 0 }, { ...view, now: 0 });
  const rows = await inTransaction(parts.store, (tx) => rowsOf(tx, id));
  return { ledger, runs: await runsOf(id), viewsAgree, again: await envelopeFrom(parts, network, rows) };
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

test.each(PROGRAMMES.map(({ id }) => id))(
  "%s leaves the same ledger on simulate and on Temporal, entry by entry",
  async (of) => {
    const [wanted, { ledger, viewsAgree, again }] = [await simulated(of), await played(of)];
    expect(wanted.length).toBeGreaterThan(of === P1 ? 140 : 25);
    expect(comparable(ledger)).toEqual(comparable(wanted));
    expect(viewsAgree).toBe(true);
    // A workflow that is lost can be made again from the store.
    expect(again).toHaveProperty("envelope.state.n", expect.any(Number));
  },
);

test("so does Temporal when it continues as new at every step", { timeout: 240_000 }, async () => {
  const { ledger, runs } = await played(P1, 1);
  expect(runs).toBeGreaterThan(100);
  expect(comparable(ledger)).toEqual(comparable(await simulated()));
});
