// The statechart as a picture: phases with their states, the ways between them with what is missing, and loops as arcs.
import type { ChartJson } from "../../api/client.ts";
import { GAP, layOut, type Arc, type Box, type Layout } from "./layout.ts";
import { standingText, WORDS, type Language } from "./words.ts";

/** One picture, told in one sentence; the list beside it says all of it. */
export function Picture({ chart, language }: { chart: ChartJson; language: Language }) {
  const layout = layOut(chart, language);
  const { width, height, column, boxes, arcs } = layout;
  return (
    <svg
      class="sc"
      role="img"
      aria-label={`${WORDS[language].title}. ${standingText(chart, language)}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <defs>
        <Head id="sc-arrow" look="sc-head" />
        <Head id="sc-loop" look="sc-loophead" />
      </defs>
      {arcs.map((arc) => (
        <Loop arc={arc} />
      ))}
      {boxes.slice(0, -1).map((box, index) => (
        <Way box={box} next={boxes[index + 1]!} layout={layout} />
      ))}
      {boxes.map((box) => (
        <PhaseBox box={box} column={column} />
      ))}
    </svg>
  );
}

/** The head of an arrow. */
function Head({ id, look }: { id: string; look: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="8"
      markerHeight="8"
      orient="auto"
      markerUnits="userSpaceOnUse"
    >
      <path class={look} d="M0 0L8 4L0 8Z" />
    </marker>
  );
}

function Loop({ arc: { from, to, y, text, textX } }: { arc: Arc }) {
  const r = 8;
  const turn = to.x < from.x ? -r : r;
  const d = `M${from.x} ${from.y}V${y + r}Q${from.x} ${y} ${from.x + turn} ${y}H${to.x - turn}Q${to.x} ${y} ${to.x} ${y + r}V${to.y}`;
  return (
    <>
      <path class="sc-loop" d={d} marker-end="url(#sc-loop)" />
      {text.map((one, index) => (
        <text class="sc-looptext" x={textX} y={y - 5 - 14 * (text.length - 1 - index)}>
          {one}
        </text>
      ))}
    </>
  );
}

/** How far beside the phases the way goes to the next row. */
const TURN = 14;

/** The way on, with a sign of what is missing before it can be gone. At the end of a row it goes around to the next. */
function Way({ box, next, layout }: { box: Box; next: Box; layout: Layout }) {
  const { column, channels } = layout;
  const [x, y] = [box.x + column, box.y + box.height / 2];
  const [toX, toY] = [next.x, next.y + next.height / 2];
  const down = channels[box.row];
  const d =
    box.row === next.row || down === undefined
      ? `M${x} ${y}H${toX - 1}`
      : `M${x} ${y}H${x + TURN}V${down}H${toX - TURN}V${toY}H${toX - 1}`;
  const isDone = box.phase.state === "done";
  const isMet = box.missing === 0;
  const at = box.row === next.row ? x + GAP / 2 - 4 : x + TURN;
  return (
    <>
      <path class={isDone ? "sc-way sc-gone" : "sc-way"} d={d} marker-end="url(#sc-arrow)" />
      {box.missing !== undefined && !isDone && (
        <>
          <circle class={isMet ? "sc-gate sc-ok" : "sc-gate"} cx={at} cy={y} r={11} />
          <text class={isMet ? "sc-gatetext sc-ok" : "sc-gatetext"} x={at} y={y + 4.5}>
            {isMet ? "✓" : "○"}
          </text>
        </>
      )}
    </>
  );
}

const SIGNS = { done: "✓ ", active: "▶ ", next: "", waiting: "" };

function PhaseBox({ box, column }: { box: Box; column: number }) {
  const { phase, x, y, height, title, state, lines } = box;
  return (
    <g class={`sc-${phase.state}`}>
      <rect class="sc-box" x={x} y={y} width={column} height={height} rx={8} />
      {title.map((text, index) => (
        <text class="sc-title" x={x + 12} y={y + 22 + index * 19}>
          {text}
        </text>
      ))}
      <text class="sc-state" x={x + 12} y={y + height - 12}>
        {SIGNS[phase.state]}
        {state}
      </text>
      {lines.map(({ text, y: at, look, mark }) => (
        <>
          {mark && (
            <text class={`sc-mark sc-${look}`} x={x} y={at}>
              {MARKS[look]}
            </text>
          )}
          <text class={`sc-line sc-${look}`} x={look === "heading" ? x : x + 18} y={at}>
            {text}
          </text>
        </>
      ))}
    </g>
  );
}

const MARKS = { heading: "", met: "✓", unmet: "○", open: "·" };
