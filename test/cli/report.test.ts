import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { chromium } from "../support/chromium.ts";
import { fremdrift, given } from "./given.ts";

const REPORT = { name: "n1.html", type: "text/html; charset=utf-8", content: "<!doctype html>\n<p>Hej</p>\n" };
const found = chromium();
if (found === undefined) console.warn("SKIPPED: the report as PDF. There is no Chromium on the PATH.");

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), "fremdrift-report-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

describe("network report", () => {
  it("writes the page itself, or a file; with names only where they are asked for", async () => {
    const { env, calls } = await given({ "GET /api/networks/n1/report": () => ({ body: REPORT }) });
    expect(await fremdrift("network report n1", env)).toMatchObject({ code: 0, out: REPORT.content });
    expect((await fremdrift("network report n1 --json", env)).json()).toEqual(REPORT);
    const file = path.join(await folder(), "rapport.html");
    const done = await fremdrift(`network report n1 --names --lang en --file ${file}`, env);
    expect(done).toMatchObject({ code: 0, err: `The report is written to ${file}.\n` });
    expect(await readFile(file, "utf8")).toBe(REPORT.content);
    expect(calls.map(({ path: asked, language }) => [asked.includes("names=true"), language])).toEqual([
      [false, "da"],
      [false, "da"],
      [true, "en"],
    ]);
  });

  it("says what to do where there is no browser, no such format, or no such folder", async () => {
    const { env } = await given({ "GET /api/networks/n1/report": () => ({ body: REPORT }) });
    const none = await fremdrift("network report n1 --format pdf", { ...env, PATH: "/nowhere" });
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining("CHROMIUM_PATH") });
    expect(await fremdrift("network report n1 --format docx", env)).toMatchObject({
      code: 2,
      err: expect.stringContaining("html eller pdf"),
    });
    const nowhere = await fremdrift("network report n1 --file /nowhere/at/all.html", env);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining("ENOENT") });
  });

  it.skipIf(found === undefined)("prints PDF, and a simulation's report, by way of the browser", async () => {
    const { env } = await given({ "GET /api/networks/n1/report": () => ({ body: REPORT }) });
    const [one, two] = ["one.pdf", "two.html"] as const;
    const where = await folder();
    const withPath = { ...env, PATH: process.env["PATH"] ?? "" };
    const done = await fremdrift(`network report n1 --format pdf --file ${path.join(where, one)}`, withPath);
    expect(done.code).toBe(0);
    expect((await readFile(path.join(where, one))).subarray(0, 5).toString()).toBe("%PDF-");
    const played = `simulate partnerskab --year 2027 --script sample --report ${path.join(where, two)}`;
    expect((await fremdrift(played)).code).toBe(0);
    expect(await readFile(path.join(where, two), "utf8")).toContain("Partnerskab og samarbejde");
  });
});

describe("measurements, hours and money", () => {
  it("network monitoring shows the points side by side, and what is missing or came late", async () => {
    const body = {
      points: [
        { id: "b", title: "Før" },
        { id: "s", title: "Slut" },
      ],
      organisations: ["Nordby"],
      criteria: [{ id: "1", title: "Det lykkes", rows: [{ organisation: "Nordby", values: [2, null] }] }],
      records: [{ point: "b", organisation: "Nordby", at: "2027-01-01T00:00:00+01:00", late: true }],
      missing: [{ point: "s", organisation: "Nordby" }],
    };
    const { env } = await given({ "GET /api/networks/n1/monitoring": () => ({ body }) });
    const { out } = await fremdrift("network monitoring n1", env);
    expect(out).toMatch(/1\. Det lykkes\n.*Før +Slut\n.*Nordby +2 +–/);
    expect(out).toContain(
      "Nordby: «Før» blev først lavet efter begyndelsen.\nNordby: «Slut» mangler.\n1 af 2 målinger",
    );
  });

  it("network effort shows planned beside recorded, and what is agreed", async () => {
    const body = {
      ideas: 3,
      planned: 15,
      recorded: 4.5,
      agreed: { days: 20, at: "2027-02-02T09:00:00+01:00" },
      items: [],
      phases: [{ id: "test", title: "Test", planned: 11, recorded: 4.5 }],
      people: [{ person: "kim@example.org", recorded: 4.5 }],
    };
    const { env } = await given({ "GET /api/networks/n1/effort": () => ({ body }) });
    const { out } = await fremdrift("network effort n1 --lang en", env);
    expect(out).toMatch(/Test +11 +4\.5\nin all +15 +4\.5\n/);
    expect(out).toContain("Agreed for the network lead 2027-02-02: 20 days.");
    expect(out).toMatch(/kim@example\.org +4\.5/);
  });

  it("network budget shows each line, what is not split, and the total; or that there is none", async () => {
    const body = {
      currency: "DKK",
      total: 1_000_000,
      lines: [{ id: "moeder", title: "Møder", planned: 400_000, spent: 120_500, left: 279_500 }],
      planned: 400_000,
      spent: 120_500,
      unallocated: 600_000,
      left: 879_500,
    };
    const { env } = await given({ "GET /api/networks/n1/budget": () => ({ body }) });
    const { out } = await fremdrift("network budget n1", env);
    expect(out).toMatch(/moeder +Møder +400\.000 kr\. +120\.500 kr\. +279\.500 kr\./);
    expect(out).toMatch(/ikke fordelt +600\.000 kr\..*\n.*i alt +1\.000\.000 kr\. +120\.500 kr\. +879\.500 kr\./);
    const none = await given({ "GET /api/networks/n1/budget": () => ({ body: { lines: [], planned: 0, spent: 0 } }) });
    expect((await fremdrift("network budget n1", none.env)).out).toBe("Programmet har intet budget.\n");
  });
});
