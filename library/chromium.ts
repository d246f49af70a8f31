// A browser that prints a page as PDF, where this machine has one.
import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** Programs that can print, the first of them that there is. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PATIENCE = 60_000;

const run = promisify(execFile);

/** Path of a browser that can print: CHROMIUM_PATH, or one on the PATH; undefined where there is none. */
export function findChromium(env: Record<string, string | undefined>): string | undefined {
  const given = env["CHROMIUM_PATH"]?.trim();
  if (given) return isProgram(given) ? given : undefined;
  const folders = (env["PATH"] ?? "").split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find(isProgram);
}

/** A page that needs nothing else as PDF, on the paper that its own sheet asks for. Throws where the browser fails. */
export async function printPdf(browser: string, html: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-print-"));
  const [page, pdf] = [path.join(folder, "page.html"), path.join(folder, "page.pdf")];
  try {
    await writeFile(page, html);
    // Whoever runs as root, as in a container, has no sandbox; the page is our own and has no scripts.
    const flags = ["--headless", "--disable-gpu", "--no-pdf-header-footer", `--user-data-dir=${folder}/profile`];
    const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    await run(browser, [...flags, ...root, `--print-to-pdf=${pdf}`, `file://${page}`], { timeout: PATIENCE });
    return await readFile(pdf);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
