import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { draftOf } from "../../programmes/draft.ts";
import { parseProgramme } from "../../programmes/parse.ts";
import { problemsOf } from "../../programmes/warnings.ts";
import { DATED, PHASED } from "./draft-tables.ts";

const common = readFileSync(new URL("../../programmes/data/methods/common.yaml", import.meta.url), "utf8");
const options = { id: "kladde", title: "Kladde" };

function drafted(rows: readonly (readonly string[])[], year?: number) {
  const draft = draftOf(rows, { ...options, ...(year !== undefined && { year }) });
  if ("unreadable" in draft) throw new Error(draft.unreadable.en);
  const read = parseProgramme(draft.yaml, { common }, "en");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const item = (id: string) => read.programme.items.find((one) => one.id === id);
  return { ...draft, programme: read.programme, item };
}

describe("a table in weeks and phases", () => {
  const { programme, item, unread } = drafted(PHASED);

  it("makes a programme that holds, with nothing left unread", () => {
    expect(unread).toEqual([]);
    expect(programme).toMatchObject({ id: "kladde", version: 1, title: { da: "Kladde" }, weeks: 27 });
    expect(programme.roles).toMatchObject([{ code: "networkLead", required: true }]);
  });

  it("has an item for each line, of the kind that its words tell", () => {
    const kinds = Object.fromEntries(programme.items.map(({ id, kind }) => [id, kind]));
    expect(kinds).toMatchObject({
      "snak-med-personaleleder": "task",
      "desktop-research": "task",
      "planlaeg-moede-2": "task",
      m1: "meeting",
      m3: "meeting",
      tematiseringsworkshop: "meeting",
      "hjemmearbejde-egne-opdagelser": "homework",
      "godkend-juster-eller-kasser-hver-ide": "decision",
      pause: "break",
    });
    expect(item("delvis-pause")?.extent).toBe("partial");
    expect(item("pause-med-arbejde")?.extent).toBe("work");
    expect(item("pause")?.extent).toBe("full");
  });

  it("has the time of each row with the source's words and labels", () => {
    expect(item("snak-med-personaleleder")?.when).toEqual({ week: 1, quote: "uge 1", label: "Dag 3" });
    expect(item("m1")?.when).toEqual({ week: 7, quote: "uge 7 Dag 15", label: "Dag 15" });
    expect(item("m5")?.when).toEqual({ week: 14, yearless: "11-22", quote: "uge 14, 22.11." });
    expect(item("forbered-praesentation")?.when).toEqual({ either: [17, 18], quote: "uge 17 el. 18" });
    expect(item("planlaeg-test")?.when).toEqual({ unknown: true });
  });

  it("has the phases that its cells name, each from its first row to its last", () => {
    const phases = Object.fromEntries(programme.phases.map(({ id, when }) => [id, when]));
    expect(Object.keys(phases)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `fase-${number}`));
    expect(phases["fase-2"]).toEqual({ weeks: [6, 7] });
    expect(phases["fase-6"]).toEqual({ weeks: [10, 14] });
    expect(item("m1")?.phases).toEqual(["fase-2", "fase-3"]);
    expect(item("m3")?.phases).toEqual(["fase-4", "fase-5", "fase-6"]);
    expect(item("pause")?.phases).toEqual([]);
  });

  it("asks for what the table does not say, and says what is ours", () => {
    const warnings = problemsOf(programme, { language: "en" });
    const at = (path: string) => warnings.filter((warning) => warning.path === path).map(({ message }) => message);
    expect(at("items.m1")).toEqual(["The title is missing in English."]);
    expect(at("items.m1.audience")[0]).toContain("whom");
    expect(at("items.planlaeg-test.when")[0]).toContain("when");
    expect(at("phases.fase-2")).toContain("The phase lasts from the first to the last of its rows.");
    expect(at("programme")).toContain("The network lead leads; the source does not say so.");
  });
});

describe("a table of dates", () => {
  const { programme, item, unread, yaml } = drafted(DATED);

  it("takes its title, ids, audiences, places and purposes", () => {
    expect(programme.title.da).toBe("Netværk for fællesskabsagenter");
    expect(item("E1")).toMatchObject({
      kind: "meeting",
      when: { date: "2014-02-25" },
      audience: ["leader"],
      place: "KL-huset, København",
      description: { da: "Kick-off", en: "Kick-off" },
    });
    expect(item("E5")?.audience).toEqual(["consultant", "projektleder"]);
    expect(programme.roles.find(({ code }) => code === "projektleder")?.title.da).toBe("projektleder");
    expect(item("H1")?.audience).toEqual(programme.roles.map(({ code }) => code));
    expect(item("E8")?.place).toBeUndefined();
  });

  it("finds the items that a time hangs on, and lists those that are not there", () => {
    expect(item("H3")?.when).toEqual({ between: ["E5", "E6"], quote: "mellem e5 og e6" });
    expect(item("et-eller-andet")?.when).toEqual({ unknown: true, quote: "før møde 7" });
    expect(unread).toContainEqual(expect.objectContaining({ row: 11, text: "før møde 7" }));
  });

  it("keeps the words of a time that cannot be read, and lists it", () => {
    const text = "øst 10. september / vest 11. september 2014";
    expect(item("E6")?.when).toEqual({ unknown: true, quote: text });
    expect(unread).toContainEqual({
      row: 9,
      column: "Hvornår",
      text,
      why: { da: expect.any(String), en: expect.any(String) },
    });
  });

  it("lists columns that it does not know, and rows that do not say what happens", () => {
    expect(unread.map(({ row, text }) => `${row} ${text}`)).toEqual([
      "2 Bemærkning",
      `9 ${unread[1]!.text}`,
      "11 før møde 7",
      "12 E9",
    ]);
  });

  it("asks about a weekday that is not that of its date", () => {
    const messages = problemsOf(programme, { language: "en" }).filter(({ path }) => path === "items.E2");
    expect(messages.map(({ message }) => message)).toContain("The source says Wednesday, but 2014-03-03 is a Monday.");
  });

  it("has a comment on top that says that it is a draft, and no anchors", () => {
    expect(yaml).toMatch(/^# Kladde, .*\n# Draft, /);
    expect(yaml).not.toMatch(/[&*]a\d/);
  });

  it("gives a day without a year the year that is asked for", () => {
    expect(item("E8")?.when).toEqual({ day: "12-04", quote: "4. dec." });
    expect(drafted(DATED, 2014).item("E8")?.when).toEqual({ date: "2014-12-04", quote: "4. dec." });
  });
});

describe("the shape of a table", () => {
  it("may be English: then it is the Danish that is missing", () => {
    const { programme, item } = drafted([
      ["Week", "What", "Who"],
      ["3", "Theme meeting", "participants and consultants"],
      ["4-5", "Homework", "Everyone"],
    ]);
    expect(item("theme-meeting")).toMatchObject({
      kind: "meeting",
      when: { week: 3 },
      audience: ["participant", "consultant"],
    });
    expect(item("homework")?.when).toEqual({ weeks: [4, 5], quote: "week 4-5" });
    expect(problemsOf(programme, { language: "en" })[0]?.message).toBe("The title is missing in Danish.");
  });

  it("may spread a time over columns", () => {
    const { item } = drafted([
      ["Dato", "Kl.", "Aktivitet", "Indhold"],
      ["27. aug.", "9-16", "Møde 1", "Velkomst\nMetode"],
    ]);
    expect(item("m1")).toMatchObject({
      when: { day: "08-27", time: "09:00", until: "16:00" },
      description: { da: "Velkomst; Metode" },
    });
  });

  it("may have cells that go on: a time counts again, what happens is told once", () => {
    const { programme, item } = drafted([
      ["Uge", "Fase", "Hvad"],
      ["1", "Fase 1: Start", "Interview"],
      ["〃", "〃", "Besøg"],
      ["2", "〃", "〃"],
    ]);
    expect(programme.items.map(({ id }) => id)).toEqual(["interview", "besoeg"]);
    expect(item("besoeg")).toMatchObject({ when: { week: 1 }, phases: ["fase-1"] });
    expect(programme.phases).toMatchObject([{ title: { da: "Fase 1: Start" }, when: { weeks: [1, 2] } }]);
    expect(problemsOf(programme, { language: "en" }).map(({ message }) => message)).toContain(
      "The cell spans several rows; the item has the time of the first one only.",
    );
  });

  it("may have headings across it, and its head again", () => {
    const { programme } = drafted([
      ["Uge", "Hvad"],
      ["Opstart", ""],
      ["1", "Interview"],
      ["Uge", "Hvad"],
      ["Afslutning", ""],
      ["2", "Konference"],
    ]);
    expect(programme.phases.map(({ id }) => id)).toEqual(["opstart", "afslutning"]);
    expect(programme.items.map(({ phases }) => phases)).toEqual([["opstart"], ["afslutning"]]);
  });

  it("may hold only phases", () => {
    const { programme } = drafted([
      ["Fase", "Hvornår"],
      ["0 konsolidering", "efteråret 2014"],
      ["1 afdækning", "vinter 2015"],
    ]);
    expect(programme.phases.map(({ id, when }) => [id, "season" in when && when.season])).toEqual([
      ["konsolidering-0", "autumn 2014"],
      ["afdaekning-1", "winter 2015"],
    ]);
  });

  it("never lets items count from themselves or from each other in a ring", () => {
    const { item, unread } = drafted([
      ["Id", "Hvornår", "Hvad"],
      ["E1", "før E1", "Interview"],
      ["E2", "efter E3", "Interview"],
      ["E3", "efter E2", "Interview"],
      ["E4", "efter E5", "Interview"],
      ["E5", "uge 2", "Interview"],
    ]);
    expect(["E1", "E2", "E3"].map((id) => "unknown" in item(id)!.when)).toEqual([true, true, true]);
    expect(item("E4")?.when).toMatchObject({ after: "E5" });
    expect(unread.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it("keeps every id once, and gives items of the same name different ones", () => {
    const { programme } = drafted([
      ["Uge", "Fase", "Hvad"],
      ["1", "Møde", "Møde\nMøde\nmøde 1\nMøde 1"],
    ]);
    expect([...programme.phases, ...programme.items].map(({ id }) => id)).toEqual([
      "moede",
      "moede-2",
      "moede-3",
      "m1",
      "m1-2",
    ]);
  });

  it("without a head makes no draft, and says what a head is", () => {
    expect(draftOf([["a", "b"]], options)).toEqual({
      unreadable: expect.objectContaining({ en: expect.stringContaining("head") }),
    });
    expect(draftOf([], options)).toHaveProperty("unreadable");
  });
});

it("any cells under a head make a programme that holds", () => {
  const words = [
    "uge 3",
    "3-4",
    "møde 2",
    "Fase 2/3",
    "〃",
    "?",
    "før møde 2",
    "a: b",
    "- x\n- y",
    "Alle",
    "æ",
    "__proto__",
    "constructor",
    "1.",
    "# x",
    "Pause",
    "Godkend",
  ];
  const cell = fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary", maxLength: 12 }));
  const row = fc.array(cell, { minLength: 6, maxLength: 7 });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const head = ["Nr", "Uge", "Fase", "Hvad", "Hvem", "Sted"];
      const draft = draftOf([head, ...rows], options);
      const text = "yaml" in draft ? draft.yaml : "";
      const read = parseProgramme(text, { common }, "en");
      expect("problems" in read ? [read.problems, parse(text)] : []).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
