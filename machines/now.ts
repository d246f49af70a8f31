// How a network stands just now, as its page shows it first: week, phases with what they lack, what comes, how many people.
import { daysBetween, isoWeekStart, localDate } from "../programmes/calendar.ts";
import type { Instant, Plan, Text } from "../programmes/types.ts";
import { chartOf, type ChartCriterion, type ChartPhase } from "./chart.ts";
import { dueIn, type Due } from "./due.ts";
import type { Book } from "./ledger.ts";
import { progressOf, type Progress } from "./progress.ts";
import { recipientsOf } from "./recipients.ts";
import { factPage } from "./waiting/places.ts";

/** Events and messages to come that are shown. */
const MOST_EVENTS = 2;
const MOST_MESSAGES = 5;

export type Criterion = ChartCriterion & { href: string };
export type PhaseNow = Pick<Progress, "planned" | "executed" | "daysLate"> &
  Pick<ChartPhase, "id" | "title" | "mode" | "state"> & { opens: Criterion[]; closes: Criterion[] };

/** `weeks`: of a programme that counts in weeks, with the one that it is in. `messages`: with how many each would go to. */
export type Now = {
  weeks?: { week: number; of: number };
  phases: PhaseNow[];
  events: Due[];
  messages: (Due & { rule: string; people: number })[];
  people: { all: number; roles: { role: string; title: Text; people: number }[] };
};

/** `now`: by the network's own clock. */
export function nowOf(given: Book, now: Instant): Now {
  const book = { ...given, view: { ...given.view, now: Math.max(given.view.now, now) } };
  const { plan, view } = book;
  const due = dueIn(plan, view).filter(({ instant }) => instant >= view.now);
  const weeks = weekOf(plan, view.ended?.at ?? view.now);
  return {
    ...(weeks && { weeks }),
    phases: phasesOf(book),
    events: due.filter(({ kind }) => kind !== "message").slice(0, MOST_EVENTS),
    messages: due
      .filter(({ kind }) => kind === "message")
      .slice(0, MOST_MESSAGES)
      .map((one) => ({
        ...one,
        rule: one.rule ?? "",
        people: recipientsOf(one.to, one.subject, book, one.instant).length,
      })),
    people: peopleIn(book),
  };
}

/** The week of the programme that an instant lies in, 0 before the first; undefined where it counts no weeks. */
export function weekOf({ programme, start }: Plan, at: Instant): Now["weeks"] {
  const { weeks, zone } = programme;
  if (weeks === undefined) return undefined;
  const first = isoWeekStart(start);
  const today = localDate(at, zone);
  const week = today < first ? 0 : Math.floor(daysBetween(first, today) / 7) + 1;
  return { week, of: weeks };
}

function phasesOf(book: Book): PhaseNow[] {
  const { plan, view, network } = book;
  const progress = new Map(
    progressOf(plan, view, [])
      .filter(({ kind }) => kind === "phase")
      .map((one) => [one.id, one]),
  );
  const facts = new Map(plan.programme.phases.map(({ id, opens, closes }) => [id, { opens, closes }]));
  return chartOf(book).phases.map(({ id, title, mode, state, opens, closes }) => {
    const { planned, executed, daysLate } = progress.get(id)!;
    const withPage = (gate: "opens" | "closes", all: ChartCriterion[]) =>
      all.map((one, at) => ({ ...one, href: factPage(network.id, facts.get(id)![gate][at]!.fact) }));
    return {
      id,
      title,
      mode,
      state,
      planned,
      executed,
      ...(daysLate !== undefined && { daysLate }),
      opens: withPage("opens", opens),
      closes: withPage("closes", closes),
    };
  });
}

function peopleIn({ people, plan }: Book): Now["people"] {
  const roles = plan.programme.roles.flatMap(({ code, title }) => {
    const count = people.filter((person) => person.roles.includes(code)).length;
    return count > 0 ? [{ role: code, title, people: count }] : [];
  });
  return { all: people.length, roles };
}
