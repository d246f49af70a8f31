// A role passes from one person to another, and with it the meetings that it is invited to.
import { expect, it } from "vitest";
import { bookAfter, emptyBook } from "../../machines/journal.ts";
import type { Writing } from "../../machines/ledger.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { planOf } from "../../programmes/plan.ts";
import { lead, P1, play, START } from "./play.ts";

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

const join = (name: string, role: string) =>
  lead("2027-02-03T08:00", "addPerson", { email: `${name}@example.org`, name, roles: [role] });
const SCRIPT = [
  join("old", "participant"),
  join("new", "guest"),
  lead("2027-02-04T08:00", "setAudience", { item: "m2", audience: ["participant"] }),
  lead("2027-02-04T08:00", "setAudience", { item: "m3", audience: ["participant", "guest"] }),
  lead("2027-02-04T08:00", "setAudience", { item: "m4", audience: ["participant"] }),
  lead("2027-02-04T09:00", "pinItem", { item: "m2", start: "2027-04-08T09:00" }),
  lead("2027-02-04T09:00", "pinItem", { item: "m3", start: "2027-04-18T09:00" }),
  lead("2027-02-04T09:00", "pinItem", { item: "m4", start: "2027-02-05T09:00" }),
];
const HANDED = lead("2027-02-10T08:00", "handOver", {
  role: "participant",
  from: "old@example.org",
  to: "new@example.org",
});
const answer = (at: string, said: string) =>
  lead(at, "answer", { item: "m2", answer: said, person: "old@example.org" });

/** What the two are told from the day of the hand-over. */
function told(...lines: ScriptLine[]): string[] {
  const { ledger, deliveries, refusals } = play([...SCRIPT, ...lines], "2027-02-20");
  expect(refusals).toEqual([]);
  const from = Date.parse("2027-02-10");
  return ledger
    .filter(({ at }) => at >= from)
    .flatMap(({ seq, rule, subject, key }) =>
      deliveries
        .filter((one) => one.seq === seq && one.person.startsWith("joined:"))
        .map(({ person }) => `${key === undefined ? "timer" : "told"} ${rule} ${subject} ${NAMES[person]}`),
    )
    .filter((one) => one.startsWith("told"));
}
const NAMES: Record<string, string> = { "joined:script:0": "old", "joined:script:1": "new" };

it("invites whoever gets the role to what is still to come and they did not have, and takes it off whoever gave it away", () => {
  expect(told(HANDED).toSorted()).toEqual([
    "told meeting-cancelled item:m2 old",
    "told meeting-cancelled item:m3 old",
    "told meeting-invitation item:m2 new",
  ]);
});

it("takes nothing off whoever has said no", () => {
  expect(told(answer("2027-02-09T08:00", "declined"), HANDED)).not.toContain("told meeting-cancelled item:m2 old");
});

it("invites anew whoever said no and comes after all", () => {
  const said = [answer("2027-02-09T08:00", "declined"), answer("2027-02-11T08:00", "accepted")];
  expect(told(...said)).toEqual(["told meeting-invitation item:m2 old"]);
  expect(told(...said, answer("2027-02-12T08:00", "tentative"))).toHaveLength(1);
});

it("invites whoever is added once more after their address turned mail away", () => {
  const bounced = { ...person("d", ["guest"]), bounced: true as const };
  const members = [{ do: "join" as const, person: person("d", ["guest"]) }];
  const writing: Writing = { rows: [], n: 0, view: book.view, deliveries: [], contributions: [], members };
  expect(bookAfter({ ...book, people: [bounced] }, writing).people).toEqual([person("d", ["guest"])]);
});
