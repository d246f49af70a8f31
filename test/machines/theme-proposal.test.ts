// Anybody tries anything with a theme proposal, legal or not: it goes as a small reference says, and refuses what that refuses.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forumMeetings, waitingOf } from "../../machines/themes/forum.ts";
import { proposalOf, refusalOfStep } from "../../machines/themes/proposal.ts";
import { actsOf, mayReadTheme, noRightTo, type ThemeAsker } from "../../machines/themes/rights.ts";
import type { Office, Theme, ThemeState, ThemeStep } from "../../machines/themes/types.ts";

const at = Date.UTC(2027, 2, 1, 9);
const THEME: Theme = {
  id: "t1",
  title: "Kortere ventetid",
  challenge: "Borgerne venter for længe",
  type: "innovation",
  characteristics: {},
  proposer: "pia",
  lineManager: "lis",
  proposedAt: at,
};
const DAY = 86_400_000;

const said = (by: string, reason?: string) => ({ at, by, ...(reason !== undefined && { reason }) });
const decided = (outcome: "yes" | "no" | "wait", by = "frida", reason?: string): ThemeStep => ({
  ...said(by, reason),
  kind: "decided",
  data: { outcome },
});
const withdrawn = (by = "pia"): ThemeStep => ({ ...said(by), kind: "withdrawn", data: {} });
const hours = (days: number): ThemeStep => ({ ...said("lis"), kind: "hours", data: { agreed: true, days } });
const starting: ThemeStep = {
  ...said("sif"),
  kind: "starting",
  data: { start: "2027-05-03", programme: "innovationsnetvaerk", clock: "real" },
};
const made: ThemeStep = { ...said("sif"), kind: "made", data: { network: "n1" } };

/** The state after a step; undefined where it is refused. Says the same as the statechart, in another way. */
function after(state: ThemeState, step: ThemeStep): ThemeState | undefined {
  const isOpen = ["proposed", "waiting"].includes(state);
  const isReasoned = Boolean(step.reason?.trim());
  if (step.kind === "hours") return isOpen || state === "accepted" ? state : undefined;
  if (step.kind === "withdrawn") return (isOpen || state === "accepted") && step.by === "pia" ? "withdrawn" : undefined;
  if (step.kind === "starting") return state === "accepted" ? "starting" : undefined;
  if (step.kind === "made") return state === "starting" ? "made" : undefined;
  if (!isOpen || step.by === "pia") return undefined;
  if (step.data.outcome === "yes") return "accepted";
  if (!isReasoned) return undefined;
  return step.data.outcome === "no" ? "refused" : "waiting";
}

const anyStep: fc.Arbitrary<ThemeStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom("yes" as const, "no" as const, "wait" as const, "wait" as const),
        fc.constantFrom("frida", "frida", "pia"),
        fc.constantFrom("Fordi", "Fordi", " ", undefined),
      )
      .map(([outcome, by, reason]) => decided(outcome, by, reason)),
  },
  { weight: 1, arbitrary: fc.constantFrom("pia", "frida").map((by) => withdrawn(by)) },
  { weight: 1, arbitrary: fc.nat(20).map(hours) },
  { weight: 3, arbitrary: fc.constantFrom(starting, made) },
);

test("whatever is tried in whatever order, the proposal stands where the reference does, and each refusal changes nothing and says why", () => {
  const reached = new Set<ThemeState>();
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (tried) => {
      let expected: ThemeState = "proposed";
      const steps: ThemeStep[] = [];
      for (const step of tried) {
        const next = after(expected, step);
        const refusal = refusalOfStep(THEME, steps, step);
        expect([expected, step, refusal === undefined]).toEqual([expected, step, next !== undefined]);
        const words = Object.values(refusal?.why ?? {}).filter((text) => !/^\S.{20,}[.)]$/.test(text));
        expect(words).toEqual([]);
        if (!refusal) steps.push(step);
        expected = next ?? expected;
        expect(proposalOf(THEME, steps).state).toBe(expected);
        reached.add(expected);
      }
    }),
    { numRuns: 500 },
  );
  expect([...reached].toSorted()).toEqual(
    ["accepted", "made", "proposed", "refused", "starting", "waiting", "withdrawn"].toSorted(),
  );
});

test("what was said last stands: the decision, the hours, and what the network begins with", () => {
  const steps = [decided("wait", "frida", "Budgettet mangler"), hours(5), hours(8), decided("yes"), starting, made];
  expect(proposalOf(THEME, steps)).toEqual({
    ...THEME,
    state: "made",
    decision: { at, by: "frida", outcome: "yes" },
    hours: { at, by: "lis", agreed: true, days: 8 },
    begun: { at, by: "sif", start: "2027-05-03", programme: "innovationsnetvaerk", clock: "real" },
    network: "n1",
  });
});

test("steps that could not have followed each other are no proposal", () => {
  expect(() => proposalOf(THEME, [made])).toThrow("proposed takes no made");
});

test.each<[string, ThemeStep[], ThemeStep, string, RegExp, RegExp]>([
  ["a no without a reason", [], decided("no"), "shape", /«nej» kræver en begrundelse/, /«no» demands a reason/],
  ["a decision by the proposer", [], decided("yes", "pia"), "role", /En anden i chefforum/, /Somebody else/],
  ["a withdrawal by another", [], withdrawn("frida"), "role", /Kun den, der stillede/, /Only who made/],
  ["a start before the yes", [], starting, "state", /Chefforum skal sige ja først/, /has to say yes first/],
  [
    "a decision after the no",
    [decided("no", "frida", "Nej")],
    decided("yes"),
    "state",
    /nyt forslag/,
    /a new proposal/,
  ],
  ["hours of what has a network", [decided("yes"), starting, made], hours(1), "state", /Gå til/, /Go to the network/],
])("%s is refused, and told what to do", (_, steps, step, code, da, en) => {
  const refusal = refusalOfStep(THEME, steps, step)!;
  expect(refusal.code).toBe(code);
  expect(refusal.why.da).toMatch(da);
  expect(refusal.why.en).toMatch(en);
});

describe("rights", () => {
  const asker = (person: string | undefined, ...offices: Office[]): ThemeAsker => ({
    ...(person !== undefined && { person }),
    admin: person === undefined,
    offices,
  });
  const [pia, lis, admin] = [asker("pia"), asker("lis"), asker(undefined)];
  const [frida, sif, other] = [asker("frida", "managementForum"), asker("sif", "secretariat"), asker("ole")];
  const everybody = { pia, lis, frida, sif, other, admin };
  const may = (theme: Parameters<typeof actsOf>[0]) =>
    Object.fromEntries(Object.entries(everybody).map(([name, one]) => [name, actsOf(theme, one).join(" ")]));

  test("each can do what the role allows in that state, and nothing else", () => {
    expect(may(proposalOf(THEME, []))).toEqual({
      pia: "withdraw",
      lis: "hours",
      frida: "decide",
      sif: "",
      other: "",
      admin: "",
    });
    expect(may(proposalOf(THEME, [decided("yes")]))).toEqual({
      pia: "withdraw start",
      lis: "hours",
      frida: "start",
      sif: "start",
      other: "",
      admin: "start",
    });
    for (const steps of [[withdrawn()], [decided("no", "frida", "Nej")], [decided("yes"), starting, made]])
      expect(Object.values(may(proposalOf(THEME, steps))).join("")).toBe("");
  });

  test("who has the right is never told otherwise, and who has not is told whose it is", () => {
    expect(noRightTo("decided", THEME, frida)).toBeUndefined();
    expect(noRightTo("decided", THEME, sif)).toMatchObject({
      code: "role",
      why: { da: expect.stringMatching(/chefforum/) },
    });
    expect(noRightTo("hours", THEME, admin)?.why.en).toMatch(/line manager/);
    expect(noRightTo("starting", THEME, other)?.why.en).toMatch(/secretariat/);
    expect(noRightTo("withdrawn", THEME, frida)?.why.en).toMatch(/who made/);
  });

  test("it is read by those named in it, by the forum, the secretariat and administrators", () => {
    const readers = Object.entries(everybody).filter(([, one]) => mayReadTheme(THEME, one));
    expect(readers.map(([name]) => name)).toEqual(["pia", "lis", "frida", "sif", "admin"]);
  });

  test("who proposes for their own people decides nothing, though they sit in the forum", () => {
    expect(actsOf(proposalOf(THEME, []), asker("pia", "managementForum"))).toEqual(["withdraw"]);
  });
});

describe("the forum", () => {
  test.each([
    ["2027-03-01", ["2027-04-06", "2027-10-05"]],
    ["2027-04-06", ["2027-04-06", "2027-10-05"]],
    ["2027-04-07", ["2027-10-05", "2028-04-04"]],
    ["2027-12-31", ["2028-04-04", "2028-10-03"]],
  ])("meets, from %s on and as far as nobody has said, on the first Tuesdays of April and October", (from, dates) => {
    expect(forumMeetings([], from)).toEqual(dates.map((date) => ({ date, proposed: true })));
    expect(forumMeetings(["2020-01-01"], from)).toEqual(dates.map((date) => ({ date, proposed: true })));
  });

  test("meets on the days that were entered, in order", () => {
    expect(forumMeetings(["2027-11-02", "2027-05-04", "2027-01-05"], "2027-03-01")).toEqual([
      { date: "2027-05-04" },
      { date: "2027-11-02" },
    ]);
  });

  test("a proposal says how long it has waited and when it is up next; what was told to wait is up after that day", () => {
    const fresh = proposalOf(THEME, []);
    const meetings = ["2027-05-04", "2027-11-02"];
    expect(waitingOf(fresh, meetings, at + 10 * DAY)).toEqual({
      for: "forum",
      since: at,
      days: 10,
      forum: { date: "2027-05-04" },
    });
    const told: ThemeStep = { ...decided("wait", "frida", "Vent"), at: Date.UTC(2027, 4, 4, 8) };
    expect(waitingOf(proposalOf(THEME, [told]), meetings, told.at)?.forum).toEqual({ date: "2027-11-02" });
    expect(waitingOf(proposalOf(THEME, [decided("yes")]), meetings, at + DAY)).toEqual({
      for: "start",
      since: at,
      days: 1,
    });
    expect(waitingOf(proposalOf(THEME, [decided("yes"), starting, made]), meetings, at)).toBeUndefined();
  });
});
