// Reads of a Markdown text what can be tried: its blocks of code, its tables and its sections; and lays YAML on YAML.

export type Block = { language: string; name?: string; body: string };
export type Fields = Record<string, unknown>;

/** The blocks of code, in order. `name`: what follows the language on their first line. */
export function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w+)(?: ([\w.-]+))?\n([\s\S]*?)^```$/gm)].map(([, language, name, body]) => ({
    language: language!,
    ...(name !== undefined && { name }),
    body: body!,
  }));
}

/** The rows of every table, their cells trimmed; without the lines that divide head and body. */
export function rowsOf(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^[|\s-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}

/** The text below the heading that matches, up to the next one. Throws where there is none. */
export function sectionOf(text: string, heading: RegExp): string {
  const found = text.split(/^### /m).find((section) => heading.test(section));
  if (found === undefined) throw new Error(`no section ${String(heading)}`);
  return found;
}

/** What is written above the rest: maps are merged, anything else takes the place of what was there. */
export function laidOn(below: Fields, above: Fields): Fields {
  const isMap = (value: unknown): value is Fields =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const merged = Object.entries(above).map(([key, value]) => {
    const under = below[key];
    return [key, isMap(value) && isMap(under) && !("da" in value) ? laidOn(under, value) : value] as const;
  });
  return { ...below, ...Object.fromEntries(merged) };
}
