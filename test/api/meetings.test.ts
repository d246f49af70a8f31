// A meeting from its first date to its last message.
import { beforeAll, describe, expect, test } from "vitest";
import type { AgendaJson, EntryJson } from "../../api/shapes.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";
const PEOPLE = `email,role
lead@example.org,networkLead
anna@example.org,coreMember
bent@example.org,coreMember
cara@example.org,coreMember
part@example.org,participant
`;
const [ANNA, BENT, CARA] = ["anna@example.org", "bent@example.org", "cara@example.org"];
const RULES = ["meeting-14", "meeting-7", "meeting-2"];

test("with a date it invites, and its reminders are planned; without one they are suppressed when their time comes", async () => {
  const network = await house.network({ people: PEOPLE });
  const { entries } = await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00", place: "Rådhuset" });
  expect(entries.filter(isOfMeeting).map(({ kind, rule }) => [kind, rule])).toEqual([
    ["item.pinned", undefined],
    ["message.sent", "meeting-invitation"],
    ...RULES.map((rule) => ["message.planned", rule]),
  ]);
  expect(await told(network, "m1")).toEqual([["meeting-invitation", [ANNA, BENT, CARA]]]);
  expect((await network.mails())[0]!.model).toMatchObject({
    rule: "meeting-invitation",
    title: { da: "Møde 1" },
    place: "Rådhuset",
    start: Date.parse("2027-03-17T09:00:00+01:00"),
  });
  expect(await agenda(network, "item:m1")).toEqual([
    ["meeting-14", "2027-03-03T09:00:00+01:00", [ANNA, BENT, CARA]],
    ["meeting-7", "2027-03-10T09:00:00+01:00", [ANNA, BENT, CARA]],
    ["meeting-2", "2027-03-15T09:00:00+01:00", [ANNA, BENT, CARA]],
    ["meeting", "2027-03-17T09:00:00+01:00", [ANNA, BENT, CARA]],
  ]);

  // Meeting 2 has only a week (10): nobody is told of it, and the ledger says why.
  await network.step("2027-04-30");
  const suppressed = (await network.ledger()).filter((row) => row.subject === "item:m2" && isOfMeeting(row));
  expect(suppressed.map(({ kind, rule, reason }) => [kind, rule, reason])).toEqual(
    RULES.map((rule) => ["message.suppressed", rule, "date-not-precise"]),
  );
  expect(await told(network, "m2")).toEqual([]);
});

test("reminders go to those invited who have not declined, whatever they said before", async () => {
  const network = await house.network({ people: PEOPLE });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.do(ANNA!, "answer", { item: "m1", answer: "declined" });
  await network.do(BENT!, "answer", { item: "m1", answer: "declined" });
  await network.do(CARA!, "answer", { item: "m1", answer: "accepted" });
  expect(await agenda(network, "item:m1")).toMatchObject(
    [
      ["meeting-14", {}, [CARA]],
      ["meeting-7", {}, [CARA]],
      ["meeting-2", {}, [CARA]],
      ["meeting", {}, [CARA]],
    ].map(([what, , to]) => [what, expect.any(String), to]),
  );
  await network.step("2027-03-04");
  await network.do(BENT!, "answer", { item: "m1", answer: "accepted" });
  await network.step("2027-03-18");
  expect(await told(network, "m1")).toEqual([
    ["meeting-invitation", [ANNA, BENT, CARA]],
    ["meeting-14", [CARA]],
    // Calendars take away what was declined: who comes after all has it put back.
    ["meeting-invitation", [BENT]],
    ["meeting-7", [BENT, CARA]],
    ["meeting-2", [BENT, CARA]],
  ]);
  // A reminder is for one person once.
  const ofMeeting = (await network.mails()).filter(({ model }) => model.subject === "item:m1");
  const mails = ofMeeting.map(({ to, model }) => `${to} ${model.rule}`).filter((one) => /\d$/.test(one));
  expect(new Set(mails).size).toBe(mails.length);
});

test("moved, it has new reminders and no longer the old ones; one already sent is due again for the new date", async () => {
  const network = await house.network({ people: PEOPLE });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.step("2027-03-04");
  await network.do(LEAD, "moveItem", { item: "m1", start: "2027-04-14T13:00", reason: "Lokalet er optaget" });
  expect(await agenda(network, "item:m1")).toEqual([
    ["meeting-14", "2027-03-31T09:00:00+02:00", [ANNA, BENT, CARA]],
    ["meeting-7", "2027-04-07T09:00:00+02:00", [ANNA, BENT, CARA]],
    ["meeting-2", "2027-04-12T09:00:00+02:00", [ANNA, BENT, CARA]],
    ["meeting", "2027-04-14T13:00:00+02:00", [ANNA, BENT, CARA]],
  ]);
  const moved = (await network.mails()).filter(({ model }) => model.rule === "meeting-moved");
  expect(moved.map(({ to }) => to)).toEqual([ANNA, BENT, CARA]);
  expect(moved[0]!.model).toMatchObject({
    reason: "Lokalet er optaget",
    start: Date.parse("2027-04-14T13:00:00+02:00"),
  });
  await network.step("2027-04-15");
  expect((await sent(network, "m1")).map(({ at, rule }) => [rule, at.slice(0, 10)])).toEqual([
    ["meeting-invitation", "2027-02-01"],
    ["meeting-14", "2027-03-03"],
    ["meeting-moved", "2027-03-04"],
    ["meeting-14", "2027-03-31"],
    ["meeting-7", "2027-04-07"],
    ["meeting-2", "2027-04-12"],
  ]);
});

test("cancelled, those who had been told are told so, and nothing comes after", async () => {
  const network = await house.network({ people: PEOPLE });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.step("2027-03-04");
  await network.do(LEAD, "cancelItem", { item: "m1", reason: "Sygdom" });
  expect(await agenda(network, "item:m1")).toEqual([]);
  await network.step("2027-03-31");
  expect(await told(network, "m1")).toEqual([
    ["meeting-invitation", [ANNA, BENT, CARA]],
    ["meeting-14", [ANNA, BENT, CARA]],
    ["meeting-cancelled", [ANNA, BENT, CARA]],
  ]);
  const again = await network.trigger(LEAD, "moveItem", { item: "m1", start: "2027-05-05T09:00" });
  expect(again).toMatchObject({ status: 409, body: { code: "state" } });
});

test("a day ahead the invitation goes, and what should have gone before is suppressed as too late", async () => {
  const network = await house.network({ people: PEOPLE });
  await network.step("2027-03-16T10:00");
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.step("2027-03-18");
  expect(await told(network, "m1")).toEqual([["meeting-invitation", [ANNA, BENT, CARA]]]);
  const late = (await network.ledger()).filter(
    ({ kind, subject, reason }) => kind === "message.suppressed" && subject === "item:m1" && reason === "too-late",
  );
  expect(late.map(({ subject, rule }) => [subject, rule]).toSorted()).toEqual(
    RULES.map((rule) => ["item:m1", rule]).toSorted(),
  );
});

describe("what a date has to be", () => {
  let network: TestNetwork;
  beforeAll(async () => {
    network = await house.network({ people: PEOPLE });
    await network.do(LEAD, "pinItem", { item: "m5", start: "2027-05-05" });
  });

  test("a day without a time is precise", async () => {
    expect((await agenda(network, "item:m5")).map(([what, at]) => [what, at])).toEqual([
      ["meeting-14", "2027-04-21T09:00:00+02:00"],
      ["meeting-7", "2027-04-28T09:00:00+02:00"],
      ["meeting-2", "2027-05-03T09:00:00+02:00"],
      ["meeting", "2027-05-05T00:00:00+02:00"],
    ]);
    expect((await network.mails())[0]!.model).toMatchObject({ allDay: true, tentative: true });
  });

  test.each([
    ["pinItem", { item: "m1", start: "2027-02-30" }, 422],
    ["pinItem", { item: "m1", start: "22. november" }, 422],
    ["pinItem", { item: "m1", start: "2027-03-17T10:00", end: "2027-03-17T09:00" }, 422],
    ["pinItem", { item: "m1" }, 422],
    ["pinItem", { item: "m9", start: "2027-03-17" }, 409],
    ["pinItem", { item: "m5", start: "2027-05-06" }, 409],
    ["moveItem", { item: "m1", start: "2027-03-17" }, 409],
    ["holdMeeting", { item: "m1" }, 409],
  ])("%s %j → %i", async (type, data, expected) => {
    const { status, body } = await network.trigger(LEAD, type, data);
    expect(status).toBe(expected);
    expect(body.detail).not.toBe("");
    expect((await network.show()).state.items).toEqual({ m5: expect.objectContaining({ state: "pinned" }) });
  });
});

type Line = [what: string, at: string, to: string[]];

/** Dates that are missing and minutes are another matter. */
const isOfMeeting = ({ rule }: { rule?: string | undefined }) => rule === undefined || rule.startsWith("meeting");

async function agenda(network: TestNetwork, subject: string): Promise<Line[]> {
  const entries = (await network.agenda()).filter((entry) => entry.subject === subject && isOfMeeting(entry));
  return entries.map(({ rule, kind, at, to }: AgendaJson) => [rule ?? kind, at, to]);
}

async function sent(network: TestNetwork, item: string): Promise<EntryJson[]> {
  const ledger = (await network.ledger()).filter(isOfMeeting);
  return ledger.filter(({ kind, subject }) => kind === "message.sent" && subject === `item:${item}`);
}

async function told(network: TestNetwork, item: string): Promise<[rule: string | undefined, to: string[]][]> {
  const entries = await sent(network, item);
  return entries.map(({ rule, deliveries = [] }) => [rule, deliveries.map(({ to }) => to).toSorted()]);
}
