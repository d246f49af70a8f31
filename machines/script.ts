// Scripts: triggers with their moments, for simulate, tests, and the demo.
import { z } from "zod";
import { readInstant } from "../programmes/instant.ts";
import type { Person, Plan, Problem } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import { actorOf, inOrder, type Cue } from "./simulate.ts";
import { shape } from "./trigger-shapes.ts";
import { isTrigger, TRIGGERS } from "./trigger-types.ts";

/** One line: local time of the programme's zone unless an offset is given; `by` a role code or an e-mail of the people. */
const LINE = z.strictObject({
  at: z.string(),
  by: z.string(),
  trigger: z.string(),
  data: z.record(z.string(), z.json()).optional(),
});

/** The cues of a script in order of time, or every line that cannot be played and why. */
export function readScript(script: unknown, plan: Plan, people: Person[]): { cues: Cue[] } | { problems: Problem[] } {
  if (!Array.isArray(script)) {
    return { problems: [problem("", "not-a-list", "A script is a JSON array of { at, by, trigger, data }.")] };
  }
  const problems: Problem[] = [];
  const cues = script.flatMap((line, index) => {
    const read = readLine(line, index, plan, people);
    if ("cue" in read) return [read.cue];
    problems.push(...read.problems);
    return [];
  });
  return problems.length > 0 ? { problems } : { cues: inOrder(cues) };
}

function readLine(line: unknown, index: number, plan: Plan, people: Person[]): { cue: Cue } | { problems: Problem[] } {
  const path = `[${index}]`;
  const parsed = LINE.safeParse(line);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => problem(`${path}.${issue.path.join(".")}`, "shape", issue.message)),
    };
  }
  const { at, by, trigger: type, data } = parsed.data;
  const when = readInstant(at, plan.programme.zone);
  const names = Object.keys(TRIGGERS).join(", ");
  if (!when) return { problems: [problem(`${path}.at`, "date", `«${at}» is no date: write 2027-03-01T10:00`)] };
  if (!isTrigger(type)) return { problems: [problem(`${path}.trigger`, "unknown", `there is no «${type}»: ${names}`)] };
  const actor = actorOf(plan, people, by, type);
  if (!actor)
    return { problems: [problem(`${path}.by`, "unknown", `nobody among the people is or has the role «${by}»`)] };
  const shaped = shape(type, data, plan.programme.zone);
  if (!shaped.ok) {
    return { problems: shaped.problems.map((one) => problem(`${path}.${one.path}`, "shape", one.message)) };
  }
  const shapedData = shaped.data as { [key: string]: Json };
  return { cue: { key: `script:${index}`, at: when.instant, ...actor, type, data: shapedData } };
}

const problem = (path: string, code: string, message: string): Problem => ({
  code,
  path,
  message,
  hint: "Mend the line and run the script again; nothing of it has been played.",
});
