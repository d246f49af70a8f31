// Who has a place at an open meeting: first come, first served. Seats up to the capacity, then a waiting list in order.

/** Ids of people, each list in the order they came. */
export type Places = { seats: string[]; waiting: string[] };

/** Nobody yet. */
export const NO_PLACES: Places = { seats: [], waiting: [] };

/** Where a person stands: `seat`, `waiting`, or undefined where they have not signed up. */
export function placeOf({ seats, waiting }: Places, person: string): "seat" | "waiting" | undefined {
  if (seats.includes(person)) return "seat";
  return waiting.includes(person) ? "waiting" : undefined;
}

/** Whether the next who signs up gets a seat. Without a capacity everybody does. */
export const hasSeat = ({ seats, waiting }: Places, capacity: number | undefined): boolean =>
  capacity === undefined || (waiting.length === 0 && seats.length < capacity);

/** The places after a person signs up: a seat where there is one, else the end of the waiting list. Once is enough. */
export function withPerson(places: Places, person: string, capacity: number | undefined): Places {
  if (placeOf(places, person)) return places;
  return hasSeat(places, capacity)
    ? { ...places, seats: [...places.seats, person] }
    : { ...places, waiting: [...places.waiting, person] };
}

/** The places after a person withdraws; whoever waits first has the seat that is free then. */
export function withoutPerson({ seats, waiting }: Places, person: string, capacity: number | undefined): Places {
  const left = (people: string[]) => people.filter((one) => one !== person);
  return movedUp({ seats: left(seats), waiting: left(waiting) }, capacity);
}

/** The places with another capacity: with more room those who wait move up; with less nobody loses a seat. */
export function movedUp({ seats, waiting }: Places, capacity: number | undefined): Places {
  const room = capacity === undefined ? waiting.length : Math.max(0, capacity - seats.length);
  return { seats: [...seats, ...waiting.slice(0, room)], waiting: waiting.slice(room) };
}

/** Those who have a seat in `after` and waited in `before`, in order. */
export const risen = (before: Places, after: Places): string[] =>
  before.waiting.filter((person) => after.seats.includes(person));
