// Networks on Temporal. The loop is the host's, the decisions are `machines/network`'s: here they meet.
import { ApplicationFailure, defineQuery, proxyActivities, setHandler } from "@temporalio/workflow";
import type { Activities } from "../activities/contract.ts";
import { migrate } from "../machines/engine/migrate.ts";
import { nextDue } from "../machines/engine/timers.ts";
import type { Told } from "../machines/ledger.ts";
import { begin, hasEnded, migrated, pass, type Ground, type Moved, type Network } from "../machines/network/network.ts";
import { VERSIONS, type NetworkVersion } from "../machines/network/versions.ts";
import { play } from "./batch.ts";
import { host, refusal, type Tenant } from "./host.ts";
import { INSPECTION, MAX_BATCH, versionIn } from "./messages.ts";
import type { Batch, BatchResult, Inspected, MachineName, NetworkEnvelope } from "./messages.ts";

/** Entries written in one activity: its input stays far below Temporal's 2 MiB. */
const MAX_WRITE = 500;

const { write } = proxyActivities<Activities>({
  startToCloseTimeout: "3s",
  retry: { initialInterval: "100ms", maximumInterval: "5s" },
});

/** A workflow that runs one network, from its start (or where the last run left it) to its end. */
export const networkOn =
  (versions: Record<string, NetworkVersion>) =>
  async (envelope: NetworkEnvelope): Promise<void> => {
    await host<Network, Told, Batch, BatchResult>(envelope, (machine) =>
      versions[machine] ? tenantOf(envelope, versions, machine) : undefined,
    );
  };

export const network = networkOn(VERSIONS);

function tenantOf(
  { network: id, plan, startedAt, cause, runs }: NetworkEnvelope,
  versions: Record<string, NetworkVersion>,
  machine: MachineName,
): Tenant<Network, Told, Batch, BatchResult> {
  const versionOf = (name: MachineName) => ({
    version: versionIn(name),
    machines: versions[name]!.compile(plan),
  });
  const { machines } = versionOf(machine);
  const { migrations } = versions[machine]!;
  const ground: Ground = { plan, machines };
  return {
    attach: (live) =>
      setHandler(defineQuery<Inspected>(INSPECTION), () => ({ machine, plan, runs, state: live.state() })),
    begin: () => movedTo(begin(ground, startedAt, cause)),
    pass: (state, until) => movedTo(pass(machines, state, until)),
    play: (state, batch, clockAt, seen) => {
      if (!isBatch(batch)) return { state, out: [], keys: [], answer: undefined as never, refused: SHAPE() };
      const { network: next, told, answer } = play({ ground, network: state, batch, clockAt, seen });
      const keys = answer.results.flatMap((result): [string, number][] => (result.ok ? [[result.key, result.n]] : []));
      return {
        state: next,
        out: told,
        answer,
        keys,
        ...(isRefused(batch, answer) && { refused: refusal("refused", answer) }),
      };
    },
    nowOf: ({ state }) => state.now,
    nextDue: ({ state }) => nextDue(state)?.dueAt,
    hasEnded,
    migrate: (state, from, by) => {
      const target = { ...versionOf(machine), ...(migrations && { migrations }) };
      const migration = migrate(target, versionOf(from), state.state);
      if (!migration.state) return { migration };
      const moved = migrated(machines, { ...state, state: migration.state }, { from, ...by });
      return { migration, moved: movedTo(moved) };
    },
    carryOut: async (out, live) => {
      const told = out.slice(0, MAX_WRITE);
      await write({ network: id, told, now: live.state().state.now });
      return told.length;
    },
  };
}

const movedTo = ({ network: state, told }: Moved) => ({ state, out: told });

const SHAPE = () => ApplicationFailure.nonRetryable(`a batch is 1 to ${MAX_BATCH} triggers, or an instant`, "Shape");

function isBatch(batch: Batch): boolean {
  if (!("triggers" in batch)) return "advance" in batch && Number.isFinite(batch.advance);
  const { triggers } = batch;
  return Array.isArray(triggers) && triggers.length > 0 && triggers.length <= MAX_BATCH;
}

/** A batch is refused only as a whole: where every trigger in it is. A fault is recorded, and so it is no refusal. */
const isRefused = (batch: Batch, { results }: BatchResult): boolean =>
  "triggers" in batch && results.every((result) => !result.ok && result.code !== "fault");
