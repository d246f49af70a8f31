// The shapes of meetings and homework as they are read.
import { z } from "@hono/zod-openapi";

const instant = z.string().describe("RFC 3339 with offset");

const dates = z.object({
  start: instant.optional(),
  end: instant.optional(),
  allDay: z.boolean().optional().describe("the hour is not known"),
  first: z.string().optional().describe("where it has no date: the first day it can be"),
  last: z.string().optional(),
  place: z.string().optional(),
});

const said = z.object({ text: z.string(), at: instant, by: z.string() });

export const FileShape = z
  .object({
    id: z.string(),
    about: z.string().describe("item:m1 or idea:i1"),
    name: z.string(),
    type: z.string().describe("media type"),
    size: z.number().describe("bytes"),
    by: z.string().optional().describe("e-mail of who put it there"),
    at: instant,
    url: z.string().describe("where its content is"),
  })
  .openapi("File");

export const LinkShape = z
  .object({ id: z.string(), about: z.string(), url: z.string(), title: z.string(), by: z.string(), at: instant })
  .openapi("Link");

export const MeetingShape = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(["planned", "drafted", "pinned", "held", "cancelled"]),
    dates,
    sessions: z.record(z.string(), dates).optional(),
    agenda: z.object({
      points: z.array(
        z.object({
          title: z.string(),
          minutes: z.number().optional(),
          who: z.string().optional(),
          text: z.string().optional(),
        }),
      ),
      minutes: z.number().describe("all points together"),
      over: z.number().optional().describe("so many more than the meeting has: a warning"),
    }),
    answers: z
      .object({
        accepted: z.array(z.string()),
        tentative: z.array(z.string()),
        declined: z.array(z.string()),
        missing: z.array(z.string()),
      })
      .describe("names of those it is for"),
    guests: z.array(z.string()),
    attendance: z.array(
      z.object({
        session: z.string().optional(),
        present: z.array(z.string()),
        absent: z.array(z.string()),
        guests: z.array(z.string()),
      }),
    ),
    hasMinutes: z.boolean(),
    minutes: said
      .extend({
        decisions: z.array(z.string()),
        approved: z.object({ at: instant, by: z.string() }).optional(),
        additions: z.array(said),
      })
      .optional()
      .describe("for those the meeting was for, and those who lead"),
    tasks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        owner: z.string(),
        due: z.string().optional(),
        state: z.string(),
        overdue: z.boolean().optional(),
      }),
    ),
    files: z.array(FileShape),
    links: z.array(LinkShape),
  })
  .openapi("Meeting");

export const HomeworkShape = z
  .object({
    id: z.string(),
    title: z.string(),
    questions: z.array(z.string()),
    due: instant.optional(),
    deliveries: z.array(
      z.object({
        by: z.string(),
        organisation: z.string().optional().describe("delivered for all of it"),
        at: instant,
        late: z.boolean().optional(),
        text: z.string().optional(),
        answers: z.array(z.string()).optional().describe("one for each question, in order"),
      }),
    ),
    missing: z.array(z.string()).describe("names of those who have not delivered"),
    files: z.array(FileShape),
    links: z.array(LinkShape),
  })
  .openapi("Homework");

export type FileJson = z.infer<typeof FileShape>;
export type LinkJson = z.infer<typeof LinkShape>;
export type MeetingJson = z.infer<typeof MeetingShape>;
export type HomeworkJson = z.infer<typeof HomeworkShape>;
