// One script played in several ways: whole, cut short, and with one of its triggers seen beforehand.
import { contribute } from "../../machines/contribute.ts";
import { contributedFacts } from "../../machines/facts.ts";
import { bookAfter, journal } from "../../machines/journal.ts";
import { keepTexts } from "../../machines/keep.ts";
import type { LedgerRow, Writing } from "../../machines/ledger.ts";
import { compile } from "../../machines/network/compile.ts";
import { apply, hasEnded, pass } from "../../machines/network/network.ts";
import { meant } from "../../machines/meetings/meant.ts";
import { readScript } from "../../machines/script.ts";
import { inOrder, simulate, type Cue, type ScriptLine, type Simulated } from "../../machines/simulate.ts";
import { saidFacts, startFacts } from "../../machines/test-start.ts";
import { triggerOf } from "../../machines/trigger-types.ts";
import type { Given } from "./random-given.ts";

const DAY = 86_400_000;
/** Changes of a plan, as undo takes them back. */
const CHANGES = ["item.drafted", "item.pinned", "item.moved", "item.tightened", "item.cancelled", "phase.replanned"];

/** After everything that any script plans. */
export const farFrom = ({ begins, days }: Given): number => begins + (days + 90) * DAY;

/** A network by its cues, up to an instant. */
export const play = ({ plan, people }: Given, cues: Cue[], until: number): Simulated =>
  simulate({ plan, title: "Prøve", people, cues, until });

/** The cues of a script in order of time; lines that no script may hold are left out. An undo that counts back gets its number. */
export function cuesOf(given: Given, lines: ScriptLine[]): { cues: Cue[]; lines: ScriptLine[] } {
  const cues: Cue[] = [];
  const played: ScriptLine[] = [];
  const sorted = lines.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  for (const line of sorted) {
    const counted = line.trigger === "undo" ? undoing(given, cues, line) : line;
    const read = readScript([counted], given.plan, given.people);
    if ("problems" in read) continue;
    cues.push({ ...read.cues[0]!, key: `script:${played.length}` });
    played.push(counted);
  }
  return { cues: inOrder(cues), lines: played };
}

function undoing(given: Given, before: Cue[], line: ScriptLine): ScriptLine {
  const last = line.data?.["seq"];
  if (typeof last !== "number" || last >= 0) return line;
  const at = before.at(-1)?.at ?? given.begins;
  const changes = play(given, before, at).ledger.filter(({ kind, key }) => key !== undefined && CHANGES.includes(kind));
  return { ...line, data: { ...line.data, seq: changes.at(last)?.seq ?? 1 } };
}

/** How a network stands just before a cue, what the cue would write, and what would follow if nothing else were ever asked. */
export type Foreseen = { before: Simulated; writing: Writing | undefined; after: LedgerRow[] };

/** Throws nothing of its own; `writing` is undefined where the trigger is refused, or is an undo, which rests on the ledger. */
export function foresee(given: Given, cues: Cue[], index: number): Foreseen {
  const cue = cues[index]!;
  const before = play(given, cues.slice(0, index), cue.at);
  const after = hasEnded(before.network)
    ? []
    : journal(before.book, pass(compile(given.plan), before.network, farFrom(given)).told).rows;
  return { before, writing: cue.type === "undo" ? undefined : writingOf(given, before, cue), after };
}

/** What a trigger that nobody asks in another's name would write just now; undefined where it is refused. */
export function writingOf(
  { plan }: Pick<Given, "plan">,
  { network, book }: Pick<Simulated, "network" | "book">,
  asked: Cue,
): Writing | undefined {
  const cue = meant(book, asked);
  if ("why" in cue) return undefined;
  if (triggerOf(cue.type)?.by === "store") {
    const done = contribute(book, { ...cue, at: Math.max(cue.at, network.state.now) });
    return done.ok ? done.writing : undefined;
  }
  const facts = {
    ...contributedFacts(plan.programme, book.contributions, book.people),
    ...startFacts(cue, book.contributions),
    ...saidFacts(cue),
  };
  const { trigger, kept } = keepTexts(cue);
  const { told, result } = apply({ plan, machines: compile(plan) }, network, { ...trigger, facts }, cue.at);
  if (!result.ok) return undefined;
  const texts = kept ? [...book.contributions, kept] : book.contributions;
  return journal({ ...book, contributions: texts }, told);
}

/** The book after what was foreseen. */
export const bookThen = ({ before, writing }: Foreseen) => (writing ? bookAfter(before.book, writing) : before.book);
