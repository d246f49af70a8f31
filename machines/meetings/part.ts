// What contributions about meetings come to beside what was asked: people by their ids, counts for the ledger, who joins or leaves.
import type { Person, Text } from "../../programmes/types.ts";
import type { Json } from "../engine/types.ts";
import type { Book, MemberChange } from "../ledger.ts";
import { refusals } from "../refusals.ts";
import type { Trigger } from "../trigger.ts";
import { partsOf } from "../view.ts";
import { inviting, uninviting } from "./guests.ts";
import { delivering } from "./homework.ts";
import { removalRefusal } from "./links.ts";
import { noMinutes } from "./words.ts";

/**
 * `person`: whom it is about, where that is not who did it. `data`: what is kept instead of the trigger's own. `told`: what the ledger says
 * beside what the trigger's row names.
 */
export type Part = {
  person?: string;
  data?: { [key: string]: Json | undefined };
  told?: { [key: string]: Json | undefined };
  change?: MemberChange;
};

/** That part of a contribution, or why it cannot be. Undefined for triggers that are about something else. */
export function meetingPart(book: Book, trigger: Trigger): Part | { why: Text } | undefined {
  const { type, data } = trigger;
  switch (type) {
    case "inviteGuest":
      return inviting(book, trigger);
    case "uninviteGuest":
      return uninviting(book, trigger);
    case "setAgenda":
      return agendaPart(book, data);
    case "recordAttendance":
      return attendancePart(book, data);
    case "addToMinutes":
      return book.view.items[String(data["item"])]?.minutes ? {} : { why: noMinutes(String(data["item"])) };
    case "deliver": {
      const done = delivering(book, trigger);
      return "why" in done ? done : { told: done, data: { ...data, ...done } };
    }
    case "addLink":
      return isThere(book, String(data["about"])) ? {} : { why: refusals.absent(String(data["about"])) };
    case "removeLink": {
      const why = removalRefusal(book, trigger);
      return why ? { why } : {};
    }
    default:
      return undefined;
  }
}

/** Whether there is such an item or idea; `about` as `item:m1`. */
export function isThere({ view }: Pick<Book, "view">, about: string): boolean {
  const [what, id] = partsOf(about);
  return Object.hasOwn(what === "item" ? view.items : what === "idea" ? view.ideas : {}, id);
}

/** Who has a point, by their id where they are of the network. */
function agendaPart({ people }: Book, data: Trigger["data"]): Part {
  const points = (data["points"] as { who?: string }[]).map(({ who, ...point }) => {
    const person = who === undefined ? undefined : personBy(people, who);
    return { ...point, ...(person ? { person: person.id } : who !== undefined && { who }) };
  });
  return { data: { ...data, points }, told: { points: points.length } };
}

function attendancePart(book: Book, data: Trigger["data"]): Part | { why: Text } {
  const { present, absent = [], guests = [] } = data as { present: string[]; absent?: string[]; guests?: string[] };
  const unknown = [...present, ...absent].find((email) => !personBy(book.people, email));
  if (unknown !== undefined) return { why: refusals.nobody(unknown) };
  const ids = (emails: string[]) => [...new Set(emails.map((email) => personBy(book.people, email)!.id))];
  const [came, missing] = [ids(present), ids(absent)];
  return {
    data: { ...data, present: came, absent: missing },
    told: { present: came.length, absent: missing.length, guests: guests.length },
  };
}

const personBy = (people: Person[], email: string) =>
  people.find((person) => person.email.toLowerCase() === email.toLowerCase());
