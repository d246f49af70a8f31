// What a reader may see: guests of single meetings see those; minutes are for those who lead, and for those whom the meeting was for.
import type { Person } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import { itemIn } from "../recipients.ts";
import { placeOf } from "../signup/places.ts";
import { partsOf } from "../view.ts";
import { attendanceOf } from "./attendance.ts";
import { guestsOf, isVisitor, meetingsOf } from "./guests.ts";

/** Who reads: their id in the network, where they are of it, and whether they have the lead's rights. */
export type Reader = { person?: string; leads: boolean };

/** Whether a reader may see an item or idea, and what is put beside it; `about` as `item:m1`. */
export function sees(book: Book, { person, leads }: Reader, about: string): boolean {
  const me = personIn(book, person);
  if (leads || !me) return leads;
  const signUp = book.view.signUps?.[partsOf(about)[1]];
  const hasPlace = signUp !== undefined && placeOf(signUp, me.id) !== undefined;
  return !isVisitor(me, book.contributions) || hasPlace || meetingsOf(book.contributions, me.id).includes(about);
}

/** Whether a reader may read the minutes of a meeting: it was for them, or they came. */
export function readsMinutes(book: Book, { person, leads }: Reader, item: string): boolean {
  const me = personIn(book, person);
  if (leads || !me) return leads;
  const [, id] = partsOf(item);
  const { audience = [] } = itemIn(book, id) ?? {};
  const isOne = (people: Person[]) => people.some((one) => one.id === me.id);
  const hasSeat = book.view.signUps?.[id]?.seats.includes(me.id) ?? false;
  const came = attendanceOf(book.contributions, item).some(({ present }) => present.includes(me.id));
  const isFor = !isVisitor(me, book.contributions) && me.roles.some((role) => audience.includes(role));
  return isFor || hasSeat || came || isOne(guestsOf(book, item));
}

const personIn = ({ people }: Book, id: string | undefined) => people.find((one) => one.id === id);
