// Votes as states of a statechart have them: who may cast and withdraw one, of a decision of the plan and of an idea alike.
import { and, assign } from "xstate";
import { reasonIn, record, type Scope } from "./actions.ts";
import { castFor, castIn, isFree, voterOf, withoutVote, type Votes } from "./votes.ts";

type Voting = { votes: Votes };

/** For `setup({ guards })`. */
export const votingGuards = {
  free: ({ context, event }: Scope<Voting>) => isFree(context.votes, castIn(event)),
  hasVoted: ({ context, event }: Scope<Voting>) => voterOf(castIn(event)) in context.votes,
};

/** For the `on` of the state in which it is decided: until the last needed vote is in each can be taken back. */
export const withdrawVote = {
  guard: and(["hasVoted", "free"]) as never,
  actions: [
    record<Voting>("decision.voteWithdrawn", ({ context, event }) => {
      const data = castFor(context.votes, castIn(event));
      return { ...reasonIn(event), ...(Object.keys(data).length > 0 && { data }) };
    }),
    assign(({ context, event }: Scope<Voting>) => ({ votes: withoutVote(context.votes, castIn(event)) })),
  ] as never,
};
