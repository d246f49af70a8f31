// The minutes of a meeting: recorded once, then approved; from then on they stay. What somebody is to do after the meeting becomes
// tasks of the plan.
import { assign, enqueueActions, sendParent } from "xstate";
import { localDate } from "../../programmes/calendar.ts";
import type { Instant, IsoDate } from "../../programmes/types.ts";
import { reasonIn, record, type Scope } from "./actions.ts";

/** How far the minutes are; absent before they are recorded. */
export type MinutesContext = { minutes?: "recorded" | "approved" };

/** Told to the network: a task that the minutes ask for, as `addItem` has it. */
export const TASKED = "item.tasked";

type Event = Scope<unknown>["event"];
/** What somebody is to do, until the end of a day. */
export type Asked = { title: string; owner: string; due: IsoDate };

/** For `setup({ guards })` of an item. */
export const minutesGuards = {
  hasNoMinutes: ({ context }: { context: MinutesContext }) => context.minutes === undefined,
  isToBeApproved: ({ context }: { context: MinutesContext }) => context.minutes === "recorded",
};

/** For the `on` of a meeting's states in which there can be minutes. */
export function minutesOn(zone: string): Record<string, never> {
  const tasked = enqueueActions(({ event, enqueue }) => {
    const { item, tasks = [], at } = event as Event;
    for (const task of tasksOf(tasks, { of: item, at, zone }))
      enqueue(sendParent({ type: TASKED, ...task } as never) as never);
  });
  return {
    recordMinutes: {
      guard: "hasNoMinutes",
      actions: [
        assign({ minutes: "recorded" }),
        record("minutes.recorded", ({ event }) => countIn(event["tasks"] ?? [])),
        tasked,
      ],
    },
    approveMinutes: {
      guard: "isToBeApproved",
      actions: [assign({ minutes: "approved" }), record("minutes.approved", ({ event }) => reasonIn(event))],
    },
  } as unknown as Record<string, never>;
}

const countIn = ({ length }: Asked[]) => (length > 0 ? { data: { tasks: length } } : {});

/** Whether an item of that id came of minutes or of the end, and was never of the plan. */
export const isTasked = (id: string): boolean => id.includes(".");

/** What somebody is to do, as `addItem` has it. Each begins at once. A dot in their ids: nobody else can give such a one. */
export function tasksOf(asked: Asked[], { of, at, zone }: { of: string; at: Instant; zone: string }) {
  const today = localDate(at, zone);
  return asked.map(({ title, owner, due }, index) => ({
    id: `${of}.${index + 1}`,
    kind: "task",
    title,
    owner,
    first: due < today ? due : today,
    last: due,
    at,
  }));
}
