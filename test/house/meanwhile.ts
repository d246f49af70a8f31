// A network on the real clock in which meeting reminders fall due at the next whole minute: that minute is when its
// programme sends them. It is put into the store of a house that is down, and the house starts it when it comes up.
import { loadProgramme } from "../../library/programmes.ts";
import { initialView } from "../../machines/view.ts";
import { addDays, localDate, reminderInstant, startOfDay } from "../../programmes/calendar.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Plan } from "../../programmes/types.ts";
import { createNetwork } from "../../store/networks.ts";
import { openStore } from "../../store/open.ts";

const MINUTE = 60_000;
/** Milliseconds that must be left until it is due. */
const LEFT = 15_000;
/** Days until the rest of the plan begins: nothing of it comes near. */
const FAR = 200;

export type Meanwhile = {
  id: string;
  due: number;
  /** What falls due in it, in order: two phases before it began to run, and three reminders at `due` (on a working day). */
  expected: { at: number; subject: string }[];
};

export async function createMeanwhile(folder: string): Promise<Meanwhile> {
  const due = Math.ceil((Date.now() + LEFT) / MINUTE) * MINUTE;
  const { plan, expected } = await planDueAt(due);
  const id = "meanwhile";
  const startedAt = expected[0]!.at - MINUTE;
  const store = await openStore({ folder });
  const view = initialView(plan, startedAt);
  const began = { startedAt, createdAt: startedAt };
  await createNetwork(store, { id, title: id, plan, clock: "real", ...began, by: "test", people: [], view });
  await store.close();
  return { id, due, expected };
}

async function planDueAt(due: number): Promise<{ plan: Plan; expected: Meanwhile["expected"] }> {
  const read = await loadProgramme("innovationsnetvaerk", "en");
  if (!("programme" in read)) throw new Error("the shipped programme does not hold");
  const { zone, nonWorking, phases, items } = read.programme;
  const today = localDate(due, zone);
  const time = new Date(due).toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const rules = read.programme.reminders.filter((rule) => rule.for === "meeting").map((rule) => ({ ...rule, time }));
  const plan = planOf({ ...read.programme, reminders: rules }, addDays(today, FAR));
  const place = (id: string, day: string) => (plan.intervals[id] = { ...plan.intervals[id]!, from: day, to: day });
  const passed = [-8, -7].map((days, index) => {
    const id = phases[index]!.id;
    place(id, addDays(today, days));
    return { at: startOfDay(addDays(today, days), zone), subject: `phase:${id}` };
  });
  const meetings = items.filter(({ kind }) => kind === "meeting");
  const reminders = rules.map(({ days }, index) => {
    const id = meetings[index]!.id;
    const anchor = addDays(today, -days);
    place(id, anchor);
    return { at: reminderInstant({ anchor, days, time, zone, nonWorking }), subject: `item:${id}` };
  });
  return { plan, expected: [...passed, ...reminders] };
}
