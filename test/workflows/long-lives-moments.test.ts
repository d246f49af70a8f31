// The awkward moments of a run that continues as new, one by one.
import { expect, test, vi } from "vitest";
import { begin } from "../../machines/engine/instance.ts";
import { SAID, type Said } from "../../workflows/messages.ts";
import { useHarbour } from "./own/harbour.ts";
import { atSea, laterRun } from "./own/later-run.ts";
import { scoutV1, shipV1 } from "./own/voyage.ts";

vi.setConfig({ testTimeout: 90_000 });

const harbour = useHarbour();
const { own } = harbour;

type Event = { type: string; [more: string]: unknown };

/** A ship that continues as new as soon as it may. */
async function afloat(clock: "real" | "stepped" = "stepped") {
  const id = own.newKey();
  await own.start(shipV1, { id, input: null, clock, eventsPerRun: 1 });
  return shipOf(id);
}

function shipOf(id: string) {
  const tell = async (event: Event, key = own.newKey()) => (await own.send(id, { key, event })).answer;
  const context = async () => (await own.standing(id)).context as { wind: string; seen: string[]; total: number };
  /** Something comes, nothing comes of it, and the run ends: a busy one that hears it in its first task, at the next. */
  const nextRun = async () => {
    const runs = await harbour.runsOf(id);
    const hasBegun = async () => expect(await harbour.runsOf(id)).toBeGreaterThan(runs);
    await soon(async () => tell({ type: "poke" }).then(() => vi.waitFor(hasBegun, 1_000)));
  };
  const setSail = async () => {
    await tell({ type: "plan", at: 8_000 });
    await own.advance(id, 8_000);
  };
  return { id, tell, context, nextRun, setSail };
}

const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 40_000, interval: 30 });

test("a timer due at the moment a run ends fires once, at its own instant", async () => {
  const { id, tell } = await afloat("real");
  await soon(() => expect(harbour.calls(id).map(({ input }) => input)).toContainEqual({ what: "impatient" }));
  await tell({ type: "postpone", by: 1_500 });
  const { nextDue } = await own.standing(id);
  const { runId } = await own.client.workflow.getHandle(id).describe();
  let asked: Promise<unknown> | undefined;
  await own.away(async () => {
    await soon(async () => expect(await eventsOf(id, runId)).toContain("timerFired"));
    asked = tell({ type: "poke" });
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await asked;
  const events = await eventsOf(id, runId);
  const rest = events.slice(events.indexOf("timerFired"));
  expect(rest.filter((event) => event === "workflowTaskCompleted")).toHaveLength(1);
  expect(rest).toContain("workflowExecutionUpdateAccepted");
  expect(rest.at(-1)).toBe("workflowExecutionContinuedAsNew");
  await soon(async () => expect(await calledAt(id)).toEqual([expect.any(Number), nextDue]));
});

async function eventsOf(id: string, runId: string): Promise<string[]> {
  const { events } = await own.client.workflow.getHandle(id, runId).fetchHistory();
  const kindOf = (event: object) => Object.keys(event).find((field) => field.endsWith("EventAttributes"))!;
  return (events ?? []).map((event) => kindOf(event).replace("EventAttributes", ""));
}

const calledAt = async (id: string) =>
  (await own.records(id)).flatMap((record) => (record.do === "emit" ? [record.at] : []));

test("a timer that fell due between two runs fires in the later one, at its own instant", async () => {
  const id = own.newKey();
  const startedAt = Date.now() - 600;
  await laterRun(own, shipV1, { id, ...begin(shipV1, null, startedAt), out: [], clock: "real" });
  await soon(async () => expect(await calledAt(id)).toEqual([startedAt + 250]));
  await soon(async () => expect((await own.standing(id)).nextDue).toBeUndefined());
  expect(await calledAt(id)).toEqual([startedAt + 250]);
  const calls = () => harbour.calls(id).map(({ input, about: { at } }) => [input, at]);
  await soon(() => expect(calls()).toHaveLength(3));
  expect(calls()).toEqual([
    [{ what: "called" }, startedAt + 250],
    [{ type: "logged", what: "called" }, startedAt + 250],
    [{ what: "impatient" }, startedAt + 1_000],
  ]);
});

test("an activity in flight is begun again by the next run, and only that one's answer counts", async () => {
  const { id, nextRun, setSail, context } = await afloat();
  const asked = harbour.hold("forecast", id);
  await setSail();
  await soon(() => expect(asked).toHaveLength(1));
  await own.advance(id, 8_500);
  await nextRun();
  await soon(() => expect(asked.length).toBeGreaterThan(1));
  asked[0]!.answer("of the run before");
  const before = asked.length;
  await nextRun();
  await soon(() => expect(asked.length).toBeGreaterThan(before));
  expect(new Set(asked.map(({ about }) => JSON.stringify(about))).size).toBe(1);
  expect(await context()).toMatchObject({ wind: "" });
  // Whichever run is the last by now, and whichever asking came here last.
  await soon(async () => {
    for (const { answer } of asked.slice(1)) answer("of this run");
    expect(await context()).toMatchObject({ wind: "of this run" });
  });
  const last = asked.length;
  await nextRun();
  expect(await own.standing(id)).toMatchObject({ context: { wind: "of this run" }, tasks: ["scout"] });
  expect(asked).toHaveLength(last);
});

test("an activity given up in an earlier run is not begun again, and its answer reaches nobody", async () => {
  const { id, tell, nextRun, setSail, context } = await afloat();
  const asked = harbour.hold("forecast", id);
  await setSail();
  await soon(() => expect(asked).toHaveLength(1));
  await tell({ type: "anchor" });
  await tell({ type: "sail" });
  await nextRun();
  await soon(() => expect(asked.at(-1)!.about.key).not.toBe(asked[0]!.about.key));
  asked[0]!.answer("given up");
  await nextRun();
  expect(await context()).toMatchObject({ wind: "" });
  const latest = () => asked.filter(({ about }) => about.key !== asked[0]!.about.key);
  await soon(() => expect(latest().length).toBeGreaterThan(1));
  for (const { answer } of latest()) answer("asked anew");
  await soon(async () => expect(await context()).toMatchObject({ wind: "asked anew" }));
  expect(new Set(asked.map(({ about }) => about.key)).size).toBe(2);
});

test("a child in the workflow goes on in the next run, with what it has under way and its timers", async () => {
  const { id, tell, nextRun, context } = await afloat();
  const asked = harbour.hold("scale", id);
  await tell({ type: "weigh", kilos: 3 });
  await soon(() => expect(asked).toHaveLength(1));
  await nextRun();
  await soon(() => expect(asked).toHaveLength(2));
  asked[1]!.answer({ kilos: 4 });
  await soon(async () => expect(await context()).toMatchObject({ total: 4 }));
  await nextRun();
  expect((await own.standing(id)).actors["clerk"]).toMatchObject({ value: "resting" });
  await own.advance(id, 699);
  await nextRun();
  expect((await own.standing(id)).actors["clerk"]).toMatchObject({ value: "resting" });
  await own.advance(id, 700);
  expect((await own.standing(id)).actors["clerk"]).toMatchObject({ value: "idle" });
});

test("a child apart hears later runs, reports to them, and is cancelled by one", async () => {
  const { id, tell, nextRun, setSail, context } = await afloat();
  await setSail();
  const scoutId = await soon(async () => {
    const { tasks } = await own.standing(id);
    expect(tasks).toEqual(["scout"]);
    return await idOfScout(id);
  });
  for (const at of ["fore", "aft"]) {
    await nextRun();
    await tell({ type: "look", at });
    await nextRun();
  }
  await soon(async () => expect(await context()).toMatchObject({ seen: ["1 fore", "2 aft"] }));
  expect(await harbour.runsOf(scoutId)).toBeGreaterThan(1);
  await tell({ type: "anchor" });
  const { workflow } = own.client;
  await soon(async () => expect((await workflow.getHandle(scoutId).describe()).status.name).toBe("CANCELLED"));
  expect(await own.standing(id)).toMatchObject({ value: "anchored", tasks: [] });
});

async function idOfScout(id: string): Promise<string> {
  for await (const { workflowId } of own.client.workflow.list({ query: `WorkflowId STARTS_WITH '${id}/scout~'` }))
    return workflowId;
  throw new Error("there is no scout");
}

test("a child apart comes home to a later run: its last words first, then its end", async () => {
  const { id, tell, nextRun, setSail } = await afloat();
  await setSail();
  await nextRun();
  await tell({ type: "look", at: "fore" });
  await nextRun();
  await tell({ type: "home" });
  expect(await own.output(id)).toMatchObject({ seen: ["1 fore", "land"], found: 1 });
});

test("what a child apart said last comes before its end, also where both meet a run's start", async () => {
  const id = own.newKey();
  const { instance, task } = atSea();
  await own.away(async () => {
    await laterRun(own, shipV1, { id, instance, out: [] });
    const say = async (said: Said) => await own.client.workflow.getHandle(id).signal(SAID, said);
    await say({ key: "1", from: task, event: { type: "seen", what: "land" } as Event });
    await say({ key: "2", from: task, settled: { ok: true, output: 7 } });
  });
  expect(await own.output(id)).toMatchObject({ seen: ["land"], found: 7 });
});

test("a child apart that was told already is not told again, and one that ran already does not run again", async () => {
  const id = own.newKey();
  const { instance, out, task } = atSea();
  const scoutId = `${id}/scout~${task.gen}`;
  await laterRun(own, scoutV1, { id: scoutId, ...begin(scoutV1, null, 0, true), above: { workflowId: id, task } });
  const look: Event = { type: "look", at: "fore" };
  await own.client.workflow.getHandle(scoutId).signal(SAID, { key: `${id}/99`, from: "/", event: look } satisfies Said);
  const tell = {
    n: 99,
    do: "tell",
    at: 0,
    actor: "network",
    to: "scout",
    gen: task.gen,
    src: "scout",
    event: look,
  } as const;
  await laterRun(own, shipV1, { id, instance, out: [...out, tell] });
  await soon(async () => expect(harbour.calls(id).map(({ name }) => name)).toContain("note"));
  const ship = shipOf(id);
  await ship.tell({ type: "look", at: "aft" });
  await soon(async () => expect(await ship.context()).toMatchObject({ seen: ["1 fore", "2 aft"] }));
});

test("one apart that has run to its end is not started again by the run after", async () => {
  const id = own.newKey();
  const { instance, out, task } = atSea();
  const scoutId = `${id}/scout~${task.gen}`;
  await laterRun(own, scoutV1, { id: scoutId, ...begin(scoutV1, null, 0, true), above: { workflowId: id, task } });
  await own.send(scoutId, { key: "1", event: { type: "return" }, at: 0 });
  expect(await own.output(scoutId)).toBe(0);
  await laterRun(own, shipV1, { id, instance, out });
  // What comes after the start in the outbox shows that it has been tried.
  await soon(() => expect(harbour.calls(id).map(({ name }) => name)).toContain("forecast"));
  expect((await own.client.workflow.getHandle(scoutId).describe()).status.name).toBe("COMPLETED");
});

test("an Update that meets a run's start begins an activity once", async () => {
  const id = own.newKey();
  const ship = shipOf(id);
  await own.away(async () => {
    await laterRun(own, shipV1, { id, ...begin(shipV1, null, 0), out: [] });
    void ship.tell({ type: "weigh", kilos: 3 });
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await soon(async () => expect(await ship.context()).toMatchObject({ total: 3 }));
  expect(harbour.calls(id).filter(({ name }) => name === "scale")).toHaveLength(1);
});

test("what many ask while run after run ends happens once each", async () => {
  const { id, tell } = await afloat();
  const names = Array.from({ length: 20 }, (_, n) => `${n}`);
  const ask = async (what: string) => await tell({ type: "seen", what }, `key of ${what}`);
  const answers = await Promise.all(names.map(ask));
  // One whose answer was lost with the run that gave it is told that it was asked before.
  expect(answers).toMatchObject(names.map((what) => ({ key: `key of ${what}`, ok: true, taken: true })));
  const { seen } = (await own.standing(id)).context as { seen: string[] };
  expect(seen.toSorted()).toEqual(names.toSorted());
  await soon(async () => expect(await harbour.runsOf(id)).toBeGreaterThan(5));
  const again = await Promise.all(names.map(ask));
  expect(again).toEqual(names.map((what) => ({ key: `key of ${what}`, ok: true, taken: true, repeated: true })));
  expect((await own.standing(id)).context).toMatchObject({ seen });
});

test("a delayed event cancelled in the step that arms another stays cancelled in the next run", async () => {
  const { id, tell, nextRun } = await afloat();
  await tell({ type: "postpone", by: 300 });
  await nextRun();
  expect((await own.standing(id)).nextDue).toBe(300);
  await tell({ type: "postpone", by: 400 });
  await nextRun();
  expect(await own.advance(id, 399)).toMatchObject({ nextDue: 400 });
  await nextRun();
  await own.advance(id, 999);
  expect(await calledAt(id)).toEqual([400]);
});

test("keys are remembered from run to run, the last two hundred of them", async () => {
  const id = own.newKey();
  const seen = Array.from({ length: 200 }, (_, n): [string, number] => [`key ${n}`, n]);
  await laterRun(own, shipV1, { id, ...begin(shipV1, null, 0), out: [], seen });
  const { tell, nextRun } = shipOf(id);
  expect(await tell({ type: "poke" }, "key 0")).toMatchObject({ repeated: true });
  await nextRun();
  expect(await tell({ type: "poke" }, "key 1")).toMatchObject({ repeated: true });
  expect(await tell({ type: "poke" }, "key 0")).toEqual({ key: "key 0", ok: true, taken: false });
});

test("an instance that has said more than fits between two runs goes on, and keeps the last of it", async () => {
  const id = own.newKey();
  await own.start(shipV1, { id, input: null, clock: "stepped" });
  const { tell, context } = shipOf(id);
  const large = "x".repeat(150_000);
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
    expect(await tell({ type: "weighed", total: `${n}${large}` })).toMatchObject({ ok: true });
  await soon(async () => expect(await harbour.runsOf(id)).toBeGreaterThan(2));
  expect(await context()).toMatchObject({ total: `15${large}` });
  const records = await own.records(id);
  expect(records.at(-1)).toMatchObject({ event: { what: `weighed 15${large}` } });
  expect(records.length).toBeLessThan(5);
});
