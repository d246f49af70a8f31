import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadProgramme } from "../../library/programmes.ts";
import { tmpFolder } from "../support/tmp.ts";
import { RICH } from "../programmes/export/given.ts";
import { fremdrift, given } from "./given.ts";

const EXPORT = "programme export innovationsnetvaerk";

async function file(name: string, content: string): Promise<string> {
  const path = join(tmpFolder(), name);
  await writeFile(path, content);
  return path;
}

describe("programme export", () => {
  it("writes the file itself on standard output, to the last byte", async () => {
    const csv = await fremdrift(`${EXPORT} --format csv --start 2027-02-01`);
    expect([csv.code, csv.err]).toEqual([0, ""]);
    expect(csv.out).toMatch(/^\uFEFFid;slags;titel;[^\r\n]*\r\n[^]*[^\r\n]\r\n$/);
    expect(csv.out).toContain('m1;møde;Møde 1;"Netværksdesign, Fokusering";15-03-2027;21-03-2027');
    const ics = await fremdrift(`${EXPORT} --format ics --start 2027-02-01`);
    expect(ics.out).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/);
    const html = await fremdrift(`${EXPORT} --format html --start 2027-02-01 --lang en`);
    expect(html.out).toMatch(/^<!doctype html>\n<html lang="en">[^]*<\/html>\n$/);
  });

  it("says on standard error what has no date and is left out of the calendar", async () => {
    const dated = await fremdrift(`${EXPORT} --format ics --start 2027-02-01`);
    expect(dated.err).toMatch(/^6 uden dato er ikke med: planlaeg-test, aftal-styring, /);
    const undated = await fremdrift(`${EXPORT} --format ics --lang en`);
    expect([undated.code, undated.out.includes("VEVENT")]).toEqual([0, false]);
    expect(undated.err).toBe("46 without a date are left out. Give --start for them to have one.\n");
  });

  it("as JSON is a programme file that reads as the same programme", async () => {
    const done = await fremdrift(`${EXPORT} --format json`);
    const path = await file("x.json", done.out);
    expect(await loadProgramme(path)).toStrictEqual(await loadProgramme("innovationsnetvaerk"));
    expect((await fremdrift(`${EXPORT} --format json --start 2027-02-01`)).err).toContain("--start ændrer det ikke");
  });

  it("with --json is one document: the programme, or format and content", async () => {
    const plain = await fremdrift(`${EXPORT} --format json`);
    expect((await fremdrift(`${EXPORT} --format json --json`)).json()).toEqual(plain.json());
    const csv = (await fremdrift(`${EXPORT} --format csv --json`)).json();
    expect(csv).toEqual({ format: "csv", content: (await fremdrift(`${EXPORT} --format csv`)).out });
  });

  it("has the source's own dates without a start, and moves them with one", async () => {
    const path = await file("rigt.yaml", RICH);
    const own = await fremdrift(["programme", "export", path, "--format", "csv"]);
    expect(own.out).toContain("27-08-2014;28-08-2014;09:00;16:00");
    const moved = await fremdrift(["programme", "export", path, "--format", "csv", "--year", "2027"]);
    expect(moved.out).toContain("27-08-2027;28-08-2027;09:00;16:00");
    const started = await fremdrift(["programme", "export", path, "--format", "csv", "--start", "2027-09-01"]);
    expect(started.out).toContain("01-09-2027;02-09-2027;09:00;16:00");
  });

  it.each([
    ["--format xml", "--format «xml» er intet format", "json, csv, ics, html"],
    ["--format csv --year snart", "--year «snart» passer ikke", ""],
    ["--format csv --year 2027", "--year «2027» passer ikke", "--start"],
    ["--format csv --start 2027-02-30", "er ingen dato", ""],
    ["", "«--format <format>» skal med", ""],
  ])("refuses «%s» and says why", async (options, why, how) => {
    const { code, out, err } = await fremdrift(`${EXPORT} ${options}`);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(why);
    expect(err).toContain(how);
  });
});

describe("network export", () => {
  const exported = (format: string, content: string, undated: string[] = []) => ({
    [`GET /api/networks/n1/export`]: () => ({
      body: { format, name: `n1.${format}`, type: "text/plain", content, undated },
    }),
  });

  it("asks for the format, writes the file to the last byte, and says what has no date", async () => {
    const { env, calls } = await given(exported("ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", ["m5"]));
    const done = await fremdrift("network export n1 --format ics", env);
    expect(calls[0]!.path).toBe("/api/networks/n1/export?format=ics");
    expect([done.code, done.out]).toEqual([0, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"]);
    expect(done.err).toBe("1 uden dato er ikke med: m5.\n");
  });

  it("with --json is one document", async () => {
    const csv = await given(exported("csv", "a;b\r\n"));
    expect((await fremdrift("network export n1 --format csv --json", csv.env)).json()).toEqual({
      format: "csv",
      content: "a;b\r\n",
    });
    const json = await given(exported("json", '{ "id": "n1" }\n'));
    expect((await fremdrift("network export n1 --format json --json", json.env)).json()).toEqual({ id: "n1" });
  });

  it("refuses another format before it asks", async () => {
    const { env, calls } = await given();
    expect((await fremdrift("network export n1 --format xml", env)).code).toBe(2);
    expect(calls).toEqual([]);
  });
});
