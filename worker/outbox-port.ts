// The outbox as the mail sender sees it, on the store. Mail of a rehearsal goes to the catcher, whatever server is set.
import type { ClaimedMail, OutboxPort } from "../mail/sender.ts";
import { claimMails, markFailed, markRetry, markSent } from "../store/outbox.ts";
import type { Store } from "../store/open.ts";

/** A port that claims for the process named `by`. */
export function outboxPort(store: Store, by: string, now: () => number): OutboxPort {
  return {
    claim: async (limit) => {
      const claimed = await claimMails(store, { by, limit, now: now() });
      return claimed.map(({ messageId, model, reader, attempts, clock }): ClaimedMail => {
        return { id: messageId, messageId, model, reader, attempts, rehearsal: clock !== "real" };
      });
    },
    sent: (messageId, response, at) => markSent(store, [{ messageId, response, at }]),
    retry: (messageId, nextAt, response) => markRetry(store, [{ messageId, nextAt, response }]),
    failed: (messageId, response) => markFailed(store, [{ messageId, response }]),
  };
}
