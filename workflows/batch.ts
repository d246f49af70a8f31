// One Update on a network: triggers in the order they came, or time moved to an instant.
import type { Plan } from "../programmes/types.ts";
import type { Told } from "../machines/ledger.ts";
import { nextDue } from "../machines/engine/timers.ts";
import { apply, pass, type Ground, type Network } from "../machines/network/network.ts";
import { stateOf } from "../machines/summary.ts";
import type { ToldBy } from "../machines/replayed.ts";
import type { Result, Trigger } from "../machines/trigger.ts";
import type { Batch, BatchResult } from "./messages.ts";

export type Played = { network: Network; told: Told[]; answer: BatchResult };

/** What a batch comes to. Pure: keys already in `seen` are answered without being applied again. */
export function play(options: {
  ground: Ground;
  network: Network;
  batch: Batch;
  /** The instant to apply at, for one that was asked for. */
  clockAt: (asked: number) => number;
  seen: ReadonlyMap<string, number>;
}): Played {
  const { ground, batch, clockAt, seen } = options;
  const told: Told[] = [];
  const results: Result[] = [];
  const now = new Map(seen);
  let network = options.network;
  if ("advance" in batch) {
    const moved = pass(ground.machines, network, clockAt(batch.advance));
    network = moved.network;
    told.push(...moved.told);
  } else {
    for (const trigger of batch.triggers) {
      const before = now.get(trigger.key);
      if (before !== undefined) {
        results.push({ key: trigger.key, ok: true, n: before, entries: [], repeated: true });
        continue;
      }
      const moved = apply(ground, network, trigger, clockAt(trigger.at));
      network = moved.network;
      told.push(...withTrigger(moved.told, trigger));
      results.push(moved.result);
      if (moved.result.ok) now.set(trigger.key, moved.result.n);
    }
  }
  return { network, told, answer: answerOf(ground.plan, network, results) };
}

function answerOf(plan: Plan, network: Network, results: Result[]): BatchResult {
  const due = nextDue(network.state)?.dueAt;
  return {
    results,
    now: network.state.now,
    n: network.n,
    ...(due !== undefined && { nextDue: due }),
    state: stateOf(plan, network.view),
  };
}

/** The first entry that a trigger led to carries it: the store keeps it, so that all can be played again from there. */
function withTrigger(told: readonly Told[], { facts = {}, ...trigger }: Trigger): ToldBy[] {
  const first = told.findIndex(({ entry }) => entry.key === trigger.key);
  // A fact that is 0 is as good as none.
  const counted = Object.fromEntries(Object.entries(facts).filter(([, count]) => count !== 0));
  return told.map((one, index) => (index === first ? { ...one, trigger: { ...trigger, facts: counted } } : one));
}
