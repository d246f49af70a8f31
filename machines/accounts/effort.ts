// Hours: the days of work that a plan comes to, beside those that people recorded and those that the lead's manager agreed to.
import type { Instant, Plan, Text } from "../../programmes/types.ts";
import { planInForce } from "../in-force.ts";
import type { Contribution, View } from "../ledger.ts";
import { partsOf } from "../view.ts";

/** Hours of a working day: a week of 37 hours has five. */
export const HOURS_A_DAY = 7.4;

/** Days of work everywhere, to two decimals. */
export type EffortState = {
  /** How many ideas the plan is counted with: those tested, or before any is, those short-listed. */
  ideas: number;
  planned: number;
  recorded: number;
  /** What the lead's own manager agreed to last. */
  agreed?: { days: number; at: Instant };
  items: { id: string; title: Text; phase?: string; planned: number; recorded: number }[];
  /** Phases with anything planned or recorded, in their order; last, without an id, what belongs to none. */
  phases: { id?: string; title?: Text; planned: number; recorded: number }[];
  /** By id of who did the work, the most first. */
  people: { person: string; recorded: number }[];
};

/** Days that an entry is of; whoever writes hours has them as parts of a working day. */
export const daysIn = ({ data }: Contribution): number =>
  data["days"] === undefined ? Number(data["hours"] ?? 0) / HOURS_A_DAY : Number(data["days"]);

/** What a network's work was planned to be beside what it was recorded to be so far. */
export function effortState(plan: Plan, view: View, contributions: Contribution[]): EffortState {
  const { programme } = planInForce(plan, view);
  const ideas = ideasIn(view);
  const records = contributions.filter(({ kind }) => kind === "effort.recorded");
  const items = programme.items.flatMap(({ id, title, effort, phases: [phase] }) => {
    const recorded = total(records.filter(({ item }) => item === `item:${id}`));
    const planned = (effort?.base ?? 0) + (effort?.perIdea ?? 0) * ideas;
    if (!effort && recorded === 0) return [];
    return [{ id, title, ...(phase !== undefined && { phase }), planned, recorded }];
  });
  const phaseOf = phaseFor(plan, view);
  const places: { id?: string; title?: Text }[] = [...programme.phases.map(({ id, title }) => ({ id, title })), {}];
  const phases = places.map((place) => ({
    ...place,
    planned: sum(items.filter(({ phase }) => phase === place.id).map(({ planned }) => planned)),
    recorded: total(records.filter((record) => phaseOf(record) === place.id)),
  }));
  const agreed = contributions.findLast(({ kind }) => kind === "hours.agreed");
  return {
    ideas,
    planned: sum(items.map(({ planned }) => planned)),
    recorded: total(records),
    ...(agreed && { agreed: { days: Number(agreed.data["days"]), at: agreed.at } }),
    items,
    phases: phases.filter(({ planned, recorded }) => planned !== 0 || recorded !== 0),
    people: peopleIn(records),
  };
}

function ideasIn({ ideas }: View): number {
  const all = Object.values(ideas);
  return all.filter(({ round }) => round > 0).length || all.filter(({ state }) => state !== "captured").length;
}

/** The phase a record belongs to: as it says, that of its item, or where ideas are tested. */
function phaseFor(plan: Plan, view: View): (record: Contribution) => string | undefined {
  const { items, phases } = planInForce(plan, view).programme;
  const tests = phases.find(({ reopensOnAdjust }) => reopensOnAdjust)?.id;
  return ({ item: subject = "" }) => {
    const [what, id] = partsOf(subject);
    if (what === "idea") return tests;
    return what === "phase" ? id : items.find((item) => what === "item" && item.id === id)?.phases[0];
  };
}

function peopleIn(records: Contribution[]): EffortState["people"] {
  const people = new Set(records.flatMap(({ person }) => (person === undefined ? [] : [person])));
  return [...people]
    .map((person) => ({ person, recorded: total(records.filter((record) => record.person === person)) }))
    .toSorted((a, b) => b.recorded - a.recorded);
}

const total = (records: Contribution[]): number => sum(records.map(daysIn));
const sum = (days: number[]): number => Math.round(days.reduce((all, one) => all + one, 0) * 100) / 100;
