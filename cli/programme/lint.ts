import type { Problem } from "../../programmes/types.ts";
import { lineOf, type Given, type Output, type World } from "../world.ts";

/** `{ errors, warnings, proofs }`; fails where there is an error. */
export async function run({ language, words }: World, { args }: Given): Promise<Output> {
  const { loadProgramme } = await import("../../library/programmes.ts");
  const { problemsOf } = await import("../../programmes/warnings.ts");
  const read = await loadProgramme(args[0]!, language);
  const errors = "problems" in read ? read.problems : [];
  const warnings = "programme" in read ? problemsOf(read.programme, { language }) : [];
  const list = (title: string, problems: Problem[]) =>
    problems.length > 0 ? [title, ...problems.map((problem) => `  ${lineOf(problem, words)}`)] : [];
  const text = [
    ...list(words.lintErrors(errors.length), errors),
    ...list(words.lintWarnings(warnings.length), warnings),
    ...(errors.length === 0 ? [words.lintOk] : []),
  ].join("\n");
  return { json: { errors, warnings, proofs: [] }, text, failed: errors.length > 0 };
}
