import { describe, expect, test } from "vitest";
import { parseProgramme } from "../../programmes/parse.ts";
import { problems, small } from "./texts.ts";

describe("bad input is told with line, column and what to do", () => {
  const swap = (from: string, to: string) => {
    if (!small.includes(from)) throw new Error(`${from} is not in the programme`);
    return small.replace(from, to);
  };
  test.each([
    ["no text at all", "", { code: "shape" }],
    ["a list", "- a\n- b", { code: "shape" }],
    ["not YAML", swap("rounds: 3", "rounds: [3"), { code: "syntax", line: 9 }],
    ["a tab for indentation", swap("  first:", "\tfirst:"), { code: "syntax", line: 13 }],
    ["a key twice", swap("rounds: 3", "rounds: 3\nrounds: 4"), { code: "duplicate", line: 9, column: 1 }],
    ["an item twice", `${small}  m1: { kind: note }\n`, { code: "duplicate", line: 36, column: 3 }],
    ["an alias without an anchor", swap("rounds: 3", "rounds: *three"), { code: "syntax" }],
    [
      "a misspelt key",
      swap("decideWithin", "decidewithin"),
      { code: "unknown", path: "decidewithin", line: 9, column: 1, hint: 'Did you mean "decideWithin"?' },
    ],
    [
      "a misspelt key of an item",
      swap("audience: [member]", "audiense: [member]"),
      { code: "unknown", path: "items.m1.audiense", line: 35, column: 5, hint: 'Did you mean "audience"?' },
    ],
    [
      "a misspelt word",
      swap("kind: meeting", "kind: meting"),
      { code: "unknown", path: "items.m1.kind", line: 31, hint: 'Did you mean "meeting"?' },
    ],
    [
      "a title in one language",
      swap("title: { da: Møde, en: Meeting }", "title: { da: Møde }"),
      { code: "missing", path: "items.m1.title.en", line: 32 },
    ],
    [
      "a text for a number",
      swap("rounds: 3", "rounds: three"),
      { code: "shape", path: "rounds", line: 8, hint: "Write a number." },
    ],
    ["no rounds", swap("rounds: 3", "rounds: 0"), { code: "shape", line: 8, hint: "Write at least 1." }],
    ["half a round", swap("rounds: 3", "rounds: 2.5"), { code: "shape", line: 8, hint: "Write a whole number." }],
    ["a bad zone", swap("Europe/Copenhagen", "Europe/Kobenhavn"), { code: "shape", path: "zone", line: 5 }],
    ["a bad day off", swap('"12-24"', '"12-32"'), { code: "shape", path: "nonWorking.0", line: 10 }],
    [
      "two times at once",
      swap("when: { week: 1 }\n    phases", "when: { week: 1, date: 2027-02-01 }\n    phases"),
      { code: "shape", path: "items.m1.when", line: 33 },
    ],
    [
      "no time",
      swap("    when: { week: 1 }\n    phases", "    phases"),
      { code: "missing", path: "items.m1.when", line: 30 },
    ],
    [
      "a date that is none",
      swap("when: { week: 1 }\n    phases", "when: { date: 2027-02-30 }\n    phases"),
      { code: "shape", path: "items.m1.when.date", line: 33 },
    ],
    [
      "weeks the wrong way",
      swap("weeks: [2, 3]", "weeks: [3, 2]"),
      { code: "shape", path: "phases.second.when.weeks", line: 24 },
    ],
    [
      "a week after the last",
      swap("weeks: [2, 3]", "weeks: [2, 5]"),
      { code: "range", path: "phases.second.when", line: 24 },
    ],
    ["no audience", swap("    audience: [member]\n", ""), { code: "missing", path: "items.m1.audience", line: 30 }],
    [
      "an unknown phase",
      swap("phases: [first]", "phases: [frist]"),
      { code: "unknown", path: "items.m1.phases.0", line: 34, column: 14, hint: 'Did you mean "first"?' },
    ],
    [
      "an unknown role",
      swap("audience: [member]", "audience: [members]"),
      { code: "unknown", line: 35, column: 16, hint: 'Did you mean "member"?' },
    ],
    [
      "a right for an unknown role",
      swap("openPhase: [lead]", "openPhase: [leader]"),
      { code: "unknown", path: "rights.openPhase.0", line: 28 },
    ],
    [
      "an unknown fact",
      swap("fact: ideas", "fact: idea"),
      { code: "unknown", path: "phases.first.closes.0.fact", line: 17, hint: 'Did you mean "ideas"?' },
    ],
    [
      "a fact of an unknown phase",
      swap("closed:first", "closed:frist"),
      { code: "unknown", line: 22, hint: 'Did you mean "first"?' },
    ],
    [
      "an unknown parameter",
      swap("atLeast: ideas", "atLeast: idees"),
      { code: "unknown", path: "phases.first.closes.0.atLeast", line: 17, hint: 'Did you mean "ideas"?' },
    ],
    [
      "a criterion without a number",
      swap(", atLeast: ideas", ""),
      { code: "shape", path: "phases.first.closes.0", line: 17 },
    ],
    ["an item called as a phase", swap("  m1:", "  second:"), { code: "duplicate", path: "items.second", line: 30 }],
    [
      "nobody who leads",
      swap(", required: true }", " }\n  networkLead: { title: { da: x, en: x }, sample: 1, required: false }"),
      { code: "lead", path: "roles", line: 25 },
    ],
    [
      "phases that wait for each other",
      swap("opens: []", 'opens: [{ id: x, title: { da: x, en: x }, fact: "closed:second", atLeast: 1 }]'),
      { code: "cycle", path: "phases.first.opens", line: 16 },
    ],
    ["an id with a dot", swap("  m1:", "  m.1:"), { code: "shape", line: 30 }],
    [
      "a break of no extent",
      swap("kind: meeting", "kind: break"),
      { code: "missing", path: "items.m1.extent", line: 30 },
    ],
  ])("%s", (_name, text, expected) => {
    const found = problems(text);
    expect(found).toContainEqual(expect.objectContaining(expected));
    for (const { message, hint } of found) {
      expect(message).not.toMatch(/undefined|\[object|Error:/);
      expect(hint).not.toMatch(/undefined|\[object/);
      expect(hint.length).toBeGreaterThan(10);
    }
  });

  test("in Danish too", () => {
    const read = parseProgramme(swap("decideWithin", "decidewithin"), {}, "da");
    expect("problems" in read && read.problems.find(({ line }) => line === 9)).toMatchObject({
      message: 'Ukendt nøgle "decidewithin".',
      hint: 'Mente du "decideWithin"?',
    });
  });

  test("a file that is not a programme at all ends in at most a hundred problems", () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join("\n");
    expect(problems(text)).toHaveLength(100);
  });

  test("a file of a million characters is refused unread", () => {
    expect(problems("#".repeat(1_000_001))).toMatchObject([{ code: "size" }]);
  });

  test("aliases that multiply are refused", () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefgh"
        .split("")
        .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(",")}]`),
    ];
    expect(problems(bomb.join("\n"))).toMatchObject([{ code: "syntax" }]);
  });
});
