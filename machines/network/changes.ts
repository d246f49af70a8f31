// What a network adds to its own plan while it runs: items, and other windows for phases.
import { assign, enqueueActions, spawnChild } from "xstate";
import { endOfDay, localDate, startOfDay } from "../../programmes/calendar.ts";
import type { Instant, Item, ItemKind, Plan, Programme } from "../../programmes/types.ts";
import type { Machines } from "../engine/types.ts";
import { reasonIn, record, type Scope } from "./actions.ts";
import { BEGIN, inBoth, itemMachine } from "./item.ts";
import { WHOLE, type Dates } from "./item-dates.ts";
import type { PhasePlan } from "./phase.ts";
import { changedBefore, type RemindingContext } from "./phase-reminders.ts";
import type { Closed } from "./reminders.ts";

/** Kinds of items that can be added and live; breaks and notes are only shown. */
const LIVING: ItemKind[] = ["meeting", "homework", "task"];

/** Ids of all that was added, and of those that live: for breaks and notes the network itself speaks. */
type Context = RemindingContext & { added: string[]; living: string[] };
type Event = Scope<Context>["event"];

/** The machine of homework that is added and that nobody has to do. */
const VOLUNTARY = "item.voluntary";

/** Machines of what may be added, by the names they are spawned under: those of the plan's own plain items. */
export function addable(programme: Programme, breaks: readonly Closed[]): Machines {
  const machine = (item: { kind: ItemKind; voluntary?: true }) => itemMachine(programme, item, breaks);
  const plain = LIVING.map((kind) => [`item.${kind}`, machine({ kind })]);
  return Object.fromEntries([...plain, [VOLUNTARY, machine({ kind: "homework", voluntary: true })]]);
}

/** The actions of the two changes that concern the network as a whole. */
export function changesOf(plan: Plan) {
  const { zone } = plan.programme;
  const spawn = (src: string) =>
    spawnChild(src, {
      id: ({ event }: Scope<Context>) => `item:${event["id"]}`,
      input: ({ context, event }: Scope<Context>) => ({
        sessions: { [WHOLE]: datesIn(event, zone) },
        ...changedBefore(plan, context),
      }),
    } as never);
  const added = [
    assign(({ context: { added, living }, event: { id, kind } }: Scope<Context>) => ({
      added: [...added, id],
      ...(LIVING.includes(kind) && { living: [...living, id] }),
    })),
    record<Context>("item.added", ({ event }) => ({
      ...reasonIn(event),
      subject: `item:${event["id"]}`,
      data: { item: itemOf(event, zone) as never, ...(event["owner"] !== undefined && { owner: event["owner"] }) },
    })),
    enqueueActions(({ event, enqueue }) => {
      const { id, kind, voluntary, draft, at } = event as Event;
      if (!LIVING.includes(kind)) return;
      enqueue(spawn(voluntary && kind === "homework" ? VOLUNTARY : `item.${kind}`) as never);
      enqueue.sendTo(`item:${id}`, { type: BEGIN, at, draft } as never);
    }),
  ];
  const replanned = [
    record<Context>("phase.replanned", ({ context, event }) => ({
      ...reasonIn(event),
      subject: `phase:${event["phase"]}`,
      data: { ...windowIn(event), before: windowOf(context.phases[event["phase"]]!, zone) },
    })),
    assign(({ context, event }: Scope<Context>) => ({
      phases: { ...context.phases, [event["phase"]]: replan(context.phases[event["phase"]]!, event, zone) },
    })),
  ];
  return { added, replanned };
}

function datesIn(event: Event, zone: string): Dates {
  const { start, end, allDay, place, first, last } = event;
  const window = {
    from: first ?? (start === undefined ? undefined : localDate(start, zone)),
    to: last ?? dayOf(end ?? start, zone),
  };
  return Object.fromEntries(
    Object.entries({ ...window, start, end, allDay, place }).filter(([, value]) => value !== undefined),
  );
}

const dayOf = (instant: Instant | undefined, zone: string) =>
  instant === undefined ? undefined : localDate(instant, zone);

/** As an item of a plan: its `when` says what is known of its dates. */
function itemOf(event: Event, zone: string): Item {
  const { id, kind, title, phases = [], audience = [], place, extent, tentative, voluntary } = event;
  const { from, to } = datesIn(event, zone);
  const when =
    from === undefined || to === undefined
      ? ({ unknown: true } as const)
      : from === to
        ? { date: from }
        : { days: [from, to] as [string, string] };
  return {
    id,
    kind,
    title: inBoth(title),
    when,
    phases,
    audience,
    ...(place !== undefined && { place }),
    ...(extent !== undefined && { extent }),
    ...(tentative && { tentative }),
    ...(voluntary && { voluntary }),
  };
}

const windowIn = ({ first, last }: Event) => ({ ...(first && { first }), ...(last && { last }) });

const windowOf = ({ from, to }: PhasePlan, zone: string) => ({
  ...(from !== null && { first: localDate(from, zone) }),
  ...(to !== null && { last: localDate(to, zone) }),
});

/** What the event says of it, null where it had no date before; the rest stays. A phase that waits for a condition waits still. */
function replan(phase: PhasePlan, { first, last }: Event, zone: string): PhasePlan {
  const from = first === undefined ? phase.from : first && startOfDay(first, zone);
  const due = phase.due === null && phase.from !== null ? null : from;
  return { from, to: last === undefined ? phase.to : last && endOfDay(last, zone), due };
}
