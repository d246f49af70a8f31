// From discoveries to themes, ideas and concepts: ids, lineage both ways, what criteria count, and what is refused.
import { describe, expect, test } from "vitest";
import { contributedFacts, networkFacts } from "../../machines/facts.ts";
import { alikeToNew } from "../../machines/ideas/ideas.ts";
import { chosenThemes, discoveriesOf, themesOf } from "../../machines/ideas/themes.ts";
import { stateOf } from "../../machines/summary.ts";
import { after, afterAll, at, FIVE } from "./ideas-given.ts";
import { P1 } from "./play.ts";

const LEAD = "networkLead";
const discovery = (clock: string, perspective: string, text: string) =>
  at(clock, "participant", "addDiscovery", { perspective, text, source: "Besøg" });
const SEEN = [
  discovery("09:00", "citizen", "Ventetiden er lang"),
  discovery("09:01", "staff", "Vi ved ikke, hvem der ringer"),
];

describe("themes", () => {
  test("are made of discoveries, by ids that count in the order they came", () => {
    const { book, why, entries } = afterAll([
      ...SEEN,
      at("10:00", "coreMember", "addTheme", { title: "Ventetid", discoveries: ["d1", "d2"] }),
    ]);
    expect(why).toEqual([]);
    expect(
      discoveriesOf(book.contributions).map(({ id, perspective, source, text }) => [id, perspective, source, text]),
    ).toEqual([
      ["d1", "citizen", "Besøg", "Ventetiden er lang"],
      ["d2", "staff", "Besøg", "Vi ved ikke, hvem der ringer"],
    ]);
    expect(themesOf(book.contributions)).toMatchObject([{ id: "t1", title: "Ventetid", discoveries: ["d1", "d2"] }]);
    expect(entries.find(({ kind }) => kind === "theme.added")).toMatchObject({ data: { discoveries: ["d1", "d2"] } });
  });

  test("are chosen by id or in words; the last choice is the one that counts, for the criterion, too", () => {
    const theme = at("10:00", "coreMember", "addTheme", { title: "Ventetid", discoveries: ["d1"] });
    const choose = (clock: string, themes: string[]) => at(clock, LEAD, "chooseThemes", { themes });
    const { book } = afterAll([...SEEN, theme, choose("11:00", ["x"]), choose("11:01", ["t1", "Tillid"])]);
    expect(chosenThemes(book.contributions)).toEqual([{ id: "t1", title: "Ventetid" }, { title: "Tillid" }]);
    expect(contributedFacts(P1, book.contributions, book.people)).toMatchObject({
      themes: 2,
      discoveries: 2,
      perspectives: 2,
    });
  });

  test("of discoveries there are not, and a choice of themes there are not, are refused and change nothing", () => {
    const wrong = [
      at("10:00", "coreMember", "addTheme", { title: "Nej", discoveries: ["d1", "d3"] }),
      at("10:01", LEAD, "chooseThemes", { themes: ["t1", "Tillid"] }),
    ];
    const { book, why } = afterAll([...SEEN, ...wrong]);
    expect(why.map((one) => one.why)).toEqual([
      "Der er ingen opdagelse d3. Læs opdagelserne med deres id'er først (GET …/discoveries).",
      "Der er intet tema t1. Skriv et tema, der er, eller temaet med ord.",
    ]);
    expect([themesOf(book.contributions), chosenThemes(book.contributions)]).toEqual([[], []]);
  });
});

describe("ideas", () => {
  test("are those of who adds them, or of the authors that are named; comments stand with them", () => {
    const more = [
      ...SEEN,
      at("10:00", "coreMember", "addTheme", { title: "Ventetid", discoveries: ["d1"] }),
      at("10:01", "participant", "addIdea", {
        title: "En tavle",
        text: "I ventesalen",
        theme: "t1",
        authors: ["FRODE.askgaard@example.org"],
      }),
      at("10:02", "guest", "commentIdea", { idea: "i1", text: "Også på nettet" }),
      at("10:03", "guest", "addIdea", { title: "Ny", theme: "Tillid" }),
    ];
    const { ideas, book, why } = afterAll(more);
    const idOf = (email: string) => book.people.find((one) => one.email === email)!.id;
    const guest = book.people.find(({ roles }) => roles.includes("guest"))!.id;
    expect(why).toEqual([]);
    expect(ideas).toMatchObject([
      {
        id: "i1",
        title: "En tavle",
        text: "I ventesalen",
        theme: { id: "t1", title: "Ventetid" },
        authors: [idOf("frode.askgaard@example.org")],
        comments: [{ text: "Også på nettet", by: guest }],
      },
      { id: "i2", theme: { title: "Tillid" }, authors: [guest], comments: [] },
    ]);
    // An address stands nowhere but with the person.
    expect(JSON.stringify(book.contributions).toLowerCase()).not.toContain("frode.askgaard");
  });

  test("of authors who are not in the network, and comments on none, are refused", () => {
    const { why, ideas } = afterAll([
      at("10:00", LEAD, "addIdea", { title: "X", authors: ["nobody@example.org"] }),
      at("10:01", LEAD, "commentIdea", { idea: "i1", text: "?" }),
    ]);
    expect(ideas).toEqual([]);
    expect(why.map(({ type, code }) => [type, code])).toEqual([
      ["addIdea", "state"],
      ["commentIdea", "state"],
    ]);
  });

  test("that are alike are named on both, and to who is about to add another", () => {
    const { ideas, book } = after();
    expect(ideas[2]!.alike).toMatchObject([{ id: "i5", words: ["fast", "kontaktperson"] }]);
    expect(ideas[4]!.alike.map(({ id }) => id)).toEqual(["i3"]);
    expect(alikeToNew(book, { title: "Kontaktpersoner" })[0]).toMatchObject({
      id: "i3",
      title: "Fast kontaktperson i tre måneder",
    });
  });
});

describe("concepts", () => {
  const merge = (clock: string, ideas: string[], by = "coreMember") =>
    at(clock, by, "mergeIdeas", { ideas, title: "Én kontaktperson", reason: "Samme tanke" });
  const split = (clock: string, idea: string) => at(clock, LEAD, "splitIdea", { idea, reason: "De var ikke ens" });
  const states = (run: ReturnType<typeof after>) => Object.fromEntries(run.ideas.map(({ id, state }) => [id, state]));

  test("say what they are made of, and their sources what they are now part of, in view and ledger", () => {
    const run = after(merge("10:00", ["i3", "i5"]));
    expect(run.why).toEqual([]);
    expect(run.ideas[5]).toMatchObject({
      id: "i6",
      title: "Én kontaktperson",
      state: "captured",
      sources: ["i3", "i5"],
      alike: [],
    });
    expect(run.ideas[2]).toMatchObject({ state: "merged", into: "i6", reason: "Samme tanke", alike: [] });
    const told = run.entries.filter(({ kind }) => kind === "idea.merged" || kind === "idea.captured").slice(5);
    expect(told.map(({ kind, subject, data }) => [kind, subject, data])).toEqual([
      ["idea.captured", "idea:i6", { sources: ["i3", "i5"] }],
      ["idea.merged", "idea:i3", { into: "i6" }],
      ["idea.merged", "idea:i5", { into: "i6" }],
    ]);
    expect(stateOf(run.plan, run.book.view).ideas[2]).toMatchObject({ id: "i3", state: "merged" });
  });

  test("count as the ideas they are made of, once, also when they are short-listed", () => {
    const facts = (...lines: Parameters<typeof after>) => networkFacts(after(...lines).book.view);
    expect(facts(merge("10:00", ["i3", "i5"]))).toMatchObject({ ideas: 5, shortlisted: 0 });
    expect(
      facts(merge("10:00", ["i3", "i5"]), at("10:01", LEAD, "shortlist", { idea: "i6", reason: "Ja" })),
    ).toMatchObject({ ideas: 5, shortlisted: 1 });
    expect(facts(merge("10:00", ["i3", "i5"]), split("10:01", "i6"))).toMatchObject({ ideas: 5, shortlisted: 0 });
  });

  test("are split again, and their sources are what they were; a concept of concepts in its own time", () => {
    const twice = [merge("10:00", ["i3", "i5"]), merge("10:01", ["i6", "i1"])];
    expect(states(after(...twice))).toMatchObject({ i1: "merged", i3: "merged", i6: "merged", i7: "captured" });
    const once = after(...twice, split("10:02", "i7"));
    expect(states(once)).toEqual({
      i1: "captured",
      i2: "captured",
      i3: "merged",
      i4: "captured",
      i5: "merged",
      i6: "captured",
      i7: "split",
    });
    expect(once.ideas[0]!.into).toBeUndefined();
    const all = after(...twice, split("10:02", "i7"), split("10:03", "i6"), merge("10:04", ["i3", "i1"]));
    expect(states(all)).toMatchObject({
      i1: "merged",
      i3: "merged",
      i5: "captured",
      i6: "split",
      i7: "split",
      i8: "captured",
    });
    expect(all.ideas[6]).toMatchObject({ state: "split", sources: ["i6", "i1"], reason: "De var ikke ens" });
    expect(all.ideas[2]!.into).toBe("i8");
  });

  const refused: [what: string, words: string, lines: Parameters<typeof after>][] = [
    [
      "a merged idea on the short list",
      "Idéen i3 er lagt ind i i6: brug i6, eller del den op først (splitIdea).",
      [merge("10:00", ["i3", "i5"]), at("10:01", LEAD, "shortlist", { idea: "i3", reason: "x" })],
    ],
    [
      "a split concept on the short list",
      "Konceptet i6 er delt op igen: brug idéerne i3, i5.",
      [merge("10:00", ["i3", "i5"]), split("10:01", "i6"), at("10:02", LEAD, "shortlist", { idea: "i6", reason: "x" })],
    ],
    [
      "an idea that is no concept split",
      "Idéen i1 er ikke sat sammen af andre; der er intet at dele op.",
      [split("10:00", "i1")],
    ],
    [
      "a concept split that is short-listed",
      "Konceptet i6 er kommet videre end noteret og kan ikke deles op mere.",
      [merge("10:00", ["i3", "i5"]), at("10:01", LEAD, "shortlist", { idea: "i6", reason: "x" }), split("10:02", "i6")],
    ],
    [
      "an idea merged twice",
      "Det går kun med idéer, der er noteret og ikke er kommet videre; det er ikke tilfældet for i3.",
      [merge("10:00", ["i3", "i5"]), merge("10:01", ["i3", "i1"])],
    ],
    [
      "an idea merged that is short-listed",
      "det er ikke tilfældet for i1.",
      [at("09:00", LEAD, "shortlist", { idea: "i1", reason: "x" }), merge("10:00", ["i1", "i2"])],
    ],
    [
      "an idea merged that is not there",
      "det er ikke tilfældet for constructor.",
      [merge("10:00", ["i1", "constructor"])],
    ],
    ["an idea merged with itself", "«i1» er nævnt to gange; nævn hver én gang.", [merge("10:00", ["i1", "i1"])]],
  ];
  test.each(refused)("refuse %s", (_, words, lines) => {
    const run = after(...lines);
    expect(run.why.map(({ code, why }) => [code, why])).toEqual([["state", expect.stringContaining(words)]]);
    expect(run.book.view).toEqual(after(...lines.slice(0, -1)).book.view);
  });

  test("are not for everybody to make", () => {
    expect(after(merge("10:00", ["i1", "i2"], "guest")).why).toMatchObject([{ code: "role" }]);
  });
});

test("the five ideas stand as they were added", () =>
  expect(after().ideas.map(({ title }) => title)).toEqual(FIVE.map(({ data }) => data!["title"])));
