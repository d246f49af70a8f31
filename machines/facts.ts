// What criteria count. Facts of the network are read from its view; facts of people from what they contributed.
import type { Person, Programme } from "../programmes/types.ts";
import type { Facts } from "./criteria.ts";
import type { Contribution, Kind, View } from "./ledger.ts";
import { decidersOf } from "./trigger-types.ts";
import { partsOf } from "./view.ts";

/** Facts that follow from the network itself: phases, ideas, meetings. */
export function networkFacts(view: View): Facts {
  const ideas = Object.values(view.ideas);
  const items = Object.values(view.items);
  const count = <T>(list: T[], holds: (one: T) => boolean) => list.filter(holds).length;
  const facts: Facts = {
    ideas: ideas.length,
    shortlisted: count(ideas, (idea) => idea.state !== "captured"),
    tested: count(ideas, (idea) => idea.round > 0),
    awaitingResults: count(ideas, (idea) => idea.state === "testing"),
    results: count(ideas, (idea) => idea.round > 1 || (idea.round === 1 && idea.state !== "testing")),
    undecided: count(ideas, (idea) => idea.state === "testing" || idea.state === "deciding"),
    meetingsDated: count(items, (item) => item.kind === "meeting" && ["pinned", "held"].includes(item.state)),
    meetingsHeld: count(items, (item) => item.kind === "meeting" && item.state === "held"),
  };
  for (const [id, phase] of Object.entries(view.phases)) {
    facts[`open:${id}`] = Number(phase.state === "open");
    facts[`opened:${id}`] = Number(phase.state !== "waiting");
    facts[`closed:${id}`] = Number(phase.state === "closed");
    facts[`reopened:${id}`] = phase.reopened;
  }
  for (const [id, item] of Object.entries(view.items)) {
    facts[`held:${id}`] = Number(item.state === "held");
    // Put at least once: what was proposed has been described, whatever came of it.
    facts[`proposed:${id}`] = Number((item.decision?.round ?? 0) > 0 || item.state === "decided");
    facts[`decided:${id}`] = Number(item.state === "decided");
  }
  for (const { track, state } of Object.values(view.tracks)) {
    facts[`tracksStarted:${track}`] = (facts[`tracksStarted:${track}`] ?? 0) + 1;
    facts[`tracksEnded:${track}`] = (facts[`tracksEnded:${track}`] ?? 0) + Number(state === "ended");
  }
  return facts;
}

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
];

/** Facts that follow from people and what they contributed. The last answer of a person counts. */
export function contributedFacts({ items }: Programme, contributions: Contribution[], people: Person[]): Facts {
  const of = (kind: Kind) => contributions.filter((one) => one.kind === kind);
  const distinct = (kind: Kind, field: string) => new Set(of(kind).map((one) => String(one.data[field]))).size;
  const core = new Set(people.filter((person) => person.roles.includes("coreMember")).map((person) => person.id));
  const membership = new Map(of("membership.answered").map((one) => [one.person, one.data["answer"]]));
  const chosen = of("themes.chosen").at(-1)?.data["themes"];
  const facts: Facts = {};
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
