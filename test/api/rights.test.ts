// Rights over every route there is: what is said to each kind of person, and that nothing changes where it is no.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { ACTORS, type Actor, everything, type Scene, sceneOf, saidTo } from "../support/actors.ts";
import { useHouse } from "../support/house.ts";
import { IN_ROUTES } from "../support/places.ts";
import { type Asked, TABLE } from "./rights-table.ts";

const house = useHouse();
let scene: Scene;
beforeAll(async () => {
  scene = await sceneOf(house);
}, 120_000);

async function addressOf(path: string, { of }: Asked): Promise<string> {
  const network = of === "spare" ? scene.spare : scene.network;
  let address = path.replace("/api/networks/{id}", `/api/networks/${network.id}`);
  for (const [place, find] of IN_ROUTES) if (place.test(path)) address = address.replace(/{\w+}/, await find(scene));
  return address;
}

/** The status of an answer, whose body is left unread: one of them goes on for as long as it is listened to. */
async function ask(actor: Actor, method: string, address: string, { body, query = "" }: Asked): Promise<number> {
  const token = scene.tokens[actor];
  const isFile = typeof body === "string";
  const response = await house.api().app.request(`${address}${query}`, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(method === "POST" && { "idempotency-key": randomUUID() }),
      ...(body !== undefined && { "content-type": isFile ? "application/octet-stream" : "application/json" }),
    },
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
  });
  await response.body?.cancel();
  return response.status;
}

const REFUSED: Record<number, string> = { 401: "s", 403: "n", 404: "a" };
/** A letter of the table; anything else that is answered stands as it is. */
const letterOf = (status: number, { in: expected }: Asked): string =>
  REFUSED[status] ?? (status === expected || status < 300 ? "i" : `(${status})`);

const all = Object.entries(TABLE);
const routeOf = (row: string) => row.split(" ").slice(0, 2) as [string, string];

test("every route that is registered has a row, and no row is of none", () => {
  const registered = house
    .api()
    .app.routes.filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  const rows = new Set(all.map(([row]) => routeOf(row).join(" ")));
  // What is asked of a network is asked by its triggers' rows, and what a preview may is the same.
  expect([...rows].toSorted()).toEqual([...new Set(registered)].toSorted());
});

test.each(all)("%s", async (row, [says, asked = {}]) => {
  const [method, path] = routeOf(row);
  const askedBy = (actor: Actor) => (typeof asked === "function" ? asked(scene, actor) : asked);
  const answer = async (actor: Actor, address: string) =>
    letterOf(await ask(actor, method, address, askedBy(actor)), askedBy(actor));
  const heard = new Map<Actor, string>();
  // Those who are kept out first, all at one thing.
  const [kept, admitted] = [
    saidTo(says).filter(([, said]) => said !== "i"),
    saidTo(says).filter(([, said]) => said === "i"),
  ];
  const address = await addressOf(path, askedBy("nobody"));
  const before = await everything(house);
  for (const [actor] of kept) heard.set(actor, await answer(actor, address));
  const after = await everything(house);
  for (const [actor] of admitted) heard.set(actor, await answer(actor, await addressOf(path, askedBy(actor))));
  expect(ACTORS.map((actor) => heard.get(actor)).join("")).toBe(says);
  expect(after).toEqual(before);
});
