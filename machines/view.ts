// The view is the fold of a ledger: the one way to know how a network stands, in the workflow, in simulate and in the store.
import type { DecisionView } from "./decision-view.ts";
import type { Instant, Item, Plan, Session, Text, When } from "../programmes/types.ts";
import { afterBallot, capturedAs, ideaAfter, withoutBallots } from "./ideas/fold.ts";
import type { IdeaView } from "./ideas/types.ts";
import type {
  DatesView,
  Entry,
  ItemView,
  LedgerRow,
  MinutesView,
  PhaseView,
  PlannedMessage,
  TrackView,
  View,
} from "./ledger.ts";
import { isRunning, POLL, pollsAfter } from "./poll/standing.ts";
import { signUpsAfter } from "./signup/standing.ts";

/** The view of a network before anything happened. */
export function initialView(plan: Plan, now: Instant): View {
  const { phases, items } = plan.programme;
  return {
    now,
    phases: Object.fromEntries(phases.map(({ id }) => [id, { state: "waiting", reopened: 0 }])),
    items: Object.fromEntries(items.map(({ id, kind }) => [id, { kind, state: "planned" }])),
    ideas: {},
    tracks: {},
    planned: {},
  };
}

/** The view after some entries. The view given is not changed; what did not change is shared. */
export function fold(view: View, entries: Told[]): View {
  let folded = view;
  for (let i = 0; i < entries.length;) {
    const messages = messagesFrom(entries, i);
    folded = messages.length > 0 ? afterMessages(folded, messages) : after(folded, entries[i]!);
    i += Math.max(1, messages.length);
    folded = { ...folded, now: Math.max(folded.now, entries[i - 1]!.at) };
  }
  return folded;
}

/** The messages that follow each other from there on: what is planned to be said is copied once for all of them. */
function messagesFrom(entries: Told[], start: number): Told[] {
  let end = start;
  while (end < entries.length && isMessage(entries[end]!)) end += 1;
  return entries.slice(start, end);
}

/** Whether an entry tells of a message: what it changes is only what is still to be said. */
export const isMessage = ({ kind }: Pick<Entry, "kind">): boolean => kind.startsWith("message.");

/** `phase:design` → `["phase", "design"]`, `item:E6/east` → `["item", "E6", "east"]`, `network` → `["network", ""]`. */
export function partsOf(subject: string): [kind: string, id: string, session?: string] {
  const colon = subject.indexOf(":");
  if (colon < 0) return [subject, ""];
  const [kind, rest] = [subject.slice(0, colon), subject.slice(colon + 1)];
  const slash = kind === "item" ? rest.indexOf("/") : -1;
  return slash < 0 ? [kind, rest] : [kind, rest.slice(0, slash), rest.slice(slash + 1)];
}

type Told = Entry | LedgerRow;

function after(view: View, entry: Told): View {
  const [what, id, session] = partsOf(entry.subject);
  if (entry.kind === "idea.captured") return withIdea(view, id, capturedAs(entry));
  if (entry.kind === "network.ended") return afterEnd(view, entry);
  if (entry.kind === "network.created" || entry.kind === "machine.migrated")
    return { ...view, machine: String(entry.data?.["machine"]) };
  if (entry.kind === "reminder.set") return withoutRule(view, entry);
  if (what === POLL) return { ...afterPoll(view, id, entry) };
  if (entry.kind.startsWith("signUp.")) return { ...view, signUps: signUpsAfter(view.signUps, id, entry) };
  const phase = view.phases[id];
  if (what === "phase" && phase) return withPhase(view, id, afterPhase(phase, entry), entry);
  if (entry.kind === "item.added") {
    const { item: added, owner } = entry.data as unknown as { item: Item; owner?: string };
    const owned = owner === undefined ? {} : { owner };
    const item: ItemView = {
      kind: added.kind,
      state: "planned",
      added,
      ...owned,
      ...daysOf(added.when),
      ...(view.ended && { afterEnd: true }),
    };
    return { ...view, items: { ...view.items, [id]: item } };
  }
  const item = view.items[id];
  if (what === "item" && item) return withItem(view, id, afterItem(item, entry, session), entry);
  if (what === "track") return { ...view, tracks: { ...view.tracks, [id]: afterTrack(view.tracks[id], entry) } };
  if (what === "ballot") return afterBallot(view, id, entry);
  const idea = view.ideas[id];
  if (what === "idea" && idea) return afterIdea(view, id, idea, entry);
  return view;
}

/** A poll that is over reminds nobody. */
function afterPoll(view: View, id: string, entry: Told): View {
  const polls = pollsAfter(view.polls, id, entry);
  return { ...view, polls, ...(!isRunning(polls[id]) && { planned: without(view, entry.subject) }) };
}

/** What was planned to be said by a rule lapses when the rule is another; what will be said by it is planned anew after that. */
function withoutRule(view: View, { subject, rule }: Told): View {
  const [what, id] = partsOf(subject);
  const isOf = (message: PlannedMessage) =>
    message.rule === rule && (what !== "item" || partsOf(message.subject)[1] === id);
  const planned = Object.entries(view.planned).filter(([, message]) => !isOf(message));
  return { ...view, planned: Object.fromEntries(planned) };
}

/** A phase that is over, or has other dates, needs no more of what was to be said of it. */
function withPhase(view: View, id: string, phase: PhaseView, entry: Told): View {
  const lapses = entry.kind === "phase.closed" || entry.kind === "phase.replanned";
  return {
    ...view,
    phases: { ...view.phases, [id]: phase },
    ...(lapses && { planned: without(view, entry.subject) }),
  };
}

/** The end closes what is open and lets lapse what was still to be said. */
function afterEnd(view: View, entry: Told): View {
  const close = (phase: PhaseView): PhaseView =>
    phase.state === "open" ? { ...phase, state: "closed", closedAt: entry.at } : phase;
  const phases = Object.fromEntries(Object.entries(view.phases).map(([id, phase]) => [id, close(phase)]));
  const planned = Object.fromEntries(Object.entries(view.planned).filter(([, { subject }]) => goesOn(view, subject)));
  return { ...view, ...withoutBallots(view, entry.at), phases, planned, ended: endingOf(entry) };
}

/** Whether something about a subject is still to be done after the network has ended: the next step with an idea, or what was agreed at the end. */
export function goesOn(view: View, subject: string): boolean {
  const [what, id] = partsOf(subject);
  const follow = what === "idea" ? view.ideas[id]?.follow : undefined;
  return (follow !== undefined && !follow.done) || (what === "item" && view.items[id]?.afterEnd === true);
}

function afterPhase(phase: PhaseView, { kind, at, data }: Told): PhaseView {
  if (kind === "phase.replanned") {
    const { before: _, ...replanned } = data as NonNullable<PhaseView["replanned"]> & { before?: object };
    return { ...phase, replanned };
  }
  if (kind === "phase.due") return { ...phase, due: true };
  if (kind === "phase.opened") return { ...phase, state: "open", openedAt: at };
  if (kind === "phase.closed") return { ...phase, state: "closed", closedAt: at };
  if (kind !== "phase.reopened") return phase;
  const { closedAt: _, ...rest } = phase;
  // Only openings that somebody asked for count towards the bound; an adjusted idea is bounded by its own rounds.
  return { ...rest, state: "open", reopened: phase.reopened + (data?.["byAdjust"] ? 0 : 1) };
}

function daysOf(when: When): DatesView {
  if ("date" in when) return { first: when.date, last: when.date };
  return "days" in when ? { first: when.days[0], last: when.days[1] } : {};
}

const OF_MINUTES = ["minutes.recorded", "minutes.approved"];
/** A vote, another name and minutes change nothing of what is still to be said. */
const KEEPS_PLANNED = ["decision.voted", "decision.voteWithdrawn", "item.renamed", "item.audience", ...OF_MINUTES];

/** What a subject's entry changes about it makes what was planned to be said lapse; what is still to be said is planned anew after it. */
function withItem(view: View, id: string, item: ItemView | undefined, entry: Told): View {
  if (!item) return view;
  const planned = KEEPS_PLANNED.includes(entry.kind) ? view.planned : without(view, entry.subject);
  return { ...view, items: { ...view.items, [id]: item }, planned };
}

function afterItem(item: ItemView, entry: Told, session: string | undefined): ItemView | undefined {
  if (entry.kind.startsWith("decision.")) return afterDecision(item, entry);
  if (entry.kind === "item.completed") return { ...item, state: "done" };
  if (entry.kind === "item.audience") return { ...item, audience: entry.data?.["audience"] as string[] };
  if (entry.kind === "item.split") return afterSplit(item, entry.data?.["sessions"] as unknown as Session[]);
  if (entry.kind === "item.cancelled") return { ...item, state: "cancelled" };
  if (entry.kind === "meeting.held") return { ...item, state: "held" };
  if (entry.kind === "item.renamed") return { ...item, title: entry.data?.["title"] as Text };
  if (OF_MINUTES.includes(entry.kind)) return { ...item, minutes: minutesAfter(item.minutes, entry) };
  if (!REDATED.includes(entry.kind)) return undefined;
  const { follows: _, before: __, draft, ...dates } = (entry.data ?? {}) as DatesView & Said;
  const was = entry.kind === "item.restored" ? "planned" : item.state;
  const state = dates.start === undefined ? was : draft ? "drafted" : "pinned";
  const { sessions } = item;
  const same = sameOf(item);
  if (session === undefined) return { ...same, ...dates, state };
  return { ...same, state, sessions: { ...sessions, [session]: dates } };
}

/** What a date says of itself: whom it follows, what it was before, and whether nobody is told of it. */
type Said = { follows?: string; before?: object; draft?: true };

/** What another date leaves as it is. */
function sameOf({ kind, title, added, owner, afterEnd, audience, split, minutes }: ItemView) {
  return {
    kind,
    ...(title && { title }),
    ...(added && { added }),
    ...(owner !== undefined && { owner }),
    ...(afterEnd && { afterEnd }),
    ...(audience && { audience }),
    ...(split && { split }),
    ...(minutes && { minutes }),
  };
}

function minutesAfter(minutes: MinutesView | undefined, { kind, key = "", at, by }: Told): MinutesView {
  const done = { at, ...(by !== undefined && { by }) };
  return kind === "minutes.approved" && minutes ? { ...minutes, approved: done } : { key, ...done };
}

/** Each of the sessions gets its date after that, if it has one. */
function afterSplit(item: ItemView, split: Session[]): ItemView {
  const sessions = Object.fromEntries(split.map(({ id }) => [id, {}]));
  return { ...sameOf(item), state: "planned", split, sessions };
}

const REDATED = ["item.drafted", "item.pinned", "item.moved", "item.tightened", "item.restored"];

function afterDecision(item: ItemView, entry: Told): ItemView | undefined {
  const { kind, by = "", data, reason } = entry;
  const { round = 0, votes = {}, castBy = {}, ...rest } = item.decision ?? {};
  const as = (state: ItemView["state"], decision: DecisionView): ItemView => ({ ...item, state, decision });
  if (kind === "decision.proposed")
    return as("proposed", { votes: {}, ...(data as { round: number; deadline: Instant }) });
  const voter = String(data?.["for"] ?? by);
  if (isVote(kind)) return as("proposed", { ...rest, round, ...votesAfter({ votes, castBy }, entry) });
  if (kind === "decision.withdrawn" || kind === "decision.reopened") return as("planned", { round, votes: {} });
  const { outcome, choices } = data as { outcome: string; choices?: string[] };
  const said = { outcome, ...(choices && { choices }), ...(reason !== undefined && { reason }) };
  const decision = { round, votes: { ...votes, [voter]: outcome }, ...said };
  return kind === "decision.taken" ? as("decided", decision) : as("planned", { ...decision, votes: {} });
}

const isVote = (kind: string) => kind === "decision.voted" || kind === "decision.voteWithdrawn";

type Cast = { votes: Record<string, string>; castBy?: Record<string, string> };

/** Who has voted what, after a vote or one that was withdrawn. */
function votesAfter({ votes, castBy = {} }: Cast, { kind, by = "", data }: Pick<Told, "kind" | "by" | "data">): Cast {
  const voter = String(data?.["for"] ?? by);
  const others = omit(castBy, voter);
  const cast = voter === by || kind === "decision.voteWithdrawn" ? others : { ...others, [voter]: by };
  const left = kind === "decision.voted" ? { ...votes, [voter]: String(data?.["outcome"]) } : omit(votes, voter);
  return { votes: left, ...(Object.keys(cast).length > 0 && { castBy: cast }) };
}

function afterTrack(track: TrackView | undefined, { kind, data }: Told): TrackView {
  const { track: id, organisation, step } = (data ?? {}) as Record<string, string>;
  if (!track) return { track: id ?? "", organisation: organisation ?? "", state: "running", done: [] };
  if (kind === "track.ended") return { ...track, state: "ended" };
  return kind === "track.stepDone" && step !== undefined ? { ...track, done: [...track.done, step] } : track;
}

const omit = (votes: Record<string, string>, person: string) =>
  Object.fromEntries(Object.entries(votes).filter(([id]) => id !== person));

function afterIdea(view: View, id: string, idea: IdeaView, entry: Told): View {
  const { kind, data } = entry;
  if (kind === "decision.requested") return withIdea(view, id, { ...idea, deadline: Number(data?.["deadline"]) });
  if (isVote(kind)) {
    const { votes = {}, castBy, ...same } = idea;
    return withIdea(view, id, { ...same, ...votesAfter({ votes, ...(castBy && { castBy }) }, entry) });
  }
  const next = ideaAfter(idea, entry);
  return next ? { ...withIdea(view, id, next), planned: without(view, entry.subject) } : view;
}

function afterMessages(view: View, messages: Told[]): View {
  const left = { ...view.planned };
  for (const { kind, subject, rule, planned, to, data } of messages) {
    // What became of a mail says nothing of the messages that are still to go.
    if (data?.["seq"] !== undefined) continue;
    const key = `${subject}|${rule}`;
    if (kind === "message.planned" && rule !== undefined && planned !== undefined)
      left[key] = { subject, rule, at: planned, to: to ?? [] };
    else delete left[key];
  }
  return { ...view, planned: left };
}

const withIdea = (view: View, id: string, idea: IdeaView): View => ({ ...view, ideas: { ...view.ideas, [id]: idea } });

/** What is planned to be said, but about the subject and its sessions. */
const without = (view: View, subject: string): View["planned"] =>
  Object.fromEntries(
    Object.entries(view.planned).filter(
      ([, message]) => message.subject !== subject && !message.subject.startsWith(`${subject}/`),
    ),
  );

const endingOf = ({ at, data, reason }: Told) => ({
  at,
  outcome: String(data?.["outcome"]),
  ...(reason !== undefined && { reason }),
});
