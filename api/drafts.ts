// What was written in a form and sent too late: kept for who wrote it until they have signed in again.
import { createRoute, z } from "@hono/zod-openapi";
import { findDraft, saveDraft } from "../store/drafts.ts";
import { personOfSession } from "../store/sessions.ts";
import { hashToken } from "../store/tokens.ts";
import { bearerOf, keyOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { ID } from "./ids.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { DraftShape, NewDraftShape } from "./session-shapes.ts";

/** Registers the routes. A session that has ended is enough to leave a draft, and not to read one. */
export function addDraftRoutes({ app, parts, admit }: Pick<Routes, "app" | "parts" | "admit">): void {
  const { store, now } = parts;

  const leave = createRoute({
    method: "post",
    path: "/api/drafts",
    summary: "Keeps what was written in a form; a session that has ended is enough",
    request: { headers: KEYED, body: json(NewDraftShape) },
    responses: { ...answers(201, DraftShape), ...problems(400, 401, 413, 422) },
  });
  app.openapi(leave, async (c) => {
    const token = bearerOf(c);
    const personId = token === undefined ? undefined : await personOfSession(store, hashToken(token));
    if (personId === undefined) throw new ApiProblem("sign-in");
    // It follows from the key, so that the same sent again is the same draft.
    const id = hashToken(`${personId} ${keyOf(c)}`).slice(0, 24);
    const draft = { id, ...c.req.valid("json") };
    await saveDraft(store, { ...draft, personId, at: now() });
    return c.json(draft, 201);
  });

  const read = createRoute({
    method: "get",
    path: "/api/drafts/{id}",
    summary: "What you wrote in a form and sent when you were no longer signed in",
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { ...answers(200, DraftShape), ...problems(401, 404) },
  });
  app.openapi(read, async (c) => {
    const { principal } = await admit(c);
    const { id } = c.req.valid("param");
    const draft = ID.test(id) ? await findDraft(store, principal.id, id) : undefined;
    if (!draft) throw new ApiProblem("not-found", id);
    return c.json({ id, ...draft }, 200);
  });
}
