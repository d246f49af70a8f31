// Whatever a client sends to whichever route: an answer that is no fault of ours, and every error a problem.
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { TRIGGERS } from "../../machines/trigger-types.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
let network: TestNetwork;
let tokens: (string | null)[];
beforeAll(async () => {
  network = await house.network();
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  tokens = [null, "fd_wrong", house.admin, await network.tokenOf("networkLead"), await network.tokenOf("guest")];
});

const RUNS = 100;

/** Words that mean something somewhere, and those that JavaScript itself gives a meaning. */
const word = fc.constantFrom(
  "m1",
  "m5",
  "i1",
  "design",
  "2027-03-17",
  "9999-12-31",
  "0001-01-01",
  "__proto__",
  "constructor",
);
const unstorable = fc.constantFrom("\u0000", "a\u0000b", "\ud800");
const text = fc.oneof(word, unstorable, fc.string({ unit: "binary", maxLength: 40 }));
const field = fc.constantFrom(
  "phase",
  "item",
  "idea",
  "start",
  "end",
  "title",
  "text",
  "answer",
  "person",
  "role",
  "from",
  "to",
  "until",
  "programme",
  "people",
  "clock",
  "script",
  "type",
  "data",
  "__proto__",
);
const json = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(fc.oneof(field, text), fc.oneof(text, fc.jsonValue({ maxDepth: 1 })), { maxKeys: 5 }),
);
const trigger = fc.record({
  type: fc.constantFrom(...Object.keys(TRIGGERS)),
  data: fc.dictionary(field, fc.oneof(text, fc.jsonValue({ maxDepth: 1 })), { maxKeys: 5 }),
});
const body = fc.oneof(trigger, json).map((value) => JSON.stringify(value) ?? "");
const latin = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .filter((c) => c !== 0x7f)
    .map((c) => String.fromCharCode(c)),
  maxLength: 30,
});
const headers = fc.record(
  {
    "content-type": fc.oneof(fc.constantFrom("application/json", "text/plain", "application/json;charset=x"), latin),
    "accept-language": fc.oneof(fc.constantFrom("en", "da", "en;q=x"), latin),
    "idempotency-key": latin,
    accept: latin,
  },
  { requiredKeys: [] },
);

const asked = fc.record({
  route: fc.nat(1_000),
  id: fc.option(text, { nil: undefined }),
  query: fc.oneof(
    fc.constant(""),
    fc.constantFrom("?format=csv", "?format=ics", "?format=html", "?format=json"),
    fc
      .record({ after: text, limit: text, format: text })
      .map((fields) => `?${new URLSearchParams(wellFormed(fields)).toString()}`),
  ),
  token: fc.nat(4),
  body: fc.oneof(body, fc.string({ maxLength: 50 })),
  headers,
});

test("no 5xx, and problems only", async () => {
  // A demo of each request would play on beside the tests; its body is asked as that of a network is. Events have no end.
  const routes = [
    ...new Map(
      house
        .api()
        .app.routes.filter(({ method, path }) => method !== "ALL" && path !== "/api/demos" && !path.endsWith("/events"))
        .map((route) => [`${route.method} ${route.path}`, route]),
    ).values(),
  ];
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(asked, async ({ route, id, query, token, body, headers }) => {
      const { method, path } = routes[route % routes.length]!;
      const where = path.replace(":id", encodeURIComponent(wellFormed({ id: id ?? network.id }).id || "-"));
      const whole = { as: tokens[token] ?? null, headers, ...(method === "POST" && { body }) };
      const { status } = await house.ask(method, `${where}${query}`, whole);
      seen.add(status);
      expect([method, where, status < 500]).toEqual([method, where, true]);
    }),
    { numRuns: RUNS * routes.length },
  );
  // It got past the door, and into the rooms.
  expect([...seen]).toEqual(expect.arrayContaining([200, 401, 404, 422]));
  expect((await network.ledger()).filter(({ kind }) => kind === "machine.fault")).toEqual([]);
}, 300_000);

const item = fc.constantFrom("m1", "m2", "m3", "m4", "m5", "ledermoede");
const phase = fc.constantFrom("qualification", "design", "focusing");

/** Data of the right form, with anything in its texts. */
const fitting = fc.oneof(
  fc.record({ type: fc.constant("addIdea"), data: fc.record({ title: text, text }) }),
  fc.record({ type: fc.constant("cancelItem"), data: fc.record({ item, reason: text }) }),
  fc.record({ type: fc.constantFrom("openPhase", "closePhase"), data: fc.record({ phase, note: text }) }),
  fc.record({
    type: fc.constantFrom("pinItem", "moveItem"),
    data: fc.record({ item, start: word, place: text }),
  }),
  fc.record({
    type: fc.constantFrom("shortlist", "reviveIdea", "abandonTest"),
    data: fc.record({ idea: text, reason: text }),
  }),
  fc.record({ type: fc.constant("addDiscovery"), data: fc.record({ perspective: text, text, source: text }) }),
  fc.record({
    type: fc.constant("handOver"),
    data: fc.record({ role: text, from: fc.emailAddress(), to: fc.emailAddress() }),
  }),
);

test("triggers of every type on every kind of data leave a network that stands, and is written down", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(trigger, fitting), async ({ type, data }) => {
      const { status } = await house.ask("POST", `/api/networks/${network.id}/triggers`, { body: { type, data } });
      expect([type, status < 500]).toEqual([type, true]);
    }),
    { numRuns: RUNS * 4 },
  );
  const { entries } = await network.do("networkLead", "addIdea", { title: "Den sidste" });
  expect(entries).toMatchObject([{ kind: "idea.captured" }]);
  expect((await network.show()).state.ideas.at(-1)).toMatchObject({ title: "Den sidste" });
  expect((await network.ledger()).filter(({ kind }) => kind === "machine.fault")).toEqual([]);
}, 120_000);

/** Half a surrogate pair cannot stand in an address. */
const wellFormed = <T extends Record<string, string>>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.replaceAll(/\p{Cs}/gu, "?")])) as T;
