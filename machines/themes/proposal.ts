// A theme proposal's statechart: the management forum says yes, no or wait; a yes becomes a network. Its state is the fold of its steps.
import { assign, initialTransition, setup, transition, type SnapshotFrom } from "xstate";
import type { Text } from "../../programmes/types.ts";
import type { RefusalCode } from "../trigger.ts";
import { themeRefusals } from "./refusals.ts";
import type { Proposal, Theme, ThemeState, ThemeStep } from "./types.ts";

type Context = Pick<Proposal, "decision" | "hours" | "begun" | "network"> & { proposer: string };
type EventName = "yes" | "no" | "wait" | Exclude<ThemeStep["kind"], "decided">;
type Event = { type: EventName; step: ThemeStep };
type Scope = { context: Context; event: Event };

/** A state in which the forum decides; what it says again replaces what it said before. */
const OPEN = {
  on: {
    yes: { guard: "isOthers", target: "accepted", actions: "keep" },
    no: { guard: "isReasoned", target: "refused", actions: "keep" },
    wait: { guard: "isReasoned", target: "waiting", reenter: true, actions: "keep" },
    withdrawn: { guard: "isOwn", target: "withdrawn" },
    hours: { actions: "keep" },
  },
} as const;

const machine = setup({
  types: {} as { context: Context; events: Event; input: { proposer: string } },
  guards: {
    isOthers: ({ context, event }: Scope) => event.step.by !== context.proposer,
    isReasoned: ({ context, event }: Scope) => event.step.by !== context.proposer && hasReason(event.step),
    isOwn: ({ context, event }: Scope) => event.step.by === context.proposer,
  },
  actions: { keep: assign(({ event }: Scope) => keptOf(event.step)) },
}).createMachine({
  context: ({ input }) => ({ proposer: input.proposer }),
  initial: "proposed",
  states: {
    proposed: OPEN,
    waiting: OPEN,
    accepted: {
      on: {
        starting: { target: "starting", actions: "keep" },
        withdrawn: OPEN.on.withdrawn,
        hours: OPEN.on.hours,
      },
    },
    starting: { on: { made: { target: "made", actions: "keep" } } },
    refused: {},
    withdrawn: {},
    made: {},
  },
});

type Snapshot = SnapshotFrom<typeof machine>;

/** A proposal after its steps, in order. Throws where they are not such as `refusalOfStep` lets through. */
export function proposalOf(theme: Theme, steps: readonly ThemeStep[]): Proposal {
  const { value, context } = snapshotOf(theme, steps);
  const { proposer: _, ...kept } = context;
  return { ...theme, state: value as ThemeState, ...kept };
}

/** Why a step cannot follow those there are, with what to do; undefined where it can. */
export function refusalOfStep(
  theme: Theme,
  steps: readonly ThemeStep[],
  step: ThemeStep,
): { code: RefusalCode; why: Text } | undefined {
  const snapshot = snapshotOf(theme, steps);
  if (snapshot.can(eventOf(step))) return undefined;
  const state = snapshot.value as ThemeState;
  const isOwn = step.by === theme.proposer;
  if (step.kind === "decided" && isOpen(state)) {
    return isOwn
      ? { code: "role", why: themeRefusals.own() }
      : { code: "shape", why: themeRefusals.reason(step.data.outcome) };
  }
  if (step.kind === "withdrawn" && !isOwn) return { code: "role", why: themeRefusals.notOwn() };
  return { code: "state", why: themeRefusals.state(state, step.kind) };
}

/** Whether the forum is still to decide on it. */
export const isOpen = (state: ThemeState): boolean => state === "proposed" || state === "waiting";

function snapshotOf({ proposer }: Theme, steps: readonly ThemeStep[]): Snapshot {
  const [first] = initialTransition(machine, { proposer });
  return steps.reduce((snapshot, step) => {
    const event = eventOf(step);
    if (!snapshot.can(event)) throw new Error(`a proposal that is ${snapshot.value} takes no ${event.type}`);
    return transition(machine, snapshot, event)[0];
  }, first);
}

const eventOf = (step: ThemeStep): Event => ({
  type: step.kind === "decided" ? step.data.outcome : step.kind,
  step,
});

const hasReason = ({ reason = "" }: ThemeStep): boolean => reason.trim() !== "";

/** What a step leaves behind for those after it. */
function keptOf(step: ThemeStep): Partial<Context> {
  const { at, by, reason } = step;
  const said = { at, by, ...(reason !== undefined && { reason }) };
  switch (step.kind) {
    case "decided":
      return { decision: { ...said, ...step.data } };
    case "hours":
      return { hours: { ...said, ...step.data } };
    case "starting":
      return { begun: { ...said, ...step.data } };
    case "made":
      return { network: step.data.network };
    default:
      return {};
  }
}
