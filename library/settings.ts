// Every setting that comes from the environment: what it is called, what it is without, and what is wrong with it.
import { isIP } from "node:net";
import { inLanguage } from "../programmes/problem.ts";
import type { Finding, Language } from "../programmes/problem.ts";
import { isAddress } from "../programmes/people.ts";
import type { Problem, Text } from "../programmes/types.ts";

export type Setting = {
  name: string;
  /** Without it; absent where there is no such thing. */
  default?: string;
  unit: Text;
  text: Text;
  /** Its value is not shown. */
  secret?: true;
};

export type Settings = {
  /** IP address that API and pages listen on. */
  host: string;
  /** TCP port of API and pages; 0 = any that is free. */
  port: number;
  /** The data folder, as given. */
  data: string;
  databaseUrl?: string;
  temporalAddress?: string;
  temporalNamespace: string;
  smtpUrl?: string;
  /** What mails are sent from: `Name <address>`. */
  mailFrom: string;
  /** Where people open it, without a slash at the end. */
  publicUrl?: string;
  /** The mailbox that answers to mails come in at. */
  imapUrl?: string;
  /** TCP port that a mail server hands answers over at. */
  smtpInPort?: number;
  secret?: string;
};

const DEFAULTS = {
  host: "127.0.0.1",
  port: "3000",
  data: "./.fremdrift",
  namespace: "default",
  // Good for the catcher only: no mail server takes it.
  mailFrom: "Fremdrift <fremdrift@fremdrift.invalid>",
};
const MIN_SECRET = 16;

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
    text: {
      da: "En PostgreSQL-server i stedet for den indbyggede",
      en: "A PostgreSQL server instead of the embedded one",
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
  {
    name: "SMTP_URL",
    unit: { da: "smtp://- eller smtps://-adresse", en: "smtp:// or smtps:// address" },
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
    name: "FREMDRIFT_SECRET",
    unit: { da: `mindst ${MIN_SECRET} tegn`, en: `at least ${MIN_SECRET} characters` },
    text: {
      da: "Underskriver det, der sendes ud; laves ved første start",
      en: "Signs what is sent out; made on first start",
    },
    secret: true,
  },
];

/** The settings of an environment, or everything that is wrong with them. Values that may hold a password are not repeated. */
export function readSettings(
  env: Record<string, string | undefined>,
  language: Language = "da",
): { settings: Settings } | { problems: Problem[] } {
  const given = (name: string) => env[name]?.trim() || undefined;
  const findings = Object.entries(CHECKS).flatMap(([name, check]) => {
    const value = given(name);
    return value === undefined || check.fits(value) ? [] : [finding(name, check)];
  });
  if (given("SMTP_URL") !== undefined && given("MAIL_FROM") === undefined)
    findings.push(finding("MAIL_FROM", NO_SENDER));
  if (findings.length > 0) return { problems: inLanguage(findings, language) };
  const [databaseUrl, temporalAddress] = [given("DATABASE_URL"), given("TEMPORAL_ADDRESS")];
  const [smtpUrl, secret] = [given("SMTP_URL"), given("FREMDRIFT_SECRET")];
  const publicUrl = given("PUBLIC_URL")?.replace(/\/+$/, "");
  const [imapUrl, smtpInPort] = [given("IMAP_URL"), given("SMTP_IN_PORT")];
  return {
    settings: {
      host: given("HOST") ?? DEFAULTS.host,
      port: Number(given("PORT") ?? DEFAULTS.port),
      data: given("FREMDRIFT_DATA") ?? DEFAULTS.data,
      temporalNamespace: given("TEMPORAL_NAMESPACE") ?? DEFAULTS.namespace,
      mailFrom: given("MAIL_FROM") ?? DEFAULTS.mailFrom,
      ...(databaseUrl !== undefined && { databaseUrl }),
      ...(temporalAddress !== undefined && { temporalAddress }),
      ...(smtpUrl !== undefined && { smtpUrl }),
      ...(publicUrl !== undefined && { publicUrl }),
      ...(imapUrl !== undefined && { imapUrl }),
      ...(smtpInPort !== undefined && { smtpInPort: Number(smtpInPort) }),
      ...(secret !== undefined && { secret }),
    },
  };
}

type Wrong = { wrong: Text; hint: Text };
type Check = Wrong & { fits: (value: string) => boolean };

const isPort = (value: string) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
const isUrlOf = (protocols: string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

/** With a name and a password, and at most one folder. */
const isMailbox = (value: string) => {
  if (!isUrlOf(["imap:", "imaps:"])(value)) return false;
  const { hostname, username, password, pathname, search, hash } = new URL(value);
  const isWritten = [username, password, pathname].every(isEncoded);
  return hostname !== "" && username !== "" && password !== "" && isWritten && search === "" && hash === "";
};

const isEncoded = (part: string) => {
  try {
    return decodeURIComponent(part) !== undefined;
  } catch {
    return false;
  }
};

/** A bare address, or one behind a name without signs that divide addresses. */
const isSender = (value: string) => {
  const [, address] = /^(?:"[^"\\]*" ?|[^"\\@<>(),;:[\]]*)<([^<>]*)>$/.exec(value) ?? [];
  return isAddress(address ?? value) && !/\p{Cc}/u.test(value);
};

const FROM_HINT: Text = {
  da: "Sæt MAIL_FROM til den adresse, som mailserveren må sende fra, som Fremdrift <fremdrift@kommune.example>.",
  en: "Set MAIL_FROM to the address that the mail server may send from, such as Fremdrift <fremdrift@municipality.example>.",
};

const NO_SENDER: Wrong = {
  wrong: { da: "mangler, og SMTP_URL er sat", en: "is missing, and SMTP_URL is set" },
  hint: FROM_HINT,
};

const CHECKS: Record<string, Check> = {
  // Some shells set HOST to the machine's name: a name is refused, lest they open the door unasked.
  HOST: {
    fits: (value) => isIP(value) !== 0,
    wrong: { da: "er ingen IP-adresse", en: "is no IP address" },
    hint: {
      da: "Fjern den for kun at kunne nås fra denne maskine, eller skriv 0.0.0.0 for alle adresser.",
      en: "Remove it to be reached from this machine only, or write 0.0.0.0 for all addresses.",
    },
  },
  PORT: {
    fits: isPort,
    wrong: { da: "er ingen port", en: "is no port" },
    hint: { da: "Sæt PORT til et helt tal fra 0 til 65535.", en: "Set PORT to a whole number from 0 to 65535." },
  },
  PUBLIC_URL: {
    fits: isUrlOf(["http:", "https:"]),
    wrong: { da: "er ingen webadresse", en: "is no web address" },
    hint: {
      da: "Skriv den, som folk åbner den: https://fremdrift.kommune.example.",
      en: "Write it as people open it: https://fremdrift.municipality.example.",
    },
  },
  DATABASE_URL: {
    fits: isUrlOf(["postgres:", "postgresql:"]),
    wrong: { da: "er ingen adresse på en PostgreSQL-server", en: "is no address of a PostgreSQL server" },
    hint: {
      da: "Skriv den som postgres://bruger:kode@vært:5432/navn, eller fjern den for at bruge den indbyggede.",
      en: "Write it as postgres://user:password@host:5432/name, or remove it to use the embedded one.",
    },
  },
  TEMPORAL_ADDRESS: {
    fits: (value) => /^[^\s/]+:\d{1,5}$/.test(value) && isPort(value.slice(value.lastIndexOf(":") + 1)),
    wrong: { da: "er ingen adresse på en Temporal-server", en: "is no address of a Temporal server" },
    hint: { da: "Skriv den som vært:7233, uden http://.", en: "Write it as host:7233, without http://." },
  },
  SMTP_URL: {
    fits: (value) => isUrlOf(["smtp:", "smtps:"])(value) && new URL(value).hostname !== "",
    wrong: { da: "er ingen adresse på en mailserver", en: "is no address of a mail server" },
    hint: {
      da: "Skriv den som smtp://bruger:kode@vært:587, eller fjern den for at bruge postkassen på denne maskine.",
      en: "Write it as smtp://user:password@host:587, or remove it to use the catcher on this machine.",
    },
  },
  MAIL_FROM: {
    fits: isSender,
    wrong: { da: "er ingen afsenderadresse", en: "is no sender's address" },
    hint: FROM_HINT,
  },
  IMAP_URL: {
    fits: isMailbox,
    wrong: { da: "er ingen adresse på en postkasse", en: "is no address of a mailbox" },
    hint: {
      da: "Skriv den som imaps://bruger:kode@vært/INBOX, med tegn som @ og / i navn og kode som %40 og %2F; eller fjern den.",
      en: "Write it as imaps://user:password@host/INBOX, with signs such as @ and / in name and password as %40 and %2F; or remove it.",
    },
  },
  SMTP_IN_PORT: {
    fits: (value) => isPort(value) && Number(value) > 0,
    wrong: { da: "er ingen port", en: "is no port" },
    hint: {
      da: "Sæt SMTP_IN_PORT til et helt tal fra 1 til 65535, eller fjern den.",
      en: "Set SMTP_IN_PORT to a whole number from 1 to 65535, or remove it.",
    },
  },
  FREMDRIFT_SECRET: {
    fits: (value) => value.length >= MIN_SECRET,
    wrong: { da: "er for kort", en: "is too short" },
    hint: { da: `Brug mindst ${MIN_SECRET} tilfældige tegn.`, en: `Use at least ${MIN_SECRET} random characters.` },
  },
};

const finding = (name: string, { wrong, hint }: Wrong): Finding => ({
  code: "setting",
  path: name,
  message: { da: `${name} ${wrong.da}.`, en: `${name} ${wrong.en}.` },
  hint,
});
