import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fremdrift, given } from "./given.ts";

const FEED = {
  id: "ab12",
  person: "kim@example.org",
  network: "n1",
  whole: true,
  leaveOutFuzzy: false,
  createdAt: "2027-02-01T08:00:00Z",
};
const URL_OF = "http://localhost/calendars/fd_x.ics";

describe("calendars to subscribe to", () => {
  it("network feed asks for one, and shows its address once", async () => {
    const { env, calls } = await given({
      "POST /api/networks/n1/feeds": () => ({ status: 201, body: { ...FEED, url: URL_OF } }),
    });
    const line = "network feed n1 --person kim@example.org --whole --leave-out-fuzzy --key k1";
    const done = await fremdrift(line, env);
    expect([done.code, done.err]).toEqual([0, ""]);
    expect(done.out).toMatch(/^Kalender til kim@example\.org;.*\nhttp:\/\/localhost\/calendars\/fd_x\.ics\n$/);
    expect(calls[0]).toMatchObject({
      key: "k1",
      body: { person: "kim@example.org", whole: true, leaveOutFuzzy: true },
    });
    expect((await fremdrift(`${line} --json`, env)).json()).toEqual({ ...FEED, url: URL_OF });
    await fremdrift("network feed n1", env);
    expect(calls.at(-1)!.body).toEqual({});
  });

  it("network feeds lists them, and says where there are none", async () => {
    const { env } = await given({ "GET /api/networks/n1/feeds": () => ({ body: [FEED] }) });
    expect((await fremdrift("network feeds n1", env)).out).toMatch(
      /kim@example\.org +hele netværket +1\. feb .*ab12\n$/,
    );
    expect((await fremdrift("network feeds n1 --json", env)).json()).toEqual([FEED]);
    const none = await given({ "GET /api/networks/n1/feeds": () => ({ body: [] }) });
    expect((await fremdrift("network feeds n1 --lang en", none.env)).out).toBe("Nobody subscribes to a calendar.\n");
  });

  it("feed revoke takes an id, or the address that it was made with", async () => {
    const hash = createHash("sha256").update("fd_x").digest("hex");
    const done = (id: string) => ({ [`DELETE /api/feeds/${id}`]: () => ({ body: { id, revoked: true } }) });
    const { env, calls } = await given({ ...done("ab12"), ...done(hash) });
    expect((await fremdrift("feed revoke ab12", env)).out).toContain("lukket");
    expect((await fremdrift(`feed revoke ${URL_OF} --json`, env)).json()).toEqual({ id: hash, revoked: true });
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "DELETE /api/feeds/ab12",
      `DELETE /api/feeds/${hash}`,
    ]);
  });
});
