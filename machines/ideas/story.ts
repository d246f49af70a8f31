// What became of one idea, from the short list on: why it was chosen, how its tests were planned and went, and what was decided in each
// round.
import type { Criterion, Instant, IsoDate, Programme, Text } from "../../programmes/types.ts";
import { daysIn } from "../accounts/effort.ts";
import { unmetOf, type Facts } from "../criteria.ts";
import { askedFacts, contributedFacts } from "../facts.ts";
import type { Book, Contribution, LedgerRow } from "../ledger.ts";
import { PLANNED, startFacts, startNeeds, testPlanOf } from "../test-start.ts";

/** People by their ids. `days` of work that was recorded on it. */
export type Story = {
  rationale?: { text: string; by?: string; at: Instant };
  plan: TestPlanned;
  backed?: { reason?: string; by?: string; at: Instant };
  checkIns: { what: string; text: string; date?: IsoDate; by?: string; at: Instant }[];
  tests: TestRound[];
  decided: Decided[];
  revived: { text: string; by?: string; at: Instant }[];
  days: number;
};

export type TestPlanned = { unit?: string; host?: string; leads?: string[]; what?: string; how?: string };

/** `ended`: with a result, or abandoned with a reason. */
export type TestRound = {
  round: number;
  startedAt: Instant;
  ended?: { at: Instant; by?: string; result?: string; abandoned?: string };
};

export type Decided = {
  round: number;
  choice: "approve" | "adjust" | "discard";
  at: Instant;
  by?: string;
  reason?: string;
  next?: string;
  to?: string;
  due?: string;
};

/** A criterion beside how it stands. */
export type Standing = { criterion: string; title: Text; have: number; need: number; met: boolean };

const CHOICES: Record<string, Decided["choice"]> = {
  "idea.approved": "approve",
  "idea.adjusted": "adjust",
  "idea.discarded": "discard",
};

/** What became of an idea. `rows`: of the ledger, about it, in order. */
export function storyOf(id: string, { contributions }: Pick<Book, "contributions">, rows: readonly LedgerRow[]): Story {
  const about = contributions.filter(({ item }) => item === `idea:${id}`);
  const chosen = rows.findLast(({ kind }) => kind === "idea.shortlisted");
  const backed = rows.findLast(({ kind }) => kind === "test.backed");
  const efforts = about.filter(({ kind }) => kind === "effort.recorded").map(daysIn);
  return {
    ...(chosen?.reason !== undefined && { rationale: saidIn(chosen, chosen.reason) }),
    plan: plannedIn(id, contributions, rows),
    ...(backed && { backed: { ...whoOf(backed), ...(backed.reason !== undefined && { reason: backed.reason }) } }),
    checkIns: about.filter(({ kind }) => kind === "test.checkedIn").map(checkIn),
    ...rounds(contributions, rows),
    revived: rows.flatMap((row) => (row.kind === "idea.revived" ? [saidIn(row, row.reason ?? "")] : [])),
    days: Math.round(efforts.reduce((all, one) => all + one, 0) * 100) / 100,
  };
}

/** What is planned, bit by bit or with a start; the last said stands. */
function plannedIn(id: string, contributions: readonly Contribution[], rows: readonly LedgerRow[]): TestPlanned {
  const starts = rows.filter(({ kind }) => kind === "idea.testStarted");
  const said = starts.map(({ key }) => textsUnder(contributions, key));
  const { backedBy: _, ...planned } = testPlanOf(id, contributions);
  const all: Record<string, unknown> = Object.assign({}, planned, ...said);
  return Object.fromEntries(
    Object.keys(PLANNED).flatMap((field) => {
      const value = all[field];
      if (value === undefined) return [];
      return [[field, field === "leads" ? [value].flat().map(String) : String(value)]];
    }),
  );
}

/** Tests and decisions, each with the round it was in. */
function rounds(contributions: readonly Contribution[], rows: readonly LedgerRow[]): Pick<Story, "tests" | "decided"> {
  const tests: TestRound[] = [];
  const decided: Decided[] = [];
  for (const row of rows) {
    const choice = CHOICES[row.kind];
    if (row.kind === "idea.testStarted") tests.push({ round: tests.length + 1, startedAt: row.at });
    const last = tests.at(-1);
    if (row.kind === "idea.resultRecorded" && last) {
      const { result } = textsUnder(contributions, row.key);
      last.ended = { ...whoOf(row), ...(result !== undefined && { result: String(result) }) };
    }
    if (row.kind === "idea.testAbandoned" && last) last.ended = { ...whoOf(row), abandoned: row.reason ?? "" };
    if (choice === undefined) continue;
    const { next, to, due } = (row.data ?? {}) as Record<string, string | undefined>;
    decided.push({
      round: tests.length,
      choice,
      ...whoOf(row),
      ...(row.reason !== undefined && { reason: row.reason }),
      ...(next !== undefined && { next }),
      ...(to !== undefined && { to }),
      ...(due !== undefined && { due }),
    });
  }
  return { tests, decided };
}

/** What must hold before the next step with an idea: being short-listed, or tested; nothing where no step waits for anything. */
export function standingsOf(id: string, book: Pick<Book, "plan" | "view" | "contributions" | "people">): Standing[] {
  const { plan, view, contributions, people } = book;
  const { programme } = plan;
  const idea = view.ideas[id];
  const step = idea?.state === "captured" ? "shortlist" : idea?.state === "shortlisted" ? "startTest" : undefined;
  if (!idea || step === undefined) return [];
  const criteria = step === "startTest" ? startNeeds(programme, idea.round) : (programme.needs?.[step] ?? []);
  const facts = {
    ...askedFacts(programme, view, contributedFacts(programme, contributions, people)),
    ...startFacts({ type: step, data: { idea: id } }, contributions),
  };
  return standingsIn(criteria, facts, programme.parameters);
}

/** Criteria beside how they stand by some facts. */
export function standingsIn(criteria: Criterion[], facts: Facts, parameters: Programme["parameters"]): Standing[] {
  return criteria.map((criterion) => {
    const [wrong] = unmetOf([criterion], facts, parameters);
    const have = facts[criterion.fact] ?? 0;
    return { criterion: criterion.id, title: criterion.title, have, need: wrong?.need ?? have, met: !wrong };
  });
}

const saidIn = (row: LedgerRow, text: string) => ({ text, ...whoOf(row) });
const whoOf = ({ by, at }: LedgerRow) => ({ ...(by !== undefined && { by }), at });
const who = ({ person, at }: Contribution) => ({ ...(person !== undefined && { by: person }), at });

const checkIn = (one: Contribution) => ({
  what: String(one.data["what"]),
  text: String(one.data["text"]),
  ...(one.data["date"] !== undefined && { date: String(one.data["date"]) }),
  ...who(one),
});

/** What people wrote under a trigger's key. */
function textsUnder(contributions: readonly Contribution[], key: string | undefined): { [field: string]: unknown } {
  return contributions.find((one) => one.kind === "text" && one.key === key)?.data ?? {};
}
