// What is wrong with a programme, what it leaves open, and what is proved of it before a network runs on it.
import type { Proof } from "../../machines/proofs/types.ts";
import type { Problem, Programme } from "../../programmes/types.ts";
import { startGiven } from "../given.ts";
import { lineOf, type Given, type Language, type Output, type World } from "../world.ts";

/** `{ errors, warnings, proofs }`; fails where there is an error, and a claim that does not hold is one. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { language, words } = world;
  const { loadProgramme } = await import("../../library/programmes.ts");
  const read = await loadProgramme(args[0]!, language);
  if ("problems" in read) return outputOf({ errors: read.problems, warnings: [], proofs: [] }, [], world);
  const start = await startGiven(read.programme, options, words);
  const { proofs, ...found } = await looked(read.programme, start, language);
  return outputOf(
    { ...found, proofs: proofs.map((one) => jsonOf(one, language)) },
    await told(read.programme, proofs, language),
    world,
  );
}

type Found = { errors: Problem[]; warnings: Problem[] };

/** Errors and warnings in the reader's language, and all proofs. */
async function looked(
  programme: Programme,
  start: string | undefined,
  language: Language,
): Promise<Found & { proofs: Proof[] }> {
  const { lintProgramme, startOf, warningsOf } = await import("../../programmes/lint.ts");
  const { planOf } = await import("../../programmes/plan.ts");
  const { inLanguage } = await import("../../programmes/problem.ts");
  const { prove } = await import("../../machines/proofs/prove.ts");
  const { findingsOf } = await import("../../machines/proofs/tell.ts");
  const dated = start === undefined ? {} : { start };
  const { errors } = lintProgramme(programme, dated);
  // Dates are abstract to a proof: any start will do.
  const proofs = prove(planOf(programme, start ?? startOf(programme) ?? "2027-02-01"));
  return {
    errors: inLanguage([...errors, ...findingsOf(proofs)], language),
    warnings: warningsOf(programme, { ...dated, language }),
    proofs,
  };
}

/** A proof as JSON: its texts in the reader's language. */
function jsonOf({ title, counterexample, ...proof }: Proof, language: Language): object {
  const steps = counterexample?.map(({ refused, ...step }) => ({
    ...step,
    ...(refused && { refused: refused.map((why) => why[language]) }),
  }));
  return { ...proof, title: title[language], ...(steps && { counterexample: steps }) };
}

/** One line for each proof, with its counterexample as numbered steps. */
async function told(programme: Programme, proofs: Proof[], language: Language): Promise<string[]> {
  const { limitInWords, stepsInWords } = await import("../../machines/proofs/tell.ts");
  return proofs.flatMap(({ title, holds, limit, counterexample = [] }) => [
    `  ${holds ? "✓" : "✗"} ${title[language]}${limit ? ` (${limitInWords(limit)[language]})` : ""}`,
    ...stepsInWords(programme, counterexample, language).map((step, at) => `      ${at + 1}. ${step}`),
  ]);
}

const PROOFS = {
  da: "Bevist ved at gennemgå programmets egne tilstandsdiagrammer:",
  en: "Proved by going through the programme's own statecharts:",
};

function outputOf(json: Found & { proofs: object[] }, proofs: string[], { language, words }: World): Output {
  const { errors, warnings } = json;
  const list = (title: string, problems: Problem[]) =>
    problems.length > 0 ? [title, ...problems.map((problem) => `  ${lineOf(problem, words)}`)] : [];
  const text = [
    ...list(words.lintErrors(errors.length), errors),
    ...list(words.lintWarnings(warnings.length), warnings),
    ...(proofs.length > 0 ? [PROOFS[language], ...proofs] : []),
    ...(errors.length === 0 ? [words.lintOk] : []),
  ].join("\n");
  return { json, text, failed: errors.length > 0 };
}
