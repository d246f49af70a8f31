// The shape of each trigger's data, from the areas in triggers/, checked where triggers come in: the API, the command line, scripts.
// Dates are read in the programme's zone here, so that a network is only ever given instants. Never loaded by a workflow.
import type { z } from "zod";
import { readEnd, readInstant } from "../programmes/instant.ts";
import type { Text } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import { shapeProblems, type ShapeProblem } from "./shape-words.ts";
import type { TriggerName } from "./trigger-types.ts";
import { ACCOUNTS_SHAPES } from "./triggers/accounts-shapes.ts";
import { DECISIONS_SHAPES } from "./triggers/decisions-shapes.ts";
import { IDEAS_SHAPES } from "./triggers/ideas-shapes.ts";
import { MEETINGS_SHAPES } from "./triggers/meetings-shapes.ts";
import { PEOPLE_SHAPES } from "./triggers/people-shapes.ts";
import { PLAN_SHAPES } from "./triggers/plan-shapes.ts";
import { TESTS_SHAPES } from "./triggers/tests-shapes.ts";
import { pollDates, POLLS_SHAPES } from "./triggers/poll-shapes.ts";
import { ENDS, SIGN_UPS_SHAPES } from "./triggers/signup-shapes.ts";

/** One zod schema for each trigger. */
export const SHAPES = {
  ...PLAN_SHAPES,
  ...MEETINGS_SHAPES,
  ...IDEAS_SHAPES,
  ...TESTS_SHAPES,
  ...DECISIONS_SHAPES,
  ...PEOPLE_SHAPES,
  ...ACCOUNTS_SHAPES,
  ...SIGN_UPS_SHAPES,
  ...POLLS_SHAPES,
} as const satisfies Record<TriggerName, z.ZodType>;

export type Shaped = { ok: true; data: { [key: string]: Json | undefined } } | { ok: false; problems: ShapeProblem[] };

/** A trigger's data, checked, with its dates as instants of the zone; or what is wrong with it, in the reader's language. */
export function shape(type: TriggerName, data: unknown, zone: string, language: keyof Text = "da"): Shaped {
  const parsed = SHAPES[type].safeParse(data ?? {});
  if (!parsed.success) {
    return { ok: false, problems: shapeProblems(parsed.error.issues, data, language).map(inData) };
  }
  return withInstants(read(type, parsed.data as { [key: string]: Json }, zone), zone, language);
}

/** What a trigger has dates in of its own. */
const read = (type: TriggerName, data: { [key: string]: Json }, zone: string) =>
  pollDates(type, withEnd(type, data, zone), zone);

function withEnd(type: TriggerName, data: { [key: string]: Json }, zone: string): { [key: string]: Json } {
  const field = ENDS[type];
  const said = field === undefined ? undefined : data[field];
  return typeof said === "string" ? { ...data, [field!]: readEnd(said, zone)! } : data;
}

const inData = ({ path, message }: ShapeProblem): ShapeProblem => ({ path: path ? `data.${path}` : "data", message });

const BACKWARDS: Text = { da: "slutningen ligger før begyndelsen", en: "the end lies before the start" };

function withInstants(data: { [key: string]: Json }, zone: string, language: keyof Text): Shaped {
  if (Array.isArray(data["sessions"])) {
    const sessions = data["sessions"].map((one) => withInstants(one as { [key: string]: Json }, zone, language));
    const wrong = sessions.find((one) => !one.ok);
    return (
      wrong ?? { ok: true, data: { ...data, sessions: sessions.flatMap((one) => (one.ok ? [one.data as Json] : [])) } }
    );
  }
  if (typeof data["closes"] === "string")
    return { ok: true, data: { ...data, closes: readEnd(data["closes"], zone)! } };
  if (typeof data["start"] !== "string") return { ok: true, data };
  const start = readInstant(data["start"], zone)!;
  const end = typeof data["end"] === "string" ? readEnd(data["end"], zone)! : undefined;
  if (end !== undefined && end < start.instant) {
    return { ok: false, problems: [inData({ path: "end", message: BACKWARDS[language] })] };
  }
  const { start: _, end: __, ...rest } = data;
  const dates = { start: start.instant, ...(end !== undefined && { end }), ...(start.allDay && { allDay: true }) };
  return { ok: true, data: { ...rest, ...dates } };
}
