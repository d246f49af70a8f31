// Mails that are made to be slow to read: every pattern has an end.
import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { readMail } from "../../mail/reply.ts";
import { outlook } from "./incoming.ts";

const LONG = 190_000;

/** Milliseconds for any of them: what takes turns takes minutes. */
const WITHIN = 8_000;

const HOSTILE: [string, Buffer][] = [
  ["an address of nothing but @", outlook({ attendee: `${"@".repeat(LONG)} x` })],
  ["an address that is almost one", outlook({ attendee: `${"a@".repeat(LONG / 2)} x` })],
  ["a name in many parts", outlook({ uid: `${"a.".repeat(LONG / 2)}@x` })],
  ["parameters without end", outlook({ partstat: `A${';X="'.repeat(LONG / 4)}` })],
  ["a comment of signs to unescape", outlook({ comment: "\\".repeat(LONG) })],
  ["a header without end", outlook({ headers: [`References: ${"<a".repeat(LONG / 2)}`] })],
  ["marks of a list in every line", outlook({ headers: [`Authentication-Results: ${"dmarc ".repeat(LONG / 6)}`] })],
  ["a subject of encoded words", outlook({ headers: [`X-Subject: ${"=?utf-8?q?=".repeat(LONG / 11)}`] })],
  [
    "HTML that never closes",
    Buffer.from(`From: a@example.org\r\nContent-Type: text/html\r\n\r\n${"<div><b ".repeat(LONG / 8)}`),
  ],
  [
    "parts within parts",
    Buffer.from(
      `From: a@example.org\r\n${Array.from({ length: 300 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join("")}`,
    ),
  ],
];

describe("a mail of", () => {
  it.each(HOSTILE)(
    "%s is read in time, whatever it is made of",
    async (_name, raw) => {
      const mail = await simpleParser(raw, { keepDeliveryStatus: true }).catch(() => undefined);
      const read = mail && readMail(mail);
      expect(["reply", "other", "bounce", undefined]).toContain(read?.is);
    },
    WITHIN,
  );
});
