// Reminders against the reference model: whatever is done, whoever should be told is told, nobody else, and the agenda says it before.
import { afterEach, expect, test, vi } from "vitest";
import type * as journal from "../../machines/journal.ts";
import type * as breaks from "../../machines/network/breaks.ts";
import type * as itemDates from "../../machines/network/item-dates.ts";
import type * as itemRules from "../../machines/network/item-rules.ts";
import type * as reminders from "../../machines/network/reminders.ts";
import type * as recipients from "../../machines/recipients.ts";
import type * as substitutes from "../../machines/substitutes.ts";
import { checkModel } from "./reminder-model-check.ts";
import { REMINDED } from "./reminder-model-given.ts";
import { GIVEN, type Given } from "./random-given.ts";
import { search, told } from "./random-search.ts";

const SEED = Number(process.env["FREMDRIFT_SEED"] ?? 20_270_301);
const RUNS = Number(process.env["FREMDRIFT_RUNS"] ?? 600);

const planted = vi.hoisted(() => ({ bug: undefined as string | undefined }));

vi.mock("../../machines/network/item-rules.ts", async (original) => {
  const real = await original<typeof itemRules>();
  const asBefore: typeof itemRules.anchorOf = (context, session, rule) => {
    const { before = context.sessions } = context as { before?: typeof context.sessions };
    return real.anchorOf(planted.bug === "moved" ? { ...context, sessions: before } : context, session, rule);
  };
  return { ...real, anchorOf: asBefore };
});

vi.mock("../../machines/network/item-dates.ts", async (original) => {
  const real = await original<typeof itemDates>();
  const silent: typeof itemDates.tightened = ({ context, event }) => {
    const { first, last } = event;
    return { sessions: Object.fromEntries(Object.keys(context.sessions).map((id) => [id, { from: first, to: last }])) };
  };
  return { ...real, tightened: (scope: never) => (planted.bug === "tightened" ? silent : real.tightened)(scope) };
});

vi.mock("../../machines/journal.ts", async (original) => {
  const real = await original<typeof journal>();
  const quiet: typeof journal.journalContribution = (book, row, contribution, change) => {
    const writing = real.journalContribution(book, row, contribution, change);
    if (planted.bug !== row.kind) return writing;
    return { ...writing, rows: writing.rows.slice(0, 1), deliveries: [] };
  };
  return { ...real, journalContribution: quiet };
});

vi.mock("../../machines/network/breaks.ts", async (original) => {
  const real = await original<typeof breaks>();
  const none: typeof breaks.breaksIn = (...args) => (planted.bug === "break" ? [] : real.breaksIn(...args));
  return { ...real, breaksIn: none };
});

vi.mock("../../machines/network/reminders.ts", async (original) => {
  const real = await original<typeof reminders>();
  const forgetful: typeof reminders.remindersOf = (programme, about, lot) => {
    const {
      read = (context: unknown) => context as reminders.RuleContext,
      write = (_: unknown, change: object) => change,
    } = about.slot ?? {};
    const without = (context: never) => {
      const { aside, said, ...rest } = read(context);
      return {
        ...rest,
        ...(planted.bug !== "skip" && aside && { aside }),
        ...(planted.bug !== "twice" && said && { said }),
      };
    };
    return real.remindersOf(programme, { ...about, slot: { read: without, write } } as typeof about, lot);
  };
  return { ...real, remindersOf: forgetful };
});

vi.mock("../../machines/recipients.ts", async (original) => {
  const real = await original<typeof recipients>();
  const others: typeof recipients.recipientsOf = (audience, subject, book, at) => {
    const contributions = book.contributions.filter(
      ({ kind }) => planted.bug !== "declined" || kind !== "answer.given",
    );
    const of = planted.bug === "session" ? subject.replace(/\/.*/, "") : subject;
    return real.recipientsOf(audience, of, { ...book, contributions }, at);
  };
  return { ...real, recipientsOf: others };
});

vi.mock("../../machines/substitutes.ts", async (original) => {
  const real = await original<typeof substitutes>();
  const late: typeof substitutes.withSubstitutes = (people, book, at) =>
    real.withSubstitutes(people, book, planted.bug === "substitute" ? at - 2 * 86_400_000 : at);
  return { ...real, withSubstitutes: late };
});

afterEach(() => {
  planted.bug = undefined;
});

/** With some of its items: machines are kept by their plan, and a fault is found sooner among few. */
function only(items: readonly string[]): Given {
  const { plan } = REMINDED;
  const { programme } = plan;
  return {
    ...REMINDED,
    plan: { ...plan, programme: { ...programme, items: programme.items.filter(({ id }) => items.includes(id)) } },
  };
}

test(`${RUNS} random scripts tell what the model says (FREMDRIFT_SEED=${SEED})`, { timeout: RUNS * 300 }, () => {
  const { found, seen } = search(RUNS, SEED, [REMINDED], checkModel);
  expect(found && told(found, SEED, seen)).toBeUndefined();
  expect(seen.lines - seen.refused).toBeGreaterThan(RUNS);
});

test("and so do some of the shipped programmes", { timeout: 120_000 }, () => {
  const { found, seen } = search(Math.ceil(RUNS / 20), SEED, GIVEN, checkModel);
  expect(found && told(found, SEED, seen)).toBeUndefined();
});

test.for([
  ["a meeting that is moved keeps its reminders", "moved", ["m1"]],
  ["a break is taken for nothing", "break", ["t1", "b1"]],
  ["who has declined is told", "declined", ["m1", "m2"]],
  ["a session is told to those of the other, too", "session", ["m3"]],
  ["a message that was skipped goes all the same", "skip", ["m1", "t1"]],
  ["a break that is another tells once more", "twice", ["t1", "t2", "b1"]],
  ["a substitute is told after the period", "substitute", ["t1", "t2"]],
  ["who gets a role is not invited, who gives it away keeps the meeting", "role.handedOver", ["m1"]],
  ["who changes region keeps the session of the old one", "person.changed", ["m3"]],
  ["a session loses its date, and those invited are not told", "tightened", ["m4"]],
] as const)("%s: found", { timeout: 120_000 }, ([, bug, items]) => {
  planted.bug = bug;
  const { found } = search(3_000, 1, [only(items)], checkModel);
  expect(found?.wrong).toMatch(/^(told|to come|standing)/);
  expect(found!.script.length).toBeLessThanOrEqual(4);
});
