// A trigger on a network, the whole path, beside a bare Temporal Update: in turns, so that the machine's drift hits both.
import { setTimeout as sleep } from "node:timers/promises";
import { startBare } from "./bare.ts";
import { givenNetwork, inDays } from "./given.ts";
import { demandTaken, trigger } from "./load.ts";
import { median, percentile, short, timed } from "./numbers.ts";
import type { Stack } from "./stack.ts";
import type { Line } from "./table.ts";

const AT_ONCE = 16;

type Setting = { name: string; atOnce: number; each: number; rounds: number; restMs: number; reach?: number };

/** `each`: calls of one caller in one block; `restMs`: between two of them. */
const SETTINGS: Setting[] = [
  { name: "1 at once", atOnce: 1, each: 25, rounds: 8, restMs: 0, reach: 1.5 },
  { name: "1, 50 ms apart", atOnce: 1, each: 10, rounds: 6, restMs: 50 },
  { name: "16 at once", atOnce: AT_ONCE, each: 6, rounds: 5, restMs: 0 },
];

type Call = (caller: number) => Promise<void>;
type Contender = { name: string; call: Call; ms: number[]; p50s: number[] };

/** Latencies of both, milliseconds, and their ratios: p50's is the median of the rounds' own. */
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

async function compare(setting: Setting, calls: Pick<Contender, "name" | "call">[]): Promise<Line[]> {
  const contenders: Contender[] = calls.map((call) => ({ ...call, ms: [], p50s: [] }));
  for (const { call } of contenders) await block(setting, call);
  for (let round = 0; round < setting.rounds; round++) {
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const ms = await block(setting, contender.call);
      contender.ms.push(...ms);
      contender.p50s.push(median(ms));
    }
  }
  const [peer, ...others] = contenders;
  return [plain(setting, peer!), ...others.flatMap((one) => [plain(setting, one), against(setting, one, peer!)])];
}

async function block({ atOnce, each, restMs }: Setting, call: Call): Promise<number[]> {
  const callers = Array.from({ length: atOnce }, async (_, caller) => {
    const ms: number[] = [];
    for (let n = 0; n < each; n++) {
      if (restMs > 0) await sleep(restMs);
      ms.push(await timed(() => call(caller)));
    }
    return ms;
  });
  return (await Promise.all(callers)).flat();
}

const plain = ({ name }: Setting, { name: who, ms }: Contender): Line => ({
  name: `${name}: ${who}`,
  figure: median(ms),
  unit: "ms p50",
  detail: `p99 ${short(percentile(ms, 0.99))} ms, ${ms.length} calls`,
});

const against = ({ name, reach }: Setting, one: Contender, peer: Contender): Line => ({
  name: `${name}: ${one.name} / ${peer.name}`,
  figure: median(one.p50s.map((p50, round) => p50 / peer.p50s[round]!)),
  unit: "× p50",
  ...(reach !== undefined && { reach }),
  detail: `p99 ${short(percentile(one.ms, 0.99) / percentile(peer.ms, 0.99))} ×`,
});
