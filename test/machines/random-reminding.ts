// What must hold of every reminder: nothing of what is done, off or skipped, and of duties nothing while everybody is away.
import type { LedgerRow } from "../../machines/ledger.ts";
import type { ReminderRule } from "../../programmes/types.ts";
import { localDate } from "../../programmes/calendar.ts";
import { partsOf, type Walk } from "./random-walk.ts";

/** Whether a row is a reminder of some kind that was sent. */
export const isReminder = ({ programme }: Walk, row: LedgerRow, ...of: ReminderRule["for"][]): boolean =>
  row.kind === "message.sent" &&
  programme.reminders.some(({ id, for: kind }) => id === row.rule && (of.length === 0 || of.includes(kind)));

/** What the network has changed of a row's rule: for what the row is about, else for all. */
export const changeOf = ({ rules }: Walk, { rule, subject }: LedgerRow) =>
  rules.get(`${rule}|${partsOf(subject).id}`) ?? rules.get(`${rule}|`);

/** Each says what is wrong with a row, or nothing. */
export const REMINDING = [
  minutesAfter,
  datesMissing,
  duties,
  phaseNeeds,
  ideaNeeds,
  decisionNeeds,
  off,
  skipped,
  quiet,
];

function minutesAfter(walk: Walk, row: LedgerRow): string | undefined {
  if (!isReminder(walk, row, "minutes")) return undefined;
  const { id } = partsOf(row.subject);
  if (walk.minutes.has(id)) return "minutes are asked for that are written";
  if (walk.states.get(id) === "cancelled") return "minutes are asked for of a meeting that is cancelled";
  const start = walk.starts.get(row.subject);
  return start !== undefined && (start < row.at || row.by !== undefined)
    ? undefined
    : "minutes are asked for before there was a meeting";
}

function datesMissing(walk: Walk, row: LedgerRow): string | undefined {
  if (!isReminder(walk, row, "undated")) return undefined;
  const state = walk.states.get(partsOf(row.subject).id);
  if (state !== undefined) return `a date is asked for where it is ${state}`;
  return walk.starts.get(row.subject) === undefined ? undefined : "a date is asked for where there is one";
}

function duties(walk: Walk, row: LedgerRow): string | undefined {
  if (!isReminder(walk, row, "task", "homework")) return undefined;
  const state = walk.states.get(partsOf(row.subject).id);
  return state === undefined ? undefined : `«${row.rule}» of what is ${state}`;
}

function phaseNeeds(walk: Walk, row: LedgerRow): string | undefined {
  if (!isReminder(walk, row, "phase")) return undefined;
  const state = walk.phases.get(partsOf(row.subject).id);
  return state === "closed" ? `«${row.rule}» of a phase that is closed` : undefined;
}

function ideaNeeds(walk: Walk, row: LedgerRow): string | undefined {
  const { kind, id } = partsOf(row.subject);
  if (kind !== "idea" || !isReminder(walk, row)) return undefined;
  const state = walk.ideas.get(id)?.state;
  const fits = isReminder(walk, row, "followUp") ? ["approved"] : ["resultRecorded", "testAbandoned"];
  return fits.includes(state ?? "") ? undefined : `«${row.rule}» of an idea that is ${state}`;
}

function decisionNeeds(walk: Walk, row: LedgerRow): string | undefined {
  const { kind, id } = partsOf(row.subject);
  if (kind !== "item" || !isReminder(walk, row, "decision")) return undefined;
  return walk.decisions.get(id)?.isPut ? undefined : `«${row.rule}» of a decision that is not put to anybody`;
}

function off(walk: Walk, row: LedgerRow): string | undefined {
  if (!isReminder(walk, row)) return undefined;
  return changeOf(walk, row)?.off ? `«${row.rule}» is off` : undefined;
}

function skipped(walk: Walk, row: LedgerRow): string | undefined {
  if (!isReminder(walk, row)) return undefined;
  return walk.skipped.has(`${row.subject}|${row.rule}|${row.planned}`) ? `«${row.rule}» was skipped` : undefined;
}

/** Meetings, homework and decisions are told of in breaks, too; and what somebody sends goes when they send it. */
function quiet(walk: Walk, row: LedgerRow): string | undefined {
  if (row.by !== undefined || !isReminder(walk, row, "task", "minutes", "phase", "followUp", "undated"))
    return undefined;
  const day = localDate(row.at, walk.programme.zone);
  const during = [...walk.breaks].find(([, [first, last]]) => first <= day && day <= last);
  return during && `«${row.rule}» on ${day}, in the break ${during[0]}`;
}
