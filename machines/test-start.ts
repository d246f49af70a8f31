// What must be agreed before an idea is tested: who backs it, where, with whom, what is tested and how results are gathered.
import type { Criterion, Programme } from "../programmes/types.ts";
import type { Facts } from "./criteria.ts";
import type { Contribution } from "./ledger.ts";
import type { Trigger } from "./trigger.ts";

/** What a test is planned by, and the fact that says it is there. */
export const PLANNED = {
  unit: "testUnit",
  host: "testHost",
  leads: "testLeads",
  what: "testWhat",
  how: "testHow",
} as const;

/** The fact that says that somebody with the say backs the test. */
export const BACKED = "testBacked";

/** What must hold before a test starts. What was agreed for the first round stands for those after it. */
export function startNeeds({ needs }: Programme, round: number): Criterion[] {
  const all = needs?.["startTest"] ?? [];
  const agreed: string[] = [BACKED, ...Object.values(PLANNED)];
  return round === 0 ? all : all.filter(({ fact }) => !agreed.includes(fact));
}

type Asked = Pick<Trigger, "type" | "data">;

/** What a trigger that starts a test says itself. Its texts stay in the store, so this is to be asked before they are kept there. */
export function saidFacts({ type, data }: Asked): Facts {
  if (type !== "startTest") return {};
  return Object.fromEntries(
    Object.entries(PLANNED).flatMap(([field, fact]) => (data[field] === undefined ? [] : [[fact, 1]])),
  );
}

/** What has been planned and backed before of the idea that a trigger is about. */
export function startFacts({ type, data }: Asked, contributions: readonly Contribution[]): Facts {
  if (type !== "startTest") return {};
  const planned = testPlanOf(String(data["idea"]), contributions);
  return {
    ...Object.fromEntries(Object.entries(PLANNED).map(([field, fact]) => [fact, field in planned ? 1 : 0])),
    [BACKED]: planned.backedBy === undefined ? 0 : 1,
  };
}

/** The plan of an idea's test as it was last written, field by field, and who backs it. */
export type TestPlan = Partial<Record<keyof typeof PLANNED, string | string[]>> & { backedBy?: string };

/** What is planned of an idea's test, from what people contributed. */
export function testPlanOf(idea: string, contributions: readonly Contribution[]): TestPlan {
  const plan: TestPlan = {};
  for (const { kind, item, data, person } of contributions) {
    if (item !== `idea:${idea}`) continue;
    if (kind === "test.backed" && person !== undefined) plan.backedBy = person;
    if (kind !== "test.planned") continue;
    for (const field of Object.keys(PLANNED) as (keyof typeof PLANNED)[])
      if (data[field] !== undefined) plan[field] = data[field] as string | string[];
  }
  return plan;
}
