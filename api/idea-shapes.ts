// The shapes of what can be read of discoveries, themes, ideas and rounds of prioritisation.
import { z } from "@hono/zod-openapi";

const at = z.string().describe("RFC 3339 with offset");
const by = z.string().optional().describe("e-mail, or an id where the person was erased");
const name = z.string().optional().describe("of whom it is by; none where the person was erased");

export const DiscoveryShape = z
  .object({
    id: z.string().describe("d1, d2 … in the order they were recorded"),
    perspective: z.string(),
    source: z.string().optional(),
    text: z.string(),
    by,
    name,
    at,
  })
  .openapi("Discovery");

export const ThemeShape = z
  .object({
    id: z.string().optional().describe("t1, t2 … in the order they were made; none: chosen in words alone"),
    title: z.string(),
    text: z.string().optional(),
    discoveries: z.array(z.string()).describe("ids"),
    chosen: z.boolean().describe("among the themes to go on with"),
    by,
    name,
    at: at.optional(),
  })
  .openapi("Theme");

export const AlikeShape = z
  .object({
    id: z.string(),
    title: z.string(),
    likeness: z.number().describe("0 to 1: the share of groups of three letters that both have"),
    words: z.array(z.string()).describe("words that the other one has, too, in some form"),
  })
  .openapi("Alike");

export const IdeaShape = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string().optional(),
    theme: z.object({ id: z.string().optional(), title: z.string() }).optional(),
    authors: z.array(z.string()).describe("e-mails"),
    authorNames: z.array(z.string()).optional().describe("in the same order; empty of whom nobody knows any more"),
    at: at.optional(),
    state: z.string(),
    round: z.number(),
    reason: z.string().optional(),
    sources: z.array(z.string()).optional().describe("a concept: the ideas it was made of"),
    into: z.string().optional().describe("the concept that it is part of now"),
    comments: z.array(z.object({ text: z.string(), by, name, at })),
    alike: z.array(AlikeShape).describe("the most alike of the others that still stand"),
  })
  .openapi("Idea");

const PlacedShape = z.object({
  idea: z.string(),
  rank: z.number().describe("those that tie have the same"),
  score: z
    .number()
    .optional()
    .describe("dots, a mean of 1 to 5, or a share of comparisons won; none: nobody judged it"),
  means: z.record(z.string(), z.number()).optional().describe("by criterion: where it stands in the matrix"),
  compared: z.number().optional().describe("with so many others"),
  spread: z
    .object({
      from: z.number(),
      to: z.number(),
      inFirst: z.number().describe("the share of draws in which it is among the first"),
    })
    .optional()
    .describe("its ranks in nine of ten draws of the voters; none: too few voted"),
  sure: z.string().describe("in words"),
});

export const BallotShape = z
  .object({
    id: z.string(),
    state: z.enum(["open", "closed", "cancelled"]),
    method: z.enum(["dots", "scores", "pairs"]),
    ideas: z.array(z.string()),
    first: z.number().describe("so many are to be chosen"),
    dots: z.number().optional(),
    most: z.number().optional(),
    criteria: z.array(z.object({ id: z.string(), title: z.string(), weight: z.number() })).optional(),
    secret: z.boolean(),
    openedAt: at,
    closes: at.optional(),
    closedAt: at.optional(),
    reason: z.string().optional(),
    turnout: z.object({
      cast: z.number().describe("who voted or abstained"),
      missing: z.number().describe("who may and has done neither"),
      abstained: z.number().optional(),
    }),
    outcome: z
      .object({
        order: z.array(PlacedShape),
        ties: z.array(z.array(z.string())),
        apart: z.array(z.array(z.string())).optional().describe("groups that nobody compared with each other"),
        explained: z.string(),
      })
      .optional()
      .describe("none of a secret ballot before it is closed, nor of one that was cancelled"),
    own: z
      .array(
        z.object({
          name: z.string(),
          email: z.string(),
          self: z.boolean().describe("whether it is your own vote, and not that of somebody you stand in for"),
          state: z.enum(["missing", "cast", "abstained"]),
          dots: z.record(z.string(), z.number()).optional(),
          scores: z.record(z.string(), z.record(z.string(), z.number())).optional(),
          pairs: z.array(z.array(z.string())).optional().describe("who wins stands first"),
        }),
      )
      .optional()
      .describe("while it is open: the votes that you can cast, with what you cast yourself"),
    overruled: z
      .object({ order: z.array(z.string()), reason: z.string(), by, name, at })
      .optional()
      .describe("the order that people put beside the computed one"),
  })
  .openapi("Ballot");

export type DiscoveryJson = z.infer<typeof DiscoveryShape>;
export type ThemeJson = z.infer<typeof ThemeShape>;
export type IdeaJson = z.infer<typeof IdeaShape>;
export type AlikeJson = z.infer<typeof AlikeShape>;
export type BallotJson = z.infer<typeof BallotShape>;
