// Every address there is: described, closed to who has no token, and asked with the right method.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";

const house = useHouse();

/** Every route has to be named here, with what it says to who has no token. */
const WITHOUT_TOKEN: Record<string, number> = {
  "GET /healthz": 200,
  "GET /readyz": 200,
  "GET /api/openapi.json": 200,
  "GET /api/checks": 401,
  "GET /api/programmes": 401,
  "GET /api/programmes/{id}": 401,
  "GET /api/programmes/{id}/picture": 401,
  "POST /api/networks": 401,
  "GET /api/networks": 401,
  "POST /api/demos": 401,
  "GET /api/networks/{id}": 401,
  "GET /api/networks/{id}/card": 401,
  "GET /api/networks/{id}/events": 401,
  "GET /api/networks/{id}/ledger": 401,
  "GET /api/networks/{id}/log": 401,
  "GET /api/networks/{id}/timeline": 401,
  "GET /api/networks/{id}/chart": 401,
  "GET /api/networks/{id}/agenda": 401,
  "GET /api/networks/{id}/inspection": 401,
  "GET /api/networks/{id}/inspection/moves": 401,
  "POST /api/networks/{id}/inspection/what-if": 401,
  "GET /api/networks/{id}/messages": 401,
  "GET /api/networks/{id}/meetings": 401,
  "GET /api/networks/{id}/homework": 401,
  "GET /api/networks/{id}/meetings/{item}": 401,
  "GET /api/networks/{id}/meetings/{item}/calendar": 401,
  "GET /api/networks/{id}/homework/{item}": 401,
  "POST /api/networks/{id}/files": 401,
  "GET /api/networks/{id}/files": 401,
  "GET /api/networks/{id}/files/{file}": 401,
  "DELETE /api/networks/{id}/files/{file}": 401,
  "DELETE /api/people/{email}": 401,
  "GET /api/networks/{id}/foundation": 401,
  "GET /api/networks/{id}/people": 401,
  "GET /api/networks/{id}/reminders": 401,
  "POST /api/networks/{id}/rosters": 401,
  "GET /api/networks/{id}/verification": 401,
  "GET /api/networks/{id}/audit": 401,
  "GET /api/networks/{id}/monitoring": 401,
  "GET /api/networks/{id}/effort": 401,
  "GET /api/networks/{id}/budget": 401,
  "GET /api/networks/{id}/report": 401,
  "GET /api/networks/{id}/discoveries": 401,
  "GET /api/networks/{id}/themes": 401,
  "GET /api/networks/{id}/ideas": 401,
  "GET /api/networks/{id}/ideas/{idea}": 401,
  "GET /api/networks/{id}/decisions/{subject}": 401,
  "GET /api/networks/{id}/ballots": 401,
  "GET /api/me": 401,
  "GET /api/me/export": 401,
  "POST /api/me/erasures": 401,
  "GET /api/sessions": 401,
  "DELETE /api/sessions/{id}": 401,
  "GET /api/drafts/{id}": 401,
  "PATCH /api/me": 401,
  "GET /api/me/waiting": 401,
  "GET /api/networks/{id}/waiting": 401,
  "GET /api/networks/{id}/now": 401,
  "GET /api/overview": 401,
  "GET /api/networks/{id}/plan": 401,
  "GET /api/networks/{id}/export": 401,
  "GET /api/networks/{id}/edition": 401,
  "POST /api/networks/{id}/edition": 401,
  "POST /api/networks/{id}/previews": 401,
  "POST /api/networks/{id}/triggers": 401,
  "POST /api/networks/{id}/steps": 401,
  "POST /api/networks/{id}/tokens": 401,
  "POST /api/networks/{id}/feeds": 401,
  "GET /api/networks/{id}/feeds": 401,
  "POST /api/feeds": 401,
  "GET /api/feeds": 401,
  "DELETE /api/feeds/{id}": 401,
  "GET /calendars/{file}": 404,
  "POST /api/networks/{id}/resets": 401,
  "POST /api/networks/{id}/rebuilds": 401,
  "GET /api/backup": 401,
  "GET /api/answer-links/{token}": 404,
  "POST /api/answer-links/{token}": 404,
  "GET /api/sign-ups/{token}": 404,
  "POST /api/sign-ups/{token}": 404,
  "GET /api/networks/{id}/sign-ups": 401,
  "GET /api/poll-links/{token}": 404,
  "POST /api/poll-links/{token}": 404,
  "GET /api/networks/{id}/polls": 401,
  "GET /api/theme-proposals": 401,
  "POST /api/theme-proposals": 401,
  "GET /api/theme-proposals/{id}": 401,
  "POST /api/theme-proposals/{id}/decisions": 401,
  "POST /api/theme-proposals/{id}/withdrawals": 401,
  "POST /api/theme-proposals/{id}/hours": 401,
  "POST /api/theme-proposals/{id}/networks": 401,
  "GET /api/forum-meetings": 401,
  "PUT /api/forum-meetings": 401,
  "GET /api/offices": 401,
  "GET /api/network-drafts": 401,
  "POST /api/network-drafts": 401,
  "GET /api/network-drafts/{id}": 401,
  "PATCH /api/network-drafts/{id}": 401,
  "DELETE /api/network-drafts/{id}": 401,
  "GET /api/network-drafts/{id}/messages": 401,
  "POST /api/network-drafts/{id}/networks": 401,
  "PUT /api/offices": 401,
  "GET /api/machines/versions": 401,
  "POST /api/machines/migrations": 401,
};
/** Ways in, which anybody may knock at: what is wrong with the call is said, and nothing of who is known. */
const OPEN = [
  "GET /api/sign-ins",
  "POST /api/sign-ins",
  "POST /api/provider-visits",
  "POST /api/sessions",
  "POST /api/drafts",
];
/** Those that say how the house is, not part of what it does, and what no program of ours reads. */
const UNDESCRIBED = [
  "GET /healthz",
  "GET /readyz",
  "GET /api/openapi.json",
  "GET /calendars/{file}",
  "GET /api/networks/{id}/events",
];

/** What is answered where that is no JSON. */
const FILES: Record<string, string> = {
  "get /api/networks/{id}/files/{file}": "application/octet-stream",
  "get /api/backup": "application/gzip",
};

type Document = {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: object };
};
type Operation = {
  summary: string;
  parameters?: { name: string; in: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
};

const registered = () => {
  const own = house.api().app.routes.filter(({ method }) => method !== "ALL");
  return [...new Set(own.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`))];
};
const described = async () => (await house.ask<Document>("GET", "/api/openapi.json", { as: null })).body;
const urlOf = (path: string) => path.replace("{id}", "innovationsnetvaerk");

test("each says what it should to who has no token, and to who has a wrong one, whatever else is wrong with the call", async () => {
  expect(registered().toSorted()).toEqual([...Object.keys(WITHOUT_TOKEN), ...OPEN].toSorted());
  for (const [route, expected] of Object.entries(WITHOUT_TOKEN)) {
    const [method, path] = route.split(" ") as [string, string];
    const bodies = method === "POST" ? [undefined, {}, "{broken", "x".repeat(2_000_000)] : [undefined];
    for (const body of bodies) {
      for (const as of [null, "fd_wrong"]) {
        const { status, headers, body: said } = await house.ask(method, urlOf(path), { as, body });
        expect([route, status]).toEqual([route, expected]);
        const wanted = expected === 401 ? ["sign-in", "Bearer"] : [said.code, null];
        expect([said.code, headers.get("www-authenticate")]).toEqual(wanted);
      }
    }
  }
});

test.each(["Basic abc", "Bearer", "Bearer ", "fd_x", ""])("«%s» is no sign-in", async (authorization) => {
  const { status } = await house.ask("GET", "/api/networks", { as: null, headers: { authorization } });
  expect(status).toBe(401);
});

test("a token that was ended lets nobody in", async () => {
  const network = await house.network();
  const token = await network.tokenOf("guest");
  expect((await house.ask("GET", "/api/networks", { as: token })).status).toBe(200);
  await house.store.db.updateTable("token").set({ revoked_at: 1 }).where("admin", "=", false).execute();
  expect((await house.ask("GET", "/api/networks", { as: token })).status).toBe(401);
});

test("the description is OpenAPI 3.1 and names every route", async () => {
  const { openapi, info, paths, components } = await described();
  expect(openapi).toMatch(/^3\.1\.\d+$/);
  expect(info).toMatchObject({ title: "Fremdrift", version: expect.any(String) });
  expect(components.securitySchemes).toEqual({ bearer: { type: "http", scheme: "bearer" } });
  const named = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(named.toSorted()).toEqual(
    registered()
      .filter((route) => !UNDESCRIBED.includes(route))
      .toSorted(),
  );
});

test("each description holds: its parameters are those of the path, its references lead somewhere, its problems are problems", async () => {
  const document = await described();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, { summary, parameters = [], requestBody, responses }] of Object.entries(operations)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((one) => one.in === "path");
      expect([path, declared.map(({ name }) => name)]).toEqual([path, inPath]);
      expect(declared.every(({ required }) => required)).toBe(true);
      expect([path, method, summary.length > 0]).toEqual([path, method, true]);
      expect([path, requestBody !== undefined]).toEqual([path, ["post", "patch", "put"].includes(method)]);
      const refusal = String(WITHOUT_TOKEN[`${method.toUpperCase()} ${path}`] ?? (method === "get" ? 200 : 422));
      expect([path, Object.keys(responses)]).toEqual([path, expect.arrayContaining([refusal])]);
      for (const [status, { description, content = {} }] of Object.entries(responses)) {
        expect(description).not.toBe("");
        const usual = FILES[`${method} ${path}`] ?? "application/json";
        const type = Number(status) < 400 ? usual : "application/problem+json";
        expect([path, status, Object.keys(content)]).toEqual([path, status, [type]]);
      }
    }
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
  expect(references.length).toBeGreaterThan(5);
  const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
  expect(references.filter((to) => !known.includes(to ?? ""))).toEqual([]);
  // What JSON Schema no longer knows, and 3.0 did.
  expect(JSON.stringify(document)).not.toMatch(/"nullable"|"exclusiveM(?:in|ax)imum":(?:true|false)/);
});

test("an address that is not there and a method that it does not take are told apart", async () => {
  const absent = await house.ask("GET", "/api/netvaerk");
  expect(absent).toMatchObject({ status: 404, body: { code: "no-route" } });
  const method = await house.ask("DELETE", "/api/networks");
  expect(method).toMatchObject({ status: 405, body: { code: "no-method" } });
  expect(method.headers.get("allow")).toBe("POST, GET");
});
