import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { tmpFolder } from "../support/tmp.ts";
import { ROOT } from "./files.ts";

const PURE = ["programmes", "machines", "workflows"];

const UNSEEN = [
  `export const later = setTimeout(() => {}, 1);`,
  `export const home = process.env["HOME"];`,
  `export { readFileSync } from "node:fs";`,
  `export const bytes = Buffer.from("a");`,
  `export const when = performance.now();`,
  `export const page = fetch("http://127.0.0.1");`,
];

test("pure rooms cannot see timers, Node or the network: the compiler refuses planted uses, beside the real files", async () => {
  const folder = planted(UNSEEN);
  const config = {
    extends: path.join(ROOT, "tsconfig.pure.json"),
    include: [folder, ...PURE.map((room) => path.join(ROOT, room))],
  };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
  const words = await said("tsc", ["-p", path.join(folder, "tsconfig.json"), "--noEmit"], ROOT);
  const refused = UNSEEN.filter((_, n) => words.includes(`planted${n}.ts(1,`));
  expect(refused).toEqual(UNSEEN);
});

const BANNED = [
  `export const now = Date.now();`,
  `export const epoch = new Date(0);`,
  `export const hidden = globalThis.Date.now();`,
  `export const chance = Math.random();`,
  `export const later = setTimeout(() => 1, 1);`,
  `export const again = setInterval(() => 1, 1);`,
  `export const when = performance.now();`,
  `export const id = crypto.randomUUID();`,
  `import { DateTime } from "luxon";\nexport const now = DateTime.now();`,
  `import { DateTime } from "luxon";\nexport const now = DateTime.local(2027);`,
  `import { randomUUID } from "node:crypto";\nexport const id = randomUUID();`,
];

test.each(PURE)("lint refuses clocks, timers and chance in %s, and lets other rooms have them", async (room) => {
  const words = await lintOf(room);
  expect(BANNED.filter((_, n) => words.includes(`planted${n}.ts`))).toEqual(BANNED);
  expect(await lintOf("worker")).not.toContain("planted");
});

async function lintOf(room: string): Promise<string> {
  const folder = tmpFolder();
  mkdirSync(path.join(folder, room));
  copyFileSync(path.join(ROOT, ".oxlintrc.json"), path.join(folder, ".oxlintrc.json"));
  BANNED.forEach((text, n) => writeFileSync(path.join(folder, room, `planted${n}.ts`), `${text}\n`));
  return said("oxlint", ["--format=unix", room], folder);
}

// Inside the project, so that packages and their types resolve as they do for the real files.
function planted(texts: string[]): string {
  mkdirSync(path.join(ROOT, ".cache"), { recursive: true });
  const folder = mkdtempSync(path.join(ROOT, ".cache", "planted-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  texts.forEach((text, n) => writeFileSync(path.join(folder, `planted${n}.ts`), `${text}\n`));
  return folder;
}

async function said(command: string, args: string[], cwd: string): Promise<string> {
  const file = path.join(ROOT, "node_modules", ".bin", command);
  const { stdout } = await promisify(execFile)(file, args, { cwd }).catch((error: { stdout: string }) => error);
  return stdout;
}
