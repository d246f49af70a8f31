// Triggers of every type with whatever data: an answer that is no fault of ours, and a network that stands. Routes: fuzz-described.test.ts.
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { TRIGGERS } from "../../machines/trigger-types.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
let network: TestNetwork;
beforeAll(async () => {
  network = await house.network();
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
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
const trigger = fc.record({
  type: fc.constantFrom(...Object.keys(TRIGGERS)),
  data: fc.dictionary(field, fc.oneof(text, fc.jsonValue({ maxDepth: 1 })), { maxKeys: 5 }),
});
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
