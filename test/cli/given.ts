// Given for the command line: a process around it, and a server that answers as the API's shapes say.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { onTestFinished } from "vitest";
import type { EntryJson } from "../../api/shapes.ts";
import { main } from "../../cli/main.ts";
import { planOf } from "../../programmes/plan.ts";
import { listProgrammes } from "../../library/programmes.ts";

export type Done = { code: number; out: string; err: string; json: () => unknown };

/** Runs one command in this process. */
export async function fremdrift(line: string | string[], env: Record<string, string> = {}): Promise<Done> {
  const [out, err]: [string[], string[]] = [[], []];
  const argv = typeof line === "string" ? line.split(" ").filter(Boolean) : line;
  const code = await main(argv, { env, out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join(""), err: err.join(""), json: () => JSON.parse(out.join("")) as unknown };
}

export const DETAIL = {
  id: "n1",
  title: "Mindre ventetid",
  programme: "innovationsnetvaerk",
  start: "2027-02-01",
  clock: "stepped",
  createdAt: "2027-02-01T00:00:00+01:00",
  seq: 3,
  ended: false,
  week: 7,
  weeks: 27,
  state: {
    now: "2027-03-15T09:00:00+01:00",
    phases: { qualification: "closed", design: "open", focusing: "paused", discovery: "waiting" },
    ideas: [{ id: "i1", state: "testing", round: 2, title: "Ring op" }],
    items: {},
    ended: false,
  },
  unmet: { design: [{ criterion: "coreMembers", title: "Kerne", have: 2, need: 4 }], focusing: [] },
  people: [{ name: "Kim Prøve", email: "kim@example.org", roles: ["networkLead"] }],
};

export const ENTRIES: EntryJson[] = [
  { seq: 1, at: "2027-02-01T00:00:00+01:00", kind: "network.created", subject: "network" },
  {
    seq: 2,
    at: "2027-03-15T09:00:00+01:00",
    kind: "phase.opened",
    subject: "phase:focusing",
    by: "kim@example.org",
    role: "networkLead",
  },
  { seq: 3, at: "2027-05-04T14:00:00+02:00", kind: "idea.captured", subject: "idea:i1" },
  { seq: 4, at: "2027-09-01T11:00:00+02:00", kind: "network.ended", subject: "network", data: { outcome: "spread" } },
];

export type Call = { method: string; path: string; body: unknown; key?: string; token?: string; language?: string };

type Answer = { status?: number; body: unknown } | "hang up";
type Answers = { [route: string]: (call: Call, nth: number) => Answer | Promise<Answer> };

const AGENDA = [
  {
    at: "2027-03-16T09:00:00+01:00",
    kind: "message",
    subject: "item:m1",
    title: "Påmindelse: Møde 1",
    to: ["a@example.org", "b@example.org", "c@example.org", "d@example.org"],
  },
];

const USUAL: Answers = {
  "GET /api/networks": () => ({ body: [DETAIL] }),
  "POST /api/networks": () => ({ status: 201, body: DETAIL }),
  "POST /api/demos": () => ({ status: 201, body: DETAIL }),
  "GET /api/networks/n1": () => ({ body: DETAIL }),
  "GET /api/networks/n1/agenda": () => ({ body: AGENDA }),
  "GET /api/networks/n1/ledger": ({ path }) => {
    const after = Number(/after=(\d+)/.exec(path)?.[1]);
    return { body: ENTRIES.filter(({ seq = 0 }) => seq > after).slice(0, 2) };
  },
  "POST /api/networks/n1/triggers": ({ key }) => ({ body: { key, entries: ENTRIES.slice(1, 2), state: DETAIL.state } }),
  "POST /api/networks/n1/steps": () => ({ body: { entries: ENTRIES.slice(1, 2), state: DETAIL.state } }),
  "POST /api/networks/n1/tokens": () => ({ body: { token: "fd_x", person: "kim@example.org" } }),
  "GET /api/checks": () => ({ body: [{ name: "worker", ok: true, detail: "1 polling", hint: "" }] }),
};

/** A server with the usual answers and those given instead, the calls it got, and an environment that points at it. */
export async function given(
  answers: Answers = {},
): Promise<{ env: Record<string, string>; calls: Call[]; close: () => void }> {
  const calls: Call[] = [];
  const all: Answers = {
    ...USUAL,
    "GET /api/networks/n1/plan": async () => ({ body: planOf((await listProgrammes())[0]!, "2027-02-01") }),
    ...answers,
  };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all("*", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const route = `${c.req.method} ${pathname}`;
    const call = callOf(c.req.raw, `${pathname}${search}`, await c.req.text());
    const nth = calls.push(call) && calls.filter(({ path }) => path.split("?")[0] === pathname).length;
    const answer = await all[route]?.(call, nth);
    if (answer === "hang up") c.env.incoming.socket.destroy();
    if (answer === undefined || answer === "hang up")
      return c.json(problem("not-found", 404, `«${route}» findes ikke.`), 404);
    return c.json(answer.body as object, (answer.status ?? 200) as 200);
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
  await new Promise((resolve) => (server.listening ? resolve(undefined) : server.once("listening", resolve)));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return { env: { FREMDRIFT_URL: `http://127.0.0.1:${port}`, FREMDRIFT_TOKEN: "fd_admin" }, calls, close };
}

export const problem = (code: string, status: number, detail: string, more: object = {}) => ({
  type: `urn:fremdrift:problem:${code}`,
  title: code,
  status,
  code,
  detail,
  hint: "Gør noget andet.",
  ...more,
});

function callOf({ method, headers }: Request, path: string, text: string): Call {
  const header = (name: string) => headers.get(name) ?? undefined;
  const [key, token, language] = [header("idempotency-key"), header("authorization"), header("accept-language")];
  return {
    method,
    path,
    body: text ? (JSON.parse(text) as unknown) : undefined,
    ...(key !== undefined && { key }),
    ...(token !== undefined && { token }),
    ...(language !== undefined && { language }),
  };
}
