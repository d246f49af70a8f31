// `network inspect`: how the machines stand, stood and would stand, in words and as JSON.
import { expect, test } from "vitest";
import { fremdrift, given } from "./given.ts";

const FOUND = {
  id: "n1",
  title: "Mindre ventetid",
  machine: "network@1",
  source: "engine",
  at: "2027-03-15T09:00:00+01:00",
  seq: 3,
  latest: 4,
  n: 2,
  actors: [
    { id: "network", title: "Mindre ventetid", src: "network", status: "active", states: ["running.design.open"] },
    { id: "idea:i1", title: "Ring op", src: "idea", parent: "network", status: "active", states: ["captured"] },
  ],
  timers: [
    { actor: "item:m1", title: "Møde 1", id: "t", at: "2027-04-01T09:00:00+02:00", does: ["✉ Sendt: 7 dage før"] },
    { actor: "item:m2", title: "Møde 2", id: "t", does: [] },
  ],
  events: [
    {
      seq: 3,
      at: "2027-03-15T09:00:00+01:00",
      kind: "idea.captured",
      subject: "idea:i1",
      trigger: "addIdea",
      text: "Idé fanget: Ring op",
    },
  ],
  chart: { phases: [], loops: [] },
  charts: {},
};
const EFFECTS = {
  entries: [],
  says: ["Fase åbnet: Netværksdesign"],
  told: [],
  gone: [],
  coming: [],
  at: "2027-03-15T09:00:00+01:00",
  actors: [
    {
      id: "network",
      title: "Mindre ventetid",
      before: { status: "active", states: ["running.design.waiting.due", "running.test.open"] },
      after: { status: "active", states: ["running.design.open", "running.test.open"] },
    },
    { id: "idea:i2", title: "Ny", after: { status: "active", states: ["captured"] } },
  ],
  armed: [{ actor: "item:m1", title: "Møde 1", id: "t", at: "2027-04-01T09:00:00+02:00" }],
  cancelled: [],
};

test("it says which states are active, what the timers will do, and what was asked", async () => {
  const { env, calls } = await given({ "GET /api/networks/n1/inspection": () => ({ body: FOUND }) });
  const { out, code } = await fremdrift("network inspect n1 --at 3", env);
  expect(code).toBe(0);
  expect(calls[0]!.path).toBe("/api/networks/n1/inspection?at=3");
  for (const part of [
    "Mindre ventetid · network@1",
    "Efter post 3 af 4",
    "  running.design.open",
    /idea:i1 +captured +Ring op/,
    /Møde 1 +✉ Sendt: 7 dage før/,
    "1 venter på en dato",
    /Idé fanget: Ring op +addIdea/,
  ])
    expect(out).toMatch(part);
  expect((await fremdrift("network inspect n1 --json", env)).json()).toEqual(FOUND);
  expect((await fremdrift("network inspect n1 --lang en", env)).out).toMatch(/Parts:[^]*Timers:[^]*The latest:/);
});

test("what would happen is said beside how it stands", async () => {
  const { env, calls } = await given({ "POST /api/networks/n1/inspection/what-if": () => ({ body: EFFECTS }) });
  const line = [
    "network",
    "inspect",
    "n1",
    "--what-if",
    "openPhase",
    "--data",
    '{"phase":"design"}',
    "--until",
    "2027-04-01",
  ];
  const { out } = await fremdrift(line, env);
  expect(calls[0]!.body).toEqual({ type: "openPhase", data: { phase: "design" }, until: "2027-04-01" });
  expect(out).toMatch(/intet af det er sket/);
  expect(out).toContain("network: running.design.waiting.due → running.design.open");
  expect(out).toContain("idea:i2: (ny) → captured");
  expect(out).toMatch(/Tidsure, der bliver sat:\n.*Møde 1/);
  expect(out).not.toContain("Tidsure, der falder væk");
  await fremdrift("network inspect n1 --until 2027-04-01 --at 3", env);
  expect(calls[1]!.body).toEqual({ until: "2027-04-01", at: "3" });
});

test("what does not go together is wrong usage", async () => {
  const { env, calls } = await given({});
  for (const wrong of [
    "--follow --stately",
    "--stately --at 3",
    "--follow --until 2027-01-01",
    "--data {}",
    "--what-if x --data []",
    "--port x",
  ])
    expect([wrong, (await fremdrift(`network inspect n1 ${wrong}`, env)).code]).toEqual([wrong, 2]);
  expect(calls).toEqual([]);
});
