// docs/report.md is true: it has every section of the report, and every trigger, command and address it tells of is there.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { COMMANDS } from "../../cli/surface.ts";
import { ACCOUNTS_SHAPES } from "../../machines/triggers/accounts-shapes.ts";
import { reportHtml } from "../../programmes/export/report/html.ts";
import { reportIn, SHIPPED } from "../machines/report-given.ts";
import { sampleOf } from "../machines/shipped.ts";
import { rowsOf } from "./markdown.ts";

const guide = await readFile(fileURLToPath(new URL("../../docs/report.md", import.meta.url)), "utf8");

test("every section is in the table, in both languages", async () => {
  const found = { da: new Set<string>(), en: new Set<string>() };
  for (const id of SHIPPED) {
    const { play, script } = await sampleOf(id);
    const played = play(script, "2030-12-31");
    for (const language of ["da", "en"] as const) {
      const page = reportHtml(reportIn(played, { language }));
      for (const [, title = ""] of page.matchAll(/<h2>([^<]*)</g)) found[language].add(title);
      const [next] = /<h3>(?:Hvad sker der nu|What happens next)</.exec(page) ?? [];
      expect(next).toBeDefined();
    }
  }
  const [, section = ""] = guide.split(/^## /m);
  const rows = rowsOf(section).filter(([first]) => first !== "section");
  const [en, da] = [0, 1].map((column) => rows.map((row) => row[column]!)) as [string[], string[]];
  // A programme without phases has a shorter heading of its course.
  expect(en).toEqual(expect.arrayContaining([...found.en].filter((title) => title !== "The course")));
  expect(da).toEqual(expect.arrayContaining([...found.da].filter((title) => title !== "Forløbet")));
  expect(en.filter((title) => !found.en.has(title))).toEqual(["What happens next"]);
});

test("every trigger is there with its fields, and every command", () => {
  for (const [trigger, { shape }] of Object.entries(ACCOUNTS_SHAPES)) {
    expect(guide).toContain(`\`${trigger} {`);
    const [, fields = ""] = new RegExp(`\`${trigger} \\{([^}]*)\\}`).exec(guide)!;
    const named = fields
      .replaceAll("\\|", ",")
      .split(",")
      .map((field) => field.trim().replace("?", ""));
    expect(named.filter((field) => field !== "").toSorted()).toEqual(Object.keys(shape).toSorted());
  }
  const commands = [...guide.matchAll(/npx fremdrift (network [a-z]+)/g)].map(([, path]) => path);
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands) expect(COMMANDS.map(({ path }) => path)).toContain(command);
});
