// Anything in a plan that can get a date. A meeting invites when it is dated, and its reminders follow it; homework reminds of
// the end of its window; other kinds only carry their date. Each session has dates of its own.
import { assign, enqueueActions, sendParent, setup } from "xstate";
import { localDate } from "../../programmes/calendar.ts";
import { relative } from "../../programmes/plan.ts";
import type { Instant, IsoDate, Item, Programme, When } from "../../programmes/types.ts";
import { effects, reasonIn, record, type Scope } from "./actions.ts";
import { remindersOf, type Anchor, type RuleContext } from "./reminders.ts";

/** When a session is: a window of whole days, and an instant once that is known. */
export type Dates = {
  from?: IsoDate;
  to?: IsoDate;
  start?: Instant;
  end?: Instant;
  allDay?: boolean;
  place?: string;
};

/** `known`: the windows of the items that this one counts from, by id. */
export type ItemInput = {
  id: string;
  sessions: Record<string, Dates>;
  when: When;
  known: Record<string, Window>;
  isFollowed: boolean;
};
/** Where an item stands, for those that count from it. */
export type Window = { from?: IsoDate; to?: IsoDate; sessions?: Record<string, { from?: IsoDate; to?: IsoDate }> };

type Context = RuleContext & ItemInput;

/** Told to the network when an item that others count from has another date, and to those others. */
export const DATED = "item.dated";
export const FOLLOW = "follow";
/** Told to what has dates from the first, when the network has begun. */
export const BEGIN = "begin";

/** The session of an item that has no sessions. */
export const WHOLE = "";
const INVITED = ["invited"];

/** The machine of an item; many items of a kind share one, where nothing in the item itself says otherwise. */
export function itemMachine(
  programme: Programme,
  item: Pick<Item, "kind" | "reminders" | "voluntary">,
  sessions: string[],
) {
  const meets = item.kind === "meeting";
  const { zone } = programme;
  const rule = RULED[item.kind];
  const rules = remindersOf<Context>(programme, {
    kind: rule ?? "meeting",
    sessions: rule ? sessions : [],
    anchorOf: ({ sessions: all }, session) => (meets ? startOf(all[session]!) : endOf(all[session]!)),
    subjectOf,
    item,
  });
  const plan = enqueueActions(({ context, event, enqueue }) => {
    const { at, session } = event as Event;
    for (const params of rules.plannedOf(context as Context, at, session)) enqueue({ type: "record", params });
  });
  const tell = (message: string) =>
    meets ? [each((scope) => ({ ...toldAs(message), ...reasonIn(scope.event) }), "notify")] : [];
  const dated = (kind: "item.pinned" | "item.moved", message: string) => [
    assign((scope: Scope<Context>) => ({ ...datesAfter(scope, zone), rearmed: scope.event["session"] })),
    each(({ context, event }, session) => ({ kind, data: datesOf(context.sessions[session]!), ...reasonIn(event) })),
    ...tell(message),
    plan,
    tellFollowers,
  ];
  const moved = [
    assign(({ event }: Scope<Context>) => ({ movedAt: event["at"] })),
    ...dated("item.moved", "meeting-moved"),
  ];
  const follow = [
    assign((scope: Scope<Context>) => followed(scope)),
    each(({ context, event }, session) => ({
      kind: "item.moved",
      data: { ...datesOf(context.sessions[session]!), follows: event["item"] },
    })),
    plan,
    tellFollowers,
  ];
  const cancelled = record<Context>("item.cancelled", ({ event }) => reasonIn(event));
  const pinned = dated("item.pinned", "meeting-invitation");

  return setup({
    types: {} as { context: Context; input: ItemInput; events: Event },
    actions: effects,
    delays: rules.delays,
    guards: {
      isDated: ({ context }) => meets && Object.values(context.sessions).every(({ start }) => start !== undefined),
      willBeDated: ({ context, event }) =>
        hasSession(context, event) &&
        Object.entries(context.sessions).every(([id, { start }]) => start !== undefined || concerns(event, id)),
      hasSession: ({ context, event }) => hasSession(context, event),
    },
  }).createMachine({
    context: ({ input }) => input,
    initial: "planned",
    states: {
      planned: {
        after: rules.after as never,
        on: {
          // What the programme dates to the day is dated from the first.
          [BEGIN]: [
            {
              guard: "isDated",
              target: "pinned",
              actions: [
                each(({ context }, session) => ({ kind: "item.pinned", data: datesOf(context.sessions[session]!) })),
                ...tell("meeting-invitation"),
                plan,
              ] as never,
            },
            { actions: plan as never },
          ],
          pin: [
            { guard: "willBeDated", target: "pinned", actions: pinned as never },
            { guard: "hasSession", target: "planned", reenter: true, actions: pinned as never },
          ],
          [FOLLOW]: { target: "planned", reenter: true, actions: follow as never },
          cancel: { target: "cancelled", actions: cancelled as never },
        },
      },
      pinned: {
        after: rules.after as never,
        on: {
          move: { guard: "hasSession", target: "pinned", reenter: true, actions: moved as never },
          cancel: { target: "cancelled", actions: [cancelled, ...tell("meeting-cancelled")] as never },
          ...(meets && { hold: { target: "held", actions: record<Context>("meeting.held") as never } }),
        },
      },
      held: {},
      cancelled: {},
    },
  });
}

type Event = Scope<Context>["event"];

/** Kinds of items that rules remind of, by the rules' own word. */
const RULED: Partial<Record<Item["kind"], "meeting" | "homework">> = { meeting: "meeting", homework: "homework" };

/** A meeting is reminded of by its instant; where only its window is known the rule is suppressed when its day comes. */
function startOf({ start, from }: Dates): Anchor {
  if (start !== undefined) return { at: start };
  return from === undefined ? undefined : { at: from, vague: true };
}

/** Homework is due at the end of its window. */
const endOf = ({ to }: Dates): Anchor => (to === undefined ? undefined : { at: to });

const subjectOf = ({ id }: Context, session: string) => `item:${id}${session === WHOLE ? "" : `/${session}`}`;

const toldAs = (rule: string) => ({ kind: "message.sent", rule, to: INVITED });

const concerns = (event: Event, session: string) => event["session"] === undefined || event["session"] === session;
const hasSession = (context: Context, event: Event) =>
  event["session"] === undefined || event["session"] in context.sessions;

/** An entry for each session that the event concerns. */
const each = (
  words: (scope: Scope<Context>, session: string) => Record<string, unknown>,
  type: "record" | "notify" = "record",
) =>
  enqueueActions(({ context, event, enqueue }) => {
    const scope = { context, event } as Scope<Context>;
    for (const session of Object.keys(scope.context.sessions).filter((id) => concerns(scope.event, id)))
      enqueue({ type, params: { subject: subjectOf(scope.context, session), ...words(scope, session) } } as never);
  });

/** In the ledger: the instants where they are known, else the window. */
const datesOf = ({ start, end, allDay, place, from, to }: Dates) => ({
  ...(start !== undefined && { start }),
  ...(start === undefined && from !== undefined && { first: from }),
  ...(start === undefined && to !== undefined && { last: to }),
  ...(end !== undefined && { end }),
  ...(allDay && { allDay }),
  ...(place !== undefined && { place }),
});

/** The sessions as the event dates them. Where it names none of several, all move as far as the first of them does. */
function datesAfter({ context, event }: Scope<Context>, zone: string): Partial<Context> {
  const firstStart = Object.values(context.sessions)
    .flatMap(({ start }) => start ?? [])
    .reduce((a, b) => Math.min(a, b), Infinity);
  const several = Object.keys(context.sessions).length > 1 && event["session"] === undefined;
  const dates = Object.entries(context.sessions).map(([id, before]): [string, Dates] => {
    if (!concerns(event, id)) return [id, before];
    const by = several && before.start !== undefined ? before.start - firstStart : 0;
    const start: Instant = event["start"] + by;
    const end: Instant | undefined = event["end"] === undefined ? undefined : event["end"] + by;
    const place = event["place"] ?? before.place;
    const window = { from: localDate(start, zone), to: localDate(end ?? start, zone) };
    return [
      id,
      {
        ...window,
        start,
        ...(end !== undefined && { end }),
        ...(event["allDay"] && { allDay: true }),
        ...(place !== undefined && { place }),
      },
    ];
  });
  return { sessions: Object.fromEntries(dates) };
}

/** The windows anew, after an item that this one counts from has another date. */
function followed({ context, event }: Scope<Context>): Partial<Context> {
  const known = { ...context.known, [event["item"]]: event["window"] as Window };
  const sessions = Object.keys(context.sessions).map((id): [string, Dates] => {
    const ofSession = Object.entries<Window>(known).map(([item, window]) => [item, window.sessions?.[id] ?? window]);
    const { start: _, end: __, ...rest } = context.sessions[id]!;
    return [id, { ...rest, ...relative(context.when, Object.fromEntries(ofSession)) }];
  });
  return { known, sessions: Object.fromEntries(sessions) };
}

const tellFollowers = enqueueActions(({ context, enqueue }) => {
  const { isFollowed, id, sessions } = context as Context;
  if (isFollowed) enqueue(sendParent({ type: DATED, item: id, window: windowOf(sessions) }) as never);
});

function windowOf(sessions: Context["sessions"]): Window {
  const { [WHOLE]: whole, ...several } = sessions;
  const only = ({ from, to }: Dates) => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
  return whole
    ? only(whole)
    : { sessions: Object.fromEntries(Object.entries(several).map(([id, one]) => [id, only(one)])) };
}
