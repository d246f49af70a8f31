// Rights over every route of the site: what is said to each kind of person, as a page, and that nothing changes where it is no.
import { beforeAll, expect, test } from "vitest";
import { ACTORS, type Actor, everything, type Scene, saidTo, sceneOf } from "../support/actors.ts";
import { useHouse } from "../support/house.ts";
import { IN_PAGES, type Place } from "../support/places.ts";
import { type Fields, type Row, TABLE } from "./rights-table.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const { app } = siteOf(house);
/** Where assets are changes with what is in them. */
const ASSETS = app.routes.find(({ path }) => path.startsWith("/assets/"))!.path;
let scene: Scene;
beforeAll(async () => {
  scene = await sceneOf(house);
}, 120_000);

const IN_PLACE: Place[] = [[/^\/assets\/\*$/, () => `${ASSETS.slice(0, -1)}fremdrift.js`], ...IN_PAGES];

type Asked = { address: string; fields: Fields };

/** What is asked by the row: the same of all that are kept out, and new for each that is let in. */
async function asked(row: string, fields: Fields): Promise<Asked> {
  const [, path = "", trigger = ""] = row.split(" ");
  let address = path.replace(":trigger", trigger);
  for (const [place, find] of IN_PLACE) if (place.test(address)) address = address.replace(place, await find(scene));
  const ended = /^\/profile\/(feed|session)s\/end$/.exec(path)?.[1] as "feed" | "session" | undefined;
  return { address, fields: { page: "/", ...fields, ...(ended && { [ended]: await scene.made[ended]() }) } };
}

async function send(actor: Actor, method: string, { address, fields }: Asked): Promise<Response> {
  const token = scene.tokens[actor];
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
  return await app.request(address, {
    method,
    headers: {
      cookie: `fremdrift-language=da${token === null ? "" : `; fremdrift-session=${token}`}`,
      ...(method === "POST" && { "sec-fetch-site": "same-origin" }),
    },
    ...(method === "POST" && { body }),
  });
}

const REFUSED: Record<number, string> = { 401: "s", 403: "n", 404: "a" };
/** Of who may: done, or the form again with what is in the way, which others are not told. */
const TAKEN = [200, 303, 409, 422];

/** A letter of the table; anything else that is answered stands as it is. */
function letterOf({ status, headers }: Response, method: string): string {
  const to = headers.get("location") ?? "";
  // Who signs out is sent there, too, with nothing to come back to; so is who opens the first page.
  if (status === 303 && (to.startsWith("/sign-in?") || (method === "GET" && to === "/sign-in"))) return "s";
  return REFUSED[status] ?? (TAKEN.includes(status) ? "i" : `(${status})`);
}

/** Who is refused is shown a page; a stream, which no person opens, says nothing. */
async function isShown(response: Response, row: string): Promise<boolean> {
  if (response.status === 303 || row.startsWith("GET /networks/:id/events")) return true;
  return /<h1[\s>]/.test(await response.text());
}

const rows = Object.entries(TABLE);
const routeOf = (row: string) => row.split(" ").slice(0, 2).join(" ");

test("every route that is registered has a row, and no row is of none", () => {
  const registered = app.routes
    // What is said where no page is lets nobody in anywhere.
    .filter(({ method, path }) => method !== "ALL" && path !== "/*")
    .map(({ method, path }) => `${method} ${path === ASSETS ? "/assets/*" : path}`);
  expect([...new Set(rows.map(([row]) => routeOf(row)))].toSorted()).toEqual([...new Set(registered)].toSorted());
});

test.each(rows)("%s", async (row, [says, given = {}]: Row) => {
  const [method = ""] = row.split(" ");
  const fieldsOf = (actor: Actor) => (typeof given === "function" ? given(scene, actor) : given);
  const heard = new Map<Actor, string>();
  const kept = saidTo(says).filter(([, said]) => said !== "i");
  const one = await asked(row, fieldsOf("nobody"));
  const before = await everything(house);
  for (const [actor] of kept) {
    const response = await send(actor, method, { ...one, fields: { ...one.fields, ...fieldsOf(actor) } });
    heard.set(actor, letterOf(response, method));
    expect([actor, await isShown(response, row)]).toEqual([actor, true]);
  }
  const after = await everything(house);
  for (const [actor] of saidTo(says).filter(([, said]) => said === "i")) {
    const response = await send(actor, method, await asked(row, fieldsOf(actor)));
    heard.set(actor, letterOf(response, method));
    await response.body?.cancel();
  }
  expect(ACTORS.map((actor) => heard.get(actor)).join("")).toBe(says);
  expect(after).toEqual(before);
});
