// Settings of how a process is seen from outside: its log, its metrics, its traces.
import { isIP } from "node:net";
import type { Check } from "./setting-checks.ts";
import type { Setting } from "./setting-list.ts";

const FORMS = ["words", "json"] as const;
const LEVELS = ["debug", "info", "warn", "error"] as const;

export type SeenSettings = {
  /** Lines for people, or one JSON object a line. */
  log: (typeof FORMS)[number];
  /** The least that is logged as JSON; at `debug` requests are logged too, in either form. */
  logLevel: (typeof LEVELS)[number];
  /** Where the metrics are read. */
  metrics?: { host: string; port: number };
  /** Where traces are sent, without `/v1/traces`. */
  traces?: string;
};

const DEFAULTS = { host: "127.0.0.1", log: "words", level: "info" } as const;

export const SEEN_SETTINGS: Setting[] = [
  {
    name: "METRICS_PORT",
    unit: { da: "TCP-port 0–65535; 0 = en ledig", en: "TCP port 0–65535; 0 = any that is free" },
    text: {
      da: "Porten, hvor Prometheus læser /metrics. Uden: der tælles ikke",
      en: "The port where Prometheus reads /metrics. Without: nothing is counted",
    },
  },
  {
    name: "METRICS_HOST",
    default: DEFAULTS.host,
    unit: { da: "IP-adresse; 0.0.0.0 = alle", en: "IP address; 0.0.0.0 = all" },
    text: {
      da: "Hvor METRICS_PORT kan nås: kun fra denne maskine, medmindre den er sat",
      en: "Where METRICS_PORT is reached: from this machine only, unless it is set",
    },
  },
  {
    name: "LOG",
    default: DEFAULTS.log,
    unit: { da: "words eller json", en: "words or json" },
    text: {
      da: "Loggen: linjer for mennesker, eller et JSON-objekt på hver linje",
      en: "The log: lines for people, or one JSON object on each line",
    },
  },
  {
    name: "LOG_LEVEL",
    default: DEFAULTS.level,
    unit: { da: "debug, info, warn eller error", en: "debug, info, warn or error" },
    text: {
      da: "Det mindste, der logges som JSON; debug har også en linje for hver forespørgsel",
      en: "The least that is logged as JSON; debug also has a line for each request",
    },
  },
  {
    name: "OTEL_EXPORTER_OTLP_ENDPOINT",
    unit: { da: "http://- eller https://-adresse", en: "http:// or https:// address" },
    text: {
      da: "Hvor spor (OpenTelemetry) sendes hen, uden /v1/traces. Uden: ingen spor",
      en: "Where traces (OpenTelemetry) are sent, without /v1/traces. Without: no traces",
    },
  },
];

const oneOf = (values: readonly string[]) => (value: string) => values.includes(value);
const isUrl = (value: string) => URL.canParse(value) && ["http:", "https:"].includes(new URL(value).protocol);

/** By the name of the setting. */
export const SEEN_CHECKS: Record<string, Check> = {
  METRICS_PORT: {
    fits: (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
    wrong: { da: "er ingen port", en: "is no port" },
    hint: {
      da: "Sæt METRICS_PORT til et helt tal fra 0 til 65535, eller fjern den.",
      en: "Set METRICS_PORT to a whole number from 0 to 65535, or remove it.",
    },
  },
  METRICS_HOST: {
    fits: (value) => isIP(value) !== 0,
    wrong: { da: "er ingen IP-adresse", en: "is no IP address" },
    hint: {
      da: "Fjern den for kun at kunne læses fra denne maskine, eller skriv en adresse, som kun Prometheus kan nå.",
      en: "Remove it to be read from this machine only, or write an address that only Prometheus can reach.",
    },
  },
  LOG: {
    fits: oneOf(FORMS),
    wrong: { da: "er hverken words eller json", en: "is neither words nor json" },
    hint: { da: "Sæt LOG til words eller json, eller fjern den.", en: "Set LOG to words or json, or remove it." },
  },
  LOG_LEVEL: {
    fits: oneOf(LEVELS),
    wrong: { da: "er intet niveau", en: "is no level" },
    hint: {
      da: "Sæt LOG_LEVEL til debug, info, warn eller error, eller fjern den.",
      en: "Set LOG_LEVEL to debug, info, warn or error, or remove it.",
    },
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    fits: isUrl,
    wrong: { da: "er ingen webadresse", en: "is no web address" },
    hint: {
      da: "Skriv den som http://127.0.0.1:4318, eller fjern den.",
      en: "Write it as http://127.0.0.1:4318, or remove it.",
    },
  },
};

/** What the settings come to, once they have been checked. */
export function seenSettings(given: (name: string) => string | undefined): SeenSettings {
  const [port, traces] = [given("METRICS_PORT"), given("OTEL_EXPORTER_OTLP_ENDPOINT")];
  return {
    log: (given("LOG") ?? DEFAULTS.log) as SeenSettings["log"],
    logLevel: (given("LOG_LEVEL") ?? DEFAULTS.level) as SeenSettings["logLevel"],
    ...(port !== undefined && { metrics: { host: given("METRICS_HOST") ?? DEFAULTS.host, port: Number(port) } }),
    ...(traces !== undefined && { traces }),
  };
}
