// A programme without phases as a path: its items one after another as stations, homework between them.
import type { Item } from "../types.ts";
import { label, stack, type Block, type Paragraph } from "./block.ts";
import { decisionParagraphs } from "./decision.ts";
import type { Given } from "./given.ts";
import { itemWords, marksOf, whoWords } from "./item-words.ts";
import { whenWords } from "./when.ts";
import { diamond, type State } from "./signs.ts";
import { el, group } from "./svg.ts";

type Options = { width: number; margin: number; stateOf: (item: string) => State | undefined };
type Station = { item: Item; number: number; block: Block };
/** A row of stations, with the homework that follows each; `before`: that which precedes the first of all. */
type Row = { stations: Station[]; homework: Between[][]; before: Between[] };
/** Homework between two stations. */
type Between = { title: string; block: Block };

const MOST_IN_ROW = 8;
const DISC = 13;
const PAD = 7;
const BETWEEN = 14;

/** The path in rows, read from left to right, at most eight stations in each. */
export function pathOf(given: Given, options: Options): { markup: string; width: number; height: number } {
  const { width, margin, stateOf } = options;
  const stations = given.programme.items.filter(({ kind }) => kind !== "homework");
  const rowCount = Math.max(1, Math.ceil(stations.length / MOST_IN_ROW));
  const inRow = Math.max(1, Math.ceil(stations.length / rowCount));
  const count = (width: number) => rowsOf(given, { inRow, pitch: width, stateOf });
  // Homework before the first station or after the last of a row takes half a column of its own.
  const sketch = count(width);
  const lead = sketch.some(({ before }) => before.length > 0) ? 0.5 : 0;
  const trail = sketch.some(({ homework }) => homework.length === inRow && homework.at(-1)!.length > 0) ? 0.5 : 0;
  const pitch = (width - 2 * margin) / (inRow + lead + trail);
  const rows = count(pitch);
  let y = 0;
  const drawn = rows.map((row, index) => {
    const ends = { isFirst: index === 0, isLast: index === rows.length - 1 };
    const markup = rowMarkup(row, {
      given,
      stateOf,
      pitch,
      left: margin + lead * pitch,
      right: width - margin,
      top: y,
      ...ends,
    });
    y += heightOf(row) + 34;
    return markup;
  });
  return { markup: drawn.join(""), width, height: y - 34 };
}

function rowsOf(
  given: Given,
  { inRow, pitch, stateOf }: { inRow: number; pitch: number; stateOf: Options["stateOf"] },
): Row[] {
  const rows: Row[] = [{ stations: [], homework: [], before: [] }];
  let number = 0;
  for (const item of given.programme.items) {
    const row = rows.at(-1)!;
    if (item.kind === "homework") {
      const block = homeworkBlock(item, given, pitch - 26);
      (row.homework.at(-1) ?? row.before).push({ title: itemWords(item, given), block });
      continue;
    }
    number += item.kind === "break" || item.kind === "note" ? 0 : 1;
    const station = { item, number, block: stack(stationParagraphs(item, given, stateOf), pitch - 14) };
    if (row.stations.length === inRow) rows.push({ stations: [station], homework: [[]], before: [] });
    else {
      row.stations.push(station);
      row.homework.push([]);
    }
  }
  return rows;
}

type RowOptions = {
  given: Given;
  stateOf: Options["stateOf"];
  pitch: number;
  /** Where the first column begins and the last ends. */
  left: number;
  right: number;
  top: number;
  isFirst: boolean;
  isLast: boolean;
};

function rowMarkup(row: Row, options: RowOptions): string {
  const { given, stateOf, pitch, left, right, top, isFirst, isLast } = options;
  const y = top + aboveOf(row) + DISC;
  const x = (index: number) => left + (index + 0.5) * pitch;
  const begin = isFirst && row.before.length === 0 ? x(0) : left;
  const isTrailing = (row.homework.at(-1) ?? []).length > 0;
  const end = isLast ? x(row.stations.length - (isTrailing ? 0.5 : 1)) : right;
  const cards = [row.before, ...row.homework].flatMap((list, index) =>
    homeworkCards(list, { middle: left + index * pitch, bottom: y - DISC - 12, way: y }),
  );
  return [
    el("path", { class: "path", "stroke-width": 3, d: `M${begin} ${y}L${end} ${y}` }),
    ...cards,
    ...row.stations.map((station, index) =>
      stationMarkup(station, { given, state: stateOf(station.item.id), x: x(index), y }),
    ),
  ].join("");
}

/** Cards one above the other over the way between two stations, the lowest joined to it. */
function homeworkCards(
  list: Between[],
  { middle, bottom, way }: { middle: number; bottom: number; way: number },
): string[] {
  let y = bottom;
  return list.map(({ title, block }, index) => {
    const [height, width] = [block.height + 2 * PAD, block.width + 2 * PAD];
    y -= height + (index === 0 ? 0 : 6);
    const x = middle - width / 2;
    const stem =
      index === 0
        ? el("path", { class: "homework", "stroke-width": 1.5, d: `M${middle} ${y + height}L${middle} ${way}` })
        : "";
    const card = el("rect", { class: "homework-card", "stroke-width": 1.5, x, y, width, height, rx: 4 });
    return group(title, stem, card, block.draw(x + PAD, y + PAD));
  });
}

function stationMarkup(
  { item, number, block }: Station,
  { given, state, x, y }: { given: Given; state: State | undefined; x: number; y: number },
): string {
  const under = y + DISC + 10;
  return group(
    itemWords(item, given),
    stationSign(item, number, { state, x, y }),
    block.draw(x - block.width / 2, under),
  );
}

function stationSign(
  { kind, tentative }: Item,
  number: number,
  { state, x, y }: { state: State | undefined; x: number; y: number },
): string {
  if (kind === "decision") return diamond({ x, y }, DISC);
  if (kind === "break" || kind === "note") return el("circle", { class: "card", cx: x, cy: y, r: 7 });
  const isHollow = tentative === true || state === "done" || state === "next";
  const dashes = tentative === true || state === "next" ? "4 3" : undefined;
  const disc = el("circle", {
    class: isHollow ? "hollow" : "strong",
    "stroke-width": 2,
    "stroke-dasharray": dashes,
    cx: x,
    cy: y,
    r: DISC,
  });
  const halo = state === "active" ? el("circle", { class: "path", "stroke-width": 2, cx: x, cy: y, r: DISC + 5 }) : "";
  return `${halo}${disc}${label(String(number), isHollow ? "strong" : "numberOnStrong", { x, y }, "middle")}`;
}

const aboveOf = ({ homework, before }: Row): number =>
  Math.max(
    0,
    ...[before, ...homework].map((list) => list.reduce((sum, { block }) => sum + block.height + 2 * PAD + 6, 0)),
  ) + BETWEEN;

const heightOf = (row: Row): number =>
  aboveOf(row) + 2 * DISC + 10 + Math.max(0, ...row.stations.map(({ block }) => block.height));

function stationParagraphs(item: Item, given: Given, stateOf: Options["stateOf"]): Paragraph[] {
  const { words, plan } = given;
  const state = stateOf(item.id);
  const told: Paragraph[] = state ? [{ text: words.states[state], look: "smallStrong" }] : [];
  if (item.kind === "decision") {
    const [title, ...rest] = decisionParagraphs(item, given, () => "");
    return [...told, { ...title!, indent: 0 }, ...rest];
  }
  const small = (text: string): Paragraph => ({ text, look: "small", above: 2 });
  const sessions = item.sessions ?? [];
  const special = marksOf(item, words).join(", ");
  return [
    ...told,
    { text: item.title[given.language], look: "strong" },
    { text: whenWords(item.when, plan.intervals[item.id]!, given), look: "body", above: 2 },
    ...sessions.map((session) => small(sessionWords(item, session, given))),
    ...(item.place === undefined ? [] : [small(item.place)]),
    ...(item.audience.length > 0 ? [small(whoWords(item.audience, given))] : []),
    ...(special === "" ? [] : [small(special)]),
    ...(item.description === undefined
      ? []
      : [{ text: item.description[given.language], look: "body" as const, above: 5 }]),
  ];
}

function sessionWords({ id }: Item, session: NonNullable<Item["sessions"]>[number], given: Given): string {
  const interval = given.plan.intervals[id]?.sessions?.[session.id];
  const when = interval ? ` ${whenWords(session.when, interval, given)}` : "";
  return `${session.title?.[given.language] ?? session.id}:${when}${session.place === undefined ? "" : `, ${session.place}`}`;
}

function homeworkBlock(item: Item, given: Given, width: number): Block {
  const { words, plan, language } = given;
  const { target } = item;
  const role = given.programme.roles.find(({ code }) => code === target?.role)?.title[language] ?? target?.role;
  return stack(
    [
      { text: item.title[language], look: "strong" },
      { text: whenWords(item.when, plan.intervals[item.id]!, given), look: "small", above: 2 },
      ...(item.audience.length > 0 ? [{ text: whoWords(item.audience, given), look: "small" as const, above: 2 }] : []),
      ...(target ? [{ text: `${role} ${words.atLeast(target.atLeast)}`, look: "small" as const, above: 2 }] : []),
    ],
    width - 2 * PAD,
  );
}
