// The calendars of all five programmes are the same to programs that know nothing of each other.
import { describe, expect, test } from "vitest";
import { folded } from "../../../programmes/export/ics-text.ts";
import { calendarText, type CalendarEvent } from "../../../programmes/export/ics-event.ts";
import { calendarOf } from "../../../programmes/export/ics.ts";
import { localInstant } from "../../../programmes/calendar.ts";
import { byIcalJs, byNodeIcal, byPython, hasPython, NO_PYTHON, RECURRING } from "../../support/ical-readers.ts";
import { HARD, richLayout, shippedLayouts } from "./given.ts";

const ZONE = "Europe/Copenhagen";
const LONG = `Fællesskabsagenternes årsmøde på Østerbro: ${"hvordan får vi flere ældre på gåtur i skoven? €🎉 ".repeat(30)}`;

const event = (id: string, more: Partial<CalendarEvent>): CalendarEvent => ({
  uid: `${id}@n1.fremdrift`,
  stamp: 0,
  sequence: 7,
  zone: ZONE,
  time: { first: "2027-03-28", last: "2027-03-28" },
  summary: id,
  description: "",
  place: "",
  category: "møde",
  status: "CONFIRMED",
  busy: true,
  ...more,
});
const local = (date: string, time: string) => localInstant(date, time, ZONE);

/** Beginnings every half an hour round both changes of the clock, each for an hour; so every day from March to November. */
const CHANGES = ["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31", "2028-03-26", "2028-10-29"].flatMap((day) =>
  Array.from({ length: 10 }, (_, half) => {
    const start = local(day, "00:30") + half * 1_800_000;
    return event(`${day}-${half}`, { time: { start, end: start + 3_600_000 } });
  }),
);
const DAYS = Array.from({ length: 270 }, (_, day) => {
  const date = new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);
  return event(date, { time: { start: local(date, "09:00"), end: local(date, "15:30") } });
});

/** A backslash before an n, which node-ical takes for a line break though the file says that it is none. */
const BACKSLASH = event("backslash", { summary: "\\n er ikke et linjeskift" });
const LINE_BREAK = "\n er ikke et linjeskift";

const given = async (): Promise<[name: string, content: string][]> => {
  const head = { name: LONG, zone: ZONE };
  const layouts = [...(await shippedLayouts()), ...(await shippedLayouts("2026-08-27")), richLayout()];
  const written = layouts.map(({ programme, ...rest }): [string, string] => {
    const { content } = calendarOf({ programme, ...rest }, { language: "da" });
    return [`${programme.id} ${rest.start ?? ""}`, content];
  });
  const hard = [HARD, LONG, " to  mellemrum ", "a\nb\n\nc", "a\tb"];
  const texts = hard.map((text, index) =>
    event(`text-${index}`, { summary: text, description: text + text, place: text }),
  );
  return [
    ...written,
    ["both changes of the clock", calendarText(head, CHANGES)],
    ["every day for nine months", calendarText(head, DAYS)],
    ["texts that are hard to write", calendarText(head, texts)],
    ["two zones", calendarText(head, [...DAYS.slice(0, 3), event("ny", { ...DAYS[9]!, zone: "America/New_York" })])],
    ["nothing", calendarText({ ...head, refresh: 60 }, [])],
  ];
};

describe("a calendar file", async () => {
  const calendars = await given();

  test.each(calendars)(
    "of %s is the same to ical.js and to node-ical, and has nothing that comes again",
    (_, content) => {
      const read = byIcalJs(content);
      expect(byNodeIcal(content)).toEqual(read);
      expect(read).toHaveLength(content.match(/^BEGIN:VEVENT/gm)?.length ?? 0);
      const outsideZones = content.replace(/BEGIN:VTIMEZONE[^]*?END:VTIMEZONE/g, "");
      expect(outsideZones).not.toMatch(RECURRING);
      expect(Math.max(...content.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    },
  );

  if (hasPython()) {
    test("is the same to Python's icalendar, which writes it again as it read it", () => {
      const backslash = calendarText({ name: "", zone: ZONE }, [BACKSLASH]);
      const read = byPython([...calendars.map(([, content]) => content), backslash]);
      for (const [index, [name, content]] of calendars.entries())
        expect([name, read[index]]).toEqual([name, byIcalJs(content)]);
      expect(byIcalJs(backslash)[0]!.summary).toBe(BACKSLASH.summary);
      // Debian's version, 4.0, takes it for a line break, too.
      expect([BACKSLASH.summary, LINE_BREAK]).toContain(read.at(-1)![0]!.summary);
    });
  } else test.skip(NO_PYTHON, () => {});

  test("has the instants that were meant on both sides of both changes of the clock", () => {
    const read = byNodeIcal(calendarText({ name: "", zone: ZONE }, CHANGES));
    expect(read.map(({ start, end }) => ({ start, end }))).toEqual(CHANGES.map(({ time }) => time));
    const utc = byNodeIcal(calendarText({ name: "", zone: ZONE }, DAYS)).map(({ start }) =>
      new Date(start).toISOString().slice(11, 16),
    );
    expect(new Set(utc.slice(0, 27))).toEqual(new Set(["08:00"]));
    expect(new Set(utc.slice(27, 244))).toEqual(new Set(["07:00"]));
    expect(new Set(utc.slice(244))).toEqual(new Set(["08:00"]));
  });

  test("is folded inside a line wherever the 75th octet falls, and never inside a letter", () => {
    for (let before = 0; before < 80; before += 1) {
      const summary = `${"x".repeat(before)}${"æ€🎉å".repeat(20)}`;
      const content = calendarText({ name: "", zone: ZONE }, [event("fold", { summary })]);
      expect([byIcalJs(content)[0]!.summary, byNodeIcal(content)[0]!.summary]).toEqual([summary, summary]);
      const bytes = folded(`SUMMARY:${summary}`).split("\r\n");
      expect(bytes.every((line) => !line.includes("\uFFFD") && Buffer.byteLength(line) <= 75)).toBe(true);
    }
  });
});
