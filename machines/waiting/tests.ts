// What waits for a person about tests of ideas: planned, backed, started, followed on the way, and told of.
import { addDays, localDate } from "../../programmes/calendar.ts";
import type { IdeaView } from "../ideas/types.ts";
import { BACKED, startFacts, startNeeds, testPlanOf } from "../test-start.ts";
import { ideaPage } from "./places.ts";
import { dutyOf, ideaTitle, missingOf, pressable, type Setting } from "./setting.ts";
import type { Due, Found } from "./types.ts";
import { LABELS } from "./words.ts";

/** Days between two talks with whoever tests, and how long before the next it is shown. */
const CHECK_IN_DAYS = 14;
const AHEAD_DAYS = 7;

/** All of one person's about tests. */
export function testsWaiting(setting: Setting): Found[] {
  return Object.entries(setting.book.view.ideas).flatMap(([id, idea]) => {
    if (idea.state === "shortlisted") return [...start(setting, id, idea), ...backing(setting, id, idea)];
    return idea.state === "testing" ? [...checkIn(setting, id), ...result(setting, id)] : [];
  });
}

/** One that may be tested now: with all in place it is one press, else what is missing is planned first. */
function start(setting: Setting, id: string, { round }: IdeaView): Found[] {
  const { contributions, plan } = setting.book;
  const { programme } = plan;
  const facts = startFacts({ type: "startTest", data: { idea: id } }, contributions);
  // What every later round needs, too, is no part of the plan of a test: without it there is nothing to plan.
  if (round >= programme.rounds || missingOf(setting, startNeeds(programme, 1)).length > 0) return [];
  const needs = startNeeds(programme, round);
  const missing = missingOf(setting, needs, facts);
  const data = { idea: id };
  if (missing.length === 0)
    return row(setting, "startTest", id, null, { trigger: "startTest", data, label: LABELS.start });
  // What is planned and only wants backing waits for somebody else.
  const isPlanned =
    missingOf(
      setting,
      needs.filter(({ fact }) => fact !== BACKED),
      facts,
    ).length === 0;
  if (isPlanned) return [];
  const plans = { trigger: "planTest", data, label: LABELS.planTest, form: true as const };
  return row(setting, "testPlan", id, testsEnd(setting), plans).map((one) => ({ ...one, missing }));
}

function backing(setting: Setting, id: string, { round }: IdeaView): Found[] {
  const { backedBy, ...planned } = testPlanOf(id, setting.book.contributions);
  const isAsked = startNeeds(setting.book.plan.programme, round).some(({ fact }) => fact === BACKED);
  if (!isAsked || backedBy !== undefined || Object.keys(planned).length === 0) return [];
  return row(setting, "backTest", id, null, { trigger: "backTest", data: { idea: id }, label: LABELS.back });
}

/** Asked of whoever leads the network or a test. */
function checkIn(setting: Setting, id: string): Found[] {
  const { book, person, today, zone } = setting;
  if (!person.roles.includes("testLead") && !dutyOf(setting, "recordResult")) return [];
  const last = book.contributions.findLast(({ kind, item }) => kind === "test.checkedIn" && item === `idea:${id}`);
  const since = last?.at ?? testPhase(setting)?.openedAt;
  const due = since === undefined ? today : addDays(localDate(since, zone), CHECK_IN_DAYS);
  if (due > addDays(today, AHEAD_DAYS)) return [];
  const label = LABELS.checkIn;
  return row(setting, "checkIn", id, due, { trigger: "checkInTest", data: { idea: id }, label, form: true });
}

function result(setting: Setting, id: string): Found[] {
  const data = { idea: id };
  return row(
    setting,
    "result",
    id,
    testsEnd(setting),
    { trigger: "recordResult", data, label: LABELS.result, form: true },
    { trigger: "abandonTest", data, label: LABELS.abandon, form: true },
  );
}

/** The phase in which ideas are tested, as it stands. */
function testPhase({ book }: Setting) {
  const id = book.plan.programme.phases.find(({ reopensOnAdjust }) => reopensOnAdjust)?.id;
  return id === undefined ? undefined : { id, ...book.view.phases[id] };
}

function testsEnd(setting: Setting): Due | null {
  const id = testPhase(setting)?.id;
  return (id !== undefined && setting.plan.intervals[id]?.to) || null;
}

/** For whoever has the first of its actions as their duty. */
function row(
  setting: Setting,
  kind: Found["kind"],
  id: string,
  due: Due | null,
  ...actions: Parameters<typeof pressable>[1][]
): Found[] {
  const duty = dutyOf(setting, (actions[0] as { trigger: string }).trigger);
  if (!duty) return [];
  return [
    {
      kind,
      subject: `idea:${id}`,
      title: ideaTitle(setting, id),
      due,
      actions: pressable(setting, ...actions),
      href: ideaPage(setting.book.network.id, id),
      duty,
    },
  ];
}
