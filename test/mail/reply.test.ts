// What a mail that came in says, in the shapes that mail programs and servers give it.
import { describe, expect, it } from "vitest";
import { readMail, subjectOf } from "../../mail/reply.ts";
import { eventOf } from "./calendars.ts";
import { apple, bounce, gmail, letter, outlook, parsed, type Answered } from "./incoming.ts";
import { local, meeting } from "./models.ts";

const says = async (raw: Buffer) => readMail(await parsed(raw));
const PROGRAMS = { outlook, gmail, apple };
const REPLY = { is: "reply", uid: "meeting1@n1.fremdrift", attendee: "kim@example.org", sequence: 3 };

describe.each(Object.entries(PROGRAMS))("an answer from %s", (_name, mail) => {
  it.each([
    ["ACCEPTED", "accepted"],
    ["DECLINED", "declined"],
    ["TENTATIVE", "tentative"],
    ["accepted", "accepted"],
  ])("with %s is one", async (partstat, answer) => {
    expect(await says(mail({ partstat }))).toEqual({ ...REPLY, answer });
  });

  it("is of the address, whatever its capitals", async () => {
    const answered = { attendee: "Kim@Example.ORG", from: "kim@EXAMPLE.org" };
    expect(await says(mail(answered))).toEqual({ ...REPLY, answer: "accepted" });
  });

  it.each<[string, Answered, string]>([
    ["from another address than the one it speaks for", { attendee: "lone@example.org" }, "other-sender"],
    ["delegated", { partstat: "DELEGATED" }, "delegated"],
    ["without an answer", { partstat: "NEEDS-ACTION" }, "no-answer"],
    ["with another time", { method: "COUNTER", headers: [] }, "counter"],
    ["through a mailing list", { headers: ["List-Id: <all.example.org>"] }, "automatic"],
    ["that our own server found forged", { headers: ["Authentication-Results: mx; spf=pass; dmarc=fail"] }, "forged"],
  ])("%s is none", async (_what, answered, why) => {
    expect(await says(mail(answered))).toEqual({ is: "other", why });
  });

  it("without a sequence answers the first invitation", async () => {
    expect(await says(mail({ sequence: null }))).toMatchObject({ sequence: 0 });
  });
});

it("has what was written with it, without what cannot be kept", async () => {
  const words = "Kommer senere\\, måske kl. 10\\n\u0000";
  expect(await says(outlook({ comment: words }))).toMatchObject({ note: "Kommer senere, måske kl. 10" });
  const note = (await says(outlook({ comment: "😀".repeat(700) }))) as { note?: string };
  expect(note.note).toBe("😀".repeat(500));
});

describe("a UID", () => {
  it.each([
    ["item:meeting1", "n1", { network: "n1", item: "meeting1" }],
    ["item:E6/east", "0af-3_b", { network: "0af-3_b", item: "E6", session: "east" }],
    ["item:møde,1;a", "n1", { network: "n1", item: "møde,1;a" }],
  ])("of %s is read back from what the invitation says", async (subject, network, about) => {
    const model = meeting("meeting-invitation", { subject, network, at: local("2027-02-01T09:00"), sequence: 3 });
    expect(subjectOf(eventOf(model).uid)).toEqual(about);
    const escaped = eventOf(model).uid.replace(/[,;]/g, "\\$&");
    const answer = await says(apple({ uid: escaped }));
    expect(answer).toMatchObject({ is: "reply", uid: eventOf(model).uid });
  });

  it("is read also where a line ends inside one of its letters", async () => {
    const uid = `a${"æ".repeat(60)}@n1.fremdrift`;
    const raw = apple({ uid });
    expect(raw.includes(Buffer.from([0xc3, 0x0d, 0x0a, 0x20, 0xa6]))).toBe(true);
    expect(await says(raw)).toMatchObject({ uid });
  });

  it.each([
    "",
    "meeting1",
    "meeting1@n1.example",
    "a.b.c@n1.fremdrift",
    "@n1.fremdrift",
    "a@b@n1.fremdrift",
    "a@.fremdrift",
  ])("«%s» is none of ours", (uid) => expect(subjectOf(uid)).toBeUndefined());
});

describe("a report of a mail that came back", () => {
  const OF = "n1.3.p1@fremdrift.invalid";
  const SAID = { is: "bounce", messageId: OF, recipients: ["kim@example.org"] };

  it.each(["message/rfc822", "text/rfc822-headers"] as const)(
    "names the mail by what came back of it (%s)",
    async (returned) => {
      expect(await says(bounce(OF, { returned }))).toEqual({ ...SAID, gone: true, why: "550 5.1.1 no such user here" });
    },
  );

  it("names it by what it answers, where nothing came back", async () => {
    const headers = [`In-Reply-To: <${OF}>`];
    expect(await says(bounce(OF, { returned: "nothing", headers }))).toMatchObject(SAID);
    expect(await says(bounce(OF, { returned: "nothing" }))).toEqual({ is: "other", why: "not-failed" });
  });

  it.each([
    ["5.1.1", true],
    ["5.1.10", true],
    ["5.2.1", true],
    ["5.4.1", true],
    ["5.5.0", true],
    ["5.2.2", false],
    ["5.3.4", false],
    ["5.6.1", false],
    ["5.7.1", false],
    ["5.1.8", false],
    ["4.4.7", false],
  ])("with %s: the address is gone: %s", async (status, gone) => {
    expect(await says(bounce(OF, { status }))).toMatchObject({ ...SAID, gone });
  });

  it("with a code that says nothing is read from the server's own words", async () => {
    const full = { status: "5.0.0", diagnostic: "smtp; 552 5.2.2 mailbox full" };
    expect(await says(bounce(OF, full))).toMatchObject({ gone: false });
    expect(await says(bounce(OF, { status: "5.0.0", diagnostic: "smtp; 550 unknown" }))).toMatchObject({ gone: true });
  });

  it.each(["delayed", "delivered", "relayed", "expanded"])("that says «%s» is no failure", async (action) => {
    expect(await says(bounce(OF, { action }))).toEqual({ is: "other", why: "not-failed" });
  });

  it("keeps words that a database can hold", async () => {
    const said = await says(bounce(OF, { diagnostic: `smtp; 550 5.1.1 a\u0000b\u0007 ${"😀".repeat(400)}` }));
    const { why } = said as { why: string };
    expect(why).not.toMatch(/[\p{Cc}\p{Cs}]/u);
    expect(why.length).toBeLessThanOrEqual(500);
  });
});

describe("another mail", () => {
  it.each([
    ["a letter", [], "letter"],
    ["an out of office", ["Auto-Submitted: auto-replied"], "automatic"],
    ["a newsletter", ["Precedence: bulk"], "automatic"],
    ["a list", ["List-Id: <all.example.org>"], "automatic"],
    ["a receipt", ["Content-Type: multipart/report; report-type=disposition-notification; boundary=x"], "automatic"],
  ])("is passed over: %s", async (_what, headers, why) => {
    expect(await says(letter(headers))).toEqual({ is: "other", why });
  });

  it("is passed over when it is no more than noise", async () => {
    const [good] = [outlook().toString("latin1")];
    for (let at = 0; at < good.length; at += 37) {
      const broken = Buffer.from(`${good.slice(0, at)}\u0000;:"\r\n${good.slice(at + 19)}`, "latin1");
      expect(["reply", "other"]).toContain((await says(broken)).is);
    }
    for (const raw of [
      "",
      "\r\n\r\n",
      "BEGIN:VCALENDAR",
      "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY",
    ])
      expect((await says(Buffer.from(raw))).is).toBe("other");
  });

  it("is passed over when its answer names two people, no event or no address", async () => {
    const with_ = async (from: RegExp, to: string) =>
      await says(Buffer.from(apple().toString("latin1").replace(from, to), "latin1"));
    const unreadable = { is: "other", why: "unreadable" };
    expect(await with_(/(ATTENDEE)/, "ATTENDEE;PARTSTAT=DECLINED:mailto:lone@example.org\r\n$1")).toEqual(unreadable);
    expect(await with_(/UID:.*\r\n/, "")).toEqual(unreadable);
    expect(await with_(/MAILTO:/, "tel:")).toEqual(unreadable);
    expect(await with_(/END:VEVENT/, "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT")).toEqual(unreadable);
  });
});
