// Sign-ups to open meetings: by a link that anybody may have, without signing in, and for the people of the network. A GET tells, and
// changes nothing; nobody learns from it, or from signing up, who else has signed up.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { mayAct } from "../machines/acting.ts";
import { joinBySignUp, type Comer } from "../machines/signup/join.ts";
import { isInvitedAnyway } from "../machines/signup/meant.ts";
import { placeOf } from "../machines/signup/places.ts";
import { shutFor, signUpRefusal, type SignUpView } from "../machines/signup/standing.ts";
import { GUEST } from "../machines/trigger-types.ts";
import { append, bookOf } from "../store/journal.ts";
import { getNetwork } from "../store/networks.ts";
import { enrol } from "../store/people.ts";
import { askerOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { clockOf, createDoor, refusedLink } from "./link-door.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { ApiProblem, badInput, Refused } from "./problem.ts";
import { NetworkSignUpShape, NewSignUpShape, SignedUpShape, SignUpShape, type NewSignUpJson } from "./signup-shapes.ts";
import { networkSignUps, signUpIn, signUpJson, type OpenedSignUp } from "./signup-view.ts";
import { languageOf, type Language } from "./words.ts";

const PLACE = "/api/sign-ups/";
const TOKEN = z.object({ token: z.string() });
const LANGUAGE = z.object({ lang: z.enum(["da", "en"]).optional() });

/** Whether a request is one of these: their token is in the address. */
export const isSignUp = (c: Context): boolean => c.req.path.startsWith(PLACE);

/** Opens the link of a request; throws one of the `link-` problems where it leads to no sign-up. */
export function createSignUpDoor({
  parts,
  submit,
}: Pick<Routes, "parts" | "submit">): (c: Context) => Promise<OpenedSignUp> {
  const { now, answerTokens } = parts;
  const reach = createDoor({ parts, submit }, PLACE, (token) => answerTokens.readPlace(token));
  return async (c) => {
    const { link, expires, language, speak, book, network } = await reach(c);
    if (now() >= expires) throw refusedLink("link-expired", language);
    const found = book && signUpIn(book, link);
    if (!book || !network || !found) throw refusedLink("link-unknown", language);
    const person = link.purpose === "withdraw" ? book.people.find(({ id }) => id === link.person) : undefined;
    if (link.purpose === "withdraw" && !person) throw refusedLink("link-left", language);
    const own = speak(person?.language);
    if (book.view.ended) throw refusedLink("link-ended", own, book.network.title);
    return { link, ...found, book, person, language: own, now: clockOf(network, now()) };
  };
}

/** Registers the routes of sign-ups. */
export function addSignUpRoutes(routes: Routes, open: (c: Context) => Promise<OpenedSignUp>): void {
  const { app } = routes;
  const one = createRoute({
    method: "get",
    path: "/api/sign-ups/{token}",
    summary: "An open meeting to sign up to; nothing changes",
    security: [],
    request: { params: TOKEN, query: LANGUAGE },
    responses: { ...answers(200, SignUpShape), ...problems(404, 410, 422, 503) },
  });
  app.openapi(one, async (c) => {
    const opened = await open(c);
    c.header("cache-control", "no-store");
    return c.json(signUpJson(opened), 200);
  });

  const given = createRoute({
    method: "post",
    path: "/api/sign-ups/{token}",
    summary: "Signs up, or by a link of one's own gives up the place",
    security: [],
    request: { params: TOKEN, query: LANGUAGE, headers: KEYED, body: json(NewSignUpShape) },
    responses: { ...answers(200, SignedUpShape), ...problems(400, 404, 409, 410, 413, 422, 503) },
  });
  app.openapi(given, async (c) => {
    const opened = await open(c);
    const key = c.req.header("idempotency-key");
    if (key === undefined) throw new ApiProblem("no-key");
    await (opened.person ? withdraw(routes, opened, key) : signUp(routes, opened, c.req.valid("json")));
    return c.json({ taken: true as const }, 200);
  });
  addOfNetwork(routes);
}

/** Who has a place already is told no more than who gets one: the mail they got then says it all. */
async function signUp({ parts, submit }: Routes, opened: OpenedSignUp, body: NewSignUpJson): Promise<void> {
  const { link, item, book, language, now } = opened;
  const shut = shutFor(book.view, item, now);
  const type = "signUp";
  // Whoever comes is made known only where somebody can come.
  const why = shut && signUpRefusal(book.plan.programme, book.view, { type, data: { item }, by: "", at: now });
  if (why) throw new Refused({ key: "", ok: false, code: "state", why, unmet: [] });
  const comer = await comerIn(parts, body, language);
  if (placeOf(opened.signUp, comer.id) || isInvitedAnyway(book, item, comer.id)) return;
  const key = `${comer.id}:${parts.newId()}`;
  await append(parts.store, link.network, (then) => joinBySignUp(then, { comer, item, key, at: now }) ?? nothing(then));
  const trigger = { key: `${key}:place`, at: now, by: comer.id, role: GUEST, type, data: { item } };
  const done = await submit.trigger(link.network, trigger);
  if (done.ok) return await submit.told(link.network, done.n);
  const { signUp: after } = signUpIn((await bookOf(parts.store, link.network))!, link)!;
  if (!placeOf(after, comer.id)) throw new Refused(done);
}

/** A place that was given up before stays so. */
async function withdraw(
  { submit }: Routes,
  { link, item, person, signUp: before, now }: OpenedSignUp,
  key: string,
): Promise<void> {
  const { id, roles } = person!;
  if (!placeOf(before, id)) return;
  const role = roles[0] ?? GUEST;
  const trigger = { key: `${id}:${key}`, at: now, by: id, role, type: "withdrawSignUp", data: { item } };
  const done = await submit.trigger(link.network, trigger);
  if (!done.ok) throw new Refused(done);
  await submit.told(link.network, done.n);
}

const nothing = ({ n, view }: { n: number; view: OpenedSignUp["book"]["view"] }) => ({
  rows: [],
  n,
  view,
  deliveries: [],
  contributions: [],
  members: [],
});

const MISSING: Record<Language, Record<"name" | "email", string>> = {
  da: { name: "Skriv dit navn.", email: "Skriv din mailadresse." },
  en: { name: "Write your name.", email: "Write your e-mail address." },
};

/** The person who comes: the same in every network, by their address. */
async function comerIn({ store, newId }: Parts, body: NewSignUpJson, language: Language): Promise<Comer> {
  const { name, email, organisation } = body;
  const missing = (["name", "email"] as const).filter((field) => body[field] === undefined);
  if (name === undefined || email === undefined)
    throw badInput(missing.map((path) => ({ path, message: MISSING[language][path] })));
  const given = { id: newId(), name, email, language };
  const id = (await enrol(store, [given])).get(given.id)!;
  return { ...given, id, ...(organisation !== undefined && { organisation }) };
}

function addOfNetwork({ app, parts, admit, plans, books }: Routes): void {
  const all = createRoute({
    method: "get",
    path: "/api/networks/{id}/sign-ups",
    summary: "The network's open meetings: how many have signed up, and for whoever leads who",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, z.array(NetworkSignUpShape)), ...problems(401, 404) },
  });
  app.openapi(all, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const { book, now } = (await books({ ids: [id] }))[0]!;
    if (!book.view.signUps) return c.json([], 200);
    const { clock, createdAt } = (await getNetwork(parts.store, id))!;
    const base = parts.publicUrl ?? new URL(c.req.url).origin;
    const linkTo = (item: string, { openedAt }: SignUpView) => {
      const link = { network: id, subject: `item:${item}`, person: "", purpose: "signUp" as const };
      // A stepped network's own clock says nothing of when its links lapse.
      return `${base}/s/${parts.answerTokens.make(link, clock === "real" ? openedAt : createdAt)}`;
    };
    const whole = mayAct((await plans(id)).programme, askerOf(admitted), "openSignUp", {});
    const language = languageOf(c.req.header("accept-language"));
    return c.json(networkSignUps(book, { now, language, whole, linkTo }), 200);
  });
}
