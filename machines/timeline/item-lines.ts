// The items of a plan on a timeline, with the decisions on ideas; tasks and deliverables of a phase stand together.
import { localDate, localTime } from "../../programmes/calendar.ts";
import type { Interval, Item } from "../../programmes/types.ts";
import type { DatesView, ItemView, Kind } from "../ledger.ts";
import { partsOf } from "../view.ts";
import { datedIn, sessionsIn, type Dated, type Line, type LinePart } from "./line.ts";
import { plannedIn, type Row, type Setting } from "./phase-lines.ts";
import { ideaPage, inPlan, pageOf, phasePlace } from "./places.ts";

const TOGETHER: readonly Item["kind"][] = ["task", "deliverable"];
/** Of these nothing is left to show when they were cancelled. */
const GONE: readonly Item["kind"][] = ["break", "note", ...TOGETHER];

/** Rows that say what came of phases, decisions, measurements and ideas: what a timeline needs of the ledger. */
export const OF_TIMELINE = [
  "phase.opened",
  "phase.closed",
  "phase.reopened",
  "decision.taken",
  "measure.recorded",
  "idea.approved",
  "idea.adjusted",
  "idea.discarded",
] as const satisfies Kind[];

/** One for each item, in the order of the programme; one for all tasks and deliverables of a phase. */
export function itemLines(setting: Setting): Line[] {
  const { now, view } = setting;
  const shown = now.programme.items.filter(
    ({ id, kind }) => !(view.items[id]?.state === "cancelled" && GONE.includes(kind)),
  );
  const meetings = now.programme.items.filter(({ kind }) => kind === "meeting").map(({ id }) => id);
  const single = shown.filter(({ kind }) => !TOGETHER.includes(kind));
  return [
    ...single.map((item) => lineOf(item, setting, meetings.indexOf(item.id) + 1)),
    ...taskLines(
      shown.filter(({ kind }) => TOGETHER.includes(kind)),
      setting,
    ),
  ];
}

function lineOf(item: Item, setting: Setting, number: number): Line {
  const { network, now, view } = setting;
  const { id, kind, title, phases, sessions, tentative, voluntary, extent, place } = item;
  const own: Partial<ItemView> = view.items[id] ?? {};
  const ofIdeas = kind === "decision" && item.decision === undefined;
  const done = ofIdeas ? daysOf(setting, ({ kind: told }) => OF_IDEAS.includes(told)) : doneIn(setting, "item", id);
  const state = ofIdeas ? stateOfIdeas(setting, item, done.length > 0) : (own.state ?? "planned");
  const at = own.place ?? place;
  return {
    id: `item:${id}`,
    kind: kind as Exclude<Item["kind"], "task" | "deliverable">,
    title,
    state,
    href: pageOf(network, kind, id),
    ...(phases[0] !== undefined && { phase: phases[0] }),
    ...plannedIn(setting, id),
    ...deadlineIn(setting, own),
    ...hoursOf(own, now.programme.zone),
    ...sessionsWith(sessionsIn(now.intervals[id] ?? UNKNOWN, sessions), own, now.programme.zone),
    ...(number > 0 && { number }),
    ...(at !== undefined && { place: at }),
    ...(tentative && { tentative }),
    ...(voluntary && { voluntary }),
    ...(extent && { extent }),
    ...(done.length > 0 && { done }),
  };
}

const UNKNOWN: Interval = { precision: "unknown" };

/** The hours of what has got them. */
function hoursOf({ start, end, allDay }: DatesView, zone: string): Pick<Dated, "time" | "until"> {
  if (start === undefined || allDay) return {};
  return { time: localTime(start, zone), ...(end !== undefined && { until: localTime(end, zone) }) };
}

function sessionsWith({ sessions }: Pick<Line, "sessions">, own: Partial<ItemView>, zone: string) {
  if (!sessions) return {};
  return { sessions: sessions.map((one) => ({ ...one, ...hoursOf(own.sessions?.[one.id] ?? {}, zone) })) };
}

const OF_IDEAS: readonly Kind[] = ["idea.approved", "idea.adjusted", "idea.discarded"];

/** The decision that is one for each idea goes on until its phase is over. */
function stateOfIdeas({ view }: Setting, { id, phases }: Item, hasBegun: boolean): string {
  if (view.items[id]?.state === "cancelled") return "cancelled";
  const isOver = view.ended !== undefined || phases.some((phase) => view.phases[phase]?.state === "closed");
  return hasBegun ? (isOver ? "decided" : "running") : "planned";
}

/** A decision that has been put has its deadline for a date. */
function deadlineIn({ now }: Setting, { state, decision }: Partial<ItemView>): Partial<Dated> {
  if (state !== "proposed" || decision?.deadline === undefined) return {};
  const day = localDate(decision.deadline, now.programme.zone);
  return { from: day, to: day, precision: "day" };
}

/** The days on which the ledger says that something came of it: each once. */
function doneIn(setting: Setting, what: "item" | "idea", id: string): NonNullable<Line["done"]> {
  const isOwn = ({ kind, subject }: Row) => {
    const [is, of] = partsOf(subject);
    return is === what && of === id && (OF_TIMELINE as readonly Kind[]).includes(kind);
  };
  return daysOf(setting, isOwn);
}

function daysOf({ rows, now }: Setting, isMeant: (row: Row) => boolean): NonNullable<Line["done"]> {
  const days = new Set(rows.filter(isMeant).map(({ at }) => localDate(at, now.programme.zone)));
  return [...days].map((day) => ({ from: day, to: day }));
}

/** The tasks and deliverables of each phase as one line, and those of none as another. */
function taskLines(items: Item[], setting: Setting): Line[] {
  const { now, network } = setting;
  const phases = [...now.programme.phases.map(({ id }) => id), undefined];
  return phases.flatMap((phase): Line[] => {
    const own = items.filter((item) => item.phases[0] === phase);
    if (own.length === 0) return [];
    const parts = own.map((item) => partOf(item, setting));
    const days = parts.flatMap(({ from, to }) => [from, to]).filter((day) => day !== undefined);
    const [from, to] = [days.toSorted()[0], days.toSorted().at(-1)];
    const isDone = parts.every(({ state }) => state === "done");
    return [
      {
        id: `tasks:${phase ?? ""}`,
        kind: "tasks",
        title: now.programme.phases.find(({ id }) => id === phase)?.title ?? now.programme.title,
        state: isDone ? "done" : "planned",
        href: phase === undefined ? inPlan(network, "tasks") : phasePlace(network, phase),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        precision: from === undefined ? "unknown" : "weeks",
        ...(phase !== undefined && { phase }),
        parts,
      },
    ];
  });
}

function partOf({ id, kind, title }: Item, { network, now, view }: Setting): LinePart {
  return {
    id,
    kind: kind as LinePart["kind"],
    title,
    state: view.items[id]?.state ?? "planned",
    href: inPlan(network, id),
    ...datedIn(now.intervals[id] ?? UNKNOWN),
  };
}

/** The decisions on ideas: those that were taken, and the deadline of one that waits. */
export function ideaLines(setting: Setting): Line[] {
  const { network, view, now, titleOf } = setting;
  return Object.entries(view.ideas).flatMap(([id, { state, deadline }]): Line[] => {
    const done = doneIn(setting, "idea", id);
    const due = state === "deciding" && deadline !== undefined ? localDate(deadline, now.programme.zone) : undefined;
    const day = due ?? done.at(-1)?.from;
    if (day === undefined) return [];
    const title = titleOf(id);
    return [
      {
        id: `idea:${id}`,
        kind: "decision",
        title: { da: title, en: title },
        state,
        href: ideaPage(network, id),
        from: day,
        to: day,
        precision: "day",
        ...(done.length > 0 && { done }),
      },
    ];
  });
}
