// Plain JavaScript: this runs before anything is installed. It installs the packages that the lock file names
// when they are missing, and says so on standard error; standard output belongs to the command.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Ends the process with a message when Node is older than the packages need. */
export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    `Node ${process.versions.node} is too old: Fremdrift needs 20.19 or newer. Install it and run the command again.`,
  );
}

/**
 * Installs by lock file what is missing. Nothing happens, and nothing is said, when all is there.
 * With `dev` the packages that only tests need are wanted too. Ends the process with a message when it fails.
 */
export async function install({ dev = false } = {}) {
  checkNode();
  const missing = missingPackages({ dev });
  if (missing.length === 0) return;
  say(`installing ${missing.length} packages …`);
  const started = Date.now();
  const code = await withProgress("installing packages", () => underLock(dev));
  if (code !== 0)
    fail(
      `The packages could not be installed (npm ended with ${code}, its words stand above). Check the network, then run the command again.`,
    );
  const left = missingPackages({ dev });
  if (left.length > 0)
    fail(`npm said it was done, but ${left[0]} is still missing. Remove node_modules and run the command again.`);
  say(`${missing.length} packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Lets Node read TypeScript, in this process: half the start-up time and none of the memory of a second one. */
export async function readTypeScript() {
  const { register } = await import("tsx/esm/api");
  register();
}

/** Tells the person who waits what goes on: every five seconds a line with the seconds since the start. */
export async function withProgress(what, work) {
  const started = Date.now();
  const tell = () => say(`${what} … ${Math.round((Date.now() - started) / 1000)} s`);
  const first = setTimeout(tell, 2000);
  const ticks = setInterval(tell, 5000);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(ticks);
  }
}

/** One line on standard error. */
export function say(text) {
  process.stderr.write(`fremdrift: ${text}\n`);
}

/** Ends the process with one line on standard error and exit code 1. */
export function fail(text) {
  say(text);
  process.exit(1);
}

// npm leaves a record of what it installed as its very last act: an installation that was cut short has none.
function missingPackages({ dev }) {
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  const record = path.join(root, "node_modules", ".package-lock.json");
  const found = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")).packages : {};
  return Object.keys(wanted).filter((name) => {
    const needed =
      name !== "" &&
      !wanted[name].optional &&
      !wanted[name].peer &&
      (dev || !(wanted[name].dev || wanted[name].devOptional));
    return (
      needed && (found[name]?.version !== wanted[name].version || found[name]?.integrity !== wanted[name].integrity)
    );
  });
}

// `flock` holds the lock in the kernel, so that a killed command frees it; where it is not to be had (macOS) two at
// once are not kept apart. Whoever waited looks again before it installs.
function underLock(dev) {
  mkdirSync(path.join(root, ".cache"), { recursive: true });
  const self = [process.execPath, fileURLToPath(import.meta.url), "--now", ...(dev ? ["--dev"] : [])];
  const hasFlock = spawnSync("flock", ["--version"]).status === 0;
  return run(hasFlock ? ["flock", path.join(root, ".cache", "install.lock"), ...self] : self);
}

function installNow({ dev }) {
  if (missingPackages({ dev }).length === 0) return 0;
  const npm = process.env["npm_execpath"];
  const command = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  return run([...command, "ci", "--include=dev", "--loglevel=error", "--no-progress"]);
}

// Settings that the surrounding npm or npx handed down are left out: they name its own command and folder.
function run([command, ...args]) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(package|call|local_prefix|global|workspace)/.test(name),
    ),
  );
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", 2, 2] });
    child.on("error", () => resolve(127));
    child.on("exit", (code, signal) => resolve(code ?? `signal ${signal}`));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes("--now")) {
  process.exitCode = await installNow({ dev: process.argv.includes("--dev") });
}
