import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf, csvText, defused } from "../../../programmes/export/csv.ts";
import { rowsOf } from "../../../programmes/export/rows.ts";
import { HARD, richLayout, shippedLayouts } from "./given.ts";

/** As a spreadsheet reads it: rows of cells. */
const read = (csv: string) => parse(csv, { delimiter: ";", bom: true, record_delimiter: "\r\n" }) as string[][];
const table = (csv: string) => parse(csv, { delimiter: ";", bom: true, columns: true }) as Record<string, string>[];
const rich = (id: string) => table(csvOf(richLayout(), "da")).find((row) => row["id"] === id)!;

describe("CSV text", () => {
  test("reads back as the cells that went in, whatever is in them", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(";", ",", '"', "\r", "\n", "\t", " ", "=", "'", "æ", "🎉", "\uFEFF") }),
    );
    const cells = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 });
    fc.assert(
      fc.property(cells, (rows) => {
        expect(read(csvText([["a", "b", "c"], ...rows]))).toEqual([
          ["a", "b", "c"],
          ...rows.map((row) => row.map(defused)),
        ]);
      }),
    );
  });

  test("begins with a BOM, has semicolons, and ends every line with CRLF", () => {
    expect(
      csvText([
        ["å", "b"],
        ["1", "x;y"],
      ]),
    ).toBe('\uFEFFå;b\r\n1;"x;y"\r\n');
  });

  test.each(["=1+1", "+45 12", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1"])("%j is no formula", (cell) => {
    expect(defused(cell)).toBe(`'${cell}`);
  });

  test.each(["Møde 1", " =x", "1-2", "", "'=1", "a@b"])("%j stays as it is", (cell) => {
    expect(defused(cell)).toBe(cell);
  });
});

describe("a programme as CSV", () => {
  test("has a row for every phase, track, item and session, under a header in the language", () => {
    const rows = table(csvOf(richLayout(), "da"));
    const { programme } = richLayout();
    const ids = rows.map((row) => row["id"]);
    expect(ids).toEqual(rowsOf(richLayout(), "da").map(({ id }) => id));
    for (const { id } of [...programme.phases, ...programme.tracks, ...programme.items]) expect(ids).toContain(id);
    expect(ids).toEqual(
      expect.arrayContaining(["netvaerksmoede.oest", "netvaerksmoede.vest", "hjemme.oest", "hjemme.vest"]),
    );
    expect(rows.filter((row) => row["slags"] === "møde")).toHaveLength(5);
    expect(Object.keys(table(csvOf(richLayout(), "en"))[0]!)).toEqual(
      expect.arrayContaining(["kind", "from", "source's words"]),
    );
  });

  test("has dates that a Danish Excel reads as dates, and ISO dates in English", () => {
    expect(rich("kursus")).toMatchObject({ fra: "27-08-2014", til: "28-08-2014", "kl.": "09:00", "til kl.": "16:00" });
    const english = table(csvOf(richLayout(), "en")).find((row) => row["id"] === "kursus");
    expect(english).toMatchObject({ from: "2014-08-27", to: "2014-08-28" });
  });

  test("says what is not known, and never a date for it", () => {
    expect(rich("udvaelg")).toMatchObject({ fra: "", til: "", præcision: "ikke oplyst", slags: "beslutning" });
    expect(rich("netvaerksmoede")).toMatchObject({ målgruppe: "?", foreløbig: "ja", præcision: "dage" });
    expect(rich("naar")).toMatchObject({
      fra: "",
      præcision: "når en betingelse er opfyldt",
      "kildens ord": "når den er udbudt",
    });
    expect(rich("primo")).toMatchObject({
      fra: "01-12-2014",
      til: "10-12-2014",
      præcision: "måned",
      indsats: "2,5 dage + 2 dage pr. idé",
    });
  });

  test("has each session with its own date and place", () => {
    expect(rich("netvaerksmoede.vest")).toMatchObject({
      fra: "11-09-2014",
      "kl.": "10:00",
      sted: "Kolding",
      slags: "møde (del)",
    });
    // Homework that ends the day before each person's own session.
    expect(rich("hjemme.oest")).toMatchObject({ fra: "29-08-2014", til: "09-09-2014" });
    expect(rich("hjemme.vest")).toMatchObject({ til: "10-09-2014" });
  });

  test("keeps texts with signs, line breaks and formulas whole and harmless", () => {
    expect(rich("kursus")["sted"]).toBe(`'${HARD}`);
    expect(rich("hjemme")["titel"]).toBe(`'${HARD}`);
    expect(rich("hjemme")["beskrivelse"]).toBe("Hvordan; går det?\n- Hvem er med?");
    expect(rich("maaling")["beskrivelse"]).toBe('Linje 1\nLinje 2; med "citat"');
    expect(rich("hjemme")["bemærkninger"]).toBe("frivilligt\nmål: mindst 5 × agent i hver organisation");
    expect(rich("udvaelg")["bemærkninger"]).toBe("Ikke i kilden: Lederen vælger.");
  });

  test("has what came of it beside what was planned, where there is any", () => {
    const executed = {
      phases: { forberedelse: { opened: "2014-08-20", closed: "2014-11-01", state: "closed" } },
      items: { kursus: { state: "held", from: "2014-08-29", to: "2014-08-29", time: "10:00" } },
    };
    const rows = table(csvOf(richLayout(), "da", executed));
    expect(rows.find((row) => row["id"] === "kursus")).toMatchObject({
      fra: "27-08-2014",
      "gennemført fra": "29-08-2014",
      "gennemført kl.": "10:00",
      tilstand: "afholdt",
    });
    expect(rows[0]).toMatchObject({ "gennemført fra": "20-08-2014", "gennemført til": "01-11-2014" });
    expect(Object.keys(table(csvOf(richLayout(), "da"))[0]!)).not.toContain("gennemført fra");
  });

  test("of every programme shipped reads back with each item once", async () => {
    for (const layout of await shippedLayouts()) {
      const rows = table(csvOf(layout, "da"));
      const items = rows.filter(({ slags }) => !["fase", "lokalt spor"].includes(slags!) && !slags!.endsWith("(del)"));
      expect(items.map(({ id }) => id)).toEqual(layout.programme.items.map(({ id }) => id));
    }
  });
});
