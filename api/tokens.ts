// Tokens: a person's way in. Shown once, kept as a hash.
import { createRoute } from "@hono/zod-openapi";
import { findPersonByEmail } from "../store/people.ts";
import { memberOf } from "../store/networks.ts";
import { createToken } from "../store/tokens.ts";
import { claimOf, demandAdmin } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { NewTokenShape, TokenShape } from "./shapes.ts";

export function addTokenRoutes({ app, parts, admit, once }: Routes): void {
  const route = createRoute({
    method: "post",
    path: "/api/networks/{id}/tokens",
    summary: "A new token for a person of the network (administrators)",
    request: { params: NETWORK_ID, headers: KEYED, body: json(NewTokenShape) },
    responses: { ...answers(201, TokenShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    demandAdmin(admitted);
    const { person: email, label } = c.req.valid("json");
    const claim = claimOf(c, admitted, { email, label });
    // It follows from the request, so that the same request gives the same token and nobody has to keep it.
    const token = parts.newToken(`token ${claim.scope} ${claim.key} ${claim.bodyHash}`);
    const whose = await once(claim, admitted, async () => {
      const person = await findPersonByEmail(parts.store, email);
      const roles = person ? await memberOf(parts.store, id, person.id) : [];
      if (!person || roles.length === 0) throw new ApiProblem("not-found", email);
      await createToken(parts.store, { token, label: label ?? email, personId: person.id, createdAt: parts.now() });
      return { person: person.email };
    });
    return c.json({ token, ...whose }, 201);
  });
}
