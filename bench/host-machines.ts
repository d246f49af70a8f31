// Machines as small as can be: what is measured is the host.
import { assign, setup } from "xstate";
import { register } from "../machines/engine/register.ts";

const tally = setup({
  types: {} as { context: { total: number }; events: { type: "add"; by: number } },
}).createMachine({
  id: "tally",
  context: { total: 0 },
  on: { add: { actions: assign({ total: ({ context, event }) => context.total + event.by }) } },
});

/** Adds what it is told, as the bare Update does. */
export const tallyV1 = register({ name: "tally", version: 1, root: tally });

const alarm = setup({
  types: {} as { context: { until: number }; input: { until: number } },
  actions: { ring: () => {} },
  delays: { "at:until": ({ context }) => context.until },
}).createMachine({
  id: "alarm",
  context: ({ input }) => ({ until: input.until }),
  initial: "waiting",
  states: { waiting: { after: { "at:until": { target: "over", actions: "ring" } } }, over: { type: "final" } },
});

/** Rings once, at an instant. */
export const alarmV1 = register({
  name: "alarm",
  version: 1,
  root: alarm,
  activities: { ring: { startToCloseTimeout: "30s" } },
});
