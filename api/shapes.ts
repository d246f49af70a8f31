// The shapes of requests and answers. The OpenAPI description and the client's types come from here.
import { z } from "@hono/zod-openapi";

const instant = z.string().describe("RFC 3339 with offset");
const MAX_TITLE = 200;
const MAX_PEOPLE_CSV = 500_000;
const MAX_SCRIPT = 2_000;

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
      }),
    ),
    items: z.record(
      z.string(),
      z.object({ state: z.string(), start: instant.optional(), end: instant.optional(), place: z.string().optional() }),
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

export const NetworkDetailShape = NetworkShape.extend({
  week: z.number().optional().describe("programme week the network is in"),
  weeks: z.number().optional(),
  state: NetworkStateShape,
  unmet: z
    .record(z.string(), z.array(z.unknown()))
    .describe("for each open phase, the criteria that keep it from closing"),
  people: z.array(z.object({ name: z.string(), email: z.string(), roles: z.array(z.string()) })),
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
    kind: z.enum(["message", "phase", "meeting", "decision"]),
    subject: z.string(),
    title: z.string(),
    rule: z.string().optional(),
    to: z.array(z.string()).describe("who, as of now: e-mail addresses"),
  })
  .openapi("AgendaEntry");

export const TriggeredShape = z
  .object({ key: z.string(), entries: z.array(EntryShape), state: NetworkStateShape })
  .openapi("Triggered");

export const SteppedShape = z.object({ entries: z.array(EntryShape), state: NetworkStateShape }).openapi("Stepped");

export const NewNetworkShape = z
  .strictObject({
    programme: z.string().min(1).max(100),
    start: z.string().describe("2027-02-01"),
    title: z.string().trim().min(1).max(MAX_TITLE).optional(),
    clock: z
      .string()
      .regex(/^(real|stepped|scaled:\d+(\.\d+)?)$/, "write real, stepped or scaled:WEEKS_PER_SECOND")
      .default("real"),
    people: z.string().max(MAX_PEOPLE_CSV).optional().describe("CSV: name,email,role,organisation,region,language"),
    script: z.array(z.unknown()).max(MAX_SCRIPT).optional().describe("scaled clock: what to play"),
  })
  .openapi("NewNetwork");

export const NewTriggerShape = z
  .strictObject({ type: z.string().min(1).max(100), data: z.record(z.string(), z.unknown()).optional() })
  .openapi("NewTrigger");

export const NewStepShape = z
  .strictObject({
    until: z.string().optional().describe("date or instant; the next moment something is due without it"),
  })
  .openapi("NewStep");

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
export type EntryJson = z.infer<typeof EntryShape>;
export type AgendaJson = z.infer<typeof AgendaShape>;
export type TriggeredJson = z.infer<typeof TriggeredShape>;
export type SteppedJson = z.infer<typeof SteppedShape>;
export type NewNetworkJson = z.input<typeof NewNetworkShape>;
export type TokenJson = z.infer<typeof TokenShape>;
export type ProblemJson = z.infer<typeof ProblemShape>;
export type CheckJson = z.infer<typeof CheckShape>;
