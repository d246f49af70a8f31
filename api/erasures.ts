// Erasing a person: they leave every network that goes on, and nobody can tell any more who it was.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { listNetworks } from "../store/networks.ts";
import { erase, findPersonByEmail, type Erasing } from "../store/people.ts";
import { demandAdmin } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, problems } from "./openapi.ts";
import { ApiProblem, Refused } from "./problem.ts";
import { languageOf } from "./words.ts";

export const ErasedShape = z
  .object({
    erased: z.literal(true),
    networks: z.array(z.string()).describe("those that they have left by it"),
  })
  .openapi("Erased");
/** What becomes of what they wrote; minutes, agendas and decisions are the network's and stay. */
export const TextsShape = z
  .enum(["kept", "removed"])
  .optional()
  .describe("what becomes of what they wrote: kept without more");
export type ErasedJson = z.infer<typeof ErasedShape>;

const REASON = { da: "Personen er slettet", en: "The person was erased" };

/** Registers `DELETE /api/people/{email}`. */
export function addErasureRoutes(routes: Routes): void {
  const { app, parts, admit } = routes;
  const route = createRoute({
    method: "delete",
    path: "/api/people/{email}",
    summary:
      "Erases a person for good: name, address and every way in; the ledgers keep what an id did (administrators)",
    request: { params: z.object({ email: z.string().max(320) }), query: z.object({ texts: TextsShape }) },
    responses: { ...answers(200, ErasedShape), ...problems(401, 403, 404, 409, 422, 503) },
  });
  app.openapi(route, async (c) => {
    demandAdmin(await admit(c));
    const { email } = c.req.valid("param");
    const person = await findPersonByEmail(parts.store, email);
    if (!person) throw new ApiProblem("not-found", email);
    const { texts } = c.req.valid("query");
    return c.json(await erasePerson(routes, c, { ...person, ...(texts && { texts }) }), 200);
  });
}

/**
 * They leave every network that goes on, as whoever asks, and are forgotten. Throws `Refused`, with nothing done, where a network would
 * be left without somebody it must have.
 */
export async function erasePerson(
  { parts, admit, plans, asking, submit }: Routes,
  c: Context,
  { id: person, email, ...erasing }: { id: string; email: string } & Erasing,
): Promise<ErasedJson> {
  const language = languageOf(c.req.header("accept-language"));
  const networks = (await listNetworks(parts.store, { personId: person })).filter((one) => !one.endedAt);
  const leaves = await Promise.all(
    networks.map(async ({ id }) => {
      const wanted = { type: "removePerson", data: { person: email, reason: REASON[language] } };
      // Whoever erases themselves leaves with an administrator's right: nobody else has to let them.
      const { principal, ...admitted } = await admit(c, id);
      const asker = { ...admitted, principal: { ...principal, admin: true } };
      return { id, trigger: asking.shaped(await plans(id), asker, wanted, language) };
    }),
  );
  // All of them, or none: what is refused in one is found out before anything happens in another.
  for (const { id, trigger } of leaves) {
    const tried = await submit.preview(id, { ...trigger, key: "preview" });
    if (!tried.ok) throw new Refused(tried);
  }
  for (const { id, trigger } of leaves) {
    const left = await submit.trigger(id, { ...trigger, key: `erase:${person}` });
    if (!left.ok) throw new Refused(left);
  }
  await erase(parts.store, person, parts.now(), erasing);
  return { erased: true as const, networks: networks.map(({ id }) => id) };
}
