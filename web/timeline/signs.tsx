// The signs of the picture, small: for its legend, and before each line of the list.
import type { Child } from "hono/jsx";
import { isPending, isSoft } from "./said.ts";
import type { Line } from "./words.ts";

export type SignName =
  | "planned"
  | "done"
  | "open"
  | "soft"
  | "held"
  | "pinned"
  | "loose"
  | "sessions"
  | "homework"
  | "decided"
  | "undecided"
  | "monitoring"
  | "full"
  | "partial"
  | "work"
  | "note"
  | "tasks";

/** A sign of 34 by 22 pixels; `number` of a meeting. */
export function Sign({ name, number }: { name: SignName; number?: number | undefined }) {
  return (
    <svg class="tl-sign" width="34" height="24" aria-hidden="true">
      {shapeOf(name)}
      {number !== undefined && (
        <text class={`tl-n tl-${MEETING[name] ?? "set"}`} x={17} y={16.5}>
          {number}
        </text>
      )}
    </svg>
  );
}

const MEETING: Partial<Record<SignName, string>> = { held: "held", pinned: "set", loose: "loose", sessions: "set" };

const bar = (name: string, height: number): Child => (
  <rect class={name} x={2} y={12 - height / 2} width={30} height={height} rx={3} />
);
const point = (name: string, x: number): Child => (
  <rect class={`tl-m tl-${name}`} x={x - 11} y={1} width={22} height={22} rx={11} />
);
const small = (x: number): Child => <rect class="tl-m tl-set" x={x - 6} y={6} width={12} height={12} rx={6} />;

function shapeOf(name: SignName): Child {
  switch (name) {
    case "planned":
      return bar("tl-plan", 20);
    case "done":
      return [bar("tl-plan", 20), bar("tl-done", 10)];
    case "open":
      return [bar("tl-plan", 20), bar("tl-open", 10)];
    case "soft":
      return bar("tl-soft", 20);
    case "held":
    case "loose":
      return point(name, 17);
    case "pinned":
      return point("set", 17);
    case "sessions":
      return [<path class="tl-join" d="M8 12H26" />, small(8), small(26)];
    case "homework":
      return <path class="tl-due" d="M2 12H31M30 5v14" />;
    case "decided":
      return <path class="tl-p tl-over" d="M17 12m-9 0l9 -9l9 9l-9 9z" />;
    case "undecided":
      return <path class="tl-p" d="M17 12m-9 0l9 -9l9 9l-9 9z" />;
    case "monitoring":
      return <path class="tl-p" d="M10 5h14v14h-14z" />;
    case "note":
      return <path class="tl-note" d="M4 6v12M4 12H30" />;
    case "tasks":
      return bar("tl-thin", 8);
    default:
      return [
        <rect class={`tl-pause tl-${name}`} x={1} y={1} width={32} height={22} />,
        name !== "full" && <rect fill={`url(#tl-${name})`} x={1} y={1} width={32} height={22} />,
      ];
  }
}

/** Patterns of breaks, and the fading of bars without sure ends: they stand once on a page, and are used by its pictures. */
export function Definitions() {
  return (
    <svg class="tl-defs" aria-hidden="true">
      <defs>
        <pattern id="tl-partial" width="8" height="8" patternUnits="userSpaceOnUse">
          <path class="tl-hatch" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
        </pattern>
        <pattern id="tl-work" width="8" height="8" patternUnits="userSpaceOnUse">
          <circle class="tl-dot" cx="4" cy="4" r="1.2" />
        </pattern>
        <linearGradient id="tl-fade">
          {FADING.map(([offset, opacity]) => (
            <stop class="tl-stop" offset={offset} stop-opacity={opacity} />
          ))}
        </linearGradient>
      </defs>
    </svg>
  );
}

const FADING = [
  [0, 0],
  [0.12, 0.16],
  [0.3, 0.48],
  [0.7, 0.48],
  [0.88, 0.16],
  [1, 0],
];

/** The sign that a line has. */
export function signOf(line: Line): SignName {
  const { kind, state, done = [], extent, sessions = [], tentative } = line;
  switch (kind) {
    case "phase":
      if (state === "open") return "open";
      return done.length > 0 ? "done" : isSoft(line) ? "soft" : "planned";
    case "meeting":
      if (state === "held") return "held";
      if (sessions.length > 0) return "sessions";
      return isSoft(line) || tentative ? "loose" : "pinned";
    case "decision":
      return done.length > 0 && !isPending(line) ? "decided" : "undecided";
    case "break":
      return extent ?? "full";
    case "track":
      return isSoft(line) ? "soft" : "tasks";
    default:
      return kind;
  }
}
