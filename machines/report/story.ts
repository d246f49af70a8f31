// The story of a network: what happened in each of its phases, or in the whole where it has none.
import type { Chapter } from "../../programmes/export/report/types.ts";
import { daysBetween } from "../../programmes/calendar.ts";
import type { Item, Phase } from "../../programmes/types.ts";
import { dateIn, sentence, type Setting } from "./given.ts";
import { itemLines } from "./story-items.ts";
import { workLines } from "./story-work.ts";

/** A chapter a phase, in the programme's order; of one that nothing happened in, that is said. */
export function storyOf(setting: Setting): Chapter[] {
  const { programme, words } = setting;
  const loose = programme.items.filter(({ phases }) => phases.length === 0);
  const chapters = programme.phases.map((phase) => chapterOf(setting, phase));
  const others = [...itemLines(setting, loose), ...(programme.phases.length === 0 ? workLines(setting) : [])];
  return others.length === 0
    ? chapters
    : [...chapters, { title: programme.phases.length === 0 ? words.wholeCourse : words.withoutPhase, lines: others }];
}

const TASKS: Item["kind"][] = ["task", "deliverable"];

function chapterOf(setting: Setting, phase: Phase): Chapter {
  const { programme, plan, say, span, words, view } = setting;
  const { from, to } = plan.intervals[phase.id] ?? {};
  const items = programme.items.filter(({ phases }) => phases.includes(phase.id));
  const waits = (view.phases[phase.id]?.state ?? "waiting") === "waiting";
  // Of a phase that is still to come nobody expects that its tasks are done.
  const first = items.filter(({ kind, phases }) => phases[0] === phase.id && !(waits && TASKS.includes(kind)));
  const lines = [...workLines(setting, phase), ...itemLines(setting, first), ...passages(setting, phase)];
  const known = from !== undefined && to !== undefined;
  const late = known ? lateIn(setting, phase, to) : undefined;
  return {
    title: say(phase.title),
    ...(known && { planned: words.planned(span(from, to)) }),
    executed: executedIn(setting, phase.id),
    ...(late !== undefined && { late }),
    lines: lines.length > 0 ? lines : waits ? [] : [words.nothing],
  };
}

function executedIn({ view, words, day }: Setting, id: string): string {
  const { openedAt, closedAt } = view.phases[id] ?? {};
  if (openedAt === undefined) return words.notOpened;
  return closedAt === undefined ? words.isOpen(day(openedAt)) : words.wasOpen(day(openedAt), day(closedAt));
}

function lateIn(setting: Setting, { id }: Phase, to: string): string | undefined {
  const { view, words } = setting;
  const { closedAt } = view.phases[id] ?? {};
  const days = closedAt === undefined ? 0 : daysBetween(to, dateIn(setting, closedAt));
  return days > 0 ? words.late(days) : undefined;
}

/** What was said of opening and closing it: that it was not carried out, or that something was missing. */
function passages(setting: Setting, { id }: Phase): string[] {
  const { rowsOf, words } = setting;
  const own = rowsOf("phase.opened", "phase.closed", "phase.reopened").filter(
    ({ subject }) => subject === `phase:${id}`,
  );
  return own.flatMap((row) => {
    const unmet = row.data?.["unmet"];
    if (row.data?.["outcome"] === "notCarriedOut") return [sentence(words.notCarriedOut(row.reason ?? ""))];
    if (!Array.isArray(unmet)) return [];
    const missing = unmet.map((code) => criterionIn(setting, String(code))).join("; ");
    return [sentence(words.wentOn(missing, row.reason ?? words.nothing.toLowerCase()))];
  });
}

function criterionIn({ programme, say }: Setting, id: string): string {
  const all = [
    ...programme.phases.flatMap(({ opens, closes }) => [...opens, ...closes]),
    ...Object.values(programme.needs ?? {}).flat(),
  ];
  const found = all.find((criterion) => criterion.id === id);
  return found ? say(found.title) : id;
}
