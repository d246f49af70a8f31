// A network in a few words, and what whoever asks may do to it: what every page of a network begins with.
import { createRoute, z } from "@hono/zod-openapi";
import { mayAct } from "../machines/acting.ts";
import { TRIGGERS } from "../machines/trigger-types.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { ADMINISTRATOR, allRoles, askerOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { leadsIn } from "./reader.ts";
import { languageOf } from "./words.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";

const CardShape = z
  .object({
    id: z.string(),
    title: z.string(),
    programme: z.string(),
    start: z.string(),
    zone: z.string(),
    clock: z.enum(["real", "stepped", "scaled"]),
    seq: z.number(),
    now: z.string().describe("the instant that the network goes by"),
    ended: z.boolean(),
    roles: z
      .array(z.string())
      .describe("roles that you have the rights of now, those of whom you stand in for with them"),
    leads: z.boolean().describe("whether you have the lead's rights"),
    may: z.array(z.string()).describe("triggers that you may use where the network's state lets anybody"),
    roleNames: z.record(z.string(), z.string()).describe("what the programme calls its roles"),
  })
  .openapi("NetworkCard");
export type CardJson = z.infer<typeof CardShape>;

/** Registers the route. */
export function addCardRoutes({ app, parts, admit, plans }: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/card",
    summary: "A network in a few words, and what you may do",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, CardShape), ...problems(401, 404) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const { programme, start, title } = await plans(id);
    const { clock, now, seq, endedAt } = admitted.network!;
    const language = languageOf(c.req.header("accept-language"));
    const at = clock === "real" && endedAt === undefined ? parts.now() : now;
    const asker = askerOf(admitted);
    const card: CardJson = {
      id,
      title,
      start,
      clock,
      seq,
      leads: leadsIn(programme, admitted),
      programme: programme.id,
      zone: programme.zone,
      now: rfc3339(at, programme.zone),
      ended: endedAt !== undefined,
      roles: [...allRoles(admitted), ...(admitted.principal.admin ? [ADMINISTRATOR] : [])],
      may: Object.keys(TRIGGERS).filter((type) => mayAct(programme, asker, type, {})),
      roleNames: Object.fromEntries(programme.roles.map((role) => [role.code, role.title[language]])),
    };
    return c.json(card, 200);
  });
}
