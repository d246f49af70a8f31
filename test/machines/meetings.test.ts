// Meetings and their reminders: sent, or suppressed with the reason.
import { describe, expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import { linksOf } from "../../machines/meetings/links.ts";
import { rolesFor } from "../../machines/trigger-types.ts";
import { lead, line, P1, play, SCRIPT } from "./play.ts";

describe("meetings", () => {
  const pin = (at: string, start: string) => lead(at, "pinItem", { item: "m1", start });
  const about = (script: ScriptLine[], until = "2027-06-01") =>
    play(script, until)
      .entries.filter(({ subject, rule = "" }) => subject === "item:m1" && !rule.startsWith("date-"))
      .map(({ kind, rule, at, reason }) => [at.slice(0, 16), kind, rule ?? reason ?? ""].join(" ").trim());

  test("without a date nothing is sent, and the ledger says why", () => {
    expect(about([])).toEqual([
      "2027-03-01T09:00 message.suppressed meeting-14",
      "2027-03-08T09:00 message.suppressed meeting-7",
      "2027-03-12T09:00 message.suppressed meeting-2",
    ]);
    const reasons = play([], "2027-04-01")
      .entries.filter(({ kind }) => kind === "message.suppressed")
      .map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(["date-not-precise"]));
  });

  test("made 24 hours ahead its reminders are suppressed, the invitation goes", () => {
    const entries = play([pin("2027-02-03T10:00", "2027-02-04T10:00")], "2027-02-05").entries;
    const messages = entries.filter(({ rule = "", subject }) => subject === "item:m1" && rule.startsWith("meeting-"));
    expect(messages.map(({ kind, rule, reason }) => [kind, rule, reason])).toEqual([
      ["message.sent", "meeting-invitation", undefined],
      ["message.suppressed", "meeting-14", "too-late"],
      ["message.suppressed", "meeting-7", "too-late"],
      ["message.suppressed", "meeting-2", "too-late"],
    ]);
  });

  test("moving it moves its reminders; what is due within a day of the message of the move is not said twice", () => {
    const script = [
      pin("2027-02-03T10:00", "2027-03-18T09:00"),
      lead("2027-03-09T10:00", "moveItem", { item: "m1", start: "2027-03-17T09:00", reason: "Salen" }),
    ];
    expect(about(script).filter((one) => one > "2027-03-05")).toEqual([
      "2027-03-09T10:00 item.moved Salen",
      "2027-03-09T10:00 message.sent meeting-moved",
      "2027-03-09T10:00 message.planned meeting-7",
      "2027-03-09T10:00 message.planned meeting-2",
      "2027-03-09T10:00 message.planned minutes-3",
      "2027-03-09T10:00 message.planned minutes-7",
      "2027-03-09T10:00 message.suppressed meeting-14",
      "2027-03-10T09:00 message.suppressed meeting-7",
      "2027-03-15T09:00 message.sent meeting-2",
      "2027-03-22T09:00 message.sent minutes-3",
      "2027-03-24T09:00 message.sent minutes-7",
    ]);
  });

  test("cancelling it says so to those invited, and nothing after", () => {
    const script = [
      pin("2027-02-03T10:00", "2027-03-18T09:00"),
      lead("2027-03-05T10:00", "cancelItem", { item: "m1", reason: "Syg" }),
    ];
    expect(about(script).at(-1)).toBe("2027-03-05T10:00 message.sent meeting-cancelled");
  });

  test("reminders go to those invited who have not declined, at 09:00 local on a working day", () => {
    const { entries } = play(SCRIPT, "2027-03-17");
    const reminder = entries.find(({ kind, rule }) => kind === "message.sent" && rule === "meeting-2")!;
    expect(reminder.at).toBe("2027-03-16T09:00:00+01:00");
    expect(reminder.told).toEqual(expect.arrayContaining([expect.stringMatching(/^ellen/)]));
    expect(reminder.told).not.toEqual(expect.arrayContaining([expect.stringMatching(/^halfdan/)]));
  });

  test("across the clock change a reminder keeps its local time", () => {
    const { entries } = play(SCRIPT, "2027-04-10");
    const sent = entries.filter(
      ({ subject, kind, rule }) => subject === "item:m2" && kind === "message.sent" && /^meeting-\d+$/.test(rule!),
    );
    expect(sent.map(({ at }) => at)).toEqual([
      "2027-03-24T09:00:00+01:00",
      "2027-04-01T09:00:00+02:00",
      "2027-04-06T09:00:00+02:00",
    ]);
  });
});

describe("links", () => {
  const add = (at: string, by: string, about = "item:m1") =>
    line(at, by, "addLink", { about, url: "https://example.org/plan", title: "Planen" });
  const remove = (at: string, by: string, link: string, about = "item:m1") =>
    line(at, by, "removeLink", { about, link });
  const ADDED = [add("2027-02-02T08:00", "coreMember"), add("2027-02-02T09:00", "networkLead")];
  const left = (...script: ScriptLine[]) => {
    const { book, refusals, entries } = play([...ADDED, ...script], "2027-02-10");
    const told = entries
      .filter(({ kind }) => kind === "link.removed")
      .map(({ subject, data }) => [subject, data!["link"]]);
    return { links: linksOf(book.contributions).map(({ id }) => id), told, refused: refusals.map(({ why }) => why.da) };
  };

  test("are removed by who put them there and by who leads, and the ids of the others stay", () => {
    const own = left(remove("2027-02-03T08:00", "coreMember", "l1"), add("2027-02-04T08:00", "participant"));
    expect(own).toEqual({ links: ["l2", "l3"], told: [["item:m1", "l1"]], refused: [] });
    expect(left(remove("2027-02-03T08:00", "coDriver", "l1")).links).toEqual(["l2"]);
  });

  test("are not removed by others, twice, or from beside something else", () => {
    const tried = left(
      remove("2027-02-03T08:00", "coreMember", "l2"),
      remove("2027-02-03T09:00", "coreMember", "l1", "item:m2"),
      remove("2027-02-03T10:00", "coreMember", "l1"),
      remove("2027-02-03T11:00", "coreMember", "l1"),
    );
    expect(tried.links).toEqual(["l2"]);
    expect(tried.refused.map((why) => why.slice(0, 30))).toEqual([
      "Et link fjernes af den, der la",
      "Der er intet link l1 ved det. ",
      "Der er intet link l1 ved det. ",
    ]);
  });

  test("are the business of whoever may put them, as a proposal is of whoever may put that", () => {
    const rights = { ...P1.rights, addLink: ["lineManager"], propose: ["coreMember"] };
    expect(rolesFor({ ...P1, rights }, "removeLink")).toEqual(["lineManager"]);
    expect(rolesFor({ ...P1, rights }, "withdrawProposal")).toEqual(["coreMember"]);
  });
});
