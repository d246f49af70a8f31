// Who sees what of a network in the calendar that they subscribe to.
import { describe, expect, test } from "vitest";
import { calendarEvents, CANCELLED_DAYS, leads } from "../../machines/calendar.ts";
import { localInstant } from "../../programmes/calendar.ts";
import { contentFor, personIn, seenBy, shownOf } from "./calendars.ts";
import { line, sampleOf } from "./shipped.ts";

const [p1, p2, p3] = [
  await sampleOf("innovationsnetvaerk"),
  await sampleOf("faellesskabsagenter"),
  await sampleOf("borgerservice"),
];
const at = (moment: string) => localInstant(moment.slice(0, 10), moment.slice(11), "Europe/Copenhagen");
const p2At = (moment: string) => shownOf(p2.play(p2.upTo(moment), moment));
const p1At = (moment: string, ...more: ReturnType<typeof line>[]) => shownOf(p1.play(p1.upTo(moment, ...more), moment));

describe("one person's calendar", () => {
  test("has the meetings they are invited to, of several sessions their own, as the invitations name them", () => {
    const shown = p2At("2014-08-01T12:00");
    const [east, west] = [seenBy(shown, "birgit.solhoej"), seenBy(shown, "hedvig.tornsager")];
    expect(Object.keys(east)).toEqual(["E2", "E3", "E5", "H3.east", "E6.east", "H4", "E7", "E8"]);
    expect(west).toHaveProperty(["E6.west"]);
    expect(west).not.toHaveProperty(["E6.east"]);
    expect(east["E6.east"]).toMatchObject({
      start: "2014-09-10",
      end: "2014-09-11",
      status: "CONFIRMED",
      summary: p2.programme.items.find(({ id }) => id === "E6")!.title.da,
    });
    expect(Object.keys(seenBy(shown, "dagmar.egelund"))).toEqual(["E1", "E4", "E8"]);
  });

  test("has no draft, but whoever leads sees it in the whole network's", () => {
    const draft = line("2027-01-05T09:00", "networkLead", "pinItem", {
      item: "m3",
      start: "2027-04-20T09:00",
      draft: true,
    });
    const publish = line("2027-01-06T09:00", "networkLead", "publishMeeting", { item: "m3" });
    const events = (...lines: ReturnType<typeof line>[]) => shownOf(p1.play(lines, "2027-01-07"));
    const { audience } = p1.programme.items.find(({ id }) => id === "m3")!;
    const { book } = events(draft);
    const member = book.people.find(({ roles }) => roles.some((role) => audience.includes(role)))!.email.split("@")[0]!;
    expect(seenBy(events(draft), member)).not.toHaveProperty("m3");
    expect(seenBy(events(draft, publish), member)).toHaveProperty("m3");
  });

  test("follows who changes session, and has nothing of a meeting that they declined", () => {
    const frida = (moment: string) => Object.keys(seenBy(p2At(moment), "frida.hasselriis"));
    expect(frida("2014-08-19T12:00")).toContain("E6.east");
    expect(frida("2014-08-21T12:00")).toContain("E6.west");
    expect(frida("2014-08-21T12:00")).not.toContain("E6.east");
    const leif = (moment: string) => Object.keys(seenBy(p2At(moment), "leif.damgren"));
    expect(leif("2014-08-25T12:00")).toContain("E6.east");
    expect(leif("2014-08-27T12:00")).not.toContain("E6.east");
  });

  test("follows a new name, and is newer than before in all sessions", () => {
    const title = { da: "Efterårsmøde", en: "Autumn meeting" };
    const rename = line("2014-08-02T09:00", "networkLead", "renameItem", { item: "E6", title });
    const renamed = shownOf(p2.play(p2.upTo("2014-08-02", rename), "2014-08-03"));
    for (const [who, session] of [
      ["birgit.solhoej", "E6.east"],
      ["hedvig.tornsager", "E6.west"],
    ] as const) {
      const [before, after] = [p2At("2014-08-01T12:00"), renamed].map((shown) => seenBy(shown, who)[session]!);
      expect(after!.summary).toBe("Efterårsmøde");
      expect(after!.sequence!).toBeGreaterThan(before!.sequence!);
    }
  });

  test("has homework on the day it ends, until it is delivered", () => {
    const birgit = (moment: string) => seenBy(p2At(moment), "birgit.solhoej");
    expect(birgit("2014-03-10T12:00")["H1"]).toMatchObject({
      start: "2014-03-31",
      allDay: true,
      summary: "Frist: Hold fokus på projektet",
    });
    expect(birgit("2014-03-15T12:00")).not.toHaveProperty("H1");
    const moved = line("2014-08-04T09:00", "networkLead", "moveItem", {
      item: "E6",
      session: "east",
      start: "2014-09-24T10:00",
      reason: "Salen er optaget.",
    });
    const later = shownOf(p2.play(p2.upTo("2014-08-04", moved), "2014-08-05T12:00"));
    expect(Object.entries(seenBy(later, "birgit.solhoej")).find(([id]) => id.startsWith("H3"))![1].start).toBe(
      "2014-09-23",
    );
  });

  test("has a decision on its last day, for who has it to take and has not", () => {
    const seen = (moment: string, who: string) => seenBy(shownOf(p3.play(p3.upTo(moment), moment)), who)["D1"];
    expect(seen("2014-10-19T12:00", "cecil.dyrehave")).toBeUndefined();
    expect(seen("2014-10-21T12:00", "cecil.dyrehave")).toMatchObject({
      allDay: true,
      summary: expect.stringMatching(/^(Afgør senest|Decide by): /) as string,
    });
    expect(seen("2014-10-28T11:30", "cecil.dyrehave")).toBeUndefined();
    expect(seen("2014-10-28T11:30", "ditte.oerbaek")).toBeDefined();
    expect(seen("2014-10-21T12:00", "malou.vidtskue")).toBeUndefined();
  });

  test("has an idea whose test is over, by its title, for who decides on it", () => {
    const [tested, decided] = ["deciding", "approved"].map((state) => {
      const moments = p1.script
        .filter(({ trigger }) => ["recordResult", "decide"].includes(trigger))
        .map((one) => one.at);
      return moments
        .map((moment) => p1At(moment))
        .find(({ book }) => Object.values(book.view.ideas).some((idea) => idea.state === state))!;
    }) as [ReturnType<typeof p1At>, ReturnType<typeof p1At>];
    const [id] = Object.entries(tested.book.view.ideas).find(([, { state }]) => state === "deciding")!;
    expect(seenBy(tested, "referenceManager")[`idea:${id}`]!.summary).toMatch(/^Afgør senest: (?!Idé)/);
    expect(seenBy(tested, "guest")).not.toHaveProperty([`idea:${id}`]);
    expect(Object.keys(seenBy(decided, "referenceManager"))).not.toContain(
      `idea:${Object.entries(decided.book.view.ideas).find(([, { state }]) => state === "approved")![0]}`,
    );
  });

  test("is empty for who left, and for a stranger", () => {
    const shown = p2At("2014-08-01T12:00");
    const { id: left } = personIn(shown, "birgit.solhoej");
    const people = shown.book.people.filter(({ id }) => id !== left);
    const without = { ...shown, book: { ...shown.book, people } };
    const events = (who: string, of = without) =>
      calendarEvents(of, { person: who, language: "da", whole: true, leaveOutFuzzy: false }).length;
    expect([events(left, shown) > 0, events(left), events("nobody")]).toEqual([true, 0, 0]);
  });
});

describe("what is not dated to the day", () => {
  test("stands as whole days that keep nobody busy and says so in words, or is left out by choice", () => {
    const shown = p1At("2027-02-10T12:00");
    expect(seenBy(shown, "coreMember")["m1"]).toMatchObject({
      start: "2027-03-15",
      end: "2027-03-22",
      summary: "Møde 1 (ca.)",
      status: null,
    });
    expect(contentFor(shown, "coreMember")).toMatch(/UID:m1@[^]*?TRANSP:TRANSPARENT/);
    expect(seenBy(shown, "coreMember", { language: "en" })["m1"]!.summary).toBe("Meeting 1 (approx.)");
    expect(seenBy(shown, "coreMember", { leaveOutFuzzy: true })).not.toHaveProperty("m1");
  });

  test("is at its hour once it is pinned, and tentative where the programme says so", () => {
    const shown = p1At("2027-04-17T12:00");
    expect(seenBy(shown, "participant", { leaveOutFuzzy: true })["m5"]).toMatchObject({
      start: at("2027-05-04T09:00"),
      end: at("2027-05-04T15:00"),
      location: "Kulturhuset",
      status: "TENTATIVE",
    });
  });
});

describe("what is called off", () => {
  const cancel = line("2027-03-02T09:00", "networkLead", "cancelItem", { item: "m1", reason: "Sygdom." });
  test(`stays crossed out for ${CANCELLED_DAYS} days, and then goes`, () => {
    const played = p1.play(p1.upTo("2027-03-02", cancel), "2027-03-02T10:00");
    const before = seenBy(p1At("2027-03-02T08:00"), "coreMember")["m1"]!;
    const seen = (days: number) => seenBy(shownOf(played, days), "coreMember")["m1"];
    expect(seen(0)).toMatchObject({ ...before, status: "CANCELLED", sequence: expect.any(Number) as number });
    expect(seen(0)!.sequence!).toBeGreaterThan(before.sequence!);
    expect(seen(CANCELLED_DAYS - 1)?.status).toBe("CANCELLED");
    expect(seen(CANCELLED_DAYS + 1)).toBeUndefined();
    expect(contentFor(shownOf(played), "coreMember")).toMatch(/UID:m1@[^]*?STATUS:CANCELLED\r\nTRANSP:TRANSPARENT/);
  });

  test("with the network is crossed out where its day had not come, and asks for nothing more", () => {
    const stop = ["networkLead", "referenceManager"].map((by) =>
      line("2027-03-05T09:00", by, "stopNetwork", { reason: "Ingen midler." }),
    );
    const shown = p1At("2027-03-05T09:00", ...stop);
    const ended = shownOf(p1.play(p1.upTo("2027-03-05T09:00", ...stop), "2027-03-06"));
    expect(shown.book.view.ended).toBeDefined();
    expect(Object.values(seenBy(ended, "coreMember")).map(({ uid, status }) => [uid.split("@")[0], status])).toEqual([
      ["m1", "CANCELLED"],
    ]);
    const asked = p2At("2014-04-01T09:00");
    expect(seenBy(asked, "ingolf.lindeskov")).toHaveProperty("H1");
    const stopped = p2.play(
      p2.upTo("2014-04-01T09:00", line("2014-04-01T09:00", "networkLead", "stopNetwork", { reason: "Ingen midler." })),
      "2014-04-01T10:00",
    );
    expect([stopped.refusals, stopped.book.view.ended?.at]).toEqual([[], at("2014-04-01T09:00")]);
    expect(seenBy(shownOf(stopped), "ingolf.lindeskov")).not.toHaveProperty("H1");
  });
});

describe("the whole network", () => {
  test("is for who leads it, with everything that has a date; others get their own all the same", () => {
    const shown = p2At("2014-02-01T12:00");
    const all = seenBy(shown, "networkLead", { whole: true });
    expect(Object.keys(all)).toEqual(expect.arrayContaining(["E1", "E2", "E6.east", "E6.west", "H1", "H2", "E8"]));
    expect(seenBy(shown, "dagmar.egelund", { whole: true })).toEqual(seenBy(shown, "dagmar.egelund"));
    const whole = p1At("2027-02-10T12:00");
    const kinds = Object.keys(seenBy(whole, "coDriver", { whole: true }));
    expect(kinds).toEqual(expect.arrayContaining(["m1", "m5", "ledermoede"]));
    expect(["networkLead", "coDriver", "coreMember"].map((role) => leads({ roles: [role] }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
