// A network played again from its beginning by the triggers it took, up to where its ledger stands: to make a workflow again that is
// lost. It is the same network only if it tells the same.
import type { Instant } from "../programmes/types.ts";
import type { Cause, LedgerRow, Told } from "./ledger.ts";
import { apply, begin, pass, type Ground, type Network } from "./network/network.ts";
import type { Trigger } from "./trigger.ts";

/** What a workflow told, the first entry of a trigger with the trigger. */
export type ToldBy = Told & { trigger?: Trigger };

export type Replayed = { network: Network; told: Told[] };

/**
 * Plays the triggers in their order, each at the instant that the row `n` of its first entry has, then time up to `until`. `rows`: those
 * that the machine told, by their number.
 */
export function replay(options: {
  ground: Ground;
  startedAt: Instant;
  cause: Cause;
  played: readonly { n: number; trigger: Trigger }[];
  rows: ReadonlyMap<number, LedgerRow>;
  until: Instant;
}): Replayed {
  const { ground, startedAt, cause, played, rows, until } = options;
  let { network, told } = begin(ground, startedAt, cause);
  for (const { n, trigger } of played) {
    const moved = apply(ground, network, trigger, Math.max(network.state.now, rows.get(n)?.at ?? trigger.at));
    network = moved.network;
    told = [...told, ...moved.told];
  }
  const last = pass(ground.machines, network, Math.max(network.state.now, until));
  return { network: last.network, told: [...told, ...last.told] };
}

/** The number of the first entry that is not as the ledger has it; undefined where all are, and none is missing or too many. */
export function firstOther(told: readonly Told[], rows: ReadonlyMap<number, LedgerRow>): number | undefined {
  const other = told.find(({ entry }) => {
    const row = rows.get(entry.n);
    return !row || !isSame(entry, row);
  });
  if (other) return other.entry.n;
  return told.length === rows.size ? undefined : told.length + 1;
}

/** A message that went to nobody says so in the ledger alone, and why. */
function isSame(entry: Told["entry"], row: LedgerRow): boolean {
  const wentToNobody = entry.kind === "message.sent" && row.kind === "message.suppressed";
  const { seq: _, ...rest } = wentToNobody ? { ...row, kind: entry.kind, reason: entry.reason } : row;
  return isAlike(entry, rest);
}

/** Stands where words were that nobody can read any more. */
const GONE = "…";

/** What is absent and what is null at the same place are the same; words that are gone are as good as those that were there. */
function isAlike(one: unknown, other: unknown): boolean {
  if (typeof one === "string" && typeof other === "string")
    return one === other || one.includes(GONE) || other.includes(GONE);
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return (one ?? null) === (other ?? null);
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) => isAlike(left[name], right[name]));
}
