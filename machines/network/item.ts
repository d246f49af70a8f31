// Anything in a plan that can get a date. A meeting invites when it is dated, and its reminders follow it; until then whoever leads
// is asked for a date. Homework and tasks remind of their window; other kinds only carry their date. Each session has dates of its own.
import { assign, enqueueActions, sendParent, setup } from "xstate";
import type { Item, Programme, Text, When } from "../../programmes/types.ts";
import type { Kind } from "../ledger.ts";
import { effects, reasonIn, record, type Scope } from "./actions.ts";
import {
  concerns,
  datedBy,
  datesAfter,
  datesOf,
  firstOf,
  movedBy,
  restoredIn,
  followed,
  tightened,
  WHOLE,
  windowOf,
  type Dates,
  type Window,
} from "./item-dates.ts";
import { datedIn, datesOfSplit, splitIn } from "./item-split.ts";
import { anchorOf, COMPLETED, RULED } from "./item-rules.ts";
import { BREAKS, remindersOf, RULE, ruleChanged, type Closed, type RuleContext } from "./reminders.ts";

/**
 * `id` only where it has several sessions or is counted from; `known`, by id, the windows of the items that it counts from itself. Every
 * network has some dozens of these in memory, so what is not needed is left out.
 */
export type ItemInput = {
  sessions: Record<string, Dates>;
  id?: string;
  when?: When;
  known?: Record<string, Window>;
  isFollowed?: true;
};
/** `before`: the sessions as they were, for the ledger to say. */
type Context = RuleContext & ItemInput & { before?: Record<string, Dates>; isHeld?: true };

/** Told to the network when an item that others count from has another date, and to those others. */
export const DATED = "item.dated";
export const FOLLOW = "follow";
/** Takes a change back: the sessions that it changed, as they were. */
const RESTORE = "restore";
/** Told to what has dates from the first, when the network has begun. */
export const BEGIN = "begin";

/** The machine of an item; many items of a kind share one, where nothing in the item itself says otherwise. */
export function itemMachine(
  programme: Programme,
  item: Pick<Item, "kind" | "reminders" | "voluntary"> & { id?: string },
  breaks: readonly Closed[] = [],
) {
  const meets = item.kind === "meeting";
  const { zone } = programme;
  const kinds = RULED[item.kind] ?? [];
  const rules = remindersOf<Context>(programme, {
    kinds,
    sessionsOf: ({ sessions }) => Object.keys(sessions),
    anchorOf,
    subjectOf,
    item,
    breaks,
  });
  const planned = (of: (context: Context) => string[] | undefined) =>
    enqueueActions(({ context, event, enqueue }) => {
      for (const params of rules.plannedOf(context as Context, (event as Event).at, {
        sessions: of(context as Context),
      }))
        enqueue({ type: "record", params });
    });
  const plan = planned(({ rearmed }) => rearmed);
  const planAll = planned(() => undefined);
  const tell = (message: string, of = concerned) =>
    meets ? [each(of, (scope) => ({ ...toldAs(message), ...reasonIn(scope.event) }), "notify")] : [];
  /** Whoever knew a date hears that it is another; the others are invited. */
  const tellDates = [
    ...tell("meeting-moved", (scope) => rearmed(scope).filter((id) => isDated(scope.context.before?.[id]))),
    ...tell("meeting-invitation", (scope) => rearmed(scope).filter((id) => !isDated(scope.context.before?.[id]))),
  ];
  /** Its sessions have other dates: said in the ledger, beside those they had, and to whoever counts from it. */
  const redated = (
    kind: Kind,
    dates: (scope: Scope<Context>) => Partial<Context>,
    tells: object[] = [],
    changed: typeof changedIn = changedIn,
  ) => [
    assign((scope: Scope<Context>) => ({
      before: scope.context.sessions,
      ...dates(scope),
      rearmed: changed(scope, dates(scope)),
      told: undefined,
    })),
    each(rearmed, ({ context, event }, session) => ({
      kind,
      data: { ...datesOf(context.sessions[session]!), before: datesOf(context.before![session]!), ...followsIn(event) },
      ...reasonIn(event),
    })),
    ...tells,
    plan,
    tellFollowers,
  ];
  const dated = (kind: "item.pinned" | "item.moved") => redated(kind, (scope) => datesAfter(scope, zone), tellDates);
  const moved = [assign(movedBy), ...dated("item.moved")];
  const follow = redated("item.moved", followed);
  // A session that has a date loses it.
  const off = tell("meeting-cancelled", (scope) => datedBy(scope).filter((id) => datedOf(scope).includes(id)));
  const tighten = [...off, ...redated("item.tightened", tightened)];
  const restore = (changed?: typeof changedIn) => {
    const restored = redated("item.restored", (scope) => ({ sessions: restoredIn(scope, zone) }), [], changed);
    return [
      { guard: "wasPinned" as const, target: "pinned", reenter: true, actions: restored as never },
      { target: "planned", reenter: true, actions: restored as never },
    ];
  };
  const cancelled = record<Context>("item.cancelled", ({ event }) => reasonIn(event));
  const pinned = dated("item.pinned");
  const breaksAre = assign(({ event }: Scope<Context>) => ({ breaks: event["breaks"] })) as never;
  const completed = {
    target: "done",
    actions: record<Context>("item.completed", ({ event }) => reasonIn(event)) as never,
  };
  /** One meeting becomes several: whoever was told of the one is told that it is off, and each of their own. */
  const split = [
    record<Context>("item.split", ({ event }) => ({
      ...reasonIn(event),
      data: { sessions: splitIn(event, zone) as never },
    })),
    assign((scope: Scope<Context>) => ({
      id: scope.event["item"],
      sessions: datesOfSplit(scope, zone),
      rearmed: Object.keys(datesOfSplit(scope, zone)),
      told: undefined,
    })),
    each(datedNow, ({ context }, session) => ({ kind: "item.pinned", data: datesOf(context.sessions[session]!) })),
    ...tell("meeting-invitation", datedNow),
    plan,
    tellFollowers,
  ];
  const splits = (before: object[]) =>
    meets && {
      split: [
        { guard: "willBeSplitAndDated", target: "pinned", reenter: true, actions: [...before, ...split] as never },
        { guard: "isWhole", target: "planned", reenter: true, actions: [...before, ...split] as never },
      ] as never,
    };
  const begun = [
    ...(meets
      ? [each(datedOf, ({ context }, session) => ({ kind: "item.pinned", data: datesOf(context.sessions[session]!) }))]
      : []),
    ...tell("meeting-invitation", datedOf),
    plan,
  ];
  const complete = COMPLETED.includes(item.kind) && { complete: completed };

  return setup({
    types: {} as { context: Context; input: ItemInput; events: Event },
    actions: { ...effects, ...rules.actions } as never,
    delays: rules.delays,
    guards: {
      isDated: ({ context }) => meets && Object.values(context.sessions).every(isDated),
      willBeDated: ({ context, event }) =>
        hasSession(context, event) &&
        Object.entries(context.sessions).every(([id, dates]) => isDated(dates) || concerns(event, id)),
      isDatedSession: ({ context, event }) => meets && isDated(context.sessions[event["session"]]),
      hasSession: ({ context, event }) => hasSession(context, event),
      isWhole: ({ context }) => WHOLE in context.sessions,
      willBeSplitAndDated: ({ context, event }) =>
        WHOLE in context.sessions && datedIn(event).length === event["sessions"].length,
      wasPinned: (scope) => Object.values(restoredIn(scope as Scope<Context>, zone)).every(isDated),
    },
  }).createMachine({
    context: ({ input }) => input,
    initial: "planned",
    states: {
      planned: {
        after: rules.after as never,
        on: {
          // What the programme dates to the day is dated from the first.
          [BEGIN]: [{ guard: "isDated", target: "pinned", actions: begun as never }, { actions: begun as never }],
          pin: [
            { guard: "willBeDated", target: "pinned", actions: pinned as never },
            { guard: "hasSession", target: "planned", reenter: true, actions: pinned as never },
          ],
          // Of several sessions some may have a date before the others do.
          move: { guard: "isDatedSession", target: "planned", reenter: true, actions: moved as never },
          [FOLLOW]: { target: "planned", reenter: true, actions: follow as never },
          tighten: { guard: "hasSession", target: "planned", reenter: true, actions: tighten as never },
          cancel: { target: "cancelled", actions: [cancelled, ...tell("meeting-cancelled", datedOf)] as never },
          ...splits([]),
          [RESTORE]: restore(),
          [BREAKS]: { actions: rules.breaksChanged as never },
          ...rules.on,
          ...complete,
        },
      },
      pinned: {
        after: rules.after as never,
        on: {
          move: { guard: "hasSession", target: "pinned", reenter: true, actions: moved as never },
          cancel: { target: "cancelled", actions: [cancelled, ...tell("meeting-cancelled")] as never },
          ...splits(tell("meeting-cancelled")),
          ...(meets && {
            hold: {
              target: "held",
              actions: [
                assign({ isHeld: true }),
                record<Context>("meeting.held", ({ context }) => firstOf(context.sessions)),
                planAll,
              ] as never,
            },
          }),
          [RESTORE]: restore(),
          [BREAKS]: { actions: rules.breaksChanged as never },
          ...rules.on,
          ...complete,
        },
      },
      // Its minutes are still to come.
      held: {
        after: rules.after as never,
        on: { ...rules.on, [BREAKS]: { actions: rules.breaksChanged as never } },
      },
      done: {},
      // All of it was called off, so all of it comes back.
      cancelled: { on: { [RESTORE]: restore(concerned) } },
    },
    on: {
      [RULE]: ruleChanged as never,
      [BREAKS]: { actions: breaksAre },
      setAudience: {
        actions: record<Context>("item.audience", ({ event }) => ({
          ...reasonIn(event),
          data: { audience: event["audience"] },
        })) as never,
      },
      rename: {
        actions: record<Context>("item.renamed", ({ event }) => ({
          ...reasonIn(event),
          data: { title: inBoth(event["title"]) },
        })) as never,
      },
    },
  });
}

type Event = Scope<Context>["event"];

/** The sessions that an event dates: those it names, or of a window that follows another those that are not as before. */
function changedIn({ context, event }: Scope<Context>, { sessions = {} }: Partial<Context>): string[] {
  if (event.type !== FOLLOW && event.type !== RESTORE) return datedBy({ context, event });
  return Object.keys(sessions).filter(
    (id) => JSON.stringify(datesOf(sessions[id]!)) !== JSON.stringify(datesOf(context.sessions[id]!)),
  );
}

/** An actor's own subject is that of the whole item. */
const subjectOf = ({ id }: Context, session: string) => (session === WHOLE ? {} : { subject: `item:${id}/${session}` });

/** A name in one language is the name in both. */
export const inBoth = (title: string | Text): Text => (typeof title === "string" ? { da: title, en: title } : title);

const followsIn = (event: Event) => (event.type === FOLLOW ? { follows: event["item"] } : {});

const toldAs = (rule: string) => ({ kind: "message.sent", rule, to: ["invited"] });

const hasSession = (context: Context, event: Event) =>
  event["session"] === undefined || event["session"] in context.sessions;

type Sessions = (scope: Scope<Context>) => string[];
const concerned: Sessions = ({ context, event }) => Object.keys(context.sessions).filter((id) => concerns(event, id));
const datedNow: Sessions = ({ event }) => datedIn(event);
const isDated = (dates: Dates | undefined): boolean => dates?.start !== undefined;
const datedOf: Sessions = ({ context: { sessions } }) => Object.keys(sessions).filter((id) => isDated(sessions[id]));
const rearmed: Sessions = ({ context }) => context.rearmed ?? [];

/** An entry for each of some sessions. */
const each = (
  sessions: Sessions,
  words: (scope: Scope<Context>, session: string) => Record<string, unknown>,
  type: "record" | "notify" = "record",
) =>
  enqueueActions(({ context, event, enqueue }) => {
    const scope = { context, event } as Scope<Context>;
    for (const session of sessions(scope))
      enqueue({ type, params: { ...subjectOf(scope.context, session), ...words(scope, session) } } as never);
  });

const tellFollowers = enqueueActions(({ context, event, enqueue }) => {
  const { isFollowed, id, sessions, rearmed: changed = [] } = context as Context;
  if (isFollowed && changed.length > 0)
    enqueue(sendParent({ type: DATED, item: id, window: windowOf(sessions), at: (event as Event)["at"] }) as never);
});
