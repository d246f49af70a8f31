// The timeline of a programme: weeks or months across, a row for each phase, breaks as pale columns, everything at its time.
import type { Item, Programme } from "../types.ts";
import { stack, type Block } from "./block.ts";
import { givenOf, type Given, type Options } from "./given.ts";
import { itemWords } from "./item-words.ts";
import { dayWords } from "./when.ts";
import { breakColumns, header, timelineDefinitions } from "./grid.ts";
import { pack, type Mark, type Packed } from "./lanes.ts";
import { legend } from "./legend.ts";
import { itemMark, phaseMark, trackMark, type Drawing } from "./marks.ts";
import { scaleOf } from "./scale.ts";
import { el, group, picture } from "./svg.ts";
import { tellTimeline } from "./tell.ts";
import { timelineEntries } from "./timeline-legend.ts";
import { undatedList } from "./undated.ts";

const WIDTH = 1600;
const MARGIN = 18;
const NAMES = 190;
const PAD = 5;

type Row = { title: string; body: Packed; name: Block };

/** The timeline of a programme as SVG. The same input gives the same bytes. Throws where `start` is no date. */
export function timelineOf(programme: Programme, options: Options): string {
  const given = givenOf(programme, options);
  const id = `${programme.id}-timeline`;
  const scale = scaleOf(given, { left: MARGIN + NAMES, right: WIDTH - MARGIN });
  const drawing: Drawing = { given, scale, id };
  const head = stack(headOf(given), WIDTH - 2 * MARGIN);
  const rows = rowsOf(drawing);
  const ticks = header(given, scale, MARGIN);
  const top = MARGIN + head.height + 14 + ticks.height;
  const bottom = top + rows.reduce((sum, row) => sum + heightOf(row), 0);
  const undated = undatedList(given, WIDTH - 2 * MARGIN);
  const entries = legend(timelineEntries(given, id), WIDTH - 2 * MARGIN);
  const undatedTop = bottom + (undated.height > 0 ? 20 : 0);
  const legendTop = undatedTop + undated.height + 18;
  return picture(
    {
      id,
      language: given.language,
      title: `${programme.title[given.language]}: ${given.words.timeline}`,
      description: tellTimeline(given),
      width: WIDTH,
      height: legendTop + entries.height + MARGIN,
      definitions: timelineDefinitions(id),
    },
    head.draw(MARGIN, MARGIN),
    breakColumns(drawing, { top, bottom }),
    ticks.draw({ top: top - ticks.height, bottom }),
    ...drawnRows(rows, top),
    undated.draw(MARGIN, undatedTop),
    entries.draw(MARGIN, legendTop),
  );
}

function headOf(given: Given) {
  const { programme, plan, language, words, isStarted } = given;
  const said = [
    words.timeline,
    ...(programme.weeks === undefined ? [] : [words.weeksLong(programme.weeks)]),
    ...(isStarted ? [words.starting(dayWords(plan.start, given))] : []),
  ];
  return [
    { text: programme.title[language], look: "heading" as const },
    { text: said.join(" · "), look: "body" as const, above: 2 },
  ];
}

/** Breaks, meetings and homework on top, then the phases in the method's order with what belongs to them, then the rest. */
function rowsOf(drawing: Drawing): Row[] {
  const { given } = drawing;
  const { programme, language, words } = given;
  const { items, phases, tracks } = programme;
  const of = (kind: Item["kind"]) => items.filter((item) => item.kind === kind);
  const marks = (list: Item[]) => list.flatMap((item, index) => itemMark(item, drawing, index + 1) ?? []);
  const inPhases = items.filter(({ kind }) => IN_PHASES.has(kind));
  const isIn = (phase: string) => (item: Item) => item.phases[0] === phase;
  const across = inPhases.filter((item) => !phases.some(({ id }) => isIn(id)(item)));
  return [
    rowOf(words.rows.breaks, breakMarks(of("break"), drawing), drawing),
    rowOf(words.rows.meetings, marks(of("meeting")), drawing),
    rowOf(words.rows.homework, marks(of("homework")), drawing),
    ...phases.flatMap((phase, index) => {
      const own = phaseMark(phase, drawing) ?? undatedMark(phase.title[language], drawing);
      return rowOf(`${index + 1}. ${phase.title[language]}`, [own, ...marks(inPhases.filter(isIn(phase.id)))], drawing);
    }),
    ...tracks.flatMap((track) =>
      rowOf(track.title[language], [trackMark(track, drawing) ?? undatedMark(track.title[language], drawing)], drawing),
    ),
    rowOf(words.rows.across, marks(across), drawing),
    rowOf(words.rows.notes, marks(of("note")), drawing),
  ].flat();
}

const IN_PHASES = new Set<Item["kind"]>(["task", "decision", "monitoring", "deliverable"]);

/** No row where there is nothing in it. */
function rowOf(title: string, marks: Mark[], { scale }: Drawing): Row[] {
  if (marks.length === 0) return [];
  const body = pack(marks, scale);
  return [{ title, body, name: stack([{ text: title, look: "strong" }], NAMES - 14) }];
}

/** The columns are the breaks; the row says what they are called. */
function breakMarks(breaks: Item[], drawing: Drawing): Mark[] {
  return breaks.flatMap((item) => {
    const mark = itemMark(item, drawing);
    if (mark === undefined) return [];
    return [{ ...mark, title: itemWords(item, drawing.given), to: mark.from, draw: () => "" }];
  });
}

function undatedMark(title: string, { given, scale }: Drawing): Mark {
  const { undated } = given.words;
  return { title: `${title}: ${undated}`, text: undated, from: scale.left, to: scale.left, draw: () => "" };
}

const heightOf = ({ body, name }: Row): number => Math.max(body.height, name.height) + 2 * PAD;

function drawnRows(rows: Row[], top: number): string[] {
  let y = top;
  return rows.map((row) => {
    const own = y;
    y += heightOf(row);
    return group(
      row.title,
      el("path", { class: "grid", d: `M${MARGIN} ${own}L${WIDTH - MARGIN} ${own}` }),
      row.name.draw(MARGIN, own + PAD + 3),
      row.body.draw(own + PAD),
    );
  });
}
