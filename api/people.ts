// The people of a network: who has which role, what they answered, who stands in, which roles nobody has; and a list tried out.
import { createRoute } from "@hono/zod-openapi";
import { leads } from "../machines/calendar.ts";
import type { Book, Contribution } from "../machines/ledger.ts";
import { NAMED } from "../machines/substitutes.ts";
import { localDate } from "../programmes/calendar.ts";
import { parsePeopleList } from "../programmes/people-list.ts";
import type { Instant, Person, Role } from "../programmes/types.ts";
import { emailKey } from "../store/people.ts";
import { allRoles } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, json, NETWORK_ID, problems } from "./openapi.ts";
import { NewRosterShape, PeopleShape, RosterShape, type PeopleJson, type RosterJson } from "./people-shapes.ts";
import { languageOf, type Language } from "./words.ts";

/** Registers `GET /api/networks/{id}/people` and `POST /api/networks/{id}/rosters`. */
export function addPeopleRoutes({ app, parts, admit, plans, book: bookOf }: Routes): void {
  const list = createRoute({
    method: "get",
    path: "/api/networks/{id}/people",
    summary: "Who takes part, in which roles; roles that nobody has yet",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, PeopleShape), ...problems(401, 404) },
  });
  app.openapi(list, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const book = await bookOf(id);
    const { clock, now } = admitted.network!;
    const all = admitted.principal.admin || leads({ roles: allRoles(admitted) });
    const seen = { all, reader: admitted.principal.personId, at: clock === "real" ? parts.now() : now };
    return c.json(peopleJson(book, seen, languageOf(c.req.header("accept-language"))), 200);
  });

  const roster = createRoute({
    method: "post",
    path: "/api/networks/{id}/rosters",
    summary: "Who would join by a pasted list or CSV, or all that is wrong with it by line; nothing happens",
    request: { params: NETWORK_ID, body: json(NewRosterShape) },
    responses: { ...answers(200, RosterShape), ...problems(400, 401, 404, 413, 422) },
  });
  app.openapi(roster, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    const language = languageOf(c.req.header("accept-language"));
    const { text, role, organisation } = c.req.valid("json");
    const { roles } = (await plans(id)).programme;
    const together = { role, ...(organisation && { organisation }) };
    const read = parsePeopleList(text, roles, { language, joining: true, together });
    const { people } = await bookOf(id);
    return c.json(rosterJson(read, people), 200);
  });
}

type Seen = { all: boolean; reader: string | undefined; at: Instant };

function peopleJson({ plan, people, contributions }: Book, { all, reader, at }: Seen, language: Language): PeopleJson {
  const { roles, zone } = plan.programme;
  const last = (kind: Contribution["kind"], id: string) =>
    contributions.findLast((one) => one.kind === kind && one.person === id);
  const standIn = (id: string) => {
    const { substitute, from, to } = (last(NAMED, id)?.data ?? {}) as Record<string, string>;
    const person = people.find((one) => one.id === substitute && one.id !== id);
    if (!person || to! <= localDate(at, zone)) return {};
    return { substitute: { name: person.name, email: person.email, from: from!, to: to! } };
  };
  const answerOf = (id: string) => {
    const answer = last("membership.answered", id)?.data["answer"];
    return answer === "accepted" || answer === "declined" ? { answer: answer as "accepted" } : {};
  };
  const perEach = roles.flatMap(({ code, perOrganisation }) => (perOrganisation ? [code] : []));
  const organisations = [...new Set(people.flatMap(({ organisation }) => organisation ?? []))];
  return {
    people: people.map(({ id, bounced, ...person }) => ({
      ...person,
      ...((all || id === reader) && answerOf(id)),
      ...(all && bounced && { bounced }),
      ...standIn(id),
    })),
    roles: roles.map(({ code, title, required, group, perOrganisation: { least, most } = {} }) => ({
      code,
      title: title[language],
      count: countOf(people, code),
      ...(required && { required: true as const }),
      ...(group && { group: true as const }),
      ...(least !== undefined && { least }),
      ...(most !== undefined && { most }),
    })),
    missing: roles.flatMap((role) => missingIn(role, { people, organisations, perEach, language })),
    organisations: organisations.toSorted((a, b) => a.localeCompare(b, "da")),
  };
}

const countOf = (people: Person[], role: string) => people.filter(({ roles }) => roles.includes(role)).length;

/** `perEach`: codes of the roles that are counted in each organisation. */
type Given = { people: Person[]; organisations: string[]; perEach: string[]; language: Language };

/** Of a role that each organisation has so many of, each that has fewer; of one that somebody must have, that nobody has. */
function missingIn(role: Role, given: Given): PeopleJson["missing"] {
  const { people, organisations, perEach, language } = given;
  const { code, required, perOrganisation } = role;
  const least = perOrganisation?.least;
  const named = { role: code, title: role.title[language] };
  if (least === undefined) return required && countOf(people, code) === 0 ? [{ ...named, have: 0, need: 1 }] : [];
  // Those of no role that is counted by organisation are no such organisation: the secretariat's own has no agents.
  const counted = organisations.filter((name) =>
    people.some((one) => one.organisation === name && one.roles.some((own) => perEach.includes(own))),
  );
  return counted.flatMap((organisation) => {
    const own = people.filter((one) => one.organisation === organisation);
    const have = countOf(own, code);
    return have < least ? [{ ...named, organisation, have, need: least }] : [];
  });
}

function rosterJson(read: ReturnType<typeof parsePeopleList>, members: Person[]): RosterJson {
  if ("problems" in read)
    return {
      people: [],
      problems: read.problems.map(({ line, message, hint }) => ({
        message,
        hint,
        ...(line !== undefined && { line }),
      })),
    };
  return {
    people: read.people.map(({ id: _, ...person }) => {
      const known = members.find((one) => emailKey(one.email) === emailKey(person.email));
      const roles = person.roles.filter((role) => !known?.roles.includes(role));
      return { ...person, is: !known ? "new" : roles.length > 0 ? "more" : "same" };
    }),
    problems: [],
  };
}
