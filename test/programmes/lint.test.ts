import { describe, expect, test } from "vitest";
import { listProgrammes } from "../../library/programmes.ts";
import { lintProgramme } from "../../programmes/lint.ts";
import type { Programme } from "../../programmes/types.ts";
import { parsed } from "./texts.ts";

/** A dated programme in which no rule finds anything. */
const clean = `id: clean
version: 1
method: common
title: { da: Ren, en: Clean }
description: { da: Ren, en: Clean }
phases:
  first:
    title: { da: Første, en: First }
    mode: neither
    opens: []
    closes: [{ id: met, title: { da: Møder er holdt, en: Meetings are held }, fact: meetingsHeld, atLeast: 2 }]
    when: { months: ["2027-03", "2027-04"] }
  second:
    title: { da: Anden, en: Second }
    mode: neither
    opens: [{ id: done, title: { da: Første er slut, en: First is closed }, fact: "closed:first", atLeast: 1 }]
    closes: []
    when: { month: "2027-05" }
items:
  m1:
    kind: meeting
    title: { da: Møde 1, en: Meeting 1 }
    when: { date: "2027-03-02", time: "09:00", until: "12:00" }
    phases: [first]
    audience: [member]
  m2:
    kind: meeting
    title: { da: Møde 2, en: Meeting 2 }
    when: { date: "2027-04-06", time: "09:00", until: "12:00" }
    phases: [first]
    audience: [member]
  h1:
    kind: homework
    title: { da: Hjemmearbejde, en: Homework }
    when: { between: [m1, m2] }
    phases: [first]
    audience: [member]
    target: { role: agent, atLeast: 5 }
  D1:
    kind: decision
    title: { da: Beslutning, en: Decision }
    when: { date: "2027-04-07" }
    phases: [first]
    audience: [member]
    decision: { kind: approve, proposedBy: [networkLead] }
tracks:
  local:
    title: { da: Spor, en: Track }
    lead: member
    phases: [first]
    most: 4
    when: { month: "2027-04" }
    steps: { one: { title: { da: Et, en: One } } }
budget:
  total: 100
  lines:
    a: { title: { da: A, en: A }, amount: 60 }
    b: { title: { da: B, en: B }, amount: 40 }
roles:
  networkLead: { title: { da: leder, en: lead }, sample: 1, required: true }
  member: { title: { da: medlem, en: member }, sample: 2 }
  agent: { title: { da: agent, en: agent }, sample: 1, perOrganisation: { most: 5 } }
`;

const swapped = (...swaps: [from: string, to: string][]): Programme =>
  parsed(
    swaps.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${from} is not in the programme`);
      return text.replace(from, to);
    }, clean),
  );

const brief = (found: { code: string; path: string }[]) => found.map(({ code, path }) => `${code} ${path}`);
const M2 = `when: { date: "2027-04-06", time: "09:00", until: "12:00" }`;

type Planted = [fault: string, swaps: [string, string][], found: { errors?: string[]; warnings?: string[] }];

const PLANTED: Planted[] = [
  [
    "two meetings of the same people at the same time",
    [[M2, `when: { date: "2027-03-02", time: "11:00", until: "14:00" }`]],
    { errors: ["overlap items.m2.when", "homework-before-set items.h1.when"] },
  ],
  [
    "two meetings of the same people on one day, without hours",
    [
      [M2, `when: { date: "2027-03-02" }`],
      ["{ between: [m1, m2] }", `{ month: "2027-04" }`],
    ],
    { warnings: ["overlap items.m2.when"] },
  ],
  ["a meeting on a Sunday", [[M2, `when: { date: "2027-04-04" }`]], { warnings: ["weekend items.m2.when"] }],
  ["a meeting on Easter Monday", [[M2, `when: { date: "2027-03-29" }`]], { warnings: ["holiday items.m2.when"] }],
  [
    "the second of two days on a Saturday",
    [[M2, `when: { days: ["2027-04-02", "2027-04-03"] }`]],
    { warnings: ["weekend items.m2.when"] },
  ],
  [
    "a day that the programme itself takes off",
    [
      [M2, `when: { date: "2027-04-06" }`],
      ["phases:", `nonWorking: ["04-06"]\nphases:`],
    ],
    { warnings: ["holiday items.m2.when"] },
  ],
  [
    "a date after the end of its phase",
    [[M2, `when: { date: "2027-05-04" }`]],
    { warnings: ["outside-phase items.m2.when"] },
  ],
  [
    "a month before its phase",
    [
      [M2, `when: { month: "2027-02" }`],
      ["{ between: [m1, m2] }", `{ month: "2027-04" }`],
    ],
    { warnings: ["outside-phase items.m2.when"] },
  ],
  [
    "a phase planned before the one that it waits for",
    [[`when: { month: "2027-05" }`, `when: { month: "2027-02" }`]],
    { warnings: ["order phases.second.opens.0"] },
  ],
  [
    "homework due before the meeting that sets it",
    [["between: [m1, m2]", "between: [m2, m1]"]],
    { errors: ["homework-before-set items.h1.when"] },
  ],
  [
    "homework that goes on past the next meeting",
    [["{ between: [m1, m2] }", `{ months: ["2027-03", "2027-04"] }`]],
    { warnings: ["homework-after-meeting items.h1.when", "homework-after-meeting items.h1.when"] },
  ],
  [
    "a decision on each idea that nobody may take",
    [["    decision: { kind: approve, proposedBy: [networkLead] }\n", ""]],
    { errors: ["no-decider items.D1"] },
  ],
  ["a meeting for nobody", [["audience: [member]", "audience: []"]], { errors: ["nobody items.m1.audience"] }],
  [
    "a meeting for a role that nobody has",
    [
      ["member }", "member }"],
      ["sample: 2", "sample: 0"],
    ],
    {
      warnings: [
        "nobody items.m1.audience",
        "nobody items.m2.audience",
        "nobody items.h1.audience",
        "nobody items.D1.audience",
      ],
    },
  ],
  [
    "a rule that tells a role which nobody has",
    [
      [
        "roles:",
        "reminders: { decision-overdue: { to: [auditor] } }\nroles:\n  auditor: { title: { da: revisor, en: auditor }, sample: 0 }",
      ],
    ],
    { warnings: ["nobody reminders.decision-overdue.to"] },
  ],
  [
    "a target that no organisation can reach",
    [["atLeast: 5 }", "atLeast: 6 }"]],
    { errors: ["target items.h1.target"] },
  ],
  [
    "a criterion that asks for more meetings than there are",
    [["atLeast: 2 }]", "atLeast: 3 }]"]],
    { errors: ["never phases.first.closes.0"] },
  ],
  [
    "a criterion that asks for an eighth characteristic",
    [["meetingsHeld, atLeast: 2", "characteristics, atLeast: 8"]],
    { errors: ["never phases.first.closes.0"] },
  ],
  [
    "the same, where gates only advise",
    [
      ["meetingsHeld, atLeast: 2", "characteristics, atLeast: 8"],
      ["phases:", "gates: advisory\nphases:"],
    ],
    { warnings: ["never phases.first.closes.0"] },
  ],
  [
    "two criteria that cannot both hold",
    [["atLeast: 2 }]", "atLeast: 2 }, { id: few, title: { da: få, en: few }, fact: meetingsHeld, atMost: 1 }]"]],
    { errors: ["never phases.first.closes.0"] },
  ],
  ["a budget that is overdrawn", [["amount: 60", "amount: 61"]], { errors: ["budget-over budget.lines"] }],
  ["a budget with something left", [["amount: 60", "amount: 59"]], { warnings: ["budget-remainder budget.lines"] }],
  ["a budget line without an amount", [[", amount: 60", ""]], { warnings: ["budget-split budget.lines"] }],
];

describe("lint", () => {
  test("a clean programme has neither errors nor warnings", () => {
    expect(lintProgramme(swapped())).toEqual({ errors: [], warnings: [] });
  });

  test.each(PLANTED)("%s", (_, swaps, { errors = [], warnings = [] }) => {
    const found = lintProgramme(swapped(...swaps));
    expect({ errors: brief(found.errors), warnings: brief(found.warnings) }).toEqual({ errors, warnings });
    for (const { message, hint } of [...found.errors, ...found.warnings]) {
      for (const text of [message.da, message.en, hint.da, hint.en]) expect(text).toMatch(/^\S.{8,}\.$/);
      expect(`${message.da}${message.en}`).not.toMatch(/undefined|\[object/);
    }
  });

  test("a track without steps is an error", () => {
    const programme = swapped();
    const tracks = programme.tracks.map((track) => ({ ...track, steps: [] }));
    expect(brief(lintProgramme({ ...programme, tracks }).errors)).toEqual(["track-empty tracks.local.steps"]);
  });

  test("what the source leaves open as ? is not said again", () => {
    expect(lintProgramme(swapped([`audience: [member]\n  m2`, `audience: "?"\n  m2`]))).toEqual({
      errors: [],
      warnings: [],
    });
  });

  test("a start moves the dates, and what is then a day off is found", () => {
    expect(brief(lintProgramme(swapped(), { start: "2027-03-06" }).warnings)).toContain("weekend items.m1.when");
  });

  test("sessions of one meeting are for different people, and may be at one time", () => {
    const sessions = `sessions: { east: { when: { date: "2027-04-06" } }, west: { when: { date: "2027-04-06" } } }`;
    expect(lintProgramme(swapped([M2, sessions]))).toEqual({ errors: [], warnings: [] });
  });
});

describe("the shipped programmes", async () => {
  const programmes = await listProgrammes();
  const found = new Map(programmes.map((programme) => [programme.id, lintProgramme(programme)]));

  test.each(programmes.map(({ id }) => id))("%s has no error", (id) => {
    expect(found.get(id)!.errors).toEqual([]);
  });

  test("P2's homework of March, of April and May, and of September and October has meetings in it", () => {
    const homework = found.get("faellesskabsagenter")!.warnings.filter(({ code }) => code === "homework-after-meeting");
    expect(new Set(homework.map(({ path }) => path))).toEqual(
      new Set(["items.H1.when", "items.H2.when", "items.H4.when"]),
    );
  });

  test("P4's midway is a Sunday, and its budget is not split", () => {
    expect(brief(found.get("beskaeftigelsesindsats")!.warnings)).toEqual([
      "budget-split budget.lines",
      "weekend items.midtvejs.when",
    ]);
  });

  test("P5 has days off in a year that puts meetings on a weekend, and none in 2027", () => {
    const p5 = programmes.find(({ id }) => id === "partnerskab")!;
    expect(lintProgramme(p5, { start: "2027-08-27" }).warnings).toEqual([]);
    expect(brief(lintProgramme(p5, { start: "2026-08-27" }).warnings)).toContain("weekend items.m4.when");
  });
});
