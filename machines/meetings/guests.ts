// Guests of single meetings: people from outside who are invited to one meeting and hear of nothing else.
import type { Person, Text } from "../../programmes/types.ts";
import { ROOT } from "../engine/types.ts";
import type { Book, Contribution, Kind } from "../ledger.ts";
import { refusals } from "../refusals.ts";
import type { Trigger } from "../trigger.ts";
import { GUEST } from "../trigger-types.ts";
import type { Part } from "./part.ts";
import { notAGuest } from "./words.ts";

/** What a book has to hold of contributions to know its guests. */
export const GUESTS: Kind[] = ["guest.invited", "guest.uninvited", "person.joined"];

type Guests = Pick<Book, "people" | "contributions">;

/** Those invited to a meeting as guests of it; `item` as `item:m1`. */
export function guestsOf({ people, contributions }: Guests, item: string): Person[] {
  const ids = invitedTo(contributions, item);
  return ids.size === 0 ? [] : people.filter(({ id }) => ids.has(id));
}

/** The people without those who are in the network as guests of single meetings only. */
export function withoutVisitors({ people, contributions }: Guests): Person[] {
  if (!contributions.some((one) => one.kind === "guest.invited" || isBySignUp(one))) return people;
  return people.filter((person) => !isVisitor(person, contributions));
}

/** Who signed up to a meeting from outside joined because of it. */
const isBySignUp = ({ kind, item }: Contribution): boolean => kind === "person.joined" && item !== ROOT;

/** Whether somebody is in the network as a guest of single meetings only: invited so, or signed up, and given no other part in it. */
export function isVisitor({ id, roles }: Pick<Person, "id" | "roles">, contributions: Contribution[]): boolean {
  if (roles.some((role) => role !== GUEST)) return false;
  const last = contributions.findLast(
    ({ kind, person, data }) =>
      person === id && (kind === "person.joined" || (kind === "guest.invited" && data["joined"] === true)),
  );
  return last !== undefined && (last.kind === "guest.invited" || isBySignUp(last));
}

/** How the invitation of a guest, or its end, stands with the network: who it is, and whether they join or leave by it. */
export type Invited = Required<Pick<Part, "person" | "data" | "told">> & Pick<Part, "change">;

/** `inviteGuest`: somebody who is in the network already stays what they are. */
export function inviting({ people }: Book, { key, data }: Trigger): Invited {
  const email = String(data["email"]);
  const known = personBy(people, email);
  const item = String(data["item"]);
  if (known) return { person: known.id, data: { item }, told: {} };
  const id = String(data["personId"] ?? `joined:${key}`);
  const language = data["language"] === "en" ? "en" : "da";
  const person: Person = { id, name: String(data["name"]), email, language, roles: [GUEST] };
  const told = { joined: true };
  return { person: id, data: { item, ...told }, told, change: { do: "join", person } };
}

/** `uninviteGuest`: whoever was in the network for that meeting alone leaves it. */
export function uninviting({ people, contributions }: Book, { data }: Trigger): Invited | { why: Text } {
  const email = String(data["person"]);
  const item = `item:${String(data["item"])}`;
  const person = personBy(people, email);
  if (!person) return { why: refusals.nobody(email) };
  if (!invitedTo(contributions, item).has(person.id)) return { why: notAGuest(email, item) };
  const others = meetingsOf(contributions, person.id).filter((one) => one !== item);
  const leaves = isVisitor(person, contributions) && others.length === 0;
  return {
    person: person.id,
    data: { item: String(data["item"]) },
    told: leaves ? { left: true } : {},
    ...(leaves && { change: { do: "leave", person: person.id } }),
  };
}

/** The meetings that somebody is invited to as a guest, as `item:m1`. */
export function meetingsOf(contributions: Contribution[], person: string): string[] {
  const meetings = new Set(ofGuests(contributions).flatMap(({ item }) => item ?? []));
  return [...meetings].filter((item) => invitedTo(contributions, item).has(person));
}

function invitedTo(contributions: Contribution[], item: string): Set<string> {
  const ids = new Set<string>();
  for (const { kind, person, item: of } of ofGuests(contributions)) {
    if (of !== item || person === undefined) continue;
    if (kind === "guest.invited") ids.add(person);
    else ids.delete(person);
  }
  return ids;
}

const ofGuests = (contributions: Contribution[]) => contributions.filter(({ kind }) => kind.startsWith("guest."));

const personBy = (people: Person[], email: string) =>
  people.find((person) => person.email.toLowerCase() === email.toLowerCase());
