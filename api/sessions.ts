// Sessions: what a browser holds once somebody has signed in. They are tokens that end by themselves.
import { createRoute, z } from "@hono/zod-openapi";
import { findPersonByEmail } from "../store/people.ts";
import { sessionsOf, type Session } from "../store/sessions.ts";
import { findSignIn, useSignIn } from "../store/sign-ins.ts";
import { createToken, findTokens, hashToken, revokeToken } from "../store/tokens.ts";
import type { Principal } from "../store/access.ts";
import type { Instant } from "../programmes/types.ts";
import { keyOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { ApiProblem } from "./problem.ts";
import { SESSION } from "./session-use.ts";
import {
  EndedSessionShape,
  NewSessionMadeShape,
  NewSessionShape,
  SessionShape,
  type NewSessionJson,
} from "./session-shapes.ts";

/** Characters of a session's hash that name it to its person. */
const ID = 16;

type Signed = { label: string; personId?: string; admin?: boolean; email?: string };

/** Registers the routes. */
export function addSessionRoutes({ app, parts, admit }: Pick<Routes, "app" | "parts" | "admit">): void {
  const { store, now } = parts;

  const begin = createRoute({
    method: "post",
    path: "/api/sessions",
    summary: "Signs in",
    security: [],
    request: { headers: KEYED, body: json(NewSessionShape) },
    responses: { ...answers(201, NewSessionMadeShape), ...problems(400, 401, 403, 410, 413, 422, 429, 503) },
  });
  app.openapi(begin, async (c) => {
    const asked = c.req.valid("json");
    const at = now();
    const key = keyOf(c);
    // It follows from what was asked, so that the same asked again is the same session and no second one.
    const token = parts.newToken(`session ${JSON.stringify(asked)} ${key}`);
    const known = await findTokens(store, [hashToken(token)], at);
    const expiresAt = at + SESSION.idle;
    const signed = known[0] ?? (await signIn(parts, asked, at));
    if (!known[0]) {
      const { personId, admin = false } = signed;
      const label = asked.label ?? "";
      await createToken(store, { token, label, admin, ...(personId && { personId }), createdAt: at, expiresAt });
    }
    const { email } = signed;
    return c.json({ token, expires: new Date(expiresAt).toISOString(), ...(email && { email }) }, 201);
  });

  const list = createRoute({
    method: "get",
    path: "/api/sessions",
    summary: "Where you are signed in",
    responses: { ...answers(200, z.array(SessionShape)), ...problems(401) },
  });
  app.openapi(list, async (c) => {
    const { principal } = await admit(c);
    return c.json(
      (await mine(principal)).map((one) => told(one, principal)),
      200,
    );
  });

  const end = createRoute({
    method: "delete",
    path: "/api/sessions/{id}",
    summary: "Signs out: here (`current`), or somewhere else",
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { ...answers(200, EndedSessionShape), ...problems(401, 404) },
  });
  app.openapi(end, async (c) => {
    const { principal } = await admit(c);
    const { id } = c.req.valid("param");
    const all = await mine(principal);
    const found = all.find(({ hash }) => (id === "current" ? hash === principal.session?.hash : hash.startsWith(id)));
    if (!found || (id !== "current" && id.length !== ID)) throw new ApiProblem("not-found", id);
    await revokeToken(store, found.hash, now());
    return c.json({ id: found.hash.slice(0, ID), ended: true as const }, 200);
  });

  const mine = async ({ personId, session }: Principal): Promise<Session[]> =>
    personId === undefined && !session
      ? []
      : await sessionsOf(store, personId === undefined ? { hash: session!.hash } : { personId }, now());
}

const told = ({ hash, label, createdAt, seenAt, expiresAt }: Session, { session }: Principal) => ({
  id: hash.slice(0, ID),
  label,
  created: new Date(createdAt).toISOString(),
  seen: new Date(seenAt).toISOString(),
  expires: new Date(expiresAt).toISOString(),
  current: hash === session?.hash,
});

/** Whoever it is that signs in. Throws where the way is none. */
async function signIn(parts: Parts, asked: NewSessionJson, at: Instant): Promise<Signed> {
  const { store, identity } = parts;
  if ("link" in asked) {
    const found = await findSignIn(store, { ...asked, at });
    if (!found) throw new ApiProblem("way-unknown");
    if (found.expired) throw new ApiProblem("way-over");
    if (!found.sameBrowser) throw new ApiProblem("way-elsewhere");
    if (found.used || !(await useSignIn(store, asked.link, at))) throw new ApiProblem("way-over");
    return { label: "", personId: found.personId };
  }
  if ("token" in asked) {
    const [found] = await findTokens(store, [hashToken(asked.token)], at);
    if (!found) throw new ApiProblem("way-unknown");
    return found;
  }
  if (!identity) throw new ApiProblem("way-unknown");
  const who = await identity.finish(asked.callback, asked.carry);
  if ("refused" in who) throw new ApiProblem("way-refused", who.refused);
  const person = await findPersonByEmail(store, who.email);
  if (!person) throw new ApiProblem("way-nobody", who.email);
  return { label: "", personId: person.id, email: person.email };
}
