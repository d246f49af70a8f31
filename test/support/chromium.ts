import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Path of Debian's Chromium (or another on the PATH), or undefined where there is none: tests of pages are then skipped. */
export function chromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => [path.join(folder, "chromium"), path.join(folder, "chromium-browser")])
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
