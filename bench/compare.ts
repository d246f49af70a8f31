// Contenders in turns, in short blocks, so that the machine's drift hits all; latencies and the ratios between them.
import { setTimeout as sleep } from "node:timers/promises";
import { median, percentile, short, timed } from "./numbers.ts";
import type { Line } from "./table.ts";

/** `each`: calls of one caller in one block; `restMs`: between two of them. `reach`: of the first against the peer. */
export type Setting = { name: string; atOnce: number; each: number; rounds: number; restMs: number; reach?: number };

export type Call = (caller: number) => Promise<void>;
type Contender = { name: string; call: Call; ms: number[]; p50s: number[] };

/** The first is the peer: each other is told beside it. The ratio of p50 is the median of the rounds' own. */
export async function compare(setting: Setting, calls: Pick<Contender, "name" | "call">[]): Promise<Line[]> {
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
