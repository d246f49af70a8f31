// What is wrong with sessions, decisions, tracks, budgets, dates and the rest, told with what to write instead.
import { describe, expect, test } from "vitest";
import { parseProgramme } from "../../programmes/parse.ts";
import { methods, problems, small } from "./texts.ts";

describe("bad parts of a programme are told where they stand, in both languages", () => {
  const swap = (from: string, to: string) => {
    if (!small.includes(from)) throw new Error(`${from} is not in the programme`);
    return small.replace(from, to);
  };
  const meeting = "when: { week: 1 }\n    phases";
  const dated = (when: string) => swap(meeting, `when: ${when}\n    phases`);
  const add = (text: string) => `${small}${text}\n`;
  const like = (expected: Record<string, unknown>): unknown => {
    const matching = (value: unknown) => (value instanceof RegExp ? (expect.stringMatching(value) as unknown) : value);
    return expect.objectContaining(
      Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, matching(value)])),
    );
  };
  const track = (keys: string) =>
    add(`tracks: { lokal: { title: { da: x, en: x }, lead: member, steps: {}, most: 2, when: uge 1, ${keys} } }`);
  test.each([
    ["a session without a time", add("    sessions: { east: { place: x } }"), { code: "missing", line: 36 }],
    ["a session misspelt", add("    sessions: { east: { when: uge 1, plase: x } }"), { hint: 'Did you mean "place"?' }],
    ["sessions as a list", add("    sessions: [east]"), { path: "items.m1.sessions", line: 36, column: 5 }],
    [
      "a session whose phrase is no time",
      add("    sessions: { east: { when: 31/4 2027 } }"),
      { path: "items.m1.sessions.east.when", line: 36, column: 25, message: /no day/, hint: /week 10/ },
    ],
    [
      "a session after an unknown item",
      add("    sessions: { east: { when: efter m9 } }"),
      { path: "items.m1.sessions.east.when", hint: 'Did you mean "m1"?' },
    ],
    [
      "a session that counts from its own meeting",
      add("    sessions: { east: { when: efter m1 } }"),
      { code: "cycle", path: "items.m1.sessions.east.when" },
    ],
    [
      "a session of an unknown condition",
      add("    sessions: { east: { when: { condition: money } } }"),
      { path: "items.m1.sessions.east.when.condition", hint: /none of that kind/ },
    ],
    [
      "a session after the last week",
      add("    sessions: { east: { when: uge 9 } }"),
      { code: "range", path: "items.m1.sessions.east.when" },
    ],
    ["a decision of no kind", add("    decision: { rounds: 2 }"), { path: "items.m1.decision.kind", line: 36 }],
    ["a decision misspelt", add("    decision: { kind: aprove }"), { hint: 'Did you mean "approve"?' }],
    ["a choice of how many", add("    decision: { kind: select }"), { code: "missing", hint: /choose: 1\./ }],
    [
      "an unknown proposer",
      add("    decision: { kind: approve, proposedBy: [membr] }"),
      { path: "items.m1.decision.proposedBy.0", line: 36, hint: 'Did you mean "member"?' },
    ],
    ["an unknown decision again", add("    decision: { kind: approve, again: [D7] }"), { hint: /m1/ }],
    [
      "a quorum that is no number",
      add("    decision: { kind: approve, quorum: many }"),
      { path: "items.m1.decision.quorum", hint: 'Write a number. Or write "?".' },
    ],
    ["too many rounds", add("    decision: { kind: approve, rounds: 99 }"), { hint: "Write at most 20." }],
    ["a track led by nobody known", track("lead: membr").replace("lead: member, ", ""), { hint: /"member"/ }],
    ["a track of an unknown phase", track("phases: [frst]"), { path: "tracks.lokal.phases.0", hint: /"first"/ }],
    ["a track without steps", track("").replace("steps: {}, ", ""), { code: "missing", path: "tracks.lokal.steps" }],
    [
      "a track after an unknown item",
      track("").replace("uge 1", "efter m9"),
      { path: "tracks.lokal.when", hint: 'Did you mean "m1"?' },
    ],
    ["a track after the last week", track("").replace("uge 1", "uge 9"), { code: "range", path: "tracks.lokal.when" }],
    ["a budget below nothing", add("budget: { total: -5, lines: {} }"), { path: "budget.total", hint: /at least 0/ }],
    ["a budget with full stops", add("budget: { total: 3.430.800, lines: {} }"), { hint: "Write a number." }],
    ["a budget without lines", add("budget: { total: 5 }"), { code: "missing", path: "budget.lines" }],
    [
      "a budget line of an unknown phase",
      add("budget: { lines: { a: { title: { da: x, en: x }, phases: [frist] } } }"),
      { path: "budget.lines.a.phases.0", hint: 'Did you mean "first"?' },
    ],
    ["between one", dated("{ between: [first] }"), { path: "items.m1.when.between", hint: /list/ }],
    ["between a word", dated("{ between: first }"), { hint: /\[m1, m2\]/ }],
    ["between what is not there", dated("{ between: [first, secnd] }"), { hint: 'Did you mean "second"?' }],
    ["between itself", dated("{ between: [m1, first] }"), { code: "cycle", path: "items.m1.when" }],
    ["midway of nothing", dated("{ midwayOf: frist }"), { hint: 'Did you mean "first"?' }],
    ["a season that is none", dated("{ season: foraar 2015 }"), { message: /spring 2015/ }],
    ["a winter of three years", dated("{ season: winter 2015/2017 }"), { message: /winter 2015\/2016/ }],
    ["a month that is none", dated("{ month: 2027-13 }"), { message: /2014-03/ }],
    ["a part of a week", dated("{ week: 1, part: early }"), { message: /part only beside month/ }],
    ["a part that is none", dated("{ month: 2027-03, part: ultimo }"), { hint: /early, mid, late/ }],
    ["within of a week", dated("{ week: 1, within: 3 }"), { message: /beside before or after/ }],
    ["a week that the year has not", dated("{ isoWeek: 2027-W53 }"), { message: /2014-W17/ }],
    ["a time of a week", dated("{ week: 1, time: '09:00' }"), { message: /only beside date/ }],
    ["a time of another form", dated("{ date: 2027-02-01, time: '9:00' }"), { hint: /"09:00"/ }],
    ["one or the other of the same", dated("{ either: [2, 2] }"), { message: /earlier one/ }],
    ["a condition that is not there", dated("{ condition: money }"), { hint: /none of that kind/ }],
    ["a phrase that is none", dated("engang til foråret"), { path: "items.m1.when", hint: /week 17 or 18/ }],
    ["a target for an unknown role", add("    target: { role: membr, atLeast: 1 }"), { hint: /"member"/ }],
    ["effort in other words", add("    effort: 5 + 2 × weeks"), { message: /5 \+ 2 × ideas/ }],
    ["a question in one language", add("    asks: [Hvad?]"), { path: "items.m1.asks.0", hint: /\{ da: …, en: … \}/ }],
    ["a title that is one text", swap("title: { da: Møde, en: Meeting }", "title: Møde"), { hint: /both languages/ }],
    ["success in one language", add("success: [Glade borgere]"), { path: "success.0", hint: /both languages/ }],
    ["a reminder that is not there", add("    reminders: { meeting-9: off }"), { hint: /meeting-7/ }],
    ["a reminder turned of", add("    reminders: { meeting-7: of }"), { hint: 'Did you mean "off"?' }],
    [
      "an audience that is no list",
      swap("[member]", "member"),
      { hint: /list: \[a, b\]\. Or write "\?" or "everyone"/ },
    ],
    ["everyone misspelt", swap("[member]", "evryone"), { hint: 'Did you mean "everyone"?' }],
    [
      "a group called as a role",
      add("groups: { member: { title: { da: x, en: x }, sample: 1 } }"),
      { code: "duplicate", path: "groups.member", line: 36 },
    ],
    [
      "a phase within none",
      swap("mode: closing", "mode: closing\n    within: frist"),
      { path: "phases.second.within" },
    ],
    [
      "a loop while nothing",
      swap("closes: []", "closes: []\n    reopens: { while: frist, most: 2 }"),
      { hint: /"first"/ },
    ],
    ["a count of organisations", add("organisations: 20"), { path: "organisations", hint: /below it/ }],
    [
      "a year of days off",
      swap(
        '["12-24"]',
        `[${Array.from({ length: 36 }, (_, day) => `"0${1 + Math.floor(day / 28)}-${10 + (day % 18)}"`).join()}]`,
      ),
      { path: "nonWorking", hint: "Write at most 35." },
    ],
    ["a decision in an unknown phase", add("decideIn: frist"), { path: "decideIn", hint: 'Did you mean "first"?' }],
  ] as [string, string, Record<string, unknown>][])("%s", (_name, text, expected) => {
    const found = problems(text);
    expect(found).toContainEqual(like(expected));
    const read = parseProgramme(text, methods, "da");
    const danish = "problems" in read ? read.problems : [];
    expect(danish).toHaveLength(found.length);
    for (const [index, { line, hint, message }] of found.entries()) {
      expect(line).toBeGreaterThan(1);
      expect(hint.length).toBeGreaterThan(10);
      expect(danish[index]!.hint.length).toBeGreaterThan(10);
      expect([danish[index]!.message, danish[index]!.hint]).not.toEqual([message, hint]);
    }
  });
});
