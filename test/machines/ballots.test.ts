// Rounds of prioritisation in a network: who may do what when, what may be seen, and the order beside the one that people choose.
import { describe, expect, test } from "vitest";
import { ballotsOf } from "../../machines/ideas/ballots.ts";
import { networkFacts } from "../../machines/facts.ts";
import { after, afterAll, at, FIVE } from "./ideas-given.ts";
import { P1, play } from "./play.ts";

const ALL = ["i1", "i2", "i3", "i4", "i5"];
const open = (data: object) => at("09:00", "networkLead", "openBallot", data as never);
const close = (clock = "12:00") => at(clock, "networkLead", "closeBallot", { ballot: "b1" });
const cast = (clock: string, by: string, data: object) =>
  at(clock, by, "castBallot", { ballot: "b1", ...data } as never);
const { people } = play([], "2027-02-02").book;
const emails = (role: string) => people.filter(({ roles }) => roles.includes(role)).map(({ email }) => email);
const CORE = emails("coreMember");

describe("a ballot", () => {
  test("is about all captured ideas and three dots, where nothing else is said, and the next one has the next id", () => {
    const { ballots, entries } = after(
      open({ method: "dots" }),
      open({ method: "scores", id: "runde-2", first: 1 }),
      open({ method: "pairs", ideas: ["i1", "i2"] }),
    );
    expect(ballots).toMatchObject([
      { id: "b1", state: "open", method: "dots", ideas: ALL, dots: 3, first: 3 },
      {
        id: "runde-2",
        method: "scores",
        first: 1,
        criteria: [
          { id: "value", weight: 1 },
          { id: "feasibility", weight: 1 },
        ],
      },
      { id: "b2", method: "pairs", ideas: ["i1", "i2"], first: 1 },
    ]);
    expect(entries.find(({ kind }) => kind === "ballot.opened")).toMatchObject({
      subject: "ballot:b1",
      role: "networkLead",
    });
  });

  test("counts the last vote of each, and none of who abstained since", () => {
    const { ballots, why } = after(
      open({ method: "dots" }),
      cast("10:00", CORE[0]!, { dots: { i1: 3 } }),
      cast("10:01", CORE[0]!, { dots: { i2: 2, i3: 1 } }),
      cast("10:02", CORE[1]!, { dots: { i3: 3 } }),
      cast("10:03", CORE[1]!, { abstain: true }),
    );
    expect(why).toEqual([]);
    const [ballot] = ballots;
    expect(ballot!.outcome!.order.map(({ idea, score }) => [idea, score])).toEqual([
      ["i2", 2],
      ["i3", 1],
      ["i1", 0],
      ["i4", 0],
      ["i5", 0],
    ]);
    expect(ballot!.outcome!.ties).toEqual([["i1", "i4", "i5"]]);
    const may = P1.rights["castBallot"]!;
    const voters = people.filter(({ roles }) => roles.some((role) => [...may, "coDriver"].includes(role))).length;
    expect(ballot!.turnout).toEqual({ cast: 2, abstained: 1, missing: voters - 2 });
  });

  test("that is secret shows neither sums nor who abstained before it is closed, and single votes never", () => {
    const votes = [
      open({ method: "dots", secret: true }),
      cast("10:00", CORE[0]!, { dots: { i1: 3 } }),
      cast("10:01", CORE[1]!, { abstain: true }),
    ];
    const during = after(...votes);
    expect(during.ballots[0]).toMatchObject({ state: "open", turnout: { cast: 2 } });
    expect(Object.keys(during.ballots[0]!)).not.toContain("outcome");
    expect(Object.keys(during.ballots[0]!.turnout)).toEqual(["cast", "missing"]);
    const closed = after(...votes, close());
    expect(closed.ballots[0]).toMatchObject({
      state: "closed",
      turnout: { abstained: 1 },
      outcome: { order: [{ idea: "i1", score: 3 }, {}, {}, {}, {}] },
    });
    // The ledger says that somebody voted, and not what.
    const told = closed.entries.filter(({ kind }) => kind === "ballot.cast");
    expect(told.map(({ by, subject, data }) => [by, subject, data])).toEqual([
      [CORE[0], "ballot:b1", undefined],
      [CORE[1], "ballot:b1", undefined],
    ]);
  });

  test("that is called off has no outcome, open or secret, and takes nothing more", () => {
    const { ballots, why } = after(
      open({ method: "dots" }),
      cast("10:00", CORE[0]!, { dots: { i1: 1 } }),
      at("11:00", "networkLead", "cancelBallot", { ballot: "b1", reason: "Forkert metode" }),
      close(),
      cast("12:01", CORE[0]!, { dots: { i1: 1 } }),
    );
    expect(ballots[0]).toMatchObject({ state: "cancelled", reason: "Forkert metode" });
    expect(ballots[0]!.outcome).toBeUndefined();
    expect(why.map(({ type, code }) => [type, code])).toEqual([
      ["closeBallot", "state"],
      ["castBallot", "state"],
    ]);
    expect(why[0]!.why).toBe("Prioriteringen b1 er aflyst. Åbn en ny, hvis der skal stemmes igen (openBallot).");
  });

  test("closes by itself at the end of the day it says, and counts as closed", () => {
    const lines = [
      ...FIVE,
      open({ method: "dots", secret: true, closes: "2027-03-04" }),
      cast("10:00", CORE[0]!, { dots: { i2: 1 } }),
    ];
    expect(afterAll(lines, "2027-03-04T23:58").ballots[0]!.state).toBe("open");
    const done = afterAll(lines, "2027-03-05");
    expect(done.ballots[0]).toMatchObject({ state: "closed", outcome: {} });
    const entry = done.entries.find(({ kind }) => kind === "ballot.closed")!;
    expect([entry.at.slice(0, 16), entry.by]).toEqual(["2027-03-04T23:59", undefined]);
    expect(networkFacts(done.book.view)["ballotsClosed"]).toBe(1);
  });

  test("that is open when the network ends is over without an outcome", () => {
    const lines = [
      open({ method: "dots", closes: "2027-03-04" }),
      at("10:00", "networkLead", "stopNetwork", { reason: "Slut" }),
      at("10:01", "referenceManager", "stopNetwork", { reason: "Slut" }),
    ];
    const { ballots } = after(...lines);
    expect(ballots[0]).toMatchObject({ state: "cancelled" });
    expect(ballots[0]!.outcome).toBeUndefined();
  });

  test("has the order that people put beside the computed one, with why; and only when it is closed, and whole", () => {
    const other = { ballot: "b1", order: ["i5", "i4", "i3", "i2", "i1"], reason: "Økonomien rækker ikke" };
    const overrule = (clock: string, data: object) => at(clock, "networkLead", "overruleOrder", data as never);
    const { ballots, why } = after(
      open({ method: "dots" }),
      cast("10:00", CORE[0]!, { dots: { i1: 1 } }),
      overrule("10:01", other),
      close(),
      overrule("12:01", { ...other, order: ["i5", "i4"] }),
      overrule("12:02", { ...other, order: ["i5", "i4", "i3", "i2", "i2"] }),
      overrule("12:03", other),
    );
    expect(ballots[0]).toMatchObject({
      outcome: { order: [{ idea: "i1" }, {}, {}, {}, {}] },
      overruled: { order: other.order, reason: other.reason, by: "p1" },
    });
    expect(why.map(({ code }) => code)).toEqual(["state", "state", "state"]);
    expect(why[1]!.why).toContain("i1, i2, i3, i4, i5");
  });

  test("counts a substitute's vote for whom they stand in, and that one's own before it", () => {
    const names = (clock: string) =>
      at(clock, CORE[0]!, "nameSubstitute", { substitute: emails("guest")[0]!, from: "2027-03-01", to: "2027-03-09" });
    const own = cast("10:00", CORE[0]!, { dots: { i1: 3 } });
    const instead = cast("10:01", emails("guest")[0]!, { dots: { i2: 3 } });
    const scores = (...lines: Parameters<typeof after>) =>
      ballotsOf(after(names("08:00"), open({ method: "dots" }), ...lines).book)[0]!
        .outcome!.order.filter(({ score }) => score! > 0)
        .map(({ idea }) => idea);
    expect(scores(instead)).toEqual(["i2"]);
    expect(scores(own, instead)).toEqual(["i1"]);
    const { entries } = after(names("08:00"), open({ method: "dots" }), instead);
    expect(entries.find(({ kind }) => kind === "ballot.cast")).toMatchObject({
      by: emails("guest")[0],
      data: { for: CORE[0] },
    });
  });
});

describe("refused, with words that say what to do", () => {
  const dots = { method: "dots", ideas: ["i1", "i2", "i3"], most: 2 };
  const cases: [what: string, words: string, ballot: object, vote: object][] = [
    ["more dots than a voter has", "Du har sat 4 prikker, men har 3.", dots, { dots: { i1: 2, i2: 2 } }],
    [
      "more on one idea than it may have",
      "Der må højst være 2 af dine prikker på én idé; se i1.",
      dots,
      { dots: { i1: 3 } },
    ],
    ["an idea that is not on it", "i4 er ikke med i prioriteringen. Med er: i1, i2, i3.", dots, { dots: { i4: 1 } }],
    [
      "another way of voting",
      "Her stemmes med dots (prikker). Skriv det, eller abstain for ikke at stemme.",
      dots,
      { pairs: [["i1", "i2"]] },
    ],
    [
      "a criterion there is not",
      "Der er intet kriterium price. Kriterierne er: value, feasibility.",
      { method: "scores" },
      { scores: { i1: { price: 2 } } },
    ],
    [
      "an idea against itself",
      "Parret i1, i1 duer ikke: hvert par er to forskellige idéer og står én gang.",
      { method: "pairs" },
      { pairs: [["i1", "i1"]] },
    ],
    [
      "a pair both ways",
      "Parret i1, i2 duer ikke: hvert par er to forskellige idéer og står én gang.",
      { method: "pairs" },
      {
        pairs: [
          ["i1", "i2"],
          ["i2", "i1"],
        ],
      },
    ],
  ];
  test.each(cases)("%s", (_, words, ballot, vote) => {
    const { why, ballots } = after(open(ballot), cast("10:00", CORE[0]!, vote));
    expect(why).toEqual([{ type: "castBallot", code: "state", why: words }]);
    expect(ballots[0]!.turnout.cast).toBe(0);
  });

  const opened: [what: string, words: string, ballot: object][] = [
    ["about an idea that is not there", "i9", { method: "dots", ideas: ["i1", "i9"] }],
    ["about an idea twice", "«i1» er nævnt to gange; nævn hver én gang.", { method: "dots", ideas: ["i1", "i1"] }],
    [
      "with dots where points are given",
      "dots hører ikke til metoden «scores»; udelad det.",
      { method: "scores", dots: 3 },
    ],
    [
      "with two criteria of one id",
      "«a» er nævnt to gange; nævn hver én gang.",
      {
        method: "scores",
        criteria: [
          { id: "a", title: "A" },
          { id: "a", title: "B" },
        ],
      },
    ],
    [
      "that would close before it opens",
      "Prioriteringen ville lukke, før den åbner. Skriv en senere dato (closes).",
      { method: "dots", closes: "2027-02-28" },
    ],
    [
      "with more dots on one idea than there are",
      "Ingen kan sætte flere prikker på én idé (most), end de har (dots).",
      { method: "dots", dots: 2, most: 3 },
    ],
  ];
  test.each(opened)("a ballot %s", (_, words, ballot) => {
    const { why, ballots } = after(open(ballot));
    expect(why).toMatchObject([{ type: "openBallot", code: "state", why: expect.stringContaining(words) as string }]);
    expect(ballots).toEqual([]);
  });

  test("a ballot of an id that is taken, one that is not there, and one with nothing to choose between", () => {
    expect(after(open({ method: "dots", id: "x" }), open({ method: "dots", id: "x" })).why[0]!.why).toContain("«x»");
    expect(after(close()).why[0]!.why).toBe("Der er ingen prioritering «b1». Åbn en først (openBallot).");
    expect(afterAll([FIVE[0]!, open({ method: "dots" })]).why[0]!.why).toBe(
      "Der skal være mindst to noterede idéer at prioritere mellem.",
    );
    expect(after(cast("10:00", CORE[0]!, { dots: { i1: 1 } })).why[0]!.code).toBe("state");
  });
});
