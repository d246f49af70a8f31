import { sql } from "kysely";
import { expect, test } from "vitest";
import { isDeepStrictEqual } from "node:util";
import { json, recordset } from "../../store/json.ts";
import { inTransaction, type Store } from "../../store/open.ts";
import { getNetwork } from "../../store/networks.ts";
import { aNetwork, givenNetwork } from "./given.ts";

export function typeCases(store: () => Store): void {
  const one = async (text: string) =>
    (await sql<{ v: unknown }>`select ${sql.raw(text)} as v`.execute(store().db)).rows[0]?.v;

  test("the process runs in the zone that the suite says", () => {
    const winter = process.env["TZ"] === "Europe/Copenhagen" ? -60 : 0;
    expect(new Date(2027, 0, 1).getTimezoneOffset()).toBe(winter);
  });

  test("an int8 is a number, and one too large for a number is refused", async () => {
    expect(await one("9007199254740991::int8")).toBe(Number.MAX_SAFE_INTEGER);
    expect(await one("count(*)")).toBe(1);
    await expect(one("9007199254740993::int8")).rejects.toThrow(/9007199254740993 is too large/);
    expect(await one("1")).toBe(1);
  });

  test("what depends on a zone or is inexact stays text", async () => {
    expect(await one("1.50::numeric")).toBe("1.50");
    expect(await one("'2027-03-28'::date")).toBe("2027-03-28");
    expect(await one("'2027-03-28 02:30'::timestamp")).toBe("2027-03-28 02:30:00");
    expect(await one("'2027-03-28 02:30+00'::timestamptz")).toBeTypeOf("string");
  });

  test.each([null, 1, "text", true, [1, [2], { a: null }], { "æ\\u0000": "\\ 😀 '" }, []])(
    "jsonb keeps %j",
    async (value) => {
      const { rows } = await sql<{ v: unknown; w: unknown }>`select ${json(value)}::jsonb as v,
      ${json(value)}::json as w`.execute(store().db);
      expect(rows).toEqual([{ v: value, w: value }]);
    },
  );

  test.each(["a\u0000b", "\ud83d", "\\\u0000"])("a text that cannot be stored is refused as such: %j", (text) => {
    expect(() => json({ text })).toThrow(expect.objectContaining({ code: "unstorable" }) as Error);
  });

  test("rows go in as one parameter, missing keys as null", async () => {
    const rows = recordset([{ id: "a", at: 5, data: [1] }, { id: "b" }], "id text, at int8, data jsonb");
    const result = await sql`select * from ${rows} order by id`.execute(store().db);
    expect(result.rows).toEqual([
      { id: "a", at: 5, data: [1] },
      { id: "b", at: null, data: null },
    ]);
  });

  test("a transaction that fails leaves nothing, and nothing from beside it slips in or is lost with it", async () => {
    const inside = aNetwork();
    let beside: Promise<string> | undefined;
    let seen: Promise<unknown> | undefined;
    const failing = inTransaction(store(), async (tx) => {
      await tx
        .insertInto("person")
        .values({
          id: inside.id,
          name: "",
          email: null,
          email_key: null,
          language: "da",
          erased_at: null,
        })
        .execute();
      seen = store().db.selectFrom("person").select("id").where("id", "=", inside.id).execute();
      beside = givenNetwork(store());
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error("planned");
    });
    await expect(failing).rejects.toThrow("planned");
    expect(await seen).toEqual([]);
    const network = await getNetwork(store(), (await beside) ?? "");
    expect(isDeepStrictEqual(network?.plan, inside.plan)).toBe(true);
  });

  test("a statement that fails leaves the connection usable", async () => {
    await expect(sql`select nonsense`.execute(store().db)).rejects.toThrow(/nonsense/);
    await store().ping();
  });
}
