// Which meeting an answer is to, by what the person was told and what the meeting now is.
import { expect, it } from "vitest";
import type { DatesView, MailModel, View } from "../../machines/ledger.ts";
import { answerData } from "../../worker/inbox-answer.ts";

const [MONDAY, TUESDAY, HOUR] = [1_000_000, 2_000_000, 1_000];

const told = (sequence: number, more: Partial<MailModel> = {}): MailModel => ({
  rule: "meeting-invitation",
  network: "n1",
  networkTitle: "N",
  zone: "Europe/Copenhagen",
  subject: "item:m1",
  title: { da: "Møde", en: "Meeting" },
  start: MONDAY,
  sequence,
  ...more,
});

/** A network whose meeting is as given. */
const now = (dates: DatesView & { sessions?: Record<string, DatesView> }): View =>
  ({ items: { m1: { kind: "meeting", state: "pinned", ...dates } } }) as unknown as View;

const yes = (sequence: number, mails: MailModel[], view: View, session?: string) =>
  answerData(
    { answer: "accepted", sequence },
    { item: "m1", ...(session !== undefined && { session }) },
    { told: mails, view },
  );
const YES = { item: "m1", answer: "accepted" };

it("an answer to the invitation that still holds counts, to an earlier one only where the date is the same", () => {
  const mails = [told(3), told(7, { rule: "meeting-moved", start: TUESDAY })];
  expect(yes(7, mails, now({ start: TUESDAY }))).toEqual(YES);
  expect(yes(6, mails, now({ start: TUESDAY }))).toBe("old");
  expect(yes(3, mails, now({ start: MONDAY }))).toEqual(YES);
  // Calendars that count on by themselves answer the last; those that do not count, the first.
  expect(yes(99, mails, now({ start: TUESDAY }))).toEqual(YES);
  expect(yes(0, mails, now({ start: TUESDAY }))).toBe("old");
  expect(yes(0, [told(3)], now({ start: MONDAY }))).toEqual(YES);
});

it.each<[string, DatesView]>([
  ["another end", { start: MONDAY, end: MONDAY + HOUR, allDay: true }],
  ["a time where there was a day", { start: MONDAY, end: MONDAY + 2 * HOUR }],
  ["no date any more", {}],
])("%s is another date", (_what, dates) => {
  const invitation = told(3, { end: MONDAY + 2 * HOUR, allDay: true });
  expect(yes(3, [invitation], now({ start: MONDAY, end: MONDAY + 2 * HOUR, allDay: true }))).toEqual(YES);
  expect(yes(3, [invitation], now(dates))).toBe("old");
});

it("what was written with an answer is kept with it", () => {
  const answer = { answer: "declined", sequence: 3, note: "Jeg er på ferie" } as const;
  const data = answerData(answer, { item: "m1" }, { told: [told(3)], view: now({ start: MONDAY }) });
  expect(data).toEqual({ item: "m1", answer: "declined", note: "Jeg er på ferie" });
});

it("nobody answers what they were not invited to, or what was taken off for them", () => {
  const cancelled = told(5, { rule: "meeting-cancelled" });
  expect(yes(3, [], now({ start: MONDAY }))).toBe("not-invited");
  expect(yes(5, [cancelled], now({ start: MONDAY }))).toBe("not-invited");
  expect(yes(3, [told(3), cancelled], now({ start: MONDAY }))).toBe("cancelled");
  expect(yes(6, [told(3), cancelled, told(6)], now({ start: MONDAY }))).toEqual(YES);
});

it("of several parts in a person's calendar a yes chooses one, and only then", () => {
  const [east, west] = ["east", "west"].map((part) => told(3, { subject: `item:m1/${part}` })) as [
    MailModel,
    MailModel,
  ];
  const view = now({ sessions: { east: { start: MONDAY }, west: { start: MONDAY } } });
  const off = told(4, { subject: "item:m1/west", rule: "meeting-cancelled" });
  expect(yes(3, [east, west], view, "east")).toEqual({ ...YES, session: "east" });
  expect(yes(3, [east], view, "east")).toEqual(YES);
  expect(yes(3, [east, west, off], view, "east")).toEqual(YES);
  expect(yes(3, [east, west, off], view, "west")).toBe("cancelled");
  expect(yes(3, [east], view, "west")).toBe("not-invited");
  expect(
    answerData({ answer: "declined", sequence: 3 }, { item: "m1", session: "east" }, { told: [east, west], view }),
  ).toEqual({
    item: "m1",
    answer: "declined",
  });
});
