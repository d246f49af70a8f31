// A machine's whole life leaves the same whether its run is disturbed or continues as new at every step of it.
import { expect, test, vi } from "vitest";
import type { Instance, Standing } from "../../machines/engine/instance.ts";
import type { MachineEvent } from "../../machines/engine/types.ts";
import { useHarbour, type Called } from "./own/harbour.ts";
import { shipV1, WHOLE } from "./own/voyage.ts";

const harbour = useHarbour();
const { own } = harbour;

type Step = ({ send: MachineEvent & Record<string, unknown>; at: number } | { advance: number }) & {
  /** How it stands when all that the step led to elsewhere has come back. */
  until?: (context: { seen: string[]; total: number; wind: string }) => boolean;
};

const seen = (count: number) => (context: { seen: string[] }) => context.seen.length === count;

const SCRIPT: Step[] = [
  { send: { type: "postpone", by: 300 }, at: 100 },
  { advance: 300 },
  { advance: 400 },
  { send: { type: "plan", at: 9_000 }, at: 450 },
  { send: { type: "weigh", kilos: 5 }, at: 500, until: ({ total }) => total === 5 },
  { send: { type: "hand", kilos: 6 }, at: 600 },
  { advance: 1_300 },
  { send: { type: "hand", kilos: 7 }, at: 1_400, until: ({ total }) => total === 12 },
  { send: { type: "plan", at: 8_000 }, at: 1_500 },
  { send: { type: "break" }, at: 1_600 },
  { advance: 8_000, until: ({ wind }) => wind === "wind of day 0" },
  { send: { type: "look", at: "fore" }, at: 8_100, until: seen(1) },
  { send: { type: "look", at: "aft" }, at: 8_200, until: seen(2) },
  { advance: 13_000 },
  { send: { type: "sail" }, at: 13_100, until: ({ wind }) => wind === "wind of day 2" },
  { send: { type: "anchor" }, at: 13_200 },
  { send: { type: "sail" }, at: 13_300 },
  { send: { type: "look", at: "port" }, at: 13_400, until: seen(3) },
  { send: { type: "postpone", by: 100 }, at: 13_500 },
  { send: { type: "postpone", by: 300 }, at: 13_550 },
  { advance: 13_900 },
];

/** Plays the script. With `disturb` something is asked of it all the while that comes to nothing. */
async function played(eventsPerRun: number | undefined, disturb?: true) {
  const id = own.newKey();
  await own.start(shipV1, { id, input: null, clock: "stepped", ...(eventsPerRun && { eventsPerRun }) });
  const poking = disturb && poke(id);
  const steps = [await still(id, () => true)];
  const answers: unknown[] = [];
  for (const [n, step] of SCRIPT.entries()) {
    if ("advance" in step) await own.advance(id, step.advance);
    else answers.push((await own.send(id, { key: `${n}`, event: step.send, at: step.at })).answer);
    steps.push(await still(id, step.until ?? (() => true)));
  }
  await poking?.end();
  await own.send(id, { key: "home", event: { type: "home" }, at: 14_000 });
  const output = await own.output(id);
  const last = await own.standing(id);
  const scouts = scoutsOf(id);
  return { id, steps, answers, output, last, records: await own.records(id), done: [id, ...scouts].map(doneFor(id)) };
}

/** How it stands when no activity is under way. */
async function still(
  id: string,
  isThere: NonNullable<Step["until"]>,
): Promise<{ standing: Standing; whole: Instance }> {
  const standing = await vi.waitFor(
    async () => {
      const standing = await own.standing(id);
      expect(standing.tasks.filter((task) => task !== "scout")).toEqual([]);
      expect(isThere(standing.context as never), JSON.stringify(standing)).toBe(true);
      return standing;
    },
    { timeout: 20_000, interval: 30 },
  );
  const whole = await own.client.workflow.getHandle(id).query<Instance>(WHOLE);
  // XState's own note of a child keeps its name in the system only until the first night in a database.
  const words = JSON.stringify(
    whole,
    (name, part) => (name === "children" ? Object.keys(part as object) : part) as never,
  );
  return { standing, whole: JSON.parse(words) as Instance };
}

function poke(id: string) {
  let isOver = false;
  const poking = (async () => {
    for (let n = 0; !isOver; n++) {
      await own.send(id, { key: `poke ${n}`, event: { type: "poke" }, at: 0 });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await poking;
    },
  };
}

const byNumber = new Intl.Collator(undefined, { numeric: true }).compare;
const scoutsOf = (id: string) =>
  harbour
    .instances()
    .filter((other) => other.startsWith(`${id}/scout~`))
    .toSorted(byNumber);

/** What was carried out, once each: what came again was the same. */
const doneFor = (ship: string) => (id: string) => {
  const known = new Map<string, Called>();
  for (const call of harbour.calls(id)) {
    const { key } = call.about;
    if (known.has(key)) expect(call).toEqual(known.get(key));
    else known.set(key, call);
  }
  const done = [...known.values()];
  // What is waited for nobody begins in an order of its own.
  const tasks = done.filter(isTask).toSorted((one, other) => genOf(one) - genOf(other));
  const calls = [...done.filter((call) => !isTask(call)), ...tasks];
  return JSON.parse(JSON.stringify(calls).replaceAll(ship, "ship")) as Called[];
};

const isTask = ({ about }: Called) => about.key.includes("/task/");
const genOf = ({ about }: Called) => Number(about.key.split("/").at(-1));

const comparable = ({ id: _, ...rest }: Awaited<ReturnType<typeof played>>) => rest;

let undisturbed: Awaited<ReturnType<typeof played>>;

test("in one run it does all that the script is about", { timeout: 60_000 }, async () => {
  const life = await played(undefined);
  undisturbed = life;
  expect(await harbour.runsOf(life.id)).toBe(1);
  expect(life.steps.map(({ standing }) => standing.nextDue)).toEqual([
    250,
    400,
    400,
    1_000,
    1_000,
    1_000,
    1_000,
    9_000,
    2_100,
    2_100,
    2_100,
    13_000,
    13_000,
    13_000,
    undefined,
    18_100,
    undefined,
    18_300,
    18_300,
    13_600,
    13_850,
    18_300,
  ]);
  const told = life.done.map((calls) =>
    calls.map(({ name, input, about: { at } }) => `${at} ${name} ${Object.values(input as object).join(" ")}`),
  );
  expect(told).toEqual([
    [
      "0 note begun",
      "400 note called",
      "400 emitted logged called",
      "500 note stowed",
      "500 emitted logged weighed 5",
      "1000 note impatient",
      "1200 note rested",
      "1400 note stowed",
      "1400 emitted logged weighed 12",
      "2100 note rested",
      "8000 note sailing",
      "8100 emitted logged 1 fore",
      "8200 emitted logged 2 aft",
      "13000 note anchored",
      "13100 note sailing",
      "13200 note anchored",
      "13300 note sailing",
      "13400 emitted logged 1 port",
      "13850 note called",
      "13850 emitted logged called",
      "14000 emitted logged land",
      "14000 note home",
      "500 scale 5",
      "1400 scale 7",
      "8000 forecast 0",
      "13100 forecast 2",
      "13300 forecast 2",
    ],
    ["8000 note looked fore", "8000 note looked aft"],
    ["13300 note looked port"],
  ]);
  expect(
    life.records
      .map(({ do: what }) => what)
      .toSorted()
      .join(" "),
  ).toMatch(/^(emit ){8}fault log log log$/);
});

test("so it does when it continues as new at every step", { timeout: 120_000 }, async () => {
  const life = await played(1);
  expect(comparable(life)).toEqual(comparable(undisturbed));
  await vi.waitFor(async () => expect(await harbour.runsOf(life.id)).toBeGreaterThan(SCRIPT.length + 10), 5_000);
});

test("and when it does so while anything is under way", { timeout: 180_000 }, async () => {
  const life = await played(1, true);
  expect(comparable(life)).toEqual(comparable(undisturbed));
  await vi.waitFor(async () => expect(await harbour.runsOf(life.id)).toBeGreaterThan(SCRIPT.length + 10), 5_000);
});
