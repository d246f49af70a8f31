// `npm test [-- vitest's arguments]`: every check there is, the quick ones first; with arguments only the tests they name.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fail, install, readTypeScript, root, say, withProgress } from "./install.mjs";

const QUICK = [
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "lint", command: ["oxlint", "--type-aware"] },
  { name: "types", command: ["tsc", "-p", "tsconfig.json", "--noEmit"] },
  { name: "types of the pure rooms", command: ["tsc", "-p", "tsconfig.pure.json", "--noEmit"] },
  { name: "unused code", command: ["knip"] },
];

// What some tests need and npm cannot install. Without it they are skipped, which is said before and after.
const EXTRAS = [
  { name: "PostgreSQL", packages: ["postgresql"], isThere: hasPostgres },
  { name: "Chromium", packages: ["chromium"], isThere: () => onPath("chromium") || onPath("chromium-browser") },
  { name: "Python's icalendar", packages: ["python3-icalendar"], isThere: hasIcalendar },
];

const args = process.argv.slice(2);
await install({ dev: true });
if (args.length === 0) await check(QUICK);
const skipped = await getExtras();
await getTemporal();
const withCluster = args.length === 0 && hasPostgres() && (await getCluster());
process.exitCode = await run(["vitest", "run", ...args], {
  stdio: "inherit",
  env: { ...process.env, FREMDRIFT_SKIPPED: skipped, ...(withCluster && { FREMDRIFT_TEST_ON: "both" }) },
});

/** Two at a time, as there are cores; all are heard before it ends, so that one run tells all that is wrong. */
async function check(checks) {
  const waiting = [...checks];
  const failed = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const started = Date.now();
      const { code, words } = await heard(next.command);
      say(`${code === 0 ? "✓" : "✗"} ${next.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (code === 0) continue;
      failed.push(next.name);
      process.stderr.write(`${words}\n`);
    }
  };
  await Promise.all([worker(), worker()]);
  if (failed.length > 0)
    fail(`Not in order: ${failed.join(", ")}. Their words stand above; «npm run format» sets the format right.`);
}

async function getExtras() {
  const missing = EXTRAS.filter((extra) => !extra.isThere());
  if (missing.length > 0 && canInstall()) await aptInstall(missing.flatMap((extra) => extra.packages));
  const left = missing.filter((extra) => !extra.isThere());
  if (left.length === 0) return "";
  const [names, packages] = [left.map(({ name }) => name), left.flatMap((extra) => extra.packages)];
  const sentence = `${names.join(" and ")} not found: the tests that need it are not run. Install it (Debian: apt-get install ${packages.join(" ")}) to run them.`;
  say(`SKIPPED  ${sentence}`);
  return sentence;
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version") && onPath("apt-get");
}

async function aptInstall(packages) {
  say(`installing ${packages.join(" and ")} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { stdio: ["ignore", "ignore", "inherit"], env };
  await withProgress(`installing ${packages.join(" and ")}`, async () => {
    await run(["apt-get", "update", "-qq"], options);
    await run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packages], options);
  });
}

async function getTemporal() {
  await readTypeScript();
  const { temporalBinary } = await import("../worker/temporal-binary.ts");
  const found = await temporalBinary({ log: say }).catch((error) => fail(error.message));
  say(`Temporal server: ${found.version} (${found.from})`);
}

/** The server that production runs, and what makes its tables: built from the same sources, some seconds after the first. */
async function getCluster() {
  const { clusterPrograms } = await import("../worker/temporal-binary.ts");
  const found = await clusterPrograms({ log: say }).catch((error) => {
    say(`SKIPPED  The production topology is not tested: ${error.message}`);
    return undefined;
  });
  if (found) say(`Temporal server for production: ${found.server}`);
  return found !== undefined;
}

// As test/support/postgres.ts looks for it: Debian keeps the server's programs off the PATH.
function hasPostgres() {
  const base = "/usr/lib/postgresql";
  const bins = existsSync(base) ? readdirSync(base).map((version) => path.join(base, version, "bin")) : [];
  return [process.env["POSTGRES_BIN"] ?? "", ...bins].some((bin) => bin !== "" && existsSync(path.join(bin, "initdb")));
}

// As test/support/ical-readers.ts looks for it: Debian's packages are seen by Debian's own Python alone.
function hasIcalendar() {
  return ["python3", "/usr/bin/python3"].some((python) => spawnSync(python, ["-c", "import icalendar"]).status === 0);
}

function onPath(name) {
  return (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .some((folder) => folder !== "" && existsSync(path.join(folder, name)));
}

function run([command, ...rest], options) {
  return new Promise((resolve) => {
    const child = spawn(local(command), rest, { cwd: root, ...options });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

function heard([command, ...rest]) {
  return new Promise((resolve) => {
    const child = spawn(local(command), rest, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    child.stdout.on("data", (chunk) => (words += chunk));
    child.stderr.on("data", (chunk) => (words += chunk));
    child.on("error", (error) => resolve({ code: 127, words: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, words }));
  });
}

function local(command) {
  const file = path.join(root, "node_modules", ".bin", command);
  return existsSync(file) ? file : command;
}
