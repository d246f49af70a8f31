// Rows gathered as the sources' own tables are: one period after another, with its phases and what happens in it.
import type { Interval } from "../types.ts";
import type { Row } from "./rows.ts";

export type Period = {
  /** When it is; items of a period share it. */
  interval: Interval;
  weeks?: Row["weeks"];
  /** Ids. */
  phases: string[];
  /** Items, each followed by its sessions. None where a phase stands alone. */
  rows: Row[];
};

/**
 * Periods in order of time. What has no date stands after what the programme names before it. A phase stands beside the
 * items that name it; one that none names has a period of its own.
 */
export function periodsOf(rows: Row[]): Period[] {
  const items = rows.filter(({ kind }) => kind !== "phase" && kind !== "track");
  const named = new Set(items.flatMap(({ phases }) => phases));
  const of = (kind: Row["kind"]) => inOrder(rows.filter((row) => row.kind === kind));
  const placed = [
    ...of("phase").flatMap(({ row, at }) => (named.has(row.id) ? [] : [{ at, key: `phase ${row.id}`, row }])),
    ...of("track").map(({ row, at }) => ({ at, key: keyOf(row), row })),
    ...inOrder(items).map(({ row, at }) => ({ at, key: keyOf(row), row })),
  ];
  const groups = new Map<string, { at: string; rows: Row[] }>();
  for (const { key, at, row } of withSessions(placed)) {
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { at, rows: [row] });
  }
  return [...groups.values()]
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ rows }) => period(rows));
}

function period(rows: Row[]): Period {
  const [{ id, kind, interval, weeks }] = rows as [Row];
  return {
    interval,
    ...(weeks && { weeks }),
    phases: kind === "phase" ? [id] : [...new Set(rows.flatMap(({ phases }) => phases))],
    rows: rows.filter((row) => row.kind !== "phase"),
  };
}

/** Each row with the date that it is ordered by: its own, or that of the last dated one before it. */
function inOrder(rows: Row[]): { row: Row; at: string }[] {
  let at = "";
  return rows.map((row) => {
    at = orderOf(row) ?? at;
    return { row, at };
  });
}

function orderOf({ interval, weeks }: Row): string | undefined {
  const first = interval.from ?? interval.to;
  // Without a start the weeks have no dates, and are in order among themselves.
  return first ?? (weeks && `W${String(weeks[0]).padStart(4, "0")}`);
}

function keyOf({ interval, weeks, phases }: Row): string {
  if (weeks) return `weeks ${weeks.join("–")} ${interval.precision}`;
  const { from, to, time, until, precision, quote } = interval;
  if (from === undefined && to === undefined) return `undated ${phases.join(" ")} ${precision} ${quote ?? ""}`;
  return `${from}–${to} ${time}–${until} ${precision}`;
}

/** Sessions stand in the period of their item, whenever they are themselves. */
function withSessions(placed: { key: string; at: string; row: Row }[]): { key: string; at: string; row: Row }[] {
  const whole = new Map(placed.map((one) => [one.row.id, one]));
  return placed.map((one) => {
    const item = one.row.kind === "session" ? whole.get(one.row.id.split(".")[0]!) : undefined;
    return item ? { ...one, key: item.key, at: item.at } : one;
  });
}
