// The votes of a round of prioritisation that one person can cast, and what they cast: nobody else reads that.
import type { Person } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import { rolesFor } from "../trigger-types.ts";
import { CAST, castIn } from "./ballots.ts";
import type { Vote } from "./ranking.ts";

/** Whose vote it is. What it says stands there only where the person cast it themselves. */
export type OwnVote = { name: string; email: string; self: boolean; state: "missing" | "cast" | "abstained" } & Vote;

type Voter = Pick<Person, "id" | "name" | "email"> & { roles: readonly string[] };

/** Those of some voters who may vote. `id`: of the person who asks. */
export function ownVotes(
  ballot: string,
  { plan, contributions }: Pick<Book, "plan" | "contributions">,
  { id, voters }: { id: string; voters: readonly Voter[] },
): OwnVote[] {
  const allowed = rolesFor(plan.programme, "castBallot");
  const votes = castIn(ballot, contributions);
  return voters
    .filter(({ roles }) => roles.some((role) => allowed.includes(role)))
    .map((voter): OwnVote => {
      const vote = votes.get(voter.id);
      const state = vote ? "cast" : votes.has(voter.id) ? "abstained" : "missing";
      const last = contributions.findLast(
        ({ kind, item, person, data }) =>
          kind === CAST &&
          item === `ballot:${ballot}` &&
          person === voter.id &&
          (voter.id === id ? data["castBy"] === undefined : data["castBy"] === id),
      );
      const { name, email } = voter;
      return { name, email, self: voter.id === id, state, ...(last && vote && said(last.data as Vote)) };
    });
}

const said = ({ dots, scores, pairs }: Vote): Vote => ({
  ...(dots && { dots }),
  ...(scores && { scores }),
  ...(pairs && { pairs }),
});
