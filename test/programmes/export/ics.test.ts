import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listProgrammes } from "../../../library/programmes.ts";
import { localInstant } from "../../../programmes/calendar.ts";
import { escapedText, folded, icsText } from "../../../programmes/export/ics-text.ts";
import { zoneLines } from "../../../programmes/export/ics-zone.ts";
import { calendarOf, type Calendar } from "../../../programmes/export/ics.ts";
import { layoutOf } from "../../../programmes/export/rows.ts";
import type { Programme } from "../../../programmes/types.ts";
import { p1, parsed } from "../texts.ts";
import { HARD, rich, RICH, richLayout, shippedLayouts } from "./given.ts";

/** The calendar as another program reads it, with its own zone registered. */
function events({ content }: Pick<Calendar, "content">): Map<string, ICAL.Event> {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return new Map(
    calendar
      .getAllSubcomponents("vevent")
      .map((it) => new ICAL.Event(it))
      .map((it) => [it.uid, it]),
  );
}

const danish = () => calendarOf(richLayout(), { language: "da" });
const event = (id: string, calendar = danish()) => events(calendar).get(`${id}@rigt.fremdrift`)!;
const property = (id: string, name: string) => event(id).component.getFirstPropertyValue(name) as unknown;
const at = (time: ICAL.Time) => time.toJSDate().getTime();

/** Lines as they are on the wire. */
const octets = (line: string) => new TextEncoder().encode(line).length;

describe("iCalendar text", () => {
  const letters = fc.string({
    unit: fc.constantFrom("a", "æ", "€", "🎉", "👩‍👩‍👧", " ", "\\", ";", ",", ":", '"'),
    maxLength: 400,
  });

  test("has no line over 75 octets, and unfolds to what it was", () => {
    fc.assert(
      fc.property(letters, (text) => {
        const lines = folded(`SUMMARY:${text}`).split("\r\n");
        for (const line of lines) {
          expect(octets(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Surrogate}/u);
        }
        expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join("")).toBe(`SUMMARY:${text}`);
        expect(lines.slice(1).every((line) => line.startsWith(" "))).toBe(true);
      }),
    );
  });

  test("carries any text through another program's reader", () => {
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: "binary" })), (text) => {
        const content = icsText(["BEGIN:VEVENT", `SUMMARY:${escapedText(text)}`, "END:VEVENT"]);
        const read = new ICAL.Component(ICAL.parse(content) as unknown[]).getFirstPropertyValue("summary");
        const kept = text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/\r\n?|\u2028|\u2029/g, "\n");
        expect(read).toBe(kept.replace(/(?![\t\n])\p{Cc}/gu, ""));
      }),
    );
  });

  test("fills a line to its 75th octet and no further", () => {
    expect(folded("a".repeat(75))).toBe("a".repeat(75));
    expect(folded("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a`);
    expect(folded(`${"a".repeat(74)}æ`)).toBe(`${"a".repeat(74)}\r\n æ`);
  });
});

describe("a programme as a calendar", () => {
  test("is a whole calendar of short lines that end in CRLF", () => {
    const { content } = danish();
    expect(content).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    expect(content).toMatch(/\r\nEND:VCALENDAR\r\n$/);
    expect(content.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...content.split("\r\n").map(octets))).toBeLessThanOrEqual(75);
  });

  test("has everything with a date, sessions one by one, and says what it left out", () => {
    const all = danish();
    const ids = [
      "kursus",
      "netvaerksmoede.oest",
      "netvaerksmoede.vest",
      "hjemme.oest",
      "hjemme.vest",
      "skift",
      "nat",
      "foraar",
      "maaling",
    ];
    expect([...events(all).keys()]).toEqual([...ids, "primo", "rapport", "pause"].map((id) => `${id}@rigt.fremdrift`));
    expect(all.undated).toEqual(["naar", "udvaelg"]);
    expect(all.events).toBe(12);
  });

  test("has what is precise at its local time, on all sides of both clock changes", () => {
    const course = event("kursus");
    expect(at(course.startDate)).toBe(localInstant("2014-08-27", "09:00", "Europe/Copenhagen"));
    expect(at(course.endDate)).toBe(localInstant("2014-08-28", "16:00", "Europe/Copenhagen"));
    const later = event("skift");
    expect(new Date(at(course.startDate)).toISOString()).toBe("2014-08-27T07:00:00.000Z");
    expect(new Date(at(later.startDate)).toISOString()).toBe("2014-11-05T08:00:00.000Z");
    expect(new Date(at(event("foraar").startDate)).toISOString()).toBe("2015-04-15T07:00:00.000Z");
    // A time that comes twice is the first of the two, and written so that no program can take the other. The end is an hour and a
    // clock change later.
    expect(danish().content).toContain("DTSTART:20141026T003000Z\r\n");
    expect(at(event("nat").endDate)).toBe(localInstant("2014-10-26", "03:30", "Europe/Copenhagen"));
    expect(at(later.endDate)).toBe(localInstant("2014-11-05", "15:00", "Europe/Copenhagen"));
    expect(danish().content).toContain("DTSTART;TZID=Europe/Copenhagen:20141105T090000\r\n");
    expect([property("kursus", "transp"), property("kursus", "status")]).toEqual(["OPAQUE", "CONFIRMED"]);
  });

  test("has an end only where the source gives one", () => {
    expect(property("netvaerksmoede.vest", "dtend")).toBeNull();
    expect(at(event("netvaerksmoede.vest").startDate)).toBe(localInstant("2014-09-11", "10:00", "Europe/Copenhagen"));
  });

  test("has a known day without a time as a whole day, its end the day after", () => {
    const east = event("netvaerksmoede.oest");
    expect([east.startDate.toString(), east.endDate.toString()]).toEqual(["2014-09-10", "2014-09-11"]);
    expect([east.summary, east.location]).toEqual(["Netværksmøde: øst", "Vanløse"]);
    expect(property("netvaerksmoede.oest", "status")).toBe("TENTATIVE");
  });

  test("has what is not precise as whole days that keep nobody busy, marked and with the source's words", () => {
    const early = event("primo");
    expect([early.startDate.toString(), early.endDate.toString()]).toEqual(["2014-12-01", "2014-12-11"]);
    expect([early.summary, property("primo", "transp"), property("primo", "status")]).toEqual([
      "Primo (ca.)",
      "TRANSPARENT",
      null,
    ]);
    const english = event("primo", calendarOf(richLayout(), { language: "en" }));
    expect([english.summary, english.description]).toEqual([
      "Early (approx.)",
      "Precision: month\n2.5 days + 2 days per idea",
    ]);
    const meeting = events(calendarOf(layoutOf(parsed(p1), "2027-02-01"), { language: "da" })).get(
      "m1@innovationsnetvaerk.fremdrift",
    )!;
    expect(meeting.component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
    expect(meeting.description).toContain(
      "Kildens ord: uge 7 · Dag 15\nPræcision: uge\nFase: Netværksdesign, Fokusering",
    );
    expect(event("kursus").description).toContain("Kildens ord: 27.-28. august");
    // Of what has only an end, the day of that end.
    expect(event("rapport").startDate.toString()).toBe("2014-11-04");
  });

  test("keeps texts with signs whole", () => {
    expect(event("kursus").location).toBe(HARD);
    expect(event("hjemme.oest").summary).toBe(`${HARD}: øst (ca.)`);
    expect(event("maaling").description).toContain('Linje 1\nLinje 2; med "citat"');
  });

  test("is the same text each time, with a stamp of the plan's or as given", () => {
    expect(danish()).toEqual(danish());
    expect(danish().content).toContain("DTSTAMP:20140826T220000Z");
    const stamped = calendarOf(richLayout(), { language: "da", stamp: localInstant("2020-01-01", "12:00", "UTC") });
    expect(stamped.content).toContain("DTSTAMP:20200101T120000Z");
  });

  test("has the dates that were given later in place of the planned ones, and what was cancelled as cancelled", () => {
    const executed = {
      phases: {},
      items: {
        primo: { state: "pinned", from: "2014-12-03", time: "09:00" },
        skift: { state: "cancelled" },
        rapport: { state: "planned", from: "2014-11-10", to: "2014-11-14", window: true as const },
      },
    };
    const calendar = calendarOf(richLayout(), { language: "da", executed, domain: "rigt-1", name: "Vores netværk" });
    const all = events(calendar);
    const early = all.get("primo@rigt-1.fremdrift")!;
    expect([early.summary, at(early.startDate)]).toEqual([
      "Primo",
      localInstant("2014-12-03", "09:00", "Europe/Copenhagen"),
    ]);
    const report = all.get("rapport@rigt-1.fremdrift")!;
    expect([report.summary, report.endDate.toString()]).toEqual(["Rapport (ca.)", "2014-11-15"]);
    expect(all.get("skift@rigt-1.fremdrift")!.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(calendar.content).toContain("X-WR-CALNAME:Vores netværk\r\n");
  });

  test("of every programme shipped is read by another program, with each dated item and session once", async () => {
    for (const layout of await shippedLayouts()) {
      const calendar = calendarOf(layout, { language: "da" });
      expect(events(calendar).size).toBe(calendar.events);
      expect(calendar.events + calendar.undated.length).toBeGreaterThanOrEqual(layout.programme.items.length);
      expect(Math.max(...calendar.content.split("\r\n").map(octets))).toBeLessThanOrEqual(75);
    }
  });

  test.each([2026, 2027, 2028])("of P5 in %i begins at nine each time, whenever the clock changes", async (year) => {
    const programme = (await listProgrammes()).find(({ id }) => id === "partnerskab")!;
    const calendar = calendarOf(layoutOf(programme, `${year}-08-27`), { language: "da" });
    const days = ["08-27", "09-29", "10-29", "11-15", "12-01"].map((day) => `${year}-${day}`);
    const nine = days.map((day) => localInstant(day, "09:00", "Europe/Copenhagen"));
    expect([...events(calendar).values()].map(({ startDate }) => at(startDate))).toEqual(nine);
  });

  test("without any date is an empty calendar that still can be read", () => {
    const { items } = rich();
    const undated: Programme = { ...rich(), items: items.filter(({ id }) => id === "udvaelg") };
    const calendar = calendarOf(layoutOf(undated), { language: "da" });
    expect([events(calendar).size, calendar.undated]).toEqual([0, ["udvaelg"]]);
  });
});

describe("a zone as a calendar tells it", () => {
  const YEARS = [2013, 2014, 2015, 2016];
  test.each([
    "Europe/Copenhagen",
    "America/New_York",
    "Australia/Sydney",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Tehran",
    "UTC",
  ])("%s has the same local times as its own clock, at noon of every day", (zone) => {
    const lines = ["BEGIN:VCALENDAR", ...zoneLines(zone, 2013, 2016), "END:VCALENDAR"];
    const calendar = new ICAL.Component(ICAL.parse(icsText(lines)) as unknown[]);
    const read = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone")!);
    const dates = YEARS.flatMap((year) => MONTHS.flatMap((month) => DAYS.map((day) => `${year}-${month}-${day}`)));
    for (const date of dates) {
      const time = ICAL.Time.fromString(`${date}T12:00:00`, null as never);
      time.zone = read;
      expect([date, at(time)]).toEqual([date, localInstant(date, "12:00", zone)]);
    }
  });
  const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));
  const DAYS = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, "0"));

  test("has a yearly rule where every year is alike, and each change by itself where they are not", () => {
    expect(zoneLines("Europe/Copenhagen", 2027, 2027)).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
    expect(zoneLines("America/New_York", 2027, 2027)).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU");
    expect(zoneLines("Africa/Casablanca", 2014, 2015).join()).not.toContain("RRULE");
  });

  test("of a course that lies in another zone is that zone's", () => {
    const moved = parsed(RICH.replace("zone: Europe/Copenhagen", "zone: America/New_York"));
    expect(at(event("kursus", calendarOf(layoutOf(moved), { language: "da" })).startDate)).toBe(
      localInstant("2014-08-27", "09:00", "America/New_York"),
    );
  });
});
