// Numbers that cannot come out: criteria that ask for more than there can be, budgets that do not sum.
import { asErrors, asWarnings, words, type Finds } from "./lint-words.ts";
import type { Finding } from "./problem.ts";
import type { Criterion, Item, Programme } from "./types.ts";

/** Criteria that can never hold, and tracks without a step. Where gates only advise, one may go on all the same. */
export function lintCriteria(programme: Programme): Finds {
  const lists = [
    ...programme.phases.flatMap(({ id, opens, closes }) => [
      { path: `phases.${id}.opens`, criteria: opens },
      { path: `phases.${id}.closes`, criteria: closes },
    ]),
    ...Object.entries(programme.needs ?? {}).map(([type, criteria]) => ({ path: `needs.${type}`, criteria })),
    ...programme.items.map(({ id, decision }) => ({
      path: `items.${id}.decision.needs`,
      criteria: decision?.needs ?? [],
    })),
  ];
  const never = lists.flatMap(({ path, criteria }) => neverIn(programme, path, criteria));
  const empty = programme.tracks
    .filter(({ steps }) => steps.length === 0)
    .map((track) => words.noSteps(`tracks.${track.id}.steps`, track));
  return programme.gates === "advisory" ? { errors: empty, warnings: never } : asErrors([...never, ...empty]);
}

function neverIn(programme: Programme, path: string, criteria: Criterion[]): Finding[] {
  return criteria.flatMap((criterion, index) => {
    if (!("atLeast" in criterion)) return [];
    const need = needOf(criterion, programme);
    const most = mostOf(programme, criterion.fact);
    if (need > most) return [words.never(`${path}.${index}`, criterion, need, most)];
    const isBarred = criteria.some(
      (other) => other.fact === criterion.fact && "atMost" in other && other.atMost < need,
    );
    return isBarred ? [words.contradiction(`${path}.${index}`, criterion, criterion.fact)] : [];
  });
}

const needOf = ({ atLeast }: Extract<Criterion, { atLeast: number | string }>, { parameters }: Programme): number =>
  typeof atLeast === "number" ? atLeast : (parameters[atLeast] ?? 0);

/** What is or is not, and so counts 0 or 1. */
const FLAGS = ["open", "opened", "closed", "held", "proposed", "decided", "condition"];
/** How many different ones there are to contribute: agreements with three, seven characteristics, twenty themes. */
const KINDS: Record<string, number> = { agreements: 3, characteristics: 7, themes: 20 };

/** The most that a fact can come to. */
function mostOf({ items, tracks, phases, organisations }: Programme, fact: string): number {
  const [asked = "", id] = fact.split(":", 2);
  const count = (kind: Item["kind"]) => items.filter((item) => item.kind === kind).length;
  if (FLAGS.includes(asked)) return 1;
  if (asked === "reopened") return phases.find((phase) => phase.id === id)?.reopens?.most ?? 0;
  if (asked === "tracksStarted" || asked === "tracksEnded") return tracks.find((track) => track.id === id)?.most ?? 0;
  if (asked === "measured") return organisations?.most ?? Infinity;
  if (asked === "meetingsDated" || asked === "meetingsHeld") return count("meeting");
  return KINDS[asked] ?? Infinity;
}

/** A budget whose lines come to more than all of it; what is left over, or not yet split, is only said. */
export function lintNumbers({ budget }: Programme): Finds {
  if (!budget) return asErrors([]);
  const { total, lines } = budget;
  const amounts = lines.flatMap(({ amount }) => amount ?? []);
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  const isSplit = amounts.length === lines.length;
  const unsplit = isSplit ? [] : [words.unsplit(lines.length - amounts.length)];
  if (total === undefined) return asWarnings(unsplit);
  if (sum > total) return asErrors([words.overBudget(sum, total)]);
  return asWarnings(isSplit && sum < total ? [words.remainder(total - sum)] : unsplit);
}
