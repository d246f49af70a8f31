// Calendars to subscribe to: made for a person, listed, revoked. The address is told once, and only a hash of its secret is kept.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { leads } from "../machines/calendar.ts";
import { rfc3339 } from "../programmes/instant.ts";
import { createFeed, findFeed, listFeeds, revokeFeed, type Feed, type FeedOf } from "../store/feeds.ts";
import { memberOf } from "../store/networks.ts";
import { findPersonByEmail } from "../store/people.ts";
import { allRoles, claimOf, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem, badInput } from "./problem.ts";
import { languageOf } from "./words.ts";

const instant = z.string().describe("RFC 3339, in UTC");
const OWN = { leaveOutFuzzy: z.boolean().default(false).describe("leave out what is not dated to the day") };

const FeedShape = z
  .object({
    id: z.string().describe("names it; who knows it cannot read it"),
    person: z.string().describe("whose it is: e-mail"),
    network: z.string().optional().describe("absent where it has all networks of the person"),
    whole: z.boolean().describe("all of the network, while the person leads it"),
    leaveOutFuzzy: z.boolean(),
    createdAt: instant,
  })
  .openapi("Feed");
const MadeFeedShape = FeedShape.extend({
  url: z.string().describe("the address to subscribe to; told here and never again"),
}).openapi("MadeFeed");
const NewFeedShape = z
  .strictObject({
    person: z.email().optional().describe("whose, where it is another's (lead, administrator)"),
    whole: z.boolean().default(false).describe("all of the network (for who leads it)"),
    ...OWN,
  })
  .openapi("NewFeed");
const NewOwnFeedShape = z.strictObject(OWN).openapi("NewOwnFeed");
const RevokedShape = z.object({ id: z.string(), revoked: z.literal(true) }).openapi("RevokedFeed");

export type FeedJson = z.infer<typeof FeedShape>;
export type MadeFeedJson = z.infer<typeof MadeFeedShape>;
export type NewFeedJson = z.input<typeof NewFeedShape>;

/** Where the calendar of a secret is. */
const pathOf = (secret: string): string => `/calendars/${secret}.ics`;

/** Registers what makes, lists and revokes feeds; what is read from them stands in calendars.ts. */
export function addFeedRoutes(routes: Routes): void {
  addNetworkFeeds(routes);
  addOwnFeeds(routes);
  addRevocation(routes);
}

function addNetworkFeeds({ app, parts, admit, once }: Routes): void {
  const make = createRoute({
    method: "post",
    path: "/api/networks/{id}/feeds",
    summary: "A calendar of the network to subscribe to",
    request: { params: NETWORK_ID, headers: KEYED, body: json(NewFeedShape) },
    responses: { ...answers(201, MadeFeedShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(make, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const secret = parts.newToken(`feed ${claim.scope} ${claim.key} ${claim.bodyHash}`);
    const made = await once(claim, admitted, async () => {
      const person = await personFor({ store: parts.store, c, admitted }, id, body.person);
      if (body.whole && !leads(person)) throw new ApiProblem("not-allowed");
      const { whole, leaveOutFuzzy } = body;
      const createdAt = parts.now();
      const feed = { secret, personId: person.id, network: id, whole, leaveOutFuzzy, createdAt };
      return feedJson(await createFeed(parts.store, feed), person.email);
    });
    return c.json({ ...made, url: urlOf(c, secret, parts.publicUrl) }, 201);
  });

  const list = createRoute({
    method: "get",
    path: "/api/networks/{id}/feeds",
    summary: "Calendars of the network that are subscribed to: your own, and of who leads it everybody's",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, z.array(FeedShape)), ...problems(401, 404) },
  });
  app.openapi(list, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const own = mayForOthers(admitted) ? {} : { personId: admitted.principal.id };
    return c.json((await listFeeds(parts.store, { network: id, ...own })).map(listed), 200);
  });
}

function addOwnFeeds({ app, parts, admit, once }: Routes): void {
  const make = createRoute({
    method: "post",
    path: "/api/feeds",
    summary: "A calendar of all your networks to subscribe to",
    request: { headers: KEYED, body: json(NewOwnFeedShape) },
    responses: { ...answers(201, MadeFeedShape), ...problems(400, 401, 403, 409, 413, 422, 503) },
  });
  app.openapi(make, async (c) => {
    const admitted = await admit(c);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const { personId, email } = admitted.principal;
    if (personId === undefined || email === undefined) throw new ApiProblem("not-allowed");
    const secret = parts.newToken(`feed ${claim.scope} ${claim.key} ${claim.bodyHash}`);
    const made = await once(claim, admitted, async () => {
      const feed = { secret, personId, whole: false, leaveOutFuzzy: body.leaveOutFuzzy, createdAt: parts.now() };
      return feedJson(await createFeed(parts.store, feed), email);
    });
    return c.json({ ...made, url: urlOf(c, secret, parts.publicUrl) }, 201);
  });

  const list = createRoute({
    method: "get",
    path: "/api/feeds",
    summary: "Your calendars that are subscribed to",
    responses: { ...answers(200, z.array(FeedShape)), ...problems(401) },
  });
  app.openapi(list, async (c) => {
    const { principal } = await admit(c);
    return c.json((await listFeeds(parts.store, { personId: principal.id })).map(listed), 200);
  });
}

function addRevocation({ app, parts, admit }: Routes): void {
  const route = createRoute({
    method: "delete",
    path: "/api/feeds/{id}",
    summary: "Ends a calendar's address for good (its owner, who leads the network, an administrator)",
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { ...answers(200, RevokedShape), ...problems(401, 404) },
  });
  app.openapi(route, async (c) => {
    const { principal } = await admit(c);
    const { id } = c.req.valid("param");
    const feed = HASH.test(id) ? await findFeed(parts.store, id) : undefined;
    const network = feed?.network;
    const roles = network === undefined ? [] : await memberOf(parts.store, network, principal.id);
    const may = feed && (feed.personId === principal.id || principal.admin || leads({ roles }));
    if (!may) throw new ApiProblem("not-found");
    await revokeFeed(parts.store, id, parts.now());
    return c.json({ id, revoked: true as const }, 200);
  });
}

const HASH = /^[0-9a-f]{64}$/;

const mayForOthers = (admitted: Admitted): boolean => admitted.principal.admin || leads({ roles: allRoles(admitted) });

type Asked = { store: Routes["parts"]["store"]; c: Context; admitted: Admitted };

/** The member a feed is made for: whoever asks, or another where they may. Throws `not-allowed`, `not-found`, or that nobody is named. */
async function personFor(
  { store, c, admitted }: Asked,
  network: string,
  email: string | undefined,
): Promise<{ id: string; email: string; roles: string[] }> {
  const { principal } = admitted;
  if (email === undefined && principal.personId === undefined) throw badInput([nobodyNamed(c)]);
  const own = { id: principal.id, email: principal.email ?? "" };
  const person = email === undefined ? own : await findPersonByEmail(store, email);
  if (person?.id !== principal.id && !mayForOthers(admitted)) throw new ApiProblem("not-allowed");
  const roles = person ? await memberOf(store, network, person.id) : [];
  if (!person || roles.length === 0) throw new ApiProblem("not-found", email ?? network);
  return { id: person.id, email: person.email, roles };
}

const NOBODY = {
  da: "skriv, hvis kalender det er: adgangsnøglen er ingen persons",
  en: "write whose calendar it is: the token is nobody's",
};
const nobodyNamed = (c: Context) => ({ path: "person", message: NOBODY[languageOf(c.req.header("accept-language"))] });

function feedJson({ id, network, whole, leaveOutFuzzy, createdAt }: Feed, person: string): FeedJson {
  return {
    id,
    person,
    ...(network !== undefined && { network }),
    whole,
    leaveOutFuzzy,
    createdAt: rfc3339(createdAt, "UTC"),
  };
}

const listed = (feed: FeedOf): FeedJson => feedJson(feed, feed.email ?? "");

/** The address that is set, else as whoever asks reaches us; a proxy in front says where it speaks HTTPS. */
function urlOf(c: Context, secret: string, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl + pathOf(secret);
  const url = new URL(pathOf(secret), c.req.url);
  if (c.req.header("x-forwarded-proto")?.split(",")[0]?.trim() === "https") url.protocol = "https:";
  return url.href;
}
