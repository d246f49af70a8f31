// A backup of all that this process keeps, for administrators: with it goes every secret of the installation.
import { Readable } from "node:stream";
import { createRoute, z } from "@hono/zod-openapi";
import { demandAdmin } from "./admission.ts";
import type { Routes } from "./app.ts";
import { problems } from "./openapi.ts";
import { Refused } from "./problem.ts";

export function addBackupRoutes({ app, parts, admit }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/backup",
    summary: "A backup of the installation as one file, where it keeps all by itself (administrators)",
    responses: {
      200: {
        description: "a .tar.gz; one that is cut off is not whole",
        content: { "application/gzip": { schema: z.string().openapi({ format: "binary" }) } },
      },
      ...problems(401, 403, 409),
    },
  });
  app.openapi(route, async (c) => {
    demandAdmin(await admit(c));
    if (!parts.backup) throw new Refused({ key: "", ok: false, code: "state", why: ELSEWHERE, unmet: [] });
    const { name, stream } = await parts.backup();
    c.header("content-type", "application/gzip");
    c.header("content-disposition", `attachment; filename="${name}"`);
    c.header("cache-control", "no-store");
    return c.body(Readable.toWeb(stream) as ReadableStream);
  });
}

const ELSEWHERE = {
  da: "Databasen eller Temporal er et andet sted end hos Fremdrift. Tag kopien dér: se «Backup and restore» i docs/operations.md.",
  en: "The database or Temporal is elsewhere than with Fremdrift. Make the backup there: see «Backup and restore» in docs/operations.md.",
};
