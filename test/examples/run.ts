// An example, run as its first line says: what it prints.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { ROOT } from "../guards/files.ts";

/** What it prints until it ends, with 0 as its exit code: otherwise it throws. On a Temporal server of its own. */
export async function printed(file: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, TEMPORAL_ADDRESS: "" };
  const command = ["--import", "tsx", path.join(ROOT, file), ...args];
  return (await promisify(execFile)(process.execPath, command, { cwd: ROOT, env })).stdout;
}

/** Each of these is told, in this order; what stands between them may come at any time. */
export function expectInOrder(text: string, told: RegExp[]): void {
  let from = 0;
  for (const wanted of told) {
    const at = text.slice(from).search(wanted);
    expect(at, `${wanted} after:\n${text.slice(0, from)}\nin:\n${text}`).toBeGreaterThan(-1);
    from += at + 1;
  }
}
