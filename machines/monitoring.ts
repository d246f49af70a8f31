// Measurements side by side: what each organisation was found to be at each point, by the numbered criteria of success.
import type { Item, Programme, Text } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import type { Contribution } from "./ledger.ts";
import { partsOf } from "./view.ts";

/** One criterion in one organisation: what was recorded last at each monitoring point, by the point's id. */
export type Measured = {
  criterion: string;
  title: Text;
  organisation: string;
  points: Record<string, number | string>;
};

/** A row for each criterion and organisation that anything was recorded of, criteria in their own order. */
export function measurements({ success }: Programme, contributions: Contribution[]): Measured[] {
  const rows = new Map<string, Measured>();
  const records = contributions.filter(({ kind }) => kind === "measure.recorded");
  for (const { item, data } of records) {
    const point = partsOf(item ?? "")[1];
    for (const [criterion, value] of Object.entries((data["values"] ?? {}) as { [key: string]: Json })) {
      const title = success.find(({ id }) => id === criterion)?.title;
      if (!title || (typeof value !== "number" && typeof value !== "string")) continue;
      const organisation = String(data["organisation"]);
      const key = JSON.stringify([criterion, organisation]);
      const row = rows.get(key) ?? { criterion, title, organisation, points: {} };
      rows.set(key, { ...row, points: { ...row.points, [point]: value } });
    }
  }
  const place = ({ criterion }: Measured) => success.findIndex(({ id }) => id === criterion);
  return [...rows.values()].toSorted(
    (a, b) => place(a) - place(b) || a.organisation.localeCompare(b.organisation, "da"),
  );
}

/** Numbers of criteria that a record lacks, and those it names that the programme has not. */
export function wrongCriteria(
  { success, items }: Programme,
  item: string,
  values: { [key: string]: Json | undefined },
): { missing: string[]; unknown: string[] } {
  const against = items.find(({ id }) => id === item)?.against ?? [];
  const known = success.map(({ id }) => id);
  return {
    missing: against.map(String).filter((criterion) => values[criterion] === undefined),
    unknown: known.length === 0 ? [] : Object.keys(values).filter((criterion) => !known.includes(criterion)),
  };
}

/** The monitoring points of a programme in its order. */
export const pointsOf = ({ items }: Pick<Programme, "items">): Item[] =>
  items.filter(({ kind }) => kind === "monitoring");

/**
 * The baseline of a monitoring point: the first of those that measure against the same numbered criteria. Undefined where the
 * programme names no criteria for it, and of the baseline itself.
 */
export function baselineOf(programme: Pick<Programme, "items">, point: string): Item | undefined {
  const points = pointsOf(programme);
  const same = JSON.stringify(points.find(({ id }) => id === point)?.against);
  const first = points.find(({ against }) => against && JSON.stringify(against) === same);
  return first?.id === point ? undefined : first;
}

/** The baseline that an organisation has not been measured at and a point of it would be compared with; else undefined. */
export function baselineMissing(
  programme: Programme,
  point: string,
  organisation: string,
  contributions: Contribution[],
): Item | undefined {
  const baseline = baselineOf(programme, point);
  const isIt = ({ kind, item, data }: Contribution) =>
    kind === "measure.recorded" && item === `item:${baseline?.id}` && data["organisation"] === organisation;
  return contributions.some(isIt) ? undefined : baseline;
}
