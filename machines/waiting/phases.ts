// Phases that whoever leads can open or close now, or should have: then with what is missing.
import { addDays } from "../../programmes/calendar.ts";
import type { Interval, Phase } from "../../programmes/types.ts";
import { phasePage } from "./places.ts";
import { dutyOf, missingOf, pressable, type Setting } from "./setting.ts";
import type { Found } from "./types.ts";
import { LABELS } from "./words.ts";

/** Days before its planned day from which a phase without criteria is shown. */
const AHEAD_DAYS = 7;

/** All phases that one person is to open or to close. */
export function phasesWaiting(setting: Setting): Found[] {
  const { programme, intervals } = setting.plan;
  return programme.phases.flatMap((phase) => {
    const state = setting.book.view.phases[phase.id]?.state;
    if (state === "waiting") return opening(setting, phase, intervals[phase.id]);
    return state === "open" ? closing(setting, phase, intervals[phase.id]) : [];
  });
}

/** When its day has nearly come, or nobody has said which day that is. */
function opening(setting: Setting, phase: Phase, window: Interval | undefined): Found[] {
  const { today, book } = setting;
  const from = window?.from;
  const isDue = book.view.phases[phase.id]?.due === true || (from !== undefined && from <= today);
  const missing = missingOf(setting, phase.opens);
  const isReady = missing.length === 0 && (isDue || from === undefined || from <= addDays(today, AHEAD_DAYS));
  return isReady || isDue ? row(setting, "openPhase", phase, from ?? null, missing) : [];
}

/** When all of its criteria hold, or its planned end has passed. */
function closing(setting: Setting, phase: Phase, window: Interval | undefined): Found[] {
  const { today } = setting;
  const to = window?.to;
  const missing = missingOf(setting, phase.closes);
  const isOver = to !== undefined && to < today;
  const isNear = to === undefined || to <= addDays(today, AHEAD_DAYS);
  const isReady = missing.length === 0 && (phase.closes.length > 0 || isNear);
  return isReady || isOver ? row(setting, "closePhase", phase, to ?? null, missing) : [];
}

/** Where something is missing, an advisory programme goes on with a note. */
function row(
  setting: Setting,
  kind: "openPhase" | "closePhase",
  { id, title }: Phase,
  due: Found["due"],
  missing: Found["missing"] & {},
): Found[] {
  const duty = dutyOf(setting, kind);
  if (!duty) return [];
  const { network, plan } = setting.book;
  const data = { phase: id };
  const [plain, anyway] = kind === "openPhase" ? [LABELS.open, LABELS.openAnyway] : [LABELS.close, LABELS.closeAnyway];
  const actions = pressable(
    setting,
    missing.length === 0 && { trigger: kind, data, label: plain },
    missing.length > 0 &&
      plan.programme.gates === "advisory" && { trigger: kind, data, label: anyway, form: true as const },
  );
  return [
    {
      kind,
      subject: `phase:${id}`,
      title,
      due,
      actions,
      href: phasePage(network.id, id),
      duty,
      ...(missing.length > 0 && { missing }),
    },
  ];
}
