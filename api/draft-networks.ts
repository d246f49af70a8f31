// The network that a draft becomes: a rehearsal as often as one likes, and once the real one.
import { createRoute, z } from "@hono/zod-openapi";
import { cloneOf } from "../machines/clone.ts";
import type { Person, Plan, Programme, Text } from "../programmes/types.ts";
import { changeNetworkDraft, type NetworkDraft } from "../store/network-drafts.ts";
import { getNetwork } from "../store/networks.ts";
import { peopleOf } from "../store/people.ts";
import { actorOf, claimOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { create } from "./create.ts";
import { demandMaker, ownerOf } from "./makers.ts";
import { laidOut, peopleIn } from "./network-draft-plan.ts";
import { NewDraftNetworkShape } from "./network-draft-shapes.ts";
import { draftFor } from "./network-drafts.ts";
import { programmeOf, startProblem } from "./new-networks.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { badInput } from "./problem.ts";
import { networkDetail } from "./reads.ts";
import { NetworkDetailShape } from "./shapes.ts";
import { languageOf, type Language } from "./words.ts";

/** Registers `POST /api/network-drafts/{id}/networks`. */
export function addDraftNetworkRoutes(routes: Routes): void {
  const { app, parts, admit, once } = routes;
  const { store, now } = parts;
  const route = createRoute({
    method: "post",
    path: "/api/network-drafts/{id}/networks",
    summary: "Makes the network: on the stepped clock to rehearse it, on the real one to begin",
    request: { params: z.object({ id: z.string().max(100) }), headers: KEYED, body: json(NewDraftNetworkShape) },
    responses: { ...answers(201, NetworkDetailShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(route, async (c) => {
    const admitted = await admit(c);
    await demandMaker(store, admitted);
    const owner = ownerOf(admitted);
    const { id } = c.req.valid("param");
    const draft = await draftFor(routes, owner, id);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const language = languageOf(c.req.header("accept-language"));
    const made = await once(claim, admitted, async () => {
      const isReal = body.clock === "real";
      const wanted = body.asRehearsed
        ? await asRehearsed(routes, draft, language)
        : await asChosen(parts, draft, { language, isReal });
      const wrong = startProblem(wanted.plan.start, wanted.programme, body, now());
      if (wrong) throw badInput([{ path: "start", message: wrong[language] }]);
      // One draft begins once, however often and by whichever form it is asked for.
      const key = isReal ? `draft:${id}` : `${claim.scope}:${claim.key}`;
      const network = await create(parts, { ...wanted, clock: body.clock, by: actorOf(admitted), key });
      const said = isReal ? { network: network.id } : { rehearsal: network.id };
      await changeNetworkDraft(store, { owner, id, at: now() }, (plan) => ({ ...plan, ...said }));
      return await networkDetail(store, network, network.now, language);
    });
    return c.json(made, 201);
  });
}

type Wanted = { programme: Programme; start: string; plan: Plan; people: Person[]; title?: string };

/** As it was planned. A rehearsal without people has the programme's made-up ones. */
async function asChosen(
  { library }: Parts,
  { plan: chosen }: NetworkDraft,
  { language, isReal }: { language: Language; isReal: boolean },
): Promise<Wanted> {
  const shipped = programmeOf(await library.list(), chosen.programme ?? "", language);
  const laid = laidOut(shipped, chosen);
  if (!laid) throw badInput([{ path: "start", message: SAID.noStart[language] }]);
  const sample = isReal || chosen.people?.trim() ? undefined : await library.firstSample([shipped]);
  const { people, wrong } = peopleIn(sample?.people ?? chosen.people, shipped, language);
  if (wrong.length > 0)
    throw badInput(
      wrong.map(({ line, message }) => ({ path: line === undefined ? "people" : `people:${line}`, message })),
    );
  if (people.length === 0) throw badInput([{ path: "people", message: SAID.nobody[language] }]);
  const { plan } = laid;
  return { programme: plan.programme, start: plan.start, plan, people, ...titled(chosen.title) };
}

/** With the plan as its rehearsal has it now, and whoever is in it. */
async function asRehearsed(
  { parts: { store }, submit }: Routes,
  { plan: chosen }: NetworkDraft,
  language: Language,
): Promise<Wanted> {
  const { rehearsal } = chosen;
  if (rehearsal !== undefined) await submit.settled(rehearsal);
  const network = rehearsal === undefined ? undefined : await getNetwork(store, rehearsal);
  if (!network) throw badInput([{ path: "asRehearsed", message: SAID.notRehearsed[language] }]);
  // Made-up people are of the rehearsal only.
  if (!chosen.people?.trim()) throw badInput([{ path: "people", message: SAID.nobody[language] }]);
  const { plan } = cloneOf(network.plan, network.view, network.plan.start);
  const people = await peopleOf(store, network.id);
  return { programme: plan.programme, start: plan.start, plan, people, ...titled(chosen.title) };
}

const titled = (title: string | undefined) => (title ? { title } : {});

const SAID = {
  noStart: { da: "Vælg, hvornår netværket begynder.", en: "Choose when the network begins." },
  nobody: {
    da: "Skriv, hvem der er med: mindst den, der leder netværket.",
    en: "Write who takes part: at least whoever leads the network.",
  },
  notRehearsed: { da: "Netværket er ikke prøvekørt.", en: "The network was not rehearsed." },
} satisfies Record<string, Text>;
