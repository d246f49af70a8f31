// Who may do what about discoveries, themes, ideas and ballots, and what then stands: written down anew and small, without the machines.
import type { ScriptLine } from "../../machines/simulate.ts";

/** Fields of any of the triggers: each has those that it needs. */
type Data = {
  idea: string;
  ideas?: string[];
  ballot: string;
  order: string[];
  themes: string[];
  discoveries: string[];
  id: string;
  method: string;
  closes?: string;
};
type Idea = { state: "captured" | "shortlisted" | "merged" | "split"; sources?: string[]; into?: string };
type Ballot = {
  state: "open" | "closed" | "cancelled";
  method: string;
  ideas: string[];
  closes?: string;
  votes: Record<string, unknown>;
  overruled?: string[];
};

/** All that stands. Times are as scripts have them, which sort as they are. */
export type Model = {
  discoveries: number;
  themes: number;
  chosen: string[];
  comments: number;
  ideas: Record<string, Idea>;
  ballots: Record<string, Ballot>;
};

/** Before anything happened. */
export const nothing = (): Model => ({ discoveries: 0, themes: 0, chosen: [], comments: 0, ideas: {}, ballots: {} });

const LEADS = ["networkLead", "coDriver"];
const MAY: Record<string, string[] | "everyone"> = {
  addDiscovery: "everyone",
  addTheme: "everyone",
  chooseThemes: LEADS,
  addIdea: "everyone",
  commentIdea: "everyone",
  shortlist: LEADS,
  mergeIdeas: [...LEADS, "coreMember"],
  splitIdea: [...LEADS, "coreMember"],
  openBallot: LEADS,
  castBallot: [...LEADS, "coreMember", "participant", "referenceManager"],
  closeBallot: LEADS,
  cancelBallot: LEADS,
  overruleOrder: LEADS,
};

/** All triggers that the model knows. */
export const KNOWN = Object.keys(MAY);

/**
 * What a line comes to: nothing where it is taken, else the code of its refusal. What stands is changed in place. `by` is a role, `person`
 * who has it.
 */
export function step(model: Model, line: ScriptLine, person: string): "role" | "state" | undefined {
  const { at, by, trigger, data = {} } = line;
  pass(model, at);
  const may = MAY[trigger]!;
  if (may !== "everyone" && !may.includes(by)) return "role";
  return DO[trigger]!(model, data as unknown as Data, { at, person }) ? undefined : "state";
}

/** What the time brings up to a moment. */
export function pass({ ballots }: Model, until: string): void {
  for (const ballot of Object.values(ballots))
    if (ballot.state === "open" && ballot.closes !== undefined && ballot.closes <= until) ballot.state = "closed";
}

type Do = (model: Model, data: Data, line: { at: string; person: string }) => boolean;

const captured = ({ ideas }: Model, id: string) => ideas[id]?.state === "captured";
const differ = (ids: string[]) => new Set(ids).size === ids.length;
const isOpen = ({ ballots }: Model, id: string) => ballots[id]?.state === "open";
const end =
  (state: "closed" | "cancelled"): Do =>
  (model, { ballot }) => {
    if (!isOpen(model, ballot)) return false;
    model.ballots[ballot]!.state = state;
    return true;
  };

const DO: Record<string, Do> = {
  addDiscovery: (model) => (model.discoveries += 1) > 0,
  addTheme: (model, { discoveries }) => {
    const fits = discoveries.every((id) => Number(id.slice(1)) <= model.discoveries);
    model.themes += Number(fits);
    return fits;
  },
  chooseThemes: (model, { themes }) => {
    const fits = themes.every((id) => !id.startsWith("t") || Number(id.slice(1)) <= model.themes);
    if (fits) model.chosen = themes;
    return fits;
  },
  addIdea: (model) => {
    model.ideas[`i${Object.keys(model.ideas).length + 1}`] = { state: "captured" };
    return true;
  },
  commentIdea: (model, { idea }) => {
    const fits = idea in model.ideas;
    model.comments += Number(fits);
    return fits;
  },
  shortlist: (model, { idea }) => {
    if (!captured(model, idea)) return false;
    model.ideas[idea]!.state = "shortlisted";
    return true;
  },
  mergeIdeas: (model, { ideas }) => {
    const ids = ideas ?? [];
    if (!differ(ids) || !ids.every((id) => captured(model, id))) return false;
    const into = `i${Object.keys(model.ideas).length + 1}`;
    model.ideas[into] = { state: "captured", sources: ids };
    for (const id of ids) Object.assign(model.ideas[id]!, { state: "merged", into });
    return true;
  },
  splitIdea: (model, { idea }) => {
    const concept = model.ideas[idea];
    if (!captured(model, idea) || !concept?.sources) return false;
    concept.state = "split";
    for (const id of concept.sources) {
      model.ideas[id]!.state = "captured";
      delete model.ideas[id]!.into;
    }
    return true;
  },
  openBallot: (
    model,
    { id, method, ideas = Object.keys(model.ideas).filter((one) => captured(model, one)), closes },
    { at },
  ) => {
    const ids = ideas;
    const fits = ids.length > 1 && differ(ids) && ids.every((one) => captured(model, one));
    if (!fits || id in model.ballots || (closes !== undefined && closes <= at)) return false;
    model.ballots[id] = { state: "open", method, ideas: ids, votes: {}, ...(closes !== undefined && { closes }) };
    return true;
  },
  castBallot: (model, { ballot, ...vote }, { person }) => {
    if (!isOpen(model, ballot) || !isVote(model.ballots[ballot]!, vote)) return false;
    model.ballots[ballot]!.votes[person] = "abstain" in vote ? "abstain" : vote;
    return true;
  },
  closeBallot: end("closed"),
  cancelBallot: end("cancelled"),
  overruleOrder: (model, { ballot, order }) => {
    const found = model.ballots[ballot];
    const isWhole = [...order].sort().join() === [...(found?.ideas ?? [])].sort().join();
    if (found?.state !== "closed" || !isWhole) return false;
    found.overruled = order;
    return true;
  },
};

function isVote({ method, ideas }: Ballot, vote: { [key: string]: unknown }): boolean {
  if ("abstain" in vote) return true;
  if (!(method in vote)) return false;
  if (method === "pairs") {
    const [[one, other]] = vote["pairs"] as [[string, string]];
    return one !== other && ideas.includes(one) && ideas.includes(other);
  }
  const given = vote[method] as Record<string, number>;
  const total = Object.values(given).reduce((sum, dots) => sum + dots, 0);
  return Object.keys(given).every((id) => ideas.includes(id)) && (method !== "dots" || total <= 3);
}
