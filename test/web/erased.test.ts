// Who has to do with everything gets all of it as a file; and once they are erased, nothing that anybody can open names them.
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { VerificationJson } from "../../api/audit.ts";
import { ACTORS, type Scene, sceneOf } from "../support/actors.ts";
import { useHouse } from "../support/house.ts";
import { involve, INVOLVED, type Involved } from "../support/involved.ts";
import { IN_PAGES, IN_ROUTES, type Place } from "../support/places.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const { app } = siteOf(house);
let scene: Scene;
let person: Involved;
beforeAll(async () => {
  scene = await sceneOf(house);
  person = await involve(house, scene);
}, 180_000);

/** What of the export comes from which table. A new table has to be here or below. */
const EXPORTED: Record<string, string> = {
  person: "person",
  membership: "memberships",
  network: "networksMade",
  ledger: "actions",
  contribution: "contributions",
  outbox: "messages",
  file: "files",
  office: "offices",
  theme_proposal: "proposals",
  theme_proposal_step: "proposalSteps",
  token: "sessions",
  sign_in: "signIns",
  feed: "calendars",
  draft: "drafts",
  network_draft: "networkDrafts",
  idempotency: "requests",
};
/** Tables with somebody's id in them that are not in their file, and why. */
const LEFT_OUT: Record<string, string> = {
  played:
    "the same that the ledger and the contributions hold, once more in the form that a network's machine takes it",
  person_key: "says nothing of the person: a random number that what they wrote is sealed with on its way",
};
const NOBODY_IN = [
  "phase",
  "idea",
  "inbox",
  "script",
  "forum_meeting",
  "told",
  "kysely_migration",
  "kysely_migration_lock",
];

/** The tables in which any of the words is, with how often; files as they are in a backup. */
async function tablesWith(words: string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of await tables()) {
    const hits = words.map((word) => sql`position(${word.toLowerCase()} in lower(t::text)) > 0`);
    const query = sql<{
      n: number;
    }>`select count(*)::int as n from ${sql.table(table)} t where ${sql.join(hits, sql` or `)}`;
    const [row] = (await query.execute(house.store.db)).rows;
    if (row!.n > 0) found[table] = row!.n;
  }
  return found;
}

const tables = async () => {
  const all = await house.store.db.introspection.getTables({ withInternalKyselyTables: true });
  return all.map(({ name }) => name);
};

test("every table that somebody is in is in the file that they get of all that is kept about them, or it is said why not", async () => {
  const known = [...Object.keys(EXPORTED), ...Object.keys(LEFT_OUT), ...NOBODY_IN];
  expect((await tables()).filter((name) => !known.includes(name))).toEqual([]);
  const theirs = Object.keys(await tablesWith([person.id, INVOLVED.email])).filter((name) => !(name in LEFT_OUT));
  expect(theirs.toSorted()).toEqual(Object.keys(EXPORTED).toSorted());
  const { body } = await house.ask<Record<string, unknown>>("GET", "/api/me/export", { as: person.as });
  for (const part of [...Object.values(EXPORTED), "mentions"])
    expect([part, sizeOf(body[part])]).not.toEqual([part, 0]);
  expect(JSON.stringify(body)).toContain("Ét i stedet for fem");
});

const sizeOf = (part: unknown): number =>
  Array.isArray(part) ? part.length : Object.keys((part ?? {}) as object).length;

const NAMED = [...INVOLVED.name.split(" "), INVOLVED.email];

/** Where anybody who asks is shown the name or the address: every GET of the API and of the site, as every actor. */
async function shownAt(): Promise<Set<string>> {
  const found = new Set<string>();
  const api = house.api().app;
  for (const [routes, places, over] of [
    [api.routes, IN_ROUTES, api],
    [app.routes, IN_PAGES, app],
  ] as const) {
    const paths = [...new Set(routes.filter(({ method }) => method === "GET").map(({ path }) => path))];
    for (const path of paths.filter((one) => one !== "*" && !one.startsWith("/assets/")))
      for (const actor of ACTORS)
        for (const address of await addressesOf(path, places)) {
          const token = scene.tokens[actor];
          const headers = { authorization: `Bearer ${token}`, cookie: `fremdrift-session=${token}` };
          const text = await textOf(await over.request(address, token === null ? {} : { headers }));
          if (NAMED.some((word) => text.toLowerCase().includes(word.toLowerCase()))) found.add(path);
        }
  }
  return found;
}

async function addressesOf(path: string, places: readonly Place[]): Promise<string[]> {
  let address = path.replaceAll(/(?<=\/api\/.*|\/calendars\/.*):(\w+)/g, "{$1}");
  address = address.replace("/api/networks/{id}", `/api/networks/${scene.network.id}`);
  for (const [place, find] of places)
    if (place.test(address)) address = address.replace(place.source.includes("{") ? /{\w+}/ : place, await find(scene));
  if (address.endsWith("/export")) return ["json", "csv", "ics", "html"].map((format) => `${address}?format=${format}`);
  if (address.endsWith("/meetings/svar")) return [address, address.replace("svar", "m1")];
  return address.startsWith("/calendars/") ? [address, person.calendar] : [address];
}

/** Of what goes on for as long as it is listened to the beginning. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) return await response.text();
  const reader = response.body!.getReader();
  const { value } = await Promise.race([
    reader.read(),
    new Promise<{ value: undefined }>((resolve) => setTimeout(() => resolve({ value: undefined }), 200)),
  ]);
  await reader.cancel();
  return new TextDecoder().decode(value as Uint8Array | undefined);
}

test("who was erased is named nowhere: in no page, file, feed or answer that anybody can open, and in no table", async () => {
  const before = await shownAt();
  expect([...before]).toEqual(
    expect.arrayContaining(["/api/networks/:id/people", "/api/networks/:id/ledger", "/networks/:id/audit/csv"]),
  );
  expect(before.size).toBeGreaterThan(15);
  const email = encodeURIComponent(INVOLVED.email);
  expect((await house.ask("DELETE", `/api/people/${email}`)).status).toBe(200);
  expect([...(await shownAt())]).toEqual([]);
  expect(await tablesWith(NAMED)).toEqual({});
  const verified = await house.ask<VerificationJson>("GET", `/api/networks/${scene.network.id}/verification`);
  expect(verified.body).toMatchObject({ ok: true });
}, 300_000);
