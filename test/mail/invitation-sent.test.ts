// An invitation on its way: from the outbox over real SMTP to what a mail program finds in the message.
import { expect, it, onTestFinished } from "vitest";
import type { MailModel } from "../../machines/ledger.ts";
import { createCatcher } from "../../mail/catcher.ts";
import { createSender } from "../../mail/sender.ts";
import { eventIn, FROM, ICS, value } from "./calendars.ts";
import { LINKS, local, meeting } from "./models.ts";
import { folder, memoryOutbox, transportTo } from "./servers.ts";

/** The message as it was received for a model. */
async function received(rule: string, more: Partial<MailModel> = {}) {
  const catcher = createCatcher({ folder: await folder() });
  const { url } = await catcher.start({ port: 0 });
  onTestFinished(() => catcher.close());
  const outbox = memoryOutbox();
  const model = meeting(rule, { at: local("2027-02-01T09:00"), sequence: 3, ...more });
  outbox.add("a", "kim@example.org", { model });
  const sender = createSender({
    outbox: outbox.port,
    transport: transportTo(url),
    clock: () => 0,
    links: LINKS,
    from: FROM,
    ics: ICS,
    log: () => {},
  });
  expect(await sender.drain()).toBe(1);
  const [mail] = await catcher.listMails();
  return (await catcher.readMail(mail!.id))!;
}

it.each([
  ["meeting-invitation", "REQUEST", "CONFIRMED"],
  ["meeting-moved", "REQUEST", "CONFIRMED"],
  ["meeting-cancelled", "CANCEL", "CANCELLED"],
] as const)(
  "%s arrives with a part for the calendar that says %s, beside text and HTML",
  async (rule, method, status) => {
    const { raw, mail } = await received(rule);
    const text = raw.toString();
    const alternatives = text.slice(
      text.indexOf("Content-Type: multipart/alternative"),
      text.indexOf("application/ics"),
    );
    expect(alternatives.match(/^Content-Type: text\/[^\r]*/gm)).toEqual([
      "Content-Type: text/plain; charset=utf-8",
      "Content-Type: text/html; charset=utf-8",
      `Content-Type: text/calendar; charset=utf-8; method=${method}`,
    ]);
    const parts = mail.attachments.map(({ contentType, filename }) => [contentType, filename]);
    expect(parts).toEqual([
      ["text/calendar", undefined],
      ["application/ics", "invite.ics"],
    ]);
    const [inline, file] = mail.attachments.map(({ content }) => content.toString());
    expect(file).toBe(inline);
    const event = eventIn({ method, content: inline! });
    expect([event.uid, event.sequence, value(event, "status")]).toEqual(["meeting1@n1.fremdrift", 3, status]);
    expect(value(event, "organizer")).toBe(`mailto:${mail.from!.value[0]!.address}`);
    expect(value(event, "attendee")).toBe("mailto:kim@example.org");
  },
);

it("a reminder arrives without", async () => {
  const { raw, mail } = await received("meeting-14");
  expect(mail.attachments).toEqual([]);
  expect(raw.toString()).not.toMatch(/calendar|\.ics/);
});

it("what people typed adds no header, in the message or in its parts", async () => {
  const evil = 'x"\r\nBcc: all@example.org\r\n\r\nContent-Type: text/html; method=PUBLISH';
  const typed = {
    title: { da: evil, en: evil },
    networkTitle: evil,
    place: evil,
    network: evil,
    subject: `item:${evil}`,
  };
  const { to, mail } = await received("meeting-invitation", typed);
  expect(to).toBe("kim@example.org");
  expect(mail.headers.has("bcc")).toBe(false);
  expect(mail.attachments.map(({ contentType }) => contentType)).toEqual(["text/calendar", "application/ics"]);
});
