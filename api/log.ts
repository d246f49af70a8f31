// What happened in a network, told line by line, with the mails that went out of it as they read: the log beside a rehearsal.
import { createRoute, z } from "@hono/zod-openapi";
import { entryJson } from "../machines/entry-json.ts";
import { leads } from "../machines/calendar.ts";
import type { Kind } from "../machines/ledger.ts";
import { narrate, weekOf } from "../machines/narrate.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { lastRows } from "../store/ledger.ts";
import { modelsOf, type SentModel } from "../store/log.ts";
import { emailsOf } from "../store/people.ts";
import { allRoles } from "./admission.ts";
import type { Routes } from "./app.ts";
import { namesIn } from "./named.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { peopleIn } from "./reads.ts";
import { languageOf } from "./words.ts";

const MOST = 200;
const USUAL = 60;
/** Kinds that are of the machine alone, and those of messages, which only who leads is told. */
const UNTOLD: Kind[] = ["phase.due", "message.planned", "network.reset", "machine.fault", "machine.migrated"];
const MESSAGES: Kind[] = ["message.sent", "message.suppressed", "message.failed"];

const LogShape = z
  .object({
    now: z.string().describe("the instant the network goes by"),
    lines: z
      .array(
        z.object({
          seq: z.number(),
          at: z.string(),
          week: z.number().describe("of the programme"),
          kind: z.string(),
          text: z.string(),
          mail: z
            .object({ subject: z.string(), text: z.string(), people: z.number() })
            .optional()
            .describe("of a message: how it read, and how many it went to"),
        }),
      )
      .describe("the newest first"),
  })
  .openapi("NetworkLog");

export type LogJson = z.infer<typeof LogShape>;

/** Registers `GET /api/networks/{id}/log`. */
export function addLogRoutes({ app, parts, admit, books }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/log",
    summary: "What happened, in words; to who leads also what was sent, as it read",
    request: { params: NETWORK_ID, query: z.object({ limit: z.coerce.number().int().min(1).max(MOST).optional() }) },
    responses: { ...answers(200, LogShape), ...problems(401, 404, 422) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const [opened] = await books({ ids: [id] });
    if (!opened) throw new ApiProblem("not-found", id);
    const isTold = admitted.principal.admin || leads({ roles: allRoles(admitted) });
    const without = isTold ? UNTOLD : [...UNTOLD, ...MESSAGES];
    const rows = await lastRows(parts.store, id, { limit: c.req.valid("query").limit ?? USUAL, without });
    const sent = rows.filter(({ kind }) => kind === "message.sent").map(({ seq }) => seq);
    const [models, emails] = await Promise.all([
      modelsOf(parts.store, id, sent),
      emailsOf(parts.store, [...new Set(rows.flatMap(peopleIn))]),
    ]);
    const language = languageOf(c.req.header("accept-language"));
    const names = namesIn(opened.book, language);
    const { start, programme } = opened.book.plan;
    const mailOf = ({ model, people }: SentModel) => {
      const { subject, text } = parts.letter(model, language);
      return { subject, text, people };
    };
    const lines = rows.map((row) => {
      const entry = entryJson(row, { zone: programme.zone, emailOf: (person) => emails.get(person) });
      const model = models.get(row.seq);
      return {
        seq: row.seq,
        at: entry.at,
        week: weekOf(entry.at, start),
        kind: row.kind,
        // The moment stands beside it.
        text: narrate(entry, names).replace(/^.*? {2,}/, ""),
        ...(model && { mail: mailOf(model) }),
      };
    });
    return c.json({ now: rfc3339(opened.now, programme.zone), lines }, 200);
  });
}
