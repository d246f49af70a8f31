// Homework as it is delivered: by a person or for an organisation, its questions answered one by one; late is delivered, too.
import { endOfDay } from "../../programmes/calendar.ts";
import type { Instant, Item, Text } from "../../programmes/types.ts";
import type { Book, Contribution } from "../ledger.ts";
import { itemIn, recipientsOf } from "../recipients.ts";
import type { Trigger } from "../trigger.ts";
import { rolesFor } from "../trigger-types.ts";
import { notAsMany, notYours } from "./words.ts";

/** What a delivery says beside what was asked: whether it came late. Or why it cannot be. */
export function delivering(book: Book, { data, role, by, at }: Trigger): { why: Text } | { late?: true } {
  const item = itemIn(book, String(data["item"]))!;
  const { answers, organisation } = data;
  const asked = item.asks?.length ?? 0;
  if (Array.isArray(answers) && answers.length !== asked) return { why: notAsMany(answers.length, asked) };
  const isLead = rolesFor(book.plan.programme, "openPhase").includes(role);
  const own = book.people.find(({ id }) => id === by)?.organisation;
  if (organisation !== undefined && organisation !== own && !isLead) return { why: notYours(String(organisation)) };
  const due = dueOf(book, item);
  return due !== undefined && at > due ? { late: true } : {};
}

/** Until when it can be delivered in time: the last of its sessions' ends. Never late where nobody has to do it. */
export function dueOf({ plan, view }: Book, { id, voluntary }: Item): Instant | undefined {
  if (voluntary) return undefined;
  const [now, planned] = [view.items[id], plan.intervals[id]];
  const ends = now?.sessions ? Object.values(now.sessions).flatMap(({ last }) => last ?? []) : [now?.last ?? []].flat();
  const last = ends.toSorted().at(-1) ?? planned?.to;
  return last === undefined ? undefined : endOfDay(last, plan.programme.zone);
}

/** One who delivered, with what; `by`: name. `organisation`: for all of it. */
export type Delivery = {
  by: string;
  /** Their id. */
  person: string;
  organisation?: string;
  at: Instant;
  late?: true;
  text?: string;
  answers?: string[];
};

/** Who has delivered a homework, the last of each, and the names of those who have not. Undefined where there is no such homework. */
export function homeworkOf(
  book: Book,
  id: string,
): { questions: Text[]; due?: Instant; deliveries: Delivery[]; missing: string[] } | undefined {
  const item = itemIn(book, id);
  if (item?.kind !== "homework") return undefined;
  const due = dueOf(book, item);
  const last = new Map<string, Contribution>();
  for (const one of deliveredTo(book.contributions, id)) last.set(String(one.data["organisation"] ?? one.person), one);
  const nameOf = (person = "") => book.people.find((one) => one.id === person)?.name ?? person;
  return {
    questions: item.asks ?? [],
    ...(due !== undefined && { due }),
    deliveries: [...last.values()].map(({ person = "", at, data }) => {
      const { organisation, late, text, answers } = data as Omit<Delivery, "by" | "person" | "at">;
      return {
        by: nameOf(person),
        person,
        at,
        ...(organisation !== undefined && { organisation }),
        ...(late && { late }),
        ...(text !== undefined && { text }),
        ...(answers && { answers }),
      };
    }),
    missing: recipientsOf(["undelivered"], `item:${id}`, book).map(({ name }) => name),
  };
}

/** What was delivered to a homework, in its order. */
export const deliveredTo = (contributions: Contribution[], id: string): Contribution[] =>
  contributions.filter(({ kind, item }) => kind === "homework.delivered" && item === `item:${id}`);
