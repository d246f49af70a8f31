import { describe, expect, it } from "vitest";
import { entryJson } from "../../machines/entry-json.ts";

const zone = "Europe/Copenhagen";
const emails: Record<string, string> = { p1: "kim@example.org", p2: "bo@example.org" };
const options = { zone, emailOf: (id: string) => emails[id] };
const at = Date.UTC(2027, 2, 11, 8, 0, 30);

describe("an entry from outside", () => {
  it("has instants with the zone's offset, and people by e-mail, also in its data", () => {
    const data = { start: at, end: at + 3_600_000, place: "Rådhuset", allDay: true, person: "p2" };
    const row = {
      seq: 7,
      n: 3,
      key: "k",
      at,
      kind: "item.pinned",
      subject: "item:m1",
      by: "p1",
      role: "networkLead",
      data,
    };
    expect(entryJson({ ...row, planned: Date.UTC(2027, 6, 1, 7) }, options)).toEqual({
      seq: 7,
      at: "2027-03-11T09:00:30+01:00",
      kind: "item.pinned",
      subject: "item:m1",
      by: "kim@example.org",
      role: "networkLead",
      planned: "2027-07-01T09:00:00+02:00",
      data: {
        start: "2027-03-11T09:00:30+01:00",
        end: "2027-03-11T10:00:30+01:00",
        place: "Rådhuset",
        allDay: true,
        person: "bo@example.org",
      },
    });
  });

  it("leaves out what there is none of", () => {
    const row = { at, kind: "phase.due", subject: "phase:design", by: "", role: "", data: { note: undefined } };
    expect(entryJson(row, { ...options, deliveries: [] })).toEqual({
      at: "2027-03-11T09:00:30+01:00",
      kind: "phase.due",
      subject: "phase:design",
    });
  });

  it("keeps the id of whoever is no longer known, and a year or a round as the number it is", () => {
    const row = { at, kind: "idea.testStarted", subject: "idea:i1", by: "p9", data: { round: 2, due: "2027-12-31" } };
    expect(entryJson(row, options)).toMatchObject({ by: "p9", data: { round: 2, due: "2027-12-31" } });
  });

  it("says to whom a message went and how far it has come", () => {
    const deliveries = [{ to: "kim@example.org", state: "failed" as const, response: "550" }];
    const row = { at, kind: "message.sent", subject: "item:m1", rule: "meeting-7", to: ["invited"], reason: "r" };
    expect(entryJson(row, { ...options, deliveries })).toMatchObject({
      rule: "meeting-7",
      to: ["invited"],
      reason: "r",
      deliveries,
    });
  });
});
