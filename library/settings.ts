// The settings of this process, read from its environment, and what is wrong with them.
import { inLanguage } from "../programmes/problem.ts";
import type { Finding, Language } from "../programmes/problem.ts";
import type { Problem } from "../programmes/types.ts";
import type { IdentitySettings } from "./identity.ts";
import { CHECKS, NEEDED_IN_PARTS, NO_CLIENT, NO_SENDER, type Wrong } from "./setting-checks.ts";
import { secretsInFiles } from "./secret-files.ts";
import { DEFAULTS } from "./setting-list.ts";
import { SEEN_CHECKS, seenSettings, type SeenSettings } from "./settings-seen.ts";
import { TEMPORAL_CHECKS, temporalProblems, temporalSettings, type TemporalSettings } from "./settings-temporal.ts";

/** What a process does: answer people, or work without being asked. */
export const PARTS = ["api", "worker"] as const;

export type Settings = TemporalSettings & {
  /** What this process does of an installation. */
  parts: (typeof PARTS)[number][];
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
  smtpPerMinute?: number;
  /** Where mails of rehearsals go, which leave the house never. */
  rehearsalSmtpUrl?: string;
  /** What mails are sent from: `Name <address>`. */
  mailFrom: string;
  /** Where people open it, without a slash at the end. */
  publicUrl?: string;
  /** The mailbox that answers to mails come in at. */
  imapUrl?: string;
  /** TCP port that a mail server hands answers over at. */
  smtpInPort?: number;
  secret?: string;
  /** The organisation's own sign-in. */
  identity?: IdentitySettings;
  /** Proxies of our own that stand before this process. */
  proxies: number;
  /** Megabytes of one file that people put beside a meeting, and of all of a network's. */
  fileMaxMb: number;
  filesTotalMb: number;
  /** Months that a network is kept after its end; 0: for good. */
  retentionMonths: number;
  /** How this process is seen from outside. */
  seen: SeenSettings;
};

/** What processes of one installation share, and none has of its own. */
const NEEDED_BY_ONE = [
  "DATABASE_URL",
  "TEMPORAL_ADDRESS",
  "SMTP_URL",
  "REHEARSAL_SMTP_URL",
  "PUBLIC_URL",
  "FREMDRIFT_SECRET",
];

/** The settings of an environment, or everything that is wrong with them. Values that may hold a password are not repeated. */
export function readSettings(
  env: Record<string, string | undefined>,
  language: Language = "da",
): { settings: Settings } | { problems: Problem[] } {
  const files = secretsInFiles(env);
  const given = (name: string) => files.values[name] ?? (env[name]?.trim() || undefined);
  const findings = Object.entries({ ...CHECKS, ...SEEN_CHECKS, ...TEMPORAL_CHECKS }).flatMap(([name, check]) => {
    const value = given(name);
    return value === undefined || check.fits(value) ? [] : [finding(name, check)];
  });
  findings.push(...[...files.wrong, ...temporalProblems(given)].map(([name, wrong]) => finding(name, wrong)));
  if (given("SMTP_URL") !== undefined && given("MAIL_FROM") === undefined)
    findings.push(finding("MAIL_FROM", NO_SENDER));
  const [issuer, clientId] = [given("OIDC_ISSUER"), given("OIDC_CLIENT_ID")];
  const clientSecret = given("OIDC_CLIENT_SECRET");
  if (issuer !== undefined && (clientId === undefined || clientSecret === undefined))
    findings.push(finding(clientId === undefined ? "OIDC_CLIENT_ID" : "OIDC_CLIENT_SECRET", NO_CLIENT));
  const named = (given("FREMDRIFT_PARTS") ?? DEFAULTS.parts).split(",").map((part) => part.trim());
  const parts = PARTS.filter((part) => named.includes(part));
  if (parts.length === 1)
    for (const name of NEEDED_BY_ONE) if (given(name) === undefined) findings.push(finding(name, NEEDED_IN_PARTS));
  if (findings.length > 0) return { problems: inLanguage(findings, language) };
  const [databaseUrl, temporalAddress] = [given("DATABASE_URL"), given("TEMPORAL_ADDRESS")];
  const [smtpUrl, secret] = [given("SMTP_URL"), given("FREMDRIFT_SECRET")];
  const name = given("OIDC_NAME") ?? DEFAULTS.identityName;
  const [perMinute, rehearsalSmtpUrl] = [given("SMTP_PER_MINUTE"), given("REHEARSAL_SMTP_URL")];
  const publicUrl = given("PUBLIC_URL")?.replace(/\/+$/, "");
  const [imapUrl, smtpInPort] = [given("IMAP_URL"), given("SMTP_IN_PORT")];
  return {
    settings: {
      parts,
      host: given("HOST") ?? DEFAULTS.host,
      port: Number(given("PORT") ?? DEFAULTS.port),
      data: given("FREMDRIFT_DATA") ?? DEFAULTS.data,
      temporalNamespace: given("TEMPORAL_NAMESPACE") ?? DEFAULTS.namespace,
      mailFrom: given("MAIL_FROM") ?? DEFAULTS.mailFrom,
      fileMaxMb: Number(given("FILES_MAX_MB") ?? DEFAULTS.fileMaxMb),
      filesTotalMb: Number(given("FILES_TOTAL_MB") ?? DEFAULTS.filesTotalMb),
      retentionMonths: Number(given("RETENTION_MONTHS") ?? DEFAULTS.retentionMonths),
      ...(databaseUrl !== undefined && { databaseUrl }),
      ...(temporalAddress !== undefined && { temporalAddress }),
      ...temporalSettings(given),
      ...(smtpUrl !== undefined && { smtpUrl }),
      ...(perMinute !== undefined && { smtpPerMinute: Number(perMinute) }),
      ...(rehearsalSmtpUrl !== undefined && { rehearsalSmtpUrl }),
      ...(publicUrl !== undefined && { publicUrl }),
      ...(imapUrl !== undefined && { imapUrl }),
      ...(smtpInPort !== undefined && { smtpInPort: Number(smtpInPort) }),
      proxies: Number(given("TRUSTED_PROXIES") ?? DEFAULTS.proxies),
      ...(issuer && clientId && clientSecret && { identity: { issuer, clientId, clientSecret, name } }),
      ...(secret !== undefined && { secret }),
      seen: seenSettings(given),
    },
  };
}

const finding = (name: string, { wrong, hint }: Wrong): Finding => ({
  code: "setting",
  path: name,
  message: { da: `${name} ${wrong.da}.`, en: `${name} ${wrong.en}.` },
  hint,
});
