// A script held against the reference model: what went is what should have gone, and what is to come is what should come.
import type { Delivery, LedgerRow } from "../../machines/ledger.ts";
import type { Cue, Simulated } from "../../machines/simulate.ts";
import { fold, initialView } from "../../machines/view.ts";
import type { Given } from "./random-given.ts";
import { farFrom, play } from "./random-play.ts";
import { done } from "./reminder-model-done.ts";
import { modelOf, passes, toCome, type Model } from "./reminder-model.ts";
import { nothingStands, standsAfter, wronglyStanding, type Standing } from "./reminder-model-standing.ts";

/** Plays the script and the model of it. Throws where they differ. */
export function checkModel(given: Given, cues: Cue[]): Simulated {
  const whole = play(given, cues, farFrom(given));
  const model = modelOf(given);
  const standing = nothingStands();
  const mailsOfRow = new Map<number, Delivery[]>();
  for (const mail of whole.deliveries) mailsOfRow.set(mail.seq, [...(mailsOfRow.get(mail.seq) ?? []), mail]);
  let view = initialView(given.plan, given.begins);
  for (const step of stepsOf(whole.ledger)) {
    const acts = step.filter(isAct);
    const at = step[0]!.at;
    if (step[0]!.key !== undefined) checkStanding(standing, model, view.now);
    for (const row of step) standsAfter(standing, row, mailsOfRow.get(row.seq) ?? []);
    if (acts.length > 0) {
      passes(model, at);
      const rules = given.plan.programme.reminders.map(({ id }) => id);
      const ruled = Object.values(view.planned).filter(({ rule }) => rules.includes(rule));
      const planned = ruled.map((one) => `${one.subject}|${one.rule}|${one.at}`);
      if (step[0]!.seq > 1 && step[0]!.key !== undefined) differ("to come", toCome(model), planned, at);
      done(model, acts);
    }
    view = fold(view, step);
  }
  checkStanding(standing, model, view.now);
  if (!model.ended) passes(model, farFrom(given));
  const phaseRules = given.plan.programme.reminders.filter((rule) => rule.for === "phase").map(({ id }) => id);
  const met = whole.ledger
    .filter(({ kind, reason }) => kind === "message.suppressed" && reason === "nothing-missing")
    .map(({ at, rule, subject }) => `${at}|${rule}|${subject}|`);
  // Whether a phase misses something the model does not know: where nothing is said to be missing, nobody is told.
  const expected = model.mails.filter(
    (mail) => !phaseRules.includes(mail.split("|")[1]!) || !met.some((one) => mail.startsWith(one)),
  );
  differ("told", expected, mailsOf(given, whole));
  return whole;
}

/** In calendars stands what should: whatever was done, nobody is missing, and nobody has what is off or has another date. */
function checkStanding(standing: Standing, model: Model, now: number): void {
  if (model.ended) return;
  const { missing, more } = wronglyStanding(standing, model, now);
  if (missing.length + more.length === 0) return;
  const words = (some: string[]) => some.slice(0, 3).join(", ") || "nothing";
  throw new Error(`standing at ${new Date(now).toISOString()}: missing ${words(missing)}; too much ${words(more)}`);
}

/** Entries of one trigger together; of what comes by itself each on its own. */
function stepsOf(rows: LedgerRow[]): LedgerRow[][] {
  const steps: LedgerRow[][] = [];
  for (const row of rows) {
    const last = steps.at(-1);
    if (last && row.key !== undefined && last[0]!.key === row.key) last.push(row);
    else steps.push([row]);
  }
  return steps;
}

/** What somebody did, also of a message: skipped it, or sent it. */
const isAct = ({ kind, data }: LedgerRow): boolean => !kind.startsWith("message.") || data?.["why"] !== undefined;

function mailsOf({ plan }: Given, { ledger, deliveries }: Simulated): string[] {
  const rules = new Set(plan.programme.reminders.map(({ id }) => id));
  const bySeq = new Map(ledger.map((row) => [row.seq, row]));
  return deliveries.flatMap(({ seq, person }) => {
    const { at, rule = "", subject } = bySeq.get(seq)!;
    return rules.has(rule) ? [`${at}|${rule}|${subject}|${person}`] : [];
  });
}

function differ(what: string, expected: string[], found: string[], at?: number): void {
  const [missing, more] = [without(expected, found), without(found, expected)];
  if (missing.length + more.length === 0) return;
  const words = (some: string[]) => some.slice(0, 3).map(readable).join(", ") || "nothing";
  const when = at === undefined ? "" : ` at ${new Date(at).toISOString()}`;
  throw new Error(`${what}${when}: missing ${words(missing)}; too much ${words(more)}`);
}

/** Each as often as it stands there more. */
function without(all: string[], others: string[]): string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

const readable = (line: string): string => line.replace(/\d{12,13}/, (at) => new Date(Number(at)).toISOString());
