// Which sessions of an item an event is about, and an entry in the ledger for each of them.
import { enqueueActions, sendParent } from "xstate";
import type { Scope } from "./actions.ts";
import { concerns, datedBy, datesOf, WHOLE, windowOf, type Dates } from "./item-dates.ts";
import { datedIn } from "./item-split.ts";

/** What an item knows of its sessions; `rearmed`: those that were dated last. */
type Dated = {
  id?: string;
  sessions: Record<string, Dates>;
  rearmed?: string[];
  before?: Record<string, Dates>;
  isFollowed?: true;
};
type Event = Scope<unknown>["event"];
type Sessions = (scope: Scope<Dated>) => string[];

/** Told to the network when an item that others count from has another date. */
export const DATED = "item.dated";
/** Told to the item itself: other dates of what it counts from, and a change that is taken back. */
export const FOLLOW = "follow";
export const RESTORE = "restore";

export const isDated = (dates: Dates | undefined): boolean => dates?.start !== undefined;

/** All sessions that the event is about; those that a split dates; those that have a date; those that were dated last. */
export const concerned: Sessions = ({ context, event }) =>
  Object.keys(context.sessions).filter((id) => concerns(event, id));
export const datedNow: Sessions = ({ event }) => datedIn(event);
export const datedOf: Sessions = ({ context: { sessions } }) =>
  Object.keys(sessions).filter((id) => isDated(sessions[id]));
export const rearmed: Sessions = ({ context }) => context.rearmed ?? [];

/** Whether the session that an event names is there; of all of them it always is. */
export const hasSession = (context: Dated, event: Event): boolean =>
  event["session"] === undefined || event["session"] in context.sessions;

/** The sessions that an event dates: those it names, or of a window that follows another those that are not as before. */
export function changedIn({ context, event }: Scope<Dated>, { sessions = {} }: Partial<Dated>): string[] {
  if (event.type !== FOLLOW && event.type !== RESTORE) return datedBy({ context, event });
  // Published and taken back it has the date that it had: that it is a draft again is said all the same.
  if (event["draft"] === true) return concerned({ context, event });
  return Object.keys(sessions).filter(
    (id) => JSON.stringify(datesOf(sessions[id]!)) !== JSON.stringify(datesOf(context.sessions[id]!)),
  );
}

/** An actor's own subject is that of the whole item. */
export const subjectOf = ({ id }: Dated, session: string): { subject?: string } =>
  session === WHOLE ? {} : { subject: `item:${id}/${session}` };

/** An action: an entry for each of some sessions. */
export const each = <C extends Dated>(
  sessions: Sessions,
  words: (scope: Scope<C>, session: string) => Record<string, unknown>,
  type: "record" | "notify" = "record",
) =>
  enqueueActions(({ context, event, enqueue }) => {
    const scope = { context, event } as Scope<C>;
    for (const session of sessions(scope))
      enqueue({
        type,
        params: { ...subjectOf(scope.context, session), ...words(scope, session) },
      } as never);
  });

/** An action: whoever counts from the item is told where it now stands. */
export const tellFollowers = enqueueActions(({ context, event, enqueue }) => {
  const { isFollowed, id, sessions, rearmed: changed = [] } = context as Dated;
  if (isFollowed && changed.length > 0)
    enqueue(sendParent({ type: DATED, item: id, window: windowOf(sessions), at: (event as Event)["at"] }) as never);
});
