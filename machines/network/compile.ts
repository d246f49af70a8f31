// A plan becomes statecharts: one for the network, with a region a phase; one for each kind of item; one for ideas.
import { assign, enqueueActions, setup, spawnChild } from "xstate";
import { endOfDay, startOfDay } from "../../programmes/calendar.ts";
import type { Instant, Plan, Programme } from "../../programmes/types.ts";
import { NEVER, ROOT, type Machines } from "../engine/types.ts";
import { effects, notify, reasonIn, record, type Scope } from "./actions.ts";
import { BALLOT, ballotMachine, ballotOpened } from "./ballot.ts";
import { decisionMachine, REDRAFT, REJECTED } from "./decision.ts";
import { breakAfter, breaksIn, plannedBreaks } from "./breaks.ts";
import { addable, changesOf } from "./changes.ts";
import { closing, ending, endingGuards, leftOn, type EndingContext } from "./ending.ts";
import { gatesOf } from "./gates.ts";
import { ideaEvents } from "./idea-events.ts";
import { ideaMachine } from "./idea.ts";
import { BEGIN, itemMachine } from "./item.ts";
import { DATED, FOLLOW } from "./item-entries.ts";
import { RULED } from "./item-rules.ts";
import { TASKED } from "./minutes.ts";
import { DUTIES_CHANGED, phaseReminders, type RemindingContext } from "./phase-reminders.ts";
import { BREAKS, RULE, changedRules } from "./reminders.ts";
import { followersOf, hasDates, inputOf, srcOf } from "./item-input.ts";
import { dueOf, phaseRegion, type PhasePlan } from "./phase.ts";
import { SHOWN, SHOWN_ONLY, shownChanged, takes } from "./shown.ts";
import { SIGN_UP } from "../signup/standing.ts";
import { POLL, pollId } from "../poll/standing.ts";
import { pollMachine, pollsOf } from "./poll.ts";
import { signUpMachine, signUpOpened } from "./signup.ts";
import { trackMachine, trackStarted } from "./track.ts";

/** Name and version of the machines below: a running network stays on the one it began with (`versions.ts`). */
export const MACHINE = "network@1";

type Context = RemindingContext &
  EndingContext & {
    startedAt: Instant;
    ideas: number;
    tracks: string[];
    added: string[];
    living: string[];
    ballots?: string[];
    polls?: object;
    stopAskedBy: string[];
  };

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
    const { programme } = plan;
    const tracks = Object.fromEntries(programme.tracks.map((track) => [`track.${track.id}`, trackMachine(track)]));
    const others = { ...tracks, [SIGN_UP]: signUpMachine(), [POLL]: pollMachine(programme) };
    const children = { ...addable(programme, plannedBreaks(plan)), ...itemMachines(plan), ...others };
    machines = {
      [ROOT]: networkMachine(plan, Object.keys(children)),
      idea: ideaMachine(programme, plannedBreaks(plan)),
      [BALLOT]: ballotMachine(),
      ...children,
    };
    if (compiled.size >= MAX_COMPILED) compiled.clear();
    compiled.set(key, machines);
  }
  return machines;
}

const trackedItems = (programme: Programme) => programme.items.filter((item) => !SHOWN_ONLY.includes(item.kind));

function itemMachines(plan: Plan): Machines {
  const { programme } = plan;
  const breaks = plannedBreaks(plan);
  return Object.fromEntries(
    trackedItems(programme).map((item) => {
      const machine = item.decision ? decisionMachine(programme, item) : itemMachine(programme, item, breaks);
      return [srcOf(programme, item), machine];
    }),
  );
}

function networkMachine(plan: Plan, srcs: string[]) {
  const { programme } = plan;
  const followers = followersOf(programme);
  const items = trackedItems(programme).map((item) =>
    spawnChild(srcOf(programme, item), {
      id: `item:${item.id}`,
      input: inputOf(plan, item, followers),
    } as never),
  );
  const beginItems = enqueueActions(({ context, enqueue }) => {
    for (const { id } of trackedItems(programme).filter((item) => hasDates(plan, item)))
      enqueue.sendTo(`item:${id}`, { type: BEGIN, at: (context as Context).startedAt } as never);
  });
  const followed = enqueueActions(({ event, enqueue }) => {
    const { item, window, at } = event as Scope<Context>["event"];
    for (const id of followers[item] ?? []) enqueue.sendTo(`item:${id}`, { type: FOLLOW, item, window, at } as never);
  });
  const redraft = enqueueActions(({ event, enqueue }) => {
    for (const id of (event as Scope<Context>["event"])["again"])
      enqueue.sendTo(`item:${id}`, { type: REDRAFT } as never);
  });
  const { guards, unmetIn } = gatesOf(programme);
  const duties = phaseReminders(plan);
  const { ruleSet, breaksChanged, otherDates } = tidingsOf(plan);
  const polls = pollsOf(programme);
  const { added, replanned } = changesOf(plan);
  const everybody = programme.roles.filter(({ group }) => !group).map(({ code }) => code);
  const startTracks = programme.tracks.map((track) => ({
    guard: { type: "mayStart", params: { track: track.id, most: track.most } },
    actions: trackStarted(track, (event) => unmetIn(programme.needs?.["startTrack"] ?? [], event)),
  }));

  return setup({
    types: {} as { context: Context; input: { at: Instant }; events: Scope<Context>["event"] },
    actors: {
      idea: {} as never,
      [BALLOT]: {} as never,
      ...Object.fromEntries(srcs.map((src) => [src, {} as never])),
    },
    actions: { ...effects, ...duties.actions } as never,
    guards: {
      ...guards,
      ...endingGuards,
      takes,
      isPolled: polls.isPolled as never,
      stopConfirmed: stopConfirmed(programme),
    },
    delays: {
      ...duties.delays,
      ...Object.fromEntries(
        programme.phases.map(({ id }) => [
          dueOf(id),
          ({ context }: { context: Context }) => context.phases[id]?.due ?? NEVER,
        ]),
      ),
    },
  }).createMachine({
    id: ROOT,
    context: ({ input }) => ({
      startedAt: input.at,
      phases: Object.fromEntries(programme.phases.map(({ id }) => [id, phasePlan(plan, id)])),
      ideas: 0,
      tracks: [],
      added: [],
      living: [],
      stopAskedBy: [],
      left: [],
    }),
    initial: "running",
    entry: record<Context>("network.created", () => ({
      data: { programme: programme.id, version: programme.version, machine: MACHINE },
    })) as never,
    states: {
      running: {
        type: "parallel",
        entry: [...items, beginItems, duties.begun] as never,
        states: Object.fromEntries(
          programme.phases.map((phase) => [phase.id, phaseRegion(phase, unmetIn, duties.of(phase.id))]),
        ),
        on: {
          ...(ideaEvents(plan) as object),
          openBallot: { actions: ballotOpened as never },
          addItem: { guard: "isNewItem", actions: [...added, breaksChanged] as never },
          [TASKED]: { actions: added as never },
          [SHOWN]: { guard: "takes", actions: [shownChanged(programme.zone), breaksChanged] as never },
          replanPhase: { guard: "isReplannable", actions: [...replanned, otherDates] as never },
          [RULE]: { guard: "isRule", actions: ruleSet as never },
          openSignUp: { actions: signUpOpened(programme) as never },
          startPoll: { actions: polls.started as never },
          closePoll: { guard: "isPolled", actions: polls.chosen as never },
          [DATED]: { actions: followed as never },
          [REJECTED]: { actions: redraft as never },
          ...(startTracks.length > 0 && { startTrack: startTracks as never }),
          ...leftOn,
          closeNetwork: closing({ everybody, zone: programme.zone }, (context) =>
            livingIn(programme, context),
          ) as never,
          stopNetwork: [
            {
              guard: "stopConfirmed",
              target: "ended",
              actions: [
                notify<Context>(({ event }) => ({ rule: "network-stopped", to: everybody, ...reasonIn(event) })),
                record<Context>("network.ended", ({ event }) => ending("stopped", event)),
              ] as never,
            },
            {
              actions: [
                assign(({ context, event }: Scope<Context>) => ({
                  stopAskedBy: [...new Set([...context.stopAskedBy, sideOf(programme, event["role"])])],
                })),
                record<Context>("network.stopAsked", ({ event }) => ({
                  reason: event["reason"],
                  data: { side: sideOf(programme, event["role"]) },
                })),
              ] as never,
            },
          ],
        },
      },
      // It is closed, but somebody still has something to do.
      following: {
        always: { guard: "isAllDone", target: "ended" },
        on: { ...leftOn, [TASKED]: { actions: added as never } },
      },
      ended: { type: "final" },
    },
  });
}

/** What the network passes on to its parts: rules that it changes, and breaks that are others now. */
function tidingsOf(plan: Plan) {
  const { programme } = plan;
  const tracked = trackedItems(programme);
  const ruleSet = [
    record<Context>("reminder.set", ({ event: { item, rule, off, days, ...event } }) => ({
      ...reasonIn(event),
      ...(item !== undefined && { subject: `item:${item}` }),
      rule,
      data: { ...(off && { off }), ...(days !== undefined && { days }) },
    })),
    assign(({ context, event }: Scope<Context>) =>
      event["item"] === undefined ? { rules: changedRules(context.rules, event) } : {},
    ),
    enqueueActions(({ context, event, enqueue }) => {
      const { item, rule, off, days, at } = event as Scope<Context>["event"];
      const { living } = context as Context;
      const all = [...tracked.map(({ id }) => id), ...living].map((id) => `item:${id}`);
      for (const to of item === undefined ? [...all, ...ideasOf(context as Context)] : [`item:${item}`])
        enqueue.sendTo(to, { type: RULE, rule, off, days, at } as never);
      if (item === undefined) enqueue.raise({ type: DUTIES_CHANGED, rule, at } as never);
    }),
  ];
  const breaksChanged = enqueueActions(({ context, event, enqueue }) => {
    const asked = event as Scope<Context>["event"];
    const changed = breakAfter(programme, context as Context, asked);
    if (!changed) return;
    enqueue.assign({ breaks: changed } as never);
    const waiting = tracked.filter(({ kind, decision }) => RULED[kind] && !decision && kind !== "homework");
    const items = [...waiting.map(({ id }) => id), ...(context as Context).living].map((id) => `item:${id}`);
    for (const to of [...items, ...ideasOf(context as Context)])
      enqueue.sendTo(to, { type: BREAKS, breaks: breaksIn(plan, changed), at: asked["at"] } as never);
    enqueue.raise({ type: DUTIES_CHANGED, at: asked["at"] } as never);
  });
  const otherDates = enqueueActions(({ event, enqueue }) => {
    const { phase, at } = event as Scope<Context>["event"];
    enqueue.raise({ type: DUTIES_CHANGED, phase, at, anew: true } as never);
  });
  return { ruleSet, breaksChanged, otherDates };
}

/** The ids of all actors there are. */
const livingIn = (programme: Programme, context: Context): string[] => [
  ...[...trackedItems(programme).map(({ id }) => id), ...context.living].map((id) => `item:${id}`),
  ...ideasOf(context),
  ...context.tracks,
  ...(context.ballots ?? []),
  ...Object.keys(context.polls ?? {}).map(pollId),
];

const ideasOf = ({ ideas }: Context) => Array.from({ length: ideas }, (_, index) => `idea:i${index + 1}`);

/** Stopping takes all that the programme names: who acts for the lead stands on the lead's side. */
const sidesOf = ({ rights }: Programme): string[] => rights["stopNetwork"] ?? [];
function sideOf(programme: Programme, role: unknown): string {
  const sides = sidesOf(programme);
  return sides.find((side) => side === role) ?? sides.find((side) => side === "networkLead") ?? sides[0] ?? "";
}
const stopConfirmed =
  (programme: Programme) =>
  ({ context, event }: Scope<Context>) =>
    sidesOf(programme).every((side) => side === sideOf(programme, event["role"]) || context.stopAskedBy.includes(side));

function phasePlan({ intervals, programme }: Plan, phase: string): PhasePlan {
  const { from, to } = intervals[phase] ?? {};
  const start = from === undefined ? null : startOfDay(from, programme.zone);
  const waits = programme.phases.find(({ id }) => id === phase)?.when.condition !== undefined;
  return { from: start, to: to === undefined ? null : endOfDay(to, programme.zone), due: waits ? null : start };
}
