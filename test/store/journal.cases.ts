import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Book, Contribution, LedgerRow } from "../../machines/ledger.ts";
import { factRows, ideaTexts } from "../../store/contributions.ts";
import { append } from "../../store/journal.ts";
import { saveAnswers } from "../../store/idempotency.ts";
import { entriesByKey, lastSeq, readLedger } from "../../store/ledger.ts";
import { getNetwork } from "../../store/networks.ts";
import type { Store } from "../../store/open.ts";
import { dropTexts, keepTexts } from "../../store/texts.ts";
import { countOutbox } from "../../store/outbox.ts";
import { peopleOf } from "../../store/people.ts";
import { aModel, aPerson, aRow, aView, fresh, givenNetwork, T0, written } from "./given.ts";

export function journalCases(store: () => Store): void {
  const nothing = (book: Book) => ({
    rows: [],
    n: book.n,
    view: book.view,
    deliveries: [],
    contributions: [],
    members: [],
  });
  const seqs = async (id: string) => (await readLedger(store(), id)).map(({ seq }) => seq);

  test("a row comes back as it was written, with who did it and what became of its mails", async () => {
    const [lead, reader] = [aPerson(), aPerson()];
    const id = await givenNetwork(store(), { people: [lead, reader] });
    const full: LedgerRow = aRow(1, {
      n: 1,
      key: "k",
      by: lead.id,
      role: "networkLead",
      rule: "meeting.7d",
      planned: T0 + 9,
      reason: "fordi",
      to: ["invited"],
      data: { a: null, b: [1, { c: "ø" }] },
    });
    await written(store(), id, [full, { by: "nobody known" }], {
      n: 1,
      deliveries: [{ seq: 1, person: reader.id, model: aModel() }],
    });
    const person = { name: lead.name, email: lead.email };
    expect(await readLedger(store(), id)).toEqual([
      { ...full, person, deliveries: [{ person: reader.id, state: "queued", attempts: 0 }] },
      { ...aRow(2), by: "nobody known", deliveries: [] },
    ]);
    expect(await entriesByKey(store(), id, "k")).toEqual([full]);
    expect(await lastSeq(store(), id)).toEqual({ seq: 2, n: 1 });
    expect(await lastSeq(store(), "none")).toBeUndefined();
  });

  test("the ledger is read in parts", async () => {
    const id = await givenNetwork(store());
    await written(store(), id, [{}, {}, {}, {}]);
    expect((await readLedger(store(), id, { after: 1, limit: 2 })).map(({ seq }) => seq)).toEqual([2, 3]);
  });

  test("the book holds what there is when it is decided", async () => {
    const person = aPerson();
    const id = await givenNetwork(store(), { people: [person] });
    const answer = {
      kind: "answer.given",
      person: person.id,
      item: "m1",
      key: "k1",
      at: T0,
      data: { answer: "yes" },
    } as const;
    await written(store(), id, [{ n: 1 }], {
      n: 1,
      contributions: [answer, { ...answer, key: "k2", data: { answer: "no" } }],
    });
    const books: Book[] = [];
    await append(store(), id, (book) => (books.push(book), nothing(book)));
    await append(store(), id, (book) => (books.push(book), nothing(book)), undefined, {});
    const network = await getNetwork(store(), id);
    const { title, plan, view } = network ?? {};
    const common = { network: { id, title }, plan, view, seq: 1, n: 1 };
    expect(books[0]).toEqual({
      ...common,
      people: [person],
      contributions: [answer, { ...answer, key: "k2", data: { answer: "no" } }],
    });
    expect(books[1]).toEqual({ ...common, people: [], contributions: [] });
  });

  test("view, clock, end, phases and ideas follow the writing", async () => {
    const id = await givenNetwork(store());
    const design = { state: "open", openedAt: T0 + 1, reopened: 0 } as const;
    const view = aView({
      now: T0 + 7,
      phases: { ...aView().phases, design },
      ideas: { i1: { state: "captured", round: 0, key: "k" } },
    });
    await written(store(), id, [{}], { view });
    await written(store(), id, [{}], {
      view: {
        ...view,
        ideas: { i1: { state: "discarded", round: 1, key: "k", reason: "dyr" } },
        ended: { at: T0 + 7, outcome: "end" },
      },
    });
    expect(await getNetwork(store(), id)).toMatchObject({
      seq: 2,
      now: T0 + 7,
      endedAt: T0 + 7,
      view: { phases: { design } },
    });
    const phases = await store()
      .db.selectFrom("phase")
      .selectAll()
      .where("network_id", "=", id)
      .where("state", "=", "open")
      .execute();
    expect(phases).toMatchObject([{ id: "design", opened_at: T0 + 1, closed_at: null, planned_to: "2027-03-21" }]);
    const ideas = await store().db.selectFrom("idea").selectAll().where("network_id", "=", id).execute();
    expect(ideas).toEqual([{ network_id: id, id: "i1", state: "discarded", round: 1, reason: "dyr" }]);
  });

  test("a role passes on with the rows that say so, from hand to hand in their order", async () => {
    const [lead, next, last] = ["networkLead", "coreMember", "guest"].map((role) => aPerson({ roles: [role] }));
    const id = await givenNetwork(store(), { people: [lead!, next!, last!] });
    const passed = (from = lead!, to = next!) => ({
      do: "handOver" as const,
      role: "networkLead",
      from: from.id,
      to: to.id,
    });
    const kind = "role.handedOver" as const;
    await written(store(), id, [{ kind }, { kind }], { members: [passed(lead, next), passed(next, last)] });
    expect(await peopleOf(store(), id)).toEqual([next, { ...last!, roles: ["guest", "networkLead"] }]);
  });

  test("the clock of a network never goes back with a late writing", async () => {
    const id = await givenNetwork(store());
    await written(store(), id, [{}], { view: aView({ now: T0 + 9 }) });
    await written(store(), id, [{}], { view: aView({ now: T0 + 2 }) });
    expect((await getNetwork(store(), id))?.now).toBe(T0 + 9);
  });

  test("many at once leave no gap and no double", async () => {
    const id = await givenNetwork(store());
    await Promise.all(
      Array.from({ length: 60 }, (_, i) =>
        written(
          store(),
          id,
          Array.from({ length: 1 + (i % 3) }, () => ({ key: `k${i}` })),
        ),
      ),
    );
    expect(await seqs(id)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
    expect(await lastSeq(store(), id)).toMatchObject({ seq: 120 });
  });

  test("the machine's entries are written once, whoever repeats them and however many at once", async () => {
    const id = await givenNetwork(store());
    const entries = [1, 2, 3].map((n) => ({ n, at: T0 + n }));
    const write = () =>
      append(store(), id, (book) => {
        const fresh = entries.filter(({ n }) => n > book.n);
        return {
          ...nothing(book),
          rows: fresh.map((entry, i) => aRow(book.seq + i + 1, entry)),
          n: 3,
        };
      });
    const writings = await Promise.all([write(), write(), write()]);
    expect(writings.map(({ rows }) => rows.length).toSorted()).toEqual([0, 0, 3]);
    await expect(written(store(), id, [{ n: 2 }])).rejects.toThrow(/ledger_network_id_n_key/);
    expect(await seqs(id)).toEqual([1, 2, 3]);
  });

  test("all or nothing: an error in what goes along takes rows, mails and contributions with it", async () => {
    const person = aPerson();
    const id = await givenNetwork(store(), { people: [person] });
    const contribution = { kind: "discovery.added", key: "k", at: T0, data: {} } as const;
    const failing = append(
      store(),
      id,
      (book) => ({
        ...nothing(book),
        rows: [aRow(1)],
        deliveries: [{ seq: 1, person: person.id, model: aModel() }],
        contributions: [contribution],
      }),
      () => Promise.reject(new Error("planned")),
    );
    await expect(failing).rejects.toThrow("planned");
    expect(await seqs(id)).toEqual([]);
    expect(await factRows(store(), id)).toEqual([]);
    expect(await countOutbox(store(), id)).toEqual({ queued: 0, sending: 0, sent: 0, failed: 0 });
    expect(await lastSeq(store(), id)).toEqual({ seq: 0, n: 0 });
  });

  test("of two requests with one key at once, one happens", async () => {
    const id = await givenNetwork(store());
    const answer = {
      scope: id,
      key: fresh("k"),
      bodyHash: "h",
      status: 200,
      response: {},
      createdAt: T0,
    };
    const request = () =>
      append(
        store(),
        id,
        (book) => ({ ...nothing(book), rows: [aRow(book.seq + 1)] }),
        (tx) => saveAnswers(tx, [answer]),
      );
    const outcomes = await Promise.allSettled([request(), request()]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await seqs(id)).toEqual([1]);
  });

  test("rows out of order, and a network that is not there, are refused", async () => {
    const id = await givenNetwork(store());
    await expect(written(store(), id, [{ seq: 2 }])).rejects.toMatchObject({
      code: "out-of-order",
    });
    await expect(written(store(), "none", [{}])).rejects.toMatchObject({
      code: "no-network",
      message: expect.stringContaining("none") as string,
    });
    expect(await seqs(id)).toEqual([]);
  });

  test("facts are read by kind in the order they were given", async () => {
    const id = await givenNetwork(store());
    const fact = (kind: "theme.described" | "text" | "discovery.added", key: string) => ({
      kind,
      key,
      at: T0,
      data: { key },
    });
    await written(store(), id, [], {
      contributions: [fact("theme.described", "z"), fact("text", "i"), fact("discovery.added", "a")],
    });
    // Where a row lies says nothing of when it was written: this one lies last and is the oldest.
    await sql`insert into contribution (id, network_id, kind, key, at, data) overriding system value
      values (-extract(epoch from clock_timestamp()) * 1000, ${id}, 'answer.given', 'old', 0, '{}')`.execute(
      store().db,
    );
    const keys = async (kinds?: string[]) => (await factRows(store(), id, kinds)).map(({ key }) => key);
    expect(await keys(["discovery.added", "theme.described"])).toEqual(["z", "a"]);
    expect(await keys()).toEqual(["old", "z", "i", "a"]);
    expect(await keys([])).toEqual([]);
    expect(await ideaTexts(store(), id)).toEqual(new Map([["i", { key: "i" }]]));
  });

  test("a trigger's texts are kept once, also when it is sent again at once, and dropped by their keys", async () => {
    const [id, other] = [await givenNetwork(store()), await givenNetwork(store())];
    const text = (key: string, title: string): Contribution => ({ kind: "text", key, at: T0, data: { title } });
    await Promise.all([1, 2].map(() => keepTexts(store(), id, [text("a", "A"), text("b", "B")])));
    await keepTexts(store(), id, [text("a", "another"), text("c", "C")]);
    await keepTexts(store(), other, [text("a", "elsewhere")]);
    await written(store(), id, [], { contributions: [{ kind: "discovery.added", key: "b", at: T0, data: {} }] });
    const titles = async (of: string) => [...(await ideaTexts(store(), of)).values()].map(({ title }) => title);
    expect((await titles(id)).toSorted()).toEqual(["A", "B", "C"]);
    await dropTexts(store(), id, []);
    await dropTexts(store(), id, ["a", "b"]);
    expect(await titles(id)).toEqual(["C"]);
    expect(await titles(other)).toEqual(["elsewhere"]);
    expect(await factRows(store(), id, ["discovery.added"])).toHaveLength(1);
  });
}
