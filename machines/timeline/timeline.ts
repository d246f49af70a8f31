// The timeline of a network: everything that has a place in time, planned beside what came of it, and the weeks to show it in.
import { localDate } from "../../programmes/calendar.ts";
import type { Instant, IsoDate } from "../../programmes/types.ts";
import { planInForce } from "../in-force.ts";
import type { Book } from "../ledger.ts";
import { ideaLines, itemLines } from "./item-lines.ts";
import { inOrder, type Line } from "./line.ts";
import { phaseLines, trackLines, type Row, type Setting } from "./phase-lines.ts";
import { weeksOf, type Week } from "./weeks.ts";

/** `lines` in order of time; `phases`: ids in the method's order. `ended`: the day on which the network did. */
export type Timeline = { today: IsoDate; ended?: IsoDate; weeks: Week[]; phases: string[]; lines: Line[] };

/** The timeline of a book at an instant. `rows`: those of its ledger of the kinds OF_TIMELINE, in order; others are passed over. */
export function timelineOf(book: Book, rows: readonly Row[], now: Instant): Timeline {
  const { plan, view, network } = book;
  const inForce = planInForce(plan, view);
  const { zone, phases } = plan.programme;
  const today = localDate(now, zone);
  const setting: Setting = {
    network: network.id,
    first: plan,
    now: inForce,
    view,
    rows,
    today,
    titleOf: ideaTitles(book),
  };
  const lines = inOrder([...phaseLines(setting), ...itemLines(setting), ...trackLines(setting), ...ideaLines(setting)]);
  return {
    today,
    ...(view.ended && { ended: localDate(view.ended.at, zone) }),
    weeks: weeksOf(inForce, lines, today),
    phases: phases.map(({ id }) => id),
    lines,
  };
}

/** What ideas are called; their ids where nobody said. */
function ideaTitles({ contributions, view }: Book): (id: string) => string {
  const texts = new Map(contributions.flatMap(({ kind, key, data }) => (kind === "text" ? [[key, data]] : [])));
  return (id) => String(texts.get(view.ideas[id]?.key ?? "")?.["title"] ?? id);
}
