// Whoever asks, and how they want mail: their language, and one by one or once a day.
import { createRoute, z } from "@hono/zod-openapi";
import { OFFICES } from "../machines/themes/types.ts";
import { preferencesOf, setPreferences } from "../store/preferences.ts";
import type { Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, json, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";

const WISHES = {
  language: z.enum(["da", "en"]).describe("of mails"),
  digest: z.boolean().describe("reminders come in one mail a day; what is news comes at once all the same"),
};
const MeShape = z
  .object({
    name: z.string(),
    email: z.string(),
    ...WISHES,
    offices: z.array(z.enum(OFFICES)).describe("roles in the organisation, or in any network"),
  })
  .openapi("Me");
const NewWishesShape = z.strictObject(WISHES).partial().openapi("NewWishes");

export type MeJson = z.infer<typeof MeShape>;
/** What somebody wishes from now on; what is left out stays as it is. */
export type NewWishesJson = z.infer<typeof NewWishesShape>;

/** Registers what tells and changes a person's own wishes. A token that is nobody's has none. */
export function addPreferenceRoutes({ app, parts: { store }, admit }: Routes): void {
  const meOf = async ({ principal }: Admitted): Promise<MeJson> => {
    const { personId, name = "", email = "" } = principal;
    const wishes = personId === undefined ? undefined : await preferencesOf(store, personId);
    if (!wishes) throw new ApiProblem("not-allowed");
    return { name, email, ...wishes };
  };

  const tell = createRoute({
    method: "get",
    path: "/api/me",
    summary: "Who you are, and how you want mail",
    responses: { ...answers(200, MeShape), ...problems(401, 403) },
  });
  app.openapi(tell, async (c) => c.json(await meOf(await admit(c)), 200));

  const change = createRoute({
    method: "patch",
    path: "/api/me",
    summary: "How you want mail from now on; what you leave out stays as it is",
    request: { body: json(NewWishesShape) },
    responses: { ...answers(200, MeShape), ...problems(400, 401, 403, 413, 422) },
  });
  app.openapi(change, async (c) => {
    const admitted = await admit(c);
    const me = await meOf(admitted);
    const { language, digest } = c.req.valid("json");
    const wishes = { ...(language && { language }), ...(digest !== undefined && { digest }) };
    await setPreferences(store, admitted.principal.id, wishes);
    return c.json({ ...me, ...wishes }, 200);
  });
}
