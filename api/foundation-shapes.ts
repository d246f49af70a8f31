// The shape of what a network stands on, as it is read.
import { z } from "@hono/zod-openapi";
import { CHARACTERISTICS } from "../machines/themes/types.ts";

const stated = {
  text: z.string().optional(),
  at: z.string().optional().describe("when it was said last; absent: nobody has"),
  by: z.string().optional().describe("a name"),
};

export const FoundationShape = z
  .object({
    agreements: z.array(z.object({ with: z.string(), title: z.string().describe("the role's name"), ...stated })),
    characteristics: z.array(z.object({ id: z.enum(CHARACTERISTICS), ...stated })),
    tracks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        steps: z.array(z.object({ id: z.string(), title: z.string() })),
        lacks: z.array(z.string()).describe("without which a track begins with a note, or not at all"),
        organisations: z.array(
          z.object({
            organisation: z.string(),
            state: z.enum(["waiting", "running", "ended"]),
            done: z.array(z.string()).describe("ids of steps"),
            next: z.object({ id: z.string(), title: z.string() }).optional(),
            mayStart: z.boolean(),
          }),
        ),
      }),
    ),
    conditions: z.array(z.object({ id: z.string(), title: z.string(), holds: z.boolean(), ...stated })),
  })
  .describe("lists are empty of what the programme has not")
  .openapi("Foundation");

export type FoundationJson = z.infer<typeof FoundationShape>;
