// A network on the real clock in which something falls due at the next whole minute: its programme's zone is one in which
// that minute is midnight. It is put into the store of a house that is down; the house starts it when it comes up.
import { planOf } from "../../programmes/plan.ts";
import { initialView } from "../../machines/view.ts";
import { loadProgramme } from "../../library/programmes.ts";
import { createNetwork } from "../../store/networks.ts";
import { openStore } from "../../store/open.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** Milliseconds that must be left until it is due. */
const LEFT = 15_000;

/** Two phases fall due at `due`; two more did so one and two days before, when the network began. */
export async function createMeanwhile(folder: string): Promise<{ id: string; due: number; programme: string }> {
  const due = Math.ceil((Date.now() + LEFT) / MINUTE) * MINUTE;
  const { zone, date } = midnightAt(due);
  const read = await loadProgramme("innovationsnetvaerk", "en");
  if (!("programme" in read)) throw new Error("the shipped programme does not hold");
  const plan = planOf({ ...read.programme, zone }, date(0));
  const [first, second, third, fourth] = read.programme.phases.map(({ id }) => id) as [string, string, string, string];
  const days: [id: string, day: string][] = [
    [first, date(-1)],
    [second, date(-2)],
    [third, date(0)],
    [fourth, date(0)],
  ];
  for (const [id, day] of days) plan.intervals[id] = { ...plan.intervals[id]!, from: day, to: day };
  const startedAt = due - 3 * DAY;
  const store = await openStore({ folder });
  const id = "meanwhile";
  const view = initialView(plan, startedAt);
  await createNetwork(store, { id, title: id, plan, clock: "real", startedAt, by: "test", people: [], view });
  await store.close();
  return { id, due, programme: zone };
}

/** The zone of whole minutes from UTC in which an instant is midnight, and the dates of days from it. */
function midnightAt(instant: number): { zone: string; date: (days: number) => string } {
  const late = (instant / MINUTE) % 1_440;
  const offset = late > 720 ? 1_440 - late : -late;
  const sign = offset < 0 ? "-" : "+";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return {
    zone: `UTC${sign}${hours}:${String(minutes).padStart(2, "0")}`,
    date: (days) => new Date(instant + offset * MINUTE + days * DAY).toISOString().slice(0, 10),
  };
}
