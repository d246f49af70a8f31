// Date polls: by a link from a mail, without signing in, and for the people of the network. A GET tells, and changes nothing.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { mayAct } from "../machines/acting.ts";
import type { Book } from "../machines/ledger.ts";
import { answersTo, countsOf, POLL, type PollView } from "../machines/poll/standing.ts";
import { itemIn, recipientsOf } from "../machines/recipients.ts";
import { partsOf } from "../machines/view.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { admitPerson, askerOf, claimOf, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { clockOf, createDoor, refusedLink } from "./link-door.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import {
  NetworkPollShape,
  PollAnsweredShape,
  PollAnswerShape,
  PollLinkShape,
  type NetworkPollJson,
  type PollLinkJson,
} from "./poll-shapes.ts";
import { Refused } from "./problem.ts";
import { languageOf, type Language } from "./words.ts";

const PLACE = "/api/poll-links/";
const TOKEN = z.object({ token: z.string() });
const LANGUAGE = z.object({ lang: z.enum(["da", "en"]).optional().describe("else the person's own") });

type Opened = {
  item: string;
  book: Book;
  poll: PollView;
  person: Person;
  language: Language;
  now: Instant;
  admitted: Admitted;
};

/** Whether a request is one of these: their token is in the address. */
export const isPollLink = (c: Context): boolean => c.req.path.startsWith(PLACE);

/** Opens the link of a request; throws one of the `link-` problems where it leads to no poll. */
export function createPollDoor({ parts, submit }: Pick<Routes, "parts" | "submit">): (c: Context) => Promise<Opened> {
  const { store, now, answerTokens } = parts;
  const reach = createDoor({ parts, submit }, PLACE, (token) => answerTokens.readPoll(token));
  return async (c) => {
    const { link, expires, language, speak, book, network } = await reach(c);
    if (now() >= expires) throw refusedLink("link-expired", language);
    const [what, item] = partsOf(link.subject);
    const poll = what === POLL ? book?.view.polls?.[item] : undefined;
    if (!book || !network || !poll) throw refusedLink("link-unknown", language);
    const person = book.people.find(({ id }) => id === link.person);
    if (!person) throw refusedLink("link-left", language);
    const own = speak(person.language);
    if (book.view.ended) throw refusedLink("link-ended", own, book.network.title);
    const key = c.req.header("idempotency-key");
    const admitted = await admitPerson(store, { network, person, ...(key !== undefined && { key }) });
    return { item, book, poll, person, language: own, now: clockOf(network, now()), admitted };
  };
}

/** Registers the routes of date polls. */
export function addPollRoutes(
  { app, admit, asking, once, plans, book: bookOf }: Routes,
  open: (c: Context) => Promise<Opened>,
): void {
  const one = createRoute({
    method: "get",
    path: "/api/poll-links/{token}",
    summary: "The dates that are proposed for a meeting, with how many said what; nothing changes",
    security: [],
    request: { params: TOKEN, query: LANGUAGE },
    responses: { ...answers(200, PollLinkShape), ...problems(404, 410, 422, 503) },
  });
  app.openapi(one, async (c) => {
    const opened = await open(c);
    c.header("cache-control", "no-store");
    return c.json(linkJson(opened), 200);
  });

  const given = createRoute({
    method: "post",
    path: "/api/poll-links/{token}",
    summary: "Says when one can come, by a link from a mail",
    security: [],
    request: { params: TOKEN, query: LANGUAGE, headers: KEYED, body: json(PollAnswerShape) },
    responses: { ...answers(200, PollAnsweredShape), ...problems(400, 403, 404, 409, 410, 413, 422, 503) },
  });
  app.openapi(given, async (c) => {
    const { admitted, book, language, item } = await open(c);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const wanted = { type: "answerPoll", data: { item, answers: body.answers }, claim, language };
    const done = await once(claim, admitted, () => asking.ask(book.plan, admitted, wanted), { savedByWork: true });
    if (!done.ok) throw new Refused(done);
    return c.json({ taken: true as const }, 200);
  });

  const all = createRoute({
    method: "get",
    path: "/api/networks/{id}/polls",
    summary: "The network's date polls: each date with how many said what, and the best",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, z.array(NetworkPollShape)), ...problems(401, 404) },
  });
  app.openapi(all, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const book = await bookOf(id);
    const whole = mayAct((await plans(id)).programme, askerOf(admitted), "startPoll", {});
    const language = languageOf(c.req.header("accept-language"));
    const polls = Object.keys(book.view.polls ?? {}).map((item) =>
      networkJson(book, item, { language, whole, mine: admitted.principal.personId }),
    );
    return c.json(polls, 200);
  });
}

function linkJson({ item, book, poll, person, language, now }: Opened): PollLinkJson {
  const { zone } = book.plan.programme;
  const isUndated = book.view.items[item]?.state === "planned";
  return {
    ...pollJson(book, item, language, person.id),
    language,
    network: { title: book.network.title },
    person: { firstName: person.name.trim().split(/\s+/)[0] ?? "" },
    zone,
    open: poll.state === "open" && isUndated && (poll.closes === undefined || now < poll.closes),
    answered: answersTo(book.contributions, item, poll).has(person.id),
  };
}

function networkJson(
  book: Book,
  item: string,
  { language, whole, mine }: { language: Language; whole: boolean; mine: string | undefined },
): NetworkPollJson {
  const asked = () => recipientsOf(["unanswered"], `${POLL}:${item}`, book).map(({ email }) => email);
  const answered = answersTo(book.contributions, item, book.view.polls![item]!).size;
  return { item, ...pollJson(book, item, language, mine), answered, ...(whole && { missing: asked() }) };
}

function pollJson(book: Book, item: string, language: Language, mine?: string) {
  const { zone } = book.plan.programme;
  const poll = book.view.polls![item]!;
  const given = answersTo(book.contributions, item, poll);
  const own = (mine !== undefined && given.get(mine)) || {};
  const { state, allDay, minutes, closes, chosen } = poll;
  return {
    title: (book.view.items[item]?.title ?? itemIn(book, item)?.title)?.[language] ?? item,
    state,
    ...(allDay && { allDay }),
    ...(minutes !== undefined && { minutes }),
    ...(closes !== undefined && { closes: rfc3339(closes, zone) }),
    ...(chosen !== undefined && { chosen: rfc3339(chosen, zone) }),
    dates: countsOf(poll, given).map(({ start, ...count }) => {
      const said = own[String(start)];
      return { start: rfc3339(start, zone), ...count, ...(said && { mine: said }) };
    }),
  };
}
