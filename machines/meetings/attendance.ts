// Who came to a meeting: of each session what was recorded last.
import type { Contribution } from "../ledger.ts";

/** People by their ids; guests by name. */
export type Attendance = { session?: string; present: string[]; absent: string[]; guests: string[] };

/** What was recorded last of a meeting, of each session where it has several. `item` as `item:m1`. */
export function attendanceOf(contributions: Contribution[], item: string): Attendance[] {
  const last = new Map<string, Attendance>();
  for (const { kind, item: of, data } of contributions) {
    if (kind !== "attendance.recorded" || of !== item) continue;
    const { session, present, absent, guests = [] } = data as Omit<Attendance, "guests"> & { guests?: string[] };
    last.set(session ?? "", { ...(session !== undefined && { session }), present, absent, guests });
  }
  return [...last.values()];
}
