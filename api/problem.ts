// Problems as RFC 9457 says: the only place that knows HTTP status codes of errors.
import type { Context } from "hono";
import { StoreError, type StoreErrorCode } from "../store/error.ts";
import { isLost } from "../store/server.ts";
import type { Problem } from "../programmes/types.ts";
import type { RefusalCode, Refusal, Unmet } from "../machines/trigger.ts";
import { refusals } from "../machines/refusals.ts";
import { Ended, Unanswered } from "./update.ts";
import { QueueFull } from "./group-commit.ts";
import { languageFor, WORDS, type ProblemCode } from "./words.ts";

const STATUS: Record<ProblemCode, number> = {
  "not-json": 400,
  "too-large": 413,
  "bad-input": 422,
  "file-type": 422,
  "files-full": 409,
  "no-key": 400,
  "bad-key": 400,
  "sign-in": 401,
  "way-unknown": 401,
  "way-over": 410,
  "way-elsewhere": 403,
  "way-refused": 403,
  "way-nobody": 403,
  "too-often": 429,
  "too-many-open": 429,
  "not-allowed": 403,
  "not-found": 404,
  gone: 410,
  "no-route": 404,
  "no-method": 405,
  "key-reused": 409,
  refused: 409,
  "wrong-clock": 409,
  "link-unknown": 404,
  "link-expired": 410,
  "link-left": 410,
  "link-ended": 410,
  "link-cancelled": 410,
  "link-over": 410,
  "link-role": 403,
  "no-temporal": 503,
  busy: 503,
  store: 503,
  bug: 500,
};

/** Seconds after which asking again is worth while. */
const RETRY_AFTER = 2;

/** An error for whoever called the API. `about` stands in the text; `extra` goes into the body. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly code: ProblemCode;
  readonly about: string;
  readonly extra: { [key: string]: unknown };

  constructor(code: ProblemCode, about = "", extra: { [key: string]: unknown } = {}) {
    super(`${code} ${about}`);
    this.code = code;
    this.about = about;
    this.extra = extra;
  }
}

/** The network refused a trigger: answered in its own words. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.why.en);
    this.refusal = refusal;
  }
}

/** What is wrong with the fields of a body, each with its path. */
export const badInput = (problems: Pick<Problem, "path" | "message">[], about = ""): ApiProblem =>
  new ApiProblem("bad-input", about, { errors: problems });

const OF_REFUSAL: Record<RefusalCode, ProblemCode> = {
  shape: "bad-input",
  role: "not-allowed",
  state: "refused",
  criteria: "refused",
  ended: "refused",
  fault: "bug",
};

const ENDED: Refusal = { key: "", ok: false, code: "ended", why: refusals.ended(), unmet: [] };

/** The body and status of a refusal: the machine's own words, and what is missing. */
function refusalProblem(refusal: Refusal, language: "da" | "en"): { status: number; body: ProblemBody } {
  const code = OF_REFUSAL[refusal.code];
  const status = refusal.code === "fault" ? 409 : STATUS[code];
  const { title, hint } = WORDS[language].problems[code]("");
  const unmet = refusal.unmet.map((one: Unmet) => ({ ...one, title: one.title[language] }));
  return {
    status,
    body: {
      type: typeOf(code),
      title,
      status,
      code: refusal.code === "role" ? "not-allowed" : refusal.code,
      detail: refusal.why[language],
      hint,
      unmet,
    },
  };
}

export type ProblemBody = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  /** What to do next. */
  hint: string;
  unmet?: { criterion: string; title: string; have: number; need: number }[];
  [key: string]: unknown;
};

/** Answers any error as a problem. What nobody expected is logged and told without its insides. */
export function answerProblem(error: unknown, c: Context, log: (line: string) => void): Response {
  const language = languageFor(c);
  const refusal = error instanceof Ended ? ENDED : error instanceof Refused ? error.refusal : undefined;
  if (refusal) {
    const { status: refusedWith, body: why } = refusalProblem(refusal, language);
    return respond(c, refusedWith, why);
  }
  const problem = problemOf(error);
  if (problem.code === "bug")
    log(`unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const { title, detail, hint } = WORDS[language].problems[problem.code](problem.about);
  const said = storeWords(error, language);
  const status = STATUS[problem.code];
  const body: ProblemBody = {
    type: typeOf(problem.code),
    title,
    status,
    code: problem.code,
    detail,
    hint,
    ...said,
    ...problem.extra,
  };
  return respond(c, status, body);
}

function respond(c: Context, status: number, body: ProblemBody): Response {
  const headers: Record<string, string> = { "content-type": "application/problem+json" };
  if (status === 503) headers["retry-after"] = String(RETRY_AFTER);
  if (status === 401) headers["www-authenticate"] = "Bearer";
  return c.body(JSON.stringify(body), status as 400, headers);
}

function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof Unanswered) return new ApiProblem("no-temporal");
  if (error instanceof QueueFull) return new ApiProblem("busy");
  if (error instanceof StoreError) return new ApiProblem(OF_STORE[error.code] ?? "store");
  if (isUnstorable(error)) return new ApiProblem("bad-input");
  if (isLost(error)) return new ApiProblem("store");
  return isConnectionError(error) ? new ApiProblem("no-temporal") : new ApiProblem("bug");
}

const OF_STORE: Partial<Record<StoreErrorCode, ProblemCode>> = {
  "no-network": "not-found",
  // Two requests with one key came at once: the one that lost gets its answer when it asks again.
  repeated: "busy",
  unstorable: "bad-input",
};

/** PostgreSQL's word for a text that no text of its can be, such as one with NUL in it. */
const isUnstorable = (error: unknown): boolean =>
  error instanceof Error && "code" in error && ["22021", "22P05"].includes(String(error.code));

const isConnectionError = (error: unknown): boolean =>
  error instanceof Error && ["ServiceError", "TransportError", "ConnectionError"].includes(error.name);

function storeWords(error: unknown, language: "da" | "en"): { detail?: string; hint?: string } {
  if (!(error instanceof StoreError)) return {};
  return language === "da"
    ? { detail: error.da.message, hint: error.da.hint }
    : { detail: error.message, hint: error.hint };
}

const typeOf = (code: ProblemCode): string => `urn:fremdrift:problem:${code}`;
