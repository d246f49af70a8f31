import { describe, expect, it } from "vitest";
import { loadProgramme } from "../../library/programmes.ts";
import type { EntryJson } from "../../machines/entry-json.ts";
import { KINDS, type Kind } from "../../machines/ledger.ts";
import { KIND_WORDS } from "../../machines/narrate-words.ts";
import { narrate, narrationOf, narrator, weekOf } from "../../machines/narrate.ts";
import type { Programme } from "../../programmes/types.ts";

const { programme } = (await loadProgramme("innovationsnetvaerk")) as { programme: Programme };
const people = [{ name: "Kim Prøve", email: "kim@example.org" }];
const narration = (language: "da" | "en" = "da") => {
  const known = narrationOf(programme, { start: "2027-02-03", language, people });
  return { ...known, titles: { ...known.titles, "idea:i1": "Ring op" } };
};
const entry = (kind: Kind, more: Partial<EntryJson> = {}): EntryJson => ({
  at: "2027-03-15T09:00:00+01:00",
  kind,
  subject: "network",
  ...more,
});
const told = (one: EntryJson, language: "da" | "en" = "da") =>
  narrate(one, narration(language)).replace(/^.*? {2,}/, "");

describe("one entry as a line", () => {
  it("says week, day, what, about what and who", () => {
    const opened = entry("phase.opened", { subject: "phase:focusing", by: "kim@example.org", role: "networkLead" });
    expect(narrate(opened, narration())).toBe("Uge 7 · 15. mar   Fase åbnet: Fokusering (Kim Prøve, netværksleder)");
    expect(narrate(opened, narration("en"))).toBe("Week 7 · 15 Mar   Phase opened: Focusing (Kim Prøve, network lead)");
  });

  const cases: [da: string, en: string, one: EntryJson][] = [
    [
      "Stemme afgivet: godkendt (Kim Prøve, netværksleder; på vegne af bo@example.org; i stedet for stemmen fra ea@example.org)",
      "Vote cast: approved (Kim Prøve, network lead; on behalf of bo@example.org; instead of the vote by ea@example.org)",
      entry("decision.voted", {
        by: "kim@example.org",
        role: "networkLead",
        data: { outcome: "approve", for: "bo@example.org", replaces: "ea@example.org" },
      }),
    ],
    [
      "✉ Påmindelse 2 dage før mødet: Møde 1 → 3 personer",
      "✉ Reminder 2 days before the meeting: Meeting 1 → 3 people",
      entry("message.sent", { subject: "item:m1", rule: "meeting-2", to: ["invited"], deliveries: three() }),
    ],
    [
      "✉ Indbydelse: Møde 1 → de inviterede, co-driver",
      "✉ Invitation: Meeting 1 → those invited, co-driver",
      entry("message.sent", { subject: "item:m1", rule: "meeting-invitation", to: ["invited", "coDriver"] }),
    ],
    [
      "✉ Besked ikke sendt: Påmindelse 7 dage før mødet: Møde 1 (datoen er ikke fastlagt)",
      "✉ Message not sent: Reminder 7 days before the meeting: Meeting 1 (the date is not set)",
      entry("message.suppressed", { subject: "item:m1", rule: "meeting-7", reason: "date-not-precise" }),
    ],
    [
      "✉ Mail kunne ikke leveres: Indbydelse: Møde 1 → kim@example.org (550 5.1.1 unknown)",
      "✉ Mail could not be delivered: Invitation: Meeting 1 → kim@example.org (550 5.1.1 unknown)",
      entry("message.failed", {
        subject: "item:m1",
        rule: "meeting-invitation",
        to: ["kim@example.org"],
        reason: "550 5.1.1 unknown",
      }),
    ],
    [
      "✉ Besked planlagt: Tag stilling: Ring op (går 3. jan 2028)",
      "✉ Message planned: Please decide: Ring op (goes 3 Jan 2028)",
      entry("message.planned", {
        subject: "idea:i1",
        rule: "decision-requested",
        planned: "2028-01-03T09:00:00+01:00",
      }),
    ],
    [
      "Dato fastlagt: Møde 1, 18. mar kl. 9.00, Rådhuset",
      "Date set: Meeting 1, 18 Mar 9:00, Rådhuset",
      entry("item.pinned", { subject: "item:m1", data: { start: "2027-03-18T09:00:00+01:00", place: "Rådhuset" } }),
    ],
    [
      "Flyttet: Møde 1, 18. mar – salen brændte",
      "Moved: Meeting 1, 18 Mar – salen brændte",
      entry("item.moved", {
        subject: "item:m1",
        reason: "salen brændte",
        data: { start: "2027-03-18T00:00:00+01:00", allDay: true },
      }),
    ],
    [
      "Idé godkendt: Ring op, skaleres, til Alle, senest 31. mar 2028 – Virker.",
      "Idea approved: Ring op, scale, to Alle, by 31 Mar 2028 – Virker.",
      entry("idea.approved", {
        subject: "idea:i1",
        reason: "Virker.",
        data: { next: "scale", to: "Alle", due: "2028-03-31" },
      }),
    ],
    [
      "Test begyndt: Ring op, runde 2",
      "Test started: Ring op, round 2",
      entry("idea.testStarted", { subject: "idea:i1", data: { round: 2 } }),
    ],
    [
      "Svar på indbydelse: Møde 1, nej (Kim Prøve, co-driver → bo@example.org)",
      "Answer to an invitation: Meeting 1, no (Kim Prøve, co-driver → bo@example.org)",
      entry("answer.given", {
        subject: "item:m1",
        by: "kim@example.org",
        role: "coDriver",
        data: { answer: "declined", person: "bo@example.org" },
      }),
    ],
    [
      "Samarbejdsaftale med: personaleleder (administrator)",
      "Collaboration agreement with: line manager (administrator)",
      entry("agreement.made", { by: "administrator", role: "administrator", data: { with: "lineManager" } }),
    ],
  ];
  it.each(cases)("%s", (da, en, one) => {
    expect(told(one)).toBe(da);
    expect(told(one, "en")).toBe(en);
  });

  it("has words for every kind, and says an unknown one as it stands", () => {
    for (const kind of Object.keys(KINDS) as Kind[]) {
      expect(told(entry(kind))).toContain(kind === "message.sent" ? "✉" : KIND_WORDS[kind].da);
    }
    expect(told({ ...entry("phase.due"), kind: "budget.spent", subject: "item:m9" })).toBe("budget.spent: m9");
  });
});

describe("weeks", () => {
  it("are ISO weeks from the one that holds the start, by the local day", () => {
    const week = (at: string) => weekOf(at, "2027-02-03");
    expect([week("2027-02-01T00:00:00+01:00"), week("2027-02-07T23:59:59+01:00")]).toEqual([1, 1]);
    expect(week("2027-02-08T00:00:00+01:00")).toBe(2);
    // The clock changes on 28 March; midnight of 29 March is still 28 March in UTC.
    expect(week("2027-03-29T00:00:00+02:00")).toBe(9);
    expect(weekOf("2028-01-03T09:00:00+01:00", "2027-12-31")).toBe(2);
  });
});

describe("a narrator", () => {
  const tell = (entries: EntryJson[]) => entries.flatMap(narrator(narration()));
  const phase = (kind: Kind, id: string, day: string) =>
    entry(kind, { subject: `phase:${id}`, at: `${day}T09:00:00+01:00` });

  it("heads each new week once with the phases then open, and says which breaks went by", () => {
    const lines = tell([
      phase("phase.opened", "qualification", "2027-02-08"),
      phase("phase.closed", "qualification", "2027-02-12"),
      phase("phase.opened", "design", "2027-03-01"),
      phase("phase.opened", "focusing", "2027-03-08"),
    ]);
    expect(lines).toEqual([
      "\n── Uge 2",
      "Uge 2 · 8. feb    Fase åbnet: Kvalificering af tema",
      "Uge 2 · 12. feb   Fase afsluttet: Kvalificering af tema",
      "\n── Uge 3 · pause",
      "\n── Uge 4 · pause",
      "\n── Uge 5",
      "Uge 5 · 1. mar    Fase åbnet: Netværksdesign",
      "\n── Uge 6 · åben: Netværksdesign",
      "Uge 6 · 8. mar    Fase åbnet: Fokusering · åbne nu: Netværksdesign, Fokusering",
    ]);
  });

  it("says that a week with something in it is a break", () => {
    expect(tell([phase("phase.opened", "design", "2027-02-15")])[0]).toBe("\n── Uge 3 · pause");
  });

  it("passes over what is only planned, and opens no week for it", () => {
    expect(
      tell([phase("phase.due", "design", "2027-03-01"), entry("message.planned", { planned: "2027-04-01" })]),
    ).toEqual([]);
  });

  it("counts a phase that opens again as open", () => {
    const lines = tell([
      phase("phase.opened", "test", "2027-03-01"),
      phase("phase.closed", "test", "2027-03-02"),
      phase("phase.opened", "evaluation", "2027-03-02"),
      phase("phase.reopened", "test", "2027-03-03"),
    ]);
    expect(lines.at(-1)).toBe("Uge 5 · 3. mar    Fase åbnet igen: Test · åbne nu: Evaluering, Test");
  });
});

function three(): NonNullable<EntryJson["deliveries"]> {
  return ["a", "b", "c"].map((name) => ({ to: `${name}@example.org`, state: "sent" }));
}
