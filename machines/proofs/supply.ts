// A trigger that waits only for what people can always bring: the ideas, meetings and tracks it still needs come first.
import type { Programme } from "../../programmes/types.ts";
import { networkFacts } from "../facts.ts";
import type { ItemView, View } from "../ledger.ts";
import type { Ground, Network } from "../network/network.ts";
import { FEWEST_IDEAS } from "../ideas/checks.ts";
import type { Unmet } from "../trigger.ts";
import type { ProofStep } from "./types.ts";
import { attempt, contributedFor, criteriaFor, groundsOf, needOf, type Call, type Tried } from "./world.ts";

/** `told`: what the ledger says of it, as `kind subject`. */
export type Taken = { network: Network; steps: ProofStep[]; told: string[] };
/** A trigger that is not taken, whatever people bring: how far they came with it, and what still stands in the way. */
export type Refused = { before: Taken; step: ProofStep; unmet: number };

/** The network after a trigger, with the triggers that had to come before it; undefined where it is not to be had. */
export function withSupplies(ground: Ground, network: Network, call: Call): Taken | undefined {
  const tried = supplied(ground, network, call);
  return "steps" in tried ? tried : undefined;
}

/** Why a trigger is not to be had; undefined where it is. */
export function refusalOf(ground: Ground, network: Network, call: Call): Refused | undefined {
  const tried = supplied(ground, network, call);
  return "steps" in tried ? undefined : tried;
}

/** Triggers that are tried before one; a criterion that asks for more asks for what nobody waits for. */
const MOST_SUPPLIES = 100;

function supplied(ground: Ground, network: Network, call: Call): Taken | Refused {
  let before: Taken = { network, steps: [], told: [] };
  for (let tries = 0; ; tries++) {
    const tried = attempt(ground, before.network, call);
    if (tried.result.ok) return taken(ground, before, call, tried);
    const { unmet, why, code } = tried.result;
    const noted = code === "criteria" ? withNote(ground, before, call) : undefined;
    if (noted) return noted;
    const more = code === "criteria" && tries < MOST_SUPPLIES ? firstSupply(ground, before, call, unmet) : undefined;
    if (more) {
      before = more;
      continue;
    }
    const refused = unmet.length > 0 ? unmet.map(({ title }) => title) : [why];
    return { before, step: { ...stepOf(call), refused }, unmet: unmet.length || Infinity };
  }
}

/** Triggers that say why one goes on although something is missing. */
const NOTED = ["openPhase", "closePhase", "propose", "startTrack"];

/** An advisory gate lets through whoever says why. */
function withNote(ground: Ground, before: Taken, call: Call): Taken | undefined {
  if (ground.plan.programme.gates !== "advisory" || !NOTED.includes(call.type)) return undefined;
  const noted = { ...call, data: { ...call.data, note: "Prøve" } };
  const passed = attempt(ground, before.network, noted);
  return passed.result.ok ? taken(ground, before, noted, passed) : undefined;
}

/** What the first criterion needs that people can do something about. */
function firstSupply(ground: Ground, before: Taken, call: Call, unmet: Unmet[]): Taken | undefined {
  const { programme } = ground.plan;
  const criteria = criteriaFor(programme, before.network.view, call);
  for (const one of criteria.filter(({ id }) => unmet.some(({ criterion }) => criterion === id))) {
    const more = "atLeast" in one ? supply(ground, before, one.fact, needOf(one, programme)) : undefined;
    if (more) return more;
  }
  return undefined;
}

function taken({ plan }: Ground, before: Taken, call: Call, tried: Tried): Taken {
  const facts = contributedFor(plan.programme, criteriaFor(plan.programme, before.network.view, call));
  const step = { ...stepOf(call), ...(Object.keys(facts).length > 0 && { facts }) };
  const told = tried.told.map(({ entry }) => `${entry.kind} ${entry.subject}`);
  return { network: tried.network, steps: [...before.steps, step], told: [...before.told, ...told] };
}

const stepOf = ({ type, data, by }: Call): ProofStep => ({ trigger: type, data, ...(by !== undefined && { by }) });

/** One trigger that brings a fact nearer to what is needed. */
function supply(ground: Ground, before: Taken, fact: string, need: number): Taken | undefined {
  const { view } = before.network;
  const [first] = groundsOf(fact);
  if (first !== undefined && (networkFacts(view)[first] ?? 0) < 1) return supply(ground, before, first, 1);
  const call = callFor(ground.plan.programme, view, fact);
  if (!call || !Number.isFinite(need)) return undefined;
  const tried = attempt(ground, before.network, call);
  if (tried.result.ok) return taken(ground, before, call, tried);
  return withNote(ground, before, call);
}

/** The trigger that brings a fact one nearer; undefined where none does. */
export function callFor(programme: Programme, view: View, fact: string): Call | undefined {
  const [asked, one = ""] = fact.split(":", 2);
  const meetings = programme.items.filter(({ kind }) => kind === "meeting").map(({ id }) => id);
  if (asked === "ballotsClosed") return ballotCall(view);
  if (asked === "ideas") return { type: "addIdea", data: { title: "Prøve" } };
  if (asked === "meetingsDated") return pin(programme, view, meetings);
  if (asked === "meetingsHeld") return holdOrPin(programme, view, meetings);
  if (asked === "held") return holdOrPin(programme, view, [one]);
  if (asked === "tracksStarted") return { type: "startTrack", data: { track: one, organisation: newOne(view) } };
  return asked === "tracksEnded" ? nextStep(programme, view, one) : undefined;
}

const inState = ({ items }: View, ids: string[], state: ItemView["state"]) =>
  ids.find((id) => items[id]?.state === state);

/** Dates are abstract here: any does. */
const PINNED = "2100-01-04T09:00";

function pin({ items }: Programme, view: View, ids: string[]): Call | undefined {
  const item = inState(view, ids, "planned");
  if (item === undefined) return undefined;
  const session = items.find(({ id }) => id === item)?.sessions?.[0]?.id;
  return { type: "pinItem", data: { item, start: PINNED, ...(session !== undefined && { session }) } };
}

function holdOrPin(programme: Programme, view: View, ids: string[]): Call | undefined {
  const item = inState(view, ids, "pinned");
  return item === undefined ? pin(programme, view, ids) : { type: "holdMeeting", data: { item } };
}

/** One is closed that is open; else one is opened, about two ideas. */
function ballotCall({ ballots = {}, ideas }: View): Call {
  const open = Object.entries(ballots).find(([, { state }]) => state === "open");
  if (open) return { type: "closeBallot", data: { ballot: open[0] } };
  const captured = Object.values(ideas).filter(({ state }) => state === "captured");
  if (captured.length < FEWEST_IDEAS) return { type: "addIdea", data: { title: "Prøve" } };
  return { type: "openBallot", data: { method: "dots" } };
}

const newOne = ({ tracks }: View) => `organisation ${Object.keys(tracks).length + 1}`;

function nextStep({ tracks }: Programme, view: View, id: string): Call {
  const running = Object.values(view.tracks).find(({ track, state }) => track === id && state === "running");
  if (!running) return { type: "startTrack", data: { track: id, organisation: newOne(view) } };
  const step = tracks.find((track) => track.id === id)?.steps[running.done.length]?.id ?? "";
  return { type: "completeStep", data: { track: id, organisation: running.organisation, step } };
}
