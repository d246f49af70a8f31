// What waited for a daily mail goes only while it is so.
import { expect, test } from "vitest";
import type { Book, ItemView, MailModel } from "../../machines/ledger.ts";
import { isOvertaken } from "../../machines/overtaken.ts";
import type { Item, Person } from "../../programmes/types.ts";

const START = Date.UTC(2027, 2, 18, 8);
const title = { da: "Møde 1", en: "Meeting 1" };
const model: MailModel = {
  rule: "meeting-7",
  network: "n",
  networkTitle: "N",
  zone: "Europe/Copenhagen",
  subject: "item:m1",
  title,
  start: START,
};
const person = (id: string): Person => ({
  id,
  name: id,
  email: `${id}@example.org`,
  language: "da",
  roles: ["participant"],
});
const m1 = { id: "m1", kind: "meeting", title, audience: ["participant"] } as unknown as Item;
const h1 = { id: "h1", kind: "homework", title, audience: ["participant"] } as unknown as Item;

function book({ item = {}, ...more }: Partial<Book> & { item?: Partial<ItemView> } = {}): Book {
  const items = {
    m1: { kind: "meeting", state: "pinned", start: START, ...item } as ItemView,
    h1: { kind: "homework", state: "planned", end: START, ...item } as ItemView,
  };
  return {
    network: { id: "n", title: "N" },
    plan: { programme: { items: [m1, h1], rights: {}, phases: [] }, intervals: {} } as unknown as Book["plan"],
    seq: 1,
    n: 1,
    view: { now: START - 86_400_000, phases: {}, items, ideas: {}, tracks: {}, planned: {} },
    people: [person("anna")],
    contributions: [],
    ...more,
  };
}
const waiting = { model, to: ["invited"], person: "anna" };
const answer = (kind: "answer.given" | "homework.delivered", item: string, data = {}) => ({
  contributions: [{ kind, person: "anna", item: `item:${item}`, key: "k", at: START - 1, data }],
});

test("what is still so goes", () => {
  expect(isOvertaken(waiting, book())).toBe(false);
});

test("a meeting that was moved, cancelled, or lost its date is not reminded of as it was", () => {
  expect(isOvertaken(waiting, book({ item: { start: START + 1 } }))).toBe(true);
  expect(isOvertaken(waiting, book({ item: { state: "cancelled" } }))).toBe(true);
  expect(isOvertaken({ ...waiting, model: { ...model, subject: "item:m2" } }, book())).toBe(true);
});

test("who has said no, delivered, or left is not reminded", () => {
  expect(isOvertaken(waiting, book(answer("answer.given", "m1", { answer: "declined" })))).toBe(true);
  expect(isOvertaken(waiting, book({ people: [person("bent")] }))).toBe(true);
  const { start: _, ...undated } = model;
  const homework = {
    ...waiting,
    model: { ...undated, rule: "homework-2", subject: "item:h1", deadline: START },
    to: ["undelivered"],
  };
  expect(isOvertaken(homework, book())).toBe(false);
  expect(isOvertaken(homework, book(answer("homework.delivered", "h1")))).toBe(true);
  expect(isOvertaken(homework, book({ item: { end: START + 1 } }))).toBe(true);
});

test("nothing goes of a network that has ended", () => {
  const { view } = book();
  expect(isOvertaken(waiting, book({ view: { ...view, ended: { at: START, outcome: "stopped" } } }))).toBe(true);
});
