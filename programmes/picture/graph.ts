// How the phases of a programme hang together: which way leads to which phase, by which criterion, and what loops back.
import type { Criterion, Item, Phase, Programme, Text } from "../types.ts";
import { PICTURE_WORDS } from "./words.ts";

/** Where a way leaves a phase: from the phase itself, from its criteria for closing, or from one of its decisions. */
export type Exit = "phase" | "closes" | { decision: string };

/** A way from one phase to the next. `criterion`: the one of the target's that it answers; without it, only the order. */
export type Way = { from: string; exit: Exit; to: string; criterion?: string };
export type Loop = { from: string; to: string; title: Text };
export type Graph = { ways: Way[]; loops: Loop[]; first: string[]; last: string[] };

/** The ways and loops between a programme's phases, in the method's order. */
export function graphOf(programme: Programme): Graph {
  const { phases } = programme;
  const found = phases.flatMap((phase, index) => waysInto(programme, phase, index));
  const ids = phases.map(({ id }) => id);
  return {
    ways: found.filter(({ from, to }) => ids.indexOf(from) < ids.indexOf(to)),
    loops: [...loopsOf(programme), ...found.filter(isBackward(ids)).flatMap((way) => asLoop(programme, way))],
    first: ids.slice(0, 1),
    last: ids.slice(-1),
  };
}

/** The decisions that belong to a phase: the last one that they name. */
export function decisionsOf({ items }: Programme, phase: string): Item[] {
  return items.filter(({ kind, phases }) => kind === "decision" && phases.at(-1) === phase);
}

/** The phases that are planned at the same time as this one, weeks or days shared. */
export function besides(
  { phases }: Programme,
  intervals: Record<string, { from?: string; to?: string }>,
  id: string,
): Phase[] {
  const own = intervals[id];
  return phases.filter((phase) => phase.id !== id && overlaps(own, intervals[phase.id]));
}

function overlaps(a: { from?: string; to?: string } = {}, b: { from?: string; to?: string } = {}): boolean {
  if (!a.from || !a.to || !b.from || !b.to) return false;
  return a.from <= b.to && b.from <= a.to;
}

/** The ways of its opening criteria; where none of them names a phase, from the phase before it. */
function waysInto(programme: Programme, phase: Phase, index: number): Way[] {
  const ways = phase.opens.flatMap((criterion) =>
    exitsOf(programme, criterion, phase.id).map((exit) => ({ ...exit, to: phase.id, criterion: criterion.id })),
  );
  const before = programme.phases[index - 1];
  const isFollowing = ways.some(({ from }) => programme.phases.findIndex(({ id }) => id === from) < index);
  if (isFollowing || before === undefined) return once(ways);
  const criterion = phase.opens[0]?.id;
  return [...ways, { from: before.id, exit: "phase", to: phase.id, ...(criterion !== undefined && { criterion }) }];
}

type Source = { from: string; exit: Exit };

/** `closed:design` names a phase, `decided:d1` a decision and its phase; any other fact may be what lets a phase close. */
function exitsOf({ phases, items }: Programme, { fact }: Criterion, own: string): Source[] {
  const [kind, ...rest] = fact.split(":");
  const named = rest.join(":");
  const phase = phases.find(({ id }) => id === named);
  if (phase) return phase.id === own ? [] : [{ from: phase.id, exit: kind === "closed" ? "closes" : "phase" }];
  const item = items.find(({ id }) => id === named);
  const home = item?.phases.findLast((id) => id !== own && phases.some((one) => one.id === id));
  if (item && home !== undefined)
    return [{ from: home, exit: item.kind === "decision" ? { decision: item.id } : "phase" }];
  const closing = phases.filter(({ id, closes }) => id !== own && closes.some((criterion) => criterion.fact === fact));
  return closing.map(({ id }) => ({ from: id, exit: "closes" as const }));
}

function once(ways: Way[]): Way[] {
  const keys = ways.map((way) => JSON.stringify(way));
  return ways.filter((_, index) => keys.indexOf(keys[index]!) === index);
}

const isBackward =
  (ids: string[]) =>
  ({ from, to }: Way): boolean =>
    ids.indexOf(from) > ids.indexOf(to);

function asLoop({ phases }: Programme, { from, to, criterion }: Way): Loop[] {
  const title = phases.find(({ id }) => id === to)?.opens.find(({ id }) => id === criterion)?.title;
  return title ? [{ from, to, title }] : [];
}

function loopsOf(programme: Programme): Loop[] {
  const deciding = programme.decideIn ?? ideaDecision(programme)?.phases.at(-1);
  const known = new Set(programme.phases.map(({ id }) => id));
  return programme.phases
    .flatMap(({ id, reopens, reopensOnAdjust }) => [
      ...(reopensOnAdjust && deciding !== undefined
        ? [{ from: deciding, to: id, title: inBoth("adjust", programme.rounds) }]
        : []),
      ...(reopens ? [{ from: reopens.while, to: id, title: inBoth("reopens", reopens.most) }] : []),
    ])
    .filter(({ from, to }) => known.has(from) && known.has(to) && from !== to)
    .concat(rejections(programme, known));
}

/** A rejected decision that is taken anew together with one of another phase leads back to that phase. */
function rejections(programme: Programme, known: Set<string>): Loop[] {
  return programme.items.flatMap(({ phases, title, decision }) => {
    const first = programme.items.find(({ id }) => id === decision?.again[0]);
    const [from, to] = [phases.at(-1), first?.phases.at(-1)];
    if (from === undefined || to === undefined || from === to || !known.has(from) || !known.has(to)) return [];
    return [{ from, to, title: rejection(title, first!.title, decision!.rounds) }];
  });
}

function rejection(title: Text, again: Text, rounds: number): Text {
  const said = (language: "da" | "en") =>
    `${title[language]}. ${PICTURE_WORDS[language].rejected(again[language], rounds)}`;
  return { da: said("da"), en: said("en") };
}

function inBoth(key: "adjust" | "reopens", count: number): Text {
  return { da: PICTURE_WORDS.da[key](count), en: PICTURE_WORDS.en[key](count) };
}

const ideaDecision = ({ items }: Programme): Item | undefined =>
  items.find(({ kind, decision }) => kind === "decision" && decision === undefined);
