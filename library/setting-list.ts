// Every setting that comes from the environment: what it is called, what it is without, and what it is for.
import type { Text } from "../programmes/types.ts";
import { MIN_SECRET } from "./setting-checks.ts";
import { SEEN_SETTINGS } from "./settings-seen.ts";
import { TEMPORAL_SETTINGS } from "./settings-temporal.ts";

export type Setting = {
  name: string;
  /** Without it; absent where there is no such thing. */
  default?: string;
  unit: Text;
  text: Text;
  /** Its value is not shown: it is a secret, or has one within. It may stand in the file that NAME_FILE names. */
  secret?: true | "within";
};

export const DEFAULTS = {
  parts: "api,worker",
  host: "127.0.0.1",
  port: "3000",
  data: "./.fremdrift",
  namespace: "default",
  // Good for the catcher only: no mail server takes it.
  mailFrom: "Fremdrift <fremdrift@fremdrift.invalid>",
  fileMaxMb: "10",
  filesTotalMb: "500",
  retentionMonths: "24",
  identityName: "Log ind med din organisation",
  proxies: "0",
};

export const SETTINGS: Setting[] = [
  {
    name: "HOST",
    default: DEFAULTS.host,
    unit: { da: "IP-adresse; 0.0.0.0 = alle", en: "IP address; 0.0.0.0 = all" },
    text: {
      da: "Hvor API og sider kan nås: kun fra denne maskine, medmindre den er sat",
      en: "Where API and pages are reached: from this machine only, unless it is set",
    },
  },
  {
    name: "PORT",
    default: DEFAULTS.port,
    unit: { da: "TCP-port 0–65535; 0 = en ledig", en: "TCP port 0–65535; 0 = any that is free" },
    text: { da: "Porten, som API og sider svarer på", en: "The port that API and pages answer on" },
  },
  {
    name: "FREMDRIFT_DATA",
    default: DEFAULTS.data,
    unit: { da: "mappe", en: "folder" },
    text: { da: "Alt, der gemmes på denne maskine", en: "All that is kept on this machine" },
  },
  {
    name: "DATABASE_URL",
    unit: { da: "postgres://-adresse", en: "postgres:// address" },
    secret: "within",
    text: {
      da: "En PostgreSQL-server i stedet for den indbyggede",
      en: "A PostgreSQL server instead of the embedded one",
    },
  },
  {
    name: "FREMDRIFT_PARTS",
    default: DEFAULTS.parts,
    unit: { da: "api og/eller worker, med komma imellem", en: "api and/or worker, with a comma between" },
    text: {
      da: "Hvad denne proces gør: svarer folk (API og sider), eller arbejder (forløb, mails). Uden: begge dele",
      en: "What this process does: answers people (API and pages), or works (networks, mails). Without: both",
    },
  },
  {
    name: "TEMPORAL_ADDRESS",
    unit: { da: "vært:port", en: "host:port" },
    text: { da: "En Temporal-server, som andre driver", en: "A Temporal server that somebody runs" },
  },
  {
    name: "TEMPORAL_NAMESPACE",
    default: DEFAULTS.namespace,
    unit: { da: "navn", en: "name" },
    text: { da: "Navnerummet på Temporal-serveren", en: "The namespace on the Temporal server" },
  },
  ...TEMPORAL_SETTINGS,
  {
    name: "SMTP_URL",
    unit: { da: "smtp://- eller smtps://-adresse", en: "smtp:// or smtps:// address" },
    secret: "within",
    text: {
      da: "En mailserver i stedet for postkassen på denne maskine",
      en: "A mail server instead of the catcher on this machine",
    },
  },
  {
    name: "MAIL_FROM",
    default: DEFAULTS.mailFrom,
    unit: { da: "navn@domæne eller Navn <navn@domæne>", en: "name@domain or Name <name@domain>" },
    text: {
      da: "Mails afsender; skal sættes, når SMTP_URL er sat",
      en: "Sender of mails; needed where SMTP_URL is set",
    },
  },
  {
    name: "SMTP_PER_MINUTE",
    unit: { da: "mails i minuttet", en: "mails a minute" },
    text: {
      da: "Så mange tager mailserveren imod; resten venter. Uden: alle med det samme",
      en: "So many the mail server takes; the rest waits. Without: all at once",
    },
  },
  {
    name: "REHEARSAL_SMTP_URL",
    unit: { da: "smtp://- eller smtps://-adresse", en: "smtp:// or smtps:// address" },
    secret: "within",
    text: {
      da: "En mailserver, der ikke sender noget videre, til øvelsers mails. Uden: postkassen på denne maskine",
      en: "A mail server that passes nothing on, for the mails of rehearsals. Without: the catcher on this machine",
    },
  },
  {
    name: "PUBLIC_URL",
    unit: { da: "http://- eller https://-adresse", en: "http:// or https:// address" },
    text: {
      da: "Hvor folk åbner Fremdrift: links i mails og kalendere går dertil. Uden: hvor den lytter",
      en: "Where people open Fremdrift: links in mails and calendars lead there. Without: where it listens",
    },
  },
  {
    name: "IMAP_URL",
    unit: { da: "imap://- eller imaps://-adresse", en: "imap:// or imaps:// address" },
    secret: "within",
    text: {
      da: "Postkassen for MAIL_FROM: svar fra kalendere og mails, der kommer retur, læses der",
      en: "The mailbox of MAIL_FROM: answers from calendars, and mails that come back, are read there",
    },
  },
  {
    name: "SMTP_IN_PORT",
    unit: { da: "TCP-port 1–65535", en: "TCP port 1–65535" },
    text: {
      da: "I stedet for IMAP_URL: porten på HOST, hvor en mailserver afleverer mails til MAIL_FROM",
      en: "Instead of IMAP_URL: the port on HOST where a mail server delivers mails to MAIL_FROM",
    },
  },
  {
    name: "FILES_MAX_MB",
    default: DEFAULTS.fileMaxMb,
    unit: { da: "megabyte", en: "megabytes" },
    text: {
      da: "Så stor må en fil ved et møde eller en idé være",
      en: "So large may a file beside a meeting or an idea be",
    },
  },
  {
    name: "FILES_TOTAL_MB",
    default: DEFAULTS.filesTotalMb,
    unit: { da: "megabyte", en: "megabytes" },
    text: { da: "Så meget må et netværks filer fylde i alt", en: "So much may all files of a network take" },
  },
  {
    name: "RETENTION_MONTHS",
    default: DEFAULTS.retentionMonths,
    unit: { da: "måneder; 0 = for altid", en: "months; 0 = for good" },
    text: {
      da: "Så længe efter et netværks afslutning gemmes, hvem der var med, og hvad de skrev; lederen og sekretariatet får besked en måned før",
      en: "So long after a network's end it is kept who was in it and what they wrote; its lead and the secretariat are told a month before",
    },
  },
  {
    name: "OIDC_ISSUER",
    unit: { da: "https://-adresse", en: "https:// address" },
    text: {
      da: "Organisationens eget login (OpenID Connect); ved siden af links på mail",
      en: "The organisation's own sign-in (OpenID Connect); beside links by mail",
    },
  },
  {
    name: "OIDC_CLIENT_ID",
    unit: { da: "tekst", en: "text" },
    text: { da: "Fremdrifts navn hos OIDC_ISSUER", en: "What OIDC_ISSUER knows Fremdrift as" },
  },
  {
    name: "OIDC_CLIENT_SECRET",
    unit: { da: "tekst", en: "text" },
    text: { da: "Fremdrifts kode hos OIDC_ISSUER", en: "Fremdrift's secret at OIDC_ISSUER" },
    secret: true,
  },
  {
    name: "OIDC_NAME",
    default: DEFAULTS.identityName,
    unit: { da: "tekst", en: "text" },
    text: { da: "Hvad der står på knappen til OIDC_ISSUER", en: "What the button to OIDC_ISSUER says" },
  },
  {
    name: "TRUSTED_PROXIES",
    default: DEFAULTS.proxies,
    unit: { da: "antal", en: "count" },
    text: {
      da: "Så mange af jeres egne proxyer står foran: forsøg på at logge ind tælles efter X-Forwarded-For",
      en: "So many proxies of your own stand before it: tries to sign in are counted by X-Forwarded-For",
    },
  },
  {
    name: "FREMDRIFT_SECRET",
    unit: { da: `mindst ${MIN_SECRET} tegn`, en: `at least ${MIN_SECRET} characters` },
    text: {
      da: "Underskriver det, der sendes ud; laves ved første start",
      en: "Signs what is sent out; made on first start",
    },
    secret: true,
  },
  ...SEEN_SETTINGS,
];
