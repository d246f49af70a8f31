import { describe, expect, it } from "vitest";
import { DETAIL, ENTRIES, fremdrift, given } from "./given.ts";

const TOLD = [
  "\n── Uge 1",
  "Uge 1 · 1. feb    Netværket begynder",
  "\n── Uge 3 · pause",
  "\n── Uge 4 · pause",
  "\n── Uge 7",
  "Uge 7 · 15. mar   Fase åbnet: Fokusering (Kim Prøve, netværksleder)",
].join("\n");

describe("demo", () => {
  it("follows the ledger until the network has ended, and tells it", async () => {
    const before = { ...DETAIL, state: { ...DETAIL.state, ideas: [] } };
    const { env, calls } = await given({ "GET /api/networks/n1": (_, nth) => ({ body: nth === 1 ? before : DETAIL }) });
    const done = await fremdrift("demo --speed 2.5", env);
    expect(done.code).toBe(0);
    expect(done.out.startsWith(TOLD)).toBe(true);
    expect(done.out).toContain("Idé noteret: Ring op");
    expect(done.out).toMatch(/Netværket er slut: spredes\n$/);
    expect(done.err).toContain("network ledger n1");
    expect(calls[0]).toMatchObject({ path: "/api/demos", body: { weeksPerSecond: 2.5 } });
  });

  it("with --json gives the network at the end alone, and tells on standard error", async () => {
    const { env, calls } = await given();
    const done = await fremdrift("demo --json --programme innovationsnetvaerk", env);
    expect(done.json()).toEqual(DETAIL);
    expect(done.err).toContain("Fase åbnet: Fokusering");
    expect(calls[0]!.body).toEqual({ programme: "innovationsnetvaerk" });
  });

  it("goes on when the server was away for a moment, telling nothing twice", async () => {
    const { env } = await given({
      "GET /api/networks/n1/ledger": ({ path }, nth) => {
        if (nth === 2 || nth === 3) return "hang up";
        const after = Number(/after=(\d+)/.exec(path)?.[1]);
        return { body: ENTRIES.filter(({ seq = 0 }) => seq > after).slice(0, 1) };
      },
    });
    const done = await fremdrift("demo", env);
    expect(done.code).toBe(0);
    expect(done.out.match(/Netværket begynder/g)).toHaveLength(1);
    expect(done.out).toMatch(/Netværket er slut/);
    expect(done.err.match(/venter/g)).toHaveLength(1);
  });
});
