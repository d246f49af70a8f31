import { describe, expect, it } from "vitest";
import { fremdrift, given } from "./given.ts";

describe("audit", () => {
  it("network verify says that a ledger is whole, and refuses one that is not, row by row", async () => {
    const whole = { ok: true, rows: 7, head: "ab", broken: [] };
    const { env } = await given({ "GET /api/networks/n1/verification": () => ({ body: whole }) });
    expect(await fremdrift("network verify n1 --lang en", env)).toMatchObject({
      code: 0,
      out: "The ledger is whole: 7 rows. Last link: ab\n",
    });
    const broken = [
      { seq: 3, what: "changed" },
      { seq: 5, what: "missing" },
    ];
    const not = { ...whole, ok: false, broken };
    const other = await given({ "GET /api/networks/n1/verification": () => ({ body: not }) });
    expect(await fremdrift("network verify n1", other.env)).toMatchObject({
      code: 1,
      out: "Række 3: er ikke, som den blev skrevet\nRække 5: er væk\n",
    });
    expect((await fremdrift("network verify n1 --json", other.env)).json()).toEqual(not);
  });

  it("person erase says what is gone, and what they have left", async () => {
    const erased = { erased: true, networks: ["n1"] };
    const { env, calls } = await given({ "DELETE /api/people/kim%40example.org": () => ({ body: erased }) });
    const done = await fremdrift("person erase kim@example.org", env);
    expect([done.code, calls.length]).toEqual([0, 1]);
    await fremdrift("person erase kim@example.org --texts", env);
    expect(JSON.stringify(calls)).toContain("texts=removed");
    expect(done.out).toMatch(/^Personen er slettet: .* forladt 1 netværk/);
    expect((await fremdrift("person erase kim@example.org --json", env)).json()).toEqual(erased);
  });

  it("network audit writes a row for each change, and no formula", async () => {
    const change = {
      seq: 2,
      at: "2027-02-01T09:00:00+01:00",
      who: "kim@example.org",
      kind: "item.moved",
      subject: "item:m1",
      old: { place: "Salen" },
      new: { place: "=1+1" },
      why: "=2",
      hash: "ab",
    };
    const { env } = await given({ "GET /api/networks/n1/audit": () => ({ body: [change] }) });
    const { out } = await fremdrift("network audit n1", env);
    expect(out.split("\r\n")[1]).toBe(
      "2;2027-02-01T09:00:00+01:00;kim@example.org;;item.moved;Flyttet;item:m1;place: Salen;place: =1+1;'=2;ab\n",
    );
    expect((await fremdrift("network audit n1 --json", env)).json()).toEqual([change]);
  });
});
