// A plan becomes statecharts: one for the network, with a region a phase; one for each kind of item; one for ideas.
import { assign, setup, spawnChild } from "xstate";
import { endOfDay, startOfDay } from "../../programmes/calendar.ts";
import type { Criterion, ItemKind, Plan, Programme } from "../../programmes/types.ts";
import { isMet, reopenCriteria } from "../criteria.ts";
import { NEVER, ROOT, type Machines } from "../engine/types.ts";
import { effects, record, type Scope } from "./actions.ts";
import { ideaMachine } from "./idea.ts";
import { itemMachine } from "./item.ts";
import { dueOf, phaseRegion, type PhaseContext, type PhasePlan } from "./phase.ts";

/** Name and version of the machines below: a running network stays on the one it began with (`versions.ts`). */
export const MACHINE = "network@1";

/** Kinds of items that are only shown: no machine, no trigger. */
const SHOWN_ONLY: ItemKind[] = ["break", "note"];

const STOPPERS = ["networkLead", "referenceManager"] as const;

type Context = PhaseContext & { ideas: number; stopAskedBy: string[] };

/** The machines of a plan, by the name a parent spawns them under. The same plan gives the same machines, made once. */
export function compile(plan: Plan): Machines {
  const known = ofPlan.get(plan);
  if (known) return known;
  const machines = compiledFor(plan);
  ofPlan.set(plan, machines);
  return machines;
}

/** Plans kept compiled; past it the cache begins anew. */
const MAX_COMPILED = 200;
const ofPlan = new WeakMap<Plan, Machines>();
const compiled = new Map<string, Machines>();

/** Networks of one worker that run the same plan share their machines. */
function compiledFor(plan: Plan): Machines {
  const key = JSON.stringify(plan);
  let machines = compiled.get(key);
  if (!machines) {
    machines = { [ROOT]: networkMachine(plan), idea: ideaMachine(plan.programme) };
    for (const kind of kindsOf(plan.programme)) machines[`item.${kind}`] = itemMachine(plan.programme, kind);
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(key, machines);
  }
  return machines;
}

const trackedItems = (programme: Programme) => programme.items.filter((item) => !SHOWN_ONLY.includes(item.kind));
const kindsOf = (programme: Programme) => [...new Set(trackedItems(programme).map((item) => item.kind))];

function networkMachine(plan: Plan) {
  const { programme } = plan;
  const decideBy = programme.decideIn === undefined ? null : phasePlan(plan, programme.decideIn).to;
  const items = trackedItems(programme).map((item) =>
    spawnChild(`item.${item.kind}`, {
      id: `item:${item.id}`,
      input: { from: plan.intervals[item.id]?.from ?? null },
    } as never),
  );
  const captureIdea = [
    assign(({ context }: Scope<Context>) => ({ ideas: context.ideas + 1 })),
    spawnChild("idea", { id: ({ context }: Scope<Context>) => `idea:i${context.ideas}`, input: { decideBy } } as never),
  ];

  return setup({
    types: {} as { context: Context; events: Scope<Context>["event"] },
    actors: {
      idea: {} as never,
      ...Object.fromEntries(kindsOf(programme).map((kind) => [`item.${kind}`, {} as never])),
    },
    actions: effects,
    guards: { ...gatesOf(programme), stopConfirmed },
    delays: Object.fromEntries(
      programme.phases.map(({ id }) => [
        dueOf(id),
        ({ context }: { context: Context }) => context.phases[id]?.from ?? NEVER,
      ]),
    ),
  }).createMachine({
    id: ROOT,
    context: {
      phases: Object.fromEntries(programme.phases.map(({ id }) => [id, phasePlan(plan, id)])),
      ideas: 0,
      stopAskedBy: [],
    },
    initial: "running",
    entry: record<Context>("network.created", () => ({
      data: { programme: programme.id, version: programme.version, machine: MACHINE },
    })) as never,
    states: {
      running: {
        type: "parallel",
        entry: items as never,
        states: Object.fromEntries(programme.phases.map((phase) => [phase.id, phaseRegion(phase)])),
        on: {
          addIdea: { actions: captureIdea as never },
          closeNetwork: {
            guard: "mayClose",
            target: "ended",
            actions: record<Context>("network.ended", ({ event }) => ending(event["outcome"], event)) as never,
          },
          stopNetwork: [
            {
              guard: "stopConfirmed",
              target: "ended",
              actions: record<Context>("network.ended", ({ event }) => ending("stopped", event)) as never,
            },
            {
              actions: [
                assign(({ context, event }: Scope<Context>) => ({
                  stopAskedBy: [...new Set([...context.stopAskedBy, sideOf(event["role"])])],
                })),
                record<Context>("network.stopAsked", ({ event }) => ({
                  reason: event["reason"],
                  data: { side: sideOf(event["role"]) },
                })),
              ] as never,
            },
          ],
        },
      },
      ended: { type: "final" },
    },
  });
}

/** Stopping takes the lead (or who acts for the lead) and the reference manager. */
const sideOf = (role: unknown) => (role === STOPPERS[1] ? STOPPERS[1] : STOPPERS[0]);
const stopConfirmed = ({ context, event }: Scope<Context>) =>
  STOPPERS.every((side) => side === sideOf(event["role"]) || context.stopAskedBy.includes(side));

const ending = (outcome: string, event: Scope<Context>["event"]) => ({
  ...(event["reason"] !== undefined && { reason: event["reason"] as string }),
  data: { outcome },
});

function gatesOf(programme: Programme) {
  const phases = new Map(programme.phases.map((phase) => [phase.id, phase]));
  const met = (criteria: Criterion[], event: Scope<Context>["event"]) => isMet(criteria, event, programme.parameters);
  return {
    gate: ({ event }: Scope<Context>, { phase, gate }: { phase: string; gate: "opens" | "closes" }) =>
      met(phases.get(phase)![gate], event) || (programme.gates === "advisory" && Boolean(event["note"])),
    mayReopen: ({ event }: Scope<Context>, { phase }: { phase: string }) =>
      met(reopenCriteria(programme, phases.get(phase)!), event),
    mayClose: ({ event }: Scope<Context>) => met(programme.needs?.["closeNetwork"] ?? [], event),
  };
}

function phasePlan({ intervals, programme }: Plan, phase: string): PhasePlan {
  const { from, to } = intervals[phase] ?? {};
  return {
    from: from === undefined ? null : startOfDay(from, programme.zone),
    to: to === undefined ? null : endOfDay(to, programme.zone),
  };
}
