// The shapes of what is read of measurements, hours and money.
import { z } from "@hono/zod-openapi";

export const MonitoringShape = z
  .object({
    points: z.array(z.object({ id: z.string(), title: z.string() })),
    organisations: z.array(z.string()),
    criteria: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        rows: z.array(
          z.object({
            organisation: z.string(),
            values: z
              .array(z.union([z.number(), z.string()]).nullable())
              .describe("one for each point; null: nothing was recorded"),
          }),
        ),
      }),
    ),
    records: z.array(
      z.object({
        point: z.string(),
        organisation: z.string(),
        at: z.string().describe("RFC 3339 with offset"),
        late: z.literal(true).optional().describe("a baseline made after the organisation had begun"),
      }),
    ),
    missing: z.array(z.object({ point: z.string(), organisation: z.string() })),
  })
  .openapi("Monitoring");

const WORK = { planned: z.number(), recorded: z.number() };

export const EffortShape = z
  .object({
    ideas: z.number().describe("how many ideas the plan is counted with"),
    ...WORK,
    agreed: z
      .object({ days: z.number(), at: z.string() })
      .optional()
      .describe("what the lead's manager agreed to last"),
    items: z.array(z.object({ id: z.string(), title: z.string(), phase: z.string().optional(), ...WORK })),
    phases: z.array(z.object({ id: z.string().optional(), title: z.string().optional(), ...WORK })),
    people: z
      .array(z.object({ person: z.string().describe("e-mail"), recorded: z.number() }))
      .describe("everybody for who leads and for the lead's manager; else oneself"),
  })
  .describe("days of work")
  .openapi("Effort");

export const BudgetShape = z
  .object({
    currency: z.string().optional().describe("absent where the programme names no budget"),
    total: z.number().optional(),
    lines: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        planned: z.number().optional(),
        spent: z.number(),
        left: z.number().optional(),
      }),
    ),
    planned: z.number(),
    spent: z.number(),
    unallocated: z.number().optional(),
    left: z.number().optional(),
  })
  .describe("in whole units of the currency")
  .openapi("Budget");

export type MonitoringJson = z.infer<typeof MonitoringShape>;
export type EffortJson = z.infer<typeof EffortShape>;
export type BudgetJson = z.infer<typeof BudgetShape>;
