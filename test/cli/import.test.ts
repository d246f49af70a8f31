import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPlan } from "../../library/import.ts";
import { tmpFolder } from "../support/tmp.ts";
import { documentOf, docxOf, type DocxCell } from "./docx.ts";
import { fremdrift } from "./given.ts";

type Drafted = {
  programme: string;
  unread: { row: number; column: string; text: string; why: string }[];
  problems: { code: string; path: string }[];
};

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(tmpFolder(), name);
  await writeFile(path, content);
  return path;
}

const PHASED: DocxCell[][] = [
  ["Uge", "Fase", "Opgaver og aftaler"],
  ["1", "Fase 1", "Dag 1 ledermøde\nDag 3 snak med personaleleder\n• desktop-research"],
  ["3–4", "–", "Pause"],
  ["7", "Fase 2/3", "Dag 15 møde 1"],
  ["10", { text: "Fase 4-6", down: "begins" }, "Møde 2"],
  ["11", { down: "goes on" }, "Møde 3\nHjemmearbejde: egne opdagelser"],
  ["17 el. 18", "Fase 7", "Forbered præsentation"],
  ["snart", "Fase 8", "Planlæg test"],
];

const DATED = `Id;Hvornår;Hvad;Målgruppe;Formål;Sted
E1;25. februar 2014;Lederdag;Ledere;Kick-off;"KL-huset, København"
H1;marts 2014;Hjemmearbejde;Ledere og konsulenter;;
E3;9.-10. april 2014;2.+3. kursusdag;Konsulenter;;Odense
E6;10. september 2014;1. netværksmøde;"Agenter
Konsulenter";;
H3;mellem E3 og E6;Hjemmearbejde;;;
E8;4. dec.;Afsluttende konference;Alle;;
`;

describe("programme import", () => {
  it("makes a programme of a Word table with weeks and phases, and tells what it could not read", async () => {
    const path = await file("Mit forløb.docx", await docxOf([PHASED]));
    const done = await fremdrift(["programme", "import", path, "--json"]);
    expect(done.code).toBe(0);
    const { programme, unread, problems } = done.json() as Drafted;
    expect(programme).toContain("\nid: mit-forloeb\n");
    expect(programme).toContain("title: { da: Mit forløb, en: Mit forløb }");
    expect(programme).toMatch(
      / m3:\n {4}kind: meeting\n.*\n {4}when: \{ week: 11, quote: uge 11 \}\n {4}phases: \[ fase-4, fase-5, fase-6 \]/,
    );
    expect(unread).toEqual([{ row: 8, column: "Uge", text: "snart", why: "Teksten kan ikke læses som en tid." }]);
    expect(problems.every(({ code }) => ["open", "ours"].includes(code))).toBe(true);
    expect(done.err).toContain("række 8, Uge: «snart»: Teksten kan ikke læses som en tid.");
  });

  it("writes a new file that reads as a programme, and never writes over one", async () => {
    const path = await file("agenter.csv", DATED);
    const out = join(tmpFolder(), "agenter.yaml");
    const argv = ["programme", "import", path, "--id", "agenter", "--year", "2014", "--out", out];
    const done = await fremdrift([...argv, "--lang", "en"]);
    expect([done.code, done.out]).toEqual([0, `The draft is written: ${out}\n`]);
    const yaml = await readFile(out, "utf8");
    expect(yaml).toContain("when: { date: 2014-12-04, quote: 4. dec. }");
    expect(yaml).toContain("when: { between: [ E3, E6 ], quote: mellem E3 og E6 }");
    expect(yaml).toContain("audience: [ agent, consultant ]");
    const shown = await fremdrift(["programme", "show", out, "--json"]);
    expect(shown.json()).toMatchObject({
      id: "agenter",
      items: expect.arrayContaining([expect.objectContaining({ id: "E8" })]),
    });
    const again = await fremdrift([...argv, "--lang", "en"]);
    expect(again.code).toBe(1);
    expect(again.err).toContain("exists already");
    expect(await readFile(out, "utf8")).toBe(yaml);
  });

  it("prints the draft where no file is named", async () => {
    const done = await fremdrift(["programme", "import", await file("plan.csv", "Week,What\n1,Meeting 1\n")]);
    expect(done.code).toBe(0);
    expect(done.out).toMatch(/^# Kladde.*\n# Draft.*\n\nid: plan\n/);
  });

  it.each([
    [["--id", "1 2"], "--id «1 2»"],
    [["--year", "14"], "--year «14»"],
  ])("with %j exits 2", async (flags, said) => {
    const done = await fremdrift(["programme", "import", await file("plan.csv", DATED), ...flags]);
    expect(done.code).toBe(2);
    expect(done.err).toContain(said);
  });

  it("without a head exits 1 and says what a head is", async () => {
    const done = await fremdrift(["programme", "import", await file("plan.csv", "a,b\nc,d\n"), "--lang", "en"]);
    expect(done.code).toBe(1);
    expect(done.err).toContain("No row is known as the head of the table");
  });
});

describe("a CSV file", () => {
  const rows = [
    ["Uge", "Hvad"],
    ["3", "Møde æøå, først"],
  ];
  it.each([
    ["semicolons", Buffer.from("Uge;Hvad\n3;Møde æøå, først\n")],
    ["commas and quotes", Buffer.from('Uge,Hvad\r\n3,"Møde æøå, først"\r\n')],
    ["tabs", Buffer.from("Uge\tHvad\n3\tMøde æøå, først\n")],
    ["a byte order mark", Buffer.from("\ufeffUge;Hvad\n3;Møde æøå, først\n")],
    ["the letters of an older spreadsheet", Buffer.from("Uge;Hvad\n3;Møde æøå, først\n", "latin1")],
    ["two bytes a letter", Buffer.from("\ufeffUge\tHvad\n3\tMøde æøå, først\n", "utf16le")],
  ])("is read with %s", async (_, bytes) => {
    expect(await readPlan(await file("plan.csv", bytes))).toEqual({ rows });
  });
});

describe("a Word document", () => {
  it("has the rows of all its tables, merged cells by a sign, and lines as lines", async () => {
    const bytes = await docxOf([
      [
        ["Uge", "Hvad"],
        [{ text: "1", down: "begins" }, "a\nb & c"],
        [{ down: "goes on" }, "d"],
      ],
      [[{ text: "Opstart", across: 2 }], ["2", "e"]],
    ]);
    expect(await readPlan(await file("plan.docx", bytes))).toEqual({
      rows: [
        ["Uge", "Hvad"],
        ["1", "a\nb & c"],
        ["〃", "d"],
        ["Opstart", ""],
        ["2", "e"],
      ],
    });
  });
});

describe("what is no plan is refused with a reason", () => {
  const code = async (path: string) => {
    const read = await readPlan(path, "en");
    return "problem" in read ? read.problem.code : read.rows.length;
  };
  const table = [["Uge", "Hvad"]];

  it.each([
    ["another kind of file", "plan.pdf", "%PDF", "kind"],
    ["an empty CSV", "plan.csv", "", "empty"],
    ["a quotation mark that is not closed", "plan.csv", 'a,b\n"c,d\n', "csv"],
    ["bytes under the name of a CSV", "plan.csv", "a\0b", "csv"],
    ["a file that is too large", "plan.csv", "a".repeat(5_000_001), "size"],
    ["too many rows", "plan.csv", "a,b\n".repeat(2_001), "size"],
    ["too many columns", "plan.csv", `${"a,".repeat(51)}\n`, "size"],
    ["text under the name of a document", "plan.docx", "hello", "docx"],
  ])("%s", async (_, name, content, expected) => {
    expect(await code(await file(name, content))).toBe(expected);
  });

  it("a file that is not there, and a folder", async () => {
    expect(await code(join(tmpFolder(), "none.csv"))).toBe("unknown");
    expect(await code(tmpFolder())).toBe("kind");
  });

  it("a document without tables", async () => {
    expect(await code(await file("plan.docx", await docxOf([])))).toBe("empty");
  });

  it("a document that is cut off, or whose bytes are damaged", async () => {
    const bytes = await docxOf([table]);
    expect(await code(await file("plan.docx", bytes.subarray(0, bytes.length / 2)))).toBe("docx");
    const damaged = Buffer.from(bytes);
    damaged.fill(0xff, 60, 200);
    expect(await code(await file("plan.docx", damaged))).toBe("docx");
  });

  it("a zip file that is no document, and one whose document is no XML", async () => {
    const no = await docxOf([table], { "word/document.xml": "<w:document" });
    expect(await code(await file("plan.docx", no))).toBe("docx");
    const other = await docxOf([table], { "_rels/.rels": "<Relationships/>", "word/document.xml": "" });
    expect(await code(await file("plan.docx", other))).toBe("docx");
  });

  it("a document that unpacks to far more than it is", async () => {
    const bomb = await docxOf([table], { "word/media/a.xml": "0".repeat(200_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await code(await file("plan.docx", bomb))).toBe("size");
  });

  it("a document of more tags than any plan has, small as it is", async () => {
    const bytes = await docxOf([], { "word/document.xml": documentOf("<w:p/>".repeat(500_000)) });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await code(await file("plan.docx", bytes))).toBe("size");
  });

  it("a document whose parts are nested without end", async () => {
    const deep = documentOf(`${"<w:p>".repeat(100_000)}${"</w:p>".repeat(100_000)}`);
    expect(["docx", "empty"]).toContain(
      await code(await file("plan.docx", await docxOf([], { "word/document.xml": deep }))),
    );
  });
});
