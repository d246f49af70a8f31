// What is counted of an installation: every metric of our own, with its labels. A label takes one of few values and none of a
// person, a network or a text, so that the page stays small and may be kept for long.
import type { Standing } from "./standing.ts";

export type Request = {
  part: "api" | "page" | "health";
  route: string;
  method: string;
  status: number;
  seconds: number;
};

export type Meters = {
  request(request: Request): void;
  /** A trigger was answered: `ok`, the code of a refusal, or how it failed. */
  trigger(type: string, outcome: string, seconds: number): void;
  listening(change: 1 | -1): void;
  /** What became of a mail of a network. */
  mail(outcome: MailOutcome): void;
  /** Seconds between when a reminder was planned for and when it was sent. */
  reminded(late: number): void;
  /** A letter outside any network, such as a link to sign in. */
  note(kind: string, outcome: "sent" | "failed"): void;
  /** How things stand now; what could not be read is NaN. */
  stands(standing: Standing): void;
  /** All of it, as Prometheus reads it. */
  text(): Promise<string>;
};

export const MAIL_OUTCOMES = ["sent", "retried", "failed", "bounced", "overtaken"] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

/** Seconds. */
const BUCKETS = {
  request: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  trigger: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 20],
  late: [10, 60, 300, 900, 3_600, 21_600, 86_400],
};

/** New meters, all at zero. The package behind them is loaded here and nowhere else. */
export async function openMeters(): Promise<Meters> {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import("prom-client");
  const registry = new Registry();
  const registers = [registry];
  // Event loop, CPU, memory and handles of this process, under the names that every dashboard knows.
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) => new Gauge({ name: `fremdrift_${name}`, help, registers });
  const labelled = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name: `fremdrift_${name}`, help, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `fremdrift_${name}`, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[], labelNames: string[] = []) =>
    new Histogram({ name: `fremdrift_${name}`, help, buckets, labelNames, registers });

  const requests = histogram("http_request_seconds", "Seconds until a request was answered", BUCKETS.request, [
    "part",
    "route",
    "method",
    "status",
  ]);
  const triggers = counter("triggers_total", "Triggers that were answered", ["type", "outcome"]);
  const answered = histogram("trigger_seconds", "Seconds until a trigger was answered", BUCKETS.trigger, ["type"]);
  const listeners = gauge("listeners", "Pages that listen to what happens");
  const mails = counter("mails_total", "What became of mails of networks", ["outcome"]);
  const notes = counter("notes_total", "Letters outside any network, such as links to sign in", ["kind", "outcome"]);
  const late = histogram(
    "reminder_late_seconds",
    "Seconds from when a reminder was planned until it was sent",
    BUCKETS.late,
  );

  const waiting = gauge("outbox_waiting", "Mails that wait to be sent");
  const oldest = gauge("outbox_oldest_seconds", "Age of the oldest mail that waits, but for daily ones and rehearsals");
  const unsent = labelled(
    "reminders_unsent",
    "Reminders more than five minutes late: written and not sent, or not even written",
    ["where"],
  );
  const behind = gauge(
    "projection_behind_entries",
    "Entries that somebody was told of and that are not in the ledger yet",
  );
  const lag = gauge("projection_lag_seconds", "For how long the oldest of them has been waited for");
  const database = labelled("database_connections", "Connections to the database, and who waits for one", ["state"]);
  const checks = labelled("check_ok", "Whether a part answers, as doctor says (1 yes, 0 no)", ["check"]);
  for (const outcome of MAIL_OUTCOMES) mails.inc({ outcome }, 0);

  return {
    request: ({ part, route, method, status, seconds }) =>
      requests.observe({ part, route, method, status: String(status) }, seconds),
    trigger: (type, outcome, seconds) => {
      triggers.inc({ type, outcome });
      answered.observe({ type }, seconds);
    },
    listening: (change) => listeners.inc(change),
    mail: (outcome) => mails.inc({ outcome }),
    reminded: (seconds) => late.observe(seconds),
    note: (kind, outcome) => notes.inc({ kind, outcome }),
    stands: (standing) => {
      waiting.set(standing.waiting);
      oldest.set(standing.oldest);
      for (const [where, count] of Object.entries(standing.unsent)) unsent.set({ where }, count);
      behind.set(standing.behind);
      lag.set(standing.lag);
      for (const [state, count] of Object.entries(standing.database)) database.set({ state }, count);
      for (const { name, ok } of standing.checks) checks.set({ check: name }, ok ? 1 : 0);
    },
    text: () => registry.metrics(),
  };
}
