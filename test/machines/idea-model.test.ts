// Anybody tries anything with ideas, legal or not: the network does what the model does, and refuses what it refuses.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import type { IdeaDecision, Programme } from "../../programmes/types.ts";
import { does, type Model, type ModelIdea } from "./idea-model.ts";
import { line, P1, play, sampleUpTo } from "./play.ts";

/** Test is open; some of the eight ideas are short-listed, of none a test is planned. */
const BEFORE = "2027-06-07T15:00";
const DAY = "2027-06-08T";
const CHAIR = { code: "chair", title: { da: "formand", en: "chair" }, sample: 1 };
const MORE = ["bodil", "carl", "dorte"].map(
  (name, index) => `${name},${name}@example.org,${index < 2 ? "referenceManager" : "chair"}\n`,
);

const programmeWith = (rules: IdeaDecision, rounds: number): Programme => ({
  ...P1,
  rounds,
  decideIdeas: rules,
  roles: [...P1.roles, CHAIR],
  rights: { ...P1.rights, decide: ["referenceManager", "chair"] },
});
const begun = play(sampleUpTo(BEFORE), BEFORE, P1, MORE.slice(0, 2).join(""));
const PEOPLE = new Map([
  ...begun.book.people.map(({ email, roles }): [string, string[]] => [email, roles]),
  ["dorte@example.org", ["chair"]],
]);

function modelOf(rules: IdeaDecision, rounds: number): Model {
  const idea = (state: string): ModelIdea => ({
    state: state as ModelIdea["state"],
    round: 0,
    agreed: new Set(),
    votes: new Map(),
  });
  const ideas = new Map(begun.state.ideas.map(({ id, state }) => [id, idea(state)]));
  return { rules: { ...rules, rounds }, people: PEOPLE, ideas };
}

const APPROVE = { outcome: "approve", next: "scale", to: "Driften", due: "2027-12-31" };
const why = "Fordi";
const PLAN = { unit: "U", host: "H", leads: ["L"], what: "W", how: "V" };
/** What is tried, the steps of a test and its decision more often than the rest. */
const TRIED: [trigger: string, data: object, weight: number][] = [
  ["shortlist", { reason: why }, 2],
  ["planTest", PLAN, 2],
  ["planTest", { unit: "U" }, 1],
  ["backTest", {}, 2],
  ["startTest", {}, 2],
  ["startTest", PLAN, 4],
  ["recordResult", { result: "Det gik" }, 5],
  ["abandonTest", { reason: why }, 1],
  ["decide", APPROVE, 5],
  ["decide", { outcome: "adjust", reason: why }, 6],
  ["decide", { outcome: "discard", reason: why }, 5],
  ["withdrawVote", {}, 3],
  ["reviveIdea", { reason: why }, 3],
  ["completeFollowUp", {}, 1],
];
const tried = fc.oneof(
  ...TRIED.map(([trigger, data, weight]) => ({ weight, arbitrary: fc.constant({ trigger, data }) })),
);
const [LEAD, MANAGER] = ["astrid.lyngdal@example.org", "carla.engbjerg@example.org"];
const DECIDERS = [MANAGER, "bodil@example.org", "carl@example.org", "dorte@example.org"];
const USUAL: Record<string, string[]> = { backTest: [MANAGER], decide: DECIDERS, withdrawVote: DECIDERS };
/** Mostly by somebody who may, sometimes by anybody; mostly about one idea. */
const action = tried.chain((what) =>
  fc.record({
    what: fc.constant(what),
    by: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...(USUAL[what.trigger] ?? [LEAD])) },
      { weight: 1, arbitrary: fc.constantFrom(...PEOPLE.keys()) },
    ),
    idea: fc.constantFrom("i1", "i1", "i1", "i1", "i7", "i2"),
  }),
);
/** Most begin with a test that has its result: what random steps would seldom come to. */
const TESTED = [
  { by: MANAGER, idea: "i1", what: { trigger: "backTest", data: {} } },
  { by: LEAD, idea: "i1", what: { trigger: "startTest", data: PLAN } },
  { by: LEAD, idea: "i1", what: { trigger: "recordResult", data: { result: "Det gik" } } },
];
const begin = fc.constantFrom([], TESTED, TESTED, TESTED);
const rulesOf = fc.record({
  carriedBy: fc.constantFrom("one", "majority", "all"),
  notAlone: fc.boolean(),
  quorum: fc.constantFrom(undefined, 2, 3),
  castingVote: fc.constantFrom(undefined, "chair"),
});

test(
  "120 random sequences come to what the model says, and an illegal step changes nothing",
  { timeout: 240_000 },
  () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(
        rulesOf,
        fc.integer({ min: 1, max: 3 }),
        begin,
        fc.array(action, { minLength: 15, maxLength: 45, size: "max" }),
        (said, rounds, first, others) => {
          const { quorum, castingVote, ...plain } = said;
          const rules: IdeaDecision = { ...plain, ...(quorum && { quorum }), ...(castingVote && { castingVote }) };
          const lines = [...first, ...others].map(({ by, idea, what }, index): ScriptLine => {
            const at = `${DAY}${String(8 + Math.floor(index / 60)).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`;
            return line(at, by, what.trigger, { idea, ...what.data });
          });
          const model = modelOf(rules, rounds);
          const legal = lines.map((one) => does(model, one));
          const run = play(sampleUpTo(BEFORE, ...lines), `${DAY}23:00`, programmeWith(rules, rounds), MORE.join(""));
          const refused = new Set(run.refused.map(({ cue }) => cue.key));
          const keys =
            run.refused.length > 0 ? lines.map((_, index) => `script:${sampleUpTo(BEFORE).length + index}`) : [];
          expect(lines.filter((_, index) => refused.has(keys[index]!))).toEqual(
            lines.filter((_, index) => !legal[index]),
          );
          for (const { result } of run.refused) expect(result.ok || result.why.da.length).toBeTruthy();
          const got = run.state.ideas.map(({ id, state, round, votes = 0 }) => [id, state, round, votes]);
          expect(got).toEqual([...model.ideas].map(([id, { state, round, votes }]) => [id, state, round, votes.size]));
          for (const { state, round } of model.ideas.values()) count(`${state} ${round}`);
        },
      ),
      { numRuns: 120, seed: 20_270_608 },
    );
    // Sequences that lead nowhere would prove little.
    for (const [what, least] of [
      ["approved 1", 10],
      ["testing 2", 3],
      ["deciding 1", 10],
      ["discarded 1", 10],
      ["shortlisted 1", 1],
    ] as const)
      expect([what, (seen.get(what) ?? 0) >= least]).toEqual([what, true]);
  },
);
