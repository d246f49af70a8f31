// Criteria are data with titles: XState's `can()` does not say why.
import type { Criterion, Phase, Programme } from "../programmes/types.ts";
import type { Unmet } from "./trigger.ts";

export type Facts = Record<string, number>;

/** Every criterion of a programme, but for those of its loops. Of the same programme they are the same list. */
export function criteriaOf(programme: Programme): readonly Criterion[] {
  let all = criteria.get(programme);
  if (!all) {
    const { phases, needs, items } = programme;
    all = [
      ...phases.flatMap(({ opens, closes }) => [...opens, ...closes]),
      ...Object.values(needs ?? {}).flat(),
      ...items.flatMap(({ decision }) => decision?.needs ?? []),
    ];
    criteria.set(programme, all);
  }
  return all;
}
const criteria = new WeakMap<Programme, Criterion[]>();

/** The criteria that do not hold, with what there is and what is wanted; a fact nobody counted is 0. */
export function unmetOf(criteria: Criterion[], facts: Facts, parameters: Programme["parameters"]): Unmet[] {
  return criteria.flatMap((criterion) => {
    const have = facts[criterion.fact] ?? 0;
    const most = "atMost" in criterion;
    const need = most ? criterion.atMost : numberOf(criterion.atLeast, parameters);
    const holds = most ? have <= need : have >= need;
    return holds ? [] : [{ criterion: criterion.id, title: criterion.title, have, need }];
  });
}

/** For guards: whether all hold by the facts the event carries, or are to be taken as holding. */
export function isMet(
  criteria: Criterion[],
  event: { [key: string]: unknown },
  parameters: Programme["parameters"],
): boolean {
  return event["assumeMet"] === true || unmetOf(criteria, (event["facts"] ?? {}) as Facts, parameters).length === 0;
}

/** What must hold before a closed phase may be opened again; never, where the phase has no such loop. */
export function reopenCriteria(programme: Programme, phase: Phase): Criterion[] {
  const { da, en } = phase.title;
  if (!phase.reopens) {
    return [
      { id: "reopens", fact: "never", atLeast: 1, title: { da: `${da} kan åbnes igen`, en: `${en} can open again` } },
    ];
  }
  const { most } = phase.reopens;
  const other = programme.phases.find(({ id }) => id === phase.reopens!.while)?.title ?? phase.title;
  return [
    {
      id: "reopen-while",
      fact: `open:${phase.reopens.while}`,
      atLeast: 1,
      title: { da: `${other.da} er åben`, en: `${other.en} is open` },
    },
    {
      id: "reopen-bound",
      fact: `reopened:${phase.id}`,
      atMost: most - 1,
      title: { da: `${da} er åbnet igen højst ${most} gange`, en: `${en} has been opened again at most ${most} times` },
    },
  ];
}

function numberOf(value: number | string, parameters: Programme["parameters"]): number {
  return typeof value === "number" ? value : (parameters[value] ?? Number.POSITIVE_INFINITY);
}
