// Date polls: who is asked and reminded, what the answers come to, and the date that is chosen.
import { expect, test } from "vitest";
import { answersTo, countsOf } from "../../machines/poll/standing.ts";
import { lead, line, play } from "./play.ts";

type Line = ReturnType<typeof line>;
type Played = ReturnType<typeof play>;

const [TUE, WED, THU] = ["2027-03-16T09:00", "2027-03-17T09:00", "2027-03-18T09:00"];
const ADDED = lead("2027-02-01T08:00", "addItem", {
  id: "x1",
  kind: "meeting",
  title: "Temadag",
  audience: ["coreMember"],
  reason: "Der skal ses på tallene",
});
const start = (at: string, data = {}) =>
  lead(at, "startPoll", { item: "x1", dates: [TUE, WED, THU], minutes: 90, ...data });
const says = (at: string, by: string, answers: Record<string, string>, data = {}) =>
  line(at, by, "answerPoll", { item: "x1", answers, ...data });
const choose = (at: string, date: string, data = {}) => lead(at, "closePoll", { item: "x1", choose: date, ...data });
const run = (...script: Line[]) => play([ADDED, ...script], "2027-04-30");
const about = (played: Played, from = "2027-02-01") =>
  played.entries
    .filter(
      ({ subject, kind, at }) =>
        subject.endsWith(":x1") && kind !== "message.planned" && at >= from && at < "2027-03-01",
    )
    .map(({ at, kind, rule, told }) =>
      [at.slice(0, 10), rule ?? kind, ...told.map((one) => one!.split(".")[0])].join(" "),
    );
const counts = ({ book }: Played) =>
  countsOf(book.view.polls!["x1"]!, answersTo(book.contributions, "x1", book.view.polls!["x1"]!)).map(
    ({ yes, maybe, no, best }) => [yes, maybe, no, best],
  );

const BUSY = [
  start("2027-02-02T08:00", { closes: "2027-02-12" }),
  says("2027-02-03T08:00", "ellen.roerdam@example.org", { [TUE]: "yes", [WED]: "yes", [THU]: "no" }),
  says("2027-02-03T09:00", "frode.askgaard@example.org", { [TUE]: "yes", [WED]: "maybe" }),
  says("2027-02-04T09:00", "gerda.tornhoej@example.org", { [TUE]: "no", [WED]: "yes", [THU]: "yes" }),
];

test("those the meeting is for are asked, and reminded two days before the time is up if they have not answered", () => {
  expect(about(run(...BUSY))).toEqual([
    "2027-02-01 item.added",
    "2027-02-02 poll.started",
    "2027-02-02 poll-opened ellen frode gerda halfdan",
    "2027-02-03 poll.answered",
    "2027-02-03 poll.answered",
    "2027-02-04 poll.answered",
    "2027-02-10 poll-reminder halfdan",
    "2027-02-12 poll.ended",
    "2027-02-12 poll-ended astrid",
  ]);
});

test("each date is counted, and the best is the one that most can come to", () => {
  expect(counts(run(...BUSY))).toEqual([
    [2, 0, 1, false],
    [2, 1, 0, true],
    [1, 0, 1, false],
  ]);
  const again = says("2027-02-05T09:00", "ellen.roerdam@example.org", { [THU]: "yes" });
  expect(counts(run(...BUSY, again)).map(([yes]) => yes)).toEqual([1, 1, 2]);
});

test("the date that is chosen pins the meeting in the same step, and the invitations go; the reminder does not", () => {
  const played = run(...BUSY, choose("2027-02-08T10:00", WED, { place: "Salen" }));
  expect(about(played, "2027-02-08")).toEqual([
    "2027-02-08 poll.chosen",
    "2027-02-08 item.pinned",
    "2027-02-08 meeting-invitation ellen frode gerda halfdan",
  ]);
  expect(played.state.items["x1"]).toEqual({
    state: "pinned",
    start: "2027-03-17T09:00:00+01:00",
    end: "2027-03-17T10:30:00+01:00",
    place: "Salen",
  });
  expect(played.entries.find(({ kind }) => kind === "poll.started")?.data?.["dates"]).toEqual([
    "2027-03-16T09:00:00+01:00",
    "2027-03-17T09:00:00+01:00",
    "2027-03-18T09:00:00+01:00",
  ]);
});

test("after the time to answer a date can still be chosen; whole days pin a whole day", () => {
  const days = ["2027-03-16", "2027-03-17"];
  const played = run(
    start("2027-02-02T08:00", { dates: days, closes: "2027-02-05" }),
    choose("2027-02-20T08:00", "2027-03-17"),
  );
  expect(played.refusals).toEqual([]);
  expect(played.network.view.items["x1"]).toMatchObject({ state: "pinned", allDay: true });
});

test("a poll that is cancelled tells those who were asked, and another can begin with no answers yet", () => {
  const cancel = lead("2027-02-05T08:00", "cancelPoll", { item: "x1", reason: "Andre dage" });
  const played = run(...BUSY, cancel, start("2027-02-06T08:00"));
  expect(about(played, "2027-02-05")).toEqual([
    "2027-02-05 poll.cancelled",
    "2027-02-05 poll-cancelled ellen frode gerda halfdan",
    "2027-02-06 poll.started",
    "2027-02-06 poll-opened ellen frode gerda halfdan",
  ]);
  expect(counts(played).flat().filter(Boolean)).toEqual([]);
});

test.each<[string, Line[], string]>([
  ["another runs", [start("2027-02-02T08:00"), start("2027-02-03T08:00")], "is being polled already"],
  [
    "the meeting has a date",
    [lead("2027-02-02T08:00", "pinItem", { item: "x1", start: TUE }), start("2027-02-03T08:00")],
    "has a date",
  ],
  ["a date has passed", [start("2027-02-02T08:00", { dates: ["2027-02-01T09:00", WED] })], "has passed"],
  ["it is no meeting", [start("2027-02-02T08:00", { item: "nix" })], "is no meeting"],
  [
    "the date is none of them",
    [start("2027-02-02T08:00"), choose("2027-02-03T08:00", "2027-03-20T09:00")],
    "none of those",
  ],
  ["there is no poll", [choose("2027-02-03T08:00", WED)], "No date of «x1»"],
  [
    "it is answered about another date",
    [start("2027-02-02T08:00"), says("2027-02-03T08:00", "coreMember", { "2027-03-20T09:00": "yes" })],
    "none of those",
  ],
  [
    "it is answered too late",
    [start("2027-02-02T08:00", { closes: "2027-02-03" }), says("2027-02-04T08:00", "coreMember", { [TUE]: "yes" })],
    "time to answer has passed",
  ],
  [
    "somebody answers for another",
    [
      start("2027-02-02T08:00"),
      says("2027-02-03T08:00", "guest", { [TUE]: "yes" }, { person: "ellen.roerdam@example.org" }),
    ],
    "",
  ],
  ["they may not", [line("2027-02-02T08:00", "guest", "startPoll", { item: "x1", dates: [TUE, WED] })], "may not"],
])("refused where %s, and nothing changes", (_, script, words) => {
  const [whole, before] = [run(...script), run(...script.slice(0, -1))];
  expect(whole.refusals).toHaveLength(1);
  expect(whole.refusals[0]!.why.en).toContain(words);
  expect(whole.network.view.polls).toEqual(before.network.view.polls);
  expect(whole.book.contributions).toEqual(before.book.contributions);
});
