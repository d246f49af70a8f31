// Open meetings: seats and a waiting list, in the order people come, and who hears what of them.
import { expect, test } from "vitest";
import { lead, line, P1, play } from "./play.ts";

type Line = ReturnType<typeof line>;
type Played = ReturnType<typeof play>;

const ADDED = lead("2027-02-01T08:00", "addItem", {
  id: "aaben",
  kind: "meeting",
  title: "Åbent møde",
  audience: ["participant"],
  reason: "Mange vil høre med",
});
const open = (at: string, data = {}) => lead(at, "openSignUp", { item: "aaben", ...data });
const pin = (at: string) => lead(at, "pinItem", { item: "aaben", start: "2027-03-18T09:00", end: "2027-03-18T12:00" });
const up = (at: string, by: string, data = {}) => line(at, by, "signUp", { item: "aaben", ...data });
const off = (at: string, by: string, data = {}) => line(at, by, "withdrawSignUp", { item: "aaben", ...data });
const run = (...script: Line[]) => play([ADDED, ...script], "2027-04-30");

const nameOf = ({ book }: Played, id: string) => book.people.find((person) => person.id === id)!.email.split(".")[0]!;
function places(played: Played) {
  const { state, seats, waiting } = played.network.view.signUps!["aaben"]!;
  const names = (ids: string[]) => ids.map((id) => nameOf(played, id));
  return { state, seats: names(seats), waiting: names(waiting) };
}
/** Whom each message went to, after a moment. */
const toldFrom = (played: Played, at: string, until = "2027-02-28") =>
  played.entries
    .filter((one) => one.kind === "message.sent" && one.subject === "item:aaben" && one.at >= at && one.at < until)
    .map(({ rule, told }) => `${rule}: ${told.map((email) => email!.split(".")[0]).join(" ")}`);
const wordsOf = ({ refusals }: Played) => refusals.map(({ type, code, why }) => [type, code, why.en.slice(0, 45)]);

/** Laurits and Ellen have the two seats, Carla waits. */
const FULL = [
  open("2027-02-02T08:00", { capacity: 2 }),
  up("2027-02-02T09:00", "guest"),
  up("2027-02-02T10:00", "coreMember"),
  up("2027-02-02T11:00", "referenceManager"),
];

test("seats are taken in the order people come, the next wait, and each hears which it is", () => {
  const played = run(...FULL);
  expect(places(played)).toEqual({ state: "open", seats: ["laurits", "ellen"], waiting: ["carla"] });
  expect(toldFrom(played, "2027-02-02")).toEqual([
    "signup-opened: inge jeppe",
    "signup-seated: laurits",
    "signup-seated: ellen",
    "signup-waiting: carla",
  ]);
});

test("those with a seat are the circle of the meeting: invited, reminded, told when it is cancelled", () => {
  const cancel = lead("2027-03-16T12:00", "cancelItem", { item: "aaben", reason: "Sne" });
  expect(toldFrom(run(...FULL, pin("2027-02-03T08:00"), cancel), "2027-02-03", "2027-04-01")).toEqual([
    "meeting-invitation: ellen laurits",
    "meeting-14: ellen laurits",
    "meeting-7: ellen laurits",
    "meeting-2: ellen laurits",
    "meeting-cancelled: ellen laurits",
  ]);
});

test("who withdraws makes room for the first who waits, in the same step", () => {
  const played = run(
    ...FULL,
    pin("2027-02-03T08:00"),
    up("2027-02-04T08:00", "lineManager"),
    off("2027-02-05T09:00", "guest"),
  );
  expect(places(played)).toEqual({ state: "open", seats: ["ellen", "carla"], waiting: ["david"] });
  expect(toldFrom(played, "2027-02-05")).toEqual(["signup-withdrawn: laurits", "signup-moved-up: carla"]);
  const rows = played.entries.filter(({ kind }) => kind === "signUp.withdrawn" || kind === "signUp.movedUp");
  expect(new Set(rows.map(({ at, by }) => `${at} ${by}`)).size).toBe(1);
});

test("who waits and withdraws leaves the seats as they are", () => {
  const played = run(...FULL, off("2027-02-05T09:00", "referenceManager"));
  expect(places(played)).toMatchObject({ seats: ["laurits", "ellen"], waiting: [] });
  expect(toldFrom(played, "2027-02-05")).toEqual(["signup-unlisted: carla"]);
});

test("with more seats those who wait move up; with fewer nobody loses one", () => {
  const more = run(...FULL, up("2027-02-03T08:00", "lineManager"), open("2027-02-05T08:00", { capacity: 3 }));
  expect(places(more)).toMatchObject({ seats: ["laurits", "ellen", "carla"], waiting: ["david"] });
  expect(toldFrom(more, "2027-02-05")).toEqual(["signup-moved-up: carla"]);
  const fewer = run(...FULL, open("2027-02-05T08:00", { capacity: 1 }), off("2027-02-06T08:00", "guest"));
  expect(places(fewer)).toMatchObject({ seats: ["ellen"], waiting: ["carla"] });
});

test("it closes by itself at its deadline, a whole day at the end of it; who has a place can still give it up", () => {
  const played = run(
    open("2027-02-02T08:00", { capacity: 1, deadline: "2027-02-10" }),
    up("2027-02-10T23:00", "guest"),
    up("2027-02-10T23:30", "coreMember"),
    up("2027-02-11T00:00", "referenceManager"),
    off("2027-02-12T09:00", "guest"),
  );
  expect(played.entries.find(({ kind }) => kind === "signUp.closed")?.at).toBe("2027-02-10T23:59:59.999+01:00");
  expect(places(played)).toEqual({ state: "closed", seats: ["ellen"], waiting: [] });
  expect(wordsOf(played)).toEqual([["signUp", "state", "The sign-up for «aaben» is closed. Whoever le"]]);
  const again = run(
    open("2027-02-02T08:00", { deadline: "2027-02-10" }),
    open("2027-02-12T08:00"),
    up("2027-02-20T08:00", "guest"),
  );
  expect(places(again)).toEqual({ state: "open", seats: ["laurits"], waiting: [] });
});

test("the lead signs up and withdraws others; nobody else does", () => {
  const ellen = { person: "ellen.roerdam@example.org" };
  const played = run(
    open("2027-02-02T08:00"),
    up("2027-02-03T08:00", "networkLead", ellen),
    up("2027-02-04T08:00", "guest", ellen),
  );
  expect(places(played)).toMatchObject({ seats: ["ellen"] });
  expect(played.refusals.map(({ type, code }) => [type, code])).toEqual([["signUp", "role"]]);
  expect(
    places(
      run(
        open("2027-02-02T08:00"),
        up("2027-02-03T08:00", "coreMember"),
        off("2027-02-04T08:00", "networkLead", ellen),
      ),
    ),
  ).toMatchObject({ seats: [] });
});

test("who is removed from the network gives up their place, and the first who waits moves up", () => {
  const remove = lead("2027-02-05T09:00", "removePerson", { person: "ellen.roerdam@example.org", reason: "Nyt job" });
  const played = run(...FULL, pin("2027-02-03T08:00"), remove);
  expect(played.refusals).toEqual([]);
  expect(places(played)).toEqual({ state: "open", seats: ["laurits", "carla"], waiting: [] });
  expect(toldFrom(played, "2027-02-05")).toEqual(["signup-withdrawn: ellen", "signup-moved-up: carla"]);
  const withdrawn = played.entries.find(({ kind }) => kind === "signUp.withdrawn")!;
  expect([withdrawn.role, withdrawn.reason]).toEqual(["networkLead", "Nyt job"]);
  // Where the removal is refused, nobody loses a place.
  const alone = run(...FULL, lead("2027-02-05T09:00", "removePerson", { person: "carla.engbjerg@example.org" }));
  expect(alone.refusals.map(({ type }) => type)).toEqual(["removePerson"]);
  expect(places(alone)).toMatchObject({ waiting: ["carla"] });
});

test("an answer to the meeting takes a place and gives it up", () => {
  const answer = (at: string, said: string) => line(at, "coreMember", "answer", { item: "aaben", answer: said });
  const yes = run(open("2027-02-02T08:00"), pin("2027-02-03T08:00"), answer("2027-02-04T08:00", "accepted"));
  expect(places(yes)).toMatchObject({ seats: ["ellen"] });
  const no = run(
    open("2027-02-02T08:00"),
    up("2027-02-03T08:00", "coreMember"),
    answer("2027-02-04T08:00", "declined"),
  );
  expect(places(no)).toMatchObject({ seats: [] });
  expect(no.refusals).toEqual([]);
  // Whoever said no before and signs up now comes.
  const changed = run(
    open("2027-02-02T08:00"),
    answer("2027-02-03T08:00", "declined"),
    up("2027-02-04T08:00", "coreMember"),
    pin("2027-02-05T08:00"),
  );
  expect(toldFrom(changed, "2027-02-05")).toContain("meeting-invitation: ellen");
});

test("where the plan has it open to others than the invited, these are invited as always, and others come beside them", () => {
  const items = P1.items.map((item) => (item.id === "m2" ? { ...item, openSignUp: true } : item));
  const at = (time: string, by: string, trigger: string, data = {}) =>
    line(`2027-02-${time}`, by, trigger, { item: "m2", ...data });
  const script = [
    at("02T08:00", "networkLead", "openSignUp", { capacity: 1 }),
    at("02T09:00", "guest", "signUp"),
    at("02T10:00", "coreMember", "signUp"),
    at("03T08:00", "networkLead", "pinItem", { start: "2027-03-25T09:00" }),
    at("04T08:00", "coreMember", "answer", { answer: "declined" }),
    at("05T08:00", "networkLead", "moveItem", { start: "2027-03-26T09:00" }),
  ];
  const played = play(script, "2027-02-28", { ...P1, items });
  const told = played.entries.filter(({ kind, subject }) => kind === "message.sent" && subject === "item:m2");
  const names = told.map(({ rule, told: to }) => `${rule}: ${to.map((email) => email!.split(".")[0]).join(" ")}`);
  expect(names).toEqual([
    "signup-seated: laurits",
    "meeting-invitation: ellen frode gerda halfdan inge jeppe laurits",
    "meeting-moved: frode gerda halfdan inge jeppe laurits",
  ]);
  expect(played.refusals.map(({ type, code }) => [type, code])).toEqual([["signUp", "role"]]);
});

test.each<[string, Line[], string]>([
  ["there is none", [up("2027-02-03T08:00", "guest")], "There is no sign-up for «aaben»"],
  [
    "they have a place",
    [open("2027-02-02T08:00"), up("2027-02-03T08:00", "guest"), up("2027-02-04T08:00", "guest")],
    "signed up to «aaben» already",
  ],
  ["they have none", [open("2027-02-02T08:00"), off("2027-02-03T08:00", "guest")], "has not signed up"],
  [
    "it is closed",
    [
      open("2027-02-02T08:00"),
      lead("2027-02-03T08:00", "closeSignUp", { item: "aaben" }),
      up("2027-02-04T08:00", "guest"),
    ],
    "is closed",
  ],
  [
    "the meeting is cancelled",
    [
      open("2027-02-02T08:00"),
      lead("2027-02-03T08:00", "cancelItem", { item: "aaben" }),
      up("2027-02-04T08:00", "guest"),
    ],
    "is cancelled",
  ],
  [
    "the meeting has begun",
    [open("2027-02-02T08:00"), pin("2027-02-03T08:00"), up("2027-03-18T09:00", "guest")],
    "has begun",
  ],
  ["it is no meeting", [lead("2027-02-02T08:00", "openSignUp", { item: "ingenting" })], "is no meeting"],
  ["the deadline is past", [open("2027-02-02T08:00", { deadline: "2027-02-01" })], "lies before now"],
  [
    "the meeting has several parts",
    [
      lead("2027-02-02T08:00", "splitItem", { item: "aaben", sessions: [{ id: "a" }, { id: "b" }] }),
      open("2027-02-03T08:00"),
    ],
    "has several parts",
  ],
  [
    "it would be split",
    [
      open("2027-02-02T08:00"),
      lead("2027-02-03T08:00", "splitItem", { item: "aaben", sessions: [{ id: "a" }, { id: "b" }] }),
    ],
    "as one",
  ],
  [
    "they may not open it",
    [line("2027-02-02T08:00", "guest", "openSignUp", { item: "aaben" })],
    "may not «openSignUp»",
  ],
])("refused where %s, in words, and nothing changes", (_, script, words) => {
  const [whole, before] = [run(...script), run(...script.slice(0, -1))];
  expect(whole.refusals).toHaveLength(1);
  expect(whole.refusals[0]!.why.en).toContain(words);
  expect(whole.network.view.signUps).toEqual(before.network.view.signUps);
  expect(whole.ledger.filter(({ kind }) => kind.startsWith("signUp."))).toEqual(
    before.ledger.filter(({ kind }) => kind.startsWith("signUp.")),
  );
});

test("after any order of coming, going and other capacities the places are those of a plain list", () => {
  const people = ["guest", "coreMember", "referenceManager", "lineManager", "coDriver", "testHost"];
  let seed = 7;
  const upTo = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
  for (let round = 0; round < 40; round++) {
    let capacity = 1 + upTo(3);
    let line: string[] = [];
    let seats: string[] = [];
    const script = [open("2027-02-02T08:00", { capacity })];
    for (let step = 0; step < 14; step++) {
      const at = `2027-02-03T${String(8 + step).padStart(2, "0")}:00`;
      const who = people[upTo(people.length)]!;
      const does = upTo(5);
      if (does === 0) script.push(open(at, { capacity: (capacity = 1 + upTo(4)) }));
      else if (does < 4) script.push(up(at, who));
      else script.push(off(at, who));
      if (does > 0 && does < 4 && !line.includes(who)) line = [...line, who];
      if (does === 4) line = line.filter((one) => one !== who);
      seats = seats.filter((one) => line.includes(one));
      for (const one of line) if (!seats.includes(one) && seats.length < capacity) seats.push(one);
    }
    const played = run(...script);
    const first = (role: string) => nameOf(played, played.book.people.find(({ roles }) => roles.includes(role))!.id);
    const waiting = line.filter((one) => !seats.includes(one));
    expect(places(played)).toMatchObject({ seats: seats.map(first), waiting: waiting.map(first) });
  }
});
