// How a network stands by its ledger alone, row for row: the view's own fold is not asked.
import type { Delivery, LedgerRow } from "../../machines/ledger.ts";
import type { Item, Person, Plan, Programme } from "../../programmes/types.ts";
import type { Given } from "./random-given.ts";

export type Idea = { state: string; round: number; adjusted: number };
export type Decision = { round: number; voters: string[]; rejections: number; reopened: number; isPut: boolean };

/**
 * `starts` and `votes`: by subject and decision; `declined` and `chosen`: by `item|person`; `breaks`: full ones, by id; `skipped`: by
 * subject, rule and instant; `rules`: changed ones, by `rule|item` and `rule|`.
 */
export type Walk = {
  programme: Programme;
  items: Map<string, Pick<Item, "id" | "kind" | "sessions" | "extent">>;
  deliveries: Map<number, string[]>;
  at: number;
  n: number;
  seq: number;
  ended: boolean;
  endedAt?: number;
  phases: Map<string, string>;
  loops: Map<string, { asked: number; adjusted: number }>;
  states: Map<string, string>;
  starts: Map<string, number | undefined>;
  people: Map<string, Pick<Person, "id" | "region">>;
  declined: Map<string, boolean>;
  chosen: Map<string, string>;
  delivered: Set<string>;
  ideas: Map<string, Idea>;
  decisions: Map<string, Decision>;
  tracks: Map<string, string>;
  sent: Set<string>;
  minutes: Set<string>;
  breaks: Map<string, [string, string]>;
  skipped: Set<string>;
  rules: Map<string, { off?: boolean; days?: number }>;
};

/** Before the first row. */
export function walkOf({ plan, people }: Given, deliveries: Delivery[]): Walk {
  const { programme } = plan;
  const bySeq = new Map<number, string[]>();
  for (const { seq, person } of deliveries) bySeq.set(seq, [...(bySeq.get(seq) ?? []), person]);
  return {
    programme,
    items: new Map(programme.items.map((item) => [item.id, item])),
    deliveries: bySeq,
    at: -Infinity,
    n: 0,
    seq: 0,
    ended: false,
    phases: new Map(programme.phases.map(({ id }) => [id, "waiting"])),
    loops: new Map(programme.phases.map(({ id }) => [id, { asked: 0, adjusted: 0 }])),
    states: new Map(),
    starts: new Map(),
    people: new Map(people.map((person) => [person.id, person])),
    declined: new Map(),
    chosen: new Map(),
    delivered: new Set(),
    ideas: new Map(),
    decisions: new Map(),
    tracks: new Map(),
    sent: new Set(),
    minutes: new Set(),
    breaks: new Map(fullBreaks(plan)),
    skipped: new Set(),
    rules: new Map(),
  };
}

const fullBreaks = ({ programme, intervals }: Plan): [string, [string, string]][] =>
  programme.items
    .filter(({ extent }) => extent === "full")
    .flatMap(({ id }) => {
      const { from, to } = intervals[id] ?? {};
      return from === undefined || to === undefined ? [] : [[id, [from, to]]];
    });

/** `item:E6/east` → `["E6", "item:E6"]`. */
export function partsOf(subject: string): { kind: string; id: string; session?: string } {
  const [, kind = subject, id = "", session] = /^(\w+):([^/]*)(?:\/(.*))?$/.exec(subject) ?? [];
  return { kind, id, ...(session !== undefined && kind === "item" && { session }) };
}

/** Goes one row on. */
export function stride(walk: Walk, row: LedgerRow): void {
  const { kind, data = {} } = row;
  walk.at = row.at;
  walk.seq = row.seq;
  walk.n = row.n ?? walk.n;
  if (kind === "network.ended") Object.assign(walk, { ended: true, endedAt: row.at });
  const [what] = kind.split(".");
  if (what === "phase") stridePhase(walk, row);
  if (what === "item" || kind === "meeting.held") strideItem(walk, row);
  if (what === "item") strideBreak(walk, row);
  if (kind === "minutes.recorded") walk.minutes.add(partsOf(row.subject).id);
  if (kind === "message.suppressed" && row.reason === "skipped")
    walk.skipped.add(`${row.subject}|${row.rule}|${row.planned}`);
  if (kind === "reminder.set") strideRule(walk, row);
  if (what === "person" || data["joined"] || data["left"]) stridePerson(walk, row);
  if (what === "idea") strideIdea(walk, row);
  if (what === "decision") strideDecision(walk, row);
  if (what === "track") walk.tracks.set(row.subject, kind);
  if (kind === "homework.delivered") walk.delivered.add(`${partsOf(row.subject).id}|${personIn(row)}`);
  if (kind !== "answer.given") return;
  const key = `${partsOf(row.subject).id}|${personIn(row)}`;
  walk.declined.set(key, data["answer"] === "declined");
  if (data["session"] !== undefined) walk.chosen.set(key, String(data["session"]));
}

const personIn = ({ data, by }: LedgerRow): string => String(data?.["person"] ?? by);

function stridePhase({ phases, loops }: Walk, { kind, subject, data }: LedgerRow): void {
  const { id } = partsOf(subject);
  if (kind === "phase.opened" || kind === "phase.reopened") phases.set(id, "open");
  if (kind === "phase.closed") phases.set(id, "closed");
  if (kind === "phase.reopened") loops.get(id)![data?.["byAdjust"] ? "adjusted" : "asked"] += 1;
}

const STATES: Partial<Record<LedgerRow["kind"], string>> = {
  "item.cancelled": "cancelled",
  "item.completed": "done",
  "meeting.held": "held",
};

function strideItem({ items, states, starts }: Walk, { kind, subject, data = {} }: LedgerRow): void {
  const { id } = partsOf(subject);
  if (kind === "item.added") items.set(id, data["item"] as unknown as Item);
  const state = STATES[kind];
  if (state !== undefined) states.set(id, state);
  if (kind === "item.drafted" || data["draft"]) states.set(id, "drafted");
  if (!["item.pinned", "item.moved", "item.tightened", "item.restored"].includes(kind)) return;
  if (!data["draft"]) states.delete(id);
  starts.set(subject, data["start"] as number | undefined);
}

/** A break has whole days, and is gone where it is cancelled. */
function strideBreak({ breaks, items }: Walk, { kind, subject, data = {} }: LedgerRow): void {
  const { id } = partsOf(subject);
  const item = items.get(id);
  if (item?.kind !== "break" || item.extent !== "full") return;
  const { when } = (data["item"] ?? {}) as { when?: { date?: string; days?: [string, string] } };
  const [first, last] = when?.days ?? [when?.date ?? data["first"], when?.date ?? data["last"]];
  if (kind === "item.cancelled") breaks.delete(id);
  else if (typeof first === "string" && typeof last === "string") breaks.set(id, [first, last]);
}

/** Of the whole network it takes the place of what was said of one item. */
function strideRule({ rules }: Walk, { subject, rule, data }: LedgerRow): void {
  const { kind, id } = partsOf(subject);
  if (kind === "network") for (const key of rules.keys()) if (key.startsWith(`${rule}|`)) rules.delete(key);
  rules.set(`${rule}|${kind === "network" ? "" : id}`, data ?? {});
}

function stridePerson({ people }: Walk, row: LedgerRow): void {
  const id = personIn(row);
  const isLeaving = row.kind === "person.left" || row.kind === "guest.uninvited";
  if (isLeaving) people.delete(id);
  const region = row.data?.["region"] ?? people.get(id)?.region;
  if (!isLeaving) people.set(id, { id, ...(region !== undefined && { region: String(region) }) });
}

function strideIdea({ ideas }: Walk, { kind, subject, data }: LedgerRow): void {
  if (kind === "idea.commented") return;
  const { id } = partsOf(subject);
  const { round = 0, adjusted = 0 } = ideas.get(id) ?? {};
  const state = kind.slice("idea.".length);
  ideas.set(id, {
    state,
    round: state === "testStarted" ? Number(data?.["round"]) : round,
    adjusted: adjusted + Number(state === "adjusted"),
  });
}

const ANSWERED: LedgerRow["kind"][] = [
  "decision.taken",
  "decision.rejected",
  "decision.reopened",
  "decision.withdrawn",
];

function strideDecision({ decisions }: Walk, { kind, subject, by = "", data }: LedgerRow): void {
  const { kind: what, id } = partsOf(subject);
  if (what !== "item") return;
  const { round = 0, voters = [], rejections = 0, reopened = 0, isPut = false } = decisions.get(id) ?? {};
  const next: Decision = { round, voters, rejections, reopened, isPut };
  if (kind === "decision.proposed") Object.assign(next, { round: Number(data?.["round"]), voters: [], isPut: true });
  if (kind === "decision.voted") next.voters = [...voters, by];
  if (kind === "decision.voteWithdrawn") next.voters = voters.filter((one) => one !== by);
  if (kind === "decision.rejected") Object.assign(next, { rejections: rejections + 1, voters: [] });
  if (kind === "decision.reopened") Object.assign(next, { reopened: reopened + 1, round: 0, voters: [] });
  if (kind === "decision.withdrawn") Object.assign(next, { round: round - 1, voters: [] });
  if (ANSWERED.includes(kind)) next.isPut = false;
  decisions.set(id, next);
}
