// The invitations of whole networks: every one of the five programmes, as its people's calendars see it.
import type ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { MailModel } from "../../machines/ledger.ts";
import { localDate } from "../../programmes/calendar.ts";
import { calendarOf as exported } from "../../programmes/export/ics.ts";
import { line, sampleOf, type Played } from "../machines/shipped.ts";
import { calendarOf, eventIn, instantOf, invited, octets, value } from "./calendars.ts";

const IDS = ["innovationsnetvaerk", "faellesskabsagenter", "borgerservice", "beskaeftigelsesindsats", "partnerskab"];

/** Every mail with an invitation, in order of the ledger. */
function mailed({ deliveries, book }: Pick<Played, "deliveries" | "book">) {
  return deliveries.flatMap(({ person: id, model }) => {
    const person = book.people.find((one) => one.id === id);
    const invitation = invited(model, person ?? { name: id, email: "gone@example.org", language: "da" });
    return invitation ? [{ id, person, model, invitation }] : [];
  });
}

/** One person's mails with invitations, by e-mail. */
const mailsTo = (played: Played, who: string) =>
  mailed(played).filter(({ person }) => person?.email === `${who}@example.org`);

const inCalendar = (mails: ReturnType<typeof mailed>) => {
  const calendar = calendarOf();
  for (const { invitation } of mails) calendar.take(invitation);
  return calendar.events();
};

describe.each(IDS)("%s", async (id) => {
  const { script, play } = await sampleOf(id);
  const whole = play(script, "2040-12-31");
  const mails = mailed(whole);

  test("has an invitation in every mail that invites, moves or cancels, and in no other", () => {
    const rules = ["meeting-invitation", "meeting-moved", "meeting-cancelled"];
    expect(mails).toHaveLength(whole.deliveries.filter(({ model }) => rules.includes(model.rule)).length);
    expect(mails.length).toBeGreaterThan(0);
  });

  test("has events that another program reads as they were meant, in lines that are short enough", () => {
    for (const { model, invitation } of mails) {
      const event = eventIn(invitation);
      expect(timesOf(event)).toEqual(timesIn(model));
      expect(event.summary).toBe([model.title.da, model.title.en].find((title) => title === event.summary));
      expect(value(event, "status")).toBe(
        invitation.method === "CANCEL" ? "CANCELLED" : model.tentative ? "TENTATIVE" : "CONFIRMED",
      );
      expect(Math.max(...invitation.content.split("\r\n").map(octets))).toBeLessThanOrEqual(75);
    }
  });

  test("names its meetings as the network's own calendar does", () => {
    const { content } = exported(whole.plan, { language: "da", domain: whole.book.network.id });
    const known = new Set(content.replaceAll("\r\n ", "").match(/^UID:.*$/gm));
    const used = new Set(mails.map(({ invitation }) => `UID:${eventIn(invitation).uid}`));
    expect([...used].filter((uid) => !known.has(`${uid}\r`) && !known.has(uid))).toEqual([]);
  });

  test("tells each reader in rising order, and all readers of one message in the same", () => {
    const last = new Map<string, number>();
    for (const { id: person, invitation, model } of mails) {
      const { uid, sequence } = eventIn(invitation);
      expect(sequence).toBeGreaterThan(last.get(`${person} ${uid}`) ?? -1);
      expect(sequence).toBe(model.sequence);
      last.set(`${person} ${uid}`, sequence);
    }
    const sequences = new Map(whole.deliveries.map(({ seq }) => [seq, new Set<number | undefined>()] as const));
    for (const { seq, model } of whole.deliveries) sequences.get(seq)!.add(model.sequence);
    expect([...sequences.values()].every(({ size }) => size === 1)).toBe(true);
  });

  test("leaves each reader's calendar with the dates that hold", () => {
    const { items } = whole.book.view;
    for (const { id: person, email } of whole.book.people) {
      for (const event of inCalendar(mails.filter((mail) => mail.id === person))) {
        const [item, session] = event.uid.split("@")[0]!.split(".");
        const dates = session === undefined ? items[item!] : items[item!]?.sessions?.[session];
        const start = dates?.allDay ? event.startDate.toString() : instantOf(event.startDate);
        const holds = dates?.allDay ? localDate(dates.start!, whole.plan.programme.zone) : dates?.start;
        expect([email, event.uid, start]).toEqual([email, event.uid, holds]);
      }
    }
  });
});

/** Days of whole days, else instants. */
const timesOf = ({ startDate, endDate, component }: ICAL.Event) => {
  const of = (time: ICAL.Time) => (time.isDate ? time.toString() : instantOf(time));
  return component.hasProperty("dtend") ? [of(startDate), of(endDate)] : [of(startDate)];
};
const timesIn = ({ start, end, allDay, zone }: MailModel) => {
  if (!allDay) return end === undefined ? [start] : [start, end];
  const dayAfter = new Date(Date.parse(localDate(end ?? start!, zone)) + 86_400_000).toISOString().slice(0, 10);
  return [localDate(start!, zone), dayAfter];
};

describe("who changes session", async () => {
  const { script, play, upTo } = await sampleOf("faellesskabsagenter");
  const ofE6 = (mails: ReturnType<typeof mailed>) =>
    mails
      .filter(({ model }) => model.subject.startsWith("item:E6"))
      .map(({ invitation }) => [
        invitation.method,
        eventIn(invitation).uid.split("@")[0],
        eventIn(invitation).startDate.toString(),
      ]);
  const entries = (mails: ReturnType<typeof mailed>) =>
    inCalendar(mails)
      .map(({ uid }) => uid.split("@")[0]!)
      .filter((uid) => uid.startsWith("E6"));

  test("is taken off the one and asked to the other, and nobody else hears of it", () => {
    const mails = mailsTo(play(script, "2014-12-31"), "frida.hasselriis");
    expect(ofE6(mails)).toEqual([
      ["REQUEST", "E6.east", "2014-09-10"],
      ["CANCEL", "E6.east", "2014-09-10"],
      ["REQUEST", "E6.west", "2014-09-11"],
    ]);
    expect(entries(mails)).toEqual(["E6.west"]);
    expect(ofE6(mailsTo(play(script, "2014-12-31"), "birgit.solhoej"))).toEqual([["REQUEST", "E6.east", "2014-09-10"]]);
  });

  test("and changes back has the first again, though the date is the same", () => {
    const change = (at: string, region: string) =>
      line(at, "networkLead", "changePerson", { person: "frida.hasselriis@example.org", region, reason: "Ny plan." });
    const there = change("2014-08-20T09:00", "vest");
    const back = change("2014-08-20T09:00", "øst");
    const played = play(upTo("2014-08-01", there, back), "2014-08-31");
    expect(played.refusals).toEqual([]);
    const mails = mailsTo(played, "frida.hasselriis");
    expect(ofE6(mails).map(([method, uid]) => [method, uid])).toEqual([
      ["REQUEST", "E6.east"],
      ["CANCEL", "E6.east"],
      ["REQUEST", "E6.west"],
      ["REQUEST", "E6.east"],
      ["CANCEL", "E6.west"],
    ]);
    expect(entries(mails)).toEqual(["E6.east"]);
    expect(entries(mails.toReversed())).toEqual(["E6.east"]);
  });

  test("hears of a move of their own session only", () => {
    const later = { item: "E6", session: "east", start: "2014-09-24T10:00", reason: "Salen er optaget." };
    const played = play(upTo("2014-08-01", line("2014-08-04T09:00", "networkLead", "moveItem", later)), "2014-08-31");
    expect(ofE6(mailsTo(played, "birgit.solhoej"))).toEqual([
      ["REQUEST", "E6.east", "2014-09-10"],
      ["REQUEST", "E6.east", "2014-09-24T10:00:00"],
    ]);
    expect(ofE6(mailsTo(played, "hedvig.tornsager"))).toEqual([["REQUEST", "E6.west", "2014-09-11"]]);
  });
});
