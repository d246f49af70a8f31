// What a reminder rule is called when a programme gives it other days than its method: the title says the days that hold.

type Fields = Record<string, unknown>;

const NUMBERS: Record<string, string[]> = {
  da: ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv"],
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven"],
};
/** One of them, several of them; by language and unit. */
const UNITS: Record<string, Record<string, [string, string]>> = {
  da: { days: ["dag", "dage"], workingDays: ["arbejdsdag", "arbejdsdage"], hours: ["time", "timer"] },
  en: { days: ["day", "days"], workingDays: ["working day", "working days"], hours: ["hour", "hours"] },
};
const COUNTED = /(\p{L}+|\d+) (dage?|uger?|days?|weeks?)(?!\p{L})/gu;

/**
 * A rule as a programme has it, with the title of the method's rule (`below`) saying the days or hours that now hold. As it is where
 * the programme gives it a title, where it counts as before, and where it has come to the other side of what it counts from. Any value may
 * be of the wrong shape.
 */
export function retitled(rule: Fields, below: Fields): Fields {
  const { days, unit = "days", title } = rule;
  const before = below["days"];
  if (title !== below["title"] || typeof title !== "object" || title === null) return rule;
  if (typeof days !== "number" || typeof before !== "number" || days * before < 0) return rule;
  if (days === before && unit === (below["unit"] ?? "days")) return rule;
  const words = Object.entries(title).map(([language, text]) => [
    language,
    typeof text === "string" ? counted(text, language, { before, days, unit: String(unit) }) : text,
  ]);
  return { ...rule, title: Object.fromEntries(words) as Fields };
}

type Count = { before: number; days: number; unit: string };

function counted(text: string, language: string, { before, days, unit }: Count): string {
  const units = UNITS[language]?.[unit];
  const now = Math.abs(days);
  return text.replace(COUNTED, (found: string, count: string, of: string) => {
    const number = /^\d/.test(count) ? Number(count) : (NUMBERS[language] ?? []).indexOf(count);
    const isSaid = number * (/^[uw]/.test(of) ? 7 : 1) === Math.abs(before);
    return isSaid && units ? `${now} ${units[now === 1 ? 0 : 1]}` : found;
  });
}
