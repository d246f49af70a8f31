// The region of one phase. Every region is the same four states: waiting.planned → waiting.due → open → closed.
import { and } from "xstate";
import type { Instant, Phase } from "../../programmes/types.ts";
import { AT } from "../engine/types.ts";
import { record } from "./actions.ts";
import { ADJUSTED } from "./idea.ts";

export type PhasePlan = { from: Instant | null; to: Instant | null };
export type PhaseContext = { phases: Record<string, PhasePlan> };

export const openOf = (phase: string) => `phase.open.${phase}`;
export const closeOf = (phase: string) => `phase.close.${phase}`;
/** The delay that gives the planned opening of a phase. */
export const dueOf = (phase: string) => `${AT}${phase}-due`;

/** State ids of a region, for arrows and for who looks at the picture. */
export const idOf = (phase: string, state: "open" | "closed") => `${phase}_${state}`;

/** The region, to stand under the parallel state of a network. */
export function phaseRegion(phase: Phase): object {
  const { id, reopens, reopensOnAdjust } = phase;
  const subject = `phase:${id}`;
  const open = { target: `#${idOf(id, "open")}` };
  const note = ({ event }: { event: Record<string, unknown> }) =>
    event["note"] ? { reason: String(event["note"]) } : {};
  const told = (kind: "phase.opened" | "phase.closed", end: keyof PhasePlan) =>
    record<PhaseContext>(kind, (scope) => {
      const planned = scope.context.phases[id]?.[end];
      return { subject, ...note(scope), ...(planned != null && { planned }) };
    });
  const reopened = (byAdjust: boolean) =>
    record("phase.reopened", (scope) => ({ subject, ...note(scope), data: { byAdjust } }));

  return {
    initial: "waiting",
    states: {
      waiting: {
        initial: "planned",
        states: {
          planned: { after: { [dueOf(id)]: { target: "due" } } },
          due: { entry: record("phase.due", () => ({ subject })) },
        },
        on: {
          [openOf(id)]: {
            ...open,
            guard: { type: "gate", params: { phase: id, gate: "opens" } },
            actions: told("phase.opened", "from"),
          },
        },
      },
      open: {
        id: idOf(id, "open"),
        on: {
          [closeOf(id)]: {
            target: `#${idOf(id, "closed")}`,
            guard: { type: "gate", params: { phase: id, gate: "closes" } },
            actions: told("phase.closed", "to"),
          },
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
