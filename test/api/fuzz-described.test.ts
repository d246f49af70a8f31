// Every route that the description names, asked by everybody with whatever can be sent: no fault of ours, no wait without end.
import fc from "fast-check";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { ACTORS, type Scene, sceneOf } from "../support/actors.ts";
import { useHouse } from "../support/house.ts";
import { IN_ROUTES } from "../support/places.ts";
import { bodyFor, headers, inPath, queryOf, type Schema, type Schemas } from "./fuzz-draws.ts";

/** FREMDRIFT_SEED: which inputs; FREMDRIFT_RUNS: how many of each route; FUZZ=long: ten times as many. */
const SEED = Number(process.env["FREMDRIFT_SEED"] ?? 20_270_301);
const RUNS = Number(process.env["FREMDRIFT_RUNS"] ?? 50) * (process.env["FUZZ"] === "long" ? 10 : 1);
/** Milliseconds within which everything is answered, on a machine that has much else to do. */
const ANSWERED_WITHIN = 20_000;
/** A stack, a path of ours or a query, in words for people. */
const INSIDES =
  /node_modules|file:\/\/|\bat \S+ \(|\.tsx?\b:?\d*|\/(?:work|home|tmp|usr|app)\/|\bselect\b.+\bfrom\b|violates|syntax error/i;

/** A demo plays on beside the tests, and events have no end. */
const APART = ["POST /api/demos", "GET /api/networks/{id}/events"];
/** What is no program's, and so not described. */
const UNDESCRIBED = ["/healthz", "/readyz", "/calendars/{file}"];
const OTHER_METHODS = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"];

type Operation = {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Schemas } };
type Sent = { method: string; address: string; headers: Record<string, string>; body?: string };

const house = useHouse();
let scene: Scene;
beforeAll(async () => {
  scene = await sceneOf(house);
}, 120_000);

/** What is answered, or that nothing was in time. */
async function asked({ method, address, headers: sent, body }: Sent) {
  const request = new Request(`http://localhost${address}`, {
    method,
    headers: sent,
    ...(body !== undefined && { body }),
  });
  const answered = (async () => {
    const response = await house.api().app.request(request);
    return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
  })();
  const late = setTimeout(ANSWERED_WITHIN, undefined, { ref: false });
  const answer = await Promise.race([answered, late]);
  if (!answer) throw new Error(`${method} ${address} is not answered within ${ANSWERED_WITHIN} ms`);
  return answer;
}

/** What is wrong with an answer; undefined where nothing is. */
function wrongWith({ method }: Sent, { status, type, text }: Awaited<ReturnType<typeof asked>>): string | undefined {
  if (status >= 500) return `${status} ${text}`;
  if (status < 400 || method === "HEAD") return undefined;
  if (type !== "application/problem+json") return `${status} is ${type}: ${text.slice(0, 200)}`;
  const { title, detail, hint, code, ...said } = JSON.parse(text) as Record<string, unknown>;
  if (!title || !detail || !hint || !code || said["status"] !== status) return `no problem: ${text}`;
  return INSIDES.test(`${String(title)} ${String(hint)} ${String(code)}`) ||
    INSIDES.test(strippedOfSent(String(detail)))
    ? `tells its insides: ${text}`
    : undefined;
}

/** What was sent is told again between quotation marks. */
const strippedOfSent = (detail: string) => detail.replaceAll(/«[^]*»|"[^]*"|\/\S*/g, "");

async function realAddress(path: string): Promise<string> {
  let address = path.replace("/api/networks/{id}", `/api/networks/${scene.network.id}`);
  for (const [place, find] of IN_ROUTES)
    if (place.test(path)) address = address.replace(/{\w+}/, await Promise.resolve(find(scene)).catch(() => "none"));
  return address;
}

test(
  `every route, by everybody, ${RUNS} times (FREMDRIFT_SEED=${SEED}): no 5xx, no insides, in time`,
  async () => {
    const { paths, components } = (await house.ask<Document>("GET", "/api/openapi.json")).body;
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
    const all = [...described, ...UNDESCRIBED.map((path) => ({ method: "GET", path, operation: {} as Operation }))];
    const logged: string[] = [];
    house.parts.log = (line) => void logged.push(line);
    const seen = new Map<number, number>();
    for (const { method, path, operation } of all) {
      if (APART.includes(`${method} ${path}`)) continue;
      const real = await realAddress(path);
      const names = (operation.parameters ?? []).flatMap((one) => (one.in === "query" ? [one.name] : []));
      const [content] = Object.values(operation.requestBody?.content ?? {});
      const drawn = fc.record({
        actor: fc.constantFrom(...ACTORS),
        as: fc.oneof({ weight: 19, arbitrary: fc.constant(method) }, fc.constantFrom(...OTHER_METHODS)),
        // In one of five addresses something else stands for a name.
        address: fc.oneof(
          { weight: 4, arbitrary: fc.constant(real) },
          inPath.map((one) => path.replaceAll(/{\w+}/g, one)),
        ),
        query: queryOf(names),
        key: fc.uuid(),
        headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, headers),
        body: bodyFor(content?.schema, components.schemas),
      });
      const property = fc.asyncProperty(drawn, async (one) => {
        const token = scene.tokens[one.actor];
        const takesBody = !["GET", "HEAD", "OPTIONS"].includes(one.as);
        const sent: Sent = {
          method: one.as,
          address: `${one.address}${one.query}`,
          headers: {
            ...(token !== null && { authorization: `Bearer ${token}` }),
            ...(takesBody && { "idempotency-key": one.key, "content-type": "application/json" }),
            ...(one.headers as Record<string, string>),
          },
          ...(takesBody && { body: one.body }),
        };
        const answer = await asked(sent);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        expect([`${method} ${path} as ${one.actor}`, wrongWith(sent, answer)]).toEqual([
          `${method} ${path} as ${one.actor}`,
          undefined,
        ]);
      });
      await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true });
    }
    // It got past the door, and into the rooms.
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 405, 409, 413, 422]));
    // What nobody was told of, either.
    expect(logged).toEqual([]);
    // Nothing that was sent has become part of what every object is.
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
    process.stdout.write(
      `fuzzed: ${[...seen.values()].reduce((sum, one) => sum + one, 0)} inputs ${JSON.stringify([...seen])}\n`,
    );
  },
  600_000 + RUNS * 2_000,
);
