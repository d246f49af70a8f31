// Reference model, invitations: which meeting each person has in their calendar, by the mails they got, and which they should have.
import type { Delivery, LedgerRow } from "../../machines/ledger.ts";
import type { Instant } from "../../programmes/types.ts";
import { dayOf } from "./reminder-model-days.ts";
import { toldOf } from "./reminder-model-people.ts";
import type { Model } from "./reminder-model.ts";

type Dates = { start: Instant; words: string };

/** `dates`: of each session that has one and is not off or over; `held`: what stands in a calendar, by `subject|person`. */
export type Standing = { dates: Map<string, Dates>; held: Map<string, Dates> };

/** Before anybody was invited. */
export const nothingStands = (): Standing => ({ dates: new Map(), held: new Map() });

const DATING = ["item.pinned", "item.moved", "item.tightened", "item.restored"];

/** A row taken in, with the mails that went for it. Throws where somebody is invited twice, or hears that nothing is off. */
export function standsAfter({ dates, held }: Standing, row: LedgerRow, mails: Delivery[]): void {
  const { kind, subject, rule, at } = row;
  // Of a draft nobody is to know.
  if (DATING.includes(kind)) put(dates, subject, row.data?.["draft"] ? undefined : datesIn(row.data ?? {}));
  if (["item.cancelled", "item.split", "meeting.held"].includes(kind)) drop(dates, subject);
  // What was held is no longer to come, whatever its date.
  if (kind === "meeting.held") drop(held, subject);
  // Who says no has it no longer in the calendar.
  if (kind === "answer.given" && row.data?.["answer"] === "declined")
    drop(held, subject, `|${String(row.data["person"] ?? row.by)}`);
  for (const { person, model } of mails) {
    const key = `${subject}|${person}`;
    const [before, told] = [held.get(key), datesIn(model)];
    if (rule === "meeting-invitation" && before?.words === told?.words)
      throw new Error(`standing: ${person} is invited once more to ${subject} at ${String(at)}`);
    if (rule === "meeting-cancelled" && !before && told !== undefined && told.start > at)
      throw new Error(`standing: ${person} never had ${subject}, which is off`);
    if (["meeting-cancelled", "signup-opened", "signup-withdrawn"].includes(rule!)) held.delete(key);
    if (["meeting-invitation", "meeting-moved", "signup-seated", "signup-moved-up"].includes(rule!))
      put(held, key, told);
  }
}

/** What is wrong with what stands in calendars of meetings to come: `subject|person` that is missing there, or is too much. */
export function wronglyStanding(
  { dates, held }: Standing,
  model: Model,
  now: Instant,
): { missing: string[]; more: string[] } {
  const words = (key: string, one: Dates) => `${key}|${one.words}`;
  const should = [...dates]
    .filter(([, { start }]) => start > now)
    .flatMap(([subject, one]) => invitedTo(model, subject, now).map((person) => words(`${subject}|${person}`, one)));
  const stands = [...held].filter(([, { start }]) => start > now).map(([key, one]) => words(key, one));
  return {
    missing: should.filter((one) => !stands.includes(one)),
    more: stands.filter((one) => !should.includes(one)),
  };
}

function invitedTo({ things, people, given }: Model, subject: string, now: Instant): string[] {
  const thing = things.get(subject);
  if (thing?.item?.kind !== "meeting") return [];
  const { programme } = given.plan;
  const asked = { programme, item: thing.item, session: thing.session, day: dayOf(now, programme.zone) };
  return [...new Set(toldOf(people, "invited", asked))];
}

function datesIn({ start, end, allDay }: { start?: unknown; end?: unknown; allDay?: unknown }): Dates | undefined {
  return typeof start === "number" ? { start, words: [start, end, allDay].join() } : undefined;
}

function put(map: Map<string, Dates>, key: string, dates: Dates | undefined): void {
  if (dates) map.set(key, dates);
  else map.delete(key);
}

/** All of an item's sessions, of one person where that is said. */
function drop(map: Map<string, Dates>, subject: string, person = ""): void {
  for (const key of map.keys())
    if ((key.startsWith(`${subject}|`) || key === subject || key.startsWith(`${subject}/`)) && key.endsWith(person))
      map.delete(key);
}
