// The date poll of one meeting: open until its time to answer has passed, and running until a date is chosen, which pins the meeting in the
// same step, or it is cancelled. Then another can begin. What people answer is theirs, and not here.
import { assign, enqueueActions, setup } from "xstate";
import { endOfDay, localDate, reminderInstant } from "../../programmes/calendar.ts";
import type { Instant, Programme } from "../../programmes/types.ts";
import { AT, NEVER } from "../engine/types.ts";
import { POLL, pollId } from "../poll/standing.ts";
import { PLANNED } from "../recipients.ts";
import { effects, notify, reasonIn, record, type Scope } from "./actions.ts";

type Context = {
  dates: Instant[];
  allDay?: true;
  minutes?: number;
  closes?: Instant;
  remind?: Instant | undefined;
};
type Event = Scope<Context>["event"];

const START = "startPoll";
const CHOOSE = "choose";
const CLOSES = `${AT}closes`;
const REMIND = `${AT}remind`;
const UNANSWERED = ["unanswered"];
/** Days before the time to answer has passed on which those who have not are reminded. */
const REMIND_DAYS = -2;

/** The machine of a poll; every meeting's has its own state. */
export function pollMachine({ zone, nonWorking }: Programme) {
  const remindAt = (closes: Instant) =>
    reminderInstant({ anchor: closes, days: REMIND_DAYS, time: "09:00", zone, nonWorking });
  const asked = assign(({ event }: Scope<Context>) => {
    const { dates, allDay, minutes, closes, at } = event;
    const remind = closes === undefined ? undefined : remindAt(closes);
    return { dates, allDay, minutes, closes, remind: remind !== undefined && remind > at ? remind : undefined };
  });
  const started = [
    asked,
    record<Context>("poll.started", ({ context: { dates, allDay, minutes, closes }, event }) => ({
      ...reasonIn(event),
      data: {
        dates,
        ...(allDay && { allDay }),
        ...(minutes !== undefined && { minutes }),
        ...(closes !== undefined && { closes }),
      },
    })),
    notify<Context>(() => ({ rule: "poll-opened", to: [PLANNED] })),
    enqueueActions(({ context, enqueue }) => {
      const { remind, closes } = context as Context;
      if (remind !== undefined) enqueue(record("message.planned", () => reminder(remind)) as never);
      if (closes !== undefined) enqueue(record("message.planned", () => ending(closes)) as never);
    }),
  ];
  const starts = { [START]: { target: "open", actions: started as never } };
  const choose = {
    target: "over",
    actions: record<Context>("poll.chosen", ({ event }) => ({ ...reasonIn(event), data: datesIn(event) })) as never,
  };
  const cancelPoll = {
    target: "over",
    actions: [
      record<Context>("poll.cancelled", ({ event }) => reasonIn(event)),
      notify<Context>(({ event }) => ({ ...reasonIn(event), rule: "poll-cancelled", to: [PLANNED] })),
    ] as never,
  };
  const ended = {
    target: "ended",
    actions: [record<Context>("poll.ended"), notify<Context>(({ context }) => ending(context.closes!))] as never,
  };

  return setup({
    types: {} as { context: Context; events: Event },
    actions: effects,
    delays: {
      [CLOSES]: ({ context }: { context: Context }) => context.closes ?? NEVER,
      [REMIND]: ({ context }: { context: Context }) => context.remind ?? NEVER,
    },
  }).createMachine({
    context: { dates: [] },
    initial: "fresh",
    states: {
      fresh: { on: starts },
      open: {
        initial: "asking",
        after: { [CLOSES]: ended },
        states: {
          asking: {
            after: {
              [REMIND]: {
                target: "reminded",
                actions: notify<Context>(({ context }) => reminder(context.remind!)) as never,
              },
            },
          },
          reminded: {},
        },
        on: { [CHOOSE]: choose, cancelPoll },
      },
      ended: { on: { [CHOOSE]: choose, cancelPoll } },
      over: { on: starts },
    },
  });

  function datesIn({ start, end, allDay, place }: Event) {
    return {
      start,
      ...(end !== undefined && { end }),
      ...(allDay && { allDay }),
      ...(place !== undefined && { place }),
    };
  }
}

const ending = (planned: Instant) => ({ rule: "poll-ended", planned, to: ["networkLead"] });
const reminder = (planned: Instant) => ({ rule: "poll-reminder", planned, to: UNANSWERED });

type Polls = Record<string, Pick<Context, "allDay" | "minutes">>;

/** For the network: what begins the poll of a meeting, and what chooses its date. `polls`: what a date of each comes to. */
export function pollsOf({ zone }: Programme) {
  const started = enqueueActions(({ context, event, enqueue }) => {
    const { item, dates, allDay, minutes, closes, reason, at } = event as Event;
    const { polls = {} } = context as { polls?: Polls };
    enqueue.assign({ polls: { ...polls, [item]: { allDay, minutes } } } as never);
    if (!(item in polls)) enqueue.spawnChild(POLL as never, { id: pollId(item) } as never);
    enqueue.sendTo(pollId(item), { type: START, dates, allDay, minutes, closes, reason, at } as never);
  });
  const chosen = enqueueActions(({ context, event, enqueue }) => {
    const { item, choose: start, place, reason, at } = event as Event;
    const { allDay, minutes } = (context as { polls: Polls }).polls[item]!;
    const end = allDay ? endOfDay(localDate(start, zone), zone) : minutes && start + minutes * 60_000;
    const dates = {
      start,
      ...(end !== undefined && { end }),
      ...(allDay && { allDay }),
      ...(place !== undefined && { place }),
    };
    enqueue.sendTo(pollId(item), { type: CHOOSE, ...dates, reason, at } as never);
    enqueue.sendTo(`item:${item}`, { type: "pin", ...dates, reason, at } as never);
  });
  const isPolled = ({ context, event }: Scope<{ polls?: Polls }>) => event["item"] in (context.polls ?? {});
  return { started, chosen, isPolled };
}
