// The agenda of a meeting: the points that were set last, and how long they take beside the meeting itself.
import type { Instant, Person } from "../../programmes/types.ts";
import type { Contribution } from "../ledger.ts";

/** `person`: id of who has it, where they are of the network; else `who` in words. */
export type Point = { title: string; minutes?: number; who?: string; person?: string; text?: string };

/** The points in order; none where nobody has set any. `item` as `item:m1`. */
export function agendaOf(contributions: Contribution[], item: string): Point[] {
  const last = contributions.findLast((one) => one.kind === "agenda.set" && one.item === item);
  return (last?.data["points"] ?? []) as Point[];
}

/** The points with the names of those who have them, as a mail shows them. Who has left, or was erased, is left out. */
export function agendaNamed(points: Point[], people: Person[]): Point[] {
  return points.map(({ person, ...point }) => {
    const name = people.find(({ id }) => id === person)?.name;
    return { ...point, ...(name !== undefined && { who: name }) };
  });
}

/** Minutes that the points take together, and how many more than the meeting has, where both are known and they are too many. */
export function lengthOf(
  points: Point[],
  { start, end, allDay }: { start?: Instant; end?: Instant; allDay?: boolean },
): { minutes: number; over?: number } {
  const minutes = points.reduce((sum, point) => sum + (point.minutes ?? 0), 0);
  const has = start === undefined || end === undefined || allDay ? undefined : (end - start) / 60_000;
  return { minutes, ...(has !== undefined && minutes > has && { over: minutes - has }) };
}
