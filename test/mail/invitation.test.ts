// What a mail asks of a calendar: which event, when, and what to do with it.
import { describe, expect, it } from "vitest";
import type { MailModel } from "../../machines/ledger.ts";
import { calendarOf, eventIn, eventOf, instantOf, invited, value } from "./calendars.ts";
import { decision, local, meeting, model, reader } from "./models.ts";

const told = (rule: string, more: Partial<MailModel> = {}) =>
  meeting(rule, { subject: "item:m1", at: local("2027-02-01T09:00"), sequence: 7, ...more });
const DAY = { start: local("2027-03-11"), end: local("2027-03-11T23:59"), allDay: true };
const timesIn = (more: Partial<MailModel>) => {
  const event = invited(told("meeting-invitation", more))!.content.split("BEGIN:VEVENT")[1]!;
  return event.match(/^DT(?:START|END).*$/gm)!.map((line) => line.trim());
};

describe("an invitation", () => {
  it("is a request with everything that a calendar needs to show it and answer it", () => {
    const { method, content } = invited(told("meeting-invitation"))!;
    const event = eventIn({ method, content });
    expect(method).toBe("REQUEST");
    expect(
      Object.fromEntries(
        ["uid", "sequence", "dtstamp", "summary", "location", "url", "status", "transp"].map((name) => [
          name,
          value(event, name),
        ]),
      ),
    ).toEqual({
      uid: "m1@n1.fremdrift",
      sequence: 7,
      dtstamp: "2027-02-01T08:00:00Z",
      summary: "Møde 1",
      location: "Rådhuset, lokale 2",
      url: "https://fremdrift.example/networks/n1",
      status: "CONFIRMED",
      transp: "OPAQUE",
    });
    expect([instantOf(event.startDate), instantOf(event.endDate)]).toEqual([
      local("2027-03-11T09:00"),
      local("2027-03-11T12:00"),
    ]);
    expect(content).toContain("\r\nDTSTART;TZID=Europe/Copenhagen:20270311T090000\r\n");
  });

  it("names the network as organiser and the reader as the one who is to answer", () => {
    const { component } = eventOf(told("meeting-invitation"));
    expect(component.getFirstProperty("organizer")!.toJSON()).toEqual([
      "organizer",
      { cn: "Mad uden spild" },
      "cal-address",
      "mailto:fremdrift@example.org",
    ]);
    expect(component.getAllProperties("attendee").map((one) => one.toJSON())).toEqual([
      [
        "attendee",
        { cutype: "INDIVIDUAL", role: "REQ-PARTICIPANT", partstat: "NEEDS-ACTION", rsvp: "TRUE", cn: "Kim Prøve" },
        "cal-address",
        "mailto:kim@example.org",
      ],
    ]);
    const bare = eventOf(told("meeting-invitation"), reader("da"), "post@example.org");
    expect(value(bare, "organizer")).toBe("mailto:post@example.org");
  });

  it("speaks the reader's language and leads to the network", () => {
    const danish = eventOf(told("meeting-invitation"));
    const english = eventOf(told("meeting-invitation"), reader("en"));
    expect([danish.summary, english.summary]).toEqual(["Møde 1", "Meeting 1"]);
    expect(danish.description).toBe(
      "Du er inviteret til »Møde 1« i netværket »Mad uden spild«.\n\nNetværk: Mad uden spild\n\nSe mødet, og svar: https://fremdrift.example/networks/n1",
    );
    expect(english.description).toContain("You are invited to “Meeting 1”");
  });

  it("is tentative where the meeting is, and says what that means", () => {
    const event = eventOf(told("meeting-invitation", { tentative: true }));
    expect(value(event, "status")).toBe("TENTATIVE");
    expect(event.description).toContain("Mødet er foreløbigt.");
  });

  it("has a place only where one is known", () => {
    const { place: _, ...rest } = told("meeting-invitation");
    expect(value(eventOf(rest), "location")).toBeNull();
  });

  it("of a session has an id of its own", () => {
    expect(eventOf(told("meeting-invitation", { subject: "item:E6/east" })).uid).toBe("E6.east@n1.fremdrift");
  });

  it.each([
    ["a reminder", told("meeting-14")],
    ["a decision", { ...decision("decision-requested"), at: 0, sequence: 1 }],
    ["a meeting without a date", model("meeting-invitation", { at: 0, sequence: 1 })],
    ["a mail that was queued before mails had a place in the order", meeting("meeting-invitation", { at: 0 })],
    ["a rule that is called as what every object has", told("constructor")],
  ])("does not go with %s", (_, other) => {
    expect(invited(other)).toBeUndefined();
  });

  it("is refused in a zone that does not exist", () => {
    expect(() => invited(told("meeting-invitation", { zone: "Europe/Nowhere" }))).toThrow(/Europe\/Nowhere/);
  });
});

describe("a change", () => {
  it("of the date is a request of the same id, and says why", () => {
    const { method, content } = invited(told("meeting-moved", { sequence: 9, reason: "Lokalet var optaget" }))!;
    const event = eventIn({ method, content });
    expect([method, event.uid, event.sequence]).toEqual(["REQUEST", "m1@n1.fremdrift", 9]);
    expect(event.description).toContain("Begrundelse: Lokalet var optaget");
  });

  it("that takes it off is a cancellation, and asks for no answer", () => {
    const { method, content } = invited(told("meeting-cancelled", { tentative: true }))!;
    expect(method).toBe("CANCEL");
    expect(value(eventIn({ method, content }), "status")).toBe("CANCELLED");
    expect(content).not.toMatch(/RSVP|PARTSTAT/);
    expect(content).toContain('ATTENDEE;CN="Kim Prøve":mailto:kim@example.org');
  });

  it("stands in the calendar as the newest mail says, in whatever order they come", () => {
    const mails = [
      told("meeting-invitation"),
      told("meeting-moved", { sequence: 9, start: local("2027-03-12T09:00"), end: local("2027-03-12T12:00") }),
      told("meeting-cancelled", { sequence: 12 }),
    ].map((one) => invited(one)!);
    const after = (...order: number[]) => {
      const calendar = calendarOf();
      for (const index of order) calendar.take(mails[index]!);
      return calendar.events().map(({ startDate }) => startDate.toString());
    };
    expect([after(0, 1), after(1, 0)]).toEqual([["2027-03-12T09:00:00"], ["2027-03-12T09:00:00"]]);
    expect([after(0, 1, 2), after(2, 0, 1), after(1, 2)]).toEqual([[], [], []]);
  });
});

describe("a date in a calendar", () => {
  it("without an hour is a whole day, and says that the hour follows", () => {
    expect(timesIn(DAY)).toEqual(["DTSTART;VALUE=DATE:20270311", "DTEND;VALUE=DATE:20270312"]);
    const { end: _, ...open } = told("meeting-invitation", DAY);
    expect(invited(open)!.content).toContain("\r\nDTEND;VALUE=DATE:20270312\r\n");
    const invitation = invited(told("meeting-invitation", DAY))!;
    expect(eventIn(invitation).description).toContain("Hvornår: torsdag den 11. marts 2027 (tidspunkt følger)");
    expect(invitation.content).not.toContain("VTIMEZONE");
  });

  it("of several days ends on the day after the last", () => {
    const days = { start: local("2014-04-09"), end: local("2014-04-10T23:59"), allDay: true };
    expect(timesIn(days)).toEqual(["DTSTART;VALUE=DATE:20140409", "DTEND;VALUE=DATE:20140411"]);
    const untilChange = { start: local("2027-10-30"), end: local("2027-10-31T23:59"), allDay: true };
    expect(timesIn(untilChange)).toEqual(["DTSTART;VALUE=DATE:20271030", "DTEND;VALUE=DATE:20271101"]);
  });

  it("without an end, or with one that is not after the start, has a start only", () => {
    const { end: _, ...open } = told("meeting-invitation");
    expect(invited(open)!.content).not.toContain("DTEND");
    expect(timesIn({ end: local("2027-03-11T09:00") })).toEqual(["DTSTART;TZID=Europe/Copenhagen:20270311T090000"]);
  });

  it.each([
    ["before summer time", "2027-03-27T09:00", "2027-03-27T08:00Z"],
    ["after it has begun", "2027-03-29T09:00", "2027-03-29T07:00Z"],
    ["before it ends", "2027-10-30T09:00", "2027-10-30T07:00Z"],
    ["after it has ended", "2027-11-01T09:00", "2027-11-01T08:00Z"],
    ["over the night in which it ends", "2027-10-30T22:00", "2027-10-30T20:00Z"],
  ])("%s is read as the instant that it is", (_, start, utc) => {
    const end = local(start) + 8 * 3_600_000;
    const event = eventOf(told("meeting-invitation", { start: local(start), end }));
    expect([instantOf(event.startDate), instantOf(event.endDate)]).toEqual([Date.parse(utc), end]);
  });

  it("in the hour that the clock shows twice is told so that nobody can take it for the other", () => {
    const [first, second] = [Date.parse("2027-10-31T00:30Z"), Date.parse("2027-10-31T01:30Z")];
    expect(timesIn({ start: first, end: second })).toEqual(["DTSTART:20271031T003000Z", "DTEND:20271031T013000Z"]);
    const event = eventOf(told("meeting-invitation", { start: first, end: second }));
    expect([instantOf(event.startDate), instantOf(event.endDate)]).toEqual([first, second]);
  });

  it.each(["America/New_York", "Asia/Tehran", "UTC"])("in %s stands in that zone", (zone) => {
    const event = eventOf(told("meeting-invitation", { zone }));
    expect([instantOf(event.startDate), instantOf(event.endDate)]).toEqual([
      local("2027-03-11T09:00"),
      local("2027-03-11T12:00"),
    ]);
  });

  it("over several years has a zone that is right in all of them", () => {
    const [start, end] = [Date.parse("2014-01-10T10:00Z"), Date.parse("2017-07-20T10:00Z")];
    const event = eventOf(told("meeting-invitation", { start, end, zone: "Africa/Casablanca" }));
    expect([instantOf(event.startDate), instantOf(event.endDate)]).toEqual([start, end]);
  });
});
