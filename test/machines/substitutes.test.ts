// Substitutes act: a vote is that of whom they stand in for, whoever casts it.
import { describe, expect, test } from "vitest";
import { carried, withVote, type Votes } from "../../machines/network/votes.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { line, P1, play as playP1, SCRIPT } from "./play.ts";
import { sampleOf } from "./shipped.ts";

const P3 = await sampleOf("borgerservice");
const put = P3.script.find(({ trigger, data }) => trigger === "propose" && data?.["item"] === "D1")!;
const at = (who: string) => `${who}@example.org`;
const [EGIL, FIA, CECIL, INGER, JASPER] = [
  "egil.sommerlund",
  "fia.groenhave",
  "cecil.dyrehave",
  "inger.faarup",
  "jasper.rolighed",
].map(at) as [string, string, string, string, string];

const away = (who: string, substitute: string, from = "2014-11-01", to = "2014-12-10") =>
  line("2014-10-25T10:00", who, "nameSubstitute", { substitute, from, to });
const vote = (who: string, day: string, more: ScriptLine["data"] = {}) =>
  line(`${day}T10:00`, who, "decide", { item: "D1", outcome: "approve", ...more });
const withdraw = (who: string, day: string) => line(`${day}T10:00`, who, "withdrawVote", { item: "D1" });

function played(...script: ScriptLine[]) {
  const run = P3.play([put, ...script], "2014-12-20");
  const votes = run.entries.filter(({ kind }) => /^decision\.(voted|voteWithdrawn|taken)$/.test(kind));
  return {
    run,
    votes: votes.map(({ by, role, data }) => ({ by, role, for: data?.["for"], replaces: data?.["replaces"] })),
    tally: votes.at(-1)?.data?.["votes"],
    refused: run.refusals.map(({ code, why }) => `${code}: ${why.en}`),
    cast: Object.keys(run.network.view.items["D1"]!.decision!.votes).length,
  };
}

describe("a vote by a substitute", () => {
  test("is that of whom they stand in for, and the ledger says both", () => {
    const { votes, refused, run } = played(away(EGIL, INGER), vote(INGER, "2014-11-03"));
    expect(refused).toEqual([]);
    expect(votes).toEqual([{ by: INGER, role: "steeringGroup", for: EGIL, replaces: undefined }]);
    const overdue = run.entries.find(({ rule, kind }) => rule === "decision-overdue" && kind === "message.sent")!;
    expect(overdue.told).not.toContain("egil.sommerlund");
    expect(overdue.told).not.toContain("inger.faarup");
  });

  test("carries as theirs would, counted once", () => {
    const others = ["agnete.bjerrelund", "balder.hvidtoft", "cecil.dyrehave"].map((who) => vote(at(who), "2014-11-04"));
    const { tally, votes } = played(away(EGIL, INGER), ...others, vote(INGER, "2014-11-05"));
    expect(tally).toEqual({ approve: 4 });
    expect(votes.at(-1)).toMatchObject({ by: INGER, for: EGIL });
  });

  test("is replaced by their own while the decision is open, and never replaces it", () => {
    const { votes, refused, cast } = played(
      away(EGIL, INGER),
      vote(INGER, "2014-11-03"),
      vote(EGIL, "2014-11-04"),
      vote(INGER, "2014-11-05"),
      withdraw(INGER, "2014-11-06"),
    );
    expect(votes).toEqual([
      { by: INGER, role: "steeringGroup", for: EGIL, replaces: undefined },
      { by: EGIL, role: "steeringGroup", for: undefined, replaces: INGER },
    ]);
    expect(refused).toEqual([
      expect.stringContaining("Only who cast it can change it"),
      expect.stringContaining("Only who cast it can change it"),
    ]);
    expect(cast).toBe(1);
  });

  test("is withdrawn by the substitute or by themselves", () => {
    const cast = [away(EGIL, INGER), vote(INGER, "2014-11-03")];
    for (const who of [INGER, EGIL]) {
      const { votes, cast: left } = played(...cast, withdraw(who, "2014-11-04"));
      expect(votes.at(-1)?.by).toBe(who);
      expect(left).toBe(0);
    }
  });

  test("of one who decides too is their own, unless they say for whom", () => {
    const { votes, cast } = played(
      away(EGIL, CECIL),
      vote(CECIL, "2014-11-03"),
      vote(CECIL, "2014-11-04", { for: EGIL }),
    );
    expect(votes.map((one) => [one.by, one.for])).toEqual([
      [CECIL, undefined],
      [CECIL, EGIL],
    ]);
    expect(cast).toBe(2);
  });

  test("for one of several says for whom", () => {
    const both = [away(EGIL, INGER), away(FIA, INGER)];
    const { votes, refused } = played(...both, vote(INGER, "2014-11-03"), vote(INGER, "2014-11-04", { for: FIA }));
    expect(votes.map((one) => one.for)).toEqual([FIA]);
    expect(refused).toEqual([
      `role: You stand in for several who are to decide: say for whom («for»). It may be: ${EGIL}, ${FIA}.`,
    ]);
  });

  test("is that of the last in a chain: who is away too does not act", () => {
    const chain = [away(EGIL, INGER), away(INGER, JASPER)];
    const { votes, refused } = played(...chain, vote(INGER, "2014-11-03"), vote(JASPER, "2014-11-04"));
    expect(votes.map((one) => [one.by, one.for])).toEqual([[JASPER, EGIL]]);
    expect(refused).toEqual([expect.stringContaining("role: The role projectGroup may not «decide»")]);
  });

  test("is none before the period, nor on its last day; one cast in it stands", () => {
    const inPeriod = away(EGIL, INGER, "2014-11-05", "2014-11-07");
    const days = ["2014-11-04", "2014-11-07"].map((day) => vote(INGER, day, { for: EGIL }));
    const { votes, refused, cast } = played(inPeriod, ...days, vote(INGER, "2014-11-06"));
    expect(votes.map((one) => one.for)).toEqual([EGIL]);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toContain(`You are not the substitute of ${EGIL} now`);
    expect(cast).toBe(1);
  });
});

describe("who put a proposal", () => {
  const rules = { kind: "approve", carriedBy: "majority", notAlone: true } as Parameters<typeof carried>[0];
  const outcome = "approve";
  const after = (...votes: { by: string; for?: string }[]) =>
    carried(rules, {
      votes: votes.reduce<Votes>((all, one) => withVote(all, { ...one, outcome }), {}),
      deciders: 2,
      proposer: "a",
    });

  test("does not carry it alone by voting for another, nor by another who votes for them", () => {
    expect(after({ by: "a" }, { by: "a", for: "b" })).toBe("open");
    expect(after({ by: "c", for: "a" }, { by: "a", for: "b" })).toBe("open");
    expect(after({ by: "a" }, { by: "c", for: "b" })).toBe("carried");
  });
});

describe("everything else", () => {
  const frode = at("frode.askgaard");

  test("that the lead may do, their substitute does in a script", () => {
    const named = line("2027-02-02T10:00", "networkLead", "nameSubstitute", {
      substitute: frode,
      from: "2027-02-05",
      to: "2027-02-08",
    });
    const pin = (day: string) => line(`${day}T10:00`, frode, "pinItem", { item: "m1", start: "2027-03-18T09:00" });
    const { entries, refusals } = playP1([named, pin("2027-02-04"), pin("2027-02-06")], "2027-02-10");
    expect(refusals.map(({ code }) => code)).toEqual(["role"]);
    expect(entries.filter(({ kind }) => kind === "item.pinned")).toMatchObject([{ by: frode, role: "networkLead" }]);
  });

  test("an idea is decided for whom they stand in for", () => {
    const first = SCRIPT.findIndex(({ trigger, data }) => trigger === "decide" && data?.["idea"] !== undefined);
    const named = line("2027-02-02T10:00", "referenceManager", "nameSubstitute", {
      substitute: frode,
      from: "2027-02-05",
      to: "2028-02-08",
    });
    const decided = { ...SCRIPT[first]!, by: frode };
    const { entries } = playP1([...SCRIPT.slice(0, first), named, decided], decided.at.slice(0, 10));
    expect(entries.find(({ kind }) => /^idea\.(approved|adjusted|discarded)$/.test(kind))).toMatchObject({
      by: frode,
      role: "referenceManager",
      data: { for: expect.stringContaining("@example.org") as string },
    });
  });
});

describe("the letter to a substitute", () => {
  test("is for those they stand in for, each once, by their ids", () => {
    const { run } = played(away(EGIL, INGER), away(FIA, INGER));
    const seq = run.ledger.find(({ rule, kind }) => rule === "decision-overdue" && kind === "message.sent")!.seq;
    const { model } = run.deliveries.find((one) => one.seq === seq)!;
    const idOf = (who: string) => run.book.people.find(({ email }) => email === who)!.id;
    const inger = idOf(INGER);
    expect(model.actsFor).toEqual({ [inger]: [idOf(EGIL), idOf(FIA)] });
  });

  test("that goes to substitutes alone says it too; no meeting is anybody's on behalf of another", () => {
    const { run } = played(away(EGIL, INGER));
    const of = (test: (rule: string) => boolean) =>
      run.deliveries.filter(({ model }) => test(model.rule)).map(({ model }) => Object.values(model.actsFor ?? {}));
    expect(of((rule) => rule === "decision-substitute")).toEqual([[[expect.any(String)]]]);
    expect(new Set(of((rule) => rule.startsWith("meeting-")).flat())).toEqual(new Set());
  });
});

test("an idea that nobody decides climbs to whoever has the role of each step", () => {
  const role = (code: string) => ({ ...P1.roles[0]!, code, required: false });
  const programme = { ...P1, roles: [...P1.roles, role("chair"), role("substitute")] };
  const joins = ["chair", "substitute"].map((code) =>
    line("2027-07-01T10:00", "networkLead", "addPerson", { email: at(code), roles: [code] }),
  );
  const first = SCRIPT.findIndex(({ trigger }) => trigger === "decide");
  const asked = [...SCRIPT.slice(0, first), ...joins].filter(({ trigger }) => trigger !== "decide");
  const run = playP1(asked, "2027-09-30", programme);
  const emailOf = (id: string) => run.book.people.find((one) => one.id === id)!.email.split("@")[0];
  const to = (rule: string) => [
    ...new Set(run.deliveries.filter(({ model }) => model.rule === rule).map(({ person }) => emailOf(person))),
  ];
  expect(["decision-overdue", "decision-substitute", "decision-chair", "decision-forum"].map(to)).toEqual([
    ["carla.engbjerg"],
    ["substitute"],
    ["chair"],
    ["carla.engbjerg"],
  ]);
});
