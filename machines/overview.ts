// A network in a line, for whoever follows many: how far it is, what is late, what waits to be decided, hours and money.
import { endOfDay } from "../programmes/calendar.ts";
import type { Instant, Text } from "../programmes/types.ts";
import { budgetState } from "./accounts/budget.ts";
import { effortState } from "./accounts/effort.ts";
import { dueIn, type Due } from "./due.ts";
import { planInForce } from "./in-force.ts";
import type { Book } from "./ledger.ts";
import { weekOf, type Now } from "./now.ts";
import { recipientsOf } from "./recipients.ts";
import { waitingFor } from "./waiting/waiting.ts";

/** `overdue`: subjects of what is past its time; `deciding`: subjects of decisions that have been put and not taken. Days of work. */
export type Overview = {
  weeks?: Now["weeks"];
  open: { id: string; title: Text }[];
  meeting?: Due;
  overdue: string[];
  deciding: string[];
  effort: { planned: number; recorded: number };
  budget?: { currency: string; planned: number; spent: number };
};

/** `now`: by the network's own clock. */
export function overviewOf(book: Book, now: Instant): Overview {
  const { plan, view, contributions } = book;
  const { programme } = plan;
  const weeks = weekOf(plan, view.ended?.at ?? now);
  const meeting = dueIn(plan, { ...view, now: Math.max(view.now, now) }).find(
    ({ kind, instant }) => kind === "meeting" && instant >= now,
  );
  const { planned, recorded } = effortState(plan, view, contributions);
  const money = budgetState(programme.budget, contributions);
  return {
    ...(weeks && { weeks }),
    open: programme.phases
      .filter(({ id }) => view.phases[id]?.state === "open")
      .map(({ id, title }) => ({ id, title })),
    ...(meeting && { meeting }),
    overdue: overdueIn(book, now),
    deciding: view.ended ? [] : decidingIn(book).map(({ subject }) => subject),
    effort: { planned, recorded },
    ...(money && { budget: { currency: money.currency, planned: money.planned, spent: money.spent } }),
  };
}

function decidingIn({ view }: Book): { subject: string; deadline: Instant | undefined }[] {
  const ideas = Object.entries(view.ideas).flatMap(([id, { state, deadline }]) =>
    state === "deciding" ? [{ subject: `idea:${id}`, deadline }] : [],
  );
  const items = Object.entries(view.items).flatMap(([id, { state, decision }]) =>
    state === "proposed" ? [{ subject: `item:${id}`, deadline: decision?.deadline }] : [],
  );
  return [...items, ...ideas];
}

/** What whoever leads has let lie, decisions past their deadline, homework that somebody has not delivered in time. */
function overdueIn(book: Book, now: Instant): string[] {
  const lead = book.people.find(({ roles }) => roles.includes("networkLead"));
  const duties = lead ? waitingFor(book, lead, now).waiting.filter(({ overdue }) => overdue) : [];
  const decisions = book.view.ended ? [] : decidingIn(book);
  const late = decisions.filter(({ deadline }) => deadline !== undefined && deadline < now);
  const all = [...duties, ...late].map(({ subject }) => subject);
  return [...new Set([...all, ...lateHomework(book, now)])];
}

function lateHomework(book: Book, now: Instant): string[] {
  if (book.view.ended) return [];
  const { programme, intervals } = planInForce(book.plan, book.view);
  return programme.items.flatMap(({ id, kind, voluntary }) => {
    const to = intervals[id]?.to;
    const isDemanded = kind === "homework" && !voluntary && book.view.items[id]?.state !== "cancelled";
    const isOver = isDemanded && to !== undefined && endOfDay(to, programme.zone) < now;
    return isOver && recipientsOf(["undelivered"], `item:${id}`, book).length > 0 ? [`item:${id}`] : [];
  });
}
