import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../library/setting-list.ts";
import { tmpFolder } from "../support/tmp.ts";
import { fremdrift, given, problem } from "./given.ts";

type Checked = { checks: { name: string; ok: boolean; detail: string; hint: string }[] };

async function doctor(env: Record<string, string>, flags = "") {
  const done = await fremdrift(`doctor --json ${flags}`, env);
  const { checks } = done.json() as Checked;
  return { ...done, of: (name: string) => checks.find((check) => check.name === name)! };
}

describe("doctor", () => {
  it("is content where all is well, and lists every setting with its default and unit", async () => {
    const { env } = await given();
    const { code, of } = await doctor({ ...env, FREMDRIFT_DATA: tmpFolder() });
    expect(code).toBe(0);
    for (const { name, unit } of SETTINGS)
      expect(of(name)).toMatchObject({ ok: true, detail: expect.stringContaining(unit.da) });
    expect(of("PORT").detail).toContain("standard 3000");
    expect(of("api").ok).toBe(true);
    expect(of("worker")).toEqual({ name: "worker", ok: true, detail: "1 polling", hint: "" });
  });

  it("fails on what the server finds, and on a setting that cannot be", async () => {
    const checks = [{ name: "temporal", ok: false, detail: "no answer", hint: "Start it." }];
    const { env } = await given({ "GET /api/checks": () => ({ body: checks }) });
    const { code, of } = await doctor({ ...env, FREMDRIFT_DATA: tmpFolder() }, "--lang en");
    expect(code).toBe(1);
    expect(of("temporal").ok).toBe(false);
    const usual = await given();
    const bad = await doctor({ ...usual.env, FREMDRIFT_DATA: tmpFolder(), PORT: "90000" }, "--lang en");
    expect(bad.code).toBe(1);
    expect(bad.of("PORT")).toMatchObject({
      ok: false,
      detail: "PORT is no port.",
      hint: expect.stringContaining("65535"),
    });
  });

  it("shows no password and no secret", async () => {
    const { env } = await given();
    const secret = "abcdefghijklmnopqrstuvwxyz";
    const done = await doctor({
      ...env,
      FREMDRIFT_DATA: tmpFolder(),
      FREMDRIFT_SECRET: secret,
      DATABASE_URL: "postgres://kim:hemmelig@db:5432/f",
    });
    expect(done.of("DATABASE_URL").detail).toContain("postgres://…@db:5432/f");
    expect(done.out).not.toContain("hemmelig");
    expect(done.out).not.toContain(secret);
  });

  it("names the data folder that cannot be used, and what to do", async () => {
    const { env } = await given();
    const file = join(tmpFolder(), "file");
    await writeFile(file, "");
    const { code, of } = await doctor({ ...env, FREMDRIFT_DATA: file });
    expect(code).toBe(1);
    expect(of("data")).toMatchObject({ ok: false, detail: `${file} er ikke en mappe` });
  });

  it("says that the API does not answer, lets nobody in, or has no token", async () => {
    const { env, close } = await given();
    close();
    const away = await doctor({ ...env, FREMDRIFT_DATA: tmpFolder() });
    expect([away.code, away.of("api").ok]).toEqual([1, false]);
    expect(away.of("api").hint).toContain("npm start");
    const refusing = await given({
      "GET /api/checks": () => ({ status: 401, body: problem("sign-in", 401, "Log ind.") }),
    });
    expect((await doctor({ ...refusing.env, FREMDRIFT_DATA: tmpFolder() })).of("api").detail).toBe("Log ind.");
    expect((await doctor({ FREMDRIFT_DATA: tmpFolder() })).of("api").detail).toContain("admin-token");
  });
});
