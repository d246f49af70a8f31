import { describe, expect, test } from "vitest";
import type { Programme } from "../../programmes/types.ts";
import { p1, parsed, problems, small } from "./texts.ts";

describe("a programme that holds", () => {
  test("has lists for maps, everyone for every role, and no question", () => {
    const programme = parsed(small);
    expect(programme.phases.map(({ id }) => id)).toEqual(["first", "second"]);
    expect(programme.rights).toMatchObject({ openPhase: ["lead"], answer: ["lead", "member", "networkLead"] });
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

describe("a rule that counts otherwise than in the method", () => {
  const titleOf = (rule: string, change: string) =>
    parsed(`${small}\nreminders:\n  ${rule}: ${change}\n`).reminders.find(({ id }) => id === rule)!.title;

  test.for([
    [
      "meeting-14",
      "{ days: -10 }",
      "Dagsorden og påmindelse 10 dage før mødet",
      "Agenda and reminder 10 days before the meeting",
    ],
    ["meeting-2", "{ days: -1 }", "Påmindelse 1 dag før mødet", "Reminder 1 day before the meeting"],
    [
      "meeting-2",
      "{ days: -3, unit: workingDays }",
      "Påmindelse 3 arbejdsdage før mødet",
      "Reminder 3 working days before the meeting",
    ],
    [
      "homework-lead",
      "{ days: 5 }",
      "Hjemmearbejde mangler 5 dage efter fristen",
      "Homework is missing 5 days after it was due",
    ],
    [
      "date-28",
      "{ days: -21 }",
      "21 dage før tiden begynder: mødet mangler en dato",
      "21 days before its time: the meeting has no date",
    ],
    ["meeting-2", '{ time: "10:00" }', "Påmindelse 2 dage før mødet", "Reminder 2 days before the meeting"],
    [
      "homework-lead",
      "{ days: -3 }",
      "Hjemmearbejde mangler tre dage efter fristen",
      "Homework is missing three days after it was due",
    ],
    ["meeting-2", "{ days: -1, title: { da: 2 dage før, en: 2 days before } }", "2 dage før", "2 days before"],
  ] as const)("%s %s is called «%s»", ([rule, change, da, en]) => {
    expect(titleOf(rule, change)).toEqual({ da, en });
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
