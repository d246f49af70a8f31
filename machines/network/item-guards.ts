// What must hold for an event of an item: whether its dates are known, whether a meeting is a draft, and how far its minutes are.
import type { Scope } from "./actions.ts";
import { concerns, restoredIn, WHOLE, type Dates } from "./item-dates.ts";
import { hasSession, isDated } from "./item-entries.ts";
import { datedIn } from "./item-split.ts";
import { minutesGuards } from "./minutes.ts";

/** Whether nobody has been told of a meeting's date. */
export type DraftContext = { isDraft?: true | undefined };

type Given = Scope<{ sessions: Record<string, Dates> } & DraftContext>;

/** The guards of an item's machine, by name. `meets`: it is a meeting. */
export function itemGuards(meets: boolean, zone: string) {
  return {
    isDated: ({ context }: Given) => meets && Object.values(context.sessions).every(isDated),
    pins: ({ context, event }: Given) => !event["draft"] && hasSession(context, event),
    willBeDated: ({ context, event }: Given) =>
      !event["draft"] &&
      hasSession(context, event) &&
      Object.entries(context.sessions).every(([id, dates]) => isDated(dates) || concerns(event, id)),
    // All of it at once: of a meeting of which some have been told nothing is a draft any more.
    willBeDraft: ({ context, event }: Given) =>
      meets &&
      event["draft"] === true &&
      Object.entries(context.sessions).every(([id, dates]) => !isDated(dates) && concerns(event, id)),
    beginsAsDraft: ({ context, event }: Given) =>
      meets && event["draft"] === true && Object.values(context.sessions).every(isDated),
    // A draft, or one that was published and is taken back before anybody had been told.
    wasDraft: (scope: Given) =>
      (scope.context.isDraft === true || scope.event["draft"] === true) &&
      Object.values(restoredIn(scope, zone)).every(isDated),
    ...minutesGuards,
    isDatedSession: ({ context, event }: Given) => meets && isDated(context.sessions[event["session"]]),
    hasSession: ({ context, event }: Given) => hasSession(context, event),
    isWhole: ({ context }: Given) => WHOLE in context.sessions,
    willBeSplitAndDated: ({ context, event }: Given) =>
      WHOLE in context.sessions && datedIn(event).length === event["sessions"].length,
    wasPinned: (scope: Given) => Object.values(restoredIn(scope, zone)).every(isDated),
  };
}
