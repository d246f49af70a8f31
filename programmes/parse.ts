// From the text of a programme file to a programme: read, lay the method under it, check the shape, build, check the references.
import type { z } from "zod";
import { buildProgramme } from "./build.ts";
import { checkProgramme } from "./check.ts";
import { idsIn, layUnder } from "./method.ts";
import { inLanguage, nearest } from "./problem.ts";
import type { Finding, Language, Path } from "./problem.ts";
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

function methodOf(value: unknown, methods: Record<string, string>): { method: unknown } | { findings: Finding[] } {
  const name = typeof value === "object" && value !== null && "method" in value ? value.method : undefined;
  if (name === undefined) return { method: undefined };
  const text = typeof name === "string" && Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (text === undefined)
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
  return { method: method.value };
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

function findingsOf(issue: z.core.$ZodIssue, method: unknown): Finding[] {
  const path = issue.path.map(String);
  const misspelt = misspeltId(issue, path, method);
  if (misspelt) return [misspelt];
  // Problems of a key are reported on the map that holds it.
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      unknownWord({ da: "nøgle", en: "key" }, key, issue.message.split(" "), [...path, key]),
    );
  if (issue.code === "invalid_value" && typeof issue.input === "string")
    return [unknownWord({ da: "værdi", en: "value" }, issue.input, issue.values.map(String), path)];
  return [shape(issue, path)];
}

/** What a part lacks says nothing where its id is a slip for one that the method has. */
function misspeltId(issue: z.core.$ZodIssue, path: string[], method: unknown): Finding | undefined {
  const [part = "", id = ""] = path;
  const known = idsIn(method, part);
  if (path.length !== 3 || issue.code === "custom" || issue.input !== undefined || known.includes(id)) return undefined;
  return nearest(id, known) === undefined ? undefined : unknownWord({ da: "nøgle", en: "key" }, id, known, [part, id]);
}

function shape(issue: z.core.$ZodIssue, path: Path): Finding {
  const where = path.join(".") || "programme";
  const base = { path: path.join("."), at: path };
  if (issue.code !== "custom" && issue.input === undefined)
    return {
      ...base,
      code: "missing",
      message: { da: `${where} mangler.`, en: `${where} is missing.` },
      hint: {
        da: `Skriv ${path.at(-1)}; hvor kilden intet siger om tid eller deltagere, skriv "?".`,
        en: `Write ${path.at(-1)}; where the source says nothing about time or audience, write "?".`,
      },
    };
  const said = issue.code === "custom" ? issue.params : undefined;
  return {
    ...base,
    code: "shape",
    message: {
      da: `${where} ${said?.["da"] ?? "har ikke den rigtige form"}.`,
      en: `${where} ${said?.["en"] ?? "is not of the right form"}.`,
    },
    hint: expected(issue),
  };
}

/** What would have been of the right form. */
function expected(issue: z.core.$ZodIssue): Finding["hint"] {
  switch (issue.code) {
    case "invalid_type": {
      const kinds: Record<string, Finding["hint"]> = {
        string: {
          da: "Skriv en tekst, om nødvendigt i anførselstegn.",
          en: "Write a text, in quotes if need be.",
        },
        int: { da: "Skriv et helt tal.", en: "Write a whole number." },
        number: { da: "Skriv et tal.", en: "Write a number." },
        boolean: { da: "Skriv true eller false.", en: "Write true or false." },
        array: { da: "Skriv en liste: [a, b].", en: "Write a list: [a, b]." },
        tuple: { da: "Skriv to uger: [10, 12].", en: "Write two weeks: [10, 12]." },
      };
      return (
        kinds[issue.expected] ?? {
          da: "Skriv nøgler med værdier under den.",
          en: "Write keys with values below it.",
        }
      );
    }
    case "too_small":
      return { da: `Skriv mindst ${issue.minimum}.`, en: `Write at least ${issue.minimum}.` };
    case "too_big":
      return { da: `Skriv højst ${issue.maximum}.`, en: `Write at most ${issue.maximum}.` };
    case "invalid_key":
    case "invalid_format":
      return {
        da: 'Brug bogstaver, tal og bindestreg, begyndende med et bogstav; et klokkeslæt skrives "09:00".',
        en: 'Use letters, digits and hyphens, beginning with a letter; a time is written "09:00".',
      };
    default:
      return {
        da: "Se en af de medfølgende programfiler.",
        en: "See one of the programme files that come along.",
      };
  }
}
