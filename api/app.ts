// Request → Response. No port, no process: whoever serves it hands it requests.
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { createAdmit, type Admit } from "./admission.ts";
import { createOnce, type Once } from "./once.ts";
import { createPlans } from "./plans.ts";
import type { Plan } from "../programmes/types.ts";
import type { Parts } from "./parts.ts";
import { answerProblem, ApiProblem, badInput } from "./problem.ts";
import { addNetworkRoutes } from "./networks.ts";
import { addNewNetworkRoutes } from "./new-networks.ts";
import { addProgrammeRoutes } from "./programmes.ts";
import { addSystemRoutes } from "./system.ts";
import { addTokenRoutes } from "./tokens.ts";
import { createSubmit, type Submit } from "./submit.ts";
import { addTriggerRoutes } from "./triggers.ts";

/** Bytes of a request's body. */
export const MAX_BODY = 1_000_000;

/** What a resource's routes are given. */
export type Routes = {
  app: OpenAPIHono;
  parts: Parts;
  admit: Admit;
  submit: Submit;
  once: Once;
  plans: (network: string) => Promise<Plan>;
};

export type Api = { app: OpenAPIHono; submit: Submit };

export function createApi(parts: Parts): Api {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
      throw badInput(errors);
    },
  });
  app.use(
    "/api/*",
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => {
        throw new ApiProblem("too-large", `${MAX_BODY / 1e6} MB`);
      },
    }),
  );
  app.onError((error, c) => answerProblem(fromHono(error), c, parts.log));
  app.notFound((c) => answerProblem(new ApiProblem("no-route", c.req.path), c, parts.log));

  const { store, now } = parts;
  const routes: Routes = {
    app,
    parts,
    admit: createAdmit(store),
    submit: createSubmit(parts),
    once: createOnce(store, now),
    plans: createPlans(store),
  };
  addSystemRoutes(routes);
  addProgrammeRoutes(routes);
  addNewNetworkRoutes(routes);
  addNetworkRoutes(routes);
  addTriggerRoutes(routes);
  addTokenRoutes(routes);
  return { app, submit: routes.submit };
}

/** Hono tells a broken body as an exception of its own. */
function fromHono(error: unknown): unknown {
  if (!(error instanceof HTTPException) || error.status !== 400) return error;
  return new ApiProblem("not-json");
}
