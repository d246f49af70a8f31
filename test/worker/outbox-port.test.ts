// Daily mails on the store: one for each person, of what still holds; the ledger says what did not go.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Plan } from "../../programmes/types.ts";
import { readLedger } from "../../store/ledger.ts";
import { openStore, type Store } from "../../store/open.ts";
import { setPreferences } from "../../store/preferences.ts";
import { outboxPort } from "../../worker/outbox-port.ts";
import { aModel, aPerson, aView, givenNetwork, written } from "../store/given.ts";

const AT = Date.UTC(2027, 2, 1, 8);
const START = AT + 7 * 86_400_000;
const MORNING = Date.UTC(2027, 2, 2, 6);

let folder = "";
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "fremdrift-port-"));
  store = await openStore({ folder });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** A network whose people are reminded of two meetings; they want one mail a day. */
async function reminded(people: ReturnType<typeof aPerson>[]): Promise<string> {
  const items = ["m1", "m2"].map((id) => ({ id, kind: "meeting", audience: ["participant"] }));
  const programme = { id: "p", items, rights: {}, phases: [], zone: "Europe/Copenhagen" };
  const plan = { programme, start: "2027-02-01", intervals: {} } as unknown as Plan;
  const dated = { kind: "meeting", state: "pinned", start: START } as const;
  const view = aView({ items: { m1: dated, m2: dated } });
  const network = await givenNetwork(store, { people, plan, view });
  for (const { id } of people) await setPreferences(store, id, { digest: true });
  const rows = ["m1", "m2"].map((id) => ({ kind: "message.sent" as const, subject: `item:${id}`, to: ["invited"] }));
  const deliveries = rows.flatMap(({ subject }, index) => {
    const model = aModel({ rule: "meeting-7", at: AT, start: START, subject, network });
    return people.map(({ id }) => ({ seq: index + 1, person: id, model }));
  });
  await written(store, network, rows, { deliveries, view });
  return network;
}

test("a person's reminders go as one, under an id that follows from what is in it", async () => {
  const people = [aPerson(), aPerson()];
  await reminded(people);
  const port = outboxPort(store, "test", () => MORNING);
  const mails = await port.claim(10);
  expect(mails.map(({ reader }) => reader.email).toSorted()).toEqual(people.map(({ email }) => email).toSorted());
  expect(mails.map((mail) => mail.with?.length)).toEqual([1, 1]);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
  await port.putBack(mails.flatMap(({ id, with: others = [] }) => [id, ...others.map((one) => one.id)]));
  expect((await port.claim(10)).map(({ messageId }) => messageId).toSorted()).toEqual(
    mails.map(({ messageId }) => messageId).toSorted(),
  );
});

test("what no longer holds in the morning does not go, and the ledger says so", async () => {
  const person = aPerson();
  const network = await reminded([person]);
  const dated = { kind: "meeting", state: "pinned", start: START } as const;
  const moved = aView({ items: { m1: { ...dated, start: START + 86_400_000 }, m2: dated } });
  await written(store, network, [{ kind: "item.moved", subject: "item:m1" }], { view: moved });
  const mails = await outboxPort(store, "test", () => MORNING).claim(10);
  expect(mails.map(({ model, with: others }) => [model.subject, others])).toEqual([["item:m2", []]]);
  expect((await readLedger(store, network)).at(-1)).toMatchObject({
    kind: "message.suppressed",
    subject: "item:m1",
    rule: "meeting-7",
    to: [`person:${person.id}`],
    reason: "overtaken",
    data: { seq: 1 },
  });
});
