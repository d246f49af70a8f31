// The network that an accepted theme becomes: of its type, with the theme as its purpose and those it names as its people.
import { createRoute, z } from "@hono/zod-openapi";
import { proposalOf } from "../machines/themes/proposal.ts";
import { noRightTo } from "../machines/themes/rights.ts";
import type { Begin, Proposal, Theme, ThemeStep } from "../machines/themes/types.ts";
import { networkTypeOf, NETWORK_TYPE_NAMES } from "../programmes/network-type.ts";
import type { Person, Programme, Text } from "../programmes/types.ts";
import { entriesByKey, lastSeq } from "../store/ledger.ts";
import type { Network } from "../store/networks.ts";
import { peopleById } from "../store/theme-proposals.ts";
import { actorOf, claimOf } from "./admission.ts";
import type { Routes } from "./app.ts";
import { create } from "./create.ts";
import { programmeOf, startProblem } from "./new-networks.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { badInput } from "./problem.ts";
import { projected } from "./projection.ts";
import { networkDetail } from "./reads.ts";
import { NetworkDetailShape } from "./shapes.ts";
import { themeAsker, themeFor } from "./theme-reads.ts";
import { NewThemeNetworkShape } from "./theme-shapes.ts";
import { refused, take } from "./themes.ts";
import { Unanswered } from "./update.ts";
import { languageOf, type Language } from "./words.ts";

/**
 * Registers `POST /api/theme-proposals/{id}/networks`. Broken off, it is gone on with by whoever asks again, as it was begun; where the
 * network is there, it is answered.
 */
export function addThemeNetworkRoutes({ app, parts, admit, once, submit }: Routes): void {
  const { store, now } = parts;
  const route = createRoute({
    method: "post",
    path: "/api/theme-proposals/{id}/networks",
    summary: "Makes the network of an accepted proposal (secretariat, forum, administrators, or who proposed it)",
    request: {
      params: z.object({ id: z.string().max(100) }),
      headers: KEYED,
      body: json(NewThemeNetworkShape),
    },
    responses: { ...answers(201, NetworkDetailShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c);
    const asker = await themeAsker(store, admitted);
    const stored = await themeFor(store, id, asker);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const language = languageOf(c.req.header("accept-language"));
    const made = await once(claim, admitted, async () => {
      const none = noRightTo("starting", stored.theme, asker);
      if (none) throw refused(none);
      const before = proposalOf(stored.theme, stored.steps);
      const said = { at: now(), by: actorOf(admitted) };
      const isBegun = before.state === "starting" || before.state === "made";
      const begun = isBegun ? before : await begin(parts, stored.theme, { body, claim, said, language });
      const network = await makeOf(parts, begun, language);
      if (before.state !== "made") await carryOver({ parts, submit }, begun, network);
      const step: ThemeStep = { ...said, kind: "made", data: { network: network.id } };
      await take(parts, { id, claim: { scope: "made", key: id }, step });
      return await networkDetail(store, network, network.now, language);
    });
    return c.json(made, 201);
  });
}

type Starting = {
  body: z.output<typeof NewThemeNetworkShape>;
  claim: Parameters<typeof take>[1]["claim"];
  said: Pick<ThemeStep, "at" | "by">;
  language: Language;
};

/** The proposal with what its network begins with. Throws `bad-input` where that cannot be, before anything is changed. */
async function begin(parts: Parts, theme: Theme, { body, claim, said, language }: Starting): Promise<Proposal> {
  const wrong = (path: string, text: Text) => badInput([{ path, message: text[language] }]);
  const { clock, start = theme.start } = body;
  if (start === undefined) throw wrong("start", NO_START);
  const programme = await programmeFor(parts, theme, body.programme, language);
  const problem = startProblem(start, programme, { clock }, parts.now());
  if (problem) throw wrong("start", problem);
  const people = await peopleFor(parts, theme, programme);
  const unbound = programme.roles.filter(
    ({ code, required }) => required && !people.some(({ roles }) => roles.includes(code)),
  );
  if (unbound.length > 0) throw wrong("programme", unboundIn(unbound.map(({ title }) => title[language])));
  const data: Begin = { start, programme: programme.id, clock };
  const { stored } = await take(parts, { id: theme.id, claim, step: { ...said, kind: "starting", data } });
  return proposalOf(theme, stored.steps);
}

/** The programme that was asked for, or named in the proposal; else the first of its type. */
async function programmeFor(
  { library }: Parts,
  { type, programme }: Theme,
  asked: string | undefined,
  language: Language,
): Promise<Programme> {
  const all = await library.list();
  const named = asked ?? programme;
  if (named !== undefined) return programmeOf(all, named, language);
  const first = all.find((one) => networkTypeOf(one) === type);
  if (!first) throw badInput([{ path: "programme", message: noneOf(NETWORK_TYPE_NAMES[type])[language] }]);
  return first;
}

/** Who proposed it leads; its managers have the roles that the programme has for them. */
async function peopleFor({ store }: Parts, theme: Theme, { roles }: Programme): Promise<Person[]> {
  const wanted: [string | undefined, string][] = [
    [theme.proposer, "networkLead"],
    [theme.referenceManager, "referenceManager"],
    [theme.lineManager, "lineManager"],
  ];
  const codes = new Set(roles.map(({ code }) => code));
  const own = (id: string) => wanted.flatMap(([who, role]) => (who === id && codes.has(role) ? [role] : []));
  const ids = wanted.flatMap(([id]) => (id === undefined ? [] : [id]));
  const people = (await peopleById(store, ids)).map((person) => ({ ...person, roles: own(person.id) }));
  return people.filter((person) => person.roles.length > 0);
}

/** The network, the same however often it is asked for. */
async function makeOf(parts: Parts, proposal: Proposal, language: Language): Promise<Network> {
  const { id, title, challenge } = proposal;
  const { by, start, clock, programme: named } = proposal.begun!;
  const shipped = programmeOf(await parts.library.list(), named, language);
  const people = await peopleFor(parts, proposal, shipped);
  const programme = { ...shipped, description: { da: challenge, en: challenge } };
  return await create(parts, { programme, start, clock, title, people, by, key: `theme:${id}` });
}

/** What the proposal says already is said in the network, too: how the theme is described, and the hours that were agreed. */
async function carryOver(
  { parts, submit }: Pick<Routes, "parts" | "submit">,
  { id, proposer, lineManager, characteristics, hours }: Proposal,
  network: Network,
): Promise<void> {
  const at = network.clock === "real" ? parts.now() : network.now;
  const said = Object.entries(characteristics).map(([characteristic, text]) => ({
    key: `theme:${id}:${characteristic}`,
    at,
    by: proposer,
    role: "networkLead",
    type: "describeTheme",
    data: { characteristic, text },
  }));
  const agreed = (hours?.agreed && lineManager !== undefined ? [hours] : []).map(({ days, reason }) => ({
    key: `theme:${id}:hours`,
    at,
    by: lineManager!,
    role: "lineManager",
    type: "agreeHours",
    data: { days, ...(reason !== undefined && { text: reason }) },
  }));
  const { store } = parts;
  // The network says first that it was made.
  const isThere = await projected(parts, async () => ((await lastSeq(store, network.id))?.seq ?? 0) > 0);
  if (!isThere) throw new Unanswered("the network has not written its ledger yet");
  for (const trigger of [...said, ...agreed]) {
    const before = await entriesByKey(store, network.id, trigger.key);
    // A programme that has no such right goes on without it: the proposal still says so.
    if (before.length === 0) await submit.trigger(network.id, trigger);
  }
}

const NO_START: Text = {
  da: "Forslaget siger ikke, hvornår netværket skal begynde. Skriv en dato (start).",
  en: "The proposal does not say when the network is to begin. Write a date (start).",
};
const noneOf = (type: Text): Text => ({
  da: `Der er intet program til et ${type.da}. Nævn et andet program (programme).`,
  en: `There is no programme for a ${type.en}. Name another programme (programme).`,
});
const unboundIn = (roles: string[]): Text => ({
  da: `Programmet skal have nogen som ${roles.join(", ")}, og forslaget nævner ingen. Nævn et andet program, eller lav netværket med «network create».`,
  en: `The programme must have somebody as ${roles.join(", ")}, and the proposal names nobody. Name another programme, or make the network with «network create».`,
});
