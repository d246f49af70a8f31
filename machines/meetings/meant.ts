// What somebody means by a trigger: e-mails in it become the ids of people, before a network gets it.
import type { Text } from "../../programmes/types.ts";
import type { Json } from "../engine/types.ts";
import { refusals } from "../refusals.ts";
import { isAboutPlaces, meantBy } from "../signup/meant.ts";
import type { Trigger } from "../trigger.ts";

type Asked = Pick<Trigger, "type" | "data" | "by" | "role">;
type Known = Parameters<typeof meantBy>[0];

/** Whether `meant` makes anything else of it: whoever asks needs the network's people and view only then. */
export const namesPeople = (trigger: Pick<Trigger, "type" | "data">): boolean =>
  isAboutPlaces(trigger) || ownersIn(trigger).length > 0;

/** The trigger with owners of tasks by their ids, and places at open meetings as `meantBy` has them. `why`: nobody has an address. */
export function meant<T extends Asked>(book: Known, trigger: T): T | { why: Text } {
  const owners = ownersIn(trigger);
  if (owners.length === 0) return meantBy(book, trigger);
  const idOf = (email: Json | undefined) =>
    book.people.find((person) => person.email.toLowerCase() === String(email).toLowerCase())?.id;
  const unknown = owners.find((email) => idOf(email) === undefined);
  if (unknown !== undefined) return { why: refusals.nobody(unknown) };
  const { owner } = trigger.data;
  const lists = LISTS.flatMap((field) => (Array.isArray(trigger.data[field]) ? [field] : []));
  const owned = (tasks: Json | undefined) =>
    (tasks as { owner: string }[]).map((task) => ({ ...task, owner: idOf(task.owner)! }));
  return {
    ...trigger,
    data: {
      ...trigger.data,
      ...(owner !== undefined && { owner: idOf(owner) }),
      ...Object.fromEntries(lists.map((field) => [field, owned(trigger.data[field])])),
    },
  };
}

/** Where lists of what somebody is to do stand: in minutes, and at the end. */
const LISTS = ["tasks", "followUps"];

function ownersIn({ type, data }: Pick<Trigger, "type" | "data">): string[] {
  if (type === "addItem") return data["owner"] === undefined ? [] : [String(data["owner"])];
  if (type !== "recordMinutes" && type !== "closeNetwork") return [];
  const lists = LISTS.map((field) => data[field]).filter((list) => Array.isArray(list)) as { owner: string }[][];
  return lists.flat().map(({ owner }) => owner);
}
