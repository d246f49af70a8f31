// Going on when something is missing: refused and told, or let through with a note where the programme only advises.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";
import { toPrioritisation } from "./journey.ts";

const ADVISORY = "innovationsnetvaerk-vejledende";
const house = useHouse({
  programmes: (shipped) => shipped.map((programme) => ({ ...programme, id: ADVISORY, gates: "advisory" as const })),
});
const LEAD = "networkLead";

test("unmet criteria refuse to close a phase, and are listed in the reader's language, as the network itself shows them", async () => {
  const network = await house.network();
  await network.do(LEAD, "openPhase", { phase: "design" });
  const close = { phase: "design" };
  const danish = await network.trigger(LEAD, "closePhase", close);
  const english = await network.trigger(LEAD, "closePhase", close, { lang: "en" });
  const unmet = (core: string, meeting: string) => [
    { criterion: "coreMembers", title: core, have: 0, need: 4 },
    { criterion: "firstMeeting", title: meeting, have: 0, need: 1 },
  ];
  expect(danish).toMatchObject({ status: 409, body: { code: "criteria", title: "Afvist" } });
  expect(danish.body.unmet).toEqual(unmet("Nok kernedeltagere har sagt ja", "Første møde har en dato"));
  expect(danish.body.unmet).toEqual((await network.show()).unmet["design"]);
  expect(english).toMatchObject({ status: 409, body: { code: "criteria", title: "Refused" } });
  expect(english.body.unmet).toEqual(unmet("Enough core members have accepted", "The first meeting has a date"));

  // A note is no way round a criterion that blocks.
  expect((await network.trigger(LEAD, "closePhase", { ...close, note: "Vi går videre" })).status).toBe(409);
  expect((await network.ledger()).map(({ kind }) => kind)).not.toContain("phase.closed");
});

test("what people contribute counts at once, and the last answer of each", async () => {
  const network = await house.network();
  await network.do(LEAD, "openPhase", { phase: "design" });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17" });
  for (const core of network.emails("coreMember")) await network.do(core, "answerMembership", { answer: "accepted" });
  await network.do("participant", "answerMembership", { answer: "accepted" });
  await network.do("coreMember", "answerMembership", { answer: "declined" });
  const refused = await network.trigger(LEAD, "closePhase", { phase: "design" });
  expect(refused.body.unmet).toMatchObject([{ criterion: "coreMembers", have: 3, need: 4 }]);
  await network.do("coreMember", "answerMembership", { answer: "accepted" });
  expect((await network.do(LEAD, "closePhase", { phase: "design" })).state.phases["design"]).toBe("closed");
});

test("a phase opens when what it needs is there, and is told from one that is open already or does not exist", async () => {
  const network = await house.network();
  const early = await network.trigger(LEAD, "openPhase", { phase: "discovery" }, { lang: "en" });
  expect(early.body).toMatchObject({
    code: "criteria",
    unmet: [{ criterion: "focusingClosed", title: "Focusing is closed" }],
  });
  await network.do(LEAD, "openPhase", { phase: "design" });
  const again = await network.trigger(LEAD, "openPhase", { phase: "design" });
  expect(again.body).toMatchObject({ code: "state", detail: "Fasen «Netværksdesign» er åben." });
  const absent = await network.trigger(LEAD, "openPhase", { phase: "desing" });
  expect(absent.body).toMatchObject({ status: 409, code: "state" });
  expect(absent.body.detail).toContain("qualification, design");
});

test.each([LEAD, "coDriver", "administrator"])("%s may advance", async (role) => {
  const network = await house.network();
  const { entries } = await network.do(role, "openPhase", { phase: "qualification" });
  expect(entries).toMatchObject([{ kind: "phase.opened", role }]);
});

test.each(["participant", "coreMember", "referenceManager", "guest"])("%s may not", async (role) => {
  const network = await house.network();
  const { status, body } = await network.trigger(role, "openPhase", { phase: "qualification" });
  expect({ status, code: body.code }).toEqual({ status: 403, code: "not-allowed" });
  expect((await network.show()).state.phases["qualification"]).toBe("waiting");
});

test("an advisory programme lets it through with a note, which is recorded; without one it lists what is missing", async () => {
  const network = await house.network({ programme: ADVISORY });
  await network.do(LEAD, "openPhase", { phase: "design" });
  const bare = await network.trigger(LEAD, "closePhase", { phase: "design" });
  expect(bare).toMatchObject({ status: 409, body: { code: "criteria" } });
  expect(bare.body.detail).toContain("note");
  expect(bare.body.unmet).toHaveLength(2);

  const note = "Mødet holdes, så snart lokalet er ledigt";
  const { entries, state } = await network.do(LEAD, "closePhase", { phase: "design", note });
  expect(state.phases["design"]).toBe("closed");
  expect(entries).toMatchObject([{ kind: "phase.closed", subject: "phase:design", role: LEAD, reason: note }]);
  expect((await network.ledger()).at(-1)).toMatchObject({ kind: "phase.closed", reason: note });
});

test("an idea is shortlisted while ideas are prioritised, and tested while the test is open", async () => {
  const network = await house.network();
  await network.do("participant", "addIdea", { title: "Tidlig" });
  const early = await network.trigger(LEAD, "shortlist", { idea: "i1", reason: "God" });
  expect(early.body).toMatchObject({ code: "criteria", unmet: [{ criterion: "prioritisationOpened" }] });

  await toPrioritisation(network);
  await network.do(LEAD, "shortlist", { idea: "i1", reason: "God" });
  const untested = await network.trigger(LEAD, "startTest", { idea: "i1" });
  expect(untested.body.code).toBe("criteria");
  const missing = untested.body.unmet?.map(({ criterion }) => criterion);
  expect(missing).toEqual(["testOpen", "backed", "unit", "host", "leads", "what", "how"]);
});
