// The shapes of meetings and homework as they are read.
import { z } from "@hono/zod-openapi";

const instant = z.string().describe("RFC 3339 with offset");

const day = z.string().describe("2027-02-01");

const window = z
  .object({
    from: day.optional(),
    to: day.optional().describe("inclusive"),
    quote: z.string().optional().describe("the source's own words"),
    precision: z.string().describe("time, day and days are known to the day; everything else is not"),
  })
  .describe("when it is, as the plan now stands");

const mine = z
  .object({
    answer: z.enum(["accepted", "tentative", "declined"]).optional(),
    session: z.string().optional(),
    note: z.string().optional(),
    guest: z.literal(true).optional(),
    seat: z.literal(true).optional(),
    came: z.boolean().optional().describe("where it was recorded"),
    sessions: z.array(z.string()).describe("those you can be of; none where it has no several"),
  })
  .describe("of who reads, where it is for them");

const counts = z.object({
  accepted: z.number(),
  tentative: z.number(),
  declined: z.number(),
  missing: z.number(),
});

const coming = z.array(z.object({ rule: z.string(), title: z.string(), at: instant, to: z.array(z.string()) }));
const told = z.array(
  z.object({
    seq: z.number(),
    at: instant,
    title: z.string(),
    kind: z.enum(["message.sent", "message.suppressed", "message.failed"]),
    why: z.string().optional(),
    people: z.number(),
  }),
);
const messages = {
  coming: coming.describe("messages about it that are to go; to: as the plan has it"),
  told: told.describe("messages about it that went, or did not"),
};

const standing = z.enum(["delivered", "late", "missing", "none"]);
const target = z.object({
  role: z.string(),
  atLeast: z.number(),
  have: z.record(z.string(), z.number()).describe("by organisation"),
});

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

const STATE = z.enum(["planned", "drafted", "pinned", "held", "cancelled"]);
const session = dates.extend({ title: z.string() });

export const MeetingLineShape = z
  .object({
    id: z.string(),
    title: z.string(),
    state: STATE,
    tentative: z.boolean().optional(),
    dates,
    window,
    sessions: z.record(z.string(), session).optional(),
    mine: mine.optional(),
    counts,
    points: z.number().describe("of the agenda"),
    minutes: z.enum(["recorded", "approved"]).optional(),
  })
  .openapi("MeetingLine");

export const HomeworkLineShape = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.string(),
    voluntary: z.boolean().optional(),
    due: instant.optional(),
    window,
    before: z.string().optional().describe("id of the meeting it is to be done before"),
    mine: standing.describe("none: it is not for you"),
    counts: z.object({ delivered: z.number(), missing: z.number() }),
    target: target.optional(),
    coming,
  })
  .openapi("HomeworkLine");

export const HomeworkListShape = z
  .object({
    lines: z.array(HomeworkLineShape),
    matrix: z
      .array(
        z.object({
          name: z.string(),
          email: z.string(),
          organisation: z.string().optional(),
          cells: z.array(standing).describe("one for each homework, in order"),
        }),
      )
      .optional()
      .describe("only to whoever leads"),
  })
  .openapi("HomeworkList");

export const CalendarFileShape = z.object({ name: z.string(), content: z.string() }).openapi("CalendarFile");

export const MeetingShape = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string().optional(),
    state: STATE,
    tentative: z.boolean().optional(),
    dates,
    window,
    sessions: z.record(z.string(), session).optional(),
    audience: z.array(z.string()).describe("names of the roles it is for"),
    mine: mine.optional(),
    people: z
      .array(mine.extend({ name: z.string(), email: z.string(), organisation: z.string().optional() }))
      .optional()
      .describe("those it is for; only to whoever leads"),
    ...messages,
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
    description: z.string().optional(),
    state: z.string(),
    voluntary: z.boolean().optional(),
    window,
    audience: z.array(z.string()).describe("names of the roles it is for"),
    mine: standing.describe("none: it is not for you"),
    organisation: z.string().optional().describe("yours"),
    target: target.optional(),
    ...messages,
    questions: z.array(z.string()),
    due: instant.optional(),
    deliveries: z.array(
      z.object({
        by: z.string(),
        mine: z.literal(true).optional().describe("it counts for you"),
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
export type MeetingLineJson = z.infer<typeof MeetingLineShape>;
export type HomeworkLineJson = z.infer<typeof HomeworkLineShape>;
export type HomeworkListJson = z.infer<typeof HomeworkListShape>;
export type CalendarFileJson = z.infer<typeof CalendarFileShape>;
export type HomeworkJson = z.infer<typeof HomeworkShape>;
