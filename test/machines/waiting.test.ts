// What waits for somebody: each kind is there while there is something to do, for whoever is to do it, and gone when it is done.
import { describe, expect, test } from "vitest";
import { waitingFor } from "../../machines/waiting/waiting.ts";
import { lead, line, play, SCRIPT, sampleUpTo } from "./play.ts";
import { sampleOf } from "./shipped.ts";

type Lines = typeof SCRIPT;
type Run = Pick<ReturnType<typeof play>, "book" | "network">;
const ELLEN = "ellen.roerdam@example.org";
const JEPPE = "jeppe.klokkervang@example.org";
const CARLA = "carla.engbjerg@example.org";
const ASTRID = "astrid.lyngdal@example.org";
const BO = "bo.hedemark@example.org";

function listFor({ book, network }: Run, email: string) {
  return waitingFor(
    book,
    book.people.find((one) => one.email === email)!,
    network.state.now,
  );
}
const kinds = (run: Run, email: string) => listFor(run, email).waiting.map(({ kind, subject }) => `${kind} ${subject}`);
const one = (run: Run, email: string, what: string) =>
  listFor(run, email).waiting.find(({ kind, subject }) => `${kind} ${subject}` === what);

const TESTING = "2027-06-08T10:00";
const POLL = { item: "m2", dates: ["2027-04-08T13:00", "2027-04-09T13:00"], closes: "2027-03-30" };
const poll = lead("2027-03-20T15:00", "startPoll", POLL);
const ballot = lead("2027-05-25T09:00", "openBallot", { id: "b1", method: "dots", closes: "2027-05-28" });
const unplanned = lead("2027-06-07T10:00", "planTest", { idea: "i1", unit: "Telefonvagten" });
const PLANNED = { idea: "i1", host: "Lederen", leads: "To", what: "Opkald", how: "Vi tæller" };

/** What waits, for whom, when; the script until then; and what is done about it. */
const CASES: [what: string, who: string, when: string, before: Lines, done: Lines[number]][] = [
  [
    "membership network",
    ELLEN,
    "2027-03-02T10:00",
    sampleUpTo("2027-03-02T10:00"),
    line("2027-03-02T10:00", ELLEN, "answerMembership", { answer: "declined" }),
  ],
  [
    "invitation item:m1",
    ELLEN,
    "2027-03-02T10:00",
    sampleUpTo("2027-03-02T10:00"),
    line("2027-03-02T10:00", ELLEN, "answer", { item: "m1", answer: "tentative" }),
  ],
  [
    "poll item:m2",
    JEPPE,
    "2027-03-21T10:00",
    sampleUpTo("2027-03-20T15:00", poll),
    line("2027-03-21T10:00", JEPPE, "answerPoll", { item: "m2", answers: { "2027-04-08T13:00": "yes" } }),
  ],
  [
    "pollChoice item:m2",
    ASTRID,
    "2027-03-31T10:00",
    sampleUpTo("2027-03-20T15:00", poll),
    lead("2027-03-31T10:00", "closePoll", { item: "m2", choose: "2027-04-08T13:00" }),
  ],
  [
    "undated item:m2",
    ASTRID,
    "2027-03-21T10:00",
    sampleUpTo("2027-03-21T10:00"),
    lead("2027-03-21T10:00", "pinItem", { item: "m2", start: "2027-04-08T13:00" }),
  ],
  [
    "draft item:m2",
    ASTRID,
    "2027-03-21T11:00",
    sampleUpTo(
      "2027-03-21T10:00",
      lead("2027-03-21T10:00", "pinItem", { item: "m2", start: "2027-04-08T13:00", draft: true }),
    ),
    lead("2027-03-21T11:00", "publishMeeting", { item: "m2" }),
  ],
  [
    "agenda item:m1",
    ASTRID,
    "2027-03-10T10:00",
    sampleUpTo("2027-03-10T10:00"),
    lead("2027-03-10T10:00", "setAgenda", { item: "m1", points: [{ title: "Velkomst" }] }),
  ],
  [
    "hold item:m1",
    ASTRID,
    "2027-03-18T12:10",
    sampleUpTo("2027-03-18T12:10"),
    lead("2027-03-18T12:10", "holdMeeting", { item: "m1" }),
  ],
  [
    "minutes item:m1",
    ASTRID,
    "2027-03-19T09:00",
    sampleUpTo("2027-03-19T09:00"),
    lead("2027-03-19T09:00", "recordMinutes", { item: "m1", text: "Vi talte" }),
  ],
  [
    "approveMinutes item:m1",
    ASTRID,
    "2027-03-21T09:00",
    sampleUpTo("2027-03-21T09:00"),
    lead("2027-03-21T09:00", "approveMinutes", { item: "m1" }),
  ],
  [
    "homework item:egne-opdagelser",
    JEPPE,
    "2027-04-13T09:00",
    sampleUpTo("2027-04-13T09:00"),
    line("2027-04-13T09:00", JEPPE, "deliver", { item: "egne-opdagelser", text: "Set" }),
  ],
  [
    "task item:interview",
    ASTRID,
    "2027-02-03T09:00",
    sampleUpTo("2027-02-03T09:00"),
    lead("2027-02-03T09:00", "completeItem", { item: "interview" }),
  ],
  [
    "ballot ballot:b1",
    JEPPE,
    "2027-05-25T10:00",
    sampleUpTo("2027-05-25T09:00", ballot),
    line("2027-05-25T10:00", JEPPE, "castBallot", { ballot: "b1", abstain: true }),
  ],
  [
    "testPlan idea:i1",
    ASTRID,
    "2027-06-07T11:00",
    sampleUpTo("2027-06-07T10:00", unplanned),
    lead("2027-06-07T11:00", "planTest", PLANNED),
  ],
  [
    "backTest idea:i1",
    CARLA,
    "2027-06-07T11:00",
    sampleUpTo("2027-06-07T10:00", unplanned),
    line("2027-06-07T11:00", CARLA, "backTest", { idea: "i1" }),
  ],
  [
    "startTest idea:i1",
    ASTRID,
    "2027-06-07T12:00",
    sampleUpTo(
      "2027-06-07T10:00",
      unplanned,
      lead("2027-06-07T11:00", "planTest", PLANNED),
      line("2027-06-07T11:30", CARLA, "backTest", { idea: "i1" }),
    ),
    lead("2027-06-07T12:00", "startTest", { idea: "i1" }),
  ],
  [
    "result idea:i1",
    ASTRID,
    TESTING,
    sampleUpTo(TESTING),
    lead(TESTING, "recordResult", { idea: "i1", result: "Det gik" }),
  ],
  [
    "checkIn idea:i1",
    ASTRID,
    "2027-06-20T10:00",
    sampleUpTo("2027-06-20T10:00"),
    lead("2027-06-20T10:00", "checkInTest", { idea: "i1", what: "visit", text: "Det går" }),
  ],
  [
    "ideaDecision idea:i1",
    CARLA,
    "2027-07-09T10:00",
    sampleUpTo("2027-07-09T10:00"),
    line("2027-07-09T10:00", CARLA, "decide", { idea: "i1", outcome: "discard", reason: "Nej" }),
  ],
  [
    "followUp idea:i1",
    ASTRID,
    "2027-07-22T10:00",
    sampleUpTo("2027-07-22T10:00"),
    lead("2027-07-22T10:00", "completeFollowUp", { idea: "i1" }),
  ],
  [
    "openPhase phase:focusing",
    ASTRID,
    "2027-03-14T10:00",
    sampleUpTo("2027-03-14T10:00"),
    lead("2027-03-14T10:00", "openPhase", { phase: "focusing" }),
  ],
  [
    "closePhase phase:qualification",
    ASTRID,
    "2027-02-12T10:00",
    sampleUpTo("2027-02-12T10:00"),
    lead("2027-02-12T10:00", "closePhase", { phase: "qualification" }),
  ],
];

test.each(CASES)("%s is there until it is done", (what, who, when, before, done) => {
  const then = play(before, when);
  expect(kinds(then, who)).toContain(what);
  const after = play([...before, done], when);
  expect(after.refusals).toEqual(then.refusals);
  expect(kinds(after, who)).not.toContain(what);
});

describe("decisions of a plan", async () => {
  const { upTo, play: run, script } = await sampleOf("beskaeftigelsesindsats");
  const put = script.find(({ trigger }) => trigger === "propose")!;
  const vote = script.find(({ trigger, data }) => trigger === "decide" && data?.["item"] === put.data?.["item"])!;
  const subject = `item:${String(put.data?.["item"])}`;
  const someone = (what: string, lines: Lines, at: string) => {
    const then = run(lines, at);
    return then.book.people.map(({ email }) => email).filter((email) => kinds(then, email).includes(what));
  };

  test("are put by whoever may, and then wait for those who decide until each has voted", () => {
    const proposers = someone(`proposal ${subject}`, upTo(put.at), put.at);
    expect(proposers.length).toBeGreaterThan(0);
    expect(someone(`decision ${subject}`, upTo(put.at), put.at)).toEqual([]);
    expect(someone(`proposal ${subject}`, upTo(put.at, put), put.at)).toEqual([]);
    const deciders = someone(`decision ${subject}`, upTo(put.at, put), put.at);
    expect(deciders.length).toBeGreaterThan(0);
    expect(someone(`decision ${subject}`, upTo(put.at, put, { ...vote, at: put.at }), put.at).length).toBeLessThan(
      deciders.length,
    );
  });
});

describe("who is asked", () => {
  test("of what the lead sees to, whoever acts for the lead sees what is three days past its time", () => {
    const task = "approveMinutes item:m1";
    expect(kinds(play(sampleUpTo("2027-03-29T23:00"), "2027-03-29T23:00"), BO)).not.toContain(task);
    expect(kinds(play(sampleUpTo("2027-03-31T10:00"), "2027-03-31T10:00"), BO)).toContain(task);
  });

  test("a substitute decides for whom they stand in, and each vote is asked for by itself", () => {
    const away = { substitute: BO, from: "2027-07-01", to: "2027-08-01" };
    const lines = sampleUpTo("2027-07-09T10:00", line("2027-07-01T08:00", CARLA, "nameSubstitute", away));
    const found = one(play(lines, "2027-07-09T10:00"), BO, "ideaDecision idea:i1");
    expect(found?.onBehalfOf).toMatchObject({ email: CARLA });
    expect(found?.actions.map(({ data }) => data)).toMatchObject([{ for: CARLA }, { for: CARLA }, { for: CARLA }]);
    expect(kinds(play(sampleUpTo("2027-07-09T10:00"), "2027-07-09T10:00"), BO)).not.toContain("ideaDecision idea:i1");
  });

  test("nobody else is asked to do what is the lead's, nor to answer what is not for them", () => {
    const then = play(sampleUpTo("2027-03-10T10:00"), "2027-03-10T10:00");
    expect(kinds(then, JEPPE)).toEqual([]);
    expect(kinds(then, CARLA)).toEqual([]);
  });
});

describe("what is missing, when, and what comes", () => {
  test("a phase past its end shows what keeps it open, and no button in a programme that is strict", () => {
    const found = one(play(sampleUpTo("2027-02-10T09:00"), "2027-02-20"), ASTRID, "closePhase phase:qualification");
    expect(found).toMatchObject({ group: "overdue", overdue: true, due: "2027-02-14", actions: [] });
    expect(found?.missing).toMatchObject([{ have: 0, need: 7 }]);
  });

  test("in order of time: past its time, this week, later", () => {
    const { waiting } = listFor(play(sampleUpTo("2027-04-20T10:00"), "2027-04-20T10:00"), ASTRID);
    const groups = waiting.map(({ group }) => group);
    expect(groups).toEqual([...groups].toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(new Set(groups).size).toBe(3);
  });

  test("meetings to come are shown with the answer that was given, and not when it was no", () => {
    const { upcoming, next } = listFor(play(sampleUpTo("2027-03-31T09:00"), "2027-03-31T09:00"), JEPPE);
    expect(upcoming.map(({ subject }) => subject)).toEqual(["item:m2", "item:m4"]);
    expect(next).toMatchObject({ subject: "item:m2", place: "Biblioteket, sal A" });
    const inge = listFor(play(sampleUpTo("2027-03-31T09:00"), "2027-03-31T09:00"), "inge.strandholt@example.org");
    expect(inge.upcoming[0]).toMatchObject({ subject: "item:m2", answer: "accepted" });
  });

  test("with nothing to do, what comes first is told: a meeting of which only the week is known", () => {
    const { waiting, upcoming, next } = listFor(play(sampleUpTo("2027-02-20T09:00"), "2027-02-20T09:00"), JEPPE);
    expect([waiting, upcoming]).toEqual([[], []]);
    expect(next).toMatchObject({ kind: "meeting", subject: "item:m2", at: "2027-04-05", window: true });
  });

  test("after the end there is left only what was agreed at it", () => {
    const ended = play(SCRIPT, "2027-09-02");
    expect(kinds(ended, ASTRID)).toEqual(["followUp idea:i1", "followUp idea:i7"]);
    expect(listFor(ended, JEPPE)).toEqual({ waiting: [], upcoming: [] });
  });
});

const ORDER = ["overdue", "week", "later"];
