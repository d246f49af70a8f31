// Rejected decisions in the statechart: an arc back to the decision that is taken again first, or to the phase, where it is drafted anew.
import type { Item } from "../types.ts";
import type { Given } from "./given.ts";
import { el, group, lineThrough } from "./svg.ts";

/** A decision's card as it is drawn. */
type Card = { item: Item; top: number; height: number };

const OUT = 9;
const ROUND = 6;

/** Arcs left of the column. A decision for each idea has none: adjusting is a loop of its own. */
export function rejectionArcs(
  cards: Card[],
  { x, phaseBottom }: { x: number; phaseBottom: number },
  { language, programme, words }: Given,
  head: string,
): string {
  return cards
    .flatMap(({ item, top, height }, index) => {
      const { decision } = item;
      if (decision === undefined) return [];
      const first = decision.again[0];
      const again = cards.slice(0, index).find((card) => card.item.id === first);
      const title = programme.items.find(({ id }) => id === first)?.title[language] ?? "";
      const from = top + height / 2;
      const to = again ? again.top + again.height - 12 : phaseBottom - 10;
      const points = [
        { x, y: from },
        { x: x - OUT, y: from },
        { x: x - OUT, y: to },
        { x, y: to },
      ];
      return group(
        `${item.title[language]}. ${words.rejected(title, decision.rounds)}`,
        el("path", {
          class: "loop",
          "stroke-width": 1.5,
          d: lineThrough(points, ROUND),
          "marker-end": `url(#${head})`,
        }),
      );
    })
    .join("");
}
