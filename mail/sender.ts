// Drains the outbox: claims mails that are due in batches, hands them over a few at a time, and writes down in batches what
// became of each. What was handed over and is not written down yet is what a kill may double: it is kept small.
import type { MailModel } from "../machines/ledger.ts";
import { attempt, outcomeOf, type DeliveryParts, type Settlement } from "./delivery.ts";
import { createPace } from "./pace.ts";
import type { Reader } from "./render.ts";
import { createSettling } from "./settling.ts";

/** A mail this sender holds. `attempts` counts the tries before this one. */
export type ClaimedMail = {
  id: string;
  messageId: string;
  model: MailModel;
  reader: Reader;
  attempts: number;
  /** Of a network that only rehearses: goes to `rehearsals`, never out of the house. */
  rehearsal?: boolean;
  /** Other mails that go to the reader in this same one: their daily mail. */
  with?: { id: string; model: MailModel }[];
};

/** What the sender needs of the outbox. A claimed mail is nobody else's until it is settled or put back. */
export type OutboxPort = {
  /** At most `limit` mails that are due, oldest first. */
  claim(limit: number): Promise<ClaimedMail[]>;
  /** What became of mails: sent, to be tried again, or given up. All of them or, when it rejects, none. */
  settle(results: Settlement[]): Promise<void>;
  /** Claimed and not tried: due again at once. */
  putBack(ids: string[]): Promise<void>;
  /** Puts back what no living sender holds; this one holds these. */
  recover(held: string[]): Promise<void>;
  /** The sender has ended. */
  close(): Promise<void>;
};

export type SenderParts = DeliveryParts & {
  outbox: OutboxPort;
  log: (line: string) => void;
  /** Mails a minute that the server takes from us; any number without it. */
  perMinute?: number;
};

export type Sender = {
  /** Begins to drain, now and whenever something is due. */
  start(): void;
  /** Ends when what is in flight has been sent and written down. Nothing is claimed after it was called. */
  stop(): Promise<void>;
  /** Sends what is due now; how many were sent. A drain already under way is joined. Rejects when the outbox does. */
  drain(): Promise<number>;
  /** Something new is in the outbox: looks at once instead of at the next round. */
  wake(): void;
};

/** Mails, and milliseconds. `unsure`: handed over, or being so, and not written down: what a kill may double. */
export const SENDER_LIMITS = {
  concurrent: 5,
  unsure: 25,
  batch: 100,
  pollEvery: 3_000,
  lookAgain: 300,
  /** Between two rounds without a pause: of mails that come one by one many go together into the next. */
  rest: 100,
};

/** A sender that is not yet started. One for each process; several share one outbox. */
export function createSender(parts: SenderParts): Sender {
  const { outbox, log } = parts;
  const pace = createPace(parts);
  const settling = createSettling(outbox.settle);
  let stopping = false;
  let woken = false;
  let rouse = () => {};
  let draining: Promise<number> | undefined;
  let looping: Promise<void> | undefined;

  async function drainOnce(): Promise<number> {
    await settling.write();
    await outbox.recover(settling.ids());
    const ready: ClaimedMail[] = [];
    const flying = new Set<Promise<void>>();
    const round = { sent: 0, serverDown: false, dry: false };
    let claiming: Promise<void> | undefined;

    const isOpen = () => !stopping && !round.serverDown && settling.works();
    const mayFly = () =>
      ready.length > 0 &&
      flying.size < SENDER_LIMITS.concurrent &&
      flying.size + settling.ids().length < SENDER_LIMITS.unsure &&
      pace.room() > 0;
    const launch = (mail: ClaimedMail) => {
      if (!mail.rehearsal) pace.took();
      const flight = attempt(parts, mail).then((result) => {
        flying.delete(flight);
        const outcome = outcomeOf(mail, result, parts.clock());
        settling.add(outcome, flying.size === 0);
        if (outcome[0]?.state === "failed") log(`Mail ${namedIn(mail)} could not be delivered: ${codeIn(result)}`);
        if (result.ok) round.sent += 1;
        // A server that is not there stops every mail alike: the rest waits for the next round untouched.
        else if (result.fault === "server") round.serverDown = true;
      });
      flying.add(flight);
    };
    const claim = async () => {
      const limit = Math.min(SENDER_LIMITS.batch, pace.room() - ready.length);
      const claimed = limit > 0 ? await outbox.claim(limit) : [];
      round.dry = claimed.length < limit || limit <= 0;
      ready.push(...claimed);
    };
    const claimAhead = () => {
      if (claiming || round.dry || ready.length >= SENDER_LIMITS.concurrent) return;
      claiming = claim().finally(() => (claiming = undefined));
      // Seen where it is waited for.
      claiming.catch(() => {});
    };
    try {
      for (;;) {
        if (isOpen()) claimAhead();
        while (isOpen() && mayFly()) launch(ready.shift()!);
        const under = [...flying, ...(claiming ? [claiming] : []), ...settling.underWay()];
        if (under.length === 0) return round.sent;
        await Promise.race(under);
      }
    } finally {
      await Promise.allSettled([...flying, claiming]);
      await ended(ready);
    }
  }

  /** What was claimed and not tried is put back, and what became of the rest is written down. */
  async function ended(ready: ClaimedMail[]): Promise<void> {
    await settling.write();
    if (ready.length > 0) await outbox.putBack(ready.flatMap(idsOf));
  }

  const drain = () => (draining ??= drainOnce().finally(() => (draining = undefined)));

  async function loop(): Promise<void> {
    while (!stopping) {
      woken = false;
      const failed = await drain().then(
        () => false,
        (error: unknown) => (log(`The outbox cannot be read or written, mails wait: ${messageOf(error)}`), true),
      );
      if (stopping) return;
      if (woken) await new Promise((resolve) => setTimeout(resolve, SENDER_LIMITS.rest));
      else await nap(failed ? SENDER_LIMITS.lookAgain : SENDER_LIMITS.pollEvery);
    }
  }

  const nap = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => (clearTimeout(timer), resolve());
    });

  const wake = () => {
    woken = true;
    rouse();
  };

  return {
    start() {
      stopping = false;
      looping ??= loop();
    },
    async stop() {
      stopping = true;
      wake();
      await looping;
      await draining?.catch(() => {});
      looping = undefined;
      await outbox.close();
    },
    drain,
    wake,
  };
}

/** A mail's id as it is logged: what follows the @ is the same in all, and looks like somebody's address. */
const namedIn = ({ id }: ClaimedMail): string => id.replace(/@.*$/, "");
/** A server's code alone, since what it says names the reader: that stands in the outbox. */
const codeIn = ({ response }: { response: string }): string =>
  /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?\b/.exec(response)?.[0] ?? response;

/** The ids of a mail and of those that go with it. */
const idsOf = ({ id, with: others = [] }: ClaimedMail): string[] => [id, ...others.map((one) => one.id)];

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
