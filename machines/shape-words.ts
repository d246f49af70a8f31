// What is wrong with a field, said in the reader's language: in zod's own words, or in ours where those help little.
import { z } from "zod";
import type { Text } from "../programmes/types.ts";

/** What is wrong with a trigger's data: the field and how to write it. */
export type ShapeProblem = { path: string; message: string };

/** For `refine`: a rule of our own, with what to write in both languages. */
export const saying = (text: Text): { params: Text } => ({ params: text });

/** The problems zod found in `data`, each at its field; unknown fields one by one. */
export function shapeProblems(issues: z.core.$ZodIssue[], data: unknown, language: keyof Text): ShapeProblem[] {
  return issues.flatMap((issue): ShapeProblem[] => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: [...path, key].join("."), message: UNKNOWN[language] }));
    }
    if (issue.code === "invalid_union" && issue.errors.length > 0)
      return shapeProblems(likeliest(issue, data), data, language);
    return [{ path: path.join("."), message: wordsOf(issue, valueAt(data, issue.path), language) }];
  });
}

/** Of several forms, what is wrong with the one that fits best: what is missing weighs less than what does not belong there. */
function likeliest(issue: z.core.$ZodIssueInvalidUnion, data: unknown): z.core.$ZodIssue[] {
  const weightOf = (one: z.core.$ZodIssue) => {
    if (one.code === "unrecognized_keys") return 3 * one.keys.length;
    return valueAt(data, one.path) === undefined ? 1 : 3;
  };
  const weight = (issues: z.core.$ZodIssue[]) => issues.reduce((sum, one) => sum + weightOf(one), 0);
  const forms = issue.errors.map((issues) => issues.map((one) => ({ ...one, path: [...issue.path, ...one.path] })));
  return forms.toSorted((a, b) => weight(a) - weight(b))[0]!;
}

const LOCALES = { da: z.locales.da().localeError, en: z.locales.en().localeError };
const UNKNOWN: Text = { da: "feltet findes ikke; fjern det", en: "there is no such field; remove it" };
const MISSING: Text = { da: "mangler", en: "is missing" };
const EMPTY: Text = { da: "må ikke være tomt", en: "must not be empty" };

function wordsOf(issue: z.core.$ZodIssue, input: unknown, language: keyof Text): string {
  if (issue.code === "custom") return String(issue.params?.[language] ?? issue.message);
  if (input === undefined) return MISSING[language];
  if (issue.code === "too_small" && (input === "" || Number((input as { length?: number }).length) === 0)) {
    return EMPTY[language];
  }
  const raw = { ...issue, ...choice(issue), input } as z.core.$ZodRawIssue;
  const said = LOCALES[language](raw);
  return typeof said === "string" ? said : (said?.message ?? issue.message);
}

/** A union told apart by one field is a choice of that field's values. */
const choice = (issue: z.core.$ZodIssue) =>
  issue.code === "invalid_union" && "options" in issue ? { code: "invalid_value", values: issue.options } : {};

const valueAt = (data: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as { [key: PropertyKey]: unknown } | undefined)?.[key], data);
