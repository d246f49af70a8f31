// Invitations as another program reads them, and what a reader's calendar makes of them.
import ICAL from "ical.js";
import { expect } from "vitest";
import type { MailModel } from "../../machines/ledger.ts";
import { invitationOf, type Ics, type Invitation } from "../../mail/invitation.ts";
import type { Reader } from "../../mail/render.ts";
import { escapedText, icsText } from "../../programmes/export/ics-text.ts";
import { zoneLines } from "../../programmes/export/ics-zone.ts";
import { LINKS, reader } from "./models.ts";

export const ICS: Ics = { text: icsText, escaped: escapedText, zone: zoneLines };
export const FROM = "Fremdrift <fremdrift@example.org>";

/** The invitation of a model; `to` without more is a Danish reader. */
export const invited = (model: MailModel, to: Reader = reader("da"), from = FROM): Invitation | undefined =>
  invitationOf(model, to, { links: LINKS, from, ics: ICS });

/** The one event of an invitation, with its own zone registered. Whatever is wrong with the text is an error. */
export function eventIn({ method, content }: Invitation): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  expect(calendar.getFirstPropertyValue("method")).toBe(method);
  expect(new ICAL.Component(ICAL.parse(calendar.toString()) as unknown[]).toJSON()).toEqual(calendar.toJSON());
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent");
  expect(events).toHaveLength(1);
  return new ICAL.Event(events[0]!);
}

/** The event of a model that has one. */
export const eventOf = (model: MailModel, to?: Reader, from?: string): ICAL.Event => eventIn(invited(model, to, from)!);

export const value = (event: ICAL.Event, name: string): unknown => {
  const found = event.component.getFirstPropertyValue(name) as unknown;
  return found === null || typeof found === "number" ? found : String(found);
};

/** The instant of a time, in milliseconds. */
export const instantOf = (time: ICAL.Time): number => time.toJSDate().getTime();

/** How many octets a line takes. */
export const octets = (line: string): number => new TextEncoder().encode(line).length;

/** What stands in one reader's calendar, by UID. Takes mails in any order, as RFC 5546 says: the newer one stands. */
export function calendarOf() {
  const known = new Map<string, { method: Invitation["method"]; event: ICAL.Event }>();
  const newness = (event: ICAL.Event) => [
    event.sequence,
    instantOf(event.component.getFirstPropertyValue("dtstamp") as ICAL.Time),
  ];
  return {
    take(invitation: Invitation): void {
      const event = eventIn(invitation);
      const before = known.get(event.uid);
      const [[sequence, stamp], [last, lastStamp]] = [newness(event), before ? newness(before.event) : [-1, 0]];
      if (sequence! > last! || (sequence === last && stamp! > lastStamp!))
        known.set(event.uid, { method: invitation.method, event });
    },
    events: () => [...known.values()].filter(({ method }) => method === "REQUEST").map(({ event }) => event),
  };
}
