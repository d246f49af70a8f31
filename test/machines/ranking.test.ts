// The order that votes give, and how sure it is: counted here by hand where it can be.
import { describe, expect, test } from "vitest";
import { apartIn, rankingOf, ticketOf, type Vote } from "../../machines/ideas/ranking.ts";
import { spreadOf, sureWords } from "../../machines/ideas/sureness.ts";
import type { BallotRules } from "../../machines/ideas/types.ts";

const IDEAS = ["a", "b", "c", "d"];
const rules = (method: BallotRules["method"], more: Partial<BallotRules> = {}): BallotRules => ({
  method,
  ideas: IDEAS,
  first: 2,
  ...more,
});
const criterion = (id: string, weight: number) => ({ id, weight, title: { da: id, en: id } });
const SCORES = rules("scores", { criteria: [criterion("value", 3), criterion("feasibility", 1)] });
const tickets = (of: BallotRules, votes: Vote[]) => votes.map((vote) => ticketOf(of, vote));
const order = (of: BallotRules, votes: Vote[]) =>
  rankingOf(of, tickets(of, votes)).map(({ idea, rank, score }) => [rank, idea, score]);

describe("dots", () => {
  test("are added up; those with as many share a rank, and the next is counted on from all of them", () => {
    const votes = [{ dots: { a: 2, b: 1 } }, { dots: { b: 1, c: 2 } }, { dots: { d: 1 } }];
    expect(order(rules("dots"), votes)).toEqual([
      [1, "a", 2],
      [1, "b", 2],
      [1, "c", 2],
      [4, "d", 1],
    ]);
  });

  test("of nobody put all ideas first", () => {
    expect(order(rules("dots"), []).map(([rank]) => rank)).toEqual([1, 1, 1, 1]);
  });
});

describe("scores", () => {
  test("are means of voters, weighted by criterion: (3·4 + 1·2) / 4 before (3·3 + 1·4) / 4", () => {
    const votes: Vote[] = [
      { scores: { a: { value: 5, feasibility: 2 }, b: { value: 3, feasibility: 4 } } },
      { scores: { a: { value: 3, feasibility: 2 } } },
    ];
    const ranked = rankingOf(SCORES, tickets(SCORES, votes));
    expect(ranked.slice(0, 2)).toEqual([
      { idea: "a", rank: 1, score: 3.5, means: { value: 4, feasibility: 2 } },
      { idea: "b", rank: 2, score: 3.25, means: { value: 3, feasibility: 4 } },
    ]);
    // Nobody gave these anything: they come last, and are not taken for bad.
    expect(ranked.slice(2)).toEqual([
      { idea: "c", rank: 3, means: {} },
      { idea: "d", rank: 3, means: {} },
    ]);
  });

  test("leave out a criterion that nobody gave an idea", () => {
    expect(order(SCORES, [{ scores: { a: { feasibility: 4 }, b: { value: 4, feasibility: 1 } } }]).slice(0, 2)).toEqual(
      [
        [1, "a", 4],
        [2, "b", 3.25],
      ],
    );
  });
});

describe("pairs", () => {
  const PAIRS = rules("pairs");
  test("count whom an idea beats, of those it was compared with; as many of both is half", () => {
    const votes: Vote[] = [
      {
        pairs: [
          ["a", "b"],
          ["b", "c"],
          ["a", "c"],
        ],
      },
      {
        pairs: [
          ["a", "b"],
          ["c", "b"],
        ],
      },
    ];
    expect(order(PAIRS, votes)).toEqual([
      [1, "a", 1],
      [2, "b", 0.25],
      [2, "c", 0.25],
      [4, "d", undefined],
    ]);
  });

  test("that go round in a ring tie", () => {
    const votes: Vote[] = [
      {
        pairs: [
          ["a", "b"],
          ["b", "c"],
          ["c", "a"],
        ],
      },
    ];
    expect(order(PAIRS, votes).slice(0, 3)).toEqual([
      [1, "a", 0.5],
      [1, "b", 0.5],
      [1, "c", 0.5],
    ]);
  });

  test("say which ideas nobody compared with the others", () => {
    const groups = (votes: Vote[]) => apartIn(PAIRS, tickets(PAIRS, votes));
    expect(
      groups([
        {
          pairs: [
            ["b", "a"],
            ["c", "b"],
          ],
        },
      ]),
    ).toEqual([["a", "b", "c"], ["d"]]);
    expect(groups([{ pairs: [["a", "b"]] }, { pairs: [["c", "d"]] }])).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(
      groups([
        {
          pairs: [
            ["a", "b"],
            ["c", "d"],
          ],
        },
        { pairs: [["d", "a"]] },
      ]),
    ).toEqual([IDEAS]);
  });
});

describe("how sure an order is", () => {
  const DOTS = rules("dots");
  const same = (count: number, vote: Vote) => Array<Vote>(count).fill(vote);

  test("all agree: every idea keeps its place in every draw", () => {
    const spread = spreadOf(DOTS, tickets(DOTS, same(6, { dots: { a: 3, b: 2, c: 1 } })))!;
    expect(spread["a"]).toEqual({ from: 1, to: 1, inFirst: 1 });
    expect(spread["d"]).toEqual({ from: 4, to: 4, inFirst: 0 });
  });

  test("a tie at the border is drawn by lot: each is in half of the time", () => {
    const spread = spreadOf(DOTS, tickets(DOTS, same(6, { dots: { a: 2, b: 1, c: 1 } })))!;
    expect(spread["a"]!.inFirst).toBe(1);
    expect(spread["b"]).toMatchObject({ from: 2, to: 3 });
    expect(Math.abs(spread["b"]!.inFirst - 0.5)).toBeLessThan(0.06);
    expect(spread["b"]!.inFirst + spread["c"]!.inFirst).toBeCloseTo(1);
  });

  test("ten against six changes place far more seldom than nine against seven, as the binomial says", () => {
    const two = rules("dots", { ideas: ["a", "b"], first: 1 });
    const changes = (fors: number) =>
      1 -
      spreadOf(two, tickets(two, [...same(fors, { dots: { a: 1 } }), ...same(16 - fors, { dots: { b: 1 } })]))!["a"]!
        .inFirst;
    // The chance that fewer than half of sixteen draws fall on a, and half of the chance that exactly half do.
    const expected = (fors: number) => {
      const p = fors / 16;
      const chance = (k: number) => choose(16, k) * p ** k * (1 - p) ** (16 - k);
      return Array.from({ length: 8 }, (_, k) => chance(k)).reduce((sum, one) => sum + one, chance(8) / 2);
    };
    for (const fors of [9, 10, 12]) expect(Math.abs(changes(fors) - expected(fors))).toBeLessThan(0.05);
  });

  test("follows from the votes alone: the same in whatever order they came, and other votes draw otherwise", () => {
    const votes: Vote[] = [{ dots: { a: 2, b: 1 } }, { dots: { b: 3 } }, { dots: { c: 1, a: 2 } }, { dots: { d: 1 } }];
    const [one, other] = [spreadOf(DOTS, tickets(DOTS, votes)), spreadOf(DOTS, tickets(DOTS, votes.toReversed()))];
    expect(one).toEqual(other);
    expect(spreadOf(DOTS, tickets(DOTS, votes.slice(1)))).not.toEqual(one);
    // What a store gives back has its keys in another order.
    const stored: Vote[] = votes.map(({ dots }) => ({ dots: Object.fromEntries(Object.entries(dots!).toReversed()) }));
    expect(spreadOf(DOTS, tickets(DOTS, stored))).toEqual(one);
  });

  test("fewer than three voters say nothing of it", () => {
    expect(spreadOf(DOTS, tickets(DOTS, same(2, { dots: { a: 1 } })))).toBeUndefined();
    expect(sureWords({ rank: 1 }, undefined, 2).da).toBe("for få stemmer til at sige, hvor sikkert det er");
  });

  test.each([
    [1, 1, "sikker", "sure"],
    [1, 0.62, "usikker: byttes om i 4 af 10", "unsure: changes place in 4 of 10"],
    [2, 0.91, "sikker", "sure"],
    [3, 0.38, "usikker: byttes om i 4 af 10", "unsure: changes place in 4 of 10"],
    [4, 0.05, "sikker", "sure"],
  ])("rank %i of two to be chosen, among them in %f of the draws: %s", (rank, inFirst, da, en) => {
    expect(sureWords({ rank }, { from: 1, to: 4, inFirst }, 2)).toEqual({ da, en });
  });
});

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
