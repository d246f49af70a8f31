// The items that no date is known of, listed below the timeline.
import { stack } from "./block.ts";
import type { Given } from "./given.ts";
import { itemWords, marksOf } from "./item-words.ts";
import { whenWords } from "./when.ts";
import { dot } from "./signs.ts";
import { group } from "./svg.ts";

const COLUMNS = 3;
const BETWEEN = 24;
const HEADING = 24;

/** The list in columns, read down each; no height where every item has a date. */
export function undatedList(given: Given, width: number): { height: number; draw: (x: number, y: number) => string } {
  const { programme, plan, language, words } = given;
  const column = (width - (COLUMNS - 1) * BETWEEN) / COLUMNS;
  const entries = programme.items
    .filter(({ id }) => plan.intervals[id]?.from === undefined && plan.intervals[id]?.to === undefined)
    .map((item) => {
      const phase = programme.phases.find(({ id }) => id === item.phases[0])?.title[language];
      const when = whenWords(item.when, plan.intervals[item.id]!, given);
      const said = [words.kinds[item.kind][0], ...(when === words.undated ? [] : [when]), ...marksOf(item, words)];
      const text = `${item.title[language]}, ${said.join(", ")}${phase === undefined ? "" : ` ${words.inPhase(phase)}`}`;
      return { title: itemWords(item, given), block: stack([{ text, look: "body", indent: 11, sign: dot }], column) };
    });
  if (entries.length === 0) return { height: 0, draw: () => "" };
  const heading = stack([{ text: words.undatedList, look: "strong" }], width);
  const inColumn = Math.ceil(entries.length / COLUMNS);
  const columns = Array.from({ length: COLUMNS }, (_, index) =>
    entries.slice(index * inColumn, (index + 1) * inColumn),
  );
  const tall = (list: typeof entries) => list.reduce((sum, { block }) => sum + block.height + 5, 0);
  return {
    height: HEADING + Math.max(...columns.map(tall)),
    draw: (x, y) =>
      heading.draw(x, y) +
      columns
        .flatMap((list, index) =>
          list.map(({ title, block }, row) =>
            group(title, block.draw(x + index * (column + BETWEEN), y + HEADING + tall(list.slice(0, row)))),
          ),
        )
        .join(""),
  };
}
