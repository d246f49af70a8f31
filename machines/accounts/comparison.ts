// Measurements compared: every criterion at every point in every organisation, and which records are missing or came too late.
import type { Instant, Programme, Text } from "../../programmes/types.ts";
import type { Contribution, LedgerRow } from "../ledger.ts";
import { baselineOf, measurements, pointsOf } from "../monitoring.ts";
import { partsOf } from "../view.ts";

/** `values` in the order of `points`; undefined where nothing was recorded. */
export type Comparison = {
  points: { id: string; title: Text }[];
  organisations: string[];
  criteria: { id: string; title: Text; rows: { organisation: string; values: (number | string | undefined)[] }[] }[];
  /** When each point was first measured in each organisation; `late`: a baseline made after the organisation had begun. */
  records: { point: string; organisation: string; at: Instant; late?: true }[];
  /** What those who have been measured, or carry out a track, still lack. */
  missing: { point: string; organisation: string }[];
};

type Started = Pick<LedgerRow, "kind" | "at" | "data">;

/** What was measured, side by side; undefined where the programme measures nothing. `rows`: the ledger, or its tracks that began. */
export function comparisonOf(
  programme: Programme,
  contributions: Contribution[],
  rows: readonly Started[],
): Comparison | undefined {
  const points = pointsOf(programme).map(({ id, title }) => ({ id, title }));
  if (points.length === 0) return undefined;
  const began = beginnings(rows);
  const baselines = new Set(points.flatMap(({ id }) => baselineOf(programme, id)?.id ?? []));
  const records = recordsIn(contributions).map((record) => {
    const start = began.get(record.organisation);
    const late = baselines.has(record.point) && start !== undefined && start < record.at;
    return { ...record, ...(late && { late: true as const }) };
  });
  const names = [...began.keys(), ...records.map(({ organisation }) => organisation)];
  const organisations = [...new Set(names)].toSorted((a, b) => a.localeCompare(b, "da"));
  const measured = measurements(programme, contributions);
  const criteria = programme.success.flatMap(({ id, title }) => {
    const found = measured.filter(({ criterion }) => criterion === id);
    const valuesOf = (organisation: string) => {
      const row = found.find((one) => one.organisation === organisation);
      return { organisation, values: points.map((point) => row?.points[point.id]) };
    };
    return found.length === 0 ? [] : [{ id, title, rows: organisations.map(valuesOf) }];
  });
  const isThere = (point: string, organisation: string) =>
    records.some((record) => record.point === point && record.organisation === organisation);
  const missing = points.flatMap(({ id }) =>
    organisations.flatMap((organisation) => (isThere(id, organisation) ? [] : [{ point: id, organisation }])),
  );
  return { points, organisations, criteria, records, missing };
}

/** When each organisation began its first track. */
function beginnings(rows: readonly Started[]): Map<string, Instant> {
  const began = new Map<string, Instant>();
  for (const { kind, at, data } of rows) {
    const organisation = String(data?.["organisation"]);
    if (kind === "track.started" && !began.has(organisation)) began.set(organisation, at);
  }
  return began;
}

function recordsIn(contributions: Contribution[]): { point: string; organisation: string; at: Instant }[] {
  const records = new Map<string, { point: string; organisation: string; at: Instant }>();
  for (const { kind, item, data, at } of contributions) {
    if (kind !== "measure.recorded") continue;
    const [point, organisation] = [partsOf(item ?? "")[1], String(data["organisation"])];
    // The first one is when it was measured; a later one of the same corrects its values.
    const key = JSON.stringify([point, organisation]);
    records.set(key, { point, organisation, at: records.get(key)?.at ?? at });
  }
  return [...records.values()];
}
