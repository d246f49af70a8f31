// A network between two steps, and the three things that can happen to it: it begins, time passes, a trigger comes.
import type { Instant, Plan, Programme, Text } from "../../programmes/types.ts";
import { unmetOf } from "../criteria.ts";
import { init, step } from "../engine/step.ts";
import { advance } from "../engine/timers.ts";
import { ROOT, type Effect, type Machines, type State, type Step } from "../engine/types.ts";
import { can } from "../engine/xstate.ts";
import { askedFacts } from "../facts.ts";
import { withDefaults, wrongOfIdeas } from "../ideas/checks.ts";
import type { Cause, Entry, Told, View } from "../ledger.ts";
import { doesOwn, minutesRefusal } from "../meetings/refuse.ts";
import { noMessage, noRule, refusals, stateRefusal } from "../refusals.ts";
import { pollRefusal } from "../poll/standing.ts";
import { signUpRefusal } from "../signup/standing.ts";
import type { RefusalCode, Result, Trigger, Unmet } from "../trigger.ts";
import { rolesFor, triggerOf } from "../trigger-types.ts";
import type { MachineTrigger } from "../triggers/make.ts";
import { fold, initialView } from "../view.ts";
import { addressed } from "./shown.ts";

/** The machines' state, the number of its last entry, and the fold of all of them. JSON throughout. */
export type Network = { state: State; n: number; view: View };
export type Moved = { network: Network; told: Told[] };

/** What a network runs on: its plan, and the machines that its version makes of it. */
export type Ground = { plan: Plan; machines: Machines };

/** A new network at `now`, with what its start leads to. */
export function begin({ plan, machines }: Ground, now: Instant, cause: Cause): Moved {
  const started = init(machines, { at: now }, now);
  const { network, told } = moved({ state: started.state, n: 0, view: initialView(plan, now) }, started);
  return settled(machines, {
    network,
    told: told.map((one) => (one.entry.kind === BEGINNING ? caused(one, cause) : one)),
  });
}

/** What somebody did by beginning it; what follows from the programme by itself is nobody's doing. */
const BEGINNING = "network.created";
const caused = ({ do: does, entry }: Told, cause: Cause): Told => ({ do: does, entry: { ...entry, ...cause } });

/** Applies all that is due up to and including `until`, each at its own instant. */
export function pass(machines: Machines, network: Network, until: Instant): Moved {
  return moved(network, advance(machines, network.state, until));
}

/** One trigger: what was due comes first. A refusal leaves the network as it was after that. */
export function apply(
  { plan, machines }: Ground,
  before: Network,
  trigger: Trigger,
  now: Instant,
): Moved & { result: Result } {
  const { network, told } = pass(machines, before, now);
  const kind = triggerOf(trigger.type);
  const asked = kind?.by === "machine" ? eventOf(plan.programme, network, kind, trigger) : undefined;
  const refusal = refuse(plan, machines, network, trigger, asked);
  if (refusal || !asked) return { network, told, result: { key: trigger.key, ok: false, ...refusal! } };
  const { event, to } = asked;
  const cause = { key: trigger.key, by: trigger.by, role: trigger.role };
  try {
    const stepped = step(machines, network.state, to, event, network.state.now);
    const next = settled(machines, moved(network, stepped, cause));
    const entries = next.told.map(({ entry }) => entry);
    const result: Result = { key: trigger.key, ok: true, n: next.network.n, entries };
    return { network: next.network, told: [...told, ...next.told], result };
  } catch (error) {
    const { now: at } = network.state;
    const fault: Effect = { do: "fault", at, actor: to, message: (error as Error).message };
    const faulted = moved(network, { state: network.state, effects: [fault] }, cause);
    const result: Result = { key: trigger.key, ok: false, code: "fault", why: refusals.fault(), unmet: [] };
    return { network: faulted.network, told: [...told, ...faulted.told], result };
  }
}

/** A network whose state has become that of another version: the ledger says so. */
export function migrated(
  machines: Machines,
  network: Network,
  { from, to, key, by }: { from: string; to: string; key: string; by: string },
): Moved {
  const { state } = network;
  const params = { kind: "machine.migrated", subject: ROOT, data: { from, machine: to } };
  const effect: Effect = { do: "act", at: state.now, actor: ROOT, type: "record", params };
  return settled(machines, moved(network, { state, effects: [effect] }, { key, by, role: "" }));
}

export const hasEnded = ({ state }: Network): boolean =>
  (state.actors[ROOT]!.snap as { status: string }).status !== "active";

type Why = { code: RefusalCode; why: Text; unmet: Unmet[] };

function refuse(
  plan: Plan,
  machines: Machines,
  network: Network,
  trigger: Trigger,
  asked: Asked | undefined,
): Why | undefined {
  const { programme } = plan;
  const { type, role, data } = trigger;
  const no = (code: RefusalCode, why: Text, unmet: Unmet[] = []): Why => ({ code, why, unmet });
  const kind = triggerOf(type);
  if (kind?.by !== "machine" || !asked) return no("shape", refusals.unknown(type));
  if (hasEnded(network)) return no("ended", refusals.ended());
  const allowed = rolesFor(programme, type, data);
  if (!allowed.includes(role) && !doesOwn(network.view, trigger)) return no("role", refusals.role(type, role, allowed));
  const wrong = ["addItem", "setAudience"].includes(type)
    ? unknownPart(programme, data)
    : wrongOfIdeas(network.view, trigger);
  if (wrong) return no("state", wrong);
  const asking = { ...trigger, at: network.state.now };
  const shut = signUpRefusal(programme, network.view, asking) ?? pollRefusal(programme, network.view, asking);
  if (shut) return no("state", shut);
  const { event, to } = asked;
  if (!network.state.actors[to])
    return network.view.ended ? no("ended", refusals.ended()) : no("state", refusals.absent(to));
  if (can({ machines, state: network.state, key: to }, event)) return undefined;
  if (network.view.ended) return no("ended", refusals.ended());
  const unsaid = unsaidRefusal(programme, network, trigger) ?? minutesRefusal(network.view, trigger);
  if (unsaid) return no("state", unsaid);
  const criteria = kind.criteria?.(programme, data, network.view) ?? [];
  const unmet = unmetOf(criteria, event.facts, programme.parameters);
  const wrongState = !wouldTake(machines, network, asked);
  if (unmet.length === 0 || wrongState) {
    const phase = to === ROOT && data["phase"] !== undefined ? String(data["phase"]) : undefined;
    return no("state", stateRefusal(programme, network.view, type, kind.to(data), phase), unmet);
  }
  return no("criteria", refusals.missing(programme.gates === "advisory"), unmet);
}

/** Triggers about messages and rules, and votes of substitutes, are refused in words of their own. */
function unsaidRefusal(programme: Programme, { view }: Network, { type, data, for: whom }: Trigger): Text | undefined {
  const { rule, item, session, idea, phase } = data;
  const { votes = {}, castBy = {} } =
    (idea === undefined ? view.items[String(item)]?.decision : view.ideas[String(idea)]) ?? {};
  const isOfVotes = type === "decide" || type === "withdrawVote";
  if (isOfVotes && whom !== undefined && whom in votes && !(whom in castBy)) return refusals.votedThemselves();
  if (type === "setReminder") return noRule(programme, String(rule));
  if (type !== "skipMessage" && type !== "sendMessage") return undefined;
  const [what, id] = phase !== undefined ? ["phase", phase] : idea !== undefined ? ["idea", idea] : ["item", item];
  return noMessage(view, `${what}:${String(id)}${session === undefined ? "" : `/${String(session)}`}`, String(rule));
}

/** What is added to a plan names roles and phases that there are. */
function unknownPart(
  { roles, phases }: Programme,
  { audience = [], phases: named = [] }: Trigger["data"],
): Text | undefined {
  const [codes, ids] = [roles.map(({ code }) => code), phases.map(({ id }) => id)];
  const role = (audience as string[]).find((code) => !codes.includes(code));
  const phase = (named as string[]).find((id) => !ids.includes(id));
  if (role !== undefined) return refusals.noPart("role", role, codes);
  return phase === undefined ? undefined : refusals.noPart("phase", phase, ids);
}

/** Whether the actor would take the trigger if every criterion held: tells "not yet" from "not here". */
function wouldTake(machines: Machines, network: Network, { event, to }: Asked): boolean {
  return can({ machines, state: network.state, key: to }, { ...event, assumeMet: true });
}

/** The actor that takes a trigger, and the event it gets. */
type Asked = ReturnType<typeof eventOf>;

function eventOf(programme: Programme, network: Network, kind: MachineTrigger, trigger: Trigger) {
  const facts = askedFacts(programme, network.view, trigger.facts ?? {});
  const { role } = trigger;
  const data = withDefaults(network.view, trigger);
  // What the network says comes last, so that data cannot stand in for it.
  const event = {
    ...data,
    type: kind.event(data),
    at: network.state.now,
    by: trigger.by,
    for: trigger.for,
    role,
    facts,
    assumeMet: false,
  };
  return addressed(network.view, kind.to(data), event);
}

/** What a timer armed with an instant that had passed: it applies at once, without the cause that armed it. */
function settled(machines: Machines, { network, told }: Moved): Moved {
  const next = moved(network, advance(machines, network.state, network.state.now));
  return { network: next.network, told: [...told, ...next.told] };
}

/** The network after a step: what its machines asked to record or to tell becomes entries, numbered and folded. */
function moved(before: Network, { state, effects }: Step, cause?: Cause): Moved {
  let { n } = before;
  const told = effects.flatMap((effect): Told[] => {
    const words = wordsOf(effect);
    if (!words) return [];
    n += 1;
    return [{ do: words.do, entry: { n, at: effect.at, ...cause, ...words.entry } }];
  });
  const view = fold(
    before.view,
    told.map(({ entry }) => entry),
  );
  return { network: { state, n, view: { ...view, now: state.now } }, told };
}

function wordsOf(effect: Effect): { do: Told["do"]; entry: Omit<Entry, "n" | "at"> } | undefined {
  if (effect.do === "fault") {
    return { do: "record", entry: { kind: "machine.fault", subject: effect.actor, reason: effect.message } };
  }
  if (effect.do !== "act") return undefined;
  if (effect.type !== "record" && effect.type !== "notify") throw new Error(`nobody carries out «${effect.type}»`);
  const words = effect.params as unknown as Omit<Entry, "n" | "at">;
  return { do: effect.type, entry: { ...words, subject: words.subject ?? effect.actor } };
}
