// What cannot be: each told by its name, with what to do, in the reader's language.
import { beforeAll, describe, expect, test } from "vitest";
import { samplePeople } from "../../library/programmes.ts";
import { START, useHouse, type Asked, type TestNetwork } from "../support/house.ts";

const house = useHouse();
let network: TestNetwork;
let people: string;
beforeAll(async () => {
  people = (await samplePeople("innovationsnetvaerk"))!;
  network = await house.network();
});

const NETWORKS = "/api/networks";
const create = (fields: object, asked: Asked = {}) =>
  house.ask("POST", NETWORKS, {
    body: { programme: "innovationsnetvaerk", start: START, clock: "stepped", people, ...fields },
    ...asked,
  });
const errorsOf = async (fields: object, lang: "da" | "en" = "da") => {
  const { status, body } = await create(fields, { lang });
  expect(body).toMatchObject({ status: 422, code: "bad-input" });
  expect(status).toBe(422);
  return body.errors;
};

describe("a body", () => {
  const triggers = () => `${NETWORKS}/${network.id}/triggers`;

  test.each(["{", "", "æøå", "[1,", '{"type":"openPhase"'])("«%s» is not JSON", async (text) => {
    const headers = { "content-type": "application/json" };
    const { status, body } = await house.ask("POST", triggers(), { body: text, headers });
    expect({ status, code: body.code }).toEqual({ status: 400, code: "not-json" });
    expect(body.hint).toContain("application/json");
  });

  test("of another type than JSON is not read as if it were empty", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const asked = { body: '{"type":"openPhase","data":{"phase":"design"}}', headers };
    expect(await house.ask("POST", triggers(), asked)).toMatchObject({ status: 400, body: { code: "not-json" } });
  });

  test("of 10 MB is too large, said or not said beforehand", async () => {
    const body = JSON.stringify({ type: "addIdea", data: { title: "x".repeat(10_000_000) } });
    for (const headers of [{}, { "content-length": String(body.length) }]) {
      const answer = await house.ask("POST", triggers(), { body, headers });
      expect(answer).toMatchObject({ status: 413, body: { code: "too-large" } });
      expect(answer.body.detail).toContain("1 MB");
    }
  });

  test.each([
    ["no list", []],
    ["no text", "a"],
    ["no number", 1],
    ["nothing", null],
  ])("that is %s names no field", async (_, body) => {
    const { status } = await house.ask("POST", triggers(), { body: JSON.stringify(body) });
    expect(status).toBe(422);
  });
});

describe("a trigger", () => {
  const problems = async (type: unknown, data: unknown, lang: "da" | "en") => {
    const body = { type, data };
    const answer = await house.ask("POST", `${NETWORKS}/${network.id}/triggers`, { body, lang });
    expect(answer).toMatchObject({ status: 422, body: { code: "bad-input" } });
    return answer.body.errors?.map(({ path, message }) => `${path}: ${message}`);
  };

  test.each([
    ["openDoor", {}, ["type: Der findes ingen handling «openDoor»."], ["type: There is no trigger «openDoor»."]],
    [
      7,
      {},
      ["type: Ugyldigt input: forventede streng, fik tal"],
      ["type: Invalid input: expected string, received number"],
    ],
    [undefined, {}, ["type: mangler"], ["type: is missing"]],
    ["openPhase", {}, ["data.phase: mangler"], ["data.phase: is missing"]],
    ["openPhase", { phase: "" }, ["data.phase: må ikke være tomt"], ["data.phase: must not be empty"]],
    [
      "openPhase",
      { phase: "design", fase: 1, note: "x" },
      ["data.fase: feltet findes ikke"],
      ["data.fase: there is no such field"],
    ],
    ["openPhase", { phase: ["design"] }, ["data.phase: Ugyldigt input"], ["data.phase: Invalid input"]],
    ["openPhase", "design", ["data: Ugyldigt input"], ["data: Invalid input"]],
    ["pinItem", { item: "m1", start: "snart" }, ["data.start: skriv en dato som"], ["data.start: write a date as"]],
    [
      "pinItem",
      { item: "m1", start: "2027-03-02", end: "2027-03-01" },
      ["data.end: slutningen ligger før"],
      ["data.end: the end lies before"],
    ],
    [
      "answer",
      { item: "m1", answer: "ja", person: "anna" },
      ['data.answer: Ugyldigt valg: forventede en af følgende "accepted"|', "data.person: Ugyldig e-mailadresse"],
      ['data.answer: Invalid option: expected one of "accepted"|', "data.person: Invalid email address"],
    ],
    ["decide", { idea: "i1" }, ["data.outcome: mangler"], ["data.outcome: is missing"]],
    [
      "decide",
      { idea: "i1", outcome: "maybe" },
      ['data.outcome: Ugyldigt valg: forventede en af følgende "approve"|'],
      ['data.outcome: Invalid option: expected one of "approve"|'],
    ],
    ["addIdea", { title: "a\u0000b" }, ["data.title: har et tegn"], ["data.title: holds a character"]],
    ["cancelItem", { item: "m1", reason: "\ud800" }, ["data.reason: har et tegn"], ["data.reason: holds a character"]],
    ["closePhase", { phase: "\u0000" }, ["data.phase: har et tegn"], ["data.phase: holds a character"]],
    [
      "addDiscovery",
      { perspective: "p", text: "\u0000" },
      ["data.text: har et tegn"],
      ["data.text: holds a character"],
    ],
  ])("%j %j", async (type, data, danish, english) => {
    const begins = (expected: string[]) =>
      expected.map((text) => expect.stringMatching(new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`)));
    expect(await problems(type, data, "da")).toEqual(begins(danish));
    expect(await problems(type, data, "en")).toEqual(begins(english));
    expect((await network.ledger()).filter(({ role }) => role !== undefined)).toEqual([]);
  });

  test.each(["anden", "../x", "%00", "a%20b", "%ff", "x".repeat(200)])("on the network «%s» finds none", async (id) => {
    const asked = { body: { type: "openPhase", data: { phase: "design" } } };
    const { status } = await house.ask("POST", `${NETWORKS}/${id}/triggers`, asked);
    expect(status).toBe(id.length > 100 ? 422 : 404);
  });

  test("on other people's network is told as if there were none: 404, for reading too", async () => {
    const other = await house.network({ people: "email,role\nx@example.org,networkLead\n" });
    const as = await other.tokenOf("networkLead");
    const body = { type: "openPhase", data: { phase: "design" } };
    expect(await house.ask("POST", `${NETWORKS}/${network.id}/triggers`, { as, body })).toMatchObject({
      status: 404,
      body: { code: "not-found" },
    });
    for (const what of ["", "/ledger", "/agenda"]) {
      expect((await house.ask("GET", `${NETWORKS}/${network.id}${what}`, { as })).status).toBe(404);
      expect((await house.ask("GET", `${NETWORKS}/${other.id}${what}`, { as })).status).toBe(200);
    }
    const seen = await house.ask<{ id: string }[]>("GET", NETWORKS, { as });
    expect(seen.body.map(({ id }) => id)).toEqual([other.id]);
  });
});

describe("a new network", () => {
  test.each([
    ["2027-13-01", "«2027-13-01» er ingen dato. Skriv den som 2027-02-01.", "«2027-13-01» is no date."],
    ["snart", "«snart» er ingen dato.", "«snart» is no date."],
    ["2020-01-06", "«2020-01-06» ligger mere end 90 dage tilbage.", "«2020-01-06» lies more than 90 days back."],
  ])("cannot start on %s", async (start, danish, english) => {
    expect(await errorsOf({ start, clock: "real" })).toEqual([
      { path: "start", message: expect.stringContaining(danish) as string },
    ]);
    expect(await errorsOf({ start, clock: "real" }, "en")).toEqual([
      { path: "start", message: expect.stringContaining(english) as string },
    ]);
  });

  test("may start years back where time is stepped", async () => {
    expect((await create({ start: "2020-01-06" })).status).toBe(201);
  });

  test("of an unknown programme is told which was meant, or which there are", async () => {
    const near = await errorsOf({ programme: "innovationsnetværk" });
    expect(near).toMatchObject([
      { path: "programme", message: expect.stringContaining('Mente du "innovationsnetvaerk"?') },
    ]);
    const far = await errorsOf({ programme: "x" }, "en");
    expect(far).toMatchObject([{ path: "programme", message: expect.stringContaining("innovationsnetvaerk") }]);
  });

  test.each(["hurtigt", "scaled", "scaled:0", "scaled:-1", "scaled:1001", `scaled:${"9".repeat(400)}`])(
    "cannot go by the clock «%s»",
    async (clock) => {
      expect(await errorsOf({ clock })).toMatchObject([
        { path: "clock", message: expect.stringContaining("skriv real") },
      ]);
      expect(await errorsOf({ clock }, "en")).toMatchObject([{ message: expect.stringContaining("write real") }]);
    },
  );

  test.each([
    ["a missing column", "name,role\nAnna,networkLead\n", "email"],
    ["a bad address", "email,role\nanna,networkLead\n", '"anna" er ingen e-mailadresse'],
    ["an unknown role", "email,role\na@example.org,boss\n", "boss"],
    ["a duplicate", "email,role\na@example.org,networkLead\nA@example.org,networkLead\n", "har allerede rollen"],
    ["nobody who leads", "email,role\na@example.org,guest\n", "networkLead"],
    ["nobody", "", ""],
  ])("with %s in its people is refused, with the line", async (_, csv, words) => {
    const errors = await errorsOf({ people: csv });
    expect(errors?.length).toBeGreaterThan(0);
    expect(errors?.map(({ message }) => message).join(" ")).toContain(words);
  });

  test("tells every wrong line of its people at once, in the reader's language", async () => {
    const csv = "email,role\nlead@example.org,networkLead\nx,guest\ny@example.org,gest\n";
    expect((await errorsOf({ people: csv }))?.map(({ path }) => path)).toEqual(["people:3", "people:4"]);
    expect((await errorsOf({ people: csv }, "en"))?.[0]?.message).toContain('"x" is no e-mail address.');
  });

  test.each([
    [{ titel: "x" }, "titel"],
    [{ title: "" }, "title"],
    [{ title: "x".repeat(201) }, "title"],
    [{ programme: 7 }, "programme"],
    [{ start: 20270201 }, "start"],
    [{ people: "x".repeat(500_001) }, "people"],
    [{ script: {} }, "script"],
    [{ script: [{}] }, "[0].at"],
  ])("of %j names the field %s", async (fields, path) => {
    expect((await errorsOf(fields))?.map((error) => error.path)).toContain(path);
  });

  test("with a script that cannot be played is told why in the reader's language", async () => {
    const script = [{ at: "i går", by: "networkLead", trigger: "openPhase" }];
    expect((await errorsOf({ script }, "da"))?.[0]?.message).toMatch(/ingen dato.*Ret linjen/);
    expect((await errorsOf({ script }, "en"))?.[0]?.message).toMatch(/no date.*Mend the line/);
  });

  test("is the administrator's to make, and so are tokens", async () => {
    const as = await network.tokenOf("networkLead");
    expect(await create({}, { as })).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    const token = { as, body: { person: network.emails("guest")[0] } };
    expect((await house.ask("POST", `${NETWORKS}/${network.id}/tokens`, token)).status).toBe(403);
    expect((await house.ask("POST", "/api/demos", { as, body: {} })).status).toBe(403);
    expect((await house.ask("GET", "/api/checks", { as })).status).toBe(403);
  });

  test("has no token for who is not in it", async () => {
    const body = { person: "nobody@example.org" };
    expect(await house.ask("POST", `${NETWORKS}/${network.id}/tokens`, { body })).toMatchObject({ status: 404 });
    expect((await house.ask("POST", `${NETWORKS}/${network.id}/tokens`, { body: { person: "x" } })).status).toBe(422);
  });
});

test.each(["", "a b", "nøgle", "x".repeat(201)])("«%s» is no idempotency key", async (key) => {
  const answer = await create({}, { headers: { "idempotency-key": key } });
  expect(answer).toMatchObject({ status: 400, body: { code: "bad-key" } });
  expect(answer.body.detail).toContain("200");
});

test("a change without an idempotency key is refused", async () => {
  for (const path of [
    NETWORKS,
    "/api/demos",
    `${NETWORKS}/${network.id}/triggers`,
    `${NETWORKS}/${network.id}/steps`,
  ]) {
    const body = path.endsWith("triggers")
      ? { type: "openPhase" }
      : path === NETWORKS
        ? { programme: "x", start: START }
        : {};
    const headers = { authorization: `Bearer ${house.admin}`, "content-type": "application/json" };
    const response = await house.api().app.request(path, { method: "POST", headers, body: JSON.stringify(body) });
    expect([path, response.status, (await response.json()) as object]).toMatchObject([path, 400, { code: "no-key" }]);
  }
});

describe("a step", () => {
  test("is for networks whose time is stepped, by who leads them", async () => {
    const real = await house.network({ clock: "real", start: new Date().toISOString().slice(0, 10) });
    const steps = (id: string, asked: Asked) => house.ask("POST", `${NETWORKS}/${id}/steps`, { body: {}, ...asked });
    expect(await steps(real.id, {})).toMatchObject({ status: 409, body: { code: "wrong-clock" } });
    expect(await steps(network.id, { as: await network.tokenOf("guest") })).toMatchObject({ status: 403 });
    expect(await steps(network.id, { body: { until: "snart" } })).toMatchObject({ status: 422 });
  });
});

test.each(["after=-1", "after=x", "after=99999999999999", "limit=0", "limit=1e9"])("ledger?%s", async (query) => {
  const { status, body } = await house.ask("GET", `${NETWORKS}/${network.id}/ledger?${query}`);
  expect([status, body.errors?.[0]?.path]).toEqual([422, query.split("=")[0]]);
});
