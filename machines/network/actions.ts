// Recording and telling, as actions that a machine can name. The engine turns them into effects.
import { sendParent } from "xstate";
import type { Entry, Kind } from "../ledger.ts";

/** What an action is given: the machine's context and the event. Its shape is checked where triggers come in. */
export type Scope<C> = { context: C; event: { type: string; [key: string]: any } }; // oxlint-disable-line typescript/no-explicit-any

type Words = Partial<Omit<Entry, "n" | "at" | "kind">>;

/** An entry in the ledger. */
export const record = <C>(kind: Kind, words: (scope: Scope<C>) => Words = () => ({})) => ({
  type: "record" as const,
  params: (scope: Scope<C>) => ({ kind, ...words(scope) }),
});

/** An entry whose audience is told by mail. */
export const notify = <C>(words: (scope: Scope<C>) => Words & { rule: string; to: string[] }) => ({
  type: "notify" as const,
  params: (scope: Scope<C>) => ({ kind: "message.sent" as Kind, ...words(scope) }),
});

/** Told to the network by what somebody was to do, when it has been done. */
export const DONE = "followUp.done";

/** Tells the network of itself: `from` is its own id. */
export const tellParent = (type: string) =>
  sendParent(({ event, self }: Scope<unknown> & { self: { id: string } }) => ({
    type,
    from: self.id,
    at: event["at"],
  }));

/** What a person said to it: why, or in an advisory programme why all the same. */
export const reasonIn = (event: { [key: string]: unknown }): { reason?: string } => {
  const said = event["note"] ?? event["reason"];
  return said === undefined ? {} : { reason: String(said) };
};

/** For `setup()`: what the two do is up to the host. */
export const effects = { record: () => {}, notify: () => {} };
