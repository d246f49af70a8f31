// Discoveries, themes, ideas and ballots over the API: as they read, to whom, and what nobody reads before its time.
import { describe, expect, test } from "vitest";
import type { BallotJson, DiscoveryJson, IdeaJson, ThemeJson } from "../../api/idea-shapes.ts";
import type { PreviewJson } from "../../api/shapes.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";

const read = async <T>(network: TestNetwork, what: string, as?: string) =>
  (
    await house.ask<T[]>("GET", `/api/networks/${network.id}/${what}`, {
      ...(as !== undefined && { as: await network.tokenOf(as) }),
      lang: "en",
    })
  ).body;

test("what people see, find, think of and put together reads as they did it, by whom and when", async () => {
  const network = await house.network();
  const [frode, lead] = [network.emails("coreMember")[1]!, network.emails(LEAD)[0]!];
  await network.do(frode, "addDiscovery", { perspective: "citizen", text: "Ventetid", source: "Besøg" });
  await network.do(LEAD, "addTheme", { title: "Ventetiden", discoveries: ["d1"] });
  expect((await network.trigger(LEAD, "addTheme", { title: "X", discoveries: ["d2"] })).body).toMatchObject({
    code: "state",
  });
  await network.do(LEAD, "chooseThemes", { themes: ["t1", "Tillid"] });
  await network.do(LEAD, "addIdea", { title: "Fast kontaktperson", theme: "t1", authors: [frode] });
  await network.do(frode, "addIdea", { title: "En fast kontaktperson til alle" });
  await network.do(LEAD, "commentIdea", { idea: "i1", text: "Hvem betaler?" });

  const name = expect.any(String) as string;
  const at = expect.stringMatching(/^2027-\d\d-\d\dT.*\+0\d:00$/) as string;
  expect(await read<DiscoveryJson>(network, "discoveries")).toEqual([
    { id: "d1", perspective: "citizen", source: "Besøg", text: "Ventetid", by: frode, name, at },
  ]);
  expect(await read<ThemeJson>(network, "themes", "guest")).toEqual([
    { id: "t1", title: "Ventetiden", discoveries: ["d1"], chosen: true, by: lead, name, at },
    { title: "Tillid", discoveries: [], chosen: true },
  ]);
  const ideas = await read<IdeaJson>(network, "ideas", "guest");
  expect(ideas).toMatchObject([
    {
      id: "i1",
      title: "Fast kontaktperson",
      theme: { id: "t1", title: "Ventetiden" },
      authors: [frode],
      state: "captured",
      comments: [{ text: "Hvem betaler?", by: lead, name, at }],
      alike: [{ id: "i2", title: "En fast kontaktperson til alle", words: ["fast", "kontaktperson"] }],
    },
    { id: "i2", authors: [frode], alike: [{ id: "i1" }] },
  ]);
  const preview = async (data: object) =>
    (await house.ask<PreviewJson>("POST", `/api/networks/${network.id}/previews`, { body: { type: "addIdea", data } }))
      .body;
  expect(await preview({ title: "Kontaktperson" })).toMatchObject({
    entries: [{ kind: "idea.captured" }],
    alike: [{ id: "i1" }, { id: "i2" }],
  });
  expect((await preview({ title: "Sol over byen" })).alike).toEqual([]);

  const { state } = await network.do(frode, "mergeIdeas", { ideas: ["i1", "i2"], title: "Én indgang" });
  expect(state.ideas.map(({ id, state: is }) => [id, is])).toEqual([
    ["i1", "merged"],
    ["i2", "merged"],
    ["i3", "captured"],
  ]);
  expect(await read<IdeaJson>(network, "ideas")).toMatchObject([
    { into: "i3", alike: [] },
    { into: "i3" },
    { title: "Én indgang", sources: ["i1", "i2"], authors: [frode] },
  ]);
  expect((await network.show()).state.ideas[2]!.title).toBe("Én indgang");
});

describe("a secret ballot", () => {
  test("is read by nobody before it closes, the lead and the administrator among them; then its sums are, and never a vote", async () => {
    const network = await house.network();
    for (const title of ["En", "To", "Tre"]) await network.do(LEAD, "addIdea", { title });
    await network.do(LEAD, "openBallot", { method: "scores", secret: true, closes: "2027-02-10" });
    const core = network.emails("coreMember");
    const scores = { i2: { value: 5, feasibility: 4 }, i1: { value: 2, feasibility: 3 } };
    for (const who of core.slice(0, 3)) await network.do(who, "castBallot", { ballot: "b1", scores });
    await network.do(core[3]!, "castBallot", { ballot: "b1", abstain: true });
    expect((await network.trigger("guest", "castBallot", { ballot: "b1", abstain: true })).body.code).toBe(
      "not-allowed",
    );

    for (const who of [LEAD, core[0]!, undefined]) {
      const [ballot] = await read<BallotJson>(network, "ballots", who);
      expect(Object.keys(ballot!)).not.toContain("outcome");
      expect(ballot!.turnout).toEqual({ cast: 4, missing: expect.any(Number) });
    }
    const told = async () =>
      JSON.stringify([
        await network.ledger(),
        await network.show(),
        await house.ask("GET", `/api/networks/${network.id}/audit`),
      ]);
    expect(await told()).not.toMatch(/"scores":\{|"abstain"/);

    await network.step("2027-02-11");
    const [closed] = await read<BallotJson>(network, "ballots", "guest");
    expect(closed).toMatchObject({
      state: "closed",
      closes: "2027-02-10T23:59:59.999+01:00",
      closedAt: "2027-02-10T23:59:59.999+01:00",
      criteria: [{ id: "value", title: "value", weight: 1 }, { id: "feasibility" }],
      turnout: { cast: 4, abstained: 1 },
      outcome: {
        order: [
          { idea: "i2", rank: 1, score: 4.5, means: { value: 5, feasibility: 4 }, sure: "sure" },
          { idea: "i1", score: 2.5 },
          { idea: "i3", means: {} },
        ],
        ties: [],
      },
    });
    expect(await told()).not.toMatch(/"scores":\{|"abstain"/);
    await network.do(LEAD, "overruleOrder", { ballot: "b1", order: ["i1", "i2", "i3"], reason: "Billigst" });
    expect((await read<BallotJson>(network, "ballots"))[0]).toMatchObject({
      outcome: { order: [{ idea: "i2" }, {}, {}] },
      overruled: { order: ["i1", "i2", "i3"], reason: "Billigst", by: network.emails(LEAD)[0] },
    });
  });

  test("cannot be found out from the hashes of the ledger: beside each vote stands what nobody can guess", async () => {
    const network = await house.network();
    for (const title of ["En", "To"]) await network.do(LEAD, "addIdea", { title });
    await network.do(LEAD, "openBallot", { method: "dots", secret: true });
    for (const who of network.emails("coreMember"))
      await network.do(who, "castBallot", { ballot: "b1", dots: { i1: 3 } });
    const rows = await house.store.db
      .selectFrom("contribution")
      .selectAll()
      .where("network_id", "=", network.id)
      .where("kind", "=", "ballot.cast")
      .execute();
    const salts = rows.map(({ data }) => (data as { salt?: string }).salt);
    expect(new Set(salts).size).toBe(rows.length);
    expect(salts.every((salt) => (salt?.length ?? 0) > 8)).toBe(true);
  });
});
