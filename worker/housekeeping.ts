// What would grow without end is cleared away: when the house opens, and once a day from then on.
import { setTimeout as sleep } from "node:timers/promises";
import { forgetDrafts } from "../store/drafts.ts";
import { forgetNetworkDrafts } from "../store/network-drafts.ts";
import { forgetAnswers } from "../store/idempotency.ts";
import type { Store } from "../store/open.ts";
import { forgetMails } from "../store/retention.ts";
import { forgetSessions } from "../store/sessions.ts";
import { forgetSignIns } from "../store/sign-ins.ts";
import { both } from "./house-error.ts";

const DAY = 24 * 60 * 60_000;
/** Milliseconds that an answer is kept for whoever asks again with its key. What changed a network stands in its ledger for good. */
export const ANSWERS_KEPT = 30 * DAY;
/** Milliseconds that an ended session is known for what its person had written, and that the writing is kept. */
const SESSIONS_KEPT = 30 * DAY;
/** The same of what a mail said, after it was sent, and of mails that stayed in the house. */
export const MAILS_KEPT = 365 * DAY;
export const CAUGHT_KEPT = 90 * DAY;

export type Housekeeping = { start(): void; stop(): Promise<void> };

type Kept = {
  store: Store;
  now: () => number;
  log: (line: string) => void;
  every?: number;
  /** Networks that ended long ago (see retention.ts). Without it they stay. */
  retention?: () => Promise<void>;
  /** Where mails are that stayed in the house. */
  caught?: { forget(before: number): Promise<void> };
};

/** `every`: milliseconds between two rounds. A round that fails is told, and the next one comes all the same. */
export function createHousekeeping({ store, now, log, every = DAY, retention, caught }: Kept): Housekeeping {
  const ending = new AbortController();
  let rounds: Promise<void> | undefined;

  const round = async () => {
    await forgetAnswers(store, now() - ANSWERS_KEPT);
    await forgetSignIns(store, now() - DAY);
    await forgetSessions(store, now() - SESSIONS_KEPT);
    await forgetDrafts(store, now() - SESSIONS_KEPT);
    await forgetNetworkDrafts(store, now() - SESSIONS_KEPT);
    await forgetMails(store, now() - MAILS_KEPT);
    await caught?.forget(now() - CAUGHT_KEPT);
    await retention?.();
  };
  const goRound = async () => {
    while (!ending.signal.aborted) {
      await round().catch((error: unknown) => log(both(failed(error))));
      await sleep(every, undefined, { signal: ending.signal }).catch(() => {});
    }
  };

  return {
    start: () => void (rounds ??= goRound()),
    stop: async () => {
      ending.abort();
      await rounds;
    },
  };
}

const failed = (error: unknown) => ({
  da: `gamle svar er ikke ryddet op; det prøves igen i morgen: ${String(error)}`,
  en: `old answers were not cleared away; trying again tomorrow: ${String(error)}`,
});
