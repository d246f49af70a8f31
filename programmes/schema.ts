// The shape of a programme file, once the method it names is laid under it. Parts that have an id are maps by id.
import { z } from "zod";
import { isZone } from "./calendar.ts";
import { readEffort } from "./effort.ts";
import { NETWORK_TYPES } from "./network-type.ts";
import { byId, count, dayCount, id, must, number, strict, text, week, words } from "./schema-parts.ts";
import { REMINDED } from "./reminder-names.ts";
import { type Criterion, type Effort, type ItemKind, type Phase } from "./types.ts";
import { monthDay, timeOfDay, whenSchema as when } from "./when-schema.ts";

/** What the source leaves open, and what we add ourselves: shown as warnings. */
const remarks = { questions: z.array(text).exactOptional(), ours: z.array(text).exactOptional() };
const atLeastOne = z.int().min(1);

const criterion = strict({
  id,
  title: text,
  fact: words,
  atLeast: z.union([count, id]).exactOptional(),
  atMost: count.exactOptional(),
})
  .refine(
    (it) => (it.atLeast === undefined) !== (it.atMost === undefined),
    must({ da: "skal have enten atLeast eller atMost", en: "must have either atLeast or atMost" }),
  )
  .transform((it) => it as Criterion)
  .meta({ id: "Criterion" });

const phase = strict({
  title: text,
  mode: z.enum(["opening", "closing", "neither"] satisfies Phase["mode"][]),
  description: text.exactOptional(),
  opens: z.array(criterion),
  closes: z.array(criterion),
  when,
  /** The phase that holds this one, unless a programme names it as a phase of its own. */
  within: id.exactOptional(),
  reopens: strict({ while: id, most: count }).meta({ id: "Reopens" }).exactOptional(),
  reopensOnAdjust: z.boolean().exactOptional(),
  mayBeSkipped: z.boolean().exactOptional(),
  ...remarks,
}).meta({ id: "Phase" });

const effort = z.union([
  strict({ base: number.exactOptional(), perIdea: number.exactOptional() }).meta({ id: "Effort" }),
  words
    .refine(
      (formula) => readEffort(formula) !== undefined,
      must({ da: 'skal være dage som "5 + 2 × ideas"', en: 'must be days such as "5 + 2 × ideas"' }),
    )
    .transform((formula): Effort => readEffort(formula)!),
]);

const decision = strict({
  kind: z.enum(["approve", "select", "consensus"]),
  proposedBy: z.array(id).default([]),
  carriedBy: z.enum(["one", "majority", "all"]).default("majority"),
  notAlone: z.boolean().exactOptional(),
  choose: atLeastOne.max(100).exactOptional(),
  quorum: z.union([count, z.literal("?")]).exactOptional(),
  needs: z.array(criterion).default([]),
  again: z.array(id).default([]),
  rounds: atLeastOne.max(20).default(3),
}).meta({ id: "Decision" });

const session = strict({
  title: text.exactOptional(),
  when,
  place: words.exactOptional(),
  region: words.exactOptional(),
}).meta({ id: "Session" });

export const ITEM_KINDS = [
  "meeting",
  "homework",
  "task",
  "break",
  "note",
  "decision",
  "monitoring",
  "deliverable",
] as const satisfies ItemKind[];

const item = strict({
  kind: z.enum(ITEM_KINDS),
  title: text,
  when: when.exactOptional(),
  phases: z.array(id).default([]),
  audience: z.union([z.array(id), z.literal("?"), z.literal("everyone")]).exactOptional(),
  place: words.exactOptional(),
  sessions: byId(session).exactOptional(),
  tentative: z.boolean().exactOptional(),
  voluntary: z.boolean().exactOptional(),
  openSignUp: z.boolean().exactOptional(),
  extent: z.enum(["full", "partial", "work"]).exactOptional(),
  effort: effort.exactOptional(),
  target: strict({ role: id, atLeast: count }).meta({ id: "Target" }).exactOptional(),
  asks: z.array(text).exactOptional(),
  against: z.array(atLeastOne).exactOptional(),
  decision: decision.exactOptional(),
  reminders: byId(
    z.union([
      z.literal("off").transform(() => ({ off: true as const })),
      strict({ off: z.literal(true).exactOptional(), days: dayCount.exactOptional() }).meta({ id: "ItemReminder" }),
    ]),
  ).exactOptional(),
  description: text.exactOptional(),
  ...remarks,
}).meta({ id: "Item" });

const perOrganisation = strict({ least: count.exactOptional(), most: count.exactOptional() }).meta({
  id: "PerOrganisation",
});
const role = strict({
  title: text,
  sample: count,
  required: z.boolean().exactOptional(),
  perOrganisation: perOrganisation.exactOptional(),
  ...remarks,
}).meta({ id: "Role" });

const track = strict({
  title: text,
  lead: id,
  phases: z.array(id).default([]),
  steps: byId(strict({ title: text }).meta({ id: "Step" })),
  most: atLeastOne.max(1000),
  when,
  ...remarks,
}).meta({ id: "Track" });

const budget = strict({
  total: z.int().min(0).exactOptional(),
  currency: words.default("DKK"),
  lines: byId(
    strict({ title: text, amount: z.int().min(0).exactOptional(), phases: z.array(id).default([]) }).meta({
      id: "BudgetLine",
    }),
  ),
  ...remarks,
}).meta({ id: "Budget" });

const reminder = strict({
  for: z.enum(REMINDED),
  days: dayCount,
  unit: z.enum(["workingDays", "hours"]).exactOptional(),
  every: atLeastOne.exactOptional(),
  anchor: z.literal("start").exactOptional(),
  only: z.array(id).exactOptional(),
  time: timeOfDay,
  to: z.array(id).min(1),
  title: text,
  off: z.boolean().exactOptional(),
}).meta({ id: "Reminder" });

const zone = z.string().refine(
  isZone,
  must({
    da: "skal være en tidszone som Europe/Copenhagen",
    en: "must be a time zone such as Europe/Copenhagen",
  }),
);

/** With weekends and holidays between them, more might leave no working day that a reminder could be moved to. */
const MOST_DAYS_OFF = 35;

/** A programme file with its method laid under it. */
export const fileSchema = strict({
  id,
  version: atLeastOne,
  method: id.exactOptional(),
  title: text,
  description: text,
  type: z.enum(NETWORK_TYPES).exactOptional(),
  zone,
  weeks: week.exactOptional(),
  leadDays: count.default(0),
  gates: z.enum(["blocking", "advisory"]),
  parameters: byId(count).default({}),
  rounds: atLeastOne.max(1000),
  decideWithin: atLeastOne.max(1000),
  decideIn: id.exactOptional(),
  decideIdeas: strict({
    carriedBy: z.enum(["one", "majority", "all"]).default("one"),
    quorum: atLeastOne.max(1000).exactOptional(),
    notAlone: z.boolean().default(true),
    castingVote: id.exactOptional(),
  })
    .meta({ id: "IdeaDecision" })
    .prefault({}),
  phases: byId(phase).default({}),
  items: byId(item).default({}),
  roles: byId(role),
  /** Named sub-groups of people: audiences, as roles are. */
  groups: byId(
    strict({ title: text, sample: count, perOrganisation: perOrganisation.exactOptional() }).meta({ id: "Group" }),
  ).default({}),
  tracks: byId(track).default({}),
  conditions: byId(strict({ title: text }).meta({ id: "Condition" })).default({}),
  success: z.array(text).default([]),
  budget: budget.exactOptional(),
  organisations: strict({ most: atLeastOne.max(1000) })
    .meta({ id: "Organisations" })
    .exactOptional(),
  rights: byId(z.union([z.array(id), z.literal("everyone")])),
  needs: byId(z.array(criterion)).exactOptional(),
  reminders: byId(reminder).default({}),
  nonWorking: z.array(monthDay).max(MOST_DAYS_OFF),
  ...remarks,
});
export type ProgrammeFile = z.output<typeof fileSchema>;
