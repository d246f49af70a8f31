// How a command's failure is told: in words on standard error, or as the one JSON document. Never a stack trace.
import { ApiError, NotReached } from "../api/client.ts";
import { Failure, USAGE, type Fault } from "./failure.ts";
import type { Words } from "./words.ts";
import { lineOf, type World } from "./world.ts";

type Told = Failure | ApiError | NotReached;

/** Whether an error is one that commands throw on purpose. */
export const isFailureToTell = (error: unknown): error is Told =>
  error instanceof Failure || error instanceof ApiError || error instanceof NotReached;

/** Tells it and gives the exit code. */
export function tellFailure(
  error: Told | Error,
  world: World,
  { json, out }: { json: boolean; out: (text: string) => void },
): number {
  const problem = problemOf(error, world.words);
  if (json) out(`${JSON.stringify(problem, null, 2)}\n`);
  for (const line of linesOf(problem, world.words)) world.say(line);
  return problem.code === USAGE && !(error instanceof ApiError) ? 2 : 1;
}

type Problem = {
  type: string;
  title: string;
  code: string;
  detail: string;
  hint: string;
  unmet?: { title: string; have: number; need: number }[] | undefined;
  errors?: Fault[] | undefined;
};

function problemOf(error: Told | Error, words: Words): Problem {
  if (error instanceof ApiError) return error.problem;
  const failure = failureOf(error, words);
  return {
    type: `urn:fremdrift:problem:${failure.code}`,
    title: failure.message,
    code: failure.code,
    detail: failure.message,
    hint: failure.hint,
    ...(failure.errors.length > 0 && { errors: failure.errors }),
  };
}

function failureOf(error: Error, words: Words): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof NotReached) return new Failure("not-reached", words.notReached(error.url));
  return new Failure("unexpected", words.unexpected(error.message));
}

function linesOf({ detail, hint, unmet = [], errors = [] }: Problem, words: Words): string[] {
  return [
    detail,
    ...unmet.map(({ title, have, need }) => `  ✗ ${words.unmet(title, have, need)}`),
    ...errors.map((error) => `  ${lineOf(error, words)}`),
    hint,
  ].filter((line) => line !== "");
}
