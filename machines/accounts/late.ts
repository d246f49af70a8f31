// Bills and hours come in after a network has ended: they are taken for a while, from who keeps its accounts.
import { addDays, endOfDay, localDate } from "../../programmes/calendar.ts";
import type { Text } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import { refusals } from "../refusals.ts";
import type { Trigger } from "../trigger.ts";
import { withActing } from "../trigger-types.ts";

/** So many days after the day on which a network ended its accounts still take what was spent and worked. */
export const LATE_DAYS = 90;

const LATE = ["recordSpending", "recordEffort"];
const KEEPERS = withActing(["networkLead", "secretariat"]);

/** Why a contribution comes after the end of the network; undefined where the network runs, or its accounts still take it. */
export function endedRefusal({ plan, people, view }: Book, { type, role, by, at }: Trigger): Text | undefined {
  if (!view.ended) return undefined;
  if (!LATE.includes(type)) return refusals.ended();
  const { zone } = plan.programme;
  const last = endOfDay(addDays(localDate(view.ended.at, zone), LATE_DAYS), zone);
  const roles = [role, ...(people.find(({ id }) => id === by)?.roles ?? [])];
  return at <= last && roles.some((one) => KEEPERS.includes(one)) ? undefined : refusals.accountsClosed(LATE_DAYS);
}
