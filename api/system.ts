// Alive, ready, described: what needs no sign-in. And the checks of an installation, which do.
import { createRoute, z } from "@hono/zod-openapi";
import type { Routes } from "./app.ts";
import { demandAdmin } from "./admission.ts";
import { answers, problems } from "./openapi.ts";
import { CheckShape } from "./shapes.ts";
import { languageOf } from "./words.ts";

/** Without these nothing can be answered; without mail in or out all else goes on, and mails wait. */
const NEEDED = ["database", "temporal", "worker"];

/** What asks every network: too much for who asks each few seconds whether this process is ready. */
const OF_NETWORKS = ["networks", "agreement"];

export function addSystemRoutes({ app, parts, admit }: Routes): void {
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => {
    const checks = await parts.checks({ without: OF_NETWORKS });
    const ok = checks.every((check) => check.ok || !NEEDED.includes(check.name));
    return c.json({ ok, checks: checks.map(({ name, ok: fine }) => ({ name, ok: fine })) }, ok ? 200 : 503);
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Fremdrift",
      version: "1",
      description: "Phased innovation networks. Errors are RFC 9457 problem details.",
    },
    security: [{ bearer: [] }],
  });

  const route = createRoute({
    method: "get",
    path: "/api/checks",
    summary: "What an installation says of itself",
    responses: { ...answers(200, z.array(CheckShape)), ...problems(401, 403) },
  });
  app.openapi(route, async (c) => {
    demandAdmin(await admit(c));
    const language = languageOf(c.req.header("accept-language"));
    const checks = (await parts.checks()).map((check) => ({ ...check, hint: check.ok ? "" : check.hint[language] }));
    return c.json(checks, 200);
  });
}
