// One meeting that becomes several, and a meeting for others than before: what was told is corrected.
import { expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import { sampleOf } from "./shipped.ts";

const { play } = await sampleOf("innovationsnetvaerk");
const LEAD = "networkLead";
const line = (at: string, trigger: string, data: ScriptLine["data"] & {}, by = LEAD): ScriptLine => ({
  at,
  by,
  trigger,
  data,
});
const person = (email: string, role: string, region: string) =>
  line("2027-02-10T08:00", "addPerson", { email: `${email}@example.org`, name: email, roles: [role], region });

const PEOPLE = [person("east", "participant", "øst"), person("west", "participant", "vest")];
const PINNED = line("2027-02-11T08:00", "pinItem", { item: "m2", start: "2027-04-08T09:00", end: "2027-04-08T12:00" });

/** Messages about meeting 2 to the two, from a moment on: what, about which session, to whom. */
function told(lines: ScriptLine[], from: string, until = "2027-04-20") {
  const { entries, refused } = play([...PEOPLE, ...lines], until);
  expect(refused).toEqual([]);
  return entries
    .filter(({ kind, subject, at }) => kind === "message.sent" && subject.startsWith("item:m2") && at >= from)
    .flatMap(({ rule, subject, told: to, at }) =>
      to.filter((one) => one === "east" || one === "west").map((one) => `${at.slice(0, 10)} ${rule} ${subject} ${one}`),
    );
}

const SPLIT = line("2027-02-12T08:00", "splitItem", {
  item: "m2",
  sessions: [
    { id: "east", region: "øst", start: "2027-04-08T09:00", place: "Biblioteket" },
    { id: "west", region: "vest", start: "2027-04-09T09:00" },
  ],
  reason: "Så langt kan ikke alle køre.",
});

test("whoever was invited to the one hears that it is off, and is invited to and reminded of their own", () => {
  const messages = told([PINNED, SPLIT], "2027-02-12");
  expect(messages.filter((one) => !one.includes("minutes"))).toEqual([
    "2027-02-12 meeting-cancelled item:m2 east",
    "2027-02-12 meeting-cancelled item:m2 west",
    "2027-02-12 meeting-invitation item:m2/east east",
    "2027-02-12 meeting-invitation item:m2/west west",
    "2027-03-24 meeting-14 item:m2/east east",
    "2027-03-24 meeting-14 item:m2/west west",
    "2027-04-01 meeting-7 item:m2/east east",
    "2027-04-02 meeting-7 item:m2/west west",
    "2027-04-06 meeting-2 item:m2/east east",
    "2027-04-07 meeting-2 item:m2/west west",
  ]);
});

test("before it had a date nobody was told, and nobody is told that it is off", () => {
  const messages = told([SPLIT], "2027-02-12", "2027-02-20");
  expect(messages).toEqual([
    "2027-02-12 meeting-invitation item:m2/east east",
    "2027-02-12 meeting-invitation item:m2/west west",
  ]);
});

test("a session moves alone, and somebody chooses the other one", () => {
  const moved = line("2027-02-13T08:00", "moveItem", { item: "m2", session: "west", start: "2027-04-12T09:00" });
  const chosen = line("2027-02-14T08:00", "answer", {
    item: "m2",
    session: "west",
    answer: "accepted",
    person: "east@example.org",
  });
  expect(told([PINNED, SPLIT, moved, chosen], "2027-02-13", "2027-03-01")).toEqual([
    "2027-02-13 meeting-moved item:m2/west west",
    "2027-02-14 meeting-cancelled item:m2/east east",
    "2027-02-14 meeting-invitation item:m2/west east",
  ]);
});

const PARTLY = line("2027-02-12T08:00", "splitItem", {
  item: "m2",
  sessions: [
    { id: "east", region: "øst", start: "2027-04-08T09:00" },
    { id: "west", region: "vest" },
  ],
});
const tighten = (at: string, data: object) =>
  line(at, "tightenItem", { item: "m2", first: "2027-04-19", last: "2027-04-23", reason: "Ugen er valgt", ...data });

test("a narrower window for the whole leaves a session its date, and nobody hears anything", () => {
  expect(told([PARTLY, tighten("2027-02-13T08:00", {})], "2027-02-13")).toEqual([
    "2027-03-24 meeting-14 item:m2/east east",
    "2027-04-01 meeting-7 item:m2/east east",
    "2027-04-06 meeting-2 item:m2/east east",
  ]);
});

test("a window for the one session that has a date takes it away: who was invited hears that, and is invited anew", () => {
  const again = line("2027-02-14T08:00", "pinItem", { item: "m2", session: "east", start: "2027-04-20T09:00" });
  expect(told([PARTLY, tighten("2027-02-13T08:00", { session: "east" }), again], "2027-02-13", "2027-03-01")).toEqual([
    "2027-02-13 meeting-cancelled item:m2/east east",
    "2027-02-14 meeting-invitation item:m2/east east",
  ]);
});

test("a date for the whole goes to the sessions that have none", () => {
  const pin = line("2027-02-13T08:00", "pinItem", { item: "m2", start: "2027-04-12T09:00" });
  const move = line("2027-02-14T08:00", "moveItem", { item: "m2", start: "2027-04-15T09:00" });
  expect(told([PARTLY, pin, move], "2027-02-13", "2027-03-01")).toEqual([
    "2027-02-13 meeting-invitation item:m2/west west",
    "2027-02-14 meeting-moved item:m2/east east",
    "2027-02-14 meeting-moved item:m2/west west",
  ]);
});

test.for([
  ["moved", "moveItem", { item: "m2", session: "east", start: "2027-04-09T09:00" }, "meeting-moved"],
  ["dated anew", "pinItem", { item: "m2", session: "east", start: "2027-04-09T09:00" }, "meeting-moved"],
  ["called off with the whole", "cancelItem", { item: "m2" }, "meeting-cancelled"],
] as const)("the one session that has a date is %s: those of it hear it", ([, trigger, data, rule]) => {
  expect(told([PARTLY, line("2027-02-13T08:00", trigger, data)], "2027-02-13", "2027-03-01")).toEqual([
    `2027-02-13 ${rule} item:m2/east east`,
  ]);
});

test("a meeting that is split is not split again, and one that is no meeting not at all", () => {
  const again = { ...SPLIT, at: "2027-02-13T08:00" };
  const homework = { ...SPLIT, data: { ...SPLIT.data, item: "egne-opdagelser" } };
  const { refused } = play([...PEOPLE, PINNED, SPLIT, again, homework], "2027-02-20");
  expect(refused.map(({ cue }) => cue.data["item"])).toEqual(["egne-opdagelser", "m2"]);
});

test("another audience: who is new is invited, who no longer is hears that it is off for them, the others nothing", () => {
  const { entries } = play(
    [...PEOPLE, PINNED, line("2027-02-12T08:00", "setAudience", { item: "m2", audience: ["participant", "coDriver"] })],
    "2027-02-13",
  );
  const tidings = entries.filter(({ kind, at }) => kind === "message.sent" && at.startsWith("2027-02-12"));
  const to = (rule: string) =>
    tidings.filter((one) => one.rule === rule && one.subject === "item:m2").flatMap(({ told: all }) => all);
  expect(to("meeting-invitation")).toHaveLength(1);
  expect(to("meeting-cancelled").length).toBeGreaterThan(0);
  expect([...to("meeting-invitation"), ...to("meeting-cancelled")]).not.toContain("east");
});
