// Tracks in the statechart: the same steps once for each organisation, drawn as a stack of cards under their phases.
import { stack, type Paragraph } from "./block.ts";
import type { Given } from "./given.ts";
import { whoWords } from "./item-words.ts";
import { whenWords } from "./when.ts";
import type { Places } from "./loops.ts";
import { el, group } from "./svg.ts";

const PAD = 9;
const OFFSET = 5;

/** The stacks, each as wide as the columns of its phases, and how far down they reach. */
export function trackBoxes(
  given: Given,
  places: Places,
  { top, right }: { top: number; right: number },
): { markup: string; bottom: number } {
  const { programme, language, words, plan } = given;
  let y = top;
  const drawn = programme.tracks.map((track) => {
    const own = track.phases.flatMap((phase) => places.get(phase) ?? []);
    const left = Math.min(...own.map(({ corner }) => corner.x), own.length > 0 ? Infinity : 0);
    const end = own.length > 0 ? Math.max(...own.map(({ corner, box }) => corner.x + box.width)) : right;
    const steps = track.steps.map(({ title }) => title[language]).join(" → ");
    const paragraphs: Paragraph[] = [
      { text: words.track(track.title[language], track.most), look: "strong" },
      {
        text: [
          words.ledBy(whoWords([track.lead], given)),
          whenWords(track.when, plan.intervals[track.id]!, given),
        ].join(" · "),
        look: "small",
        above: 2,
      },
      ...(steps === "" ? [] : [{ text: steps, look: "body" as const, above: 4 }]),
    ];
    const width = Math.max(end - left, LEAST);
    const block = stack(paragraphs, width - 2 * PAD);
    const height = block.height + 2 * PAD;
    const cards = [2, 1, 0].map((depth) =>
      el("rect", { class: "card", x: left + depth * OFFSET, y: y + depth * OFFSET, width, height, rx: 4 }),
    );
    const markup = group(
      `${words.track(track.title[language], track.most)}. ${steps}`,
      ...cards,
      block.draw(left + PAD, y + PAD),
    );
    y += height + 2 * OFFSET + 16;
    return markup;
  });
  return { markup: drawn.join(""), bottom: drawn.length === 0 ? top - 24 : y - 16 };
}

/** Narrower than this the steps would be a tower of words. */
const LEAST = 220;
