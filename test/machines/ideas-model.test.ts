// Random triggers about ideas and ballots, by all roles, legal and not: the network does what the small model says, and nothing else.
import { expect, test } from "vitest";
import { castIn } from "../../machines/ideas/ballots.ts";
import { chosenThemes, discoveriesOf, themesOf } from "../../machines/ideas/themes.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { afterAll } from "./ideas-given.ts";
import { KNOWN, nothing, pass, step, type Model } from "./ideas-model.ts";
import { P1 } from "./play.ts";

const SEED = Number(process.env["FREMDRIFT_SEED"] ?? 20270301);
const SCRIPTS = 40;
const LINES = 60;
const ROLES = P1.roles.filter(({ group }) => !group).map(({ code }) => code);

type Dice = <T>(list: readonly T[]) => T;

/** Numbers that follow from a seed. */
function dice(seed: number): Dice {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)]!;
  };
}

/** A script: every line some minutes after the one before, sometimes a day. */
function drawn(pick: Dice): ScriptLine[] {
  let minutes = 0;
  return Array.from({ length: LINES }, (_, index) => {
    minutes += pick([1, 5, 30, 60]) + (pick([false, false, false, true]) ? pick([60, 600, 1440]) : 0);
    const day = 1 + Math.floor(minutes / 1440);
    const clock = `${String(Math.floor((minutes % 1440) / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const at = `2027-03-${String(day).padStart(2, "0")}T${clock}`;
    // Ideas first, so that there is something to choose between.
    const trigger = index < 5 ? "addIdea" : index === 5 ? "openBallot" : pick(KNOWN);
    const leads = index === 5 || pick([true, true, false]);
    return {
      at,
      by: leads ? pick(["networkLead", "coDriver", "coreMember"]) : pick(ROLES),
      trigger,
      data: DATA[trigger]!(pick, day),
    };
  });
}

const idea: (pick: Dice) => string = (pick) => `i${pick([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])}`;
const two = (pick: Dice): [string, string] => [idea(pick), idea(pick)];
const ballot = (pick: Dice) => pick(["a", "a", "b", "c", "nope"]);
const FIVE = ["i1", "i2", "i3", "i4", "i5"];
const reason = "Fordi";
const late = (pick: Dice, day: number) => `2027-03-${String(day + pick([0, 1, 3])).padStart(2, "0")}T12:00`;

const DATA: Record<string, (pick: Dice, day: number) => NonNullable<ScriptLine["data"]>> = {
  addDiscovery: () => ({ perspective: "citizen", text: "Set" }),
  addTheme: (pick) => ({ title: "Tema", discoveries: [pick(["d1", "d2", "d5"])] }),
  chooseThemes: (pick) => ({ themes: [pick(["t1", "t3", "Med ord"])] }),
  addIdea: () => ({ title: "Idé" }),
  commentIdea: (pick) => ({ idea: idea(pick), text: "Nå" }),
  shortlist: (pick) => ({ idea: idea(pick), reason }),
  mergeIdeas: (pick) => ({ ideas: two(pick), title: "Koncept" }),
  splitIdea: (pick) => ({ idea: idea(pick), reason }),
  openBallot: (pick, day) => ({
    id: pick(["a", "b", "c"]),
    method: pick(["dots", "scores", "pairs"]),
    ...pick([{}, {}, { ideas: two(pick) }]),
    ...pick([{}, { closes: late(pick, day) }]),
    ...pick([{}, { secret: true }]),
  }),
  castBallot: (pick) => ({ ballot: ballot(pick), ...pick<NonNullable<ScriptLine["data"]>>(votes(pick)) }),
  closeBallot: (pick) => ({ ballot: ballot(pick) }),
  cancelBallot: (pick) => ({ ballot: ballot(pick), reason }),
  overruleOrder: (pick) => ({ ballot: ballot(pick), order: pick([two(pick), FIVE, FIVE, FIVE.toReversed()]), reason }),
};

const votes = (pick: Dice) => {
  const [one, other] = two(pick);
  return [
    { dots: { [one]: pick([1, 2, 4]) } },
    { scores: { [one]: { value: 3 }, [other]: { feasibility: 5 } } },
    { pairs: [[one, other]] },
    { abstain: true as const },
  ];
};

/** The network in the model's words. */
function stands({ ideas, book: { view, contributions } }: ReturnType<typeof afterAll>): Model {
  const ballotOf = (id: string): Model["ballots"][string] => {
    const { state, method, ideas: all, closes: _, overruled } = view.ballots![id]!;
    const votes = [...castIn(id, contributions)].map(([person, vote]) => [person, vote ? given(vote) : "abstain"]);
    const order = overruled && { overruled: overruled.order };
    return { state, method, ideas: all, votes: Object.fromEntries(votes), ...order };
  };
  return {
    discoveries: discoveriesOf(contributions).length,
    themes: themesOf(contributions).length,
    chosen: chosenThemes(contributions).map(({ id, title }) => id ?? title),
    comments: ideas.reduce((sum, { comments }) => sum + comments.length, 0),
    ideas: Object.fromEntries(
      ideas.map(({ id, state, sources, into }) => [id, { state, ...(sources && { sources }), ...(into && { into }) }]),
    ) as Model["ideas"],
    ballots: Object.fromEntries(Object.keys(view.ballots ?? {}).map((id) => [id, ballotOf(id)])),
  };
}

const given = (vote: object) => Object.fromEntries(Object.entries(vote).filter(([, part]) => part !== undefined));

const { people } = afterAll([]).book;
const holderOf = (role: string) => people.find(({ roles }) => roles.includes(role))!.id;

test(`${SCRIPTS} scripts of ${LINES} lines (FREMDRIFT_SEED=${SEED})`, () => {
  const taken = new Set<string>();
  const refused = new Set<string>();
  for (let script = 0; script < SCRIPTS; script++) {
    const lines = drawn(dice(SEED + script));
    const model = nothing();
    const expected = lines.map((line) => step(model, line, holderOf(line.by)));
    pass(model, "2027-03-31");
    for (const ballot of Object.values(model.ballots)) delete ballot.closes;
    const run = afterAll(lines, "2027-03-30");
    const about = `script ${script}: ${JSON.stringify(lines)}`;
    const codes = lines.map((_, at) => run.refused.find(({ cue }) => cue.key === `script:${at}`)?.result.code);
    expect(codes, about).toEqual(expected);
    expect(stands(run), about).toEqual(model);
    // What is refused leaves nothing behind, and says why in both languages.
    for (const { cue, result } of run.refused) {
      expect(run.ledger.filter(({ key }) => key === cue.key)).toEqual([]);
      expect(Object.values(result.why).every((words) => words.length > 20)).toBe(true);
    }
    for (const [at, { trigger }] of lines.entries()) (expected[at] ? refused : taken).add(trigger);
  }
  // Every one of them was taken somewhere, and every one that can be was refused.
  expect([...taken].toSorted()).toEqual(KNOWN.toSorted());
  expect(KNOWN.filter((trigger) => !refused.has(trigger)).toSorted()).toEqual(["addDiscovery", "addIdea"]);
});
