// A file that says it is a backup writes nowhere but in the folder it is put in, and holds nothing but what a backup holds.
import { execFileSync } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { BackupError, pack, unpack, writeManifest } from "../../library/backup-file.ts";
import { tmpFolder } from "../support/tmp.ts";

const MADE = "2027-02-01T09:00:00Z";

/** A folder with what a small backup holds, and its manifest. */
async function given() {
  const home = tmpFolder();
  const folder = path.join(home, "from");
  mkdirSync(path.join(folder, "mail"), { recursive: true });
  writeFileSync(path.join(folder, "mail", "1.eml"), "Hej");
  writeFileSync(path.join(folder, "secret"), "hemmelig");
  const manifest = await writeManifest(folder, MADE);
  const [file, to] = [path.join(home, "backup.tar.gz"), path.join(home, "to")];
  mkdirSync(to);
  return { home, folder, manifest, file, to };
}

const tar = (file: string, folder: string, ...args: string[]) =>
  void execFileSync("tar", ["-C", folder, "-czf", file, ...args], { stdio: "ignore" });

test("what was packed is unpacked", async () => {
  const { folder, manifest, file, to } = await given();
  await pipeline(pack(folder, manifest), createWriteStream(file));
  expect(await unpack(file, to)).toEqual(manifest);
  expect(readdirSync(to).toSorted()).toEqual(["mail", "manifest.json", "secret"]);
});

test("a name that leads out of the folder is refused, and nothing is written there", async () => {
  const { home, folder, file, to } = await given();
  writeFileSync(path.join(folder, "evil"), "x");
  tar(file, folder, "-P", "--transform=s,^evil$,../evil,", "manifest.json", "mail", "secret", "evil");
  await expect(unpack(file, to)).rejects.toThrow("evil");
  expect(existsSync(path.join(home, "evil"))).toBe(false);
  tar(file, folder, "-P", `--transform=s,^evil$,${home}/evil,`, "manifest.json", "mail", "secret", "evil");
  await expect(unpack(file, to)).rejects.toThrow(BackupError);
  expect(existsSync(path.join(home, "evil"))).toBe(false);
});

test("a link is refused, wherever it leads, and nothing is written through it", async () => {
  const { home, folder, file, to } = await given();
  const outside = path.join(home, "outside");
  mkdirSync(outside);
  symlinkSync(outside, path.join(folder, "mail", "out"));
  tar(file, folder, "manifest.json", "mail", "secret");
  await expect(unpack(file, to)).rejects.toThrow("mail/out");
  // The link first, and then a file of that place.
  const other = path.join(home, "other", "temporal");
  mkdirSync(other, { recursive: true });
  writeFileSync(path.join(other, "x"), "x");
  symlinkSync(outside, path.join(folder, "temporal"));
  tar(file, folder, "manifest.json", "temporal", "-C", path.join(home, "other"), "temporal/x");
  await expect(unpack(file, to)).rejects.toThrow(BackupError);
  expect(readdirSync(outside)).toEqual([]);
});

test("a part that the manifest does not name is refused", async () => {
  const { folder, file, to } = await given();
  writeFileSync(path.join(folder, "admin-token"), "fd_mine");
  tar(file, folder, "manifest.json", "mail", "secret", "admin-token");
  await expect(unpack(file, to)).rejects.toThrow("admin-token");
});
