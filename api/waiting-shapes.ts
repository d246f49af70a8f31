// What waits for a person, as everybody outside sees it; and the parts that the network page and the overview share with it.
import { z } from "@hono/zod-openapi";

const MomentShape = z.string().describe("an instant, or a date where the whole day counts");
const NamedShape = z.object({ id: z.string(), title: z.string() });

const MissingShape = z.object({ title: z.string(), have: z.number(), need: z.number() }).openapi("MissingCriterion");

const ActionShape = z
  .object({
    trigger: z.string(),
    data: z.record(z.string(), z.unknown()).describe("the trigger's data; with a form, what is known of it already"),
    label: z.string(),
    role: z.string().describe("the role that the right is taken from"),
    as: z.string().describe("what that role is called"),
    needs: z.literal("form").optional().describe("more is to be said than a press: see href"),
  })
  .openapi("WaitingAction");

export const WaitingShape = z
  .object({
    id: z.string(),
    kind: z.string(),
    network: NamedShape,
    subject: z.string(),
    title: z.string().describe("what it is about"),
    says: z.string().describe("what to do"),
    due: MomentShape.nullable(),
    overdue: z.boolean(),
    group: z.enum(["overdue", "week", "later"]),
    actions: z.array(ActionShape),
    missing: z.array(MissingShape).optional().describe("what keeps it from being done"),
    href: z.string(),
    onBehalfOf: z.object({ name: z.string(), email: z.string() }).optional(),
  })
  .openapi("Waiting");

const ComingShape = z
  .object({
    kind: z.enum(["meeting", "homework", "task"]),
    network: NamedShape,
    subject: z.string(),
    title: z.string(),
    at: MomentShape,
    end: MomentShape.optional(),
    place: z.string().optional(),
    window: z.literal(true).optional().describe("the first day of a window: the day is not known"),
    answer: z.string().optional().describe("the reader's own"),
    href: z.string(),
  })
  .openapi("Coming");

export const WaitingListShape = z
  .object({
    waiting: z.array(WaitingShape).describe("the most urgent first"),
    upcoming: z.array(ComingShape).describe("meetings the reader is invited to, the first first"),
    next: ComingShape.optional().describe("what comes first without anything to do yet"),
    networks: z.array(NamedShape.extend({ ended: z.boolean() })).describe("the reader's; those that run first"),
  })
  .openapi("WaitingList");

export type WaitingJson = z.infer<typeof WaitingShape>;
export type ComingJson = z.infer<typeof ComingShape>;
export type WaitingListJson = z.infer<typeof WaitingListShape>;
