// Anything in a plan that can get a date. A meeting invites when it is dated, and its reminders follow it; until then whoever leads
// is asked for a date. As a draft it has a date, and nobody is told before it is published. Homework and tasks remind of their window;
// other kinds only carry their date. Each session has dates of its own.
import { assign, enqueueActions, setup } from "xstate";
import type { Item, Programme, Text, When } from "../../programmes/types.ts";
import type { Kind } from "../ledger.ts";
import { DONE, effects, reasonIn, record, tellParent, type Scope } from "./actions.ts";
import {
  datedBy,
  datesAfter,
  datesOf,
  firstOf,
  movedBy,
  restoredIn,
  followed,
  tightened,
  type Dates,
  type Window,
} from "./item-dates.ts";
import {
  changedIn,
  concerned,
  datedNow,
  datedOf,
  each,
  FOLLOW,
  isDated,
  rearmed,
  RESTORE,
  subjectOf,
  tellFollowers,
} from "./item-entries.ts";
import { datesOfSplit, splitIn } from "./item-split.ts";
import { anchorOf, COMPLETED, RULED } from "./item-rules.ts";
import { itemGuards, type DraftContext } from "./item-guards.ts";
import { minutesOn, type MinutesContext } from "./minutes.ts";
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
type Context = RuleContext &
  ItemInput &
  MinutesContext &
  DraftContext & { before?: Record<string, Dates>; isHeld?: true };

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
  /** Its sessions have other dates: said in the ledger, beside those they had. */
  const said = (
    kind: Kind,
    dates: (scope: Scope<Context>) => Partial<Context>,
    changed: typeof changedIn = changedIn,
  ) => [
    assign((scope: Scope<Context>) => ({
      before: scope.context.sessions,
      ...dates(scope),
      rearmed: changed(scope, dates(scope)),
      told: undefined,
    })),
    each(rearmed, ({ context, event }: Scope<Context>, session) => ({
      kind,
      data: {
        ...datesOf(context.sessions[session]!),
        before: datesOf(context.before![session]!),
        ...followsIn(event),
        ...(context.isDraft && { draft: true }),
      },
      ...reasonIn(event),
    })),
  ];
  /** And told, to whoever counts from it as well. */
  const redated = (
    kind: Kind,
    dates: (scope: Scope<Context>) => Partial<Context>,
    tells: object[] = [],
    changed?: typeof changedIn,
  ) => [...said(kind, dates, changed), ...tells, plan, tellFollowers];
  const dated = (kind: "item.pinned" | "item.moved") => redated(kind, (scope) => datesAfter(scope, zone), tellDates);
  const moved = [assign(movedBy), ...dated("item.moved")];
  const follow = redated("item.moved", followed);
  // A session that has a date loses it.
  const off = tell("meeting-cancelled", (scope) => datedBy(scope).filter((id) => datedOf(scope).includes(id)));
  const tighten = [...off, ...redated("item.tightened", tightened)];
  const asDraft = (isDraft: true | undefined) => assign({ isDraft } as Partial<Context>);
  const restore = (changed?: typeof changedIn) => {
    const before = (scope: Scope<Context>) => ({ sessions: restoredIn(scope, zone) });
    const restored = redated("item.restored", before, [], changed);
    const draftBack = said("item.restored", before, changed);
    return [
      { guard: "wasDraft" as const, target: "drafted", actions: [asDraft(true), ...draftBack] as never },
      { guard: "wasPinned" as const, target: "pinned", reenter: true, actions: restored as never },
      { target: "planned", reenter: true, actions: [asDraft(undefined), ...restored] as never },
    ];
  };
  const cancelled = record<Context>("item.cancelled", ({ event }) => reasonIn(event));
  const pinned = dated("item.pinned");
  const breaksAre = assign(({ event }: Scope<Context>) => ({ breaks: event["breaks"] })) as never;
  const completed = {
    target: "done",
    actions: [record<Context>("item.completed", ({ event }) => reasonIn(event)), tellParent(DONE)] as never,
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
  const stands = (kind: Kind) =>
    each(datedOf, ({ context, event }: Scope<Context>, session) => ({
      kind,
      data: { ...datesOf(context.sessions[session]!), ...(context.isDraft && { draft: true }) },
      ...reasonIn(event),
    }));
  const begun = [...(meets ? [stands("item.pinned")] : []), ...tell("meeting-invitation", datedOf), plan];
  const drafted = (of: object[]) => ({ target: "drafted", actions: [asDraft(true), ...of] as never });
  /** As if it were dated now: what is past of its reminders is past. */
  const published = [
    assign(({ context: { sessions } }: Scope<Context>) => ({
      isDraft: undefined,
      rearmed: Object.keys(sessions),
      told: undefined,
    })),
    stands("item.pinned"),
    ...tell("meeting-invitation", datedOf),
    plan,
    tellFollowers,
  ];
  const complete = COMPLETED.includes(item.kind) && { complete: completed };
  const minutes = meets ? minutesOn(zone) : {};

  return setup({
    types: {} as { context: Context; input: ItemInput; events: Event },
    actions: { ...effects, ...rules.actions } as never,
    delays: rules.delays,
    guards: itemGuards(meets, zone),
  }).createMachine({
    context: ({ input }) => input,
    initial: "planned",
    states: {
      planned: {
        after: rules.after as never,
        on: {
          // What the programme dates to the day is dated from the first.
          [BEGIN]: [
            { guard: "beginsAsDraft", ...drafted([stands("item.drafted")]) },
            { guard: "isDated", target: "pinned", actions: begun as never },
            { actions: begun as never },
          ],
          pin: [
            { guard: "willBeDraft", ...drafted(said("item.drafted", (scope) => datesAfter(scope, zone))) },
            { guard: "willBeDated", target: "pinned", actions: pinned as never },
            { guard: "pins", target: "planned", reenter: true, actions: pinned as never },
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
      // Nobody knows of its date, and no rule counts from it.
      drafted: {
        on: {
          publish: { target: "pinned", actions: published as never },
          move: {
            guard: "hasSession",
            target: "drafted",
            actions: said("item.moved", (scope) => datesAfter(scope, zone)) as never,
          },
          cancel: { target: "cancelled", actions: cancelled as never },
          [RESTORE]: restore(),
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
          ...minutes,
        },
      },
      // Its minutes are still to come.
      held: {
        after: rules.after as never,
        on: { ...rules.on, ...minutes, [BREAKS]: { actions: rules.breaksChanged as never } },
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

/** A name in one language is the name in both. */
export const inBoth = (title: string | Text): Text => (typeof title === "string" ? { da: title, en: title } : title);

const followsIn = (event: Event) => (event.type === FOLLOW ? { follows: event["item"] } : {});

const toldAs = (rule: string) => ({ kind: "message.sent", rule, to: ["invited"] });
