// The people of a network, and where each belongs.
import type { Item, Person, Programme, Session } from "../programmes/types.ts";
import type { MemberChange } from "./ledger.ts";

/** The people after some changes, in order. */
export function peopleAfter(people: Person[], changes: MemberChange[]): Person[] {
  return changes.reduce(after, people);
}

function after(people: Person[], change: MemberChange): Person[] {
  switch (change.do) {
    case "join":
      return [...people.filter(({ id }) => id !== change.person.id), joined(people, change.person)];
    case "leave":
      return people.filter(({ id }) => id !== change.person);
    case "change": {
      const { do: _, person, ...place } = change;
      return people.map((one) => (one.id === person ? { ...one, ...place } : one));
    }
    default:
      return people.map((person) => afterHandOver(person, change));
  }
}

/** Who is there already gets the new roles beside the old ones. Whoever adds a person says that the address is good. */
function joined(people: Person[], person: Person): Person {
  const { bounced: _, ...known } = people.find(({ id }) => id === person.id) ?? person;
  return { ...known, ...person, roles: [...new Set([...known.roles, ...person.roles])] };
}

/** Handed over to oneself, a role stays. */
function afterHandOver(person: Person, { role, from, to }: Extract<MemberChange, { do: "handOver" }>): Person {
  const others = person.roles.filter((one) => one !== role);
  if (person.id === to) return { ...person, roles: [...others, role] };
  return person.id === from ? { ...person, roles: others } : person;
}

/** The sessions that an item has by itself, or by the meeting whose sessions its own window counts from. */
export function sessionsOf({ items }: Programme, item: Item): Session[] {
  if (item.sessions) return item.sessions;
  const refs =
    "between" in item.when
      ? item.when.between
      : "before" in item.when
        ? [item.when.before]
        : "after" in item.when
          ? [item.when.after]
          : [];
  return items.findLast(({ id, sessions }) => sessions && refs.includes(id))?.sessions ?? [];
}

/** Where a person is from: as said of them, else as all others say who are of their organisation. Undefined where nobody says. */
export function regionOf(person: Person, people: Person[]): string | undefined {
  if (person.region !== undefined || person.organisation === undefined) return person.region;
  const same = people.filter(({ organisation }) => organisation === person.organisation);
  const regions = new Set(same.flatMap(({ region }) => region ?? []));
  return regions.size === 1 ? [...regions][0] : undefined;
}
