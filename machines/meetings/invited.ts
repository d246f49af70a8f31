// Whose answer to a meeting is taken: that of who is invited, and of who leads, whether or not the meeting is for them.
import type { Person, Text } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import { itemIn } from "../recipients.ts";
import { placeOf } from "../signup/places.ts";
import { rolesFor } from "../trigger-types.ts";
import { guestsOf, isVisitor } from "./guests.ts";

/** Why a person's answer to a meeting is not taken, in words; undefined where it is. `item`: its id alone. */
export function answerRefusal(book: Book, item: string, person: string): Text | undefined {
  const me = book.people.find(({ id }) => id === person);
  if (!me) return NOBODY;
  return isInvited(book, item, me) || leads(book, me) ? undefined : notInvited(item);
}

const leads = ({ plan }: Book, { roles }: Person): boolean =>
  roles.some((role) => rolesFor(plan.programme, "openPhase").includes(role));

/** Those it is planned for, also while people sign up to it; who has a place; and its guests. */
function isInvited(book: Book, item: string, me: Person): boolean {
  const { audience = [] } = itemIn(book, item) ?? {};
  const signUp = book.view.signUps?.[item];
  const isPlanned = me.roles.some((role) => audience.includes(role)) && !isVisitor(me, book.contributions);
  const hasPlace = signUp !== undefined && placeOf(signUp, me.id) !== undefined;
  return isPlanned || hasPlace || guestsOf(book, `item:${item}`).includes(me);
}

const NOBODY: Text = {
  da: "Kun personer, der er med i netværket, svarer på invitationer: adgangsnøglen er ingen persons. Skriv, hvem svaret er fra (person).",
  en: "Only people of the network answer invitations: the token is nobody's. Say whose answer it is (person).",
};

const notInvited = (item: string): Text => ({
  da: `Mødet «${item}» er ikke for dig: kun de inviterede svarer. Bed den, der leder netværket, om at invitere dig, hvis du vil med.`,
  en: `The meeting «${item}» is not for you: only those invited answer. Ask whoever leads the network to invite you if you want to come.`,
});
