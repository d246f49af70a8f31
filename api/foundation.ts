// What a network stands on: its agreements, how its theme is described, local tracks and conditions.
import { createRoute } from "@hono/zod-openapi";
import { foundationOf, type Stated } from "../machines/foundation.ts";
import type { Reader } from "../machines/ideas/read.ts";
import type { Book } from "../machines/ledger.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Text } from "../programmes/types.ts";
import type { Routes } from "./app.ts";
import { FoundationShape, type FoundationJson } from "./foundation-shapes.ts";
import { readerOf } from "./ideas.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { languageOf } from "./words.ts";

/** Registers `GET /api/networks/{id}/foundation`. */
export function addFoundationRoutes({ app, parts: { store }, admit, book: bookOf }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/foundation",
    summary: "Agreements, the theme's characteristics, local tracks and conditions, with how each stands",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, FoundationShape), ...problems(401, 404) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    const book = await bookOf(id);
    const reader = await readerOf(store, book, languageOf(c.req.header("accept-language")));
    return c.json(foundationJson(book, reader), 200);
  });
}

function foundationJson(book: Book, { language, nameOf }: Reader): FoundationJson {
  const { agreements, characteristics, tracks, conditions } = foundationOf(book);
  const stated = <T extends Stated>({ at, by, ...one }: T) => {
    const name = by === undefined ? undefined : nameOf?.(by);
    return {
      ...one,
      ...(at !== undefined && { at: rfc3339(at, book.plan.programme.zone) }),
      ...(name !== undefined && { by: name }),
    };
  };
  const titled = <T extends { title: Text }>(one: T) => ({ ...one, title: one.title[language] });
  return {
    agreements: agreements.map((one) => stated(titled(one))),
    characteristics: characteristics.map(stated),
    tracks: tracks.map(({ steps, lacks, organisations, ...track }) => ({
      ...titled(track),
      steps: steps.map(titled),
      lacks: lacks.map((title) => title[language]),
      organisations: organisations.map(({ next, ...one }) => {
        const step = steps.find(({ id }) => id === next);
        return { ...one, ...(step && { next: titled(step) }) };
      }),
    })),
    conditions: conditions.map((one) => stated(titled(one))),
  };
}
