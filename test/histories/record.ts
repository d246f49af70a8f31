// Records histories of networks, for replay.test.ts. By hand, on a release: npx tsx test/histories/record.ts
// It takes some minutes, and a working day: one of them waits for a reminder, which only goes on such a day.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Connection } from "@temporalio/client";
import { createActivities } from "../../activities/create.ts";
import { createClient, type FremdriftClient } from "../../api/client.ts";
import { create, type NewNetwork } from "../../api/create.ts";
import { createSubmit } from "../../api/submit.ts";
import { Declined, update } from "../../api/update.ts";
import { listProgrammes, samplePeople, sampleScript } from "../../library/programmes.ts";
import { readSettings } from "../../library/settings.ts";
import { readScript } from "../../machines/script.ts";
import type { Cue } from "../../machines/simulate.ts";
import type { Trigger } from "../../machines/trigger.ts";
import { triggerOf } from "../../machines/trigger-types.ts";
import { addDays, isWorkingDay, localDate, localInstant } from "../../programmes/calendar.ts";
import { rfc3339 } from "../../programmes/instant.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Programme } from "../../programmes/types.ts";
import { getNetwork } from "../../store/networks.ts";
import { scriptOf } from "../../store/scripts.ts";
import { workflowBundle } from "../../worker/bundle.ts";
import { openHouse, type House } from "../../worker/house.ts";
import { quietTemporal, startWorker } from "../../worker/temporal-worker.ts";
import { UPDATE, workflowIdOf, type Batch } from "../../workflows/messages.ts";
import { keep } from "./histories.ts";

const START = "2027-02-01";
/** Events in a run of the network that is to have several. */
const SHORT_RUNS = 120;
const MINUTE = 60_000;

const log = (line: string) => void process.stderr.write(`${line}\n`);
quietTemporal(log);
const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-record-"));
const read = readSettings({ FREMDRIFT_DATA: folder, PORT: "0" });
if ("problems" in read) throw new Error(JSON.stringify(read.problems));
const house = await openHouse(read.settings, log);
try {
  await kept("network@1-stepped", await stepped(house));
  await kept("network@1-real", await real(house));
  await kept("network@1-to-2", await migrated(house));
} finally {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
}
// Temporal's runtime keeps the process alive.
process.exit();

async function kept(name: string, id: string): Promise<void> {
  const { runs, events } = await keep(name, house.parts.temporal, workflowIdOf(id));
  log(`${name}: ${runs} runs, ${events} events`);
}

/** P1's whole script on the stepped clock, over several runs; a meeting is moved on the day before a reminder of it. */
async function stepped({ parts }: House): Promise<string> {
  const sample = await sampleOf((programme) => programme);
  const short = { ...parts, eventsPerRun: SHORT_RUNS };
  const { id } = await create(short, { ...sample, clock: "stepped", key: "stepped" });
  const submit = createSubmit(parts);
  const cues = await cuesOf(parts, id);
  const pin = cues.find(({ type, data }) => type === "pinItem" && data["item"] === "m5")!;
  const start = Number(pin.data["start"]) + 60 * MINUTE;
  const at = localInstant("2027-04-29", "10:00", "Europe/Copenhagen");
  const move: Cue = { ...pin, key: "move", at, type: "moveItem", data: { ...pin.data, start } };
  for (const cue of [...cues, move].toSorted((a, b) => a.at - b.at)) {
    if (triggerOf(cue.type)?.by === "store") await submit.advance(id, cue.at);
    demand(await submit.trigger(id, cue));
  }
  // It lives until the next steps with its ideas are taken.
  const { by, role, at: closed } = cues.find(({ type }) => type === "closeNetwork")!;
  await submit.settled(id);
  const { ideas, now } = (await getNetwork(parts.store, id))!.view;
  for (const [idea, { follow }] of Object.entries(ideas)) {
    const done = { key: `done-${idea}`, at: Math.max(now, closed), by, role, type: "completeFollowUp", data: { idea } };
    if (follow) demand(await submit.trigger(id, done));
  }
  await ended(parts, id);
  return id;
}

/** The real clock: a reminder that goes when its time comes, a fault, ideas up to an approval, a stop. */
async function real({ parts }: House): Promise<string> {
  const today = localDate(parts.now(), "Europe/Copenhagen");
  if (!isWorkingDay(today, [])) throw new Error("record on a working day: reminders only go then");
  const soon = rfc3339(parts.now() + 1.5 * MINUTE, "Europe/Copenhagen").slice(11, 16);
  const sample = await sampleOf((programme) => ({
    ...programme,
    reminders: programme.reminders.map((rule) => (rule.id === "meeting-2" ? { ...rule, days: -1, time: soon } : rule)),
  }));
  const { id } = await create(parts, { ...sample, clock: "real", key: "real" });
  const submit = createSubmit(parts);
  const start = localInstant(addDays(today, 1), "12:00", "Europe/Copenhagen");
  for (const cue of await cuesOf(parts, id)) {
    const isFirstMeeting = cue.type === "pinItem" && cue.data["item"] === "m1";
    const data = isFirstMeeting ? { ...cue.data, start, end: start } : cue.data;
    const result = await submit.trigger(id, { ...cue, data, at: parts.now() });
    demand(result);
    // What people contribute is written to the store at once: what came before it must stand there already.
    if (result.ok) await submit.told(id, result.n);
    if (isFirstMeeting) await reminder(parts, id, cue);
    if (cue.type === "decide") break;
  }
  await stopped(parts, id);
  return id;
}

/** A poisoned trigger, which the API would not let through; then the reminder itself. */
async function reminder(parts: House["parts"], id: string, { by, role }: Cue): Promise<void> {
  const trigger: Trigger = {
    key: "poison",
    at: parts.now(),
    by,
    role,
    type: "pinItem",
    data: { item: "m2", start: "x" },
  };
  const arg: Batch = { triggers: [trigger] };
  const { temporal: client, answerWithin } = parts;
  await update({ client, answerWithin, workflowId: workflowIdOf(id), name: UPDATE, updateId: "poison", arg }).catch(
    (error: unknown) => {
      if (!(error instanceof Declined)) throw error;
    },
  );
  await seen(id, ({ kind }) => kind === "machine.fault");
  await seen(id, ({ kind, rule }) => kind === "message.sent" && rule === "meeting-2");
}

/** The real clock, and a move to the second version of test/support/next-workflows.ts, on a worker that carries it. */
async function migrated({ parts, store, url, token }: House): Promise<string> {
  const workflowsPath = fileURLToPath(new URL("../support/next-workflows.ts", import.meta.url));
  const worker = await startWorker({
    address: (parts.temporal.connection as Connection).options.address,
    namespace: parts.temporal.options.namespace,
    activities: createActivities({ store, mailed: () => {} }),
    workflowBundle: await workflowBundle(log, workflowsPath),
    taskQueue: "next",
  });
  const sample = await sampleOf((programme) => programme);
  const { id } = await create({ ...parts, taskQueue: "next" }, { ...sample, clock: "real", key: "migrated" });
  const submit = createSubmit(parts);
  const cues = await cuesOf(parts, id);
  const play = async (wanted: Cue[]) => {
    for (const cue of wanted) demand(await submit.trigger(id, { ...cue, key: parts.newId(), at: parts.now() }));
  };
  const pin = cues.find(({ type }) => type === "pinItem")!;
  const idea = cues.find(({ type }) => type === "addIdea")!;
  const opening = cues.find(({ type, data }) => type === "openPhase" && data["phase"] === "design")!;
  await play([opening, pin, idea]);
  parts.machines = { carried: ["network@1", "network@2"], newest: "network@2" };
  const { networks } = await createClient({ url, token }).migrate({ networks: [id] });
  if (networks[0]?.status !== "migrated") throw new Error(JSON.stringify(networks));
  await play([idea]);
  await stopped(parts, id);
  await worker.stop();
  return id;
}

async function sampleOf(change: (programme: Programme) => Programme) {
  const programme = change((await listProgrammes()).find(({ id }) => id === "innovationsnetvaerk")!);
  const read = parsePeople((await samplePeople(programme.id))!, programme.roles);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const script = readScript(JSON.parse((await sampleScript(programme.id))!), planOf(programme, START), read.people);
  if ("problems" in script) throw new Error(JSON.stringify(script.problems));
  return {
    programme,
    start: START,
    people: read.people,
    cues: script.cues,
    by: "recorder",
  } satisfies Partial<NewNetwork>;
}

async function cuesOf({ store }: House["parts"], id: string): Promise<Cue[]> {
  return (await scriptOf(store, id)).map(({ trigger }) => trigger as unknown as Cue);
}

function demand(result: { ok: boolean }): void {
  if (!result.ok) throw new Error(JSON.stringify(result));
}

type Entry = Awaited<ReturnType<FremdriftClient["ledger"]>>[number];

async function seen(id: string, wanted: (entry: Entry) => boolean): Promise<void> {
  const client = createClient(house);
  while (!(await client.ledger(id)).some(wanted)) await sleep(500);
}

async function stopped(parts: House["parts"], id: string): Promise<void> {
  const submit = createSubmit(parts);
  const cues = await cuesOf(parts, id);
  for (const role of ["networkLead", "referenceManager"]) {
    const { by } = cues.find((cue) => cue.role === role)!;
    const data = { reason: "Optaget" };
    demand(await submit.trigger(id, { key: role, at: parts.now(), by, role, type: "stopNetwork", data }));
  }
  await ended(parts, id);
}

async function ended({ temporal }: House["parts"], id: string): Promise<void> {
  await temporal.workflow.getHandle(workflowIdOf(id)).result();
}
