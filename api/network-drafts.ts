// Networks that somebody plans, step by step, until there is one: kept for who plans them.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { programmeOf } from "./new-networks.ts";
import {
  changeNetworkDraft,
  createNetworkDraft,
  findNetworkDraft,
  listNetworkDrafts,
  removeNetworkDraft,
  type DraftPlan,
  type NetworkDraft,
} from "../store/network-drafts.ts";
import { hashToken } from "../store/tokens.ts";
import { keyOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { ID } from "./ids.ts";
import { demandMaker, ownerOf } from "./makers.ts";
import { draftJson, draftLine, draftMessages } from "./network-draft-json.ts";
import { laidOut, peopleIn } from "./network-draft-plan.ts";
import {
  DraftMessagesShape,
  NetworkDraftChangeShape,
  NetworkDraftLineShape,
  NetworkDraftShape,
  NewNetworkDraftShape,
  type NetworkDraftJson,
} from "./network-draft-shapes.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import { ApiProblem } from "./problem.ts";
import { languageOf } from "./words.ts";

const PLACE = "/api/network-drafts";
const DRAFT = z.object({ id: z.string().regex(ID) });

/** Registers the routes of drafts, without the one that makes a network of one. */
export function addNetworkDraftRoutes(routes: Routes): void {
  const { app, parts, admit } = routes;
  const { store, now } = parts;
  const told = drafted(routes);
  const mine = async (c: Context): Promise<string> => {
    const admitted = await admit(c);
    await demandMaker(store, admitted);
    return ownerOf(admitted);
  };

  const make = createRoute({
    method: "post",
    path: PLACE,
    summary: "Begins to plan a network (secretariat, administrators)",
    request: { headers: KEYED, body: json(NewNetworkDraftShape) },
    responses: { ...answers(201, NetworkDraftShape), ...problems(400, 401, 403, 413, 422) },
  });
  app.openapi(make, async (c) => {
    const owner = await mine(c);
    const plan = await checked(routes, c, {}, c.req.valid("json"));
    // It follows from the key, so that the same sent again is the same draft.
    const id = hashToken(`${owner} ${keyOf(c)}`).slice(0, 16);
    await createNetworkDraft(store, { id, owner, plan, changedAt: now() });
    return c.json(await told(c, (await findNetworkDraft(store, owner, id))!), 201);
  });

  const list = createRoute({
    method: "get",
    path: PLACE,
    summary: "The networks you plan, the one you changed last first; those that were made are none",
    responses: { ...answers(200, z.array(NetworkDraftLineShape)), ...problems(401, 403) },
  });
  app.openapi(list, async (c) => {
    const owner = await mine(c);
    const [drafts, all] = await Promise.all([listNetworkDrafts(store, owner), parts.library.list()]);
    const language = languageOf(c.req.header("accept-language"));
    const open = drafts.filter(({ plan }) => plan.network === undefined);
    return c.json(
      open.map((draft) => draftLine(draft, all, language)),
      200,
    );
  });

  const read = createRoute({
    method: "get",
    path: `${PLACE}/{id}`,
    summary: "What was chosen, and what comes of it: dates that do not fit, people and what is wrong with them",
    request: { params: DRAFT },
    responses: { ...answers(200, NetworkDraftShape), ...problems(401, 403, 404, 422) },
  });
  app.openapi(read, async (c) =>
    c.json(await told(c, await draftFor(routes, await mine(c), c.req.valid("param").id)), 200),
  );

  const change = createRoute({
    method: "patch",
    path: `${PLACE}/{id}`,
    summary: "Chooses anew; what is left out stays as it is. Another programme or start forgets the dates",
    request: { params: DRAFT, body: json(NetworkDraftChangeShape) },
    responses: { ...answers(200, NetworkDraftShape), ...problems(400, 401, 403, 404, 413, 422) },
  });
  app.openapi(change, async (c) => {
    const owner = await mine(c);
    const { id } = c.req.valid("param");
    const before = await draftFor(routes, owner, id);
    await checked(routes, c, before.plan, c.req.valid("json"));
    const draft = await changeNetworkDraft(store, { owner, id, at: now() }, (plan) =>
      chosenAnew(plan, c.req.valid("json")),
    );
    return c.json(await told(c, draft!), 200);
  });

  const remove = createRoute({
    method: "delete",
    path: `${PLACE}/{id}`,
    summary: "Gives up what you plan",
    request: { params: DRAFT },
    responses: {
      ...answers(200, z.object({ id: z.string(), removed: z.literal(true) })),
      ...problems(401, 403, 404, 422),
    },
  });
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid("param");
    if (!(await removeNetworkDraft(store, await mine(c), id))) throw new ApiProblem("not-found", id);
    return c.json({ id, removed: true as const }, 200);
  });

  const messages = createRoute({
    method: "get",
    path: `${PLACE}/{id}/messages`,
    summary: "The messages that would go, and how each would read; none before there are a start and people",
    request: { params: DRAFT },
    responses: { ...answers(200, DraftMessagesShape), ...problems(401, 403, 404, 422) },
  });
  app.openapi(messages, async (c) => {
    const { plan: chosen } = await draftFor(routes, await mine(c), c.req.valid("param").id);
    const language = languageOf(c.req.header("accept-language"));
    const programme = (await parts.library.list()).find(({ id }) => id === chosen.programme);
    const laid = programme && laidOut(programme, chosen);
    const people = programme ? peopleIn(chosen.people, programme, language).people : [];
    if (!laid || people.length === 0) return c.json([], 200);
    const title = chosen.title || programme.title[language];
    return c.json(draftMessages(parts, { plan: laid.plan, title, people, language }), 200);
  });
}

/** The owner's draft. Throws `not-found`. */
export async function draftFor(
  { parts: { store } }: Pick<Routes, "parts">,
  owner: string,
  id: string,
): Promise<NetworkDraft> {
  const draft = await findNetworkDraft(store, owner, id);
  if (!draft) throw new ApiProblem("not-found", id);
  return draft;
}

/** A draft as whoever asks reads it. */
const drafted =
  ({ parts: { library } }: Pick<Routes, "parts">) =>
  async (c: Context, draft: NetworkDraft): Promise<NetworkDraftJson> => {
    const all = await library.list();
    const programme = all.find(({ id }) => id === draft.plan.programme);
    const sample = programme !== undefined && (await library.firstSample([programme])) !== undefined;
    return draftJson(draft, { all, sample, language: languageOf(c.req.header("accept-language")) });
  };

type Change = {
  [name in keyof z.output<typeof NetworkDraftChangeShape>]?: z.output<typeof NetworkDraftChangeShape>[name];
};

/** The plan with what is chosen anew. Throws `bad-input` where there is no such programme. */
async function checked(
  { parts }: Pick<Routes, "parts">,
  c: Context,
  plan: DraftPlan,
  change: Change,
): Promise<DraftPlan> {
  const language = languageOf(c.req.header("accept-language"));
  if (change.programme !== undefined) programmeOf(await parts.library.list(), change.programme, language);
  return chosenAnew(plan, change);
}

function chosenAnew(plan: DraftPlan, change: Change): DraftPlan {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as DraftPlan;
  const next = { ...plan, ...given };
  const isOther = (["programme", "start", "keepWeekdays"] as const).some((name) => next[name] !== plan[name]);
  // Days that were settled were days of another plan.
  return isOther ? { ...next, dates: given.dates ?? {} } : next;
}
