// The outbox as the mail sender sees it, on the store. Mail of a rehearsal goes to the catcher, whatever server is set.
import { createHash, randomUUID } from "node:crypto";
import type { ClaimedMail as SendersMail, OutboxPort } from "../mail/sender.ts";
import {
  claimDigests,
  claimMails,
  putBackMails,
  releaseClaims,
  releaseDeadClaims,
  settleMails,
  type ClaimedMail,
} from "../store/outbox.ts";
import { isOvertaken } from "../machines/overtaken.ts";
import { bookOf } from "../store/journal.ts";
import type { Store } from "../store/open.ts";
import { senderName } from "../store/sender-name.ts";

/**
 * A port that claims for the process called `called`, under a name that no other has had. On a database server it holds that name
 * while it claims, so that others know when it is gone; the embedded database has one process, which puts back all at its start.
 */
export function outboxPort(store: Store, called: string, now: () => number): OutboxPort {
  const by = `${called}-${randomUUID()}`;
  const name = store.kind === "server" ? senderName(store, by) : undefined;
  return {
    claim: async (limit) => {
      await name?.hold();
      const due = { by, limit, now: now() };
      const single = (await claimMails(store, due)).map(singleOf);
      const room = limit - single.length;
      if (room <= 0) return single;
      return [...single, ...dailyOf(await stillTrue(store, await claimDigests(store, { ...due, limit: room }), now()))];
    },
    settle: (results) =>
      settleMails(
        store,
        results.map(({ id, ...result }) => ({ messageId: id, ...result })),
      ),
    putBack: (ids) => putBackMails(store, ids),
    recover: async (held) => {
      await releaseClaims(store, by, held);
      if (name) await releaseDeadClaims(store);
    },
    close: async () => name?.free(),
  };
}

/** What waited and is no longer so does not go, and the ledger says that it did not. */
async function stillTrue(store: Store, mails: ClaimedMail[], at: number): Promise<ClaimedMail[]> {
  const networks = [...new Set(mails.map(({ network }) => network))];
  const books = new Map(await Promise.all(networks.map(async (id) => [id, await bookOf(store, id)] as const)));
  const isOver = ({ network, model, reader, audience }: ClaimedMail) => {
    const book = books.get(network);
    return !book || isOvertaken({ model, to: audience ?? [], person: reader.id }, book);
  };
  const over = mails.filter(isOver);
  await settleMails(
    store,
    over.map(({ messageId }) => ({ messageId, state: "failed", at, response: "overtaken", overtaken: true })),
  );
  return mails.filter((mail) => !over.includes(mail));
}

const singleOf = ({ messageId, model, reader, attempts, clock }: ClaimedMail): SendersMail => ({
  id: messageId,
  messageId,
  model,
  reader,
  attempts,
  rehearsal: clock !== "real",
});

/** One mail for each person. Its Message-ID follows from what is in it: sent twice after a crash it is one, with more in it another. */
function dailyOf(mails: ClaimedMail[]): SendersMail[] {
  const people = [...new Set(mails.map(({ reader }) => reader.id))];
  return people.map((person) => {
    const own = mails.filter(({ reader }) => reader.id === person);
    const [first, ...others] = own as [ClaimedMail, ...ClaimedMail[]];
    const contents = createHash("sha256").update(own.map(({ messageId }) => messageId).join(" "));
    return {
      ...singleOf(first),
      messageId: `daily.${person}.${contents.digest("hex").slice(0, 24)}@fremdrift.invalid`,
      attempts: Math.max(...own.map(({ attempts }) => attempts)),
      with: others.map(({ messageId: id, model }) => ({ id, model })),
    };
  });
}
