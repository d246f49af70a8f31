// A phase in the statechart: what lets it open above it, what lets it close and its decisions below, all in one column.
import type { Criterion, Item, Phase } from "../types.ts";
import { stack, type Block, type Paragraph } from "./block.ts";
import { decisionParagraphs } from "./decision.ts";
import type { Given } from "./given.ts";
import { decisionsOf } from "./graph.ts";
import type { Box } from "./layout.ts";
import { closingParagraphs, criteriaParagraphs, phaseParagraphs, phaseTitle } from "./phase-text.ts";
import { rejectionArcs } from "./rejections.ts";
import { diamond, SIGN, type State } from "./signs.ts";
import { el, group, lineThrough, type Attributes, type Point } from "./svg.ts";

export type PhaseBox = {
  /** As tall above its middle, where the phase itself is, as below. */
  box: Box;
  /** Where something is drawn: from the box's own top. */
  top: number;
  bottom: number;
  draw: (corner: Point) => string;
};

export type PhaseOptions = {
  width: number;
  state: State | undefined;
  /** Ids of the arrow heads. */
  arrow: string;
  loop: string;
};

/** One card of the column, and where its top is within the box. */
type Card = {
  part: "opens" | "phase" | "closes" | "decision";
  item?: Item;
  title: string;
  block: Block;
  height: number;
  top: number;
  shape: Attributes;
};

const PAD = 7;
const BETWEEN = 14;

/** A phase with everything that belongs to it, in a column of that width. */
export function phaseBox(phase: Phase, given: Given, options: PhaseOptions): PhaseBox {
  const stacked = cardsOf(phase, given, options);
  const last = stacked.at(-1)!;
  const tall = last.top + last.height;
  const own = stacked.find(({ part }) => part === "phase")!;
  const middle = own.top + own.height / 2;
  const half = Math.max(middle, tall - middle);
  const cards = stacked.map((card) => ({ ...card, top: card.top + half - middle }));
  return {
    box: { id: phase.id, width: options.width, height: 2 * half, ...portsOf(phase, cards, half) },
    top: half - middle,
    bottom: half - middle + tall,
    draw: (corner) => drawn(phase, cards, corner, { given, options }),
  };
}

/** The cards from the top of the column down, the first at 0. */
function cardsOf(phase: Phase, given: Given, { width, state }: PhaseOptions): Card[] {
  const { words, language } = given;
  const named = (title: string, list: Criterion[]) =>
    `${phase.title[language]}. ${title}: ${list.map((one) => one.title[language]).join("; ")}`;
  const sign = (x: number, y: number) => diamond({ x: x + SIGN + 1, y });
  const plans: (Pick<Card, "part" | "item" | "title" | "shape"> & { paragraphs: Paragraph[] })[] = [
    {
      part: "opens",
      title: named(words.opensWhen, phase.opens),
      paragraphs: criteriaParagraphs(phase.opens, given, words.opensWhen),
      shape: { class: "card" },
    },
    {
      part: "phase",
      title: phaseTitle(phase, given),
      paragraphs: phaseParagraphs(phase, given, state),
      shape: phaseShape(phase, state),
    },
    {
      part: "closes",
      title: named(words.closesWhen, phase.closes),
      paragraphs: closingParagraphs(phase, given),
      shape: { class: "card" },
    },
    ...decisionsOf(given.programme, phase.id).map((item) => ({
      part: "decision" as const,
      item,
      title: item.title[language],
      paragraphs: decisionParagraphs(item, given, sign),
      shape: { class: "decision" },
    })),
  ];
  let top = 0;
  return plans.flatMap(({ paragraphs, ...plan }) => {
    if (paragraphs.length === 0) return [];
    const block = stack(paragraphs, width - 2 * PAD);
    const card = { ...plan, block, height: block.height + 2 * PAD, top };
    top += card.height + BETWEEN;
    return [card];
  });
}

/** Ways come in at the criteria they answer, and leave where what they wait for is said. */
function portsOf({ opens }: Phase, cards: Card[], middle: number): Pick<Box, "left" | "right"> {
  const ofPart = (part: Card["part"]) => cards.find((card) => card.part === part);
  const halfway = (card: Card | undefined) => (card ? card.top + card.height / 2 : middle);
  const criteria = ofPart("opens");
  return {
    left: {
      phase: middle,
      ...Object.fromEntries(
        // The first paragraph is the heading.
        opens.map(({ id }, index) => [`criterion ${id}`, criteria!.top + PAD + criteria!.block.middles[index + 1]!]),
      ),
    },
    right: {
      phase: middle,
      closes: halfway(ofPart("closes")),
      ...Object.fromEntries(cards.flatMap((card) => (card.item ? [[`decision ${card.item.id}`, halfway(card)]] : []))),
    },
  };
}

function drawn(
  phase: Phase,
  cards: Card[],
  { x, y }: Point,
  { given, options: { width, arrow, loop } }: { given: Given; options: PhaseOptions },
): string {
  const shown = cards.map(({ title, block, height, top, shape, part }, index) => {
    const before = cards[index - 1];
    const down = before
      ? el("path", {
          class: "arrow",
          "stroke-width": 1.5,
          d: lineThrough([
            { x: x + width / 2, y: y + before.top + before.height },
            { x: x + width / 2, y: y + top },
          ]),
          "marker-end": part === "phase" ? `url(#${arrow})` : undefined,
        })
      : "";
    const frame = el("rect", { "stroke-width": 1, ...shape, x, y: y + top, width, height, rx: 4 });
    return group(title, down, frame, block.draw(x + PAD, y + top + PAD));
  });
  const own = cards.find(({ part }) => part === "phase")!;
  const decisions = cards.flatMap(({ item, top, height }) => (item ? [{ item, top: y + top, height }] : []));
  const arcs = rejectionArcs(decisions, { x, phaseBottom: y + own.top + own.height }, given, loop);
  return group(phase.title[given.language], ...shown, arcs);
}

/** Colour, and an edge that tells the states apart without it. */
function phaseShape({ mode }: Phase, state: State | undefined): Attributes {
  if (state === "active") return { class: "strong", "stroke-width": 3 };
  if (state === "done") return { class: "card", "stroke-width": 1 };
  if (state === "next") return { class: mode, "stroke-width": 2, "stroke-dasharray": "6 4" };
  return { class: mode, "stroke-width": 2 };
}
