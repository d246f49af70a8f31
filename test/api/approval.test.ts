// An idea that was tested is decided through the API, by those who may.
import { beforeAll, describe, expect, test } from "vitest";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { toDecisions } from "./journey.ts";

const house = useHouse();
const MANAGER = "referenceManager";
const APPROVAL = { outcome: "approve", next: "scale", to: "Hjemmeplejen", due: "2027-12-31" };

describe("what a decision has to say", () => {
  let network: TestNetwork;
  beforeAll(async () => {
    network = await house.network();
    await toDecisions(network);
  });

  test.each([
    ["adjust without a reason", { outcome: "adjust" }, ["data.reason"]],
    ["discard without a reason", { outcome: "discard" }, ["data.reason"]],
    ["discard with an empty reason", { outcome: "discard", reason: "  " }, ["data.reason"]],
    ["approve without what, to whom and by when", { outcome: "approve" }, ["data.next", "data.to", "data.due"]],
    ["approve by a day that is none", { ...APPROVAL, due: "2027-02-30" }, ["data.due"]],
    ["no outcome", {}, ["data.outcome"]],
  ])("%s is refused", async (_, data, paths) => {
    const { status, body } = await network.trigger(MANAGER, "decide", { idea: "i1", ...data }, { lang: "en" });
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(paths);
    expect((await network.show()).state.ideas[0]).toMatchObject({ id: "i1", state: "deciding" });
  });

  test.each(["networkLead", "coDriver", "participant", "lineManager", "administrator"])("%s may not", async (role) => {
    const { status, body } = await network.trigger(role, "decide", { idea: "i1", ...APPROVAL });
    expect({ status, code: body.code }).toEqual({ status: 403, code: "not-allowed" });
    expect((await network.show()).state.ideas[0]).toMatchObject({ state: "deciding", round: 1 });
  });

  test("an idea that is not under test is not to be decided, nor one that does not exist", async () => {
    const captured = await network.trigger(MANAGER, "decide", { idea: "i2", ...APPROVAL });
    const absent = await network.trigger(MANAGER, "decide", { idea: "i99", ...APPROVAL });
    expect([captured, absent].map(({ status, body }) => [status, body.code])).toEqual([
      [409, "state"],
      [409, "state"],
    ]);
  });
});

test("an approved idea says what follows, and is decided once", async () => {
  const network = await house.network();
  await toDecisions(network);
  const { entries, state } = await network.do(MANAGER, "decide", { idea: "i1", ...APPROVAL });
  const [manager] = network.emails(MANAGER);
  const { outcome: _, ...follow } = APPROVAL;
  expect(entries).toMatchObject([
    { kind: "idea.approved", subject: "idea:i1", by: manager, role: MANAGER, data: follow },
    { kind: "message.planned", rule: "followUp-2" },
    { kind: "message.planned", rule: "followUp-overdue" },
    { kind: "message.sent", rule: "idea-approved" },
  ]);
  expect(state.ideas[0]).toMatchObject({ id: "i1", state: "approved", round: 1 });

  const again = await network.trigger(MANAGER, "decide", { idea: "i1", outcome: "discard", reason: "Fortrudt" });
  expect(again.status).toBe(409);
  expect((await network.show()).state.ideas[0]).toMatchObject({ state: "approved" });
});

test("a discarded idea keeps its reason and may be revived, with one", async () => {
  const network = await house.network();
  await toDecisions(network);
  await network.do(MANAGER, "decide", { idea: "i1", outcome: "discard", reason: "For dyr" });
  expect((await network.show()).state.ideas[0]).toMatchObject({ state: "discarded", reason: "For dyr", title: "Ét" });
  expect((await network.trigger(MANAGER, "reviveIdea", { idea: "i1" })).status).toBe(422);
  const { state } = await network.do(MANAGER, "reviveIdea", { idea: "i1", reason: "Ny pris" });
  expect(state.ideas[0]).toMatchObject({ state: "shortlisted", reason: "Ny pris" });
});

test("an adjusted idea is tested again in the next round, which opens the test phase again; in the last round it is not to be adjusted", async () => {
  const network = await house.network();
  await toDecisions(network);
  await network.do("networkLead", "closePhase", { phase: "test" });
  await network.do("networkLead", "openPhase", { phase: "evaluation" });

  const adjusted = await network.do(MANAGER, "decide", { idea: "i1", outcome: "adjust", reason: "Kortere" });
  const kinds = adjusted.entries.map(({ kind }) => kind).filter((kind) => !kind.startsWith("message."));
  expect(kinds).toEqual(["idea.adjusted", "idea.testStarted", "phase.reopened"]);
  expect(adjusted.state.ideas[0]).toMatchObject({ state: "testing", round: 2, reason: "Kortere" });
  expect(adjusted.state.phases["test"]).toBe("open");

  await network.do("networkLead", "recordResult", { idea: "i1", result: "Bedre" });
  await network.do(MANAGER, "decide", { idea: "i1", outcome: "adjust", reason: "Endnu kortere" });
  await network.do("networkLead", "abandonTest", { idea: "i1", reason: "Ingen enhed" });
  const last = { idea: "i1", outcome: "adjust", reason: "Igen" };
  const danish = await network.trigger(MANAGER, "decide", last);
  const english = await network.trigger(MANAGER, "decide", last, { lang: "en" });
  expect(danish).toMatchObject({ status: 409, body: { code: "state" } });
  expect(danish.body.detail).toContain("3 af 3): godkend eller kassér den");
  expect(english.body.detail).toContain("3 of 3): approve or discard it");
  expect(
    (await network.do(MANAGER, "decide", { idea: "i1", outcome: "discard", reason: "Nej" })).state.ideas[0],
  ).toMatchObject({
    state: "discarded",
    round: 3,
  });
});

describe("reminders of a decision", () => {
  const PEOPLE = `email,role
lead@example.org,networkLead
core@example.org,coreMember
one@example.org,referenceManager
two@example.org,referenceManager
part@example.org,participant
`;
  const MANAGERS = ["one@example.org", "two@example.org"];

  test("go to those who may decide, before the deadline, in their mails; none after the decision", async () => {
    const network = await house.network({ people: PEOPLE });
    await toDecisions(network, ["i1", "i2"]);
    // The planned end of evaluation: Sunday of week 27 from 2027-02-01.
    const deadline = "2027-08-08T23:59:59.999+02:00";
    expect((await network.show()).state.ideas[0]).toMatchObject({ deadline });
    const escalation = ["decision-substitute", "decision-chair", "decision-forum"];
    const own = (await network.agenda()).filter(({ subject }) => subject === "idea:i1");
    expect(own.filter(({ rule }) => rule && escalation.includes(rule)).map(({ rule, to }) => [rule, to])).toEqual(
      escalation.map((rule) => [rule, []]),
    );
    expect(own.filter(({ rule }) => !rule || !escalation.includes(rule))).toMatchObject([
      {
        kind: "message",
        rule: "decision-7",
        title: "Påmindelse 7 dage før fristen for afgørelsen: Ét",
        at: "2027-07-30T09:00:00+02:00",
        to: MANAGERS,
      },
      { kind: "message", rule: "decision-2", at: "2027-08-06T09:00:00+02:00", to: MANAGERS },
      { kind: "decision", title: "Ét", at: deadline, to: MANAGERS },
      { kind: "message", rule: "decision-overdue", at: "2027-08-09T09:00:00+02:00", to: MANAGERS },
    ]);

    await network.step("2027-08-01");
    await network.do(MANAGERS[0]!, "decide", { idea: "i1", ...APPROVAL });
    await network.step("2027-09-30");

    const told = (await network.ledger()).filter(
      ({ kind, rule }) => kind === "message.sent" && rule?.startsWith("decision"),
    );
    const whom = told.map(({ subject, rule, deliveries }) => [
      subject,
      rule,
      deliveries?.map(({ to }) => to).toSorted(),
    ]);
    expect(whom).toEqual([
      ["idea:i1", "decision-requested", MANAGERS],
      ["idea:i2", "decision-requested", MANAGERS],
      ["idea:i1", "decision-7", MANAGERS],
      ["idea:i2", "decision-7", MANAGERS],
      ["idea:i2", "decision-2", MANAGERS],
      ["idea:i2", "decision-overdue", MANAGERS],
    ]);
    const left = (await network.agenda()).filter(({ subject }) => subject === "idea:i1");
    expect(left.map(({ rule }) => rule)).toEqual(["followUp-2", "followUp-overdue"]);

    const mails = (await network.mails()).filter(({ model }) => model.subject === "idea:i1");
    expect(mails.map(({ to, model }) => [to, model.rule]).toSorted()).toEqual([
      ["core@example.org", "idea-approved"],
      ["lead@example.org", "idea-approved"],
      [MANAGERS[0], "decision-7"],
      [MANAGERS[0], "decision-requested"],
      [MANAGERS[0], "idea-approved"],
      [MANAGERS[1], "decision-7"],
      [MANAGERS[1], "decision-requested"],
      [MANAGERS[1], "idea-approved"],
    ]);
    expect(mails[0]!.model).toMatchObject({ title: { da: "Ét" }, round: 1 });
  });
});
