// Who leaves the network gives up their places at open meetings first, so that those who wait move up.
import { contribute } from "../contribute.ts";
import type { Book } from "../ledger.ts";
import type { Trigger } from "../trigger.ts";
import { placeOf } from "./places.ts";
import { shutFor } from "./standing.ts";

/** Triggers by which somebody may leave. */
const LEAVES = ["removePerson", "uninviteGuest"];

/** Whether `placesGivenUp` may come to anything: the network's book is needed only then. */
export const mayMakeLeave = ({ type }: Pick<Trigger, "type">): boolean => LEAVES.includes(type);

/**
 * What a host applies before a trigger by which somebody leaves: `withdrawSignUp` for each place that the person has at a meeting still
 * to come, in the name of whoever removes them. None where the trigger would be refused.
 */
export function placesGivenUp(book: Book, trigger: Trigger): Trigger[] {
  if (!mayMakeLeave(trigger) || !book.view.signUps) return [];
  const done = contribute(book, trigger);
  const leaving = (done.ok ? done.writing.members : []).flatMap((change) =>
    change.do === "leave" ? [change.person] : [],
  );
  const { key, at, by, role, data } = trigger;
  const reason = data["reason"] === undefined ? {} : { reason: data["reason"] };
  return leaving.flatMap((personId) =>
    Object.entries(book.view.signUps!).flatMap(([item, signUp]): Trigger[] => {
      const shut = shutFor(book.view, item, at);
      if (shut === "over" || shut === "cancelled" || !placeOf(signUp, personId)) return [];
      return [{ key: `${key}/${item}`, at, by, role, type: "withdrawSignUp", data: { item, personId, ...reason } }];
    }),
  );
}
