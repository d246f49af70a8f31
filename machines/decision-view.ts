// How a decision of the plan stands, as reads show it.
import type { Instant } from "../programmes/types.ts";

/** `votes` by person; `castBy` who cast one for its person; `choices` and `reason` of what was decided last. */
export type DecisionView = {
  round: number;
  deadline?: Instant;
  options?: string[];
  votes: Record<string, string>;
  castBy?: Record<string, string>;
  outcome?: string;
  choices?: string[];
  reason?: string;
};
