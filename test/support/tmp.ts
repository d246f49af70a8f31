// Folders for a test, gone after it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A new empty folder, removed when the test that asked for it ends. Inside the `base` folder where one is named. */
export function tmpFolder(base: string = tmpdir()): string {
  const folder = mkdtempSync(path.join(base, "fremdrift-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
