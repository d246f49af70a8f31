// HTML made of texts: whatever is put into it is escaped.

/** Markup, as against a text that merely looks like it. */
export type Markup = { text: string };
type Part = string | number | Markup | Part[] | undefined;

/** A template of markup. Texts and numbers in it are escaped, markup is not, lists are put one after another, `undefined` is nothing. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return { text: strings.map((text, index) => text + (index < parts.length ? markupOf(parts[index]) : "")).join("") };
}

function markupOf(part: Part): string {
  if (part === undefined) return "";
  if (Array.isArray(part)) return part.map(markupOf).join("");
  return typeof part === "object" ? part.text : escaped(String(part));
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}/gu, "").replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
