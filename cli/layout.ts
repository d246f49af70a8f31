// Lines and tables for people.

/** Columns of equal width, two spaces between; `head` is left out where there are no titles. */
export function table(rows: string[][], head: string[] = []): string {
  const all = head.length > 0 ? [head, ...rows] : rows;
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ""))));
  const line = (row: string[]) =>
    row.map((cell, column) => cell + " ".repeat(widths[column]! - width(cell))).join("  ");
  return all.map((row) => line(row).trimEnd()).join("\n");
}

/** «15. mar 2027 09.00» or, of a date alone, «15. mar 2027», as it stands in its own zone. */
export function moment(at: string, language: "da" | "en"): string {
  const [year = "", month = "", day = ""] = at.slice(0, 10).split("-");
  const name = MONTHS[language][Number(month) - 1] ?? month;
  const date = language === "da" ? `${Number(day)}. ${name} ${year}` : `${Number(day)} ${name} ${year}`;
  const clock = at.slice(11, 16);
  return clock ? `${date} ${language === "da" ? clock.replace(":", ".") : clock}` : date;
}

const MONTHS = {
  da: ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const width = (text: string): number => Array.from(text).length;
