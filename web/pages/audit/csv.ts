// A network's changes as a table that spreadsheets open.
import type { ChangeJson } from "../../../api/client.ts";

/** CSV with a header, separated by semicolons; a cell that a spreadsheet would take for a formula is a text. */
export function csvOf(changes: ChangeJson[], [when, who, what, before, why]: readonly string[]): string {
  const header = ["Nr.", when, who, what, before, why, "SHA-256"];
  const rows = changes.map((one) => [
    String(one.seq),
    one.at,
    one.who ?? "",
    one.says,
    one.old === undefined ? "" : JSON.stringify(one.old),
    one.why ?? "",
    one.hash,
  ]);
  // Excel reads UTF-8 by the mark before it.
  return `\u{FEFF}${[header, ...rows].map((row) => row.map(cellOf).join(";")).join("\r\n")}\r\n`;
}

function cellOf(text = ""): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
