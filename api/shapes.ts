// The shapes of requests and answers. The OpenAPI description and the client's types come from here.
import type { Plan } from "../programmes/types.ts";
import { z } from "@hono/zod-openapi";
import { readInstant } from "../programmes/instant.ts";
import { saying } from "../machines/shape-words.ts";
import { AlikeShape } from "./idea-shapes.ts";

const instant = z.string().describe("RFC 3339 with offset");
const MAX_TITLE = 200;
const MAX_PROGRAMME = 500_000;
const MAX_PEOPLE_CSV = 500_000;
const MAX_SCRIPT = 2_000;
const MAX_REASON = 500;
/** Weeks in a second. */
export const MAX_SPEED = 1_000;

const dates = z.object({
  start: z.string().optional().describe("an instant, or a date where the hour is not known"),
  end: z.string().optional(),
  place: z.string().optional(),
});

export const NetworkStateShape = z
  .object({
    now: instant,
    phases: z.record(z.string(), z.enum(["waiting", "open", "paused", "closed"])),
    ideas: z.array(
      z.object({
        id: z.string(),
        state: z.string(),
        round: z.number(),
        title: z.string().optional(),
        reason: z.string().optional(),
        deadline: instant.optional(),
        votes: z.number().optional().describe("how many have voted on it"),
      }),
    ),
    items: z.record(z.string(), dates.extend({ state: z.string(), sessions: z.record(z.string(), dates).optional() })),
    decisions: z.array(
      z.object({
        id: z.string(),
        state: z.enum(["drafting", "proposed", "decided"]),
        round: z.number(),
        outcome: z.string().optional(),
        choices: z.array(z.string()).optional(),
        reason: z.string().optional(),
        deadline: instant.optional(),
        votes: z.number(),
      }),
    ),
    tracks: z.array(
      z.object({ track: z.string(), organisation: z.string(), state: z.string(), done: z.array(z.string()) }),
    ),
    ended: z.boolean(),
    outcome: z.string().optional(),
  })
  .openapi("NetworkState");

export const NetworkShape = z
  .object({
    id: z.string(),
    title: z.string(),
    programme: z.string(),
    start: z.string(),
    clock: z.string().describe("real, stepped or scaled:WEEKS_PER_SECOND"),
    createdAt: instant,
    seq: z.number().describe("number of the last ledger entry"),
    ended: z.boolean(),
  })
  .openapi("Network");

const EngineShape = z
  .object({
    status: z.enum(["running", "ended", "stuck", "failed", "terminated", "missing", "unreachable"]),
    machine: z.string().optional().describe("version of the machine that it runs"),
    since: instant.optional().describe("when the trouble began; where it runs, when its run did"),
    cause: z.enum(["nondeterminism", "task", "timeout", "activity", "cancelled"]).optional(),
    message: z.string().optional().describe("in the words of whoever failed"),
    detail: z.string(),
    hint: z.string().optional().describe("what to do"),
    faults: z.object({
      count: z.number(),
      last: z.array(z.object({ at: instant, subject: z.string(), reason: z.string() })),
    }),
  })
  .openapi("Engine");

export const NetworkDetailShape = NetworkShape.extend({
  week: z.number().optional().describe("programme week the network is in"),
  weeks: z.number().optional(),
  state: NetworkStateShape,
  unmet: z
    .record(z.string(), z.array(z.unknown()))
    .describe("for each open phase, the criteria that keep it from closing"),
  measurements: z
    .array(
      z.object({
        criterion: z.string(),
        title: z.string(),
        organisation: z.string(),
        points: z.record(z.string(), z.union([z.number(), z.string()])).describe("what was found, by monitoring point"),
      }),
    )
    .optional(),
  people: z.array(z.object({ name: z.string(), email: z.string(), roles: z.array(z.string()) })),
  engine: EngineShape.optional().describe("how its workflow fares; where one network is read"),
}).openapi("NetworkDetail");

export const EntryShape = z
  .object({
    seq: z.number().optional(),
    at: instant,
    kind: z.string(),
    subject: z.string(),
    by: z.string().optional().describe("e-mail of the person, or who else did it"),
    role: z.string().optional(),
    to: z.array(z.string()).optional().describe("audience of a message"),
    rule: z.string().optional(),
    reason: z.string().optional(),
    planned: instant.optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    deliveries: z
      .array(
        z.object({
          to: z.string(),
          state: z.enum(["queued", "sending", "sent", "failed"]),
          sentAt: instant.optional(),
          response: z.string().optional(),
        }),
      )
      .optional(),
  })
  .openapi("LedgerEntry");

export const AgendaShape = z
  .object({
    at: instant,
    kind: z.enum(["message", "phase", "meeting", "decision", "homework"]),
    subject: z.string(),
    title: z.string(),
    rule: z.string().optional(),
    to: z.array(z.string()).describe("who, as of now: e-mail addresses"),
    mail: z
      .object({ subject: z.string(), text: z.string() })
      .optional()
      .describe("of a message: the mail as it would read now"),
  })
  .openapi("AgendaEntry");

/** A plan is checked where it is read from a file; here it only passes through. */
export const PlanShape = z.custom<Plan>().openapi("Plan", { type: "object" });

export const TriggeredShape = z
  .object({
    key: z.string(),
    entries: z.array(EntryShape),
    told: z.number().describe("how many people are told by it"),
    state: NetworkStateShape,
  })
  .openapi("Triggered");

const called = { subject: z.string(), rule: z.string(), title: z.string().describe("what it is called") };
const message = z.object({ ...called, at: instant });
export const PreviewShape = z
  .object({
    entries: z.array(EntryShape).describe("what the ledger would say"),
    says: z.array(z.string()).describe("the same in words, without messages"),
    told: z.array(z.object({ ...called, to: z.array(z.string()) })).describe("who would be told at once"),
    gone: z.array(message).describe("messages that would no longer go"),
    coming: z.array(message).describe("messages that would go instead"),
    alike: z.array(AlikeShape).optional().describe("of an idea: those there are that are most alike"),
  })
  .openapi("Preview");

export type PreviewJson = z.infer<typeof PreviewShape>;

export const SteppedShape = z.object({ entries: z.array(EntryShape), state: NetworkStateShape }).openapi("Stepped");

function isClock(text: string): boolean {
  if (text === "real" || text === "stepped") return true;
  const speed = Number(/^scaled:(\d+(?:\.\d+)?)$/.exec(text)?.[1]);
  return speed > 0 && speed <= MAX_SPEED;
}

export const NewNetworkShape = z
  .strictObject({
    programme: z.string().min(1).max(100).optional().describe("id of a programme that is here"),
    file: z.string().min(1).max(MAX_PROGRAMME).optional().describe("instead of it: the text of a programme file"),
    start: z.string().describe("2027-02-01"),
    title: z.string().trim().min(1).max(MAX_TITLE).optional(),
    clock: z
      .string()
      .refine(
        isClock,
        saying({
          da: `skriv real, stepped eller scaled:UGER_PR_SEKUND, højst ${MAX_SPEED}`,
          en: `write real, stepped or scaled:WEEKS_PER_SECOND, at most ${MAX_SPEED}`,
        }),
      )
      .default("real"),
    people: z.string().max(MAX_PEOPLE_CSV).optional().describe("CSV: name,email,role,organisation,region,language"),
    script: z.array(z.unknown()).max(MAX_SCRIPT).optional().describe("scaled clock: what to play"),
  })
  .refine(
    ({ programme, file }) => (programme === undefined) !== (file === undefined),
    saying({ da: "skriv enten programme eller file", en: "write either programme or file" }),
  )
  .openapi("NewNetwork");

export const NewTriggerShape = z
  .strictObject({ type: z.string().min(1).max(100), data: z.record(z.string(), z.unknown()).optional() })
  .openapi("NewTrigger");

export const NewStepShape = z
  .strictObject({
    until: z
      .string()
      .refine(
        (text) => readInstant(text, "UTC") !== undefined,
        saying({
          da: "skriv en dato som 2027-03-11 eller 2027-03-11T09:00",
          en: "write a date as 2027-03-11 or 2027-03-11T09:00",
        }),
      )
      .optional()
      .describe("date or instant; the next moment something is due without it"),
  })
  .openapi("NewStep");

export const NewResetShape = z
  .strictObject({
    at: z
      .string()
      .refine(
        (text) => readInstant(text, "UTC") !== undefined,
        saying({
          da: "skriv et tidspunkt som 2027-03-11T09:00",
          en: "write a time as 2027-03-11T09:00",
        }),
      )
      .optional()
      .describe("real time, not the network's; the beginning of its run without it"),
    reason: z.string().trim().min(1).max(MAX_REASON).optional(),
  })
  .openapi("NewReset");

export const ResetShape = z
  .object({
    run: z.string().describe("id of the new run"),
    to: instant.describe("the moment it goes on from"),
    event: z.number().describe("number of the event it goes on from"),
    again: z.number().describe("how many Updates and signals come again"),
  })
  .openapi("Reset");

export const NewTokenShape = z
  .strictObject({ person: z.email(), label: z.string().max(MAX_TITLE).optional() })
  .openapi("NewToken");

export const TokenShape = z.object({ token: z.string(), person: z.string() }).openapi("Token");

export const ProblemShape = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    detail: z.string(),
    hint: z.string(),
    unmet: z
      .array(z.object({ criterion: z.string(), title: z.string(), have: z.number(), need: z.number() }))
      .optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

export const CheckShape = z
  .object({ name: z.string(), ok: z.boolean(), detail: z.string(), hint: z.string() })
  .openapi("Check");

export type NetworkJson = z.infer<typeof NetworkShape>;
export type NetworkDetailJson = z.infer<typeof NetworkDetailShape>;
export type EngineJson = z.infer<typeof EngineShape>;
export type ResetJson = z.infer<typeof ResetShape>;
export type EntryJson = z.infer<typeof EntryShape>;
export type AgendaJson = z.infer<typeof AgendaShape>;
export type TriggeredJson = z.infer<typeof TriggeredShape>;
export type SteppedJson = z.infer<typeof SteppedShape>;
export type NewNetworkJson = z.input<typeof NewNetworkShape>;
export type TokenJson = z.infer<typeof TokenShape>;
export type ProblemJson = z.infer<typeof ProblemShape>;
export type CheckJson = z.infer<typeof CheckShape>;
