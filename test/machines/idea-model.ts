// What becomes of ideas, written anew from the domain alone: who may do what with them, and what it comes to. The machine is held to it.
import type { IdeaDecision } from "../../programmes/types.ts";
import type { ScriptLine } from "../../machines/simulate.ts";

export type ModelIdea = {
  state: "captured" | "shortlisted" | "testing" | "deciding" | "approved" | "discarded";
  round: number;
  /** What is agreed of its test. */
  agreed: Set<string>;
  votes: Map<string, string>;
  proposer?: string;
  followedUp?: true;
};
export type Model = {
  rules: IdeaDecision & { rounds: number };
  /** Roles of everybody by e-mail. */
  people: Map<string, string[]>;
  ideas: Map<string, ModelIdea>;
};

const FIELDS = ["unit", "host", "leads", "what", "how"];
const LEADS = ["networkLead", "coDriver"];
const MAY: Record<string, string[]> = {
  shortlist: LEADS,
  planTest: [...LEADS, "testHost", "testLead"],
  backTest: ["referenceManager"],
  startTest: LEADS,
  recordResult: LEADS,
  abandonTest: LEADS,
  reviveIdea: [...LEADS, "referenceManager"],
  completeFollowUp: LEADS,
  decide: ["referenceManager", "chair"],
  withdrawVote: ["referenceManager", "chair"],
};
const FROM: Record<string, ModelIdea["state"][]> = {
  shortlist: ["captured"],
  planTest: ["shortlisted", "testing"],
  backTest: ["shortlisted", "testing"],
  startTest: ["shortlisted"],
  recordResult: ["testing"],
  abandonTest: ["testing"],
  decide: ["deciding"],
  withdrawVote: ["deciding"],
  reviveIdea: ["discarded"],
  completeFollowUp: ["approved"],
};

/** Does what a line asks where it may be done; answers whether it may. */
export function does(model: Model, { by, trigger, data = {} }: ScriptLine): boolean {
  const idea = model.ideas.get(String(data["idea"]));
  const roles = model.people.get(by) ?? [];
  if (!idea || !roles.some((role) => MAY[trigger]!.includes(role))) return false;
  if (!FROM[trigger]!.includes(idea.state)) return false;
  const { rounds } = model.rules;
  switch (trigger) {
    case "shortlist":
      idea.state = "shortlisted";
      return true;
    case "planTest":
      for (const field of FIELDS) if (field in data) idea.agreed.add(field);
      return true;
    case "backTest":
      idea.agreed.add("backed");
      return true;
    case "startTest": {
      const agreed = (field: string) => idea.agreed.has(field) || (field !== "backed" && field in data);
      if (idea.round >= rounds || (idea.round === 0 && ![...FIELDS, "backed"].every(agreed))) return false;
      return test(idea);
    }
    case "recordResult":
    case "abandonTest":
      Object.assign(idea, { state: "deciding", proposer: by, votes: new Map() });
      return true;
    case "reviveIdea":
      if (idea.round >= rounds) return false;
      idea.state = "shortlisted";
      return true;
    case "completeFollowUp":
      if (idea.followedUp) return false;
      idea.followedUp = true;
      return true;
    case "withdrawVote":
      return idea.votes.delete(by);
    default:
      return votes(model, idea, by, String(data["outcome"]));
  }
}

function test(idea: ModelIdea): true {
  idea.state = "testing";
  idea.round += 1;
  return true;
}

function votes({ rules, people }: Model, idea: ModelIdea, by: string, outcome: string): boolean {
  if (outcome === "adjust" && idea.round >= rules.rounds) return false;
  idea.votes.delete(by);
  idea.votes.set(by, outcome);
  const deciders = [...people].filter(([, roles]) => roles.some((role) => MAY["decide"]!.includes(role)));
  const carried = decided(rules, idea, deciders);
  if (carried === undefined) return true;
  idea.votes = new Map();
  if (carried === "adjust") return test(idea);
  idea.state = carried === "approve" ? "approved" : "discarded";
  return true;
}

function decided(rules: IdeaDecision, { votes: cast, proposer }: ModelIdea, deciders: [string, string[]][]) {
  if (cast.size < (rules.quorum ?? 0)) return undefined;
  const forIt = (outcome: string) => [...cast].filter(([, one]) => one === outcome).map(([person]) => person);
  const isAlone = (outcome: string) => rules.notAlone && forIt(outcome).every((person) => person === proposer);
  const share = { one: 0, majority: deciders.length / 2, all: deciders.length - 0.5 }[rules.carriedBy];
  const last = [...cast.values()].toReversed();
  const enough = last.find((outcome) => forIt(outcome).length > share && !isAlone(outcome));
  if (enough !== undefined || cast.size < deciders.length || rules.castingVote === undefined) return enough;
  const chair = deciders.find(([, roles]) => roles.includes(rules.castingVote!))?.[0] ?? "";
  const choice = cast.get(chair);
  if (choice === undefined || isAlone(choice)) return undefined;
  const most = Math.max(...last.map((outcome) => forIt(outcome).length));
  return forIt(choice).length === most ? choice : undefined;
}
