// Who has a role in the organisation as a whole, and when the management forum meets.
import { createRoute } from "@hono/zod-openapi";
import { forumMeetings, ZONE } from "../machines/themes/forum.ts";
import { localDate } from "../programmes/calendar.ts";
import { forumDates, listOffices, setForumDates, setOffices } from "../store/offices.ts";
import { inTransaction } from "../store/open.ts";
import { enrol } from "../store/people.ts";
import { demandAdmin } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, json, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { forumJson, themeAsker } from "./theme-reads.ts";
import {
  ForumMeetingsShape,
  NewForumMeetingsShape,
  NewOfficesShape,
  OfficesShape,
  type OfficesJson,
} from "./theme-shapes.ts";

/** Registers the routes. */
export function addOfficeRoutes(routes: Routes): void {
  addForum(routes);
  const { app, parts, admit } = routes;
  const { store } = parts;
  const all = async (): Promise<OfficesJson> =>
    (await listOffices(store)).map(({ name, email, role }) => ({ person: email, name, role }));

  const list = createRoute({
    method: "get",
    path: "/api/offices",
    summary: "Who is of the secretariat and the management forum (they themselves, and administrators)",
    responses: { ...answers(200, OfficesShape), ...problems(401, 403) },
  });
  app.openapi(list, async (c) => {
    const { admin, offices } = await themeAsker(store, await admit(c));
    if (!admin && offices.length === 0) throw new ApiProblem("not-allowed");
    return c.json(await all(), 200);
  });

  const set = createRoute({
    method: "put",
    path: "/api/offices",
    summary: "These people and no others are of the secretariat and the management forum (administrators)",
    request: { body: json(NewOfficesShape) },
    responses: { ...answers(200, OfficesShape), ...problems(400, 401, 403, 413, 422) },
  });
  app.openapi(set, async (c) => {
    demandAdmin(await admit(c));
    const wanted = c.req.valid("json").offices.map(({ person: email, name = email, role }) => ({
      id: `p${parts.newId()}`,
      email,
      name,
      role,
      language: "da" as const,
    }));
    await inTransaction(store, async (tx) => {
      const ids = await enrol(tx, wanted);
      await setOffices(
        tx,
        wanted.map(({ id, role }) => ({ person: ids.get(id)!, role })),
      );
    });
    return c.json(await all(), 200);
  });
}

function addForum({ app, parts, admit }: Routes): void {
  const { store, now } = parts;
  const coming = async () => forumJson(forumMeetings(await forumDates(store), localDate(now(), ZONE)));

  const list = createRoute({
    method: "get",
    path: "/api/forum-meetings",
    summary: "When the management forum meets from today on; where nobody has said so, when that is usual",
    responses: { ...answers(200, ForumMeetingsShape), ...problems(401) },
  });
  app.openapi(list, async (c) => {
    await admit(c);
    return c.json(await coming(), 200);
  });

  const set = createRoute({
    method: "put",
    path: "/api/forum-meetings",
    summary: "The management forum meets on these days and no others (secretariat, administrators)",
    request: { body: json(NewForumMeetingsShape) },
    responses: { ...answers(200, ForumMeetingsShape), ...problems(400, 401, 403, 413, 422) },
  });
  app.openapi(set, async (c) => {
    const { admin, offices } = await themeAsker(store, await admit(c));
    if (!admin && !offices.includes("secretariat")) throw new ApiProblem("not-allowed");
    await setForumDates(store, c.req.valid("json").dates);
    return c.json(await coming(), 200);
  });
}
