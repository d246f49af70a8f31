// A new network from an earlier one: its plan as it stands, from another start, and its people where that is asked.
import { z } from "@hono/zod-openapi";
import { cloneOf } from "../machines/clone.ts";
import { isDate } from "../programmes/calendar.ts";
import type { Conflict } from "../programmes/shift-conflicts.ts";
import type { Person, Plan, Text } from "../programmes/types.ts";
import { getNetwork } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { peopleOf } from "../store/people.ts";
import { badInput } from "./problem.ts";
import { NetworkDetailShape, NewNetworkShape } from "./shapes.ts";
import type { Language } from "./words.ts";

const { start, title, clock, people } = NewNetworkShape.shape;

export const NewCloneShape = z
  .strictObject({
    from: z.string().min(1).max(100).describe("id of an earlier network, whose plan it takes as it stands"),
    start,
    title,
    clock,
    people,
    withPeople: z.boolean().optional().describe("take the people who are still there, with roles and organisations"),
    keepWeekdays: z.boolean().optional().describe("each day keeps its weekday: all moves by whole weeks"),
  })
  .openapi("NewNetworkFromNetwork");
export type NewCloneJson = z.input<typeof NewCloneShape>;

const ConflictShape = z
  .object({
    id: z.string(),
    session: z.string().optional(),
    date: z.string(),
    why: z.enum(["weekend", "holiday", "nonWorking", "summer", "overlaps"]),
    with: z.string().optional().describe("the meeting that it overlaps"),
    proposal: z.string().optional().describe("the nearest day that fits"),
  })
  .openapi("Conflict");

export const MadeShape = NetworkDetailShape.extend({
  conflicts: z.array(ConflictShape).optional().describe("from a network: days of the plan that do not fit"),
}).openapi("MadeNetwork");
export type MadeJson = z.infer<typeof MadeShape>;

export type Cloned = { plan: Plan; people: Person[]; conflicts: Conflict[] };

/** What a new network takes from an earlier one. Throws `bad-input` where there is none, or the start is no date. */
export async function clonedFrom(
  store: Store,
  wanted: z.output<typeof NewCloneShape>,
  language: Language,
): Promise<Cloned> {
  const network = await getNetwork(store, wanted.from);
  if (!network) throw badInput([{ path: "from", message: SAID.noNetwork(wanted.from)[language] }]);
  if (!isDate(wanted.start)) throw badInput([{ path: "start", message: SAID.noDate(wanted.start)[language] }]);
  if (wanted.withPeople && wanted.people !== undefined)
    throw badInput([{ path: "people", message: SAID.oneOfThem[language] }]);
  const { plan, view } = network;
  const options = { keepWeekdays: wanted.keepWeekdays === true };
  const shifted = cloneOf(plan, view, wanted.start, options);
  const taken = wanted.withPeople ? await peopleOf(store, network.id) : [];
  return { plan: shifted.plan, people: taken, conflicts: shifted.conflicts };
}

const SAID = {
  noNetwork: (id: string): Text => ({
    da: `Der er intet netværk «${id}». «npx fremdrift network list» viser dem, der er.`,
    en: `There is no network «${id}». «npx fremdrift network list» lists those there are.`,
  }),
  noDate: (date: string): Text => ({
    da: `«${date}» er ingen dato. Skriv den som 2027-02-01.`,
    en: `«${date}» is no date. Write it as 2027-02-01.`,
  }),
  oneOfThem: {
    da: "Tag enten folk med fra det tidligere netværk (withPeople), eller giv en personfil (people).",
    en: "Either take the people of the earlier network (withPeople), or give a people file (people).",
  },
};
