// A network as a proof sees it: its own pure functions, and people who contribute enough wherever they may.
import type { Criterion, Item, Programme } from "../../programmes/types.ts";
import { criteriaOf } from "../criteria.ts";
import type { Facts } from "../criteria.ts";
import { nextDue } from "../engine/timers.ts";
import { IDEA_DECIDERS } from "../network/votes.ts";
import type { Json } from "../engine/types.ts";
import type { View } from "../ledger.ts";
import { apply, begin, pass, type Ground, type Moved, type Network } from "../network/network.ts";
import { startOf } from "../simulate.ts";
import type { Result } from "../trigger.ts";
import { shape } from "../trigger-shapes.ts";
import { rolesFor, triggerOf, type TriggerName } from "../trigger-types.ts";
import { WAIT, type ProofStep } from "./types.ts";

/** Data of a trigger as a person writes it. */
export type Data = { [key: string]: Json };
/** A trigger. `by`: which person, as `steeringGroup 2`; absent where anybody does who has the right. */
export type Call = { type: TriggerName; data: Data; by?: string };
export type Tried = Moved & { result: Result };

/**
 * What can only be contributed: by which trigger, how many different ones there are, and whether a meeting must be held first.
 * Of `delivered:H1` the part before the colon stands here.
 */
const CONTRIBUTED: Record<string, { by: TriggerName; most?: number; atMeeting?: true; role?: string }> = {
  agreements: { by: "recordAgreement", most: 3 },
  characteristics: { by: "describeTheme", most: 7 },
  coreMembers: { by: "answerMembership", role: "coreMember" },
  focusQuestions: { by: "agreeFocusQuestion", atMeeting: true },
  discoveries: { by: "addDiscovery" },
  perspectives: { by: "addDiscovery" },
  themes: { by: "chooseThemes", most: 20 },
  condition: { by: "confirmCondition", most: 1 },
  measured: { by: "recordMeasure" },
  delivered: { by: "deliver" },
  testBacked: { by: "backTest", most: 1 },
  testUnit: { by: "planTest", most: 1 },
  testHost: { by: "planTest", most: 1 },
  testLeads: { by: "planTest", most: 1 },
  testWhat: { by: "planTest", most: 1 },
  testHow: { by: "planTest", most: 1 },
};

const contributionOf = (fact: string) => CONTRIBUTED[fact.split(":", 1)[0] ?? ""];

/** The network of a plan before anything happened. */
export function beginning(ground: Ground): Network {
  return begin(ground, startOf(ground.plan), { key: "proof", by: "", role: "" }).network;
}

/** Whether a network is closed or stopped, whatever somebody still has to do. */
export const isOver = ({ view }: Network): boolean => view.ended !== undefined;

/** The network after the steps of a path. */
export function replayed(ground: Ground, steps: ProofStep[]): Network {
  return steps.reduce((network, { trigger, data = {}, by }) => {
    const call: Call = { type: trigger as TriggerName, data, ...(by !== undefined && { by }) };
    if (trigger !== WAIT) return attempt(ground, network, call).network;
    return pass(ground.machines, network, nextDue(network.state)?.dueAt ?? network.state.now).network;
  }, beginning(ground));
}

/** What becomes of a trigger. */
export function attempt(ground: Ground, network: Network, { type, data, by }: Call): Tried {
  const { programme } = ground.plan;
  const { now } = network.state;
  const role = by?.split(" ", 1)[0] ?? holders(programme, type, data)[0] ?? "";
  const facts = contributed(programme, network.view);
  const read = shape(type, data, programme.zone);
  const trigger = { key: "proof", at: now, by: by ?? `${role} 1`, role, type, facts };
  if (read.ok) return apply(ground, network, { ...trigger, data: read.data }, now);
  const message = read.problems[0]?.message ?? "";
  const why = { da: message, en: message };
  return { network, told: [], result: { key: "proof", ok: false, code: "shape", why, unmet: [] } };
}

/** Roles of the programme that may use a trigger and that somebody has. */
export function holders(programme: Programme, type: string, data: Data = {}): string[] {
  const key = `${type} ${JSON.stringify(data["item"] ?? "")}`;
  const known = holdersOf(programme);
  const roles = known.get(key) ?? rolesFor(programme, type, data).filter((code) => peopleIn(programme, code) > 0);
  known.set(key, roles);
  return roles;
}

const holdersOf = remembered(() => new Map<string, string[]>());

/** How many people a role has in the programme's sample network; who must be there is. */
function peopleIn({ roles }: Programme, code: string): number {
  const role = roles.find((one) => one.code === code);
  return Math.max(role?.sample ?? 0, role?.required ? 1 : 0);
}

/** More than this many decide as so many do, unless a quorum asks for more. */
const ENOUGH_DECIDERS = 3;

/** Those who decide, by name as in `by` of a call: the first few of the sample network's. */
export function decidersOf(programme: Programme, { id, decision }: Item): string[] {
  const roles = holders(programme, "decide", { item: id });
  const all = roles.flatMap((role) =>
    Array.from({ length: peopleIn(programme, role) }, (_, at) => `${role} ${at + 1}`),
  );
  return all.slice(0, Math.max(ENOUGH_DECIDERS, decision?.quorum ?? 0));
}

/** Those who decide on an idea, by name as in `by` of a call. */
export function ideaDeciders(programme: Programme): string[] {
  const all = holders(programme, "decide").flatMap((role) =>
    Array.from({ length: peopleIn(programme, role) }, (_, at) => `${role} ${at + 1}`),
  );
  return all.slice(0, Math.max(ENOUGH_DECIDERS, programme.decideIdeas.quorum ?? 0));
}

/** The criteria of a trigger as the network stands. */
export function criteriaFor(programme: Programme, view: View, { type, data }: Call): Criterion[] {
  const kind = triggerOf(type);
  return kind?.by === "machine" ? (kind.criteria?.(programme, data, view) ?? []) : [];
}

/** What people must have contributed for criteria to hold, by fact. */
export function contributedFor(programme: Programme, criteria: Criterion[]): Facts {
  const asked = criteria.filter(({ fact }) => contributionOf(fact));
  return Object.fromEntries(asked.map((one) => [one.fact, needOf(one, programme)]));
}

/** The number that a criterion compares with; a parameter that there is not is never reached. */
export function needOf(criterion: Criterion, { parameters }: Programme): number {
  if ("atMost" in criterion) return criterion.atMost;
  const { atLeast } = criterion;
  return typeof atLeast === "number" ? atLeast : (parameters[atLeast] ?? Number.POSITIVE_INFINITY);
}

/** What must be there before a fact can be contributed, as facts of the network. */
export const groundsOf = (fact: string): string[] => (contributionOf(fact)?.atMeeting ? ["meetingsHeld"] : []);

/** As much of everything as any criterion asks for, wherever there is somebody who may contribute it. */
function contributed(programme: Programme, view: View): Facts {
  const isHeld = Object.values(view.items).some(({ kind, state }) => kind === "meeting" && state === "held");
  return contributable(programme)[isHeld ? "held" : "before"];
}

const contributable = remembered((programme: Programme): { held: Facts; before: Facts } => {
  const asked = [...new Set(criteriaOf(programme).map(({ fact }) => fact))].filter(contributionOf);
  const deciders = programme.items
    .filter(({ decision }) => decision)
    .map((item): [string, number] => [
      `deciders:${item.id}`,
      // Where nobody is named, nobody is counted, and the lead decides.
      item.audience.length > 0 ? decidersOf(programme, item).length : 0,
    ]);
  deciders.push([IDEA_DECIDERS, ideaDeciders(programme).length]);
  const counts = asked.map((fact): [string, number] => [fact, mostOf(programme, fact)]);
  const before = counts.map(([fact, count]): [string, number] => [fact, groundsOf(fact).length > 0 ? 0 : count]);
  return { held: Object.fromEntries([...deciders, ...counts]), before: Object.fromEntries([...deciders, ...before]) };
});

function mostOf(programme: Programme, fact: string): number {
  const { by, most = Infinity, role } = contributionOf(fact)!;
  const may = holders(programme, by);
  if (role === undefined ? may.length === 0 : !may.includes(role)) return 0;
  const needs = criteriaOf(programme).filter((one) => one.fact === fact && "atLeast" in one);
  return Math.min(most, Math.max(0, ...needs.map((one) => needOf(one, programme)).filter(Number.isFinite)));
}

/** A function that works each programme out once. */
function remembered<T>(work: (programme: Programme) => T): (programme: Programme) => T {
  const known = new WeakMap<Programme, T>();
  return (programme) => {
    const found = known.get(programme) ?? work(programme);
    known.set(programme, found);
    return found;
  };
}
