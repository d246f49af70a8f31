// What every route's description has in common.
import { z } from "@hono/zod-openapi";
import { ProblemShape } from "./shapes.ts";

/** The answer of a route that goes well. */
export const answers = <S extends number, T extends z.ZodType>(status: S, schema: T) =>
  ({ [status]: { description: "done", content: { "application/json": { schema } } } }) as {
    [K in S]: { description: string; content: { "application/json": { schema: T } } };
  };

const MEANING: Record<number, string> = {
  400: "not JSON, or no usable Idempotency-Key",
  401: "no valid token",
  403: "no right to it",
  404: "not there",
  409: "refused: see unmet; or the key was used for another body",
  410: "no longer: the link has expired, or what it was about is over",
  413: "too large",
  422: "a field is wrong: see errors",
  429: "too often: wait, and try again",
  503: "Temporal or the database does not answer: ask again with the same key",
};

/** The problems a route may answer. */
export const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: MEANING[status] ?? "", content: { "application/problem+json": { schema: ProblemShape } } },
    ]),
  ) as Record<number, never>;

/** The header of every change. */
export const KEYED = z.object({
  "idempotency-key": z.string().optional().openapi({ description: "required: a new random value for each change" }),
});

/** A body of JSON. */
export const json = <T extends z.ZodType>(schema: T) => ({
  content: { "application/json": { schema } },
  required: true,
});

export const NETWORK_ID = z.object({ id: z.string().max(100) });
