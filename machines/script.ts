// Scripts: triggers with their moments, for simulate, tests, and the demo.
import { z } from "zod";
import { readInstant } from "../programmes/instant.ts";
import type { Person, Plan, Problem, Text } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import { refusals } from "./refusals.ts";
import { shapeProblems } from "./shape-words.ts";
import { actorOf, inOrder, type Cue } from "./simulate.ts";
import { shape } from "./trigger-shapes.ts";
import { isTrigger } from "./trigger-types.ts";

/** One line: local time of the programme's zone unless an offset is given; `by` a role code or an e-mail of the people. */
const LINE = z.strictObject({
  at: z.string(),
  by: z.string(),
  trigger: z.string(),
  data: z.record(z.string(), z.json()).optional(),
});

/** The cues of a script in order of time, or every line that cannot be played and why, in a language. */
export function readScript(
  script: unknown,
  plan: Plan,
  people: Person[],
  language: Language = "da",
): { cues: Cue[] } | { problems: Problem[] } {
  if (!Array.isArray(script)) return { problems: [problem("", "not-a-list", SAID.noList[language], language)] };
  const problems: Problem[] = [];
  const cues = script.flatMap((line, index) => {
    const read = readLine(line, index, { plan, people, language });
    if ("cue" in read) return [read.cue];
    problems.push(...read.problems);
    return [];
  });
  return problems.length > 0 ? { problems } : { cues: inOrder(cues) };
}

type Language = keyof Text;
type Setting = { plan: Plan; people: Person[]; language: Language };

function readLine(
  line: unknown,
  index: number,
  { plan, people, language }: Setting,
): { cue: Cue } | { problems: Problem[] } {
  const wrong = (code: string, ...all: { path: string; message: string }[]) => ({
    problems: all.map(({ path, message }) =>
      problem([`[${index}]`, path].filter(Boolean).join("."), code, message, language),
    ),
  });
  const parsed = LINE.safeParse(line);
  if (!parsed.success) return wrong("shape", ...shapeProblems(parsed.error.issues, line, language));
  const { at, by, trigger: type, data } = parsed.data;
  const { zone } = plan.programme;
  const when = readInstant(at, zone);
  if (!when) return wrong("date", { path: "at", message: SAID.noDate(at)[language] });
  if (!isTrigger(type)) return wrong("unknown", { path: "trigger", message: refusals.unknown(type)[language] });
  const actor = actorOf(plan, people, by, type, (data ?? {}) as Cue["data"]);
  if (!actor) return wrong("unknown", { path: "by", message: SAID.nobody(by)[language] });
  const shaped = shape(type, data, zone, language);
  if (!shaped.ok) return wrong("shape", ...shaped.problems);
  const shapedData = shaped.data as { [key: string]: Json };
  return { cue: { key: `script:${index}`, at: when.instant, ...actor, type, data: shapedData } };
}

const problem = (path: string, code: string, message: string, language: Language): Problem => ({
  code,
  path,
  message,
  hint: SAID.mend[language],
});

const SAID = {
  noList: {
    da: "Et script er en JSON-liste af { at, by, trigger, data }.",
    en: "A script is a JSON array of { at, by, trigger, data }.",
  },
  noDate: (at: string): Text => ({
    da: `«${at}» er ingen dato: skriv 2027-03-01T10:00.`,
    en: `«${at}» is no date: write 2027-03-01T10:00.`,
  }),
  nobody: (by: string): Text => ({
    da: `Ingen blandt personerne er eller har rollen «${by}».`,
    en: `Nobody among the people is or has the role «${by}».`,
  }),
  mend: {
    da: "Ret linjen, og kør scriptet igen; intet af det er spillet.",
    en: "Mend the line and run the script again; nothing of it has been played.",
  },
};
