// What a run says: one line for each figure, beside what it is to reach.

/** `reach`: the figure is to be at most this. */
export type Line = { name: string; figure: number; unit: string; reach?: number; detail?: string };

/** The lines as a table, in columns; a figure within its reach has a ✓, one beyond it a ✗. */
export function table(title: string, lines: readonly Line[], show: (value: number) => string): string {
  const cells = lines.map(({ name, figure, unit, reach, detail = "" }) => [
    name,
    `${show(figure)} ${unit}`,
    reach === undefined ? "" : `${figure <= reach ? "✓" : "✗"} ≤ ${reach}`,
    detail,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((row) => row[column]!.length)));
  const rows = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [title, ...rows.map((row) => `  ${row}`)].join("\n");
}
