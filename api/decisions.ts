// A decision for who is signed in: of an idea that was tested, or one that the plan names.
import { createRoute, z } from "@hono/zod-openapi";
import { mayAct } from "../machines/acting.ts";
import { askedFacts, contributedFacts } from "../machines/facts.ts";
import { standingsIn, storyOf } from "../machines/ideas/story.ts";
import type { Book, LedgerRow } from "../machines/ledger.ts";
import { decidersOf } from "../machines/trigger-types.ts";
import type { Person } from "../programmes/types.ts";
import { entriesAbout } from "../store/ledger.ts";
import { askerOf, type Admitted } from "./admission.ts";
import { aboutOf, isOpen, type About } from "./answer-open.ts";
import { answerLinkJson } from "./answer-view.ts";
import type { Routes } from "./app.ts";
import { DecisionShape, type DecisionJson } from "./decision-shapes.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { languageOf, type Language } from "./words.ts";

const ONE = NETWORK_ID.extend({ subject: z.string().max(100).describe("id of an idea, or of a decision of the plan") });

/** Registers `GET /api/networks/{id}/decisions/{subject}`. */
export function addDecisionRoutes({ app, parts: { store }, admit, book: bookOf }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/decisions/{subject}",
    summary: "A decision: on what ground, what follows from each answer, and who has answered",
    request: { params: ONE },
    responses: { ...answers(200, DecisionShape), ...problems(401, 404) },
  });
  app.openapi(route, async (c) => {
    const { id, subject } = c.req.valid("param");
    const admitted = await admit(c, id);
    const book = await bookOf(id);
    const what = Object.hasOwn(book.view.ideas, subject) ? `idea:${subject}` : `item:${subject}`;
    const link = { network: id, subject: what, purpose: "decide" as const, person: "" };
    const about = aboutOf(link, book);
    if (!about) throw new ApiProblem("not-found", subject);
    const rows = await entriesAbout(store, id, what);
    const language = languageOf(c.req.header("accept-language"));
    return c.json(decisionJson({ about, link, book, rows, language }, admitted), 200);
  });
}

type Read = {
  about: About;
  link: Parameters<typeof answerLinkJson>[0]["link"];
  book: Book;
  rows: LedgerRow[];
  language: Language;
};

function decisionJson({ about, link, book, rows, language }: Read, admitted: Admitted): DecisionJson {
  const { programme } = book.plan;
  const { personId: id = "", email = "", name = "" } = admitted.principal;
  const person: Person = { id, email, name, language, roles: [...admitted.roles] };
  const opened = { link, about, book, person, actsFor: admitted.actsFor, rows, language, until: 0 };
  const { person: _, purpose: __, until: ___, kind: ____, ...told } = answerLinkJson(opened);
  const data = about.kind === "idea" ? { idea: about.id } : { item: about.id };
  const asker = askerOf(admitted);
  const may = mayAct(programme, asker, "decide", data);
  return {
    ...told,
    kind: about.kind === "idea" ? "idea" : "decision",
    state: about.view.state,
    may,
    self: mayAct(programme, { ...asker, actsFor: [] }, "decide", data),
    ...(about.kind === "idea"
      ? { how: "idea" as const, ...rulesOf(programme.decideIdeas), ...ideaPart(about.id, opened) }
      : itemPart(about, opened)),
    ...votesPart(opened),
    ...putPart(opened, asker),
  };
}

type Opened = Omit<Read, "link"> & { person: Person };

const rulesOf = ({ carriedBy, quorum }: { carriedBy: DecisionJson["carriedBy"]; quorum?: number }) => ({
  carriedBy,
  ...(quorum !== undefined && { quorum }),
});

function ideaPart(id: string, { book, rows }: Opened) {
  const { round } = book.view.ideas[id]!;
  const { rationale, plan, days } = storyOf(id, book, rows);
  const { host, leads } = plan;
  const ended = rows.findLast(({ kind }) => kind === "idea.resultRecorded" || kind === "idea.testAbandoned");
  const comments = book.contributions.filter(({ kind, item }) => kind === "idea.commented" && item === `idea:${id}`);
  const nameOf = nameIn(book);
  return {
    round,
    rounds: book.plan.programme.rounds,
    ...(rationale && { rationale: rationale.text }),
    ...(ended?.by !== undefined && nameOf(ended.by) !== "" && { proposedBy: nameOf(ended.by) }),
    plan: { ...(host !== undefined && { host }), ...(leads && { leads }) },
    ...(days > 0 && { days }),
    comments: comments.map(({ person = "", data }) => ({ text: String(data["text"]), name: nameOf(person) })),
  };
}

function itemPart(about: Exclude<About, { kind: "idea" }>, { book, rows }: Opened) {
  const { kind, rounds, ...rules } = about.item.decision!;
  const put = rows.findLast((row) => row.kind === "decision.proposed");
  const name = put?.by === undefined ? "" : nameIn(book)(put.by);
  return {
    how: kind,
    round: about.view.decision?.round ?? 0,
    rounds,
    ...rulesOf(rules),
    ...(name !== "" && { proposedBy: name }),
  };
}

const nameIn =
  ({ people }: Pick<Book, "people">) =>
  (id: string): string =>
    people.find((one) => one.id === id)?.name ?? "";

/** Who has answered, and who still can; nothing where nothing is asked now. */
function votesPart({ about, book, person: reader }: Opened): Pick<DecisionJson, "votes" | "missing"> {
  if (!isOpen(about)) return { votes: [], missing: [] };
  const { votes = {}, castBy = {} } = (about.kind === "idea" ? about.view : about.view.decision) ?? {};
  const { programme } = book.plan;
  const roles = about.kind === "idea" ? (programme.rights["decide"] ?? []) : decidersOf(about.item);
  const whoIs = (id: string) => {
    const { email = id, name = "" } = book.people.find((one) => one.id === id) ?? {};
    return { email, name };
  };
  return {
    votes: Object.entries(votes).map(([id, choice]) => ({
      ...whoIs(id),
      choice,
      yours: (castBy[id] ?? id) === reader.id,
      self: id === reader.id,
    })),
    missing: book.people
      .filter((one) => one.roles.some((role) => roles.includes(role)) && !(one.id in votes))
      .map(({ id }) => whoIs(id))
      .toSorted((a, b) => a.name.localeCompare(b.name, "da")),
  };
}

/** Whether the reader may put a decision of the plan now, and what must hold first. */
function putPart({ about, book, language }: Opened, asker: ReturnType<typeof askerOf>) {
  const { programme } = book.plan;
  const mayWithdraw =
    about.kind === "decision" &&
    about.view.state === "proposed" &&
    mayAct(programme, asker, "withdrawProposal", { item: about.id });
  if (about.kind !== "decision" || about.view.state !== "planned")
    return { mayPropose: false, mayWithdraw, standings: [] };
  const { needs, rounds } = about.item.decision!;
  const contributed = contributedFacts(programme, book.contributions, book.people);
  const facts = askedFacts(programme, book.view, contributed);
  return {
    mayWithdraw,
    mayPropose: (about.view.decision?.round ?? 0) < rounds && mayAct(programme, asker, "propose", { item: about.id }),
    standings: standingsIn(needs, facts, programme.parameters).map((one) => ({ ...one, title: one.title[language] })),
  };
}
