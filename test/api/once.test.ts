// A change asked for again with its key happens once and is answered alike, whatever happened in between.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { samplePeople } from "../../library/programmes.ts";
import { workflowIdOf } from "../../workflows/messages.ts";
import { START, useHouse, type Answer, type TestNetwork } from "../support/house.ts";

const house = useHouse();
let network: TestNetwork;
let people: string;
beforeAll(async () => {
  people = (await samplePeople("innovationsnetvaerk"))!;
  network = await house.network();
});

type Change = {
  url: () => string;
  body: (seed: string) => object;
  /** How often the change has happened that `seed` names. */
  count: (seed: string) => Promise<number>;
};

const trigger = (type: string, data: (seed: string) => object, count: Change["count"]): Change => ({
  url: () => `/api/networks/${network.id}/triggers`,
  body: (seed) => ({ type, data: data(seed) }),
  count,
});

const CHANGES: Record<string, Change> = {
  "a trigger": trigger(
    "addIdea",
    (title) => ({ title }),
    async (seed) => (await network.show()).state.ideas.filter(({ title }) => title === seed).length,
  ),
  "a contribution": trigger(
    "addDiscovery",
    (perspective) => ({ perspective, text: "Set i felten" }),
    async (seed) => (await network.ledger()).filter(({ data }) => data?.["perspective"] === seed).length,
  ),
  "a new network": {
    url: () => "/api/networks",
    body: (title) => ({ programme: "innovationsnetvaerk", start: START, clock: "stepped", people, title }),
    count: async (seed) => {
      const { body } = await house.ask<{ title: string }[]>("GET", "/api/networks");
      return body.filter(({ title }) => title === seed).length;
    },
  },
  "a token": {
    url: () => `/api/networks/${network.id}/tokens`,
    body: (label) => ({ person: network.emails("guest")[0], label }),
    count: async (seed) => {
      const rows = await house.store.db.selectFrom("token").where("label", "=", seed).select("hash").execute();
      return rows.length;
    },
  },
};

describe.each(Object.entries(CHANGES))("%s", (_, { url, body, count }) => {
  const ask = (seed: string, key: string) => house.ask<object>("POST", url(), { key, body: body(seed) });

  test("asked for again with key and body is answered alike, also after a restart, and happened once", async () => {
    const [seed, key] = [randomUUID(), randomUUID()];
    const first = await ask(seed, key);
    expect(first.status).toBeLessThan(300);
    expect(said(await ask(seed, key))).toEqual(said(first));
    house.restartApi();
    expect(said(await ask(seed, key))).toEqual(said(first));
    expect(await count(seed)).toBe(1);
  });

  test("with the key and another body is refused, and does not happen", async () => {
    const [seed, other, key] = [randomUUID(), randomUUID(), randomUUID()];
    await ask(seed, key);
    const refused = { status: 409, body: { code: "key-reused", status: 409 } };
    expect(await ask(other, key)).toMatchObject(refused);
    house.restartApi();
    expect(await ask(other, key)).toMatchObject(refused);
    expect((await ask(seed, key)).status).toBeLessThan(300);
    expect([await count(seed), await count(other)]).toEqual([1, 0]);
  });

  test("twenty times at once with one key: all get the answer, and it happened once", async () => {
    const [seed, key] = [randomUUID(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(seed, key)));
    expect(answers.map(said)).toEqual(answers.map(() => said(answers[0]!)));
    expect(answers[0]!.status).toBeLessThan(300);
    expect(await count(seed)).toBe(1);
  });

  test("twenty at once, half with another body: one of the two happened, the others are told", async () => {
    const [one, two, key] = [randomUUID(), randomUUID(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(i % 2 ? one : two, key)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 409)).toHaveLength(10);
    expect(statuses.filter((status) => status < 300)).toHaveLength(10);
    expect((await count(one)) + (await count(two))).toBe(1);
  });

  test("through two API objects at once, as two processes: it happens once, and who comes second gets the answer too", async () => {
    const [seed, key] = [randomUUID(), randomUUID()];
    const first = ask(seed, key);
    house.restartApi();
    const [answer, second, other] = await Promise.all([first, ask(seed, key), ask(randomUUID(), randomUUID())]);
    expect([answer.status, other.status].filter((status) => status >= 300)).toEqual([]);
    expect(said(second)).toEqual(said(answer));
    expect(await count(seed)).toBe(1);
  });
});

test("a refusal is kept too: the same key is refused when the way is free, a new one is not", async () => {
  const key = randomUUID();
  const own = await house.network();
  const open = { phase: "focusing" };
  expect(await own.trigger("networkLead", "openPhase", open, { key })).toMatchObject({ body: { code: "criteria" } });
  await own.do("networkLead", "openPhase", { phase: "design" });
  house.restartApi();
  const again = await own.trigger("networkLead", "openPhase", open, { key });
  expect(again).toMatchObject({ status: 409, body: { code: "criteria", unmet: [{ criterion: "designOpen" }] } });
  await own.do("networkLead", "openPhase", open);
});

test("keys belong to whoever uses them", async () => {
  const key = randomUUID();
  const own = await house.network();
  const [one, two] = ["coreMember", "participant"];
  const add = (by: string, title: string) => own.trigger(by, "addIdea", { title }, { key });
  expect([(await add(one, "Min")).status, (await add(two, "Din")).status]).toEqual([200, 200]);
  expect((await own.show()).state.ideas.map(({ title }) => title)).toEqual(["Min", "Din"]);
});

const said = ({ status, body }: Answer<object>) => ({ status, body: withoutState(body) });
/** How a network stands is told as it stands now. */
const withoutState = (body: object) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== "state"));

test("what the ledger holds has happened, though the answer was lost with its process and the network forgot the key", async () => {
  const lost = await house.network();
  const asked = { body: { type: "addIdea", data: { title: "Tabt svar" } }, key: randomUUID() };
  const url = `/api/networks/${lost.id}/triggers`;
  const first = await house.ask<{ entries: { kind: string; at: string }[] }>("POST", url, asked);
  await lost.ledger();
  await house.store.db.deleteFrom("idempotency").where("key", "=", asked.key).execute();
  // A network that is gone can remember nothing: whatever answers now, answers from the ledger.
  await house.parts.temporal.workflow.getHandle(workflowIdOf(lost.id)).terminate("test");
  house.restartApi();
  const again = await house.ask<{ entries: { kind: string; at: string }[] }>("POST", url, asked);
  expect(again.status).toBe(200);
  const told = ({ body }: typeof first) => body.entries.map(({ kind, at }) => [kind, at]);
  expect(told(again)).toEqual(told(first));
  expect((await lost.ledger()).filter(({ kind }) => kind === "idea.captured").length).toBe(1);
});
