// A network's plan as a programme of its own: with the dates and names it has now, without what was cancelled.
import { isPrecise } from "../programmes/dates.ts";
import { localDate } from "../programmes/calendar.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { refsOf } from "../programmes/plan.ts";
import { asRead } from "../programmes/shift-file.ts";
import { exactly } from "../programmes/shift-when.ts";
import type { Criterion, Interval, Item, Phase, Plan, Programme, Session, Text, When } from "../programmes/types.ts";
import { planInForce } from "./in-force.ts";
import type { DatesView, View } from "./ledger.ts";
import { isTasked } from "./network/minutes.ts";

/**
 * The plan in force with the dates that the network gave its items as theirs. What was cancelled is left out, and with it the criteria
 * that ask for nothing else; the programme says so among its remarks. Left out, too, is what minutes and the end asked of somebody.
 */
export function ownPlan(plan: Plan, view: View): Plan {
  const now = planInForce(plan, view);
  const isLeftOut = (id: string) => view.items[id]?.state === "cancelled" || isTasked(id);
  const dated = now.programme.items
    .filter(({ id }) => !isLeftOut(id))
    .map((item) =>
      datedItem(
        item,
        view.items[item.id] ?? {},
        { planned: plan.intervals[item.id], now: now.intervals[item.id] },
        now.programme.zone,
      ),
    );
  const intervals = {
    ...now.intervals,
    ...Object.fromEntries(dated.flatMap((one) => (one.interval ? [one.interval] : []))),
  };
  const gone = now.programme.items.filter(({ id }) => isLeftOut(id)).map(({ id }) => id);
  const items = dated.map(({ item }) => onItsOwn(item, gone, intervals[item.id]));
  const phases = now.programme.phases.map((phase) => replanned(phase, view, now.intervals[phase.id]));
  const { programme, ours } = withoutCriteria({ ...now.programme, phases, items }, gone, now.programme);
  const openQuestions = [...programme.openQuestions, ...items.flatMap((item) => forWhom(item, view))];
  const kept = Object.entries(intervals).filter(([id]) => !gone.includes(id));
  return {
    programme: asRead({ ...programme, openQuestions }, ours),
    start: plan.start,
    intervals: Object.fromEntries(kept),
  };
}

/** What was added for nobody in particular asks whom it is for; the words are the programme's own. */
function forWhom({ id, audience, title }: Item, view: View): Programme["openQuestions"] {
  const asks = view.items[id]?.added !== undefined && audience.length === 0;
  return asks ? [{ code: "open", path: `items.${id}.audience`, text: title }] : [];
}

type DatedItem = { item: Item; interval?: [string, Interval] };

/** An item that was dated otherwise than it was planned says that date as its own; the words of the source were about another. */
function datedItem(item: Item, view: ItemDates, stands: Stands, zone: string): DatedItem {
  if (!item.sessions) {
    const own = redated(item.when, view, stands.planned, zone);
    const place = view.place ?? item.place;
    const placed = { ...item, ...(place !== undefined && { place }) };
    return own ? { item: { ...placed, when: own.when }, interval: [item.id, own.interval] } : { item: placed };
  }
  const each = item.sessions.map((session) => {
    const dates = view.sessions?.[session.id] ?? {};
    const place = dates.place ?? session.place;
    const own = redated(session.when, dates, stands.planned?.sessions?.[session.id], zone);
    const same: Session = { ...session, ...(place !== undefined && { place }), ...(own && { when: own.when }) };
    return { session: same, interval: own?.interval ?? stands.now?.sessions?.[session.id] };
  });
  const parts = each.flatMap(({ session, interval }) => (interval ? [[session.id, interval] as const] : []));
  return {
    item: { ...item, sessions: each.map(({ session }) => session) },
    interval: [item.id, spanning(stands.now, Object.fromEntries(parts))],
  };
}

type ItemDates = DatesView & { sessions?: Record<string, DatesView> };
/** As it was planned, and as it stands now. */
type Stands = { planned: Interval | undefined; now: Interval | undefined };

function spanning(now: Interval | undefined, sessions: Record<string, Interval>): Interval {
  const all = Object.values(sessions);
  const [from] = all.flatMap((one) => one.from ?? []).toSorted();
  const to = all
    .flatMap((one) => one.to ?? [])
    .toSorted()
    .at(-1);
  const vague = all.find((one) => !isPrecise(one));
  return {
    ...now,
    precision: vague?.precision ?? "days",
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    sessions,
  };
}

/** Undefined where it has no date, or the one it was planned for. */
function redated(
  was: When,
  { start, end, allDay }: DatesView,
  planned: Interval | undefined,
  zone: string,
): { when: When; interval: Interval } | undefined {
  if (start === undefined) return undefined;
  const [from, to] = [localDate(start, zone), localDate(end ?? start, zone)];
  const time = allDay ? undefined : clock(start, zone);
  const last = allDay || end === undefined ? undefined : clock(end, zone);
  const until = last !== undefined && time !== undefined && (from < to || time < last) ? last : undefined;
  const isSame =
    planned !== undefined &&
    isPrecise(planned) &&
    [planned.from, planned.to, planned.time, planned.until].join() === [from, to, time, until].join();
  if (isSame) return undefined;
  const { label, condition } = was;
  const hours = { ...(time !== undefined && { time }), ...(until !== undefined && { until }) };
  const words = { ...(label !== undefined && { label }) };
  const when = exactly({ date: from, ...hours, ...words, ...(condition !== undefined && { condition }) }, from, to);
  const precision = from !== to ? "days" : time === undefined ? "day" : "time";
  return { when, interval: { from, to, precision, ...words, ...hours } };
}

const clock = (instant: number, zone: string): string => rfc3339(instant, zone).slice(11, 16);

/** An item that counted from what is gone keeps the window it has; a meeting in that window has no date yet. */
function onItsOwn(item: Item, gone: string[], interval: Interval | undefined): Item {
  const paused = item.kind === "break" && item.extent === undefined ? { ...item, extent: "partial" as const } : item;
  if (!refsOf(item.when).some((ref) => gone.includes(ref))) return paused;
  const { from, to } = interval ?? {};
  const isKnown = from !== undefined && to !== undefined && item.kind !== "meeting";
  const { quote } = item.when;
  return {
    ...paused,
    when: isKnown ? exactly(item.when, from, to) : { unknown: true, ...(quote !== undefined && { quote }) },
  };
}

/** A phase that was planned anew says its window as its own. */
function replanned(phase: Phase, view: View, interval: Interval | undefined): Phase {
  const { from, to } = interval ?? {};
  if (!view.phases[phase.id]?.replanned || from === undefined || to === undefined) return phase;
  const { quote: _, ...when } = phase.when;
  return { ...phase, when: exactly(when as When, from, to) };
}

/** The programme without what asks for items that are gone, and a remark on each criterion that went with them. */
function withoutCriteria(
  programme: Programme,
  gone: string[],
  before: Programme,
): { programme: Programme; ours: Text[] } {
  const isGone = ({ fact }: Criterion) =>
    gone.includes(fact.split(":", 2)[1] ?? "") && FACTS.includes(fact.split(":", 1)[0]!);
  const ours = listsOf(programme).flatMap((criteria) => criteria.filter(isGone).map(leftOut));
  const left = (criteria: Criterion[]) => criteria.filter((one) => !isGone(one));
  const next: Programme = {
    ...programme,
    phases: programme.phases.map((phase) => ({ ...phase, opens: left(phase.opens), closes: left(phase.closes) })),
    items: programme.items.map((item) => {
      if (!item.decision) return item;
      const { needs, again, ...rules } = item.decision;
      return { ...item, decision: { ...rules, needs: left(needs), again: again.filter((id) => !gone.includes(id)) } };
    }),
    ...(programme.needs && {
      needs: Object.fromEntries(Object.entries(programme.needs).map(([type, needs]) => [type, left(needs)])),
    }),
  };
  const [asked, still] = [parametersIn(before), parametersIn(next)];
  const parameters = Object.entries(programme.parameters).filter(([name]) => still.has(name) || !asked.has(name));
  return { programme: { ...next, parameters: Object.fromEntries(parameters) }, ours };
}

/** What a criterion can ask of an item. */
const FACTS = ["held", "proposed", "decided", "measured", "delivered"];

const listsOf = ({ phases, items, needs = {} }: Programme): Criterion[][] => [
  ...phases.flatMap(({ opens, closes }) => [opens, closes]),
  ...Object.values(needs),
  ...items.flatMap(({ decision }) => (decision ? [decision.needs] : [])),
];

const parametersIn = (programme: Programme) =>
  new Set(
    listsOf(programme).flatMap((criteria) =>
      criteria.flatMap((one) => ("atLeast" in one && typeof one.atLeast === "string" ? [one.atLeast] : [])),
    ),
  );

const leftOut = ({ title }: Criterion): Text => ({
  da: `Kriteriet «${title.da}» er udeladt: det, det spørger til, blev aflyst i det netværk, planen er taget fra.`,
  en: `The criterion "${title.en}" is left out: what it asks for was cancelled in the network that the plan is from.`,
});
