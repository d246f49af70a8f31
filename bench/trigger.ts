// A trigger on a network, the whole path, beside a bare Temporal Update: in turns, so that the machine's drift hits both.
import { startBare } from "./bare.ts";
import { givenNetwork, inDays } from "./given.ts";
import { compare, type Setting } from "./compare.ts";
import { demandTaken, trigger } from "./load.ts";
import type { Stack } from "./stack.ts";
import type { Line } from "./table.ts";

const AT_ONCE = 16;

const SETTINGS: Setting[] = [
  { name: "1 at once", atOnce: 1, each: 25, rounds: 8, restMs: 0, reach: 1.5 },
  { name: "1, 50 ms apart", atOnce: 1, each: 10, rounds: 6, restMs: 50 },
  { name: "16 at once", atOnce: AT_ONCE, each: 6, rounds: 5, restMs: 0 },
];

/** Latencies of both, milliseconds, and their ratios. */
export async function measureTriggers(stack: Stack): Promise<Line[]> {
  const bare = await startBare(stack.temporal, AT_ONCE);
  const givens = await Promise.all(Array.from({ length: AT_ONCE }, () => givenNetwork(stack, 2)));
  let moves = 0;
  const move = async (n: number) => {
    const { network, task } = givens[n]!;
    const data = { item: task, start: inDays(30 + (moves++ % 60)) };
    demandTaken(await trigger(stack.url, stack.token, network, { type: "moveItem", data }));
  };
  const lines: Line[] = [];
  for (const setting of SETTINGS) {
    const alone = { name: "bare Update", call: bare.add };
    const ours = { name: "trigger", call: move };
    const together = { name: "trigger, all on one network", call: () => move(0) };
    lines.push(...(await compare(setting, [alone, ours, ...(setting.atOnce > 1 ? [together] : [])])));
  }
  await bare.stop();
  return lines;
}
