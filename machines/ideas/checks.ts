// What a network's own triggers about ideas and ballots ask of the ideas there are, beside the states of the one that takes them.
import type { Instant, Text } from "../../programmes/types.ts";
import type { Json } from "../engine/types.ts";
import type { View } from "../ledger.ts";
import type { BallotRules, BallotView, IdeaView } from "./types.ts";
import type { Trigger } from "../trigger.ts";
import { ideaRefusals as say } from "./refusals.ts";

/** Between fewer there is nothing to choose. */
export const FEWEST_IDEAS = 2;

type Asked = Pick<Trigger, "type" | "data">;

/** A ballot or an idea by its id; undefined where there is none, whatever the id says. */
export const ballotIn = ({ ballots = {} }: View, id: Json | undefined): BallotView | undefined =>
  Object.hasOwn(ballots, String(id)) ? ballots[String(id)] : undefined;
export const ideaIn = ({ ideas }: View, id: Json | undefined): IdeaView | undefined =>
  Object.hasOwn(ideas, String(id)) ? ideas[String(id)] : undefined;

/** Why the ideas or the ballot that a machine's trigger names will not do; undefined where they will, or where it names none. */
export function wrongOfIdeas(view: View, { type, data }: Asked): Text | undefined {
  if (type === "mergeIdeas") return wrongSources(view, data["ideas"] as string[]);
  if (type === "openBallot") return wrongBallot(view, data);
  if (type === "closeBallot" || type === "cancelBallot") return notOpen(view, data["ballot"]);
  const idea = ideaIn(view, data["idea"]);
  if (!idea) return undefined;
  const id = String(data["idea"]);
  if (idea.state === "merged") return say.merged(id, idea.into!);
  if (idea.state === "split") return say.wasSplit(id, idea.sources!);
  if (type !== "splitIdea") return undefined;
  if (!idea.sources) return say.noConcept(id);
  return idea.state === "captured" ? undefined : say.splitTooLate(id);
}

/** Why nobody can vote in a ballot, or close it. */
export function notOpen(view: View, id: Json | undefined): Text | undefined {
  const ballot = ballotIn(view, id);
  if (!ballot) return say.noBallot(String(id), Object.keys(view.ballots ?? {}));
  return ballot.state === "open" ? undefined : say.ballotOver(String(id), ballot.state);
}

/** The first of a list that stands in it twice. */
export const twiceIn = (ids: readonly string[]): string | undefined => ids.find((id, at) => ids.indexOf(id) !== at);

function wrongSources(view: View, ids: string[]): Text | undefined {
  const twice = twiceIn(ids);
  if (twice !== undefined) return say.twice(twice);
  const others = ids.filter((id) => ideaIn(view, id)?.state !== "captured");
  return others.length > 0 ? say.notCaptured(others) : undefined;
}

/** What belongs to one way of voting alone. */
const OF_METHOD: Record<string, BallotRules["method"]> = { dots: "dots", most: "dots", criteria: "scores" };

function wrongBallot(view: View, data: Asked["data"]): Text | undefined {
  const { method, ideas, dots, most, criteria, closes } = defaultsOf(view, data);
  if (data["id"] !== undefined && ballotIn(view, data["id"])) return say.ballotThere(String(data["id"]));
  const foreign = Object.keys(OF_METHOD).filter((field) => data[field] !== undefined && OF_METHOD[field] !== method);
  if (foreign.length > 0) return say.otherMethod(foreign, method);
  if (most !== undefined && most > dots!) return say.tooManyOnOne();
  const twice = twiceIn(criteria?.map(({ id }) => id) ?? []);
  if (twice !== undefined) return say.twice(twice);
  if (ideas.length < FEWEST_IDEAS) return say.tooFewIdeas();
  if (closes !== undefined && closes <= view.now) return say.closesEarlier();
  return wrongSources(view, ideas);
}

/** A trigger's data; of a ballot with all that it goes by, also where nothing was said of it. */
export function withDefaults(view: View, { type, data }: Asked): Asked["data"] {
  return type === "openBallot" ? { ...data, ...(defaultsOf(view, data) as { [key: string]: Json | undefined }) } : data;
}

const FIRST = 3;
const DOTS = 3;
const CRITERIA: NonNullable<BallotRules["criteria"]> = [
  { id: "value", title: { da: "værdi", en: "value" }, weight: 1 },
  { id: "feasibility", title: { da: "gennemførlighed", en: "feasibility" }, weight: 1 },
];

function defaultsOf(view: View, data: Asked["data"]): BallotRules & { id: string } {
  const method = data["method"] as BallotRules["method"];
  const captured = Object.keys(view.ideas).filter((id) => view.ideas[id]!.state === "captured");
  const ideas = (data["ideas"] as string[] | undefined) ?? captured;
  return {
    id: String(data["id"] ?? freeId(view)),
    method,
    ideas,
    first: Math.min(Number(data["first"] ?? FIRST), Math.max(ideas.length - 1, 1)),
    ...(method === "dots" && { dots: Number(data["dots"] ?? DOTS) }),
    ...(data["most"] !== undefined && { most: Number(data["most"]) }),
    ...(method === "scores" && { criteria: criteriaIn(data["criteria"]) ?? CRITERIA }),
    ...(data["secret"] === true && { secret: true as const }),
    ...(data["closes"] !== undefined && { closes: data["closes"] as Instant }),
  };
}

function criteriaIn(given: Json | undefined): BallotRules["criteria"] {
  return (given as { id: string; title: string | Text; weight?: number }[] | undefined)?.map(
    ({ id, title, weight = 1 }) => ({
      id,
      title: typeof title === "string" ? { da: title, en: title } : title,
      weight,
    }),
  );
}

function freeId(view: View): string {
  let number = 1;
  while (ballotIn(view, `b${number}`)) number += 1;
  return `b${number}`;
}
