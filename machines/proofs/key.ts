// What tells two states of a network apart: everything but instants, ids, counters of ids and texts.
import type { Machines } from "../engine/types.ts";
import { ROOT, type Json } from "../engine/types.ts";
import type { AnyStateMachine } from "xstate";
import { networkFacts } from "../facts.ts";
import type { Network } from "../network/network.ts";
import { heardTimers, isFlat, isOver } from "./silence.ts";

/** What a key is made for: the machines, the facts that any criterion asks, and how many ideas any of them wants. */
export type Sight = { machines: Machines; facts: readonly string[]; ideas: number };

/** The same for two networks in which the same things can happen from now on. */
export function keyOf({ machines, facts, ideas }: Sight, { state, view }: Network): string {
  const actors = Object.entries(state.actors).map(([id, { src, snap }]) => ({
    id,
    src,
    text: actorText(machines, src, snap),
  }));
  // Ideas are interchangeable, and of those that wait no more count than a criterion asks for.
  const crowd = actors.filter(({ src }) => src === "idea").map(({ text }) => text);
  const waiting = crowd.filter((text) => text.startsWith(CAPTURED));
  const others = actors.filter(({ src }) => src !== "idea").map(({ id, text }) => `${id}=${text}`);
  const counted = networkFacts(view);
  const asked = facts.map((fact) => (fact === "ideas" ? Math.min(ideas, counted[fact] ?? 0) : (counted[fact] ?? 0)));
  const timers = heardTimers(machines, state).map(({ actor, id }) => `${actor}|${id}`);
  return [
    ...others,
    ...crowd.filter((text) => !waiting.includes(text)).sort(),
    Math.min(waiting.length, ideas),
    asked.join(),
    timers.join(),
  ].join("\n");
}

const CAPTURED = '"captured"';

type Snap = { value: Json; status: string; context?: { [key: string]: Json } };

// Snapshots are never changed, only replaced.
const texts = new WeakMap<object, string>();

function actorText(machines: Machines, src: string, snap: Json): string {
  const known = texts.get(snap as object);
  if (known !== undefined) return known;
  const { value, status, context = {} } = snap as Snap;
  const machine = machines[src];
  // What an actor that is over has counted, only criteria ask for: facts stand in the key themselves.
  const isDone = machine !== undefined && typeof value === "string" && isOver(machine, value);
  const parts = isDone
    ? [value, "over"]
    : [machine ? shortened(machine, value, []) : value, status, matters(src, value, context)];
  const text = parts.map((part) => JSON.stringify(part)).join(" ");
  texts.set(snap as object, text);
  return text;
}

/** A state whose inner ones differ in nothing that matters stands for all of them. */
function shortened(machine: AnyStateMachine, value: Json, path: string[]): Json {
  if (typeof value === "string") return isFlat(machine, path) ? "" : value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (isFlat(machine, path)) return "";
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, shortened(machine, part ?? null, [...path, name])]),
  );
}

/** Milliseconds that are no count of anything: the year 2001 and later. */
const INSTANT = 1e12 / 1.1;

/** What of the network's own context never changes, or only names what comes next. */
const NAMES = ["phases", "ideas", "tracks"];

/** What only reminders ask: how far they have told. */
const REMINDING = ["told", "rearmed", "aside", "reminding"];

/** A decision that is not up for a vote is put anew with votes and candidates of its own; taken, it also begins its rounds anew. */
const FORGOTTEN: Record<string, string[]> = {
  drafting: ["votes", "proposer", "options", "deadline"],
  taken: ["votes", "proposer", "options", "deadline", "round"],
};

function matters(src: string, value: Json, context: { [key: string]: Json }): Json {
  const dropped = src === ROOT ? NAMES : src.startsWith("item.decision") ? (FORGOTTEN[String(value)] ?? []) : [];
  const left = Object.entries(context).filter(([name]) => !dropped.includes(name) && !REMINDING.includes(name));
  return timeless(Object.fromEntries(left));
}

function timeless(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(timeless);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, timeless(part)]));
  const isTime = (typeof value === "number" && value > INSTANT) || (typeof value === "string" && DATE.test(value));
  return isTime ? "time" : (value ?? null);
}

const DATE = /^\d{4}-\d\d-\d\d/;
