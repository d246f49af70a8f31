// What is read of the store to be seen from outside: mails that wait, reminders that are late, ledgers that are behind.
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "kysely";
import { openStore, type Store } from "../../store/open.ts";
import { keysOfRows, overdueReminders, plannedOf, waitingMails, writtenIn } from "../../store/watch.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

let store: Store;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "fremdrift-watch-"));
  store = await openStore({ folder });
  for (const statement of ROWS) await sql.raw(statement).execute(store.db);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const network = (id: string, clock: string, planned: object = {}, ended = "null") =>
  `insert into network (id, title, programme_id, plan, clock, started_at, created_at, created_by, seq, n, now, view, ended_at)
   values ('${id}', 'N', 'p', '{}', '${clock}', 0, 0, 'k', 3, 2, 0, '${JSON.stringify({ planned })}', ${ended})`;
const row = (id: string, seq: number, at: number, planned: number | "null", key: string) =>
  `insert into ledger (network_id, seq, at, kind, subject, key, planned, hash)
   values ('${id}', ${seq}, ${at}, 'message.sent', 'item:m1', ${key}, ${planned}, '')`;
const mail = (id: string, seq: number, person: string, state: string, digest = false) =>
  `insert into outbox (network_id, seq, person_id, message_id, model, state, attempts, next_at, digest)
   values ('${id}', ${seq}, '${person}', '${id}.${seq}.${person}', '{}', '${state}', 0, 0, ${digest})`;

const planned = { "item:m1|meeting7": { at: 900 }, "item:m2|meeting7": { at: 5_000 } };
const ROWS = [
  ...["p1", "p2"].map(
    (id) =>
      `insert into person (id, name, email, email_key, language) values ('${id}', 'K', '${id}@example.org', '${id}', 'da')`,
  ),
  network("real", "real", planned),
  network("over", "real", planned, "7"),
  network("step", "stepped", planned),
  row("real", 1, 1_000, 900, "'k1'"),
  row("real", 2, 2_000, "null", "null"),
  row("real", 3, 3_000, 2_900, "'k3'"),
  row("step", 1, 10, 5, "'k1'"),
  mail("real", 1, "p1", "sending"),
  mail("real", 1, "p2", "sent"),
  mail("real", 2, "p1", "queued"),
  mail("real", 3, "p1", "queued"),
  mail("real", 3, "p2", "queued", true),
  mail("step", 1, "p1", "queued"),
];

test("all that waits is counted; the oldest and late reminders only of real networks, and none of daily mails", async () => {
  expect(await waitingMails(store, { late: 2_000 })).toEqual({ mails: 5, oldest: 1_000, reminders: 1 });
  expect(await waitingMails(store, { late: 3_000 })).toEqual({ mails: 5, oldest: 1_000, reminders: 2 });
});

test("reminders that a network should have written are those planned for before, of real networks that go on", async () => {
  expect(await overdueReminders(store, { late: 1_000 })).toBe(1);
  expect(await overdueReminders(store, { late: 900 })).toBe(0);
  expect(await overdueReminders(store, { late: 6_000 })).toBe(2);
});

test("for when reminders were planned is found by their mails", async () => {
  const ids = ["real.1.p2", "real.2.p1", "real.3.p1", "real.3.p2", "step.1.p1", "no.1.p1"];
  expect((await plannedOf(store, ids)).toSorted()).toEqual([2_900, 900]);
});

test("how far ledgers go, and what their rows came of", async () => {
  expect(await writtenIn(store, ["real", "none"])).toEqual(new Map([["real", 2]]));
  expect(await writtenIn(store, [])).toEqual(new Map());
  const rows = [1, 2, 3].map((seq) => ({ network: "real", seq }));
  const keys = await keysOfRows(store, rows);
  expect(keys.toSorted((a, b) => a.seq - b.seq)).toEqual([
    { network: "real", seq: 1, key: "k1" },
    { network: "real", seq: 3, key: "k3" },
  ]);
});

test("who has a connection, and who waits for one, is counted", async () => {
  expect(store.connections()).toEqual({ used: 0, waiting: 0 });
  await store.db.connection().execute(async () => {
    const other = sql`select 1`.execute(store.db);
    await Promise.resolve();
    expect(store.connections()).toEqual({ used: 1, waiting: 1 });
    return { other };
  });
  await store.ping();
  expect(store.connections()).toEqual({ used: 0, waiting: 0 });
});
