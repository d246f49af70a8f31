// programme shift, as it is written on the command line.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tmpFolder } from "../support/tmp.ts";
import { fremdrift } from "./given.ts";

type Answer = { start: string; moves: { id: string }[]; conflicts: { id: string; why: string }[] };

describe("programme shift", () => {
  it("is a table of old and new, and the days that do not fit", async () => {
    const { code, out, err } = await fremdrift("programme shift partnerskab --year 2028");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^m1 +Møde 1 +27\. august kl\. 9-16 +→ +søn\. 27\. aug\. 2028$/m);
    expect(out).toContain("m3 Møde 3: søn. 29. okt. 2028 er en weekend; forslag: man. 30. okt. 2028");
    expect((await fremdrift("programme shift partnerskab --year 2027 --lang en")).out).toContain("Every day fits.");
  });

  it("gives the same as one JSON document", async () => {
    const line = "programme shift faellesskabsagenter --start 2028-02-28 --json";
    const answer = (await fremdrift(line)).json() as Answer;
    expect([answer.start, answer.moves.length]).toEqual(["2028-02-28", 16]);
    expect(answer.conflicts).toEqual([{ id: "E2", date: "2028-03-05", why: "weekend", proposal: "2028-03-06" }]);
    const kept = (await fremdrift(`${line} --keep-weekdays`)).json() as Answer;
    expect([kept.start, kept.conflicts[0]!.id]).toEqual(["2028-02-29", "E3"]);
  });

  it("writes a programme with the new dates, and nothing over what is there", async () => {
    const out = join(tmpFolder(), "ny.yaml");
    const done = await fremdrift(["programme", "shift", "partnerskab", "--year", "2028", "--out", out]);
    expect([done.code, done.err]).toEqual([0, `Programmet er skrevet: ${out}\n`]);
    expect(await readFile(out, "utf8")).toContain("date: 2028-10-29");
    expect((await fremdrift(["programme", "show", out])).out).toContain("29. okt 2028");
    const again = await fremdrift(["programme", "shift", "partnerskab", "--year", "2026", "--out", out]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining("findes allerede")]);
    expect(await readFile(out, "utf8")).toContain("date: 2028-10-29");
  });

  it("says that a programme in weeks still needs its start, and refuses one that has dates beside", async () => {
    const folder = tmpFolder();
    const weeks = ["programme", "shift", "innovationsnetvaerk", "--start", "2028-02-07", "--out", join(folder, "a")];
    expect((await fremdrift(weeks)).err).toContain("--start 2028-02-07");
    const mixed = join(folder, "mixed.yaml");
    const text = await readFile(join(folder, "a"), "utf8");
    await writeFile(mixed, text.replace("week: 7", "date: 2027-03-18"));
    const done = await fremdrift(["programme", "shift", mixed, "--start", "2028-02-07", "--out", join(folder, "b")]);
    expect([done.code, done.err]).toEqual([1, expect.stringContaining("tæller i uger og har også datoer")]);
  });

  it("needs a start, and tells of seasons that no longer fit", async () => {
    expect((await fremdrift("programme shift borgerservice")).code).toBe(2);
    const { err } = await fremdrift("programme shift borgerservice --start 2026-10-01");
    expect(err).toContain('«Konsolidering» er i kilden "efterår 2014", men flyttes til 2026-10-01 – 2026-12-31.');
  });
});
