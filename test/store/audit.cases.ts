import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Contribution } from "../../machines/ledger.ts";
import { audit } from "../../store/audit.ts";
import type { Store } from "../../store/open.ts";
import { erase } from "../../store/people.ts";
import { keepTexts } from "../../store/texts.ts";
import { aPerson, givenNetwork, T0, written } from "./given.ts";

/** Four rows: by a person, with a text of a trigger, with a contribution, and by nobody. */
async function given(store: Store) {
  const person = aPerson();
  const id = await givenNetwork(store, { people: [person] });
  const text: Contribution = { kind: "text", key: "k2", at: T0, data: { title: "En idé" } };
  const discovery: Contribution = {
    kind: "discovery.added",
    person: person.id,
    key: "k3",
    at: T0,
    data: { text: "Set" },
  };
  await keepTexts(store, id, [text]);
  await written(store, id, [
    { by: person.id, key: "k1", reason: "fordi", to: ["invited"], data: { a: [1, { b: 2 }] } },
  ]);
  await written(store, id, [{ key: "k2", by: person.id }, { key: "k2" }]);
  await written(store, id, [{ key: "k3", by: person.id }, {}], { contributions: [discovery] });
  return { id, person };
}

export function auditCases(store: () => Store): void {
  const broken = async (id: string) => (await audit(store(), id)).broken;
  const run = async (statement: string, id: string) =>
    await sql.raw(statement.replace("ID", `'${id}'`)).execute(store().db);

  test("a ledger that nobody touched is whole, and so is an empty one", async () => {
    const { id } = await given(store());
    expect(await audit(store(), id)).toEqual({
      rows: 5,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
      broken: [],
      withheld: 0,
    });
    const empty = { rows: 0, head: "", broken: [], withheld: 0 };
    expect(await audit(store(), await givenNetwork(store()))).toEqual(empty);
  });

  test.each([
    ["set at = at + 1", 1],
    ["set kind = 'phase.closed'", 1],
    ["set subject = 'phase:test'", 2],
    ["set by_person = 'somebody'", 2],
    ["set role = 'networkLead'", 3],
    ["set reason = 'derfor'", 1],
    ["set reason = null", 1],
    ["set audience = null", 1],
    [`set data = '{"a":[1,{"b":3}]}'`, 1],
    ["set key = 'other'", 4],
    ["set planned = 1", 5],
    ["set texts = null", 2],
  ])("a row that was changed (%s) shows, and only that row", async (change, seq) => {
    const { id } = await given(store());
    await run(`update ledger ${change} where network_id = ID and seq = ${seq}`, id);
    expect(await broken(id)).toEqual([{ seq, what: "changed" }]);
  });

  test("a row that was taken out or put in shows, and so does an end that was cut off", async () => {
    const { id } = await given(store());
    await run("delete from ledger where network_id = ID and seq = 3", id);
    expect(await broken(id)).toEqual([{ seq: 3, what: "missing" }]);
    const other = (await given(store())).id;
    await run("delete from ledger where network_id = ID and seq = 5", other);
    expect(await broken(other)).toEqual([{ seq: 5, what: "missing" }]);
    await run("update network set seq = 4 where id = ID", other);
    expect(await broken(other)).toEqual([{ seq: 4, what: "end" }]);
    const third = (await given(store())).id;
    await run(
      `insert into ledger (network_id, seq, at, kind, subject, hash) select network_id, 6, at, kind, subject, hash
       from ledger where network_id = ID and seq = 5`,
      third,
    );
    expect(await broken(third)).toEqual([{ seq: 6, what: "changed" }]);
  });

  test("a text that was changed or taken out shows at the row it came with", async () => {
    const { id } = await given(store());
    await run(`update contribution set data = '{"title":"En anden"}' where network_id = ID and key = 'k2'`, id);
    await run("delete from contribution where network_id = ID and key = 'k3'", id);
    expect(await broken(id)).toEqual([
      { seq: 2, what: "texts" },
      { seq: 4, what: "texts" },
    ]);
  });

  test("who is erased leaves a chain that holds, and no name", async () => {
    const { id, person } = await given(store());
    await erase(store(), person.id, T0);
    expect(await broken(id)).toEqual([]);
    const { rows } = await sql<{ name: string; email: null; erased_at: number }>`
      select name, email, erased_at from person where id = ${person.id}`.execute(store().db);
    expect(rows).toEqual([{ name: "", email: null, erased_at: T0 }]);
  });

  test("who is erased with what they wrote leaves no word, and a chain that holds; nobody else can hide a change so", async () => {
    const { id } = await given(store());
    await run("update contribution set withheld = true, data = '{}' where network_id = ID and key = 'k2'", id);
    expect(await broken(id)).toEqual([{ seq: 2, what: "texts" }]);
    const other = await given(store());
    await erase(store(), other.person.id, T0, { texts: "removed" });
    expect(await audit(store(), other.id)).toMatchObject({ broken: [], withheld: 1 });
    const { rows } = await sql<{ data: object }>`
      select data from contribution where network_id = ${other.id} and key = 'k3'`.execute(store().db);
    expect(rows).toEqual([{ data: { text: "…" } }]);
  });
}
