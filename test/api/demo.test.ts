// A sample network: which one it is, when nobody says.
import { expect, test } from "vitest";
import type { NetworkDetailJson } from "../../api/shapes.ts";
import { useHouse, type Asked } from "../support/house.ts";

const BARE = "without-sample";
const house = useHouse({ programmes: ([first]) => [{ ...first!, id: BARE }] });
const demo = <T = NetworkDetailJson>(body: object, asked: Asked = {}) =>
  house.ask<T>("POST", "/api/demos", { body, ...asked });

test("is of the first programme that has one, and made once for a key", async () => {
  const [made, again] = [
    await demo({ weeksPerSecond: 3 }, { key: "k" }),
    await demo({ weeksPerSecond: 3 }, { key: "k" }),
  ];
  expect(made).toMatchObject({ status: 201, body: { programme: "innovationsnetvaerk", clock: "scaled:3" } });
  expect(made.body.people).toHaveLength(12);
  expect(again.body.id).toBe(made.body.id);
});

test("is not to be had of a programme without one, nor of one that is not there", async () => {
  const answer = await demo<{ code: string; detail: string }>({ programme: BARE });
  expect(answer).toMatchObject({ status: 404, body: { code: "not-found" } });
  expect(answer.body.detail).toContain(BARE);
  expect((await demo({ programme: "nowhere" })).status).toBe(422);
});

test("stands in the list after what was made before it, though its own clock began earlier", async () => {
  const before = await house.network({ start: "2028-01-03" });
  const { id } = (await demo({})).body;
  const { body } = await house.ask<{ id: string }[]>("GET", "/api/networks");
  expect(body.map((one) => one.id).filter((one) => [before.id, id].includes(one))).toEqual([before.id, id]);
});
