import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseProgramme } from "../../programmes/parse.ts";
import type { Programme } from "../../programmes/types.ts";

const read = (name: string) => readFileSync(new URL(`../../programmes/data/${name}`, import.meta.url), "utf8");
const methods = { "nine-phases": read("methods/nine-phases.yaml") };
const p1 = read("innovationsnetvaerk.yaml");

/** A small programme with a method of its own, one line for each thing. */
const small = `id: small
version: 1
title: { da: Lille, en: Small }
description: { da: Lille, en: Small }
zone: Europe/Copenhagen
weeks: 4
gates: blocking
rounds: 3
decideWithin: 14
nonWorking: ["12-24"]
parameters: { ideas: 5 }
phases:
  first:
    title: { da: Første, en: First }
    mode: opening
    opens: []
    closes: [{ id: ideas, title: { da: Idéer, en: Ideas }, fact: ideas, atLeast: ideas }]
    when: { week: 1 }
  second:
    title: { da: Anden, en: Second }
    mode: closing
    opens: [{ id: firstClosed, title: { da: Første, en: First }, fact: "closed:first", atLeast: 1 }]
    closes: []
    when: { weeks: [2, 3] }
roles:
  lead: { title: { da: leder, en: lead }, sample: 1, required: true }
  member: { title: { da: medlem, en: member }, sample: 2 }
rights: { openPhase: [lead], answer: everyone }
items:
  m1:
    kind: meeting
    title: { da: Møde, en: Meeting }
    when: { week: 1 }
    phases: [first]
    audience: [member]
`;

function parsed(text: string): Programme {
  const read = parseProgramme(text, methods);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.programme;
}

function problems(text: string) {
  const read = parseProgramme(text, methods, "en");
  return "problems" in read ? read.problems : [];
}

describe("a programme that holds", () => {
  test("has lists for maps, everyone for every role, and no question", () => {
    const programme = parsed(small);
    expect(programme.phases.map(({ id }) => id)).toEqual(["first", "second"]);
    expect(programme.rights).toEqual({ openPhase: ["lead"], answer: ["lead", "member"] });
    expect(programme.items[0]).toEqual({
      id: "m1",
      kind: "meeting",
      title: { da: "Møde", en: "Meeting" },
      when: { week: 1 },
      phases: ["first"],
      audience: ["member"],
    });
    expect(programme.openQuestions).toEqual([]);
  });

  test("is the same after a JSON round trip", () => {
    for (const text of [small, p1]) expect(JSON.parse(JSON.stringify(parsed(text)))).toStrictEqual(parsed(text));
  });

  test("may say ? of a time and of an audience, and then asks", () => {
    const text = small.replace("when: { week: 1 }\n    phases", 'when: "?"\n    phases').replace("[member]", '"?"');
    const { items, openQuestions } = parsed(text);
    expect(items[0]).toMatchObject({ when: { unknown: true }, audience: [] });
    expect(openQuestions.map(({ path }) => path)).toEqual(["items.m1.when", "items.m1.audience"]);
  });
});

describe("a method under a programme", () => {
  const withPhases = (phases: string[], more = "") => `id: mine
version: 1
method: nine-phases
title: { da: Mit, en: Mine }
description: { da: Mit, en: Mine }
weeks: 20
${more}
phases:
${phases.map((id, index) => `  ${id}: { when: { week: ${index + 1} } }`).join("\n")}
`;
  const nine = [
    "qualification",
    "design",
    "focusing",
    "discovery",
    "ideation",
    "prioritisation",
    "test",
    "evaluation",
    "renegotiation",
  ];
  const closes = (programme: Programme, id: string) =>
    programme.phases.find((phase) => phase.id === id)?.closes.map((criterion) => criterion.id);

  test("gives nine phases, thematising within discovery", () => {
    const programme = parsed(withPhases(nine));
    expect(programme.phases.map(({ id }) => id)).toEqual(nine);
    expect(closes(programme, "discovery")).toEqual(["perspectives", "themes"]);
  });

  test("gives ten where the programme names thematising", () => {
    const ten = nine.toSpliced(4, 0, "thematising");
    const programme = parsed(withPhases(ten));
    expect(programme.phases.map(({ id }) => id)).toEqual(ten);
    expect(closes(programme, "discovery")).toEqual(["perspectives"]);
    expect(closes(programme, "thematising")).toEqual(["themes"]);
    expect(programme.phases[4]).not.toHaveProperty("within");
  });

  test("is overridden part by part, and a reminder is turned off", () => {
    const more = `parameters: { ideas: 8 }
reminders: { meeting-7: { off: true }, meeting-2: { days: -3 } }
rights: { decide: [managementForum] }`;
    const programme = parsed(withPhases(nine, more));
    expect(programme.parameters).toEqual({ ideas: 8, coreMembers: 4, perspectives: 3 });
    expect(programme.reminders.filter((rule) => rule.for === "meeting").map(({ id, days }) => [id, days])).toEqual([
      ["meeting-2", -3],
      ["meeting-14", -14],
    ]);
    expect(programme.rights["decide"]).toEqual(["managementForum"]);
    expect(programme.rights["reviveIdea"]).toEqual(["networkLead", "referenceManager"]);
  });

  test.each([
    ["a phase without a time", withPhases(nine.slice(1)), { code: "missing", path: "phases.qualification.when" }],
    [
      "a phase misspelt",
      withPhases(["qualificaton", ...nine.slice(1)]),
      { code: "unknown", path: "phases.qualificaton", line: 9, column: 3, hint: 'Did you mean "qualification"?' },
    ],
    [
      "a parameter misspelt",
      withPhases(nine, "parameters: { perspektives: 2 }"),
      { code: "unknown", line: 7, column: 15, hint: 'Did you mean "perspectives"?' },
    ],
    [
      "a trigger misspelt",
      withPhases(nine, "rights: { openPhases: [networkLead] }"),
      { code: "unknown", line: 7, column: 11, hint: 'Did you mean "openPhase"?' },
    ],
    [
      "a method misspelt",
      withPhases(nine).replace("nine-phases", "nine-phase"),
      { code: "unknown", path: "method", line: 3, hint: 'Did you mean "nine-phases"?' },
    ],
  ])("%s is told", (_name, text, expected) => {
    expect(problems(text)).toContainEqual(expect.objectContaining(expected));
  });
});

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
    ["nobody who leads", swap(", required: true", ""), { code: "lead", path: "roles", line: 25 }],
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
