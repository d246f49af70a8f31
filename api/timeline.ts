// A network in pictures: its timeline, and its method with how far it has come.
import { createRoute } from "@hono/zod-openapi";
import { chartOf } from "../machines/chart.ts";
import { OF_TIMELINE } from "../machines/timeline/item-lines.ts";
import { timelineOf } from "../machines/timeline/timeline.ts";
import { readLedger } from "../store/ledger.ts";
import type { Routes } from "./app.ts";
import { perBook } from "./books.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { ChartShape, TimelineShape } from "./timeline-shapes.ts";

/** Registers `GET /api/networks/{id}/timeline` and `GET /api/networks/{id}/chart`. */
export function addTimelineRoutes({ app, parts, admit, books, book }: Routes): void {
  const chartIn = perBook((opened) => Promise.resolve(chartOf(opened)));
  const rowsOf = perBook(({ network: { id } }) => readLedger(parts.store, id, { kinds: OF_TIMELINE, mails: false }));
  const timeline = createRoute({
    method: "get",
    path: "/api/networks/{id}/timeline",
    summary: "Everything that has a place in time, planned beside what came of it, in order of time",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, TimelineShape), ...problems(401, 404) },
  });
  app.openapi(timeline, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    const [opened] = await books({ ids: [id] });
    if (!opened) throw new ApiProblem("not-found", id);
    return c.json(timelineOf(opened.book, await rowsOf(opened.book), opened.now), 200);
  });

  const chart = createRoute({
    method: "get",
    path: "/api/networks/{id}/chart",
    summary: "The method's phases with their state, what lets them open and close, and the loops between them",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, ChartShape), ...problems(401, 404) },
  });
  app.openapi(chart, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    return c.json(await chartIn(await book(id)), 200);
  });
}
