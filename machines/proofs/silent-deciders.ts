// What comes of it when nobody answers: a decision's reminders, to the people that the programme's sample gives each role.
import { localDate } from "../../programmes/calendar.ts";
import type { Person, Programme } from "../../programmes/types.ts";
import { nextDue } from "../engine/timers.ts";
import { emptyBook } from "../journal.ts";
import type { Told } from "../ledger.ts";
import { pass, type Ground } from "../network/network.ts";
import { recipientsOf } from "../recipients.ts";
import { disproved, proved, type Claim } from "./claims.ts";
import { pathTo, type Graph } from "./explore.ts";
import { nearest } from "./graph.ts";
import { withSupplies } from "./supply.ts";
import { WAIT, type Proof, type ProofStep } from "./types.ts";
import { replayed, type Call } from "./world.ts";
import type { View } from "../ledger.ts";

/** A decision that waits, as an actor of the network: when it is due, and the answers that would still take it. */
export type Pending = { actor: string; deadline: number | undefined; answers: (view: View) => Call[] };

/** Wherever a decision waits, somebody is told after its deadline, and it can be taken all the same. */
export function silenceClaim(graph: Graph, claim: Claim, pendingIn: (view: View) => Pending[]): Proof {
  const known = new Map<string, ProofStep | undefined>();
  const failing = (at: number): ProofStep | undefined => {
    const { network } = graph.configs[at]!;
    for (const pending of pendingIn(network.view)) {
      // What comes of silence is the decision's own: its reminders and its round.
      const key = JSON.stringify(network.state.actors[pending.actor]?.snap);
      if (!known.has(key)) known.set(key, afterSilence(graph, at, pending));
      if (known.get(key)) return known.get(key);
    }
    return undefined;
  };
  const at = nearest(
    graph,
    ({ expanded, network }, at) => expanded && !network.view.ended && failing(at) !== undefined,
  );
  return at === undefined ? proved(graph, claim) : disproved(claim, [...pathTo(graph, at), failing(at)!]);
}

/** Timers that are waited for; of a rule that comes again and again that is enough. */
const MOST_TIMERS = 200;

/** The wait after which nobody was reminded, or no answer was taken any more; undefined where all is well. */
function afterSilence(graph: Graph, at: number, { actor, deadline, answers }: Pending): ProofStep | undefined {
  const { telling } = graph.slice;
  let network = replayed(telling, pathTo(graph, at));
  let reminded = false;
  for (let count = 0; count < MOST_TIMERS && !reminded; count++) {
    const due = nextDue(network.state);
    if (!due) break;
    const moved = pass(telling.machines, network, due.dueAt);
    network = moved.network;
    reminded = moved.told.some((one) => isOverdue(one, actor, deadline) && reaches(telling, network.view, one));
  }
  const isOpen = answers(network.view).some((call) => withSupplies(telling, network, call) !== undefined);
  if (reminded && isOpen) return undefined;
  return { trigger: WAIT, at: localDate(network.state.now, telling.plan.programme.zone) };
}

const isOverdue = ({ do: how, entry }: Told, actor: string, deadline = 0) =>
  how === "notify" && entry.subject === actor && entry.at > deadline;

/** Whether a message comes to anybody. */
function reaches({ plan }: Ground, view: View, { entry: { to = [], subject } }: Told): boolean {
  const book = { ...emptyBook({ id: "", title: "" }, plan, sampleOf(plan.programme), 0), view };
  return recipientsOf(to, subject, book).length > 0;
}

const sampleOf = ({ roles }: Programme): Person[] =>
  roles
    .filter(({ sample, required }) => sample > 0 || required)
    .map(({ code }) => ({ id: code, name: code, email: code, language: "da", roles: [code] }));
