// The phases that a table's rows name, in the order in which they come.
import { slugOf, takeId } from "./draft-ids.ts";
import { textsOf, type Row } from "./draft-rows.ts";
import { spanOf } from "./draft-time.ts";
import type { When } from "./types.ts";

export type DraftPhase = { id: string; title: string; when: When; spans: boolean };
type Named = { key: string; title: string };

/** `Fase 2: Design`, `Fase 2/3`, `Phase 4-6`. */
const NUMBERED = /^(fase|faser|phase|phases)\s*(\d+(?:\s*(?:[-–/,+&]|og|and|til|to)\s*\d+)*)\s*[:.)–-]?\s*(.*)$/is;
const MOST_IN_ONE = 20;

/** The phases that a row's cell or the heading above it names; none where it is a dash. */
function namedIn(row: Row): Named[] {
  const texts = textsOf(row, "phase").map(({ text }) => text);
  const named = texts.length > 0 ? texts : row.section === undefined ? [] : [row.section];
  return named.flatMap((text) => phasesOf(text.replace(/\s+/g, " ").trim()));
}

function phasesOf(text: string): Named[] {
  if (!/[\p{L}\d]/u.test(text)) return [];
  const [, word = "", count = ""] = NUMBERED.exec(text) ?? [];
  const numbers = numbersOf(count);
  const one = /^phase/i.test(word) ? "Phase" : "Fase";
  // A name after several numbers is not shared out between them.
  if (numbers.length > 1) return numbers.map((number) => ({ key: `fase-${number}`, title: `${one} ${number}` }));
  return [{ key: numbers.length === 1 ? `fase-${numbers[0]}` : slugOf(text, "fase"), title: text }];
}

function numbersOf(text: string): number[] {
  const span = /^(\d+)\s*(?:[-–]|til|to)\s*(\d+)$/i.exec(text);
  if (!span) return (text.match(/\d+/g) ?? []).map(Number);
  const [first, last] = [Number(span[1]), Number(span[2])];
  return last > first && last - first < MOST_IN_ONE
    ? Array.from({ length: last - first + 1 }, (_, n) => first + n)
    : [first, last];
}

/** Every phase with the time of its rows, and the phases of each row by its number. `taken`: ids that are in use. */
export function phasesIn(
  rows: { row: Row; when: When }[],
  taken: Set<string>,
): { phases: DraftPhase[]; ofRow: Map<number, string[]> } {
  const found = new Map<string, { title: string; whens: When[]; rows: number[] }>();
  for (const { row, when } of rows)
    for (const { key, title } of namedIn(row)) {
      const phase = found.get(key) ?? { title, whens: [], rows: [] };
      // A later row may say more than the number.
      if (title.length > phase.title.length) phase.title = title;
      phase.whens.push(when);
      phase.rows.push(row.row);
      found.set(key, phase);
    }
  const ofRow = new Map<number, string[]>();
  const phases = [...found].map(([key, { title, whens, rows: numbers }]) => {
    const id = takeId(key, taken);
    for (const number of numbers) ofRow.set(number, [...new Set([...(ofRow.get(number) ?? []), id])]);
    const when = spanOf(whens);
    return { id, title, when, spans: whens.length > 1 && !("unknown" in when) };
  });
  return { phases, ofRow };
}
