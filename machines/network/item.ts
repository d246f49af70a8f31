// Anything in a plan that can get a date: without one nothing date-specific is said, with one its reminders follow it.
import { assign, enqueueActions, setup } from "xstate";
import type { Instant, IsoDate, Item, Programme } from "../../programmes/types.ts";
import { effects, notify, record, type Scope } from "./actions.ts";
import { remindersOf, type RuleContext } from "./reminders.ts";

export type ItemInput = { from: IsoDate | null };

type Context = RuleContext & ItemInput & { start?: Instant; end?: Instant; allDay?: boolean; place?: string };

const INVITED = ["invited"];

/** The machine of one kind of item. Meetings invite, remind and can be held; other kinds only carry their date. */
export function itemMachine(programme: Programme, kind: Item["kind"]) {
  const meets = kind === "meeting";
  const anchorOf = ({ start, from }: Context) => start ?? from ?? undefined;
  const rules = remindersOf<Context>(meets ? programme : { ...programme, reminders: [] }, "meeting", anchorOf);

  const date = ({ start, end, allDay, place }: Context) => ({
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(allDay && { allDay }),
    ...(place !== undefined && { place }),
  });
  const dated = assign(({ event }: Scope<Context>) => ({
    start: event["start"],
    end: event["end"],
    allDay: event["allDay"],
    place: event["place"],
  }));
  const planMessages = enqueueActions(({ context, event, enqueue }) => {
    for (const params of rules.plannedOf({ context, event } as Scope<Context>)) {
      enqueue({ type: "record", params });
    }
  });
  const told = (rule: string) =>
    meets ? [notify<Context>(({ event }) => ({ rule, to: INVITED, ...reason(event) }))] : [];

  return setup({
    types: {} as { context: Context; input: ItemInput; events: Scope<Context>["event"] },
    actions: effects,
    delays: rules.delays,
  }).createMachine({
    context: ({ input }) => ({ from: input.from }),
    initial: "planned",
    states: {
      planned: {
        after: rules.afterFuzzy as never,
        on: {
          pin: {
            target: "pinned",
            actions: [
              dated,
              record<Context>("item.pinned", ({ context }) => ({ data: date(context) })),
              ...told("meeting-invitation"),
              planMessages,
            ] as never,
          },
          cancel: {
            target: "cancelled",
            actions: record<Context>("item.cancelled", ({ event }) => reason(event)) as never,
          },
        },
      },
      pinned: {
        after: rules.after as never,
        on: {
          move: {
            target: "pinned",
            reenter: true,
            actions: [
              assign(({ event }: Scope<Context>) => ({ movedAt: event["at"] })),
              dated,
              record<Context>("item.moved", ({ context, event }) => ({ data: date(context), ...reason(event) })),
              ...told("meeting-moved"),
              planMessages,
            ] as never,
          },
          cancel: {
            target: "cancelled",
            actions: [
              record<Context>("item.cancelled", ({ event }) => reason(event)),
              ...told("meeting-cancelled"),
            ] as never,
          },
          ...(meets && { hold: { target: "held", actions: record<Context>("meeting.held") as never } }),
        },
      },
      held: {},
      cancelled: {},
    },
  });
}

const reason = (event: { [key: string]: unknown }) =>
  event["reason"] === undefined ? {} : { reason: String(event["reason"]) };
