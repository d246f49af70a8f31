// Theme proposals: anybody known makes one, the management forum decides, the line manager agrees hours, a yes becomes a network.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { waitingOf } from "../machines/themes/forum.ts";
import { proposalOf, refusalOfStep } from "../machines/themes/proposal.ts";
import { themeRefusals } from "../machines/themes/refusals.ts";
import { mayReadTheme, noRightTo } from "../machines/themes/rights.ts";
import type { Outcome, Theme, ThemeStep } from "../machines/themes/types.ts";
import { networkTypeOf } from "../programmes/network-type.ts";
import type { Text } from "../programmes/types.ts";
import { emailKey, enrol } from "../store/people.ts";
import { inTransaction, type Tx } from "../store/open.ts";
import { addStep, createTheme, listThemes, peopleById, type StoredTheme } from "../store/theme-proposals.ts";
import { actorOf, claimOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { programmeOf } from "./new-networks.ts";
import type { Claim } from "./once.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { badInput, Refused } from "./problem.ts";
import { themeAsker, themeFor, themeJsonOf, themesJson } from "./theme-reads.ts";
import {
  NewDecisionShape,
  NewHoursShape,
  NewThemeShape,
  NewWithdrawalShape,
  ThemeProposalShape,
  type ThemeProposalJson,
} from "./theme-shapes.ts";
import { languageOf, type Language } from "./words.ts";

const PLACE = "/api/theme-proposals";
const ID = z.object({ id: z.string().max(100) });
const DONE = { ...answers(200, ThemeProposalShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) };

/** A step before it is known who does it, and when. */
type Wanted<Step = ThemeStep> = Step extends ThemeStep ? Omit<Step, "at" | "by"> : never;

/** Registers the routes of proposals, without the one that makes a network. */
export function addThemeRoutes(routes: Routes): void {
  addReading(routes);
  addProposing(routes);
  const { app } = routes;
  const step = stepsOf(routes);

  const decision = createRoute({
    method: "post",
    path: `${PLACE}/{id}/decisions`,
    summary: "What the management forum says: yes, no or wait (who has that role, and did not propose it)",
    request: { params: ID, headers: KEYED, body: json(NewDecisionShape) },
    responses: DONE,
  });
  app.openapi(decision, async (c) => {
    const { outcome, reason } = c.req.valid("json");
    const wanted: Wanted = { kind: "decided", data: { outcome }, ...because(reason) };
    const tell = (theme: Theme) => tellProposer(routes.parts, theme, { outcome, ...because(reason) });
    return c.json(await step(c, c.req.valid("param").id, wanted, tell), 200);
  });

  const withdrawal = createRoute({
    method: "post",
    path: `${PLACE}/{id}/withdrawals`,
    summary: "Withdraws a proposal (who made it)",
    request: { params: ID, headers: KEYED, body: json(NewWithdrawalShape) },
    responses: DONE,
  });
  app.openapi(withdrawal, async (c) => {
    const wanted: Wanted = { kind: "withdrawn", data: {}, ...because(c.req.valid("json").reason) };
    return c.json(await step(c, c.req.valid("param").id, wanted), 200);
  });

  const hours = createRoute({
    method: "post",
    path: `${PLACE}/{id}/hours`,
    summary: "How many days the proposer may spend, or that none are agreed (the line manager named in it)",
    request: { params: ID, headers: KEYED, body: json(NewHoursShape) },
    responses: DONE,
  });
  app.openapi(hours, async (c) => {
    const { agreed, days, reason } = c.req.valid("json");
    const language = languageOf(c.req.header("accept-language"));
    if (agreed !== (days !== undefined))
      throw badInput([{ path: "days", message: themeRefusals.hoursAre(agreed)[language] }]);
    const data = { agreed, ...(days !== undefined && { days }) };
    const wanted: Wanted = { kind: "hours", data, ...because(reason) };
    return c.json(await step(c, c.req.valid("param").id, wanted), 200);
  });
}

const because = (reason: string | undefined) => (reason === undefined ? {} : { reason });

function addReading({ app, parts, admit }: Routes): void {
  const { store, now } = parts;
  const list = createRoute({
    method: "get",
    path: PLACE,
    summary: "The proposals that you may read, the oldest first; or those that wait for somebody",
    request: { query: z.object({ waiting: z.enum(["true", "false"]).optional() }) },
    responses: { ...answers(200, z.array(ThemeProposalShape)), ...problems(401, 422) },
  });
  app.openapi(list, async (c) => {
    const asker = await themeAsker(store, await admit(c));
    const { waiting } = c.req.valid("query");
    const isWanted = ({ theme, steps }: StoredTheme) =>
      mayReadTheme(theme, asker) &&
      (waiting !== "true" || waitingOf(proposalOf(theme, steps), [], now()) !== undefined);
    return c.json(await themesJson(store, (await listThemes(store)).filter(isWanted), asker, now()), 200);
  });

  const one = createRoute({
    method: "get",
    path: `${PLACE}/{id}`,
    summary: "One proposal: what became of it, step by step, and what you can do with it",
    request: { params: ID },
    responses: { ...answers(200, ThemeProposalShape), ...problems(401, 404) },
  });
  app.openapi(one, async (c) => {
    const asker = await themeAsker(store, await admit(c));
    const stored = await themeFor(store, c.req.valid("param").id, asker);
    return c.json(await themeJsonOf(store, stored, asker, now()), 200);
  });
}

function addProposing({ app, parts, admit, once }: Routes): void {
  const { store, now } = parts;
  const route = createRoute({
    method: "post",
    path: PLACE,
    summary: "Proposes a theme to the management forum (any person)",
    request: { headers: KEYED, body: json(NewThemeShape) },
    responses: { ...answers(201, ThemeProposalShape), ...problems(400, 401, 403, 409, 413, 422, 503) },
  });
  app.openapi(route, async (c) => {
    const admitted = await admit(c);
    const { personId, email = "" } = admitted.principal;
    if (personId === undefined) throw refused({ code: "role", why: themeRefusals.noPerson() });
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const language = languageOf(c.req.header("accept-language"));
    const asker = await themeAsker(store, admitted);
    const made = await once(claim, admitted, async () => {
      const wanted = await checked(parts, body, email, language);
      const stored = await inTransaction(store, (tx) => propose(tx, { parts, personId, claim, wanted }));
      return await themeJsonOf(store, stored, asker, now());
    });
    return c.json(made, 201);
  });
}

type Asked = z.output<typeof NewThemeShape>;

/** The proposal with the type of network it is for. Throws `bad-input`. */
async function checked({ library }: Parts, body: Asked, email: string, language: Language) {
  const { programme: id, lineManager } = body;
  const wrong = (path: string, text: Text) => badInput([{ path, message: text[language] }]);
  if (lineManager !== undefined && emailKey(lineManager) === emailKey(email)) throw wrong("lineManager", OWN_MANAGER);
  const programme = id === undefined ? undefined : programmeOf(await library.list(), id, language);
  const type = body.type ?? networkTypeOf(programme ?? {});
  if (programme && networkTypeOf(programme) !== type) throw wrong("type", OTHER_TYPE);
  return { ...body, type };
}

type Proposing = { parts: Parts; personId: string; claim: Claim; wanted: Awaited<ReturnType<typeof checked>> };

/** Keeps it, with those it names as people that are known. */
async function propose(tx: Tx, { parts, personId, claim, wanted }: Proposing): Promise<StoredTheme> {
  const { referenceManager, lineManager, programme, start, ...rest } = wanted;
  const named = Object.entries({ referenceManager, lineManager }).flatMap(([role, email]) =>
    email === undefined ? [] : [{ role, id: `p${parts.newId()}`, name: email, email, language: "da" as const }],
  );
  const ids = await enrol(tx, named);
  const managers = Object.fromEntries(named.map(({ role, id }) => [role, ids.get(id)!]));
  const theme = {
    ...rest,
    ...managers,
    ...(programme !== undefined && { programme }),
    ...(start !== undefined && { start }),
    id: `theme-${parts.newId()}`,
    proposer: personId,
    proposedAt: parts.now(),
  };
  return await createTheme(tx, theme, claim.key);
}

/**
 * Takes a step for whoever asks, once for its key; `then` follows it, once. Throws where they have no right to it, or the proposal is
 * not so far.
 */
function stepsOf({ parts, admit, once }: Routes) {
  const { store, now } = parts;
  const nothing = () => Promise.resolve();
  return async (
    c: Context,
    id: string,
    wanted: Wanted,
    then: (theme: Theme) => Promise<void> = nothing,
  ): Promise<ThemeProposalJson> => {
    const admitted = await admit(c);
    const asker = await themeAsker(store, admitted);
    const { theme } = await themeFor(store, id, asker);
    const claim = claimOf(c, admitted, wanted);
    return await once(claim, admitted, async () => {
      const none = noRightTo(wanted.kind, theme, asker);
      if (none) throw refused(none);
      const step = { ...wanted, at: now(), by: actorOf(admitted) } as ThemeStep;
      const { stored, isNew } = await take(parts, { id, claim, step });
      if (isNew) await then(theme);
      return await themeJsonOf(store, stored, asker, now());
    });
  };
}

/** A letter to who proposed it; whether it arrives keeps nobody waiting. */
async function tellProposer(
  { store, base, post }: Parts,
  { id, title, proposer }: Theme,
  said: { outcome: Outcome; reason?: string },
): Promise<void> {
  const [to] = await peopleById(store, [proposer]);
  if (to) void post({ kind: "theme-decided", to, url: `${base()}/themes/${id}`, theme: title, ...said });
}

/**
 * Adds a step to a proposal that is there; answers it as it then is, and whether the step was not there already. Throws Refused where the
 * step cannot follow those there are.
 */
export async function take(
  { store }: Parts,
  { id, claim, step }: { id: string; claim: Pick<Claim, "scope" | "key">; step: ThemeStep },
): Promise<{ stored: StoredTheme; isNew: boolean }> {
  let isNew = false;
  const after = await addStep(store, id, `${claim.scope}:${claim.key}`, ({ theme, steps }) => {
    const refusal = refusalOfStep(theme, steps, step);
    if (refusal) throw refused(refusal);
    isNew = true;
    return step;
  });
  return { stored: after!, isNew };
}

/** A refusal as the machine words it, for whoever asked. */
export const refused = (refusal: NonNullable<ReturnType<typeof refusalOfStep>>): Refused =>
  new Refused({ key: "", ok: false, unmet: [], ...refusal });

const OWN_MANAGER: Text = {
  da: "Du kan ikke aftale timer med dig selv. Skriv din personaleleders e-mail.",
  en: "You cannot agree hours with yourself. Write your line manager's e-mail.",
};
const OTHER_TYPE: Text = {
  da: "Programmet er til en anden type netværk. Udelad den ene af dem.",
  en: "The programme is for another type of network. Leave out one of them.",
};
