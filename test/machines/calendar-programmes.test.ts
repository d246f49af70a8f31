// The calendars of whole networks: of everybody in all five programmes, at moments from first to last, as other programs read them.
import { describe, expect, test } from "vitest";
import type ICAL from "ical.js";
import { calendarOf, invited } from "../mail/calendars.ts";
import { byIcalJs, byNodeIcal, byPython, hasPython, NO_PYTHON, RECURRING } from "../support/ical-readers.ts";
import { contentFor, shownOf } from "./calendars.ts";
import { sampleOf, type Played } from "./shipped.ts";

const IDS = ["innovationsnetvaerk", "faellesskabsagenter", "borgerservice", "beskaeftigelsesindsats", "partnerskab"];
const MOMENTS = 6;
const python = hasPython();

/** What stands in one person's calendar by the mails they had: of meetings to come that they have not declined. */
function inMails({ deliveries, book }: Played, who: string): Map<string, ICAL.Event> {
  const calendar = calendarOf();
  const person = book.people.find(({ id }) => id === who)!;
  for (const { model } of deliveries.filter((one) => one.person === who)) {
    const invitation = invited(model, person);
    if (invitation) calendar.take(invitation);
  }
  return new Map(calendar.events().map((event) => [event.uid, event]));
}

const declinedBy =
  ({ book }: Played, who: string) =>
  (uid: string) =>
    book.contributions
      .filter(({ kind, person, item }) => kind === "answer.given" && person === who && item === `item:${itemOf(uid)}`)
      .at(-1)?.data["answer"] === "declined";
const itemOf = (uid: string) => uid.split("@")[0]!.split(".")[0]!;

describe.each(IDS)("%s", async (id) => {
  const { script, play } = await sampleOf(id);
  const even = Array.from(
    { length: MOMENTS },
    (_, nth) => script[Math.floor(((nth + 1) * script.length) / (MOMENTS + 1))]!,
  );
  // And when the first meetings have just been dated.
  const moments = [...even, ...script.filter(({ trigger }) => trigger === "pinItem").slice(0, 3)].map(({ at }) => at);
  const played = moments.map((moment) =>
    play(
      script.filter(({ at }) => at <= moment),
      moment,
    ),
  );
  const shown = played.map((one) => shownOf(one));
  const contents = shown.flatMap((one) =>
    one.book.people.flatMap(({ id: person, email }) =>
      [false, true].map((whole) => ({
        email,
        book: one.book,
        content: contentFor(one, email.split("@")[0]!, { whole }),
        person,
      })),
    ),
  );

  test("is the same to ical.js and node-ical in everybody's calendar, in short lines, and nothing comes again", () => {
    for (const { content } of contents) {
      expect(byNodeIcal(content)).toEqual(byIcalJs(content));
      expect(content.replace(/BEGIN:VTIMEZONE[^]*?END:VTIMEZONE/g, "")).not.toMatch(RECURRING);
      expect(Math.max(...content.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    }
    expect(contents.filter(({ content }) => content.includes("BEGIN:VEVENT")).length).toBeGreaterThan(MOMENTS);
  });

  if (python)
    test("is the same to Python's icalendar", () => {
      const read = byPython(contents.map(({ content }) => content));
      for (const [index, { content }] of contents.entries()) expect(read[index]).toEqual(byIcalJs(content));
    });
  else test.skip(NO_PYTHON, () => {});

  test("names nobody: no address, and no name of anybody", () => {
    for (const { content, book } of contents) {
      const unfolded = content.replaceAll("\r\n ", "");
      expect(unfolded).not.toContain("@example.org");
      expect(unfolded).not.toMatch(/^(ORGANIZER|ATTENDEE|CONTACT)/m);
      expect(book.people.filter(({ name }) => unfolded.includes(name))).toEqual([]);
    }
  });

  test("agrees with the invitations that each person had: the same meetings to come, at the same time, none of them older", () => {
    let compared = 0;
    for (const [index, one] of played.entries()) {
      const { now } = one.book.view;
      for (const person of one.book.people) {
        const declined = declinedBy(one, person.id);
        const mails = [...inMails(one, person.id)].filter(
          ([uid, { startDate }]) => startDate.toJSDate().getTime() > now && !declined(uid),
        );
        const meetings = byIcalJs(
          contentFor(shown[index]!, person.email.split("@")[0]!, { leaveOutFuzzy: true }),
        ).filter(
          ({ uid, status, start }) =>
            one.book.view.items[itemOf(uid)]?.kind === "meeting" &&
            status !== "CANCELLED" &&
            new Date(start).getTime() > now,
        );
        const seen = new Map(meetings.map((event) => [event.uid, event]));
        expect([person.email, [...seen.keys()].toSorted()]).toEqual([
          person.email,
          mails.map(([uid]) => uid).toSorted(),
        ]);
        for (const [uid, { startDate, endDate, summary, sequence, component, location }] of mails) {
          const { start, end, ...event } = seen.get(uid)!;
          const at = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().getTime());
          expect([uid, start, end]).toEqual([uid, at(startDate), component.hasProperty("dtend") ? at(endDate) : null]);
          expect(event).toMatchObject({
            summary,
            location: location ?? "",
            status: component.getFirstPropertyValue("status"),
          });
          expect(event.sequence).toBeGreaterThanOrEqual(sequence);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(0);
  });
});
