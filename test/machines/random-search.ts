// Many random scripts; the first that breaks a rule is made as small as it can be and told as JSON.
import fc from "fast-check";
import type { ScriptLine } from "../../machines/simulate.ts";
import type { Cue, Simulated } from "../../machines/simulate.ts";
import { check } from "./random-check.ts";
import { SELDOM, type Given } from "./random-given.ts";
import type { Dice } from "./random-draws.ts";
import { drawScript } from "./random-lines.ts";
import { cuesOf } from "./random-play.ts";

type Found = { programme: string; wrong: string; script: ScriptLine[] };

/** What was played: how many scripts, lines that a script may hold, rows, refusals. */
export type Searched = { found?: Found; seen: { scripts: number; lines: number; rows: number; refused: number } };

/** Plays a script, with a look before each cue of `probes` (by index). Throws what does not hold. */
export type Check = (given: Given, cues: Cue[], probes: number[]) => Simulated;

/** So many scripts over the programmes, up to the first that breaks a rule. The same seed gives the same scripts. */
export function search(runs: number, seed: number, programmes: Given[] = SELDOM, holds: Check = check): Searched {
  const seen = { scripts: 0, lines: 0, rows: 0, refused: 0 };
  let failing: { given: Given; lines: ScriptLine[] } | undefined;
  const property = fc.property(fc.gen(), (draw) => {
    const dice: Dice = {
      upTo: (most) => draw(fc.integer, { min: 0, max: most }),
      pick: (list) => list[draw(fc.integer, { min: 0, max: list.length - 1 })]!,
      oneIn: (many) => draw(fc.integer, { min: 1, max: many }) === many,
    };
    const given = dice.pick(programmes);
    const lines = drawScript(given, dice);
    failing = { given, lines };
    const { cues } = cuesOf(given, lines);
    const done = holds(given, cues, cues.length > 0 ? [dice.upTo(cues.length - 1)] : []);
    seen.scripts += 1;
    seen.lines += cues.length;
    seen.rows += done.ledger.length;
    seen.refused += done.refused.length;
  });
  const { failed } = fc.check(property, { numRuns: runs, seed, endOnFailure: true });
  return failed && failing ? { seen, found: smallest(failing.given, failing.lines, holds) } : { seen };
}

/** Without every line that the failure can do without: first many at once, then one at a time. */
function smallest(given: Given, lines: ScriptLine[], holds: Check): Found {
  // What is wrong with the whole need not be looked for before every cue.
  const isSeenWhole = wrongWith(given, lines, holds, false) !== undefined;
  const wrong = (some: ScriptLine[]) => wrongWith(given, some, holds, !isSeenWhole);
  let kept = lines;
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let end = kept.length; end > 0; end -= size) {
      const fewer = kept.filter((_, at) => at < end - size || at >= end);
      if (fewer.length < kept.length && wrong(fewer) !== undefined) kept = fewer;
    }
  }
  const { id } = given.plan.programme;
  return { programme: id, wrong: wrong(kept) ?? "it holds when played anew", script: cuesOf(given, kept).lines };
}

function wrongWith(given: Given, lines: ScriptLine[], holds: Check, probes: boolean): string | undefined {
  try {
    const { cues } = cuesOf(given, lines);
    holds(given, cues, probes ? [...cues.keys()] : []);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A failure in words: how to have it again, what is wrong, and the script that shows it. */
export const told = ({ programme, wrong, script }: Found, seed: number, { scripts }: Searched["seen"]): string =>
  `FREMDRIFT_SEED=${seed}, script ${scripts + 1}, ${programme}: ${wrong}\n${JSON.stringify(script, undefined, 1)}`;
