// Asking for a way in: a link by mail, or a visit to the organisation's own sign-in.
import { createRoute } from "@hono/zod-openapi";
import { findPersonByEmail } from "../store/people.ts";
import { countSignIns, createSignIn } from "../store/sign-ins.ts";
import { keyOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { NewProviderVisitShape, NewSignInShape, ProviderVisitShape, SignInShape, WaysShape } from "./session-shapes.ts";

const MINUTE = 60_000;
/** How long a link holds, and how many one person is sent within that time. */
export const LINK = { minutes: 15, most: 5 };

/** Registers the routes. None of them says whether somebody is known. */
export function addSignInRoutes({ app, parts }: Pick<Routes, "app" | "parts">): void {
  const { store, now, newToken, identity } = parts;

  const ways = createRoute({
    method: "get",
    path: "/api/sign-ins",
    summary: "The ways of signing in",
    security: [],
    responses: answers(200, WaysShape),
  });
  app.openapi(ways, (c) => c.json({ mail: true as const, ...(identity && { provider: identity.name }) }, 200));

  const ask = createRoute({
    method: "post",
    path: "/api/sign-ins",
    summary: "A link by mail that signs in; answered alike whoever asks",
    security: [],
    request: { headers: KEYED, body: json(NewSignInShape) },
    responses: { ...answers(202, SignInShape), ...problems(400, 413, 422, 429, 503) },
  });
  app.openapi(ask, (c) => {
    const { email, browser, back } = c.req.valid("json");
    const key = keyOf(c);
    // Nobody waits for it: how long it takes would say whether the address is known.
    send({ email, browser, key, ...(back !== undefined && { back }) }).catch((error: unknown) =>
      parts.log(`A link to sign in could not be made: ${String(error)}`),
    );
    return c.json({ minutes: LINK.minutes }, 202);
  });

  async function send({ email, browser, key, back }: { email: string; browser: string; key: string; back?: string }) {
    const person = await findPersonByEmail(store, email);
    const at = now();
    const since = at - LINK.minutes * MINUTE;
    if (!person || (await countSignIns(store, person.id, since)) >= LINK.most) return;
    const link = newToken(`sign-in ${person.id} ${browser} ${key}`);
    await createSignIn(store, { link, browser, personId: person.id, at, expiresAt: at + LINK.minutes * MINUTE });
    const query = back === undefined ? "" : `?back=${encodeURIComponent(back)}`;
    const url = `${parts.base()}/sign-in/${link}${query}`;
    await parts.post({ kind: "sign-in", to: person, url, minutes: LINK.minutes });
  }

  const visit = createRoute({
    method: "post",
    path: "/api/provider-visits",
    summary: "Begins a visit to the organisation's own sign-in",
    security: [],
    request: { headers: KEYED, body: json(NewProviderVisitShape) },
    responses: { ...answers(201, ProviderVisitShape), ...problems(400, 404, 413, 422, 429, 503) },
  });
  app.openapi(visit, async (c) => {
    keyOf(c);
    if (!identity) throw new ApiProblem("not-found");
    const { callback } = c.req.valid("json");
    return c.json(await identity.begin(callback), 201);
  });
}
