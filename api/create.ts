// A new network: a row with its people, then its workflow. Made twice with one key, it is made once.
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from "@temporalio/client";
import { planOf } from "../programmes/plan.ts";
import type { Person, Plan, Programme } from "../programmes/types.ts";
import { MACHINE } from "../machines/network/compile.ts";
import { inOrder, startOf, type Cue } from "../machines/simulate.ts";
import { initialView } from "../machines/view.ts";
import { createNetwork, getNetwork, type Network } from "../store/networks.ts";
import { EVENTS_PER_RUN, NETWORK_WORKFLOW, workflowIdOf, type NetworkEnvelope } from "../workflows/messages.ts";
import type { Parts } from "./parts.ts";

export type ClockChoice = { clock: "real" | "stepped" } | { clock: "scaled"; weeksPerSecond: number };

export type NewNetwork = ClockChoice & {
  programme: Programme;
  /** ISO date in programme week 1. */
  start: string;
  /** Where it is not the programme laid out from the start: an earlier network's, moved to it. */
  plan?: Plan;
  title?: string;
  /** Each with an id of its own choice; whoever is known by address keeps the known id. */
  people: Person[];
  cues?: Cue[];
  /** Who makes it (a principal's id), and the key of the request. */
  by: string;
  key: string;
};

/** The network, made now or by an earlier request with the same key. */
export async function create(parts: Parts, wanted: NewNetwork): Promise<Network> {
  const { programme, people, by, key, ...clock } = wanted;
  const plan = wanted.plan ?? planOf(programme, wanted.start);
  const startedAt = clock.clock === "real" ? parts.now() : startOf(plan);
  const fresh = new Map(people.map((person) => [person.id, `p${parts.newId()}`]));
  const idOf = (id: string) => fresh.get(id) ?? id;
  const made = await createNetwork(parts.store, {
    id: `${programme.id.slice(0, 20)}-${parts.newId()}`,
    title: wanted.title ?? programme.title.da,
    plan,
    clock: clock.clock,
    ...(clock.clock === "scaled" && { weeksPerSecond: clock.weeksPerSecond }),
    startedAt,
    createdAt: parts.now(),
    by,
    key,
    people: people.map((person) => ({ ...person, id: idOf(person.id) })),
    view: initialView(plan, startedAt),
    script: inOrder(wanted.cues ?? []).map((cue) => ({ at: cue.at, trigger: { ...cue, by: idOf(cue.by) } })),
  });
  const network = (await getNetwork(parts.store, made.id))!;
  await ensureStarted(parts, network);
  return network;
}

/** Starts a network's workflow, unless it runs or has run: also after a kill between the row and the start. */
export async function ensureStarted(parts: Parts, network: Network): Promise<void> {
  const envelope = firstEnvelope(parts, network);
  try {
    await parts.temporal.withDeadline(parts.now() + parts.answerWithin, () =>
      parts.temporal.workflow.start(NETWORK_WORKFLOW, {
        workflowId: workflowIdOf(network.id),
        taskQueue: parts.taskQueue,
        args: [envelope],
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        workflowTaskTimeout: "2s",
      }),
    );
  } catch (error) {
    if ((error as Error).name !== "WorkflowExecutionAlreadyStartedError") throw error;
  }
}

/** What a network's first run begins with. */
export const firstEnvelope = (parts: Parts, network: Network): NetworkEnvelope => ({
  v: 1,
  network: network.id,
  machine: parts.machines?.newest ?? MACHINE,
  clock: network.clock === "real" ? "real" : "stepped",
  plan: network.plan,
  state: null,
  startedAt: network.startedAt,
  cause: { key: "create", by: network.createdBy, role: "" },
  outbox: [],
  seen: [],
  runs: 0,
  eventsPerRun: parts.eventsPerRun ?? EVENTS_PER_RUN,
});
