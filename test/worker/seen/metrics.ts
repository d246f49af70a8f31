// A page of metrics, read as Prometheus does; and what labels may say.
import { METHODS } from "../../../worker/seen/requests.ts";
import { FAILURES } from "../../../worker/seen/triggers.ts";
import { MAIL_OUTCOMES } from "../../../worker/seen/meters.ts";
import { TRIGGERS } from "../../../machines/trigger-types.ts";

export type Sample = { name: string; labels: Record<string, string>; value: number };

/** Every sample of a page. Throws on a line that is none. */
export function samplesOf(page: string): Sample[] {
  return page
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, name, labels = "", value] = /^([a-z_:][\w:]*)(?:\{(.*)\})? (\S+)$/i.exec(line) ?? [];
      if (name === undefined) throw new Error(`no sample: ${line}`);
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, said]) => [key!, said!]);
      return { name, labels: Object.fromEntries(pairs), value: Number(value === "Nan" ? NaN : value) };
    });
}

/** Names of metrics on a page, as queries name them: also those of which nothing was counted yet. */
export function namesOn(page: string): Set<string> {
  const declared = [...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) =>
    type === "histogram" ? ["", "_bucket", "_sum", "_count"].map((end) => `${name}${end}`) : [name!],
  );
  return new Set([...declared, ...samplesOf(page).map(({ name }) => name)]);
}

const closed = (...values: readonly string[]) => new RegExp(`^(?:${values.join("|")})$`);
const NUMBER = /^(?:\+Inf|[\d.e+-]+)$/;

/** What our own labels may say, by metric; a metric or label without a row may not be. */
export const OURS: Record<string, Record<string, RegExp>> = {
  fremdrift_http_request_seconds: {
    part: closed("api", "page", "health"),
    route: /^(?:none|\/(?:[a-z.-]+|:\w+(?:\{[^{}]*\})?|\*)?(?:\/(?:[a-z.-]+|:\w+(?:\{[^{}]*\})?|\*)?)*)$/i,
    method: closed(...METHODS, "other"),
    status: /^[1-5]\d\d$/,
  },
  fremdrift_triggers_total: {
    type: closed(...Object.keys(TRIGGERS), "unknown"),
    outcome: closed("ok", "shape", "role", "state", "criteria", "ended", "fault", ...FAILURES),
  },
  fremdrift_trigger_seconds: { type: closed(...Object.keys(TRIGGERS), "unknown") },
  fremdrift_listeners: {},
  fremdrift_mails_total: { outcome: closed(...MAIL_OUTCOMES) },
  fremdrift_notes_total: { kind: closed("sign-in", "theme-decided", "retention"), outcome: closed("sent", "failed") },
  fremdrift_reminder_late_seconds: {},
  fremdrift_outbox_waiting: {},
  fremdrift_outbox_oldest_seconds: {},
  fremdrift_reminders_unsent: { where: closed("outbox", "network") },
  fremdrift_projection_behind_entries: {},
  fremdrift_projection_lag_seconds: {},
  fremdrift_database_connections: { state: closed("used", "waiting") },
  fremdrift_check_ok: {
    check: closed("database", "temporal", "worker", "mail", "inbox", "networks", "agreement", "metrics"),
  },
};

/** What labels of others may say: of the process, and of Temporal's SDK. */
const OTHERS: Record<string, RegExp> = {
  le: NUMBER,
  type: /^[A-Za-z]+$/,
  space: /^[a-z_]+$/,
  kind: closed("major", "minor", "incremental", "weakcb"),
  version: /^v\d+\.\d+\.\d+$/,
  major: /^\d+$/,
  minor: /^\d+$/,
  patch: /^\d+$/,
  service_name: closed("temporal-core-sdk"),
  namespace: closed("default", "none"),
  task_queue: /^(?:fremdrift|none|.*sticky.*)$/,
  operation: /^[A-Za-z]+$/,
  status_code: /^[A-Z_]+$/i,
  workflow_type: closed("network", "instance", "none"),
  activity_type: closed("write"),
  worker_type: /^[A-Za-z]+$/,
  poller_type: /^[a-z_]+$/,
  eager: closed("true", "false"),
  failure_reason: /^[A-Za-z_]+$/,
};

/** One sentence for each label that says what it may not. */
export function wordy(samples: Sample[]): string[] {
  return samples.flatMap(({ name, labels }) => {
    const whole = name.replace(/_(?:bucket|sum|count)$/, "");
    const own = OURS[name] ?? OURS[whole];
    if (!own && name.startsWith("fremdrift_")) return [`${name} has no row in the table`];
    return Object.entries(labels).flatMap(([label, value]) => {
      const may = label === "le" ? NUMBER : own ? own[label] : OTHERS[label];
      return may?.test(value) ? [] : [`${name}: ${label}="${value}"`];
    });
  });
}
