// What a running installation says of itself: each part asked now, with what to do where one does not answer.
import type { Client } from "@temporalio/client";
import type { Check, Parts } from "../api/parts.ts";
import type { MailTransport } from "../mail/transport.ts";
import type { Store } from "../store/open.ts";
import type { Text } from "../programmes/types.ts";
import { TASK_QUEUE } from "../workflows/messages.ts";
import type { Inboxes } from "./inbox.ts";
import { networksAgree } from "./agreement-check.ts";
import { networksGoOn, StandStill } from "./networks-check.ts";

/** Milliseconds a part has to answer. */
const WITHIN = 3_000;

export function checksOf(parts: {
  store: Store;
  temporal: Client;
  namespace: string;
  transport: MailTransport;
  inboxes: () => Inboxes | undefined;
  /** Where the metrics are read. */
  metrics?: () => string | undefined;
}): Parts["checks"] {
  const { store, temporal, namespace, transport, inboxes, metrics } = parts;
  return async ({ without = [] } = {}) => {
    const check = (name: string, hint: Text, ask: () => Promise<string>) =>
      without.includes(name) ? undefined : checked(name, hint, ask);
    let asked: Promise<string> | undefined;
    const goOn = () => (asked ??= networksGoOn(store, temporal));
    const found = await Promise.all([
      check(
        "database",
        { da: "Start databasen, eller se på DATABASE_URL.", en: "Start the database, or look at DATABASE_URL." },
        async () => {
          await store.ping();
          return store.kind === "embedded" ? "embedded PostgreSQL (PGlite)" : "PostgreSQL server";
        },
      ),
      check(
        "temporal",
        {
          da: "Start Temporal-serveren, eller se på TEMPORAL_ADDRESS.",
          en: "Start the Temporal server, or look at TEMPORAL_ADDRESS.",
        },
        async () => {
          const { serverVersion } = await temporal.workflowService.getSystemInfo({});
          return `server ${serverVersion}, namespace ${namespace}`;
        },
      ),
      check("worker", { da: "Start en worker: npm start.", en: "Start a worker: npm start." }, async () => {
        const taskQueue = { name: TASK_QUEUE };
        const { pollers } = await temporal.workflowService.describeTaskQueue({
          namespace,
          taskQueue,
          taskQueueType: 1,
        });
        if (!pollers?.length) throw new Error("no worker polls the task queue");
        return `${pollers.length} polling`;
      }),
      check(
        "mail",
        {
          da: "Start mailserveren, eller se på SMTP_URL. Mails venter i udbakken imens.",
          en: "Start the mail server, or look at SMTP_URL. Mails wait in the outbox meanwhile.",
        },
        async () => {
          const { ok, detail } = await transport.verify();
          if (!ok) throw new Error(detail);
          return detail;
        },
      ),
      check(
        "inbox",
        {
          da: "Se på IMAP_URL og SMTP_IN_PORT. Svar fra kalendere venter i postkassen imens; svar via linket i mails virker.",
          en: "Look at IMAP_URL and SMTP_IN_PORT. Answers from calendars wait in the mailbox meanwhile; those by the link in mails work.",
        },
        async () => (await inboxes()?.check()) ?? "read by another process, or not started yet",
      ),
      check(
        "metrics",
        { da: "Sæt METRICS_PORT.", en: "Set METRICS_PORT." },
        async () => metrics?.() ?? "not counted: METRICS_PORT is not set",
      ),
      check(
        "networks",
        {
          da: "Se for hvert af dem, hvad der skal gøres: npx fremdrift network show ID.",
          en: "See what to do for each of them: npx fremdrift network show ID.",
        },
        goOn,
      ),
      check(
        "agreement",
        {
          da: "Databasen og Temporal er ikke fra samme tid. Se, hvad der ville ske: npx fremdrift network rebuild ID --dry-run.",
          en: "The database and Temporal are not of the same time. See what would happen: npx fremdrift network rebuild ID --dry-run.",
        },
        // A worker that fails what it is given is not asked of more.
        async () =>
          (await goOn().then(
            () => false,
            (error: unknown) => error instanceof StandStill && error.ofWorker,
          ))
            ? "not asked: the worker fails some networks"
            : await networksAgree(store, temporal),
      ),
    ]);
    return found.filter((one) => one !== undefined);
  };
}

async function checked(name: string, hint: Text, ask: () => Promise<string>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${WITHIN / 1_000} s`)), WITHIN);
  });
  try {
    return { name, ok: true, detail: await Promise.race([ask(), late]), hint };
  } catch (error) {
    return { name, ok: false, detail: (error as Error).message, hint };
  } finally {
    clearTimeout(timer);
  }
}
