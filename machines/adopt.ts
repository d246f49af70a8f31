// What another edition of its programme would change in a running network, piece by piece, and the triggers that adopt each piece.
import { compareProgrammes, type Difference } from "../programmes/compare.ts";
import { laidBeside, sameTime } from "../programmes/compare-dates.ts";
import type { Interval, Item, Plan, Programme, Session, Text, When } from "../programmes/types.ts";
import { addingOf } from "./adopt-add.ts";
import { redating, replacing, type Asked, type Asking } from "./adopt-time.ts";
import { together, whyNot } from "./adopt-words.ts";
import { ownPlan } from "./clone-plan.ts";
import type { View } from "./ledger.ts";

/** `triggers` adopt the piece, or those of its fields that `why` does not speak of; none where it cannot be adopted. */
export type Piece = Difference & { title?: Text; triggers: Asking[]; why?: Text };

/** Everything in which an edition differs from the plan in force. Dates are as the edition would have them in this network. */
export function piecesOf(plan: Plan, view: View, edition: Programme): Piece[] {
  const ground: Ground = { plan, view, own: ownPlan(plan, view), edition, intervals: laidBeside(edition, plan) };
  return compareProgrammes(ground.own.programme, edition).flatMap((one) => {
    const real = withoutSameTimes(one, ground);
    if (!real) return [];
    const { triggers, whys } = adopting(real, ground);
    const title = titleOf(real, ground);
    return [{ ...real, ...(title && { title }), triggers, ...(whys.length > 0 && { why: together(whys) }) }];
  });
}

type Ground = { plan: Plan; view: View; own: Plan; edition: Programme; intervals: Plan["intervals"] };
type Adopting = { triggers: Asking[]; whys: Text[] };

const idIn = ({ piece }: Difference): [room: string, id: string] => {
  const dot = piece.indexOf(".");
  return dot < 0 ? [piece, ""] : [piece.slice(0, dot), piece.slice(dot + 1)];
};

function titleOf(one: Difference, { own, edition }: Ground): Text | undefined {
  const [room, id] = idIn(one);
  if (room !== "items" && room !== "phases" && room !== "tracks") return undefined;
  return [...edition[room], ...own.programme[room]].find((part) => part.id === id)?.title;
}

type Part = { when?: When; sessions?: Session[] };

/** The difference without times that are the network's own in other words; undefined where nothing else is left. */
function withoutSameTimes(one: Difference, ground: Ground): Difference | undefined {
  const [room, id] = idIn(one);
  if (one.kind !== "changed" || !["items", "phases", "tracks"].includes(room)) return one;
  const [before, after] = [one.before as Part, one.after as Part];
  const same = one.fields.filter((field) => {
    if (field === "when") return isSameWhen(before.when, after.when, id, ground);
    return field === "sessions" && sessionsOf(id, ground)?.every((session) => isSameSession(session)) === true;
  });
  const fields = one.fields.filter((field) => !same.includes(field));
  if (fields.length === 0) return undefined;
  const only = (part: object) => Object.fromEntries(Object.entries(part).filter(([field]) => fields.includes(field)));
  return { ...one, fields, before: only(before), after: only(after) };
}

function isSameWhen(own: When | undefined, edition: When | undefined, id: string, ground: Ground): boolean {
  const { plan, own: now, intervals } = ground;
  return own?.condition === edition?.condition && sameTime(intervals[id], plan.intervals[id], now.intervals[id]);
}

type BothSessions = {
  id: string;
  own: Session;
  edition: Session;
  now?: Interval;
  wanted?: Interval;
  isSameTime: boolean;
};

/** The sessions of an item in both; undefined where they are not the same ones. */
function sessionsOf(id: string, { plan, own, edition, intervals }: Ground): BothSessions[] | undefined {
  const [mine, theirs] = [own.programme, edition].map(({ items }) => items.find((item) => item.id === id)?.sessions);
  if (!mine || !theirs || mine.map((one) => one.id).join() !== theirs.map((one) => one.id).join()) return undefined;
  return mine.map((session, index) => {
    const part = (all: Plan["intervals"]) => all[id]?.sessions?.[session.id];
    const [now, wanted] = [part(own.intervals), part(intervals)];
    return {
      id: session.id,
      own: session,
      edition: theirs[index]!,
      ...(now && { now }),
      ...(wanted && { wanted }),
      isSameTime: sameTime(wanted, part(plan.intervals), now),
    };
  });
}

const isSameSession = ({ own, edition, isSameTime }: BothSessions): boolean =>
  isSameTime && own.place === edition.place && sameRest(own, edition);

const sameRest = (own: Session, edition: Session) =>
  own.region === edition.region && JSON.stringify(own.title) === JSON.stringify(edition.title);

function adopting(one: Difference, ground: Ground): Adopting {
  const [room, id] = idIn(one);
  if (room === "items") return adoptingItem(one, id, ground);
  if (room === "phases" && one.kind === "changed" && one.fields.includes("when")) return adoptingPhase(one, id, ground);
  return { triggers: [], whys: [whyNot.fixed()] };
}

function adoptingPhase({ fields }: Difference, phase: string, { intervals }: Ground): Adopting {
  const others = leftover(fields, ["when"]);
  const { from: first, to: last } = intervals[phase] ?? {};
  if (first === undefined || last === undefined) return { triggers: [], whys: [whyNot.undated(), ...others] };
  return { triggers: [{ type: "replanPhase", data: { phase, first, last } }], whys: others };
}

const leftover = (fields: string[], adopted: string[]): Text[] => {
  const left = fields.filter((field) => !adopted.includes(field));
  return left.length > 0 ? [whyNot.fields(left)] : [];
};

function adoptingItem(one: Difference, id: string, ground: Ground): Adopting {
  const { view, own, edition, intervals } = ground;
  const item = edition.items.find((other) => other.id === id);
  if (one.kind === "added") {
    if (view.items[id]) return { triggers: [], whys: [whyNot.cancelled()] };
    return addingOf(item!, intervals[id], own.programme);
  }
  const { kind } = own.programme.items.find((other) => other.id === id)!;
  const state = view.items[id]?.state;
  if (kind === "break" || kind === "note") return { triggers: [], whys: [whyNot.kind(kind)] };
  if (one.kind === "changed") return changing(one, item!, kind, ground);
  const mayGo = state === "planned" || (state === "pinned" && kind !== "decision");
  if (!mayGo) return { triggers: [], whys: [whyNot.over()] };
  return { triggers: [{ type: "cancelItem", data: { item: id } }], whys: [] };
}

function changing({ fields }: Difference, item: Item, kind: Item["kind"], ground: Ground): Adopting {
  if (kind === "decision") return { triggers: [], whys: [whyNot.kind(kind)] };
  const named: Asked[] = fields.includes("title")
    ? [{ asking: [{ type: "renameItem", data: { item: item.id, title: item.title } }] }]
    : [];
  const all = [...named, ...timesOf(fields, item, ground)];
  return {
    triggers: all.flatMap((one) => ("asking" in one ? one.asking : [])),
    whys: [
      ...all.flatMap((one) => ("why" in one ? [one.why] : [])),
      ...leftover(fields, ["title", "when", "place", "sessions"]),
    ],
  };
}

/** Its date and place, and those of each session. */
function timesOf(fields: string[], { id, place, sessions }: Item, ground: Ground): Asked[] {
  const { view, own, intervals } = ground;
  const state = view.items[id]?.state;
  const moved = fields.includes("place") && place !== undefined ? place : undefined;
  const gone: Asked[] = fields.includes("place") && place === undefined ? [{ why: whyNot.fields(["place"]) }] : [];
  if (fields.includes("when") && !sessions) return [...gone, redating({ item: id }, intervals[id], state, moved)];
  const placed = moved === undefined ? gone : [replacing({ item: id }, own.intervals[id], state, moved)];
  if (!fields.includes("sessions")) return placed;
  const both = sessionsOf(id, ground);
  if (!both) return [...placed, { why: whyNot.fields(["sessions"]) }];
  return [...placed, ...both.flatMap((session) => sessionAsked(id, session, state))];
}

function sessionAsked(item: string, session: BothSessions, state: View["items"][string]["state"] | undefined): Asked[] {
  const { id, own, edition, now, wanted, isSameTime } = session;
  const what = { item, session: id };
  const isMoved = own.place !== edition.place;
  const rest: Asked[] =
    sameRest(own, edition) && (!isMoved || edition.place !== undefined)
      ? []
      : [{ why: whyNot.fields([`sessions.${id}`]) }];
  if (!isSameTime) return [...rest, redating(what, wanted, state, isMoved ? edition.place : undefined)];
  return isMoved && edition.place !== undefined ? [...rest, replacing(what, now, state, edition.place)] : rest;
}
