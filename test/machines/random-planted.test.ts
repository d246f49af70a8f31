// Faults planted in the network's machines and journal, each of which random scripts have to find, and to tell in few lines.
import { afterEach, expect, test, vi } from "vitest";
import type * as journal from "../../machines/journal.ts";
import type * as members from "../../machines/members.ts";
import type * as compiling from "../../machines/network/compile.ts";
import type * as itemRules from "../../machines/network/item-rules.ts";
import type * as recipients from "../../machines/recipients.ts";
import type { Plan } from "../../programmes/types.ts";
import { SELDOM } from "./random-given.ts";
import { search } from "./random-search.ts";

/** Each is found well before; a search that saw nothing would not get there either. */
const RUNS = 500;

const planted = vi.hoisted(() => ({ bug: undefined as string | undefined }));

vi.mock("../../machines/network/item-rules.ts", async (original) => {
  const real = await original<typeof itemRules>();
  const asBefore: typeof itemRules.anchorOf = (context, session, rule) => {
    const { before = context.sessions } = context as { before?: typeof context.sessions };
    return real.anchorOf(planted.bug === "moved" ? { ...context, sessions: before } : context, session, rule);
  };
  return { ...real, anchorOf: asBefore };
});

vi.mock("../../machines/members.ts", async (original) => {
  const real = await original<typeof members>();
  const stays: typeof members.peopleAfter = (people, changes) =>
    real.peopleAfter(
      people,
      changes.filter((change) => planted.bug !== "leaver" || change.do !== "leave"),
    );
  return { ...real, peopleAfter: stays };
});

vi.mock("../../machines/network/compile.ts", async (original) => {
  const real = await original<typeof compiling>();
  const generous = new WeakMap<Plan, Plan>();
  const compile = (plan: Plan) => {
    if (planted.bug !== "rounds") return real.compile(plan);
    const more = generous.get(plan) ?? { ...plan, programme: { ...plan.programme, rounds: plan.programme.rounds + 1 } };
    generous.set(plan, more);
    return real.compile(more);
  };
  return { ...real, compile };
});

vi.mock("../../machines/journal.ts", async (original) => {
  const real = await original<typeof journal>();
  const drifts: typeof journal.journal = (before, told) => {
    const writing = real.journal(before, told);
    const isLost = planted.bug === "drift" && writing.rows.some(({ kind }) => kind === "item.tightened");
    return isLost ? { ...writing, view: before.view } : writing;
  };
  return { ...real, journal: drifts };
});

vi.mock("../../machines/recipients.ts", async (original) => {
  const real = await original<typeof recipients>();
  const toBoth: typeof recipients.recipientsOf = (audience, subject, of) =>
    real.recipientsOf(audience, planted.bug === "session" ? subject.replace(/\/.*/, "") : subject, of);
  return { ...real, recipientsOf: toBoth };
});

afterEach(() => {
  planted.bug = undefined;
});

test("nothing is planted, nothing is found", { timeout: 120_000 }, () => {
  expect(search(50, 1).found).toBeUndefined();
});

test.for([
  [
    "reminders of the old date stay when a meeting is moved",
    "moved",
    /once more|without a date|a date is asked for|that has begun|before there was a meeting/,
    3,
  ],
  ["who has left is told", "leaver", /people|has left/, 2],
  ["an idea has a round more than it may", "rounds", /begins round|in its last round/, 40],
  ["the book's view drifts from the ledger", "drift", /view|foreseen|planned/, 1],
  ["a session is told to those of the other, too", "session", /who (is from|has chosen)/, 0],
] as const)("%s: found", { timeout: 240_000 }, ([, bug, wrong, most]) => {
  planted.bug = bug;
  const programmes = SELDOM.filter(({ plan }) => bug !== "rounds" || plan.programme.decideIn !== undefined);
  const { found } = search(RUNS, 1, programmes);
  expect(found?.wrong).toMatch(wrong);
  expect(found!.script.length).toBeLessThanOrEqual(most);
});
