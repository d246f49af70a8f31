// Mails as they are seen: what became of each, how late reminders were, and which trigger they came of.
import type { OutboxPort } from "../../mail/sender.ts";
import type { MailTransport } from "../../mail/transport.ts";
import type { Store } from "../../store/open.ts";
import { keysOfRows, plannedOf } from "../../store/watch.ts";
import type { MailOutcome, Meters } from "./meters.ts";
import { markOf, type Origins } from "./origins.ts";
import type { Traces } from "./traces.ts";

type Settled = Parameters<OutboxPort["settle"]>[0];
type Claimed = Awaited<ReturnType<OutboxPort["claim"]>>;

export type MailsSeen = {
  outbox(port: OutboxPort): OutboxPort;
  transport<T extends Pick<MailTransport, "sendMail">>(transport: T): T;
};

/** Both ends of the sender, watched. What is read of the store for that may fail without harm to a mail. */
export function mailsSeen({
  store,
  meters,
  traces,
  origins,
}: {
  store: Store;
  meters?: Meters;
  traces?: Traces;
  origins?: Origins;
}): MailsSeen {
  /** Of mails that are held: the trigger each came of. */
  const marks = new Map<string, { network: string; key: string }>();

  const learn = async (mails: Claimed): Promise<void> => {
    const single = mails.filter((mail) => !mail.with && mail.model.sequence !== undefined);
    const refs = single.map(({ model }) => ({ network: model.network, seq: model.sequence! }));
    const keys = await keysOfRows(store, refs).catch(() => []);
    const by = new Map(keys.map(({ network, seq, key }) => [`${network} ${seq}`, { network, key }]));
    for (const { messageId, model } of single) {
      const mark = by.get(`${model.network} ${model.sequence}`);
      if (mark) marks.set(messageId, mark);
    }
  };

  const count = async (results: Settled): Promise<void> => {
    for (const { state, bounced } of results) meters?.mail(bounced ? "bounced" : OUTCOMES[state]);
    const sent = results.filter(({ state }) => state === "sent");
    const planned =
      sent.length > 0
        ? await plannedOf(
            store,
            sent.map(({ id }) => id),
          ).catch(() => [])
        : [];
    const at = sent[0]?.at ?? 0;
    // What somebody sent before its time is not late.
    for (const instant of planned) if (instant <= at) meters?.reminded((at - instant) / 1_000);
  };

  return {
    outbox: (port) => ({
      ...port,
      claim: async (limit) => {
        const mails = await port.claim(limit);
        if (traces && mails.length > 0) await learn(mails);
        return mails;
      },
      settle: async (results) => {
        await port.settle(results);
        if (meters) await count(results);
      },
    }),
    transport: (transport) => {
      if (!traces) return transport;
      const sendMail: MailTransport["sendMail"] = async (mail) => {
        const mark = marks.get(mail.messageId);
        marks.delete(mail.messageId);
        const under = mark && origins?.of(mark.network, mark.key);
        const attributes = {
          "fremdrift.network": mail.list.id,
          ...(mark && { "fremdrift.trigger": [markOf(mark.network, mark.key)] }),
        };
        return await traces.within({ name: "mail", kind: "PRODUCER", attributes, under }, async (span) => {
          const result = await transport.sendMail(mail);
          span.setAttribute("fremdrift.outcome", result.ok ? "sent" : result.fault);
          return result;
        });
      };
      return { ...transport, sendMail };
    },
  };
}

const OUTCOMES: Record<Settled[number]["state"], MailOutcome> = { sent: "sent", queued: "retried", failed: "failed" };
