// From the text of a programme file to a programme: read, lay the method under it, check the shape, build, check the references.
import { buildProgramme } from "./build.ts";
import { checkProgramme } from "./check.ts";
import { findingsOf } from "./issues.ts";
import { idsIn, layUnder } from "./method.ts";
import { inLanguage } from "./problem.ts";
import type { Finding, Language } from "./problem.ts";
import { fileSchema } from "./schema.ts";
import { readYaml, unknownWord } from "./source.ts";
import type { Source } from "./source.ts";
import type { Problem, Programme } from "./types.ts";

export type Parsed = { programme: Programme } | { problems: Problem[] };

/**
 * The programme that a YAML text describes, or everything that is wrong with it, by line. `methods`: texts of the method
 * files by id; the one that the programme names is laid under it. What the source leaves open is no problem: see problemsOf.
 */
export function parseProgramme(text: string, methods: Record<string, string> = {}, language: Language = "da"): Parsed {
  const source = readYaml(text);
  if ("findings" in source) return { problems: inLanguage(source.findings, language) };
  const under = methodOf(source.value, methods);
  if ("findings" in under) return { problems: inLanguage(placed(under.findings, source), language) };
  const read = fileSchema.safeParse(layUnder(source.value, under.method), { reportInput: true });
  if (!read.success) {
    const findings = read.error.issues.flatMap((issue) => findingsOf(issue, under.method));
    return { problems: inLanguage(placed(findings, source), language) };
  }
  const programme = buildProgramme(read.data);
  const findings = [...checkProgramme(programme, read.data), ...unknownTriggers(programme, under.method)];
  return findings.length > 0 ? { problems: inLanguage(placed(findings, source), language) } : { programme };
}

/** The method of a file that says everything itself: nothing is laid under it. */
export const NOTHING = "none";
/** What is laid under a programme or method that names no other, where there is one of that name. */
const COMMON = "common";

/** The method that a programme or method names, with what that one names laid under it in turn. */
function methodOf(
  value: unknown,
  methods: Record<string, string>,
  above: string[] = [],
): { method: unknown } | { findings: Finding[] } {
  const named = typeof value === "object" && value !== null && "method" in value ? value.method : undefined;
  const name = named ?? (above.includes(COMMON) || !Object.hasOwn(methods, COMMON) ? undefined : COMMON);
  if (name === undefined || name === NOTHING) return { method: undefined };
  const text = typeof name === "string" && Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (text === undefined || above.includes(String(name)))
    return {
      findings: [unknownWord({ da: "metode", en: "method" }, String(name), Object.keys(methods), ["method"])],
    };
  const method = readYaml(text);
  if ("findings" in method)
    // Its lines are those of another file, so they are said and not given.
    return {
      findings: method.findings.map(({ line, column: _, ...rest }) => ({
        ...rest,
        path: `method.${line ?? 1}`,
      })),
    };
  const below = methodOf(method.value, methods, [...above, String(name)]);
  return "findings" in below ? below : { method: layUnder(method.value, below.method) };
}

/** The method lists every trigger that there is: a right to another one would never be used. */
function unknownTriggers(programme: Programme, method: unknown): Finding[] {
  const known = idsIn(method, "rights");
  if (known.length === 0) return [];
  const named = [
    ...Object.keys(programme.rights).map((type) => ["rights", type]),
    ...Object.keys(programme.needs ?? {}).map((type) => ["needs", type]),
  ];
  return named
    .filter(([, type = ""]) => !known.includes(type))
    .map((path) => unknownWord({ da: "trigger", en: "trigger" }, path[1] ?? "", known, path));
}

/** Nobody reads further down a list than this before correcting the file. */
const MOST_PROBLEMS = 100;

/** Gives each finding the line and column of its path. */
function placed(findings: Finding[], source: Source): Finding[] {
  return findings
    .slice(0, MOST_PROBLEMS)
    .map((finding) => ({ ...source.placeOf(finding.at ?? finding.path.split(".")), ...finding }));
}
