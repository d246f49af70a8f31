// What the host alone costs: no store, no API, no plan; the smallest machines on a server and a worker of their own.
import { setTimeout as sleep } from "node:timers/promises";
import { compare, type Setting } from "./compare.ts";
import { alarmV1, tallyV1 } from "./host-machines.ts";
import { each, startHostStack, type HostStack } from "./host-stack.ts";
import { until } from "./stack.ts";
import type { Line } from "./table.ts";

const DAY = 86_400_000;
/** Callers and starts under way at once. */
const AT_ONCE = { updates: 16, starts: 40 };

const SETTINGS: Setting[] = [
  { name: "host, 1 at once", atOnce: 1, each: 25, rounds: 10, restMs: 0, reach: 1.2 },
  { name: "host, 1, 50 ms apart", atOnce: 1, each: 10, rounds: 8, restMs: 50, reach: 1.2 },
  { name: "host, 16 at once", atOnce: AT_ONCE.updates, each: 6, rounds: 6, restMs: 0, reach: 1.2 },
];

/** An event beside a bare Update, on the same worker: milliseconds, and their ratio. */
export async function measureCycle(): Promise<Line[]> {
  return await onHost(async ({ client, instances, taskQueue }) => {
    const own = (n: number) => `tally-${n}`;
    const bare = (n: number) => `bare-${n}`;
    await each(AT_ONCE.updates, 4, async (n) => {
      await instances.start(tallyV1, { id: own(n), input: null });
      await client.workflow.start("adder", { workflowId: bare(n), taskQueue, workflowTaskTimeout: "2s" });
    });
    let key = 0;
    const add = async (n: number) => {
      const { answer } = await instances.send(own(n), { key: `${++key}`, event: { type: "add", by: 1 } });
      if (!answer.ok) throw new Error(answer.why);
    };
    const addBare = async (n: number) =>
      void (await client.workflow.getHandle(bare(n)).executeUpdate("add", { args: [1] }));
    const lines: Line[] = [];
    for (const setting of SETTINGS) {
      const contenders = [
        { name: "bare Update", call: addBare },
        { name: "event", call: add },
      ];
      lines.push(...(await compare(setting, contenders)));
    }
    return lines;
  });
}

/** What 10,000 hold that do nothing for thirty days: the worker, with as many in memory as ours keeps, and the server. */
export async function measureIdle(): Promise<Line[]> {
  const count = 10_000;
  return await onHost(async ({ instances, memory }) => {
    const input = { until: Date.now() + 30 * DAY };
    await each(count, AT_ONCE.starts, async (n) => await instances.start(alarmV1, { id: `idle-${n}`, input }));
    // Who has started has not begun: the last has, and with it nearly all.
    await until(600_000, async () => await instances.standing(`idle-${count - 1}`).catch(() => undefined));
    await sleep(30_000);
    const { worker, server } = memory();
    const detail = `${count} instances; worker ${Math.round(worker)}, server ${Math.round(server)}`;
    return [{ name: "idle: worker and server", figure: worker + server, unit: "MiB", reach: 700, detail }];
  });
}

/** 2,000 that ring at one instant, until the last has: ours, then the same by hand. */
export async function measureAlarms(): Promise<Line[]> {
  const count = 2_000;
  return await onHost(async ({ client, instances, taskQueue, onRing }) => {
    let rings = 0;
    let all: () => void = () => {};
    onRing(() => {
      rings += 1;
      if (rings === count) all();
    });
    const round = async (start: (n: number, until: number) => Promise<unknown>) => {
      const until = Date.now() + 60_000;
      rings = 0;
      const last = new Promise<void>((resolve) => (all = resolve));
      await each(count, AT_ONCE.starts, async (n) => await start(n, until));
      const early = until - Date.now();
      if (early < 1_000) throw new Error(`the starts took until ${-early} ms after the instant: give them longer`);
      await last;
      return (Date.now() - until) / 1_000;
    };
    const bare = async (n: number, until: number) =>
      await client.workflow.start("sleeper", { workflowId: `sleeper-${until}-${n}`, taskQueue, args: [until] });
    const own = async (n: number, until: number) =>
      await instances.start(alarmV1, { id: `alarm-${until}-${n}`, input: { until } });
    const [sleepers, alarms] = [await round(bare), await round(own)];
    const detail = `${count} at one instant`;
    return [
      { name: "alarms: sleeping by hand, last", figure: sleepers, unit: "s", detail },
      { name: "alarms: machines, last", figure: alarms, unit: "s", detail },
      { name: "alarms: machines / by hand", figure: alarms / sleepers, unit: "×" },
    ];
  });
}

async function onHost(measure: (stack: HostStack) => Promise<Line[]>): Promise<Line[]> {
  const stack = await startHostStack();
  try {
    return await measure(stack);
  } finally {
    await stack.stop();
  }
}
