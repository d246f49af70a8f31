// A change of the plan taken back: possible while nobody has been told of it, and nothing has changed it since.
import type { Text } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import type { Dates } from "./network/item-dates.ts";
import type { DatesView, Kind, LedgerRow } from "./ledger.ts";
import { refusals } from "./refusals.ts";
import { partsOf } from "./view.ts";

/** What a network is asked instead of `undo`: the event of an item or of a phase that takes the change back. */
export type Undoing = { data: { [key: string]: Json | undefined } } | { why: Text };

const CHANGES: Kind[] = [
  "item.drafted",
  "item.pinned",
  "item.moved",
  "item.tightened",
  "item.cancelled",
  "phase.replanned",
];

/** Messages of a meeting's date. */
const NEWS = ["meeting-invitation", "meeting-moved", "meeting-cancelled"];

/**
 * How to take back what row `seq` said. `rows`: the ledger; `told`: whether a row has gone to anybody. Refused where somebody was
 * told, also one who came later, where it was changed since, and where it is no change.
 */
export function undoOf(rows: readonly LedgerRow[], seq: number, told: (row: LedgerRow) => boolean): Undoing {
  const row = rows.find((one) => one.seq === seq);
  if (!row || row.key === undefined || !CHANGES.includes(row.kind)) return { why: refusals.nothingToUndo(seq) };
  const isTold = (one: LedgerRow) =>
    one.kind === "message.sent" && (one.key === row.key || isNews(one, row)) && told(one);
  if (rows.some(isTold)) return { why: refusals.alreadySent(seq) };
  const later = rows.find((one) => one.seq > seq && one.key !== row.key && concerns(one, row));
  if (later) return { why: refusals.changedSince(seq, later.seq) };
  return { data: inverse(row, rows) };
}

const isNews = ({ seq, rule = "", subject }: LedgerRow, row: LedgerRow) =>
  seq > row.seq && NEWS.includes(rule) && partsOf(subject)[1] === partsOf(row.subject)[1];

const concerns = ({ kind, subject }: LedgerRow, row: LedgerRow) =>
  [...CHANGES, "item.restored"].includes(kind) && partsOf(subject)[1] === partsOf(row.subject)[1];

function inverse(row: LedgerRow, rows: readonly LedgerRow[]): { [key: string]: Json | undefined } {
  const [what, id] = partsOf(row.subject);
  const before = (row.data?.["before"] ?? {}) as DatesView;
  if (what === "phase")
    return { phase: id, does: "replanPhase", first: before.first ?? null, last: before.last ?? null };
  const earlier = rows.filter((one) => one.seq <= row.seq && partsOf(one.subject)[1] === id);
  if (isPublishing(row, earlier))
    return { item: id, does: "restore", draft: true, sessions: lastDates(earlier) as Json };
  const cancelled = row.kind === "item.cancelled";
  const sessions = cancelled
    ? lastDates(earlier)
    : beforeIn(rows.filter(({ key, kind }) => key === row.key && kind === row.kind));
  return { item: id, does: "restore", sessions: sessions as Json };
}

/** Whether a draft was published by it: it has the dates that the draft had. */
function isPublishing({ kind, key, data }: LedgerRow, earlier: LedgerRow[]): boolean {
  const before = earlier.findLast((one) => one.key !== key && REDATED.includes(one.kind));
  return kind === "item.pinned" && data?.["before"] === undefined && before?.data?.["draft"] === true;
}

/** Kinds of rows that say how a session stands from then on. */
const REDATED: readonly string[] = [
  "item.drafted",
  "item.pinned",
  "item.moved",
  "item.tightened",
  "item.restored",
] satisfies Kind[];

/** Each session as the rows of one change say that it was. */
const beforeIn = (rows: LedgerRow[]) =>
  Object.fromEntries(
    rows.map(({ subject, data }) => [partsOf(subject)[2] ?? "", datesOf((data?.["before"] ?? {}) as DatesView)]),
  );

/** Each session as it stood last. */
const lastDates = (rows: LedgerRow[]) =>
  Object.fromEntries(
    rows
      .filter(({ kind }) => REDATED.includes(kind))
      .map(({ subject, data }) => [partsOf(subject)[2] ?? "", datesOf((data ?? {}) as DatesView)]),
  );

function datesOf({ start, end, allDay, place, first, last }: DatesView): Dates {
  const dates = { from: first, to: last, start, end, allDay, place };
  return Object.fromEntries(Object.entries(dates).filter(([, value]) => value !== undefined));
}
