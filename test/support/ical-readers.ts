// Calendars as three programs read them that know nothing of each other: ical.js, node-ical, and Python's icalendar where it is.
import { spawnSync } from "node:child_process";
import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";

/** An event in words that all readers can say: days of whole days, else milliseconds; no end is null. */
export type ReadEvent = {
  uid: string;
  start: string | number;
  end: string | number | null;
  allDay: boolean;
  summary: string;
  description: string;
  location: string;
  status: string | null;
  sequence: number | null;
  /** Zone of its start as the file names it, `UTC`, or null of whole days. */
  zone: string | null;
};

/** Any property of an event that would make it come again. */
export const RECURRING = /^(RRULE|RDATE|EXRULE|EXDATE|RECURRENCE-ID)/m;

/** Each event of a calendar by ical.js, which takes its zones from the file itself. Throws on what it cannot parse. */
export function byIcalJs(content: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(content) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const said = (name: string) => component.getFirstPropertyValue(name) as unknown;
    const at = (time: ICAL.Time) => (time.isDate ? time.toString() : time.toJSDate().getTime());
    const { isDate: allDay, zone } = event.startDate;
    return {
      uid: event.uid,
      start: at(event.startDate),
      end: component.hasProperty("dtend") ? at(event.endDate) : null,
      allDay,
      summary: event.summary,
      description: event.description ?? "",
      location: event.location ?? "",
      status: said("status") as string | null,
      sequence: said("sequence") as number | null,
      zone: allDay ? null : zone!.tzid,
    };
  });
}

/** The same by node-ical, which knows zones by their names and not from the file. */
export function byNodeIcal(content: string): ReadEvent[] {
  const events = Object.values(nodeIcal.sync.parseICS(content)).filter((one): one is VEvent => one?.type === "VEVENT");
  return events.map((event) => {
    const allDay = event.datetype === "date";
    const at = (time: Date) => (allDay ? localDay(time) : time.getTime());
    const text = (value: unknown) => (typeof value === "string" ? value : "");
    const zone = (event.start as Date & { tz?: string }).tz;
    const [start, end] = [at(event.start), event.end && at(event.end)];
    return {
      uid: event.uid,
      start,
      // It says that what has no end ends when it begins.
      end: end === undefined || end === start ? null : end,
      allDay,
      summary: text(event.summary),
      description: text(event.description),
      location: text(event.location),
      status: event.status ?? null,
      sequence: event.sequence ?? null,
      zone: allDay ? null : zone === undefined || zone === "Etc/UTC" ? "UTC" : zone,
    };
  });
}

/** It gives whole days as midnights of the zone that this process is in. */
const localDay = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

const PYTHON = `
import datetime, json, sys
from icalendar import Calendar
def at(value):
    if not isinstance(value, datetime.datetime): return value.isoformat()
    return round(value.timestamp() * 1000)
def read(text):
    calendar = Calendar.from_ical(text)
    errors = [str(error) for part in calendar.walk() for error in getattr(part, "errors", [])]
    assert not errors, errors
    events = []
    for event in calendar.walk("VEVENT"):
        start = event["dtstart"]
        day = not isinstance(start.dt, datetime.datetime)
        text = lambda name: str(event.get(name, ""))
        events.append(dict(uid=text("uid"), start=at(start.dt), end=at(event["dtend"].dt) if "dtend" in event else None,
            allDay=day, summary=text("summary"), description=text("description"), location=text("location"),
            status=str(event["status"]) if "status" in event else None,
            sequence=int(event["sequence"]) if "sequence" in event else None,
            zone=None if day else start.params.get("TZID", "UTC")))
    return dict(events=events, again=Calendar.from_ical(calendar.to_ical()) == calendar)
json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
`;

/** Many calendars by Python's icalendar, which also writes each and reads it again. Throws where that is not the same. */
export function byPython(contents: string[]): ReadEvent[][] {
  const input = JSON.stringify(contents);
  const python = pythonThere() ?? "python3";
  const { status, stdout, stderr } = spawnSync(python, ["-c", PYTHON], { input, maxBuffer: 1e9, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const read = JSON.parse(stdout) as { events: ReadEvent[]; again: boolean }[];
  if (!read.every(({ again }) => again)) throw new Error("Python's icalendar writes another calendar than it read");
  return read.map(({ events }) => events);
}

/** Whether Python and its icalendar are on this machine; where not, says so on the console. */
export function hasPython(): boolean {
  const isThere = pythonThere() !== undefined;
  if (!isThere) console.warn(`\n*** ${NO_PYTHON} ***\n`);
  return isThere;
}

/** The first Python that has icalendar. Debian's packages are seen by Debian's own Python alone, whatever is first on the PATH. */
const pythonThere = (): string | undefined =>
  ["python3", "/usr/bin/python3"].find((python) => spawnSync(python, ["-c", "import icalendar"]).status === 0);

/** Name of what is skipped without it. */
export const NO_PYTHON = "SKIPPED: Python's icalendar is not installed (Debian: apt-get install python3-icalendar)";
