// What is kept about whoever asks: all of it as one file; and how they erase themselves.
import { createRoute, z } from "@hono/zod-openapi";
import { aboutMe } from "../store/about-me.ts";
import type { Routes } from "./app.ts";
import { erasePerson, ErasedShape, TextsShape } from "./erasures.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import { ApiProblem, badInput } from "./problem.ts";
import { languageOf } from "./words.ts";

const rows = z.array(z.record(z.string(), z.unknown()));
const MyDataShape = z
  .object({
    madeAt: z.string(),
    person: z.record(z.string(), z.unknown()),
    memberships: rows,
    offices: rows,
    contributions: rows,
    networksMade: rows,
    actions: rows.describe("what you did, as the ledgers of your networks say it"),
    mentions: rows.describe("what others did that is about you"),
    requests: rows.describe("what you asked for lately, by its key"),
    messages: rows.describe("mails to you, with what they said"),
    files: rows,
    drafts: rows,
    networkDrafts: rows,
    proposals: rows.describe("themes that you proposed, or are a manager of"),
    proposalSteps: rows,
    sessions: rows,
    signIns: rows.describe("links to sign in that you asked for"),
    calendars: rows,
  })
  .openapi("MyData");
export type MyDataJson = z.infer<typeof MyDataShape>;

const NewOwnErasureShape = z
  .strictObject({ confirm: z.string().max(320).describe("your own address, typed"), texts: TextsShape })
  .openapi("NewOwnErasure");

const NOT_YOURS = {
  da: "Det er ikke den adresse, du er logget ind med.",
  en: "That is not the address you are signed in with.",
};

/** Registers `GET /api/me/export` and `POST /api/me/erasures`. A token that is nobody's has neither. */
export function addMeRoutes(routes: Routes): void {
  const { app, parts, admit } = routes;
  const take = createRoute({
    method: "get",
    path: "/api/me/export",
    summary: "Everything that is kept about you",
    responses: { ...answers(200, MyDataShape), ...problems(401, 403) },
  });
  app.openapi(take, async (c) => {
    const { personId } = (await admit(c)).principal;
    const kept = personId === undefined ? undefined : await aboutMe(parts.store, personId);
    if (!kept) throw new ApiProblem("not-allowed");
    return c.json({ madeAt: new Date(parts.now()).toISOString(), ...(dated(kept) as object) } as MyDataJson, 200);
  });

  const erase = createRoute({
    method: "post",
    path: "/api/me/erasures",
    summary:
      "Erases you for good: name, address and every way in; what you did stands under a number that says nothing",
    request: { headers: KEYED, body: json(NewOwnErasureShape) },
    responses: { ...answers(200, ErasedShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(erase, async (c) => {
    const { personId: id, email } = (await admit(c)).principal;
    if (id === undefined || email === undefined) throw new ApiProblem("not-allowed");
    const language = languageOf(c.req.header("accept-language"));
    const { confirm, texts } = c.req.valid("json");
    if (confirm.trim().toLowerCase() !== email.toLowerCase())
      throw badInput([{ path: "confirm", message: NOT_YOURS[language] }]);
    return c.json(await erasePerson(routes, c, { id, email, ...(texts && { texts }) }), 200);
  });
}

/** Instants as people read them: fields named `at`, or ending in `At`. */
function dated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dated);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      /(?:^a|A)t$/.test(name) && typeof inner === "number" ? new Date(inner).toISOString() : dated(inner),
    ]),
  );
}
