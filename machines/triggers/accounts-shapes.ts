// The shape of the data of triggers about measurements, money and hours. Unknown fields are errors.
import { z } from "zod";
import type { ACCOUNTS } from "./accounts.ts";
import { id, text, organisation } from "./fields.ts";

export const ACCOUNTS_SHAPES = {
  recordMeasure: z.strictObject({
    item: id("the monitoring point"),
    organisation,
    values: z.record(id("number of a success criterion"), z.union([z.number(), text("what was found")])),
  }),
} as const satisfies Record<keyof typeof ACCOUNTS, z.ZodType>;
