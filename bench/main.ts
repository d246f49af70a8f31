// `npm run bench [-- part …] [--rounds N]`: starts the whole stack, measures it, prints a table and keeps it in bench/results/.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureChaos } from "./chaos.ts";
import { measureCrowds } from "./crowd.ts";
import { measureDemo } from "./demo.ts";
import { measureHeap } from "./heap.ts";
import { measureAlarms, measureCycle, measureIdle } from "./host.ts";
import { short } from "./numbers.ts";
import { measureMails } from "./mails.ts";
import { measurePages } from "./pages.ts";
import { measureReplay } from "./replay.ts";
import { measureRest } from "./rest.ts";
import { measureRestart } from "./restart.ts";
import { measureScale } from "./scale.ts";
import { measureSimulate } from "./simulate.ts";
import { startStack, type Stack } from "./stack.ts";
import { table, type Line } from "./table.ts";
import { measureTriggers } from "./trigger.ts";

const RESULTS = fileURLToPath(new URL("results", import.meta.url));

/** In this order: rest comes after the sample network has played, before anything else happened. */
const PARTS: Record<string, (stack: Stack, demo: string) => Promise<Line[]>> = {
  demo: measureDemo,
  rest: measureRest,
  replay: measureReplay,
  trigger: measureTriggers,
  crowd: measureCrowds,
  pages: measurePages,
  restart: measureRestart,
};

/** Without that stack: the host alone, each on a server of its own, networks in memory, and mails on stacks of their own. */
const ALONE: Record<string, () => Promise<Line[]>> = {
  cycle: measureCycle,
  idle: measureIdle,
  heap: measureHeap,
  alarms: measureAlarms,
  simulate: measureSimulate,
  scale: measureScale,
  mails: measureMails,
  chaos: () => measureChaos(rounds),
};

const { values, positionals: named } = parseArgs({ options: { rounds: { type: "string" } }, allowPositionals: true });
/** Of chaos; as many as it takes by itself without. */
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const KNOWN = [...Object.keys(PARTS), ...Object.keys(ALONE)];
const unknown = named.find((name) => !KNOWN.includes(name));
if (unknown === undefined) await run(named.length > 0 ? named : KNOWN);
else {
  say(`There is no «${unknown}» to measure. Name one or more of: ${KNOWN.join(", ")}.`);
  process.exitCode = 2;
}

async function run(names: string[]): Promise<void> {
  const lines: Line[] = [];
  const measure = async (name: string, part: () => Promise<Line[]>) => {
    if (!names.includes(name)) return;
    const begun = performance.now();
    lines.push(...(await part()));
    say(`measured: ${name} (${Math.round((performance.now() - begun) / 1_000)} s)`);
  };
  if (names.some((name) => Object.hasOwn(PARTS, name))) {
    await onStack(async (stack, demo) => {
      for (const [name, part] of Object.entries(PARTS)) await measure(name, () => part(stack, demo));
    });
  }
  for (const [name, part] of Object.entries(ALONE)) await measure(name, part);
  await tell(lines);
}

async function onStack(work: (stack: Stack, demo: string) => Promise<void>): Promise<void> {
  const folder = process.env["FREMDRIFT_BENCH_DATA"] ?? (await mkdtemp(path.join(os.tmpdir(), "fremdrift-bench-")));
  say("starting the stack; its sample network plays first …");
  const stack = await startStack(folder);
  try {
    await work(stack, await stack.demoEnded());
  } finally {
    await stack.stop();
    if (process.env["FREMDRIFT_BENCH_DATA"] === undefined) await rm(folder, { recursive: true });
  }
}

async function tell(lines: Line[]): Promise<void> {
  const at = new Date().toISOString();
  const machine = {
    cpu: os.cpus()[0]?.model ?? "",
    cores: os.cpus().length,
    memoryMiB: Math.round(os.totalmem() / 2 ** 20),
    node: process.version,
    system: `${os.type()} ${os.release()}`,
    load: os.loadavg().map(short),
  };
  const { cpu, cores, node, load } = machine;
  process.stdout.write(`${table(`${at}, ${cores} × ${cpu}, Node ${node}, load ${load.join(" ")}`, lines, short)}\n`);
  await mkdir(RESULTS, { recursive: true });
  const file = path.join(RESULTS, `${at.replaceAll(":", "-")}.json`);
  await writeFile(file, `${JSON.stringify({ at, machine, lines }, undefined, 2)}\n`);
  say(`kept in bench/results/${path.basename(file)}`);
}

function say(words: string): void {
  process.stderr.write(`bench: ${words}\n`);
}
