// Dates that do not go together: meetings on top of each other, days off, and what is planned outside its phase.
import { addDays, isWorkingDay } from "./calendar.ts";
import { isPrecise } from "./dates.ts";
import { danishHolidays } from "./holidays.ts";
import { asWarnings, together, words, type Finds } from "./lint-words.ts";
import type { Finding } from "./problem.ts";
import type { Interval, IsoDate, Item, Plan, Text } from "./types.ts";

/** Whatever in a plan's dates is inconsistent. */
export function lintDates(plan: Plan): Finds {
  return together(lintOverlaps(plan), asWarnings([...daysOff(plan), ...outsidePhases(plan), ...outOfOrder(plan)]));
}

/** One gathering, or anything else that is on a day. */
type Dated = { item: Item; session?: string; interval: Interval };

function datedItems({ programme, intervals }: Plan): Dated[] {
  return programme.items.flatMap((item): Dated[] => {
    const interval = intervals[item.id];
    const sessions = item.sessions && interval?.sessions;
    if (sessions) return Object.entries(sessions).map(([session, part]) => ({ item, session, interval: part }));
    return interval ? [{ item, interval }] : [];
  });
}

const preciseItems = (plan: Plan): Dated[] => datedItems(plan).filter(({ interval }) => isPrecise(interval));

const pathOf = ({ item, session }: Dated): string =>
  session === undefined ? `items.${item.id}.when` : `items.${item.id}.sessions.${session}.when`;

/** Sessions of one meeting are for different people. */
function lintOverlaps(plan: Plan): Finds {
  const meetings = preciseItems(plan).filter(({ item }) => item.kind === "meeting");
  const pairs = meetings.flatMap((one, at) => meetings.slice(at + 1).map((other): [Dated, Dated] => [one, other]));
  const finds: Finds = { errors: [], warnings: [] };
  for (const [one, other] of pairs) {
    const isSame = one.item === other.item || !one.item.audience.some((role) => other.item.audience.includes(role));
    const day = isSame ? undefined : sharedDay(one.interval, other.interval);
    if (day === undefined) continue;
    const clash = clashes(one.interval, other.interval);
    if (clash === true) finds.errors.push(words.overlap(pathOf(other), one.item, other.item, day));
    if (clash === undefined) finds.warnings.push(words.sameDay(pathOf(other), one.item, other.item, day));
  }
  return finds;
}

function sharedDay(one: Interval, other: Interval): IsoDate | undefined {
  const from = [one.from ?? "", other.from ?? ""].toSorted()[1]!;
  return from <= (one.to ?? "") && from <= (other.to ?? "") ? from : undefined;
}

/** Whether they are at the same hours; undefined where the hours are not all known. */
function clashes(one: Interval, other: Interval): boolean | undefined {
  const [a, b] = [one, other].toSorted((x, y) => ((x.time ?? "") < (y.time ?? "") ? -1 : 1)) as [Interval, Interval];
  if (a.time === undefined || b.time === undefined) return undefined;
  if (a.time === b.time) return true;
  return a.until === undefined ? undefined : b.time < a.until;
}

const DAY_OFF: Text = { da: "en dag, hvor der ikke arbejdes", en: "a day that is no working day" };
const WEEKEND: Text = { da: "en weekend", en: "a weekend" };

function daysOff(plan: Plan): Finding[] {
  const { nonWorking } = plan.programme;
  return preciseItems(plan)
    .filter(({ item }) => item.kind !== "break" && item.kind !== "note")
    .flatMap((dated) =>
      daysOf(dated.interval)
        .filter((date) => !isWorkingDay(date, nonWorking))
        .map((date) => {
          const holiday = danishHolidays(Number(date.slice(0, 4))).get(date);
          const named = holiday ?? (nonWorking.includes(date.slice(5)) ? DAY_OFF : undefined);
          return words.dayOff(named ? "holiday" : "weekend", pathOf(dated), dated.item, date, named ?? WEEKEND);
        }),
    );
}

/** Longer than this, something goes on, and is not on each of its days. */
const MOST_DAYS = 14;

function daysOf({ from, to }: Interval): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day && to && day <= to && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day);
  return days;
}

/** What is precise has to lie within its phases; what is not has to touch them. */
function outsidePhases(plan: Plan): Finding[] {
  return datedItems(plan).flatMap((dated) => {
    const { item, interval } = dated;
    const window = windowOf(plan, item.phases);
    const { from, to } = interval;
    if (!window || from === undefined || to === undefined) return [];
    const fits = isPrecise(interval) ? window.from <= from && to <= window.to : from <= window.to && window.from <= to;
    return fits ? [] : [words.outside(pathOf(dated), item, spanText(from, to), spanText(window.from, window.to))];
  });
}

const spanText = (from: IsoDate, to: IsoDate) => (from === to ? from : `${from} – ${to}`);

/** From the first day of any of the phases to the last; undefined where one of them has no dates. */
function windowOf({ intervals }: Plan, phases: string[]): { from: IsoDate; to: IsoDate } | undefined {
  const froms = phases.map((id) => intervals[id]?.from).toSorted();
  const tos = phases.map((id) => intervals[id]?.to).toSorted();
  const [from, to] = [froms[0], tos.at(-1)];
  const isKnown = [...froms, ...tos].every((date) => date !== undefined);
  return isKnown && from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** A phase that waits for another one, and is planned before it. */
function outOfOrder({ programme, intervals }: Plan): Finding[] {
  const byId = new Map(programme.phases.map((phase) => [phase.id, phase]));
  return programme.phases.flatMap((phase) =>
    phase.opens.flatMap(({ fact }, index) => {
      const [asked = "", id = ""] = fact.split(":", 2);
      const before = ["open", "opened", "closed"].includes(asked) ? byId.get(id) : undefined;
      const [end, begin] = [intervals[phase.id]?.to, intervals[id]?.from];
      if (!before || end === undefined || begin === undefined || end >= begin) return [];
      return [words.order(`phases.${phase.id}.opens.${index}`, phase, before)];
    }),
  );
}
