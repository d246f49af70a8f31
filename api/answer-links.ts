// Answers by a link from a mail: the token in the address is the sign-in. A GET tells, and changes nothing.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AnswerLink } from "../library/answer-token.ts";
import { askerIn } from "../machines/acting.ts";
import { entriesAbout } from "../store/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import { admitPerson, claimOf, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { aboutOf, closedBy, lastDayOf, triggerFor } from "./answer-open.ts";
import { AnswerLinkShape, LinkAnsweredShape, NewLinkAnswerShape, type NewLinkAnswerJson } from "./answer-shapes.ts";
import { answerLinkJson, titleOf, type OpenedLink } from "./answer-view.ts";
import { clockOf, createDoor, refusedLink } from "./link-door.ts";
import type { LinkProblemCode } from "./link-words.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import { ApiProblem, Refused } from "./problem.ts";

const PLACE = "/api/answer-links/";
const TOKEN = z.object({ token: z.string() });
const LANGUAGE = z.object({ lang: z.enum(["da", "en"]).optional().describe("else the person's own") });

type Opened = Omit<OpenedLink, "rows"> & { admitted: Admitted; closed: LinkProblemCode | undefined };

/** Whether a request is one of these: their token is in the address. */
export const isByLink = (c: Context): boolean => c.req.path.startsWith(PLACE);

/** Opens the link of a request; throws one of the `link-` problems where it is none. */
export function createLinkDoor({ parts, submit }: Pick<Routes, "parts" | "submit">): (c: Context) => Promise<Opened> {
  const { store, now, answerTokens } = parts;
  const reach = createDoor({ parts, submit }, PLACE, (token) => answerTokens.read(token));
  return async (c) => {
    const { link, expires, language, speak, book, network } = await reach(c);
    const person = book?.people.find(({ id }) => id === link.person);
    if (now() >= expires) throw refusedLink("link-expired", speak(person?.language));
    if (!book || !network || !person) throw refusedLink("link-left", language);
    const own = speak(person.language);
    const about = aboutOf(link, book);
    if (!about) throw refusedLink("link-unknown", own);
    const key = c.req.header("idempotency-key");
    const clock = clockOf(network, now());
    const { actsFor } = askerIn(person, book, clock);
    return {
      link,
      about,
      book,
      person,
      language: own,
      until: untilOf({ expires, lastDay: lastDayOf(about, book), isReal: network.clock === "real" }),
      actsFor,
      admitted: await admitPerson(store, { network, person, actsFor, ...(key !== undefined && { key }) }),
      closed: closedBy(link, about, book, { person, now: clock }),
    };
  };
}

/** The meeting's day ends its link before the token does; by a clock that is not the real one the two do not compare. */
function untilOf({ expires, lastDay, isReal }: { expires: Instant; lastDay: Instant | undefined; isReal: boolean }) {
  if (lastDay === undefined) return expires;
  return isReal ? Math.min(lastDay, expires) : lastDay;
}

export function addAnswerLinkRoutes(
  { app, parts, asking, once, submit }: Routes,
  open: (c: Context) => Promise<Opened>,
): void {
  const { store } = parts;
  const one = createRoute({
    method: "get",
    path: "/api/answer-links/{token}",
    summary: "What a link from a mail lets its reader answer; nothing changes",
    security: [],
    request: { params: TOKEN, query: LANGUAGE },
    responses: { ...answers(200, AnswerLinkShape), ...problems(403, 404, 410, 422, 503) },
  });
  app.openapi(one, async (c) => {
    const opened = await open(c);
    demandOpen(opened);
    c.header("cache-control", "no-store");
    const rows = await entriesAbout(store, opened.link.network, subjectOf(opened));
    return c.json(answerLinkJson({ ...opened, rows }), 200);
  });

  const given = createRoute({
    method: "post",
    path: "/api/answer-links/{token}",
    summary: "Answers by a link from a mail: an invitation, homework, a decision",
    security: [],
    request: { params: TOKEN, query: LANGUAGE, headers: KEYED, body: json(NewLinkAnswerShape) },
    responses: { ...answers(200, LinkAnsweredShape), ...problems(400, 403, 404, 409, 410, 413, 422, 503) },
  });
  app.openapi(given, async (c) => {
    const opened = await open(c);
    const { admitted, book, language, link } = opened;
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const done = await once(
      claim,
      admitted,
      async () => {
        demandOpen(opened);
        return await asking.ask(book.plan, admitted, { ...wantedOf(opened, body), claim, language }).catch(inItsFields);
      },
      { savedByWork: true },
    );
    if (!done.ok) throw new Refused(done);
    await submit.told(link.network, done.n);
    return c.json({ key: claim.key, entries: await asking.told(book.plan, admitted, done) }, 200);
  });
}

/** Of a part of a meeting, the whole: that is what is answered. */
const subjectOf = ({ about }: Opened) => `${about.kind === "idea" ? "idea" : "item"}:${about.id}`;

function demandOpen(opened: Opened): void {
  const { closed, language, book } = opened;
  if (closed === undefined) return;
  const about = closed === "link-ended" ? book.network.title : titleOf(opened);
  throw new ApiProblem(closed, about, { language });
}

const ANSWER: Record<AnswerLink["purpose"], string> = { answer: "answer", deliver: "choice", decide: "outcome" };

/** The trigger that an answer comes to. What does not belong there stays, and is found out as with any trigger. */
function wantedOf({ link, about }: Opened, { choice, ...rest }: NewLinkAnswerJson) {
  const { type, data } = triggerFor(link, about);
  return { type, data: { ...rest, ...(choice !== undefined && { [ANSWER[link.purpose]]: choice }), ...data } };
}

/** What is wrong with a trigger's data, at the fields of the answer. */
function inItsFields(error: unknown): never {
  if (!(error instanceof ApiProblem) || error.code !== "bad-input") throw error;
  const errors = error.extra["errors"] as { path: string; message: string }[];
  const renamed = errors.map(({ path, message }) => ({
    path: path.replace(/^data\.?/, "").replace(/^(answer|outcome)$/, "choice"),
    message,
  }));
  throw new ApiProblem("bad-input", "", { errors: renamed });
}
