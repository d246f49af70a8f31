import { describe, expect, it } from "vitest";
import { SETTINGS } from "../../library/setting-list.ts";
import { readSettings } from "../../library/settings.ts";

describe("settings", () => {
  it("have defaults, which the table names", () => {
    const mailFrom = "Fremdrift <fremdrift@fremdrift.invalid>";
    expect(readSettings({})).toEqual({
      settings: {
        parts: ["api", "worker"],
        host: "127.0.0.1",
        port: 3000,
        data: "./.fremdrift",
        temporalNamespace: "default",
        mailFrom,
        fileMaxMb: 10,
        filesTotalMb: 500,
        proxies: 0,
        retentionMonths: 24,
        seen: { log: "words", logLevel: "info" },
      },
    });
    const defaults = Object.fromEntries(SETTINGS.map((setting) => [setting.name, setting.default]));
    expect(defaults).toMatchObject({ PORT: "3000", FREMDRIFT_DATA: "./.fremdrift", TEMPORAL_NAMESPACE: "default" });
  });

  it("are taken from the environment; an empty one counts as not set", () => {
    const env = {
      HOST: "0.0.0.0",
      PORT: "0",
      FREMDRIFT_DATA: "/data",
      DATABASE_URL: "postgres://kim:kode@db:5432/f",
      FREMDRIFT_PARTS: "worker",
      TEMPORAL_ADDRESS: "temporal:7233",
      TEMPORAL_NAMESPACE: "netvaerk",
      TEMPORAL_TLS: "on",
      TEMPORAL_TLS_CA: "/ca.pem",
      TEMPORAL_TLS_CERT: "/own.pem",
      TEMPORAL_TLS_KEY: "/own.key",
      TEMPORAL_API_KEY: "nøgle",
      FREMDRIFT_KEYS: `2027:${"A".repeat(43)}=`,
      SMTP_URL: "smtps://mail.example.org",
      MAIL_FROM: "Netværk Øst <net@example.org>",
      SMTP_PER_MINUTE: "120",
      REHEARSAL_SMTP_URL: "smtp://catcher:1025",
      PUBLIC_URL: "https://fremdrift.example.org/",
      IMAP_URL: "imaps://net%40example.org:kode@imap.example.org/INBOX",
      SMTP_IN_PORT: "2525",
      FILES_MAX_MB: "25",
      FILES_TOTAL_MB: "2000",
      RETENTION_MONTHS: "0",
      OIDC_ISSUER: "https://login.example.org",
      OIDC_CLIENT_ID: "fremdrift",
      OIDC_CLIENT_SECRET: "kode",
      OIDC_NAME: "Kommunens login",
      TRUSTED_PROXIES: "1",
      FREMDRIFT_SECRET: "0123456789abcdef",
      METRICS_PORT: "9464",
      METRICS_HOST: "10.0.0.7",
      LOG: "json",
      LOG_LEVEL: "debug",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318",
    };
    expect(readSettings(env)).toEqual({
      settings: {
        parts: ["worker"],
        host: "0.0.0.0",
        port: 0,
        data: "/data",
        databaseUrl: env.DATABASE_URL,
        temporalAddress: env.TEMPORAL_ADDRESS,
        temporalNamespace: "netvaerk",
        temporalTls: { ca: "/ca.pem", cert: "/own.pem", key: "/own.key" },
        temporalApiKey: "nøgle",
        payloadKeys: env.FREMDRIFT_KEYS,
        smtpUrl: env.SMTP_URL,
        mailFrom: env.MAIL_FROM,
        smtpPerMinute: 120,
        rehearsalSmtpUrl: env.REHEARSAL_SMTP_URL,
        publicUrl: "https://fremdrift.example.org",
        imapUrl: env.IMAP_URL,
        smtpInPort: 2525,
        fileMaxMb: 25,
        filesTotalMb: 2000,
        proxies: 1,
        retentionMonths: 0,
        identity: { issuer: env.OIDC_ISSUER, clientId: "fremdrift", clientSecret: "kode", name: "Kommunens login" },
        secret: env.FREMDRIFT_SECRET,
        seen: {
          log: "json",
          logLevel: "debug",
          metrics: { host: "10.0.0.7", port: 9464 },
          traces: env.OTEL_EXPORTER_OTLP_ENDPOINT,
        },
      },
    });
    expect(Object.keys(env)).toEqual(SETTINGS.map(({ name }) => name));
    expect(readSettings({ PORT: " ", DATABASE_URL: "" })).toEqual(readSettings({}));
  });

  it.each([
    ["HOST", "localhost"],
    ["METRICS_HOST", "metrics"],
    ["METRICS_PORT", "65536"],
    ["LOG", "yaml"],
    ["LOG_LEVEL", "trace"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "127.0.0.1:4318"],
    ["HOST", "0.0.0.0:3000"],
    ["SMTP_PER_MINUTE", "0"],
    ["SMTP_PER_MINUTE", "1.5"],
    ["SMTP_PER_MINUTE", "mange"],
    ["PORT", "abc"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["DATABASE_URL", "mysql://kim:hemmelig@db/f"],
    ["DATABASE_URL", "hemmelig"],
    ["TEMPORAL_ADDRESS", "http://localhost:7233"],
    ["TEMPORAL_ADDRESS", "localhost"],
    ["TEMPORAL_ADDRESS", "localhost:99999"],
    ["FREMDRIFT_PARTS", "web"],
    ["REHEARSAL_SMTP_URL", "catcher:1025"],
    ["SMTP_URL", "mail.example.org:25"],
    ["SMTP_URL", "smtp://"],
    ["MAIL_FROM", "Fremdrift"],
    ["MAIL_FROM", "a@example.org, b@example.org"],
    ["MAIL_FROM", "Styregruppe, øst <a@example.org>"],
    ["MAIL_FROM", "Fremdrift <a@example.org> <b@example.org>"],
    ["MAIL_FROM", "Frem\ndrift <a@example.org>"],
    ["IMAP_URL", "imaps://imap.example.org/INBOX"],
    ["IMAP_URL", "imaps://kim@imap.example.org/INBOX"],
    ["IMAP_URL", "imaps://kim:hemmelig%@imap.example.org"],
    ["IMAP_URL", "imaps://kim:hemmelig%E6@imap.example.org"],
    ["IMAP_URL", "pop3://kim:hemmelig@pop.example.org"],
    ["SMTP_IN_PORT", "0"],
    ["SMTP_IN_PORT", "smtp"],
    ["FILES_MAX_MB", "100"],
    ["FILES_TOTAL_MB", "0"],
    ["FREMDRIFT_SECRET", "hemmelig"],
    ["TEMPORAL_TLS", "ja"],
    ["FREMDRIFT_KEYS", "2027:hemmelig"],
  ])("%s=%s is refused by name, in both languages, without repeating what may be a secret", (name, value) => {
    const env = { MAIL_FROM: "net@example.org", [name]: value };
    const [da, en] = [readSettings(env), readSettings(env, "en")];
    expect(da).toMatchObject({
      problems: [{ code: "setting", path: name, message: expect.stringContaining(`${name} er`) }],
    });
    expect(en).toMatchObject({ problems: [{ path: name, message: expect.stringContaining(`${name} is`) }] });
    expect(JSON.stringify([da, en])).not.toContain("hemmelig");
  });

  it.each(["net@example.org", "<net@example.org>", "Netværk Øst <net@example.org>", '"Øst, nord" <net@example.org>'])(
    "MAIL_FROM=%s is a sender",
    (value) => {
      expect(readSettings({ MAIL_FROM: value })).toMatchObject({ settings: { mailFrom: value } });
    },
  );

  it("of a mail server need the sender's address too: the default one is nobody's", () => {
    const mail = { SMTP_URL: "smtp://mail.example.org" };
    for (const [language, words] of [
      ["da", "MAIL_FROM mangler"],
      ["en", "MAIL_FROM is missing"],
    ] as const) {
      expect(readSettings(mail, language)).toMatchObject({
        problems: [{ path: "MAIL_FROM", message: expect.stringContaining(words), hint: expect.stringContaining("@") }],
      });
    }
    expect(readSettings({ ...mail, MAIL_FROM: "net@example.org" })).toHaveProperty("settings");
  });

  it("of a process that is one of several demand what all of them share", () => {
    const read = readSettings({ FREMDRIFT_PARTS: "api", FREMDRIFT_SECRET: "0123456789abcdef" }, "en");
    expect("problems" in read && read.problems.map(({ path }) => path)).toEqual([
      "DATABASE_URL",
      "TEMPORAL_ADDRESS",
      "SMTP_URL",
      "REHEARSAL_SMTP_URL",
      "PUBLIC_URL",
    ]);
    expect(readSettings({ FREMDRIFT_PARTS: "worker, api" })).toMatchObject({ settings: { parts: ["api", "worker"] } });
  });

  it("are all told at once where several are wrong", () => {
    const read = readSettings({ PORT: "x", SMTP_URL: "x" });
    expect("problems" in read && read.problems.map(({ path }) => path)).toEqual(["PORT", "SMTP_URL", "MAIL_FROM"]);
  });
});
