// What works without being asked: Temporal's worker, mails out and in, networks that are played, and clearing away.
import { createActivities } from "../activities/create.ts";
import { ensureStarted } from "../api/create.ts";
import type { Parts } from "../api/parts.ts";
import type { Submit } from "../api/submit.ts";
import type { Sender } from "../mail/sender.ts";
import { getNetwork, listNetworks } from "../store/networks.ts";
import { releaseAllClaims } from "../store/outbox.ts";
import type { Ground, OnClose } from "./ground.ts";
import { createHousekeeping } from "./housekeeping.ts";
import { openInboxes, type Inboxes } from "./inbox.ts";
import { senderFor } from "./mail.ts";
import { createPacer } from "./pacer.ts";
import { retain } from "./retention.ts";
import { startWorker } from "./temporal-worker.ts";

export type Work = {
  /** Begins with what waits. */
  begin(acting: { parts: Parts; submit: Submit }): Promise<void>;
  inboxes(): Inboxes | undefined;
  /** Resolves when the worker broke. */
  broken: Promise<Error>;
  /** Ends all but the worker, which others wait for. */
  stop(): Promise<void>;
};

/** A worker that polls; the rest begins when there is somebody to act through. */
export async function openWork(ground: Ground, onClose: OnClose): Promise<Work> {
  const { settings, store, post, now, log, watch } = ground;
  let sender: Sender | undefined;
  let inboxes: Inboxes | undefined;
  let ends: (() => Promise<unknown>)[] = [];
  const worker = await startWorker({
    address: ground.address,
    reach: ground.reach,
    dataConverter: ground.dataConverter,
    namespace: settings.temporalNamespace,
    activities: createActivities({ store, mailed: () => sender?.wake() }),
    workflowBundle: ground.bundle!,
    around: watch?.activities,
  });
  onClose(() => worker.stop());

  const begin: Work["begin"] = async ({ parts, submit }) => {
    const { mailFrom: from, smtpPerMinute: perMinute } = settings;
    sender = senderFor(store, post, {
      base: parts.base(),
      answerTokens: parts.answerTokens,
      from,
      perMinute,
      now,
      log,
      seen: watch?.mails?.(store),
    });
    if (store.kind === "embedded") await releaseAllClaims(store);
    const pacer = createPacer({ store, submit, now, log });
    const retaining = { store, now, months: settings.retentionMonths, base: parts.base, post: parts.post };
    const housekeeping = createHousekeeping({
      store,
      now,
      log,
      retention: () => retain(retaining),
      caught: post.catcher,
    });
    inboxes = openInboxes(settings, { parts, submit });
    ends = [inboxes, sender, pacer, housekeeping].map((part) => () => part.stop());
    sender.start();
    await startWhatWasMade(parts);
    pacer.start();
    housekeeping.start();
    await inboxes.start();
  };

  return {
    begin,
    inboxes: () => inboxes,
    broken: worker.done.then(
      () => new Promise<never>(() => {}),
      (error: unknown) => error as Error,
    ),
    stop: async () => void (await Promise.all(ends.map((end) => end()))),
  };
}

/** Networks whose row was written just before a kill have no workflow yet. */
async function startWhatWasMade(parts: Parts): Promise<void> {
  const made = (await listNetworks(parts.store)).filter(({ n, endedAt }) => n === 0 && endedAt === undefined);
  for (const { id } of made) await ensureStarted(parts, (await getNetwork(parts.store, id))!);
}
