// The same machine on ours and on @restatedev/xstate, in turns: `npx tsx bench/restate.ts FOLDER`. Restate's packages are
// no part of this project (its server is under the Business Source License); FOLDER is one where they were installed:
// npm install --ignore-scripts @restatedev/xstate@0.5.2 @restatedev/restate-sdk@1.17.2 @restatedev/restate-server@1.7.12 xstate@5.33.3
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { compare, type Setting } from "./compare.ts";
import { tallyV1 } from "./host-machines.ts";
import { each, startHostStack, type HostStack } from "./host-stack.ts";
import { short, timed } from "./numbers.ts";
import { startRestate, type RestateStack } from "./restate-stack.ts";
import { table, type Line } from "./table.ts";

const SETTINGS: Setting[] = [
  { name: "1 at once", atOnce: 1, each: 20, rounds: 8, restMs: 0 },
  { name: "1, 50 ms apart", atOnce: 1, each: 10, rounds: 6, restMs: 50 },
  { name: "16 at once", atOnce: 16, each: 5, rounds: 6, restMs: 0 },
];
const AT_ONCE = 16;
const MANY = 500;
const EVENTS = 200;
const PATIENCE = 60_000;
const add = { event: { type: "add", by: 1 } };

const load = () => os.loadavg()[0]!.toFixed(1);
const folder = path.resolve(process.argv[2] ?? ".");
const before = load();
const host = await startHostStack();
const restate = await startRestate(folder);
try {
  for (const measure of [events, memory, killed]) {
    const lines = await measure(host, restate);
    process.stdout.write(`${table(`load ${before} before, ${load()} now`, lines, short)}\n`);
  }
} finally {
  await restate.stop();
  await host.stop();
}

async function events({ instances }: HostStack, { call }: RestateStack): Promise<Line[]> {
  await each(AT_ONCE, 4, async (n) => {
    await instances.start(tallyV1, { id: `tally-${n}`, input: null });
    await call(`tally-${n}`, "create", {});
  });
  let key = 0;
  const ours = async (n: number) => {
    const { answer } = await instances.send(`tally-${n}`, { key: `${++key}`, ...add });
    if (!answer.ok) throw new Error(answer.why);
  };
  // With a key each, as ours: otherwise an event that is sent again counts twice.
  const theirs = async (n: number) => void (await call(`tally-${n}`, "send", add, `${++key}`));
  const contenders = [
    { name: "Restate", call: theirs },
    { name: "ours", call: ours },
  ];
  const lines: Line[] = [];
  for (const setting of SETTINGS) lines.push(...(await compare(setting, contenders)));
  return lines;
}

/** What both hold after the events above, and with so many machines more that wait for an event. */
async function memory({ instances, memory: ours }: HostStack, { call, memory: theirs }: RestateStack): Promise<Line[]> {
  const told = (when: string): Line[] => {
    const [{ worker, server }, its] = [ours(), theirs()];
    const line = (name: string, node: number, of: number): Line => ({
      name: `memory ${when}: ${name}`,
      figure: node + of,
      unit: "MiB",
      detail: `Node ${short(node)}, server ${short(of)}`,
    });
    return [line("Restate", its.service, its.server), line("ours", worker, server)];
  };
  const lines = told("after the events");
  await each(MANY, AT_ONCE, async (n) => await instances.start(tallyV1, { id: `more-${n}`, input: null }));
  await each(MANY, AT_ONCE, async (n) => void (await call(`more-${n}`, "create", {})));
  await sleep(5_000);
  return [...lines, ...told(`with ${MANY} more`)];
}

/** Restate's server and service killed with -9 in the middle of a row of events, each sent again under its key. */
async function killed(_: HostStack, { call, killAndStart }: RestateStack): Promise<Line[]> {
  await call("killed", "create", {});
  const until = async (once: string) => {
    for (const last = Date.now() + PATIENCE; ;) {
      const answer = await call("killed", "send", add, once).catch(() => undefined);
      if (answer) return answer;
      if (Date.now() > last) throw new Error("Restate did not come back");
      await sleep(50);
    }
  };
  let longest = 0;
  for (let n = 0; n < EVENTS; n++) {
    if (n === EVENTS / 2) setTimeout(() => void killAndStart(), 5);
    longest = Math.max(longest, await timed(async () => await until(`killed-${n}`)));
  }
  const { context } = await call("killed", "snapshot", {});
  return [
    { name: "kill -9 of Restate: the longest answer", figure: longest, unit: "ms" },
    { name: "kill -9 of Restate: counted too often or too seldom", figure: context.total - EVENTS, unit: "events" },
  ];
}
