// What must hold of every row of every ledger: each rule says what is wrong with a row, or nothing.
import type { LedgerRow } from "../../machines/ledger.ts";
import { changeOf, isReminder, REMINDING } from "./random-reminding.ts";
import { partsOf, type Walk } from "./random-walk.ts";

/** Asked before the row is taken into the walk. */
export type Rule = (walk: Walk, row: LedgerRow) => string | undefined;

const INVITATIONS = ["meeting-invitation", "meeting-moved", "meeting-cancelled"];

export const RULES: Rule[] = [
  ({ seq }, row) => (row.seq === seq + 1 ? undefined : `seq ${row.seq} comes after ${seq}`),
  ({ n }, row) => (row.n === undefined || row.n === n + 1 ? undefined : `n ${row.n} comes after ${n}`),
  ({ at }, row) => (row.at >= at ? undefined : "time goes back"),
  (_, { kind }) => (kind === "machine.fault" ? "a fault" : undefined),
  afterEnd,
  toldAtAll,
  phaseOpens,
  phaseCloses,
  onlyWhileItComes,
  onceEach,
  ...REMINDING,
  (walk, row) => eachTold(walk, row, leftBefore),
  (walk, row) => eachTold(walk, row, hasDeclined),
  (walk, row) => eachTold(walk, row, isOfAnother),
  (walk, row) => eachTold(walk, row, hasDone),
  ideaRound,
  decisionRound,
  trackStarts,
];

/** Bills and hours come late, but not later than 90 days and what is left of the day it ended on. */
function afterEnd({ endedAt }: Walk, { kind, at, role = "" }: LedgerRow): string | undefined {
  if (endedAt === undefined) return undefined;
  const isAccount =
    ["spending.recorded", "effort.recorded"].includes(kind) && at < endedAt + 91 * 86_400_000 + 3_600_000;
  return isAccount && role !== "" ? undefined : "it comes after the end";
}

function toldAtAll({ deliveries }: Walk, { seq, kind }: LedgerRow): string | undefined {
  const told = deliveries.get(seq) ?? [];
  if (kind !== "message.sent") return told.length > 0 ? `${kind} is mailed to somebody` : undefined;
  if (told.length === 0) return "a message went to nobody";
  return new Set(told).size < told.length ? "one message went twice to somebody" : undefined;
}

function phaseOpens({ phases, loops, programme, ideas }: Walk, { kind, subject, data }: LedgerRow): string | undefined {
  const { id } = partsOf(subject);
  if (kind === "phase.opened" && phases.get(id) !== "waiting") return `${id} was ${phases.get(id)} and opens`;
  if (kind !== "phase.reopened") return undefined;
  const { reopens, reopensOnAdjust } = programme.phases.find((phase) => phase.id === id)!;
  const { asked, adjusted } = loops.get(id)!;
  const adjustments = [...ideas.values()].reduce((sum, idea) => sum + idea.adjusted, 0);
  if (phases.get(id) !== "closed") return `${id} was ${phases.get(id)} and is opened again`;
  if (data?.["byAdjust"]) {
    return reopensOnAdjust && adjusted < adjustments ? undefined : `${id} is opened again by no adjusted idea`;
  }
  if (!reopens) return `${id} has no loop and is opened again`;
  if (phases.get(reopens.while) !== "open") return `${id} is opened again while ${reopens.while} is not open`;
  return asked < reopens.most ? undefined : `${id} is opened again more than ${reopens.most} times`;
}

function phaseCloses({ phases, programme }: Walk, { kind, subject, data }: LedgerRow): string | undefined {
  const { id } = partsOf(subject);
  if (kind !== "phase.closed" || phases.get(id) === "open") return undefined;
  const mayBeSkipped = programme.phases.find((phase) => phase.id === id)!.mayBeSkipped;
  const isSkipped = phases.get(id) === "waiting" && data?.["outcome"] === "notCarriedOut" && mayBeSkipped;
  return isSkipped ? undefined : `${id} was ${phases.get(id)} and is closed`;
}

function onlyWhileItComes(walk: Walk, row: LedgerRow): string | undefined {
  const { id } = partsOf(row.subject);
  const state = walk.states.get(id);
  const isAbout = isReminder(walk, row, "meeting") || ["meeting-invitation", "meeting-moved"].includes(row.rule ?? "");
  if (row.kind !== "message.sent" || !isAbout) return undefined;
  if (state !== undefined) return `«${row.rule}» of a meeting that is ${state}`;
  if (!isReminder(walk, row, "meeting")) return undefined;
  const start = walk.starts.get(row.subject);
  if (start === undefined) return `«${row.rule}» of a meeting without a date`;
  const isLater = (changeOf(walk, row)?.days ?? -1) > 0;
  return row.at < start || isLater ? undefined : `«${row.rule}» of a meeting that has begun`;
}

const ONCE = ["meeting", "minutes", "homework", "task", "undated", "phase", "followUp", "decision"] as const;

/** Item, session, date, rule, person. A rule that somebody has given other days is another one: it may come again. */
function onceEach(walk: Walk, row: LedgerRow): string | undefined {
  if (!ONCE.some((of) => isReminder(walk, row, of))) return undefined;
  for (const person of walk.deliveries.get(row.seq) ?? []) {
    const date = isReminder(walk, row, "meeting") ? walk.starts.get(row.subject) : row.planned;
    const key = [row.subject, date, row.rule, changeOf(walk, row)?.days, person].join("|");
    if (walk.sent.has(key)) return `«${row.rule}» of the same date once more to ${person}`;
    walk.sent.add(key);
  }
  return undefined;
}

function eachTold(
  walk: Walk,
  row: LedgerRow,
  wrong: (walk: Walk, row: LedgerRow, person: string) => string | undefined,
): string | undefined {
  if (row.kind !== "message.sent") return undefined;
  for (const person of walk.deliveries.get(row.seq) ?? []) {
    const why = wrong(walk, row, person);
    if (why !== undefined) return `«${row.rule}» to ${person}, who ${why}`;
  }
  return undefined;
}

/** Whoever leaves is told that the meetings are off for them, and nothing after that. */
function leftBefore(
  { people, items }: Walk,
  { subject, rule, to = [] }: LedgerRow,
  person: string,
): string | undefined {
  const isFarewell = rule === "meeting-cancelled" && to.includes(`person:${person}`) && items.has(partsOf(subject).id);
  return people.has(person) || isFarewell ? undefined : "has left";
}

const isOfMeeting = (walk: Walk, row: LedgerRow): boolean =>
  isReminder(walk, row, "meeting") || INVITATIONS.includes(row.rule ?? "");

function hasDeclined(walk: Walk, row: LedgerRow, person: string): string | undefined {
  const { id } = partsOf(row.subject);
  return isOfMeeting(walk, row) && walk.declined.get(`${id}|${person}`) ? "has declined" : undefined;
}

/** Of parallel sessions a person belongs to the one they chose, else to that of their region. */
function isOfAnother(walk: Walk, row: LedgerRow, person: string): string | undefined {
  const { id, session } = partsOf(row.subject);
  // A change of session tells of the one that is left, too.
  if (session === undefined || !isOfMeeting(walk, row) || row.rule === "meeting-cancelled") return undefined;
  const chosen = walk.chosen.get(`${id}|${person}`);
  if (chosen !== undefined) return chosen === session ? undefined : `has chosen ${chosen}`;
  const region = walk.people.get(person)?.region?.toLowerCase();
  const own = (walk.items.get(id)?.sessions ?? []).filter((one) =>
    [one.id.toLowerCase(), one.region?.toLowerCase()].includes(region ?? "–"),
  );
  return own.length === 0 || own.some((one) => one.id === session) ? undefined : `is from ${region}`;
}

/** Nobody is reminded of what they have done: voted, or delivered. */
function hasDone(walk: Walk, row: LedgerRow, person: string): string | undefined {
  const { id } = partsOf(row.subject);
  const only = (to: string) => row.to?.length === 1 && row.to[0] === to;
  if (only("undecided") && walk.decisions.get(id)?.voters.includes(person)) return "has voted";
  const hasTarget = walk.programme.items.find((item) => item.id === id)?.target !== undefined;
  return only("undelivered") && !hasTarget && walk.delivered.has(`${id}|${person}`) ? "has delivered" : undefined;
}

/** What an idea must have been for this to happen to it. */
const FROM: Record<string, string[]> = {
  shortlisted: ["captured", "released"],
  merged: ["captured", "released"],
  released: ["merged"],
  split: ["captured", "released"],
  testStarted: ["shortlisted", "revived", "adjusted"],
  resultRecorded: ["testStarted"],
  testAbandoned: ["testStarted"],
  approved: ["resultRecorded", "testAbandoned"],
  adjusted: ["resultRecorded", "testAbandoned"],
  discarded: ["resultRecorded", "testAbandoned"],
  revived: ["discarded"],
};

function ideaRound({ ideas, programme }: Walk, { kind, subject, data }: LedgerRow): string | undefined {
  if (!kind.startsWith("idea.") || kind === "idea.commented") return undefined;
  const { id } = partsOf(subject);
  const idea = ideas.get(id);
  const next = kind.slice("idea.".length);
  if (next === "captured") return idea ? `${id} is captured twice` : undefined;
  if (!idea || !FROM[next]?.includes(idea.state)) return `${id} was ${idea?.state} and is ${next}`;
  if (next === "adjusted" && idea.round >= programme.rounds) return `${id} is adjusted in its last round`;
  if (next !== "testStarted") return undefined;
  const round = Number(data?.["round"]);
  return round === idea.round + 1 && round <= programme.rounds ? undefined : `${id} begins round ${round}`;
}

function decisionRound({ decisions, programme }: Walk, { kind, subject, data }: LedgerRow): string | undefined {
  if (kind !== "decision.proposed") return undefined;
  const { id } = partsOf(subject);
  const round = Number(data?.["round"]);
  const { rounds } = programme.items.find((item) => item.id === id)!.decision!;
  const before = decisions.get(id)?.round ?? 0;
  return round === before + 1 && round <= rounds ? undefined : `${id} is put in round ${round}`;
}

function trackStarts({ tracks, programme }: Walk, { kind, subject, data }: LedgerRow): string | undefined {
  if (kind !== "track.started") return undefined;
  if (tracks.has(subject)) return `${subject} starts twice`;
  const { most } = programme.tracks.find(({ id }) => id === data?.["track"])!;
  const same = [...tracks.keys()].filter((id) => id.startsWith(`track:${String(data?.["track"])}:`));
  return same.length < most ? undefined : `there are more than ${most} tracks`;
}
