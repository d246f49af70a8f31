// One random script held against everything that must be true of it; throws what is not.
import { isDeepStrictEqual } from "node:util";
import type { LedgerRow, PlannedMessage, View } from "../../machines/ledger.ts";
import { consequencesOf } from "../../machines/preview.ts";
import type { Cue, Simulated } from "../../machines/simulate.ts";
import { rolesFor } from "../../machines/trigger-types.ts";
import { goesOn, fold, initialView } from "../../machines/view.ts";
import type { Programme } from "../../programmes/types.ts";
import type { Given } from "./random-given.ts";
import { bookThen, farFrom, foresee, play, type Foreseen } from "./random-play.ts";
import { RULES } from "./random-rules.ts";
import { stride, walkOf, type Walk } from "./random-walk.ts";

/** Plays the script whole, and anew as if each cue of `probes` (by index) were the next. Throws what does not hold. */
export function check(given: Given, cues: Cue[], probes: number[]): Simulated {
  const whole = play(given, cues, farFrom(given));
  const walk = walkOf(given, whole.deliveries);
  for (const row of whole.ledger) {
    for (const rule of RULES) demand(rule(walk, row), row);
    stride(walk, row);
  }
  checkView(given, whole);
  checkStanding(walk, whole);
  for (const index of probes) checkForeseen(whole, cues[index]!, foresee(given, cues, index), given);
  return whole;
}

function demand(wrong: string | undefined, row?: unknown): void {
  if (wrong !== undefined) throw new Error(row === undefined ? wrong : `${wrong}: ${JSON.stringify(row)}`);
}

const same = (what: string, one: unknown, other: unknown): void =>
  demand(isDeepStrictEqual(one, other) ? undefined : `${what}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`);

/** The view is the fold of the ledger, in the book as in the network; nothing that was planned is forgotten. */
function checkView({ plan, begins }: Given, { book, network, ledger }: Simulated): void {
  const folded = fold(initialView(plan, begins), ledger);
  same("the book's view is not the fold of the ledger", book.view, folded);
  same("the network's view is not the book's", { ...network.view, now: 0 }, { ...book.view, now: 0 });
  let view = initialView(plan, begins);
  for (const rows of byInstant(ledger)) {
    const [row] = rows;
    const late = Object.values(view.planned).find(({ at }) => at < row!.at);
    demand(late && `it was planned and nothing became of it: ${JSON.stringify(late)}`, row);
    view = fold(view, rows);
  }
  // What repeats until somebody answers is always still to come, and a next step's date may lie as far ahead as somebody says.
  const left = Object.values(view.planned).find(
    ({ at, rule, subject }) => at <= network.state.now || (!isRepeated(plan.programme, rule) && !goesOn(view, subject)),
  );
  demand(left && `at the end there is still to come ${JSON.stringify(left)}`);
}

/** Rows that follow each other at one instant. */
function byInstant(ledger: LedgerRow[]): LedgerRow[][] {
  const groups: LedgerRow[][] = [];
  for (const row of ledger) {
    const last = groups.at(-1);
    if (last?.[0]!.at === row.at) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

const isRepeated = ({ reminders }: Programme, rule: string): boolean =>
  reminders.some(({ id, every }) => id === rule && every !== undefined);

/** As the ledger says row for row, so the view stands; what is in test is in somebody's hands. */
function checkStanding(walk: Walk, { book: { view, people } }: Simulated): void {
  const states = Object.entries(view.phases).map(([id, { state }]) => [id, state]);
  const ended = (state: string | undefined) => (walk.ended && state === "open" ? "closed" : state);
  same(
    "phases",
    states,
    [...walk.phases].map(([id, state]) => [id, ended(state)]),
  );
  for (const [id, { round }] of Object.entries(view.ideas)) same(`round of ${id}`, round, walk.ideas.get(id)?.round);
  same("people", people.map(({ id }) => id).toSorted(), [...walk.people.keys()].toSorted());
  for (const [id, state] of walk.states) same(`state of ${id}`, view.items[id]?.state, state);
  const hands = rolesFor(walk.programme, "decide");
  const isInTest = Object.values(view.ideas).some((idea) => ["testing", "deciding"].includes(idea.state));
  const isHeld = people.some(({ roles }) => roles.some((role) => hands.includes(role)));
  demand(isInTest && !walk.ended && !isHeld ? "an idea is in test, and nobody may decide it" : undefined);
}

function checkForeseen(whole: Simulated, cue: Cue, foreseen: Foreseen, given: Given): void {
  const { before, writing, after } = foreseen;
  const upTo = before.ledger.length;
  same("a script cut short has another ledger", before.ledger, whole.ledger.slice(0, upTo));
  const until = farFrom(given);
  same("what is planned is not what goes", plannedIn(before.book.view, after, until), wentOf(after));
  if (!writing) return;
  const then = whole.ledger.slice(upTo, upTo + writing.rows.length);
  same(`«${cue.type}» leads to other than was foreseen`, writing.rows, then);
  const { told, coming, gone } = consequencesOf(before.book, writing);
  const went = whole.deliveries.filter(({ seq }) => then.some((row) => row.seq === seq)).map(({ person }) => person);
  same(
    "others are told than was foreseen",
    told.flatMap(({ people }) => people.map(({ id }) => id)).toSorted(),
    went.toSorted(),
  );
  const view = fold(initialView(given.plan, given.begins), whole.ledger.slice(0, upTo + writing.rows.length));
  same("other messages are to come than was foreseen", view.planned, bookThen(foreseen).view.planned);
  const keys = (all: PlannedMessage[]) => all.map(keyOf);
  const kept = Object.values(before.book.view.planned).filter((one) => !keys(gone).includes(keyOf(one)));
  same("messages to come", [...kept, ...coming].map(keyOf).toSorted(), keys(Object.values(view.planned)).toSorted());
}

const keyOf = ({ subject, rule, at }: PlannedMessage) => `${subject}|${rule}|${at}`;

/** What was to come, and of rules that repeat what was announced after that, up to an instant. */
function plannedIn({ planned, ended }: View, after: LedgerRow[], until: number): string[] {
  if (ended) return [];
  const again = after
    .filter(({ kind }) => kind === "message.planned")
    .map(({ subject, rule, planned: at }): PlannedMessage => ({ subject, rule: rule ?? "", at: at ?? 0, to: [] }))
    .filter(({ at }) => at <= until);
  return [...Object.values(planned), ...again].map(keyOf).toSorted();
}

/** What went or was held back by the clock alone, but for what no ledger had announced: rules that had no precise date. */
const wentOf = (rows: LedgerRow[]): string[] =>
  rows
    .filter(
      ({ kind, reason }) => kind === "message.sent" || (kind === "message.suppressed" && reason !== "date-not-precise"),
    )
    .map(({ subject, rule, planned, at }) => keyOf({ subject, rule: rule ?? "", at: planned ?? at, to: [] }))
    .toSorted();
