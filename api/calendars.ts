// A calendar as the programs of its subscribers fetch it: whoever knows its address may read it, and only it.
import { createHash } from "node:crypto";
import { calendarEvents, type Shown } from "../machines/calendar.ts";
import { GUESTS } from "../machines/meetings/guests.ts";
import { calendarText, type CalendarEvent } from "../programmes/export/ics-event.ts";
import { factRows } from "../store/contributions.ts";
import { feedOfSecret, lastChanges, type FeedOf } from "../store/feeds.ts";
import { getNetwork, listNetworks } from "../store/networks.ts";
import { peopleOf } from "../store/people.ts";
import type { Routes } from "./app.ts";
import { ApiProblem } from "./problem.ts";

/** How often, in minutes, programs are asked to fetch a calendar again, and for how many seconds they may keep it. */
const REFRESH = 60;
const MAX_AGE = 900;

const NAMES = {
  da: { own: "Mine møder og frister", whole: (title: string) => `${title} (hele netværket)` },
  en: { own: "My meetings and deadlines", whole: (title: string) => `${title} (whole network)` },
};
/** Zone of a calendar without a network in it. */
const ZONE = "Europe/Copenhagen";

/** Registers `GET /calendars/{secret}.ics`. A person who left has an empty calendar; one who was erased has none. */
export function addCalendarRoutes(routes: Routes): void {
  routes.app.get("/calendars/:file", async (c) => {
    const secret = /^(.{1,200})\.ics$/.exec(c.req.param("file"))?.[1];
    const feed = secret === undefined ? undefined : await feedOfSecret(routes.parts.store, secret);
    if (!feed) throw new ApiProblem("not-found");
    if (feed.revokedAt !== undefined || feed.email === undefined) throw new ApiProblem("gone");
    const content = await contentOf(routes, feed);
    const etag = `"${createHash("sha256").update(content.replace(STAMP, "")).digest("base64url")}"`;
    const headers = {
      etag,
      "cache-control": `private, max-age=${MAX_AGE}`,
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    };
    if (matches(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
    return c.body(content, 200, {
      ...headers,
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": 'inline; filename="fremdrift.ics"',
    });
  });
}

const STAMP = /^DTSTAMP:.*\r\n/gm;

/** Whether a program has this already; it compares as weak ones do (RFC 9110). */
const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);

async function contentOf(routes: Routes, feed: FeedOf): Promise<string> {
  const { store } = routes.parts;
  const { network, language, personId } = feed;
  const ids = network === undefined ? (await listNetworks(store, { personId })).map(({ id }) => id) : [network];
  const events: CalendarEvent[] = [];
  let zone: string | undefined;
  let title = "";
  for (const id of ids) {
    const shown = await shownOf(routes, id);
    zone ??= shown.book.plan.programme.zone;
    ({ title } = shown.book.network);
    events.push(...calendarEvents(shown, { ...feed, person: personId }));
  }
  const names = NAMES[language];
  const name = network === undefined ? names.own : feed.whole ? names.whole(title) : title;
  return calendarText({ name, zone: zone ?? ZONE, refresh: REFRESH }, events);
}

/** A network as it stands now, by its own clock. */
export async function shownOf({ parts, submit }: Routes, id: string): Promise<Shown> {
  const { store } = parts;
  await submit.settled(id);
  const network = (await getNetwork(store, id))!;
  const { plan, seq, n, view, clock, endedAt } = network;
  const [people, contributions, changes] = [
    await peopleOf(store, id),
    await factRows(store, id, ["answer.given", "homework.delivered", "text", ...GUESTS]),
    await lastChanges(store, id),
  ];
  const now = clock === "real" && endedAt === undefined ? parts.now() : network.now;
  return { book: { network, plan, seq, n, view, people, contributions }, now, changes };
}
