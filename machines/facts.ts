// What criteria count. Facts of the network are read from its view; facts of people from what they contributed.
import type { Person, Programme } from "../programmes/types.ts";
import { criteriaOf, type Facts } from "./criteria.ts";
import type { IdeaView } from "./ideas/types.ts";
import type { Contribution, ItemView, Kind, PhaseView, TrackView, View } from "./ledger.ts";
import { decidersOf } from "./trigger-types.ts";
import { IDEA_DECIDERS } from "./network/votes.ts";
import { partsOf } from "./view.ts";

/**
 * The facts that something in a programme asks for, of all there are: criteria, loops, and how many decide. A network has some hundred
 * names of facts, of which a trigger needs a few dozen at the most.
 */
export function askedFacts(programme: Programme, view: View, contributed: Facts): Facts {
  const asked: Facts = {};
  for (const fact of namesOf(programme)) asked[fact] = factIn(view, fact) ?? contributed[fact] ?? 0;
  return asked;
}

function namesOf(programme: Programme): string[] {
  let names = known.get(programme);
  if (!names) {
    const { phases, items } = programme;
    names = [
      ...new Set([
        ...criteriaOf(programme).map(({ fact }) => fact),
        ...phases.flatMap(({ id, reopens }) => (reopens ? [`open:${reopens.while}`, `reopened:${id}`] : [])),
        ...items.flatMap(({ id, decision }) => (decision ? [`deciders:${id}`] : [])),
        IDEA_DECIDERS,
      ]),
    ];
    known.set(programme, names);
  }
  return names;
}
const known = new WeakMap<Programme, string[]>();

/** Facts that follow from the network itself: phases, ideas, meetings. */
export function networkFacts(view: View): Facts {
  const names = [
    ...Object.keys(COUNTS),
    ...Object.keys(view.phases).flatMap((id) => Object.keys(OF_PHASE).map((fact) => `${fact}:${id}`)),
    ...Object.keys(view.items).flatMap((id) => Object.keys(OF_ITEM).map((fact) => `${fact}:${id}`)),
    ...Object.values(view.tracks).flatMap(({ track }) => Object.keys(OF_TRACK).map((fact) => `${fact}:${track}`)),
  ];
  return Object.fromEntries(names.map((name) => [name, factIn(view, name) ?? 0]));
}

/** One of those facts, by its name; undefined where the network itself does not tell it. */
function factIn(view: View, name: string): number | undefined {
  const colon = name.indexOf(":");
  if (colon < 0) return Object.hasOwn(COUNTS, name) ? COUNTS[name]!(view) : undefined;
  const [fact, id] = [name.slice(0, colon), name.slice(colon + 1)];
  const [phase, item] = [view.phases[id], view.items[id]];
  if (phase && Object.hasOwn(OF_PHASE, fact)) return OF_PHASE[fact]!(phase);
  if (item && Object.hasOwn(OF_ITEM, fact)) return OF_ITEM[fact]!(item);
  if (!Object.hasOwn(OF_TRACK, fact)) return undefined;
  return count(Object.values(view.tracks), (track) => track.track === id && OF_TRACK[fact]!(track));
}

const count = <T>(list: T[], holds: (one: T) => boolean) => list.filter(holds).length;
const ideasThat = (holds: (idea: IdeaView) => boolean) => (view: View) => count(Object.values(view.ideas), holds);
const meetingsThat = (holds: (item: ItemView) => boolean) => (view: View) =>
  count(Object.values(view.items), (item) => item.kind === "meeting" && holds(item));

const COUNTS: Record<string, (view: View) => number> = {
  // What was thought of counts once, however it is put together: concepts are made of ideas that count already.
  ideas: ideasThat(({ sources }) => !sources),
  shortlisted: ideasThat(isChosen),
  tested: ideasThat(({ round }) => round > 0),
  awaitingResults: ideasThat(({ state }) => state === "testing"),
  results: ideasThat(({ round, state }) => round > 1 || (round === 1 && state !== "testing")),
  undecided: ideasThat(({ state }) => state === "testing" || state === "deciding"),
  ballotsClosed: ({ ballots = {} }) => count(Object.values(ballots), ({ state }) => state === "closed"),
  meetingsDated: meetingsThat(({ state }) => state === "pinned" || state === "held"),
  meetingsHeld: meetingsThat(({ state }) => state === "held"),
};

/** Whether an idea is past being captured: short-listed once, whatever came of it. */
export function isChosen({ state }: Pick<IdeaView, "state">): boolean {
  return !["captured", "merged", "split"].includes(state);
}

const OF_PHASE: Record<string, (phase: PhaseView) => number> = {
  open: ({ state }) => Number(state === "open"),
  opened: ({ state }) => Number(state !== "waiting"),
  closed: ({ state }) => Number(state === "closed"),
  reopened: ({ reopened }) => reopened,
};

const OF_ITEM: Record<string, (item: ItemView) => number> = {
  held: ({ state }) => Number(state === "held"),
  // Put at least once: what was proposed has been described, whatever came of it.
  proposed: ({ state, decision }) => Number((decision?.round ?? 0) > 0 || state === "decided"),
  decided: ({ state }) => Number(state === "decided"),
};

const OF_TRACK: Record<string, (track: TrackView) => boolean> = {
  tracksStarted: () => true,
  tracksEnded: ({ state }) => state === "ended",
};

/** Kinds of contributions that any fact counts: what a store has to load. */
export const COUNTED: Kind[] = [
  "agreement.made",
  "theme.described",
  "membership.answered",
  "focusQuestion.agreed",
  "discovery.added",
  "themes.chosen",
  "condition.met",
  "measure.recorded",
  "homework.delivered",
  "test.planned",
  "test.backed",
];

/** Facts that follow from people and what they contributed. The last answer of a person counts. */
export function contributedFacts(programme: Programme, contributions: Contribution[], people: Person[]): Facts {
  const { items } = programme;
  const of = (kind: Kind) => contributions.filter((one) => one.kind === kind);
  const distinct = (kind: Kind, field: string) => new Set(of(kind).map((one) => String(one.data[field]))).size;
  const core = new Set(people.filter((person) => person.roles.includes("coreMember")).map((person) => person.id));
  const membership = new Map(of("membership.answered").map((one) => [one.person, one.data["answer"]]));
  const chosen = of("themes.chosen").at(-1)?.data["themes"];
  const decides = programme.rights["decide"] ?? [];
  const facts: Facts = {
    [IDEA_DECIDERS]: people.filter(({ roles }) => roles.some((role) => decides.includes(role))).length,
  };
  for (const { id, decision, audience } of items)
    if (decision)
      facts[`deciders:${id}`] = people.filter(({ roles }) =>
        roles.some((role) => decidersOf({ audience }).includes(role)),
      ).length;
  for (const { data } of of("condition.met")) facts[`condition:${String(data["condition"])}`] = 1;
  for (const [item, all] of byItem(of("measure.recorded")))
    facts[`measured:${item}`] = new Set(all.map(({ data }) => String(data["organisation"]))).size;
  for (const [item, all] of byItem(of("homework.delivered")))
    facts[`delivered:${item}`] = new Set(all.map(({ person }) => person)).size;
  return {
    ...facts,
    agreements: distinct("agreement.made", "with"),
    characteristics: distinct("theme.described", "characteristic"),
    coreMembers: [...membership].filter(([id, answer]) => answer === "accepted" && core.has(id ?? "")).length,
    focusQuestions: of("focusQuestion.agreed").length,
    discoveries: of("discovery.added").length,
    perspectives: distinct("discovery.added", "perspective"),
    themes: Array.isArray(chosen) ? chosen.length : 0,
  };
}

function byItem(contributions: Contribution[]): Map<string, Contribution[]> {
  const items = new Map<string, Contribution[]>();
  for (const one of contributions) {
    const id = partsOf(one.item ?? "")[1];
    items.set(id, [...(items.get(id) ?? []), one]);
  }
  return items;
}
