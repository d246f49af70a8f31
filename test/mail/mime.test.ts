// What we write as a mail is what a mail program reads.
import fc from "fast-check";
import { simpleParser, type AddressObject } from "mailparser";
import { expect, it } from "vitest";
import { mailboxOf, mimeOf, type Written } from "../../mail/mime.ts";

const DATE = new Date("2027-03-11T08:00:00Z");
const mail = (more: Partial<Written> = {}): Written => ({
  messageId: "n1.7.p1@fremdrift.example",
  from: { name: "Fremdrift", email: "fremdrift@example.org" },
  to: { name: "Kim Prøve", email: "kim@example.org" },
  subject: "Møde 1 – torsdag",
  text: "Hej Kim",
  html: "<p>Hej Kim</p>",
  listId: { title: "Mad uden spild", id: "n1.example.org" },
  ...more,
});
const read = async (written: Written) => await simpleParser(mimeOf(written, DATE));
const nameIn = (address: AddressObject | AddressObject[] | undefined) => [address].flat()[0]?.value[0];

it.each(["Kim, Prøve", 'Kim "K" Prøve\\', "a, b <c@example.org>", "=?UTF-8?Q?x?=", "Ærø", "(Kim)", "Kim; Bo:"])(
  "gives the name %j as it is, and no other address",
  async (name) => {
    const { to } = await read(mail({ to: { name, email: "kim@example.org" } }));
    expect(nameIn(to)).toEqual({ name, address: "kim@example.org" });
  },
);

it("writes no line longer than mail may have, and none that ends otherwise", () => {
  const long = "Rødgrød med fløde og 🍓 på Ærø ".repeat(40);
  const invitation = { method: "REQUEST" as const, content: long };
  const whole = mimeOf(mail({ subject: long, text: long, html: long, invitation }), DATE);
  expect(Math.max(...whole.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(whole.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(whole).toMatch(/^[\x20-\x7e\r\n]*$/);
});

it("carries any text unchanged, and any subject as one line", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), async (text, subject) => {
      const parsed = await read(mail({ text: `.\r\n${text}`, subject: `Møde ${subject}` }));
      expect(parsed.text?.trimEnd()).toBe(`.\r\n${text}`.replaceAll("\r\n", "\n").trimEnd());
      expect(parsed.subject).toBe(`Møde ${subject}`.replace(/[\s\p{Cc}]+/gu, " ").trim());
    }),
    { numRuns: 60 },
  );
});

it("lets nothing that people typed become a header or a part", async () => {
  const evil = "x\r\nBcc: all@example.org\r\n\r\n--fremdrift";
  const parsed = await read(
    mail({
      subject: evil,
      messageId: evil,
      to: { name: evil, email: `kim@example.org\r\nBcc: all@example.org` },
      listId: { title: evil, id: evil },
      unsubscribe: `https://f.example/${evil}>`,
    }),
  );
  expect(parsed.headers.has("bcc")).toBe(false);
  expect(parsed.text).toBe("Hej Kim");
  expect([parsed.to].flat()).toHaveLength(1);
});

it("writes a domain with letters of its own as mail servers know it", async () => {
  const { to } = await read(mail({ to: { name: "", email: "kim@rødgrød.example" } }));
  expect(mimeOf(mail({ to: { name: "", email: "kim@rødgrød.example" } }), DATE)).toContain(
    "<kim@xn--rdgrd-vuad.example>",
  );
  expect([to].flat()).toHaveLength(1);
});

it("says when it was written, and reads a sender with and without a name", async () => {
  expect((await read(mail())).date).toEqual(DATE);
  expect(mailboxOf('"Netværk, Øst" <net@example.org>')).toEqual({ name: "Netværk, Øst", email: "net@example.org" });
  expect(mailboxOf("net@example.org")).toEqual({ name: "", email: "net@example.org" });
});
