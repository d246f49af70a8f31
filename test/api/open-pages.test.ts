// Pages that follow what happens: as many as one person can have open, and no more.
import { afterEach, expect, test } from "vitest";
import { EVENTS } from "../../api/events.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const usual = { ...EVENTS };
afterEach(() => void Object.assign(EVENTS, usual));

/** Each process counts its own: all are opened at the same. */
const atOne = () => {
  const { app } = house.api();
  return async (id: string, token: string): Promise<Response> =>
    await app.request(`/api/networks/${id}/events`, {
      headers: { authorization: `Bearer ${token}`, "accept-language": "en" },
    });
};

test("who has too many pages open is told so, others are not, and one that is closed makes room for another", async () => {
  const network = await house.network();
  const opened = atOne();
  const [lead, guest] = [await network.tokenOf("networkLead"), await network.tokenOf("guest")];
  EVENTS.ofOne = 3;
  const open = await Promise.all([1, 2, 3].map(() => opened(network.id, lead)));
  expect(open.map(({ status }) => status)).toEqual([200, 200, 200]);
  const refused = await opened(network.id, lead);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  expect(await refused.json()).toMatchObject({ code: "too-many-open", detail: expect.stringContaining("3") });
  const others = await opened(network.id, guest);
  expect(others.status).toBe(200);
  await open[0]!.body!.cancel();
  const again = await opened(network.id, lead);
  expect(again.status).toBe(200);
  await Promise.all([...open.slice(1), others, again].map(({ body }) => body!.cancel()));
});

test("a process that has as many open as it can carry says when to ask again", async () => {
  const network = await house.network();
  const opened = atOne();
  EVENTS.ofAll = 1;
  const first = await opened(network.id, await network.tokenOf("networkLead"));
  const second = await opened(network.id, await network.tokenOf("guest"));
  expect([first.status, second.status, second.headers.get("retry-after")]).toEqual([200, 503, "2"]);
  await first.body!.cancel();
});
