// What somebody means by a trigger, where people sign up: whose place it is, and that a yes takes one and a no gives it up.
import type { Text } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import { refusals } from "../refusals.ts";
import type { Trigger } from "../trigger.ts";
import { rolesFor } from "../trigger-types.ts";
import { placeOf } from "./places.ts";

type Asked = Pick<Trigger, "type" | "data" | "by" | "role">;
type Known = Pick<Book, "plan" | "people" | "view">;

const PLACES = ["signUp", "withdrawSignUp"];

/** Whether `meantBy` may make anything else of it: whoever asks needs the network's people and view only then. */
export const isAboutPlaces = ({ type, data }: Pick<Trigger, "type" | "data">): boolean =>
  PLACES.includes(type) || (type === "answer" && (data["answer"] === "declined" || data["answer"] === "accepted"));

/**
 * The trigger with the id of the person whose place it is (`personId`), found by the e-mail in its data. Where people sign up, a yes from who
 * has no place is `signUp`, and a no from who has one `withdrawSignUp`. Others come back as they are. `why`: nobody has the address, or the
 * place is not the asker's to say.
 */
export function meantBy<T extends Asked>(book: Known, trigger: T): T | { why: Text } {
  if (!isAboutPlaces(trigger)) return trigger;
  const { type, by, role, data } = trigger;
  const email = data["person"];
  const person = email === undefined ? by : personBy(book, String(email));
  if (type === "answer") {
    const signUp = book.view.signUps?.[String(data["item"])];
    const isYes = data["answer"] === "accepted";
    if (
      !signUp ||
      person === undefined ||
      isInvitedAnyway(book, String(data["item"]), person) ||
      isYes === (placeOf(signUp, person) !== undefined)
    )
      return trigger;
    const about = { item: data["item"], ...(email !== undefined && { person: email }) };
    return meantBy(book, { ...trigger, type: isYes ? "signUp" : "withdrawSignUp", data: about });
  }
  if (person === undefined || !book.people.some(({ id }) => id === person))
    return { why: refusals.nobody(String(email ?? by)) };
  if (type === "signUp" && isInvitedAnyway(book, String(data["item"]), person)) return { why: INVITED };
  const isLead = rolesFor(book.plan.programme, "openPhase").includes(role);
  if (!isLead && person !== by) return { why: refusals.onBehalf() };
  const { person: _, ...rest } = data;
  return { ...trigger, data: { ...rest, personId: person } };
}

/** Whether somebody is invited to a meeting that the plan has open to others than the invited: they answer that, and take no seat. */
export function isInvitedAnyway({ plan, people, view }: Known, item: string, person: string): boolean {
  const meeting = plan.programme.items.find(({ id, openSignUp }) => id === item && openSignUp);
  const audience = view.items[item]?.audience ?? meeting?.audience ?? [];
  return (
    meeting !== undefined &&
    people.some(({ id, roles }) => id === person && roles.some((role) => audience.includes(role)))
  );
}

const INVITED: Text = {
  da: "Personen er inviteret til mødet i forvejen: svar på invitationen (answer) i stedet for at tilmelde sig.",
  en: "The person is invited to the meeting already: answer the invitation (answer) instead of signing up.",
};

const personBy = ({ people }: Known, email: string): string | undefined =>
  people.find((one) => one.email.toLowerCase() === email.toLowerCase())?.id;
