// How each kind of item and phase is marked on the timeline: bars, points, lines, diamonds.
import { addDays } from "../calendar.ts";
import type { Interval, IsoDate, Item, Phase, Track } from "../types.ts";
import { label } from "./block.ts";
import type { Given } from "./given.ts";
import { itemWords, marksOf } from "./item-words.ts";
import { differingQuote, whenWords } from "./when.ts";
import type { Mark } from "./lanes.ts";
import { sureness, type Scale } from "./scale.ts";
import { diamond, modeSign, WEDGE } from "./signs.ts";
import { el } from "./svg.ts";

/** What marks are drawn from; `id` begins the ids of the picture's gradients. */
export type Drawing = { given: Given; scale: Scale; id: string };
type Span = { from: number; to: number };

const POINT = 9;
/** How long a span is drawn whose other end nobody knows, in pixels. */
const OPEN_END = 60;

/** A phase's bar; nothing where it has no date. */
export function phaseMark(phase: Phase, drawing: Drawing): Mark | undefined {
  const { given, scale, id } = drawing;
  const interval = given.plan.intervals[phase.id]!;
  const span = spanOf(interval, scale);
  if (span === undefined) return undefined;
  const words = whenWords(phase.when, interval, given);
  const isSoft = sureness(phase.when) === "soft" || !interval.from || !interval.to;
  return {
    ...span,
    title: `${phase.title[given.language]}: ${words}`,
    text: words,
    draw: (y) => (isSoft ? softBar(span, y, 14, id) : bar(span, y, 14, phase.mode)) + modeIn(phase.mode, span, y),
  };
}

/** A track's bars behind each other, one for each organisation in thought. */
export function trackMark(track: Track, { given, scale }: Drawing): Mark | undefined {
  const interval = given.plan.intervals[track.id];
  const span = interval && spanOf(interval, scale);
  if (span === undefined) return undefined;
  const { language, words } = given;
  return {
    ...span,
    title: words.track(track.title[language], track.most),
    text: whenWords(track.when, interval!, given),
    draw: (y) =>
      [-4, 0, 4].map((off) => bar({ from: span.from + off, to: span.to + off }, y + off, 7, "neither")).join(""),
  };
}

/** An item's mark; nothing where it has no date. `number`: of a meeting. */
export function itemMark(item: Item, drawing: Drawing, number?: number): Mark | undefined {
  const { given, scale } = drawing;
  const interval = given.plan.intervals[item.id]!;
  const span = spanOf(interval, scale);
  if (span === undefined) return undefined;
  const drawn = drawnOf(item, interval, span, { ...drawing, number: String(number ?? "") });
  const text = textOf(item, interval, given);
  return { ...drawn, title: itemWords(item, given), text, isQuiet: item.kind === "note" };
}

type Drawn = Pick<Mark, "from" | "to" | "draw">;

function drawnOf(item: Item, interval: Interval, span: Span, options: Drawing & { number: string }): Drawn {
  switch (item.kind) {
    case "meeting":
      return meetingMark(item, interval, span, options);
    case "homework":
      return homeworkMark(interval, span, options.scale);
    case "decision":
      return pointMark(item, span, options, (x, y) => diamond({ x, y }, POINT));
    case "monitoring":
      return pointMark(item, span, options, square);
    case "note":
      return { ...span, to: span.from + 2, draw: (y) => tick(span.from + 1, y, "rule") };
    case "deliverable":
      return pointMark(item, span, options, page);
    case "task":
    case "break":
    default:
      return { ...span, draw: (y) => (isSoft(item, interval) ? softBar(span, y, 7, options.id) : solid(span, y)) };
  }
}

/** A numbered point; a point for each session, joined; a soft bar behind it where the day is not known. */
function meetingMark(
  item: Item,
  interval: Interval,
  span: Span,
  { scale, id, number }: Drawing & { number: string },
): Drawn {
  const sessions = Object.values(interval.sessions ?? {}).flatMap((one) => spanOf(one, scale) ?? []);
  const isTentative = item.tentative === true;
  if (sessions.length > 0) {
    const isVague = (item.sessions ?? []).some(({ when }) => sureness(when) !== "exact");
    const places = apart(sessions.map(middle));
    const [first, last] = [places[0]!, places.at(-1)!];
    const way = (y: number) => el("path", { class: "path", "stroke-width": 4, d: `M${first} ${y}L${last} ${y}` });
    const points = (y: number) => places.map((x) => point({ from: x, to: x }, y, number, isTentative)).join("");
    return {
      from: Math.min(first - POINT, isVague ? span.from : first),
      to: Math.max(last + POINT, isVague ? span.to : last),
      draw: (y) => (isVague ? softBar(span, y, 14, id) : "") + way(y) + points(y),
    };
  }
  if (sureness(item.when) === "exact") {
    const shape = { from: Math.min(span.from + POINT, middle(span)), to: Math.max(span.to - POINT, middle(span)) };
    return { from: shape.from - POINT, to: shape.to + POINT, draw: (y) => point(shape, y, number, isTentative) };
  }
  const place = { from: middle(span), to: middle(span) };
  return {
    from: Math.min(span.from, place.from - POINT),
    to: Math.max(span.to, place.to + POINT),
    draw: (y) => softBar(span, y, 14, id) + point(place, y, number, isTentative),
  };
}

/** A thin line that ends in a bar at the deadline, or in one for each deadline. */
function homeworkMark(interval: Interval, span: Span, scale: Scale): Drawn {
  const ends = Object.values(interval.sessions ?? {}).flatMap((one) => spanOf(one, scale)?.to ?? []);
  const deadlines = ends.length > 0 ? ends : [span.to];
  return {
    ...span,
    draw: (y) =>
      el("path", { class: "homework", "stroke-width": 2.5, d: `M${span.from} ${y}L${span.to} ${y}` }) +
      deadlines.map((x) => tick(x - 1.5, y, "homework")).join(""),
  };
}

/** A sign at the end of a span, with a thin line before it where the span is longer than the sign. */
function pointMark(item: Item, span: Span, { scale }: Drawing, draw: (x: number, y: number) => string): Drawn {
  const x = Math.min(span.to, scale.right - POINT);
  const from = sureness(item.when) === "exact" ? x - POINT : Math.min(span.from, x - POINT);
  return {
    from,
    to: x + POINT,
    draw: (y) =>
      el("path", { class: "rule", "stroke-width": 1.5, "stroke-dasharray": "3 3", d: `M${from} ${y}L${x} ${y}` }) +
      draw(x, y),
  };
}

/** The title, and the time where neither the bar nor the row's phase already says it. */
function textOf(item: Item, interval: Interval, given: Given): string {
  const { language, words, programme, plan } = given;
  const own = whenWords(item.when, interval, given);
  const quote = differingQuote(item.when, interval, given);
  const isOfPhase = programme.phases.some(
    ({ id, when }) => item.phases.includes(id) && whenWords(when, plan.intervals[id]!, given) === own,
  );
  const isSaid = isOfPhase || (sureness(item.when) === "weeks" && quote === undefined);
  return [item.title[language], ...(isSaid ? [] : [own]), ...marksOf(item, words)].join(" · ");
}

const isSoft = ({ when }: Item, { from, to }: Interval): boolean => sureness(when) === "soft" || !from || !to;

/** From the beginning of the first day to the end of the last; where one is unknown, some way towards it. */
function spanOf({ from, to }: Interval, { at, left, right }: Scale): Span | undefined {
  const end = (date: IsoDate) => at(addDays(date, 1));
  if (from === undefined && to === undefined) return undefined;
  if (to === undefined) return { from: at(from!), to: Math.min(right, at(from!) + OPEN_END) };
  return { from: from === undefined ? Math.max(left, end(to) - OPEN_END) : at(from), to: end(to) };
}

const middle = ({ from, to }: Span): number => (from + to) / 2;

/** So far from each other that every point can be seen, around the same middle. */
function apart(places: number[]): number[] {
  const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const spread = places
    .toSorted((a, b) => a - b)
    .reduce<number[]>((all, x) => [...all, Math.max(x, (all.at(-1) ?? -Infinity) + 2 * POINT + 6)], []);
  const moved = mean(spread) - mean(places);
  return spread.map((x) => x - moved);
}

/** A disc with a number; as long as its days where there are several. */
function point(span: Span, y: number, number: string, isTentative: boolean): string {
  const shape = {
    class: isTentative ? "hollow" : "strong",
    "stroke-width": 2,
    "stroke-dasharray": isTentative ? "3 2.5" : undefined,
  };
  const area = {
    x: span.from - POINT,
    y: y - POINT,
    width: span.to - span.from + 2 * POINT,
    height: 2 * POINT,
    rx: POINT,
  };
  const look = isTentative ? "smallStrong" : "numberOnStrong";
  return el("rect", { ...shape, ...area }) + (number && label(number, look, { x: middle(span), y }, "middle"));
}

const square = (x: number, y: number): string =>
  el("rect", {
    class: "hollow",
    "stroke-width": 2.5,
    x: x - POINT + 2,
    y: y - POINT + 2,
    width: 2 * POINT - 4,
    height: 2 * POINT - 4,
  });

/** A sheet of paper around a middle. */
export const page = (x: number, y: number): string =>
  el("path", {
    class: "task",
    d: `M${x - 6} ${y - 8}L${x + 2} ${y - 8}L${x + 6} ${y - 4}L${x + 6} ${y + 8}L${x - 6} ${y + 8}Z`,
  });

/** The phase's wedge at the beginning of its bar, where the bar is long enough. */
const modeIn = (mode: Phase["mode"], { from, to }: Span, y: number): string =>
  mode === "neither" || to - from < 2 * WEDGE + 8 ? "" : modeSign(mode, { x: from + WEDGE + 5, y });

const tick = (x: number, y: number, name: "homework" | "rule"): string =>
  el("path", { class: name, "stroke-width": 3, d: `M${x} ${y - 6}L${x} ${y + 6}` });

const bar = ({ from, to }: Span, y: number, height: number, name: Phase["mode"]): string =>
  el("rect", { class: name, "stroke-width": 1.5, x: from, y: y - height / 2, width: to - from, height, rx: 3 });

const solid = ({ from, to }: Span, y: number): string =>
  el("rect", { class: "task", x: from, y: y - 2.5, width: to - from, height: 5, rx: 2 });

/** A bar without ends: it fades where the time is not known. */
export const softBar = ({ from, to }: Span, y: number, height: number, id: string): string =>
  el("rect", { fill: `url(#${id}-soft)`, x: from, y: y - height / 2, width: to - from, height });
