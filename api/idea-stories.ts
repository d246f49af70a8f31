// One idea with all that became of it: how it was tested, what was found, and what was decided in each round.
import { createRoute } from "@hono/zod-openapi";
import { readIdeas, told, type Reader } from "../machines/ideas/read.ts";
import { standingsOf, storyOf, type Story } from "../machines/ideas/story.ts";
import type { Book, LedgerRow } from "../machines/ledger.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { entriesAbout } from "../store/ledger.ts";
import type { Routes } from "./app.ts";
import { readerOf } from "./ideas.ts";
import { IdeaStoryShape, type IdeaStoryJson } from "./idea-story-shapes.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { languageOf } from "./words.ts";
import { z } from "zod";

const ONE = NETWORK_ID.extend({ idea: z.string().max(100) });

/** Registers `GET /api/networks/{id}/ideas/{idea}`. */
export function addIdeaStoryRoutes({ app, parts: { store }, admit, book: bookOf }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/ideas/{idea}",
    summary: "An idea: what it says, how it was tested, what was found and decided",
    request: { params: ONE },
    responses: { ...answers(200, IdeaStoryShape), ...problems(401, 404) },
  });
  app.openapi(route, async (c) => {
    const { id, idea } = c.req.valid("param");
    await admit(c, id);
    const book = await bookOf(id);
    if (!Object.hasOwn(book.view.ideas, idea)) throw new ApiProblem("not-found", `idea:${idea}`);
    const rows = await entriesAbout(store, id, `idea:${idea}`);
    const language = languageOf(c.req.header("accept-language"));
    const reader = await readerOf(
      store,
      book,
      language,
      rows.map(({ by }) => by),
    );
    return c.json(storyJson(idea, book, rows, reader), 200);
  });
}

function storyJson(id: string, book: Book, rows: LedgerRow[], reader: Reader): IdeaStoryJson {
  const { zone, rounds } = book.plan.programme;
  const { deadline, votes = {}, follow } = book.view.ideas[id]!;
  const { rationale, plan, backed, checkIns, tests, decided, revived, days } = storyOf(id, book, rows);
  const named = <T extends { by?: string; at: number }>(one: T) => told(one, book, reader);
  return {
    ...readIdeas(book, reader).find((one) => one.id === id)!,
    rounds,
    ...(deadline !== undefined && { deadline: rfc3339(deadline, zone) }),
    ...(Object.keys(votes).length > 0 && { votes: Object.keys(votes).length }),
    ...(follow && { follow }),
    ...(rationale && { rationale: named(rationale) }),
    plan,
    ...(backed && { backed: named(backed) }),
    checkIns: checkIns.map(named),
    tests: tests.map(({ startedAt, ended, ...test }: Story["tests"][number]) => ({
      ...test,
      startedAt: rfc3339(startedAt, zone),
      ...(ended && { ended: named(ended) }),
    })),
    decided: decided.map(named),
    revived: revived.map(named),
    days,
    standings: standingsOf(id, book).map((one) => ({ ...one, title: one.title[reader.language] })),
  };
}
