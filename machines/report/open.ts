// What comes next, and what nobody has noted: a report says both.
import type { FollowUp } from "../../programmes/export/report/types.ts";
import { localDate } from "../../programmes/calendar.ts";
import type { Item } from "../../programmes/types.ts";
import { budgetState } from "../accounts/budget.ts";
import { comparisonOf } from "../accounts/comparison.ts";
import { effortState } from "../accounts/effort.ts";
import { capital, dateIn, type Setting } from "./given.ts";
import { resultOf } from "./ideas.ts";

/** How many of what a running network has before it are shown. */
const MOST = 8;

/** Next steps with approved ideas, then what a running network has to do, in order of time. */
export function followUpsOf(setting: Setting): FollowUp[] {
  const follows = Object.entries(setting.view.ideas).flatMap(([id, { follow }]): Dated[] =>
    follow ? [followUp(setting, id, follow)] : [],
  );
  const next = setting.view.ended ? [] : [...decisionsDue(setting), ...datedItems(setting)];
  const inOrder = (all: Dated[]) => all.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return [...inOrder(follows), ...inOrder(next).slice(0, MOST)].map(({ at: _, ...one }) => one);
}

type Dated = FollowUp & { at: string };
type Follow = { next: string; to: string; due: string; done?: boolean };

function followUp(setting: Setting, id: string, { next, to, due, done = false }: Follow): Dated {
  const { words, idea, day, view, who, people, programme } = setting;
  const today = dateIn(setting, view.now);
  const state = done ? words.done : due < today ? words.overdue : words.open;
  const what = words.followIdea(idea(id), words.spreads[next] ?? next);
  const [keeper = "networkLead"] = programme.rights["completeFollowUp"] ?? [];
  const holder = people.find(({ roles }) => roles.includes(keeper));
  return { at: due, what, who: capital(who(holder?.id, keeper)), to, due: day(due), state, done };
}

function decisionsDue({ view, words, idea, say, item, day, role, programme }: Setting): Dated[] {
  const who = capital((programme.rights["decide"] ?? []).map(role).join(", "));
  const open = { to: "", state: words.open, done: false };
  const ideas = Object.entries(view.ideas).flatMap(([id, { state, deadline }]) =>
    state === "deciding" && deadline !== undefined
      ? [{ at: localDate(deadline, programme.zone), what: words.decide(idea(id)), who, due: day(deadline), ...open }]
      : [],
  );
  const items = Object.entries(view.items).flatMap(([id, { state, decision }]) => {
    const found = item(id);
    if (!found || state !== "proposed" || decision?.deadline === undefined) return [];
    const at = localDate(decision.deadline, programme.zone);
    const deciders = capital(found.audience.map(role).join(", "));
    return [{ at, what: words.decide(say(found.title)), who: deciders, due: day(at), ...open }];
  });
  return [...ideas, ...items];
}

/** Meetings with a date, and the rest whose window has an end that is to come. */
function datedItems(setting: Setting): Dated[] {
  const { view, plan, words, say, day, role, programme } = setting;
  const today = dateIn(setting, view.now);
  return programme.items.flatMap(({ id, kind, title, audience }): Dated[] => {
    const item = view.items[id];
    const { to } = plan.intervals[id] ?? {};
    const at = item?.start === undefined ? (item?.last ?? to) : localDate(item.start, programme.zone);
    const waits = TO_DO.includes(kind) && ["planned", "pinned"].includes(item?.state ?? "");
    if (!waits || at === undefined || at < today) return [];
    const who = capital(audience.map(role).join(", "));
    return [{ at, what: say(title), who, to: "", due: day(at), state: words.open, done: false }];
  });
}

const TO_DO: Item["kind"][] = ["meeting", "task", "deliverable", "monitoring", "homework"];

/** A line for each thing that would belong in the report, had anybody noted it. */
export function unsaidOf(setting: Setting): string[] {
  const { words, contributed, programme } = setting;
  const { unsaid } = words;
  const said: [is: boolean, text: string][] = [
    [isAsked(setting, "addDiscovery") && contributed("discovery.added").length === 0, unsaid.discoveries],
    [isAsked(setting, "addIdea") && Object.keys(setting.view.ideas).length === 0, unsaid.ideas],
    [heldIn(setting).length > 0 && contributed("attendance.recorded").length === 0, unsaid.attendance],
    ...listsIn(setting),
    [effortState(setting.plan, setting.view, setting.contributions).recorded === 0, unsaid.effort],
    ...moneyIn(setting),
    [comparisonOf(programme, setting.contributions, setting.rows)?.records.length === 0, unsaid.measures],
  ];
  return said.filter(([is]) => is).map(([, text]) => text);
}

/** Things of which some lack something, by their titles. */
function listsIn(setting: Setting): [boolean, string][] {
  const { words, view, programme, say, contributed, plan } = setting;
  const { unsaid } = words;
  const today = dateIn(setting, view.ended?.at ?? view.now);
  const isOver = ({ id }: Item) => view.ended !== undefined || (plan.intervals[id]?.to ?? today) < today;
  const titles = (items: Item[]) => items.map(({ title }) => say(title)).join(", ");
  const are = (...kinds: Item["kind"][]) => programme.items.filter(({ kind }) => kinds.includes(kind));
  const waits = ({ id }: Item) => ["planned", "drafted", "pinned"].includes(view.items[id]?.state ?? "");
  const written = new Set(setting.rowsOf("minutes.recorded").map(({ subject }) => subject));
  const delivered = new Set(contributed("homework.delivered").map(({ item }) => item));
  const lists: [Item[], (titles: string) => string][] = [
    [are("meeting").filter((one) => waits(one) && isOver(one)), unsaid.meetings],
    [heldIn(setting).filter(({ id }) => !written.has(`item:${id}`)), unsaid.minutes],
    [are("task", "deliverable").filter((one) => waits(one) && isOver(one)), unsaid.tasks],
    [are("homework").filter((one) => !one.target && !delivered.has(`item:${one.id}`) && isOver(one)), unsaid.homework],
    [are("decision").filter((one) => one.decision && waits(one) && isOver(one)), unsaid.decisions],
  ];
  const untold = Object.entries(view.ideas)
    .filter(([id, { round, state }]) => round > 0 && state !== "testing" && resultOf(setting, id) === undefined)
    .map(([id]) => setting.idea(id));
  return [
    ...lists.map(([items, say]): [boolean, string] => [items.length > 0, say(titles(items))]),
    [untold.length > 0, unsaid.results(untold.join(", "))],
  ];
}

function moneyIn({ programme, contributions, words }: Setting): [boolean, string][] {
  const state = budgetState(programme.budget, contributions);
  if (!state) return [];
  return [
    [state.lines.length > 0 && state.planned === 0, words.unsaid.planned],
    [state.spent === 0, words.unsaid.money],
  ];
}

const heldIn = ({ programme, view }: Setting): Item[] =>
  programme.items.filter(({ id, kind }) => kind === "meeting" && view.items[id]?.state === "held");

const isAsked = ({ programme }: Setting, trigger: string): boolean => (programme.rights[trigger] ?? []).length > 0;
