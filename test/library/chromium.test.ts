import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findChromium, printPdf } from "../../library/chromium.ts";

async function folderWith(name: string, mode: number, script = "#!/bin/sh\nexit 3\n"): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-browser-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, name), script, { mode });
  return folder;
}

test("a browser is found on the PATH or where CHROMIUM_PATH says, and only one that can be run", async () => {
  const folder = await folderWith("google-chrome", 0o755);
  const there = path.join(folder, "google-chrome");
  expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(there);
  expect(findChromium({ CHROMIUM_PATH: there })).toBe(there);
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: "/nowhere/chromium" })).toBeUndefined();
  expect(findChromium({ PATH: await folderWith("chromium", 0o644) })).toBeUndefined();
  expect(findChromium({})).toBeUndefined();
});

test("a browser that fails is told, and leaves nothing behind", async () => {
  const folder = await folderWith("chromium", 0o755);
  await expect(printPdf(path.join(folder, "chromium"), "<p>Hej</p>")).rejects.toThrow(/chromium/);
});
