// Calendars that people subscribe to, of networks that are played in memory.
import { calendarEvents, type Shown, type Subscription } from "../../machines/calendar.ts";
import type { LedgerRow } from "../../machines/ledger.ts";
import { calendarText } from "../../programmes/export/ics-event.ts";
import type { Person } from "../../programmes/types.ts";
import { byIcalJs, type ReadEvent } from "../support/ical-readers.ts";
import type { Played } from "./shipped.ts";

const INVITES = ["meeting-invitation", "meeting-moved", "meeting-cancelled"];

/** The network as it stands at the end of a play; `days` later where time goes on with nothing happening. */
export function shownOf({ book, ledger }: Pick<Played, "book" | "ledger">, days = 0): Shown {
  const shown = (row: LedgerRow) => !row.kind.startsWith("message.") || INVITES.includes(row.rule ?? "");
  const changes = Object.fromEntries(
    ledger.filter(shown).map(({ subject, seq, at }): [string, { seq: number; at: number }] => [subject, { seq, at }]),
  );
  return { book, now: book.view.now + days * 86_400_000, changes };
}

/** Whoever's address begins so. Throws where there is nobody. */
export function personIn({ book }: Pick<Shown, "book">, who: string): Person {
  const person = book.people.find(({ email, roles }) => email.startsWith(`${who}@`) || roles.includes(who));
  if (!person) throw new Error(`nobody is ${who}`);
  return person;
}

/** The file that a person's program gets. */
export function contentFor(shown: Shown, who: string, more: Partial<Subscription> = {}): string {
  const { id: person, language } = personIn(shown, who);
  const events = calendarEvents(shown, { person, language, whole: false, leaveOutFuzzy: false, ...more });
  return calendarText({ name: "Prøve", zone: shown.book.plan.programme.zone, refresh: 60 }, events);
}

/** What a person sees, by the id of item or session. */
export function seenBy(shown: Shown, who: string, more: Partial<Subscription> = {}): Record<string, ReadEvent> {
  const events = byIcalJs(contentFor(shown, who, more));
  return Object.fromEntries(events.map((event) => [event.uid.split("@")[0], event]));
}
