// The programmes that networks can be made from.
import { createRoute, z } from "@hono/zod-openapi";
import { statechartOf } from "../programmes/picture/statechart.ts";
import { timelineOf } from "../programmes/picture/timeline.ts";
import { summaryOf } from "../programmes/show.ts";
import type { Routes } from "./app.ts";
import { answers, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { languageOf } from "./words.ts";

export function addProgrammeRoutes({ app, parts, admit }: Routes): void {
  const list = createRoute({
    method: "get",
    path: "/api/programmes",
    summary: "The programmes, with how much is in each",
    responses: { ...answers(200, z.array(z.looseObject({ id: z.string(), title: z.string() }))), ...problems(401) },
  });
  app.openapi(list, async (c) => {
    await admit(c);
    const language = languageOf(c.req.header("accept-language"));
    return c.json(
      (await parts.library.list()).map((programme) => ({
        ...summaryOf(programme, language),
        description: programme.description[language].trim(),
        weeks: programme.weeks ?? null,
      })),
      200,
    );
  });

  const picture = createRoute({
    method: "get",
    path: "/api/programmes/{id}/picture",
    summary: "The picture of a programme as SVG: its phases and what leads from one to the next, or its weeks",
    request: {
      params: z.object({ id: z.string() }),
      query: z.object({ kind: z.enum(["statechart", "timeline"]).optional() }),
    },
    responses: { ...answers(200, z.object({ svg: z.string() })), ...problems(401, 404, 422) },
  });
  app.openapi(picture, async (c) => {
    await admit(c);
    const { id } = c.req.valid("param");
    const programme = (await parts.library.list()).find((known) => known.id === id);
    if (!programme) throw new ApiProblem("not-found", id);
    const language = languageOf(c.req.header("accept-language"));
    const isTimeline = c.req.valid("query").kind === "timeline";
    const drawn = isTimeline ? timelineOf(programme, { language }) : await statechartOf(programme, { language });
    return c.json({ svg: drawn }, 200);
  });

  const one = createRoute({
    method: "get",
    path: "/api/programmes/{id}",
    summary: "A whole programme",
    request: { params: z.object({ id: z.string() }) },
    responses: { ...answers(200, z.looseObject({ id: z.string() })), ...problems(401, 404) },
  });
  app.openapi(one, async (c) => {
    await admit(c);
    const { id } = c.req.valid("param");
    const programme = (await parts.library.list()).find((known) => known.id === id);
    if (!programme) throw new ApiProblem("not-found", id);
    return c.json(JSON.parse(JSON.stringify(programme)) as { id: string }, 200);
  });
}
