// A decision and an idea as who is signed in reads them: on what ground, who has answered, and what became of it in each round.
import { describe, expect, test } from "vitest";
import type { DecisionJson } from "../../api/decision-shapes.ts";
import type { BallotJson } from "../../api/idea-shapes.ts";
import type { IdeaStoryJson } from "../../api/idea-story-shapes.ts";
import { PEOPLE } from "../support/answer-links.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { toDecisions, toPrioritisation } from "./journey.ts";

const house = useHouse();
const LEAD = "networkLead";

const read = async <T>(network: TestNetwork, what: string, as = LEAD) =>
  (await house.ask<T>("GET", `/api/networks/${network.id}/${what}`, { as: await network.tokenOf(as), lang: "en" }))
    .body;

test("a tested idea is read with its ground by all, and with what they may answer by those who decide", async () => {
  const network = await house.network({ people: PEOPLE });
  await toDecisions(network);
  await network.do(LEAD, "commentIdea", { idea: "i1", text: "Hvem betaler?" });
  const decider = await read<DecisionJson>(network, "decisions/i1", "maja@example.org");
  expect(decider).toMatchObject({
    kind: "idea",
    how: "idea",
    title: "Ét",
    state: "deciding",
    round: 1,
    open: true,
    may: true,
    self: true,
    carriedBy: "one",
    rationale: "Mest værdi for indsatsen",
    proposedBy: "Lea Ledelund",
    idea: { unit: "Køkkenet", what: "Frokosten", result: "Det virker" },
    plan: { host: "Køkkenchefen", leads: ["To kokke"] },
    comments: [{ text: "Hvem betaler?", name: "Lea Ledelund" }],
    choices: [{ choice: "approve" }, { choice: "adjust" }, { choice: "discard" }],
    votes: [],
    missing: [{ name: "Mads Chef" }, { name: "Maja Chef" }],
  });
  expect(await read<DecisionJson>(network, "decisions/i1", "part@example.org")).toMatchObject({
    may: false,
    self: false,
  });
  const absent = await house.ask("GET", `/api/networks/${network.id}/decisions/i9`);
  expect(absent).toMatchObject({ status: 404, body: { code: "not-found" } });

  await network.do("maja@example.org", "decide", { idea: "i1", outcome: "adjust", reason: "Kun om formiddagen" });
  await network.do(LEAD, "checkInTest", { idea: "i1", what: "visit", text: "Godt i gang" });
  await network.do(LEAD, "abandonTest", { idea: "i1", reason: "Køkkenet lukker" });
  expect(await read<DecisionJson>(network, "decisions/i1")).toMatchObject({
    round: 2,
    idea: { abandoned: "Køkkenet lukker" },
    earlier: [{ choice: "adjust", reason: "Kun om formiddagen" }],
  });
  expect(await read<IdeaStoryJson>(network, "ideas/i1", "part@example.org")).toMatchObject({
    title: "Ét",
    state: "deciding",
    rounds: 3,
    rationale: { text: "Mest værdi for indsatsen", name: "Lea Ledelund" },
    backed: { name: expect.stringMatching(/Chef/) as string },
    plan: { unit: "Køkkenet", leads: ["To kokke"] },
    checkIns: [{ what: "visit", text: "Godt i gang" }],
    tests: [
      { round: 1, ended: { result: "Det virker" } },
      { round: 2, ended: { abandoned: "Køkkenet lukker" } },
    ],
    decided: [{ round: 1, choice: "adjust", name: "Maja Chef", reason: "Kun om formiddagen" }],
  });
});

test("before a test an idea says what is missing, and what is there", async () => {
  const network = await house.network({ people: PEOPLE });
  await toPrioritisation(network);
  await network.do(LEAD, "shortlist", { idea: "i2", reason: "Let" });
  await network.do(LEAD, "planTest", { idea: "i2", unit: "Køkkenet" });
  const { standings, plan } = await read<IdeaStoryJson>(network, "ideas/i2");
  expect(plan).toEqual({ unit: "Køkkenet" });
  const byId = Object.fromEntries(standings.map(({ criterion, met }) => [criterion, met]));
  expect(byId).toMatchObject({ testOpen: false, backed: false });
  expect(Object.values(byId).filter(Boolean)).toHaveLength(1);
});

describe("a vote", () => {
  test("is read by who cast it, and by nobody else", async () => {
    const network = await house.network({ people: PEOPLE });
    for (const title of ["En", "To"]) await network.do(LEAD, "addIdea", { title });
    await network.do(LEAD, "openBallot", { method: "dots", secret: true });
    await network.do("anna@example.org", "castBallot", { ballot: "b1", dots: { i2: 2 } });
    const own = async (as: string) => (await read<BallotJson[]>(network, "ballots", as))[0]!.own;
    expect(await own("anna@example.org")).toMatchObject([{ self: true, state: "cast", dots: { i2: 2 } }]);
    expect(await own("ben@example.org")).toEqual([
      { name: "Ben Baker", email: "ben@example.org", self: true, state: "missing" },
    ]);
    expect(JSON.stringify(await read<BallotJson[]>(network, "ballots", LEAD))).not.toContain('"i2":2');
    await network.do(LEAD, "closeBallot", { ballot: "b1" });
    expect(await own("anna@example.org")).toBeUndefined();
  });
});
