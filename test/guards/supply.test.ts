// What we run on: its advisories are answered, its licences are known, and the bill of materials names all of it.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./files.ts";
import { findingsOf, unanswered, unlicensed, type Answer, type Audit, type Licences } from "./supply.ts";

type Entry = { version: string; dev?: boolean; link?: boolean; license?: string; integrity?: string };

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const said = JSON.parse(read("docs/audit.json")) as Licences & { answers: Answer[] };
const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Entry> };
const all = Object.entries(packages)
  .filter(([place]) => place.includes("node_modules/"))
  .map(([place, entry]) => ({ ...entry, place, name: place.slice(place.lastIndexOf("node_modules/") + 13) }));
/** What an installation for use holds, on whatever platform. */
const used = all.filter(({ dev, link }) => !dev && !link);

const found = { advisory: "GHSA-aaaa", package: "a", severity: "high", title: "Reads too much" };
const answer = { advisory: "GHSA-aaaa", package: "a", answer: "We do not call it.", until: "2027-01-31" };

test("a finding without an answer is told, one whose answer no longer holds, and an answer to nothing", () => {
  expect(unanswered([found], [answer], "2027-01-31")).toEqual([]);
  expect(unanswered([found], [], "2027-01-31")).toEqual([
    expect.stringContaining("GHSA-aaaa (a, high: Reads too much)"),
  ]);
  expect(unanswered([found], [{ ...answer, answer: " " }], "2027-01-31")).toHaveLength(1);
  expect(unanswered([found], [{ ...answer, package: "b" }], "2027-01-31")).toHaveLength(2);
  expect(unanswered([found], [answer], "2027-02-01")).toEqual([expect.stringContaining("held until 2027-01-31")]);
  expect(unanswered([], [answer], "2027-01-31")).toEqual([expect.stringContaining("take it out")]);
});

test("a report of npm audit is read by its advisories, and what is none is not taken for one without findings", () => {
  const via = { name: "a", url: "https://github.com/advisories/GHSA-aaaa", severity: "high", title: "Reads too much" };
  const vulnerabilities = { a: { via: [via] }, b: { via: ["a"] }, c: { via: [via] } };
  expect(findingsOf({ auditReportVersion: 2, vulnerabilities })).toEqual([found]);
  expect(findingsOf({ message: "405 Method Not Allowed" })).toBeUndefined();
});

test("every advisory that the registry has about what we run on is answered in docs/audit.json", (context) => {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: 60_000,
  });
  const audit = JSON.parse(stdout || "{}") as Audit;
  const findings = findingsOf(audit);
  if (!findings) {
    const why = `npm audit was not answered (${audit.message ?? "no answer"}): advisories were not looked up.`;
    process.stderr.write(`\n SKIPPED  ${why}\n`);
    context.skip(why);
    return;
  }
  expect(unanswered(findings, said.answers, new Date().toISOString().slice(0, 10))).toEqual([]);
}, 90_000);

test("every package that we run on has a licence that is on the list, or is answered for", () => {
  const licensed = used.map(({ name, place, license }) => {
    const file = path.join(ROOT, place, "package.json");
    // Those of other platforms are not installed; the lock file says theirs.
    const own = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { license?: string }).license : license;
    return { name, licence: own ?? "none" };
  });
  expect(licensed.length).toBeGreaterThan(200);
  expect(unlicensed(licensed, said)).toEqual([]);
  const idle = said.licencesAnswered.filter((one) => !licensed.some(({ name }) => name === one.package));
  expect(idle).toEqual([]);
  const others = { licences: ["MIT"], licencesAnswered: [] };
  expect(unlicensed([{ name: "a", licence: "(MIT OR GPL-3.0)" }], others)).toEqual([]);
  expect(unlicensed([{ name: "a", licence: "MIT AND GPL-3.0" }], others)).toEqual(["a: MIT AND GPL-3.0"]);
});

test("the bill of materials names every package that we run on and every module of the Temporal server, and is the same each time", () => {
  const make = () =>
    execFileSync(process.execPath, ["tools/sbom.mjs"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1e7 });
  const text = make();
  expect(make()).toBe(text);
  const bill = JSON.parse(text) as { bomFormat: string; components: { name: string; version: string; purl: string }[] };
  expect(bill.bomFormat).toBe("CycloneDX");
  const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  expect(named.size).toBe(bill.components.length);
  expect(used.filter(({ name, version }) => !named.has(`${name}@${version}`))).toEqual([]);
  const mod = read("tools/temporal/go.mod");
  const replaced = new Set([...mod.matchAll(/^replace (\S+) =>/gm)].map(([, name]) => name));
  const required = [...mod.matchAll(/^\t(\S+) (v\S+)|=> (\S+) (v\S+)/gm)]
    .map(([, name, version, byName, byVersion]) => ({ name: name ?? byName, version: version ?? byVersion, byName }))
    .filter(({ name, byName }) => byName || !replaced.has(name));
  expect(required.length).toBeGreaterThan(100);
  expect(required.filter(({ name, version }) => !named.has(`${name}@${version}`))).toEqual([]);
  expect(bill.components.every(({ purl }) => /^pkg:(?:npm|golang)\/\S+@\S+$/.test(purl))).toBe(true);
});

test("packages run nothing when they are installed, and stand at one version each", () => {
  expect(read(".npmrc")).toContain("ignore-scripts=true");
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, at]) => !/^\d+\.\d+\.\d+$/.test(at));
  expect(loose).toEqual([]);
  // Those of other platforms were never fetched here, so the lock file has no sum of theirs.
  const installed = all.filter(({ place, link }) => !link && existsSync(path.join(ROOT, place)));
  expect(installed.length).toBeGreaterThan(300);
  expect(installed.filter(({ integrity }) => !integrity?.startsWith("sha512-")).map(({ place }) => place)).toEqual([]);
});
