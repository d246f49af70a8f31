// The timeline as a picture: weeks across, breaks as columns through everything, a row for each phase, today as a line.
import type { Child } from "hono/jsx";
import type { TimelineJson } from "../../api/client.ts";
import { dayText, monthText } from "./days.ts";
import { Shape, round } from "./marks.tsx";
import { isUndated, nameOf } from "./said.ts";
import { plannedSpan, rowsOf, type Mark, type Row } from "./rows.ts";
import { NAMES, scaleOf, widthOf, wrap, type Scale } from "./scale.ts";
import { WORDS, type Language, type Line } from "./words.ts";

type Given = { timeline: TimelineJson; language: Language };
/** `isFirst`: of the phases. */
type Placed = Row & { top: number; height: number; isFirst: boolean };

const LANE = 28;
const PAD = 6;
const LINE = 17;

/** The picture in its own frame: the column of names stays where it is, the weeks scroll under it. */
export function Picture({ timeline, language }: Given) {
  const scale = scaleOf(timeline);
  const isCounted = timeline.weeks.some(({ week }) => week !== undefined);
  const head = isCounted ? 84 : 64;
  const rows = placed(rowsOf(timeline, scale, language), head);
  const height = (rows.at(-1)?.top ?? head) + (rows.at(-1)?.height ?? 0) + 1;
  return (
    <div class="tl-frame" role="group" aria-label={WORDS[language].title}>
      <svg class="tl-names" width={NAMES} height={height} aria-hidden="true">
        {isCounted && (
          <text x={0} y={head - 28} class="tl-small">
            {WORDS[language].programmeWeek}
          </text>
        )}
        <text x={0} y={head - 8} class="tl-small">
          {isCounted ? WORDS[language].yearWeek : WORDS[language].weeks}
        </text>
        {rows.map((row) => (
          <Name row={row} />
        ))}
      </svg>
      <svg class="tl-weeks" width={scale.width} height={height}>
        <Breaks timeline={timeline} language={language} scale={scale} top={head} height={height} />
        <Today timeline={timeline} language={language} scale={scale} height={height} />
        <Header timeline={timeline} language={language} scale={scale} head={head} height={height} />
        {rows.map(({ top, isFirst }) => (
          <path class={isFirst ? "tl-rule tl-first" : "tl-rule"} d={`M0 ${top + 0.5}H${scale.width}`} />
        ))}
        {rows.flatMap((row) =>
          row.marks.map((mark) => <Marked mark={mark} row={row} scale={scale} language={language} />),
        )}
      </svg>
    </div>
  );
}

/** Rows below each other, each as tall as its lanes or its name. */
function placed(rows: Row[], head: number): Placed[] {
  let top = head;
  const first = rows.findIndex((row) => row.marks[0]?.line.kind === "phase");
  return rows.map((row, index) => {
    const lines = nameLines(row).length + (row.state === undefined ? 0 : 1);
    const height = Math.max(row.lanes * LANE, lines * LINE) + 2 * PAD;
    const own = { ...row, top, height, isFirst: index === first };
    top += height;
    return own;
  });
}

const nameLines = ({ name }: Row): string[] => wrap(name, NAMES - 14, 14).slice(0, 3);

function Name({ row }: { row: Placed }) {
  const lines = nameLines(row);
  const first = row.top + PAD + 14;
  return (
    <>
      <path class={row.isFirst ? "tl-rule tl-first" : "tl-rule"} d={`M0 ${row.top + 0.5}H${NAMES}`} />
      <text class="tl-name">
        {lines.map((text, index) => (
          <tspan x={0} y={first + index * LINE}>
            {text}
          </tspan>
        ))}
        {row.state !== undefined && (
          <tspan
            x={0}
            y={first + lines.length * LINE}
            class={row.marks[0]?.line.state === "open" ? "tl-small tl-on" : "tl-small"}
          >
            {row.state}
          </tspan>
        )}
      </text>
    </>
  );
}

/** A link with all of it for a name; its words beside it. */
function Linked({ line, language, children }: { line: Line; language: Language; children: Child }) {
  return (
    <a href={line.href} data-line={line.id}>
      <title>{nameOf(line, language)}</title>
      {children}
    </a>
  );
}

type Marking = { mark: Mark; row: Placed; scale: Scale; language: Language };

function Marked({ mark, row, scale, language }: Marking) {
  const y = row.top + PAD + LANE / 2 + mark.lane * LANE;
  const at = (mark.below ? y + LANE : y) + 4.5;
  const { line, text, beside, anchor } = mark;
  const end = anchor === "end" ? " tl-end" : "";
  const look = `tl-t${end}${line.kind === "note" ? " tl-quiet" : ""}${line.state === "cancelled" ? " tl-gone" : ""}`;
  return (
    <>
      <Linked line={line} language={language}>
        <Shape mark={mark} y={y} scale={scale} />
        {text !== "" && (
          <text class={look} x={round(mark.textX)} y={at}>
            {text}
          </text>
        )}
      </Linked>
      {beside && (
        <Linked line={beside.line} language={language}>
          <text class={`tl-t tl-quiet${end}`} x={round(beside.x)} y={at}>
            {beside.text}
          </text>
        </Linked>
      )}
    </>
  );
}

type Ground = Given & { scale: Scale; height: number };

/** Months, and weeks where there is room for their numbers; a pale line where each begins. */
function Header({ timeline, language, scale, head, height }: Ground & { head: number }) {
  const { weeks } = timeline;
  const { perWeek } = scale;
  const step = [1, 2, 4, 8, 13].find((each) => each * perWeek >= 26) ?? 26;
  const months = weeks.filter(
    ({ monday }, index) => index === 0 || monday.slice(0, 7) !== weeks[index - 1]!.monday.slice(0, 7),
  );
  const named = monthsNamed(months, scale, language);
  const lines = (perWeek >= 22 ? weeks : months).map(
    ({ monday }) => `M${round(scale.at(monday)) + 0.5} ${head - 22}V${height}`,
  );
  return (
    <g aria-hidden="true" class="tl-head">
      <path class="tl-grid" d={lines.join("")} />
      {named.map(({ x, text }) => (
        <text class="tl-month" x={x} y={36}>
          {text}
        </text>
      ))}
      {weeks.map(({ monday, iso, week }, index) => {
        if (index % step !== 0) return null;
        const x = round(scale.at(monday) + (step === 1 ? perWeek / 2 : 3));
        return (
          <>
            {week !== undefined && (
              <text class={`tl-week${step === 1 ? "" : " tl-start"}`} x={x} y={head - 28}>
                {week}
              </text>
            )}
            <text class={`tl-small${step === 1 ? " tl-mid" : ""}`} x={x} y={head - 8}>
              {iso}
            </text>
          </>
        );
      })}
    </g>
  );
}

/** The names of months, with the year where one begins; those that would lie over the one before are left out. */
function monthsNamed(months: TimelineJson["weeks"], scale: Scale, language: Language): { x: number; text: string }[] {
  let free = 0;
  let year = "";
  return months.flatMap(({ monday }, index) => {
    const x = round(scale.at(monday)) + 3;
    const text = monthText(monday, language, monday.slice(0, 4) !== year);
    const end = x + widthOf(text) + 6;
    // Of a first month that has room for no name the next one tells the year.
    const next = months[index + 1];
    const isCrowded = index === 0 && next !== undefined && scale.at(next.monday) < end;
    if (x < free || end > scale.width + 8 || isCrowded) return [];
    [free, year] = [end, monday.slice(0, 4)];
    return [{ x, text }];
  });
}

/** Columns through everything: pale where nothing happens, hatched where something does, dotted where work goes on. */
function Breaks({ timeline, language, scale, top, height }: Ground & { top: number }) {
  const breaks = timeline.lines.filter((line) => line.kind === "break" && !isUndated(line));
  return breaks.map((line) => {
    const { from, to } = plannedSpan(line, scale)!;
    const area = { x: round(from), y: top - 20, width: Math.max(2, round(to - from)), height: height - top + 20 };
    return (
      <Linked line={line} language={language}>
        <rect class={`tl-pause tl-${line.extent ?? "full"}`} {...area} />
        {line.extent !== undefined && line.extent !== "full" && <rect fill={`url(#tl-${line.extent})`} {...area} />}
      </Linked>
    );
  });
}

function Today({ timeline, language, scale, height }: Ground) {
  const { today, weeks } = timeline;
  const end = weeks.at(-1)!.monday;
  if (today < weeks[0]!.monday || Date.parse(today) >= Date.parse(end) + 7 * 86_400_000) return null;
  const x = round(scale.at(today) + scale.perWeek / 14);
  const text = `${WORDS[language].today} ${dayText(today, language, "month")}`;
  const wide = Math.ceil(widthOf(text, 12)) + 18;
  const left = Math.min(scale.width - wide, Math.max(0, x - wide / 2));
  return (
    <g aria-hidden="true" class="tl-today">
      <path d={`M${x} 4V${height}`} />
      <rect x={left} y={0} width={wide} height={20} rx={10} />
      <text x={round(left + wide / 2)} y={14}>
        {text}
      </text>
    </g>
  );
}
