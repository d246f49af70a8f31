// The marks of the picture, each by its kind: bars, points, diamonds, lines. What colour says a shape or a word says, too.
import type { Child } from "hono/jsx";
import { inside, plannedSpan, pointsOf, POINT, type Mark, type Span } from "./rows.ts";
import { isPending } from "./said.ts";
import { after, type Scale } from "./scale.ts";
import type { Line } from "./words.ts";

export const round = (value: number): number => Math.round(value * 10) / 10;

/** The shape of a mark around the middle of its lane. */
export function Shape({ mark, y, scale }: { mark: Mark; y: number; scale: Scale }): Child {
  const { line } = mark;
  switch (line.kind) {
    case "phase":
      return <PhaseBar line={line} soft={mark.soft} y={y} scale={scale} />;
    case "meeting":
      return <Meeting mark={mark} y={y} scale={scale} />;
    case "homework":
      return <Homework line={line} y={y} scale={scale} />;
    case "decision":
    case "monitoring":
      return <Points mark={mark} y={y} scale={scale} />;
    case "note":
      return <path class="tl-note" d={`M${round(mark.from)} ${y - 6}v12M${round(mark.from)} ${y}H${round(mark.to)}`} />;
    default:
      return <Bar span={mark} y={y} height={10} name={mark.soft ? "tl-soft" : "tl-thin"} />;
  }
}

function Bar({ span, y, height, name }: { span: Span; y: number; height: number; name: string }) {
  const width = Math.max(3, round(span.to - span.from));
  return <rect class={name} x={round(span.from)} y={y - height / 2} width={width} height={height} rx={3} />;
}

/** Planned as an outline, over it the times it has been open, filled. */
function PhaseBar({ line, soft, y, scale }: { line: Line; soft: boolean; y: number; scale: Scale }) {
  const planned = plannedSpan(line, scale);
  return (
    <>
      {planned && <Bar span={planned} y={y} height={24} name={soft ? "tl-soft" : "tl-plan"} />}
      {(line.done ?? []).map(({ from, to, open }) => (
        <Bar
          span={{ from: scale.at(from!), to: after(scale, to!) }}
          y={y}
          height={12}
          name={open ? "tl-open" : "tl-done"}
        />
      ))}
    </>
  );
}

/** A numbered point for each session, joined; as long as its days; over a soft bar where its day is not known. */
function Meeting({ mark, y, scale }: { mark: Mark; y: number; scale: Scale }) {
  const { line, soft } = mark;
  const { state, tentative, sessions, number } = line;
  const planned = plannedSpan(line, scale)!;
  const points = sessions ? pointsOf(line, scale) : [];
  const half = Math.max(0, (planned.to - planned.from) / 2 - POINT);
  const middle = inside((planned.from + planned.to) / 2, scale);
  const loose = soft || tentative;
  const name = state === "cancelled" ? "off" : state === "held" ? "held" : loose ? "loose" : "set";
  const spread = points.length > 0 ? points.map((x): Span => ({ from: x, to: x })) : undefined;
  const places = spread ?? [{ from: middle - (soft ? 0 : half), to: middle + (soft ? 0 : half) }];
  return (
    <>
      {soft && <Bar span={planned} y={y} height={18} name="tl-soft" />}
      {places.length > 1 && <path class="tl-join" d={`M${round(places[0]!.from)} ${y}H${round(places.at(-1)!.to)}`} />}
      {places.map(({ from, to }) => (
        <>
          <rect
            class={`tl-m tl-${name}`}
            x={round(from - POINT)}
            y={y - POINT}
            width={round(to - from + 2 * POINT)}
            height={2 * POINT}
            rx={POINT}
          />
          <text class={`tl-n tl-${name}`} x={round((from + to) / 2)} y={y + 4.5}>
            {number}
          </text>
        </>
      ))}
      {state === "cancelled" && <path class="tl-cross" d={`M${round(middle - 14)} ${y + 9}l28 -18`} />}
    </>
  );
}

/** A thin line with a bar at each deadline. */
function Homework({ line, y, scale }: { line: Line; y: number; scale: Scale }) {
  const { from, to } = plannedSpan(line, scale)!;
  const ends = (line.sessions ?? []).flatMap((one) => plannedSpan(one, scale)?.to ?? []);
  const marks = ends.length > 0 ? ends : [to];
  const ticks = marks.map((x) => `M${round(x - 1.5)} ${y - 7}v14`).join("");
  return <path class="tl-due" d={`M${round(from)} ${y}H${round(to)}${ticks}`} />;
}

/** Diamonds of decisions and squares of measurings, filled where done, after a dashed line or soft bar where their day is not known. */
function Points({ mark, y, scale }: { mark: Mark; y: number; scale: Scale }) {
  const { line, soft } = mark;
  const { kind, done = [], state } = line;
  const points = pointsOf(line, scale);
  const isNext = done.length === 0 || isPending(line);
  const filled = points.length - (isNext ? 1 : 0);
  const shape = kind === "decision" ? "m-9 0l9 -9l9 9l-9 9z" : "m-7 -7h14v14h-14z";
  const planned = isNext ? plannedSpan(line, scale) : undefined;
  return (
    <>
      {planned && soft && <Bar span={planned} y={y} height={14} name="tl-soft" />}
      {points.map((x, index) => (
        <path class={index < filled ? "tl-p tl-over" : "tl-p"} d={`M${round(x)} ${y}${shape}`} />
      ))}
      {state === "cancelled" && <path class="tl-cross" d={`M${round(points[0]! - 12)} ${y + 8}l24 -16`} />}
    </>
  );
}
