// The region of one phase. Every region is the same four states: waiting.planned → waiting.due → open → closed.
import { and } from "xstate";
import type { Criterion, Instant, Phase } from "../../programmes/types.ts";
import { AT } from "../engine/types.ts";
import { reasonIn, record, type Scope } from "./actions.ts";
import { ADJUSTED } from "./idea.ts";
import type { PhaseRules } from "./phase-reminders.ts";

/** `due`: when it is planned to open, null where a condition decides. */
export type PhasePlan = { from: Instant | null; to: Instant | null; due: Instant | null };
export type PhaseContext = { phases: Record<string, PhasePlan> };

export const openOf = (phase: string) => `phase.open.${phase}`;
export const closeOf = (phase: string) => `phase.close.${phase}`;
/** The delay that gives the planned opening of a phase. */
export const dueOf = (phase: string) => `${AT}${phase}-due`;

/** State ids of a region, for arrows and for who looks at the picture. */
export const idOf = (phase: string, state: "open" | "closed") => `${phase}_${state}`;

/** What closes a phase that was not carried out. */
export const SKIPPED = "notCarriedOut";

/** The region, to stand under the parallel state of a network. `unmetIn` names the criteria that an event goes on without. */
export function phaseRegion(
  phase: Phase,
  unmetIn: (criteria: Criterion[], event: Scope<unknown>["event"]) => string[],
  rules?: PhaseRules,
): object {
  const { id, reopens, reopensOnAdjust, mayBeSkipped } = phase;
  const subject = `phase:${id}`;
  const open = { target: `#${idOf(id, "open")}` };
  const told = (kind: "phase.opened" | "phase.closed", end: "from" | "to", gate: "opens" | "closes") =>
    record<PhaseContext>(kind, ({ context, event }) => {
      const planned = context.phases[id]?.[end];
      const unmet = event["outcome"] === SKIPPED ? [] : unmetIn(phase[gate], event);
      const data = { ...(event["outcome"] === SKIPPED && { outcome: SKIPPED }), ...(unmet.length > 0 && { unmet }) };
      return {
        subject,
        ...reasonIn(event),
        ...(planned != null && { planned }),
        ...(Object.keys(data).length > 0 && { data }),
      };
    });
  const reopened = (byAdjust: boolean) => [
    record("phase.reopened", ({ event }) => ({ subject, ...(byAdjust ? {} : reasonIn(event)), data: { byAdjust } })),
    ...(rules?.again ?? []),
  ];
  const closed = { target: `#${idOf(id, "closed")}`, actions: told("phase.closed", "to", "closes") };
  const skipped = mayBeSkipped ? [{ ...closed, guard: "isSkipped" }] : [];

  return {
    initial: "waiting",
    states: {
      waiting: {
        after: rules?.after ?? {},
        initial: "planned",
        states: {
          planned: { after: { [dueOf(id)]: { target: "due" } } },
          due: { entry: record("phase.due", () => ({ subject })) },
        },
        on: {
          ...rules?.on,
          [openOf(id)]: {
            ...open,
            guard: { type: "gate", params: { phase: id, gate: "opens" } },
            actions: told("phase.opened", "from", "opens"),
          },
          [closeOf(id)]: skipped,
        },
      },
      open: {
        id: idOf(id, "open"),
        after: rules?.after ?? {},
        on: {
          ...rules?.on,
          [closeOf(id)]: [...skipped, { ...closed, guard: { type: "gate", params: { phase: id, gate: "closes" } } }],
        },
      },
      closed: {
        id: idOf(id, "closed"),
        on: {
          ...(reopens && {
            [openOf(id)]: {
              ...open,
              guard: and([
                { type: "mayReopen", params: { phase: id } },
                { type: "gate", params: { phase: id, gate: "opens" } },
              ]),
              actions: reopened(false),
            },
          }),
          ...(reopensOnAdjust && { [ADJUSTED]: { ...open, actions: reopened(true) } }),
        },
      },
    },
  };
}
