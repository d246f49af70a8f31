// From the text of a programme file to a programme: read, lay the method under it, check the shape, build, check the references.
import type { z } from "zod";
import { buildProgramme } from "./build.ts";
import { checkProgramme } from "./check.ts";
import { layUnder } from "./method.ts";
import { inLanguage } from "./problem.ts";
import type { Finding, Language } from "./problem.ts";
import { fileSchema } from "./schema.ts";
import { readYaml, unknownWord } from "./source.ts";
import type { Path, Source } from "./source.ts";
import type { Problem, Programme } from "./types.ts";

export type Parsed = { programme: Programme } | { problems: Problem[] };

/**
 * The programme that a YAML text describes, or everything that is wrong with it, by line. `methods`: texts of the method
 * files by id; the one that the programme names is laid under it. What the source leaves open is no problem: see problemsOf.
 */
export function parseProgramme(
  text: string,
  methods: Record<string, string> = {},
  language: Language = "da",
): Parsed {
  const source = readYaml(text);
  if ("findings" in source) return { problems: inLanguage(source.findings, language) };
  const under = methodOf(source.value, methods);
  if ("findings" in under)
    return { problems: inLanguage(placed(under.findings, source), language) };
  const read = fileSchema.safeParse(layUnder(source.value, under.method), { reportInput: true });
  if (!read.success)
    return {
      problems: inLanguage(placed(read.error.issues.flatMap(findingsOf), source), language),
    };
  const programme = buildProgramme(read.data);
  const findings = checkProgramme(programme, read.data);
  return findings.length > 0
    ? { problems: inLanguage(placed(findings, source), language) }
    : { programme };
}

function methodOf(
  value: unknown,
  methods: Record<string, string>,
): { method: unknown } | { findings: Finding[] } {
  const name =
    typeof value === "object" && value !== null && "method" in value ? value.method : undefined;
  if (name === undefined) return { method: undefined };
  const text = typeof name === "string" && Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (text === undefined)
    return {
      findings: [
        unknownWord({ da: "metode", en: "method" }, String(name), Object.keys(methods), ["method"]),
      ],
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

/** Gives each finding the line and column of its path. */
function placed(findings: Finding[], source: Source): Finding[] {
  return findings.map((finding) => ({ ...source.placeOf(finding.path.split(".")), ...finding }));
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.map(String);
  // Problems of a key are reported on the map that holds it.
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) =>
      unknownWord({ da: "nøgle", en: "key" }, key, issue.message.split(" "), [...path, key]),
    );
  if (issue.code === "invalid_value" && typeof issue.input === "string")
    return [unknownWord({ da: "værdi", en: "value" }, issue.input, issue.values.map(String), path)];
  return [shape(issue, path)];
}

function shape(issue: z.core.$ZodIssue, path: Path): Finding {
  const where = path.join(".") || "programme";
  const base = { path: path.join(".") };
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
