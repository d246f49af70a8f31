// Everything by which a process is seen from outside, opened as the settings want it. What is not wanted is not loaded.
import type { WorkflowClientInterceptor } from "@temporalio/client";
import type { ActivityInterceptorsFactory } from "@temporalio/worker";
import type { Parts } from "../../api/parts.ts";
import type { Seen } from "../../api/seen.ts";
import type { Settings } from "../../library/settings.ts";
import type { Store } from "../../store/open.ts";
import { activitiesTraced, updatesTraced } from "./engine.ts";
import { createLag } from "./lag.ts";
import { openLog } from "./log.ts";
import { mailsSeen, type MailsSeen } from "./mails.ts";
import { openMeters } from "./meters.ts";
import { createOrigins } from "./origins.ts";
import { freeAddress, serveMetrics } from "./page.ts";
import { createStanding } from "./standing.ts";
import { requestsSeen } from "./requests.ts";
import { openTraces } from "./traces.ts";
import { triggersSeen } from "./triggers.ts";

export type Watch = {
  log: (line: string) => void;
  /** For the API; absent where nothing is watched. */
  seen?: Seen;
  /** For Temporal's client and worker, where there are traces. */
  updates?: WorkflowClientInterceptor;
  activities?: ActivityInterceptorsFactory;
  /** Where Temporal's SDK is to tell its own metrics, as `host:port` of this machine. */
  sdk?: string;
  mails?(store: Store): MailsSeen;
  /** What became of a letter outside any network. */
  note(kind: string, outcome: "sent" | "failed"): void;
  /** Begins to answer where the metrics are; the address comes back, if they are wanted. */
  begin(of: { store: Store; checks: Parts["checks"] }): Promise<string | undefined>;
  close(): Promise<void>;
};

type Wanted = Pick<Settings, "seen" | "proxies" | "parts">;

/** Opens what is wanted. `write` takes the log's text. */
export async function openWatch(
  { seen: wanted, proxies, parts }: Wanted,
  write: (text: string) => void,
): Promise<Watch> {
  const { metrics, traces: collector } = wanted;
  const traces = collector === undefined ? undefined : await openTraces(collector, parts);
  const { log, request } = await openLog({ ...wanted, write, trace: () => traces?.here()?.traceId });
  const meters = metrics && (await openMeters());
  const sdk = metrics && (await freeAddress());
  const lag = metrics && createLag(() => Date.now());
  const origins = traces && createOrigins();
  const eyes = { ...(meters && { meters }), ...(traces && { traces }), ...(origins && { origins }) };
  let page: { url: string; close(): Promise<void> } | undefined;

  const seen: Seen = {
    request: requestsSeen({ ...eyes, ...(request && { told: request }), behindProxy: proxies > 0 }),
    submit: (submit) => (meters || traces ? triggersSeen(submit, { ...eyes, ...(lag && { lag }) }) : submit),
    listening: (change) => meters?.listening(change),
    cameBack: () => meters?.mail("bounced"),
  };
  return {
    log,
    ...((meters || traces || request) && { seen }),
    ...(traces && origins && { updates: updatesTraced({ traces, origins }) }),
    ...(traces && origins && { activities: activitiesTraced({ traces, origins }) }),
    ...(sdk !== undefined && { sdk }),
    ...((meters || traces) && { mails: (store: Store) => mailsSeen({ store, ...eyes }) }),
    note: (kind, outcome) => meters?.note(kind, outcome),
    begin: async ({ store, checks }) => {
      if (!metrics || !meters || !lag) return undefined;
      const standing = createStanding({ store, checks, lag, now: () => Date.now() });
      const text = async () => {
        meters.stands(await standing());
        return await meters.text();
      };
      page = await serveMetrics(metrics, { text, ...(sdk !== undefined && { sdk }) });
      return `${page.url}/metrics`;
    },
    close: async () => {
      await page?.close();
      await traces?.close();
    },
  };
}
