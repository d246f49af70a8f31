// One round of prioritisation: open until somebody closes or cancels it, or its day comes. What people vote stays in the store.
import { assign, setup, spawnChild } from "xstate";
import type { BallotRules } from "../ideas/types.ts";
import { AT, NEVER } from "../engine/types.ts";
import { effects, reasonIn, record, type Scope } from "./actions.ts";

/** The name that ballots are spawned under. */
export const BALLOT = "ballot";

const CLOSES = `${AT}closes`;

/** The machine of a ballot. It takes no votes: those count that were cast while it was open. */
export function ballotMachine() {
  const over = (kind: "ballot.closed" | "ballot.cancelled") =>
    record<BallotRules>(kind, ({ event }) => reasonIn(event));
  return setup({
    types: {} as { context: BallotRules; input: BallotRules; events: Scope<BallotRules>["event"] },
    actions: effects,
    delays: { [CLOSES]: ({ context }: { context: BallotRules }) => context.closes ?? NEVER },
  }).createMachine({
    context: ({ input }) => input,
    initial: "open",
    entry: record<BallotRules>("ballot.opened", ({ context }) => ({ data: { ...context } })) as never,
    states: {
      open: {
        after: { [CLOSES]: { target: "closed", actions: record<BallotRules>("ballot.closed") as never } },
        on: {
          closeBallot: { target: "closed", actions: over("ballot.closed") as never },
          cancelBallot: { target: "cancelled", actions: over("ballot.cancelled") as never },
        },
      },
      closed: {},
      cancelled: {},
    },
  });
}

const idOf = ({ event }: Pick<Scope<unknown>, "event">) => `ballot:${event["id"]}`;

const ballotSpawned = spawnChild(BALLOT, {
  id: idOf,
  input: ({ event: { method, ideas, first, dots, most, criteria, secret, closes } }: Scope<unknown>) =>
    Object.fromEntries(
      Object.entries({ method, ideas, first, dots, most, criteria, secret, closes }).filter(
        ([, value]) => value !== undefined,
      ),
    ),
} as never);

/** What the network does to open a ballot: its event has all that the ballot goes by. `ballots`: the ids of all there have been. */
export const ballotOpened = [
  ballotSpawned,
  assign(({ context: { ballots = [] }, event }: Scope<{ ballots?: string[] }>) => ({
    ballots: [...new Set([...ballots, idOf({ event })])],
  })),
];
