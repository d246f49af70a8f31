// Sessions: what a browser holds once somebody has signed in. They are tokens that end by themselves.
import { createRoute, z } from "@hono/zod-openapi";
import { inTransaction } from "../store/open.ts";
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

/** `link`: to be used up. */
type Signed = { personId?: string; admin?: boolean; email?: string; link?: string };

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
    const expiresAt = at + SESSION.idle;
    const known = async () => (await findTokens(store, [hashToken(token)], at))[0];
    const make = async ({ personId, admin = false, link }: Signed) => {
      const { label = "" } = asked;
      const session = { token, label, admin, ...(personId && { personId }), createdAt: at, expiresAt };
      return await inTransaction(store, async (tx) => {
        if (link !== undefined && !(await useSignIn(tx, link, at))) return false;
        await createToken(tx, session);
        return true;
      });
    };
    let signed: Signed | undefined = await known();
    if (!signed) {
      signed = await signIn(parts, asked, at);
      // Of two that come at once with one link and one key the second gets the session of the first.
      if (!(await make(signed)) && !(await known())) throw new ApiProblem("way-over");
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
    return { personId: found.personId, link: asked.link };
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
  return { personId: person.id, email: person.email };
}
