// Loops of a statechart as arcs above the phases: each in a lane of its own where it would meet another.
import { stack } from "./block.ts";
import type { Given } from "./given.ts";
import type { Loop } from "./graph.ts";
import type { PhaseBox } from "./phase-box.ts";
import { el, group, lineThrough, type Point } from "./svg.ts";

export type Places = Map<string, PhaseBox & { corner: Point }>;

const ROUND = 18;
const ABOVE = 18;
/** How far beside a column an arc goes up, in pixels: nearer than the ways. */
const BESIDE = 7;

type Arc = { from: Foot; to: Foot; text: string; title: string };
/** Where an arc stands: up from the top of a column, or beside it where another column is above. */
type Foot = { at: Point; up: number };

/** The arcs, with the height that the topmost reaches; where there are none that is below everything. */
export function loopArcs(
  loops: Loop[],
  places: Places,
  { given, head }: { given: Given; head: string },
): { markup: string; top: number } {
  const arcs = loops.map((loop) => arcOf(loop, loops, places, given)).toSorted((a, b) => spanOf(a) - spanOf(b));
  const columns = [...places.values()].map(spaceOf);
  const done: Space[] = [];
  const drawn = arcs.map(({ from, to, text, title }, index) => {
    const [left, right] = [Math.min(from.up, to.up), Math.max(from.up, to.up)];
    // Those that come later are longer, and go higher.
    const room = clearOf(arcs.slice(index + 1), left, right);
    const label = stack([{ text, look: "small" }], Math.max(room.right - room.left - 2 * ROUND, LABEL_LEAST));
    const reach = Math.max(0, (label.width - (right - left)) / 2) + 6;
    const under = [...columns, ...done].filter((other) => other.left < right + reach && left - reach < other.right);
    const y = Math.min(...under.map((other) => other.top)) - ABOVE;
    done.push({ left: left - reach, right: right + reach, top: y - label.height - 5 });
    const points = [...legOf(from, y), ...legOf(to, y).toReversed()];
    return group(
      title,
      el("path", { class: "loop", "stroke-width": 2, d: lineThrough(points, ROUND), "marker-end": `url(#${head})` }),
      label.draw((room.left + room.right) / 2 - label.width / 2, y - label.height - 4),
    );
  });
  return { markup: drawn.join(""), top: Math.min(Infinity, ...done.map(({ top }) => top)) };
}

/** Narrower than this a label would be a tower of words. */
const LABEL_LEAST = 110;

/** The widest stretch between two places that none of the arcs goes up through. */
function clearOf(arcs: Arc[], left: number, right: number): { left: number; right: number } {
  const between = arcs.flatMap(({ from, to }) => [from.up, to.up]).filter((x) => left < x && x < right);
  const cuts = [left, ...between.toSorted((a, b) => a - b), right];
  const stretches = cuts.slice(1).map((end, index) => ({ left: cuts[index]!, right: end }));
  return stretches.reduce((widest, one) => (one.right - one.left > widest.right - widest.left ? one : widest));
}

type Space = { left: number; right: number; top: number };

const spaceOf = ({ corner, box, top }: PhaseBox & { corner: Point }): Space => ({
  left: corner.x,
  right: corner.x + box.width,
  top: corner.y + top,
});

const legOf = ({ at, up }: Foot, y: number): Point[] => [
  at,
  ...(at.x === up ? [] : [{ x: up, y: at.y }]),
  { x: up, y },
];

const spanOf = ({ from, to }: Arc): number => Math.abs(from.up - to.up);

function arcOf(loop: Loop, all: Loop[], places: Places, { language, programme }: Given): Arc {
  const title = (id: string) => programme.phases.find((phase) => phase.id === id)?.title[language] ?? id;
  const text = loop.title[language];
  return {
    from: footOf(loop.from, loop, all, places),
    to: footOf(loop.to, loop, all, places),
    text,
    title: `${title(loop.from)} → ${title(loop.to)}: ${text}`,
  };
}

/** The feet of several arcs stand side by side. */
function footOf(id: string, loop: Loop, all: Loop[], places: Places): Foot {
  const { left, right, top } = spaceOf(places.get(id)!);
  // Arcs to the left stand left of those to the right, and each side so that longer arcs go around shorter ones.
  const far = ({ from, to }: Loop) => places.get(from === id ? to : from)!.corner.x;
  const isRight = (one: Loop) => Number(far(one) > left);
  const feet = all
    .filter(({ from, to }) => from === id || to === id)
    .toSorted((a, b) => isRight(a) - isRight(b) || far(b) - far(a));
  const isUnder = [...places.values()]
    .map(spaceOf)
    .some((one) => one.top < top && one.left < right && left < one.right);
  if (isUnder) return { at: { x: right, y: top + BESIDE * (1 + feet.indexOf(loop)) }, up: right + BESIDE };
  const x = left + ((right - left) * (feet.indexOf(loop) + 1)) / (feet.length + 1);
  return { at: { x, y: top }, up: x };
}
