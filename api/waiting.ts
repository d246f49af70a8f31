// What waits for whoever asks: across their networks, and in one of them.
import { createRoute } from "@hono/zod-openapi";
import type { Routes } from "./app.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { waitingList } from "./waiting-json.ts";
import { WaitingListShape } from "./waiting-shapes.ts";
import { languageOf } from "./words.ts";

/** Registers `GET /api/me/waiting` and `GET /api/networks/{id}/waiting`. A token that is nobody's has nothing waiting. */
export function addWaitingRoutes({ app, admit, books }: Routes): void {
  const mine = createRoute({
    method: "get",
    path: "/api/me/waiting",
    summary: "What waits for you in all your networks, and which meetings come",
    responses: { ...answers(200, WaitingListShape), ...problems(401) },
  });
  app.openapi(mine, async (c) => {
    const { personId } = (await admit(c)).principal;
    const opened = personId === undefined ? [] : await books({ person: personId });
    return c.json(waitingList(opened, personId, languageOf(c.req.header("accept-language"))), 200);
  });

  const one = createRoute({
    method: "get",
    path: "/api/networks/{id}/waiting",
    summary: "What waits for you in a network",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, WaitingListShape), ...problems(401, 404) },
  });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    const { personId } = (await admit(c, id)).principal;
    const opened = await books({ ids: [id] });
    return c.json(waitingList(opened, personId, languageOf(c.req.header("accept-language"))), 200);
  });
}
