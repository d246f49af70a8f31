// Everything killed at once with -9, and started again: how long until a person is answered.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { samplePeople } from "../library/programmes.ts";
import { tree } from "./processes.ts";
import { startStack, type Stack } from "./stack.ts";
import type { Line } from "./table.ts";

const PROGRAMME = "innovationsnetvaerk";
/** Kills, and triggers on the network before each. */
const ROUNDS = 5;
const TRIGGERS = 20;
/** Seconds from the ready line to the first answer. */
const REACH = 3;

/** On a stack of its own: seconds from the start to the ready line, and from there to the first trigger's answer. */
export async function measureRestart(): Promise<Line[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "fremdrift-restart-"));
  let stack = await startStack(folder);
  try {
    const start = new Date().toISOString().slice(0, 10);
    const people = (await samplePeople(PROGRAMME))!;
    const { id } = await stack.client.createNetwork({ programme: PROGRAMME, start, people });
    const [ready, answered]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      for (let n = 0; n < TRIGGERS; n++) await stack.client.trigger(id, "addIdea", { title: `${round} ${n}` });
      killAll(stack);
      ready.push(await secondsOf(async () => (stack = await startStack(folder))));
      answered.push(await secondsOf(() => stack.client.trigger(id, "addIdea", { title: `after ${round}` })));
    }
    const detail = `longest of ${ROUNDS}, everything killed with -9`;
    return [
      { name: "restart: start to ready line", figure: Math.max(...ready), unit: "s", detail },
      { name: "restart: ready line to first answer", figure: Math.max(...answered), unit: "s", reach: REACH, detail },
    ];
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true });
  }
}

function killAll({ pid }: Stack): void {
  for (const one of tree(pid).toReversed()) process.kill(one.pid, "SIGKILL");
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}
