// `npm start`: installs what is missing, then runs everything in this process (worker/start.ts), in the foreground.
import { readFileSync } from "node:fs";
import { install, readTypeScript, say } from "./install.mjs";

const ORPHAN_CHECK_MS = 500;

await install();
if (process.env["npm_lifecycle_event"]) endWithNpm();
await readTypeScript();
await import("../worker/start.ts");

// npm passes SIGINT and SIGTERM on, but when npm itself is killed with -9 nobody tells us: we would run on unseen and
// hold the data folder. npm is our parent, or our parent's parent where the shell between us stayed.
function endWithNpm() {
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (!isShell(parent) || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    say("npm has ended; ending too");
    process.kill(process.pid, "SIGTERM");
  }, ORPHAN_CHECK_MS);
  timer.unref();
}

function isShell(pid) {
  return /^(sh|dash|bash|ash|busybox)$/.test(read(`/proc/${pid}/comm`).trim());
}

function parentOf(pid) {
  return read(`/proc/${pid}/stat`).split(") ")[1]?.split(" ")[1];
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
