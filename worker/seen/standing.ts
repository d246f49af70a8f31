// How an installation stands when the metrics are read: asked of the store, and of its own checks.
import type { Check, Parts } from "../../api/parts.ts";
import type { Store } from "../../store/open.ts";
import type { Connections } from "../../store/pool.ts";
import { overdueReminders, waitingMails, writtenIn } from "../../store/watch.ts";
import type { Lag } from "./lag.ts";

/** Counts and seconds. NaN: could not be read, for which `checks` say why. */
export type Standing = {
  waiting: number;
  oldest: number;
  /** Reminders that are late: still in the outbox, or not even written by their network. */
  unsent: { outbox: number; network: number };
  behind: number;
  lag: number;
  database: Connections;
  checks: Pick<Check, "name" | "ok">[];
};

/** Milliseconds after which a reminder counts as late, and for which what is costly to ask counts as still so. */
const LIMITS = { late: 5 * 60_000, quick: 5_000, costly: 60_000 };

export type Asked = { store: Store; checks: Parts["checks"]; lag: Lag; now: () => number };

/** Reads how things stand. Never throws; asked often, it answers what it knew seconds ago. */
export function createStanding({ store, checks, lag, now }: Asked): () => Promise<Standing> {
  const late = () => now() - LIMITS.late;
  const nothing = { mails: NaN, oldest: NaN, reminders: NaN };
  const mails = kept(LIMITS.quick, now, () => waitingMails(store, { late: late() }).catch(() => nothing));
  const overdue = kept(LIMITS.costly, now, () => overdueReminders(store, { late: late() }).catch(() => NaN));
  const asked = kept(LIMITS.costly, now, () => checks({ without: ["agreement"] }).catch(() => []));
  const behind = () =>
    writtenIn(store, lag.networks()).then(
      (written) => lag.behind(written),
      () => ({ entries: NaN, ms: NaN }),
    );
  return async () => {
    const [outbox, network, parts, { entries, ms }] = await Promise.all([mails(), overdue(), asked(), behind()]);
    return {
      waiting: outbox.mails,
      oldest: outbox.oldest === null ? 0 : Math.max(0, now() - outbox.oldest) / 1_000,
      unsent: { outbox: outbox.reminders, network },
      behind: entries,
      lag: ms / 1_000,
      database: store.connections(),
      checks: parts,
    };
  };
}

/** The same, asked at most once in so many milliseconds; who asks meanwhile shares the answer. */
function kept<T>(forMs: number, now: () => number, ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (!last || now() - last.at >= forMs) last = { at: now(), answer: ask() };
    return last.answer;
  };
}
