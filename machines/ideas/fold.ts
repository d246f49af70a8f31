// What becomes of an idea and of a round of prioritisation, as the ledger tells it.
import type { Instant } from "../../programmes/types.ts";
import type { Entry, LedgerRow, View } from "../ledger.ts";
import type { BallotRules, BallotView, IdeaView } from "./types.ts";

type Told = Entry | LedgerRow;

/** An idea as it is captured; a concept says what it is made of. */
export function capturedAs({ key = "", data }: Told): IdeaView {
  const sources = data?.["sources"] as string[] | undefined;
  return { state: "captured", round: 0, key, ...(sources && { sources }) };
}

const STATES: Record<string, IdeaView["state"]> = {
  "idea.shortlisted": "shortlisted",
  "idea.testStarted": "testing",
  "idea.resultRecorded": "deciding",
  "idea.testAbandoned": "deciding",
  "idea.approved": "approved",
  "idea.discarded": "discarded",
  "idea.followedUp": "approved",
  "idea.revived": "shortlisted",
  "idea.merged": "merged",
  "idea.released": "captured",
  "idea.split": "split",
};

/** An idea after something happened to it; undefined where that changes nothing of it. */
export function ideaAfter(idea: IdeaView, { kind, data, reason }: Told): IdeaView | undefined {
  const state = STATES[kind];
  if (!state && kind !== "idea.adjusted") return undefined;
  const { deadline: _, votes: __, castBy: ___, into: ____, reason: before, ...rest } = idea;
  const said = reason ?? (state === "testing" || state === "deciding" ? before : undefined);
  return {
    ...rest,
    state: state ?? idea.state,
    ...(said !== undefined && { reason: said }),
    ...(state === "merged" && { into: String(data?.["into"]) }),
    ...(state === "testing" && { round: Number(data?.["round"]) }),
    ...(kind === "idea.approved" && { follow: followIn(data) }),
    ...(kind === "idea.followedUp" && rest.follow && { follow: { ...rest.follow, done: true as const } }),
  };
}

function followIn(data: Told["data"]): NonNullable<IdeaView["follow"]> {
  const { for: _, ...follow } = (data ?? {}) as NonNullable<IdeaView["follow"]> & { for?: string };
  return follow;
}

/** The view after an entry about a ballot. */
export function afterBallot(view: View, id: string, entry: Told): View {
  const ballot = entry.kind === "ballot.opened" ? openedAs(entry) : afterEntry(view.ballots?.[id], entry);
  return ballot ? { ...view, ballots: { ...view.ballots, [id]: ballot } } : view;
}

/** When a network ends, what is still open is over without a result. */
export function withoutBallots({ ballots }: View, at: Instant): Pick<View, "ballots"> {
  if (!ballots) return {};
  const over = (ballot: BallotView): BallotView =>
    ballot.state === "open" ? { ...ballot, state: "cancelled", closedAt: at } : ballot;
  return { ballots: Object.fromEntries(Object.entries(ballots).map(([id, ballot]) => [id, over(ballot)])) };
}

const openedAs = ({ at, data }: Told): BallotView => ({
  ...(data as unknown as BallotRules),
  state: "open",
  openedAt: at,
});

function afterEntry(ballot: BallotView | undefined, entry: Told): BallotView | undefined {
  if (!ballot) return undefined;
  const { kind, at, by = "", reason = "", data } = entry;
  // What is over stays so, whatever its day brings.
  if (ballot.state !== "open" && kind !== "ballot.overruled") return undefined;
  const ended = { closedAt: at, ...(reason !== "" && { reason }) };
  if (kind === "ballot.closed") return { ...ballot, state: "closed", ...ended };
  if (kind === "ballot.cancelled") return { ...ballot, state: "cancelled", ...ended };
  if (kind !== "ballot.overruled") return undefined;
  return { ...ballot, overruled: { order: data?.["order"] as string[], reason, by, at } };
}
