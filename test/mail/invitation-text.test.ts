// Invitations hold what people typed: nothing of it may become a line of the calendar, and nothing may be lost.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MailModel } from "../../machines/ledger.ts";
import { eventIn, eventOf, invited, octets, value } from "./calendars.ts";
import { local, meeting, reader } from "./models.ts";

const told = (rule: string, more: Partial<MailModel> = {}) =>
  meeting(rule, { subject: "item:m1", at: local("2027-02-01T09:00"), sequence: 7, ...more });

describe("what people typed", () => {
  const NAMES = [
    "uid",
    "sequence",
    "dtstamp",
    "dtstart",
    "dtend",
    "summary",
    "description",
    "location",
    "url",
    "organizer",
    "attendee",
    "status",
    "transp",
  ];
  const evil = 'x\r\nATTENDEE:mailto:all@example.org\r\nEND:VEVENT\r\n";X="y^n\u2028\u0085Z:1\u0000\u202Eé';
  const hostile = fc.oneof(
    fc.string({
      unit: fc.constantFrom(
        "a",
        "æ",
        "€",
        "🎉",
        "\ud800",
        "\r",
        "\n",
        "\u2028",
        '"',
        "^",
        "n",
        ";",
        ":",
        ",",
        "\\",
        "=",
        " ",
        "%",
        "?",
        "<",
        "\u0000",
        "\u0085",
      ),
      maxLength: 300,
    }),
    fc.string({ unit: "binary" }),
    fc.constant(evil),
  );

  it("adds no property, no event and no long line, wherever it stands", () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom("meeting-invitation", "meeting-moved", "meeting-cancelled"),
        (text, rule) => {
          const typed = {
            title: { da: text, en: text },
            networkTitle: text,
            place: `x${text}`,
            reason: text,
            network: text.replace(/\p{Surrogate}/gu, ""),
            subject: `item:${text}`,
          };
          const { content, method } = invited(
            told(rule, typed),
            { name: text, email: `${text}@example.org`, language: "da" },
            `${text} <a@example.org>`,
          )!;
          const event = eventIn({ method, content });
          expect(event.component.getAllProperties().map(({ name }) => name)).toEqual(NAMES);
          expect(
            event.component
              .getAllProperties("attendee")
              .flatMap((one) => Object.keys(one.toJSON()[1] as object))
              .includes("x"),
          ).toBe(false);
          expect(content.replaceAll("\r\n", "")).not.toMatch(/(?!\t)\p{Cc}/u);
          expect(Math.max(...content.split("\r\n").map(octets))).toBeLessThanOrEqual(75);
        },
      ),
      { examples: [[evil, "meeting-invitation"]] },
    );
  });

  it("comes out as it went in, however long and wherever a line breaks", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("a", "æ", "ø", "å", "€", "🎉", ";", ",", ":", "^"),
          minLength: 1,
          maxLength: 300,
        }),
        (text) => {
          const event = eventOf(
            told("meeting-invitation", { title: { da: text, en: text }, networkTitle: text, place: text }),
            { ...reader("da"), name: text },
          );
          expect([event.summary, event.location]).toEqual([text, text]);
          expect(
            ["organizer", "attendee"].map((name) => event.component.getFirstProperty(name)!.getFirstParameter("cn")),
          ).toEqual([text, text]);
        },
      ),
    );
  });

  it("has the signs that iCalendar reads something into written out", () => {
    const text = "a,b;c\\d";
    const { content } = invited(told("meeting-moved", { title: { da: text, en: text }, place: text, reason: "e\nf" }))!;
    for (const name of ["SUMMARY", "LOCATION"]) expect(content).toContain(`\r\n${name}:a\\,b\\;c\\\\d\r\n`);
    expect(content.replaceAll("\r\n ", "")).toContain("Begrundelse: e\\nf\\n");
  });

  it("is an address and nothing more where it is an address", () => {
    const event = eventOf(told("meeting-invitation"), { ...reader("da"), email: "a?b#c%d+e@example.org" });
    expect(value(event, "attendee")).toBe("mailto:a%3Fb%23c%25d+e@example.org");
  });

  it("folds Danish letters whole", () => {
    const title = "Æbleø på 🎉 ågård ".repeat(30).trim();
    const { content, method } = invited(told("meeting-invitation", { title: { da: title, en: title } }))!;
    const lines = content.split("\r\n");
    for (const line of lines) expect(Buffer.from(line).toString()).toBe(line);
    expect(Math.max(...lines.map(octets))).toBe(75);
    expect(eventIn({ method, content }).summary).toBe(title);
  });
});
