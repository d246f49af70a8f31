// Secrets that stand in files, and the settings of the way to Temporal.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FROM_FILES } from "../../library/secret-files.ts";
import { readSettings } from "../../library/settings.ts";
import { tmpFolder } from "../support/tmp.ts";

const problemsOf = (env: Record<string, string>) => {
  const read = readSettings(env, "en");
  return "problems" in read ? read.problems.map(({ path: name, message }) => `${name}: ${message}`) : [];
};

test("whatever is or holds a secret may stand in a file, without the line break at its end", () => {
  expect(FROM_FILES).toEqual(
    expect.arrayContaining([
      "DATABASE_URL",
      "SMTP_URL",
      "IMAP_URL",
      "TEMPORAL_API_KEY",
      "FREMDRIFT_KEYS",
      "FREMDRIFT_SECRET",
    ]),
  );
  const folder = tmpFolder();
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const env = {
    FREMDRIFT_SECRET_FILE: file("secret", "0123456789abcdef\n"),
    DATABASE_URL_FILE: file("database", "postgres://kim:kode@db:5432/f"),
    FREMDRIFT_KEYS_FILE: file("keys", `2027:${"A".repeat(43)}=\n2026:${"B".repeat(42)}A=\n`),
  };
  expect(readSettings(env)).toMatchObject({
    settings: {
      secret: "0123456789abcdef",
      databaseUrl: "postgres://kim:kode@db:5432/f",
      payloadKeys: expect.stringMatching(/^2027:.*\n2026:/) as string,
    },
  });
  expect(problemsOf({ FREMDRIFT_SECRET_FILE: file("short", "hemmelig") })).toEqual([
    "FREMDRIFT_SECRET: FREMDRIFT_SECRET is too short.",
  ]);
});

test("a file that is not there, is empty, or says a second time what is said already, is told by name", () => {
  const folder = tmpFolder();
  const empty = path.join(folder, "empty");
  writeFileSync(empty, "\n");
  expect(problemsOf({ FREMDRIFT_SECRET_FILE: path.join(folder, "none") })[0]).toMatch(/^FREMDRIFT_SECRET_FILE: .*none/);
  expect(problemsOf({ SMTP_URL_FILE: empty, MAIL_FROM: "net@example.org" })[0]).toMatch(/^SMTP_URL_FILE: .*empty/);
  writeFileSync(empty, "0123456789abcdef");
  expect(problemsOf({ FREMDRIFT_SECRET_FILE: empty, FREMDRIFT_SECRET: "another secret of ours" })).toEqual([
    "FREMDRIFT_SECRET: FREMDRIFT_SECRET is set twice: itself and as a file.",
  ]);
});

test("a certificate or a key turns TLS to Temporal on; half of a pair, or what contradicts itself, is refused", () => {
  expect(readSettings({})).not.toHaveProperty("settings.temporalTls");
  expect(readSettings({ TEMPORAL_TLS: "on" })).toHaveProperty("settings.temporalTls", {});
  expect(readSettings({ TEMPORAL_API_KEY: "k" })).toHaveProperty("settings.temporalTls", {});
  expect(readSettings({ TEMPORAL_TLS_CA: "/ca.pem" })).toHaveProperty("settings.temporalTls", { ca: "/ca.pem" });
  expect(problemsOf({ TEMPORAL_TLS_CERT: "/own.pem" })[0]).toMatch(/^TEMPORAL_TLS_CERT: .*other half/);
  expect(problemsOf({ TEMPORAL_TLS_KEY: "/own.key" })[0]).toMatch(/^TEMPORAL_TLS_KEY: .*other half/);
  expect(problemsOf({ TEMPORAL_TLS: "off", TEMPORAL_API_KEY: "k" })[0]).toMatch(/^TEMPORAL_TLS: .*is off/);
});
