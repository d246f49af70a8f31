import { expect, it } from "vitest";
import { bookAfter, emptyBook } from "../../machines/journal.ts";
import type { Writing } from "../../machines/ledger.ts";
import { planOf } from "../../programmes/plan.ts";
import { P1, START } from "./play.ts";

const person = (id: string, roles: string[]) => ({
  id,
  name: id,
  email: `${id}@example.org`,
  language: "da" as const,
  roles,
});
const book = emptyBook(
  { id: "n", title: "N" },
  planOf(P1, START),
  [person("a", ["networkLead"]), person("b", []), person("c", ["guest"])],
  0,
);
const after = (...passed: [from: string, to: string][]) => {
  const members = passed.map(([from, to]) => ({ do: "handOver" as const, role: "networkLead", from, to }));
  const writing: Writing = { rows: [], n: 0, view: book.view, deliveries: [], contributions: [], members };
  return Object.fromEntries(bookAfter(book, writing).people.map(({ id, roles }) => [id, roles]));
};

it("passes a role from hand to hand, as often as it is handed over", () => {
  expect(after(["a", "b"], ["b", "c"])).toEqual({ a: [], b: [], c: ["guest", "networkLead"] });
});

it("leaves a role with whoever hands it over to themselves", () => {
  expect(after(["a", "a"])).toEqual({ a: ["networkLead"], b: [], c: ["guest"] });
});
