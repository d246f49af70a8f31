// network compare and network adopt, as they are written on the command line.
import { expect, it } from "vitest";
import { ENTRIES, fremdrift, given } from "./given.ts";

const EDITION = {
  programme: { id: "innovationsnetvaerk", version: 2 },
  own: { id: "innovationsnetvaerk", version: 1 },
  pieces: [
    { piece: "rounds", kind: "changed", fields: [], triggers: [], why: "Det lå fast." },
    {
      piece: "items.m1",
      kind: "changed",
      title: "Møde 1",
      fields: ["when"],
      triggers: [
        { type: "tightenItem", data: { item: "m1", first: "2027-03-16", last: "2027-03-16" } },
        { type: "pinItem", data: { item: "m1", start: "2027-03-16" } },
      ],
    },
  ],
};
const answers = {
  "GET /api/networks/n1/edition": () => ({ body: EDITION }),
  "POST /api/networks/n1/edition": () => ({ body: { ...EDITION, pieces: [] } }),
  "POST /api/networks/n1/previews": () => ({ body: { entries: ENTRIES.slice(1, 2), told: [], gone: [], coming: [] } }),
};
const asked = (calls: { method: string; path: string }[]) =>
  calls.filter(({ method }) => method === "POST").map(({ path }) => path.split("/").at(-1));

it("compare is a table of the pieces, and takes a file", async () => {
  const { env, calls } = await given(answers);
  const { code, out } = await fremdrift("network compare n1", env);
  expect(code).toBe(0);
  expect(out).toMatch(/^✓ +items\.m1 +Møde 1 +ændret +when +tightenItem; pinItem$/m);
  expect(out).toMatch(/^✗ +rounds +ændret +Det lå fast\.$/m);
  expect((await fremdrift("network compare n1 --json", env)).json()).toEqual(EDITION);
  const other = await fremdrift("network compare n1 --programme partnerskab --lang en", env);
  expect(other.out).toContain("There is no difference.");
  expect(calls.at(-1)!.body).toMatchObject({ programme: { id: "partnerskab", items: { m1: { kind: "meeting" } } } });
});

it("adopt asks each trigger with a key of its own and the reason, in order", async () => {
  const { env, calls } = await given(answers);
  const done = await fremdrift("network adopt n1 items.m1 --key k --json", env);
  expect([done.code, done.err]).toEqual([0, "✓ items.m1 (tightenItem)\n✓ items.m1 (pinItem)\n"]);
  expect(calls.filter(({ path }) => path.endsWith("/triggers")).map(({ key, body }) => [key, body])).toEqual([
    [
      "k:items.m1:1",
      {
        type: "tightenItem",
        data: { ...EDITION.pieces[1]!.triggers[0]!.data, reason: "Udgave 2 af programmet innovationsnetvaerk" },
      },
    ],
    ["k:items.m1:2", { type: "pinItem", data: EDITION.pieces[1]!.triggers[1]!.data }],
  ]);
  expect(done.json()).toMatchObject({ adopted: [{ piece: "items.m1", type: "tightenItem" }, { type: "pinItem" }] });
  const reason = ["network", "adopt", "n1", "items.m1", "--reason", "Aftalt i chefforum"];
  expect((await fremdrift(reason, env)).out).toContain("Fokusering");
  expect(calls.find(({ key }) => key !== "k:items.m1:1" && key?.endsWith(":1"))!.body).toMatchObject({
    data: { reason: "Aftalt i chefforum" },
  });
});

it("adopt --preview shows what each would lead to, and asks nothing", async () => {
  const { env, calls } = await given(answers);
  const { code, out } = await fremdrift("network adopt n1 items.m1 --preview", env);
  expect(code).toBe(0);
  expect(out).toMatch(/items\.m1 \(tightenItem\)\nIntet er sket endnu[^]*items\.m1 \(pinItem\)\n/);
  expect(asked(calls)).toEqual(["previews", "previews"]);
});

it("adopt refuses what is not different and what cannot be adopted before anything is asked", async () => {
  const { env, calls } = await given(answers);
  const unknown = await fremdrift("network adopt n1 items.m1 items.m9", env);
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining("Det er: rounds, items.m1.")]);
  const fixed = await fremdrift("network adopt n1 items.m1 rounds --lang en", env);
  expect([fixed.code, fixed.err]).toEqual([1, expect.stringContaining("«rounds» cannot be adopted. Det lå fast.")]);
  expect((await fremdrift("network adopt n1", env)).code).toBe(2);
  expect(asked(calls)).toEqual([]);
});
