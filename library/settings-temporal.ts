// Settings of the way to Temporal, and of what keeps others from reading what passes there.
import { readKeys } from "./payload-keys.ts";
import { MIN_SECRET, type Check, type Wrong } from "./setting-checks.ts";
import type { Setting } from "./setting-list.ts";

/** Paths of PEM files. */
type TemporalTls = { ca?: string; cert?: string; key?: string };

const FILE = { da: "sti til en PEM-fil", en: "path of a PEM file" };

export const TEMPORAL_SETTINGS: Setting[] = [
  {
    name: "TEMPORAL_TLS",
    default: "off",
    unit: { da: "on eller off", en: "on or off" },
    text: {
      da: "Taler TLS med Temporal-serveren; on, hvor en af de fire næste er sat",
      en: "Speaks TLS with the Temporal server; on where one of the next four is set",
    },
  },
  {
    name: "TEMPORAL_TLS_CA",
    unit: FILE,
    text: {
      da: "Hvem der har udstedt serverens certifikat, hvor styresystemet ikke kender udstederen",
      en: "Who issued the server's certificate, where the operating system does not know the issuer",
    },
  },
  {
    name: "TEMPORAL_TLS_CERT",
    unit: FILE,
    text: {
      da: "Vores eget certifikat, hvor serveren kræver et",
      en: "Our own certificate, where the server demands one",
    },
  },
  {
    name: "TEMPORAL_TLS_KEY",
    unit: FILE,
    text: { da: "Nøglen til TEMPORAL_TLS_CERT", en: "The key of TEMPORAL_TLS_CERT" },
  },
  {
    name: "TEMPORAL_API_KEY",
    unit: { da: "tekst", en: "text" },
    text: {
      da: "Nøglen til Temporal Cloud, eller til en server med nøgler",
      en: "The key to Temporal Cloud, or to a server with keys",
    },
    secret: true,
  },
  {
    name: "FREMDRIFT_KEYS",
    unit: { da: "id:base64 (32 oktetter), med komma imellem", en: "id:base64 (32 octets), with commas between" },
    text: {
      da: "Krypterer det, der går gennem Temporal: den første skriver, de andre læser. Uden: en nøgle af FREMDRIFT_SECRET",
      en: "Encrypts what passes through Temporal: the first one writes, the others read. Without: a key from FREMDRIFT_SECRET",
    },
    secret: true,
  },
];

const SWITCH: Check = {
  fits: (value) => ["on", "off"].includes(value),
  wrong: { da: "er hverken on eller off", en: "is neither on nor off" },
  hint: {
    da: "Sæt TEMPORAL_TLS til on eller off, eller fjern den.",
    en: "Set TEMPORAL_TLS to on or off, or remove it.",
  },
};

/** By the name of the setting. */
export const TEMPORAL_CHECKS: Record<string, Check> = {
  TEMPORAL_TLS: SWITCH,
  FREMDRIFT_KEYS: {
    fits: (value) => readKeys(value) !== undefined,
    wrong: { da: "er ingen liste af nøgler", en: "is no list of keys" },
    hint: {
      da: `Skriv hver som id:base64, med 32 tilfældige oktetter (openssl rand -base64 32) og hvert id én gang; en tidligere FREMDRIFT_SECRET som secret:… (mindst ${MIN_SECRET} tegn).`,
      en: `Write each as id:base64, of 32 random octets (openssl rand -base64 32) and each id once; an earlier FREMDRIFT_SECRET as secret:… (at least ${MIN_SECRET} characters).`,
    },
  },
};

const ALONE: Wrong = {
  wrong: { da: "mangler sin anden halvdel", en: "lacks its other half" },
  hint: {
    da: "Sæt både TEMPORAL_TLS_CERT og TEMPORAL_TLS_KEY, eller ingen af dem.",
    en: "Set both TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY, or neither.",
  },
};
const TURNED_OFF: Wrong = {
  wrong: {
    da: "er off, men der er sat certifikater eller en nøgle til Temporal",
    en: "is off, yet certificates or a key to Temporal are set",
  },
  hint: { da: "Fjern TEMPORAL_TLS, eller de andre.", en: "Remove TEMPORAL_TLS, or the others." },
};

type Given = (name: string) => string | undefined;

/** What is wrong with these settings together, by the name of one. */
export function temporalProblems(given: Given): [name: string, wrong: Wrong][] {
  const [cert, key] = [given("TEMPORAL_TLS_CERT"), given("TEMPORAL_TLS_KEY")];
  const rest = [given("TEMPORAL_TLS_CA"), cert, key, given("TEMPORAL_API_KEY")];
  return [
    ...((cert === undefined) === (key === undefined)
      ? []
      : [[cert === undefined ? "TEMPORAL_TLS_KEY" : "TEMPORAL_TLS_CERT", ALONE] satisfies [string, Wrong]]),
    ...(given("TEMPORAL_TLS") === "off" && rest.some((value) => value !== undefined)
      ? [["TEMPORAL_TLS", TURNED_OFF] satisfies [string, Wrong]]
      : []),
  ];
}

export type TemporalSettings = {
  /** Absent: without TLS. */
  temporalTls?: TemporalTls;
  temporalApiKey?: string;
  /** As FREMDRIFT_KEYS has them. */
  payloadKeys?: string;
};

/** What the settings come to. */
export function temporalSettings(given: Given): TemporalSettings {
  const [ca, cert, key] = [given("TEMPORAL_TLS_CA"), given("TEMPORAL_TLS_CERT"), given("TEMPORAL_TLS_KEY")];
  const [apiKey, payloadKeys] = [given("TEMPORAL_API_KEY"), given("FREMDRIFT_KEYS")];
  const isOn = given("TEMPORAL_TLS") === "on" || [ca, cert, apiKey].some((value) => value !== undefined);
  return {
    ...(isOn && {
      temporalTls: {
        ...(ca !== undefined && { ca }),
        ...(cert !== undefined && { cert }),
        ...(key !== undefined && { key }),
      },
    }),
    ...(apiKey !== undefined && { temporalApiKey: apiKey }),
    ...(payloadKeys !== undefined && { payloadKeys }),
  };
}
