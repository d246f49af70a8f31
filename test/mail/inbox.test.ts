// Mails that come in over IMAP and SMTP, by real servers on this machine.
import { createTransport } from "nodemailer";
import { expect, it, onTestFinished, vi } from "vitest";
import { createImapInbox, INBOX_LIMITS, type Inbox, type Take } from "../../mail/inbox.ts";
import { createSmtpInbox } from "../../mail/smtp-in.ts";
import { apple, bounce, gmail, letter, outlook } from "./incoming.ts";
import { imapServer } from "./imap.ts";
import { freePorts } from "../../worker/ports.ts";

const DAY = 86_400_000;

/** What came in, as text, and what is said of it. */
function taker(outcome: (raw: string) => Promise<Awaited<ReturnType<Take>>> = async () => "taken") {
  const came: string[] = [];
  const take: Take = async (raw) => {
    came.push(raw.toString("latin1"));
    return await outcome(raw.toString("latin1"));
  };
  return { came, take };
}

async function reading(url: string, take: Take) {
  const lines: string[] = [];
  const inbox = createImapInbox({ url, take, now: () => Date.now(), log: (line) => lines.push(line) });
  await started(inbox);
  return { inbox, lines };
}

async function started(inbox: Inbox) {
  onTestFinished(() => inbox.stop());
  await inbox.start();
}

const soon = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });
const idOf = (raw: string) => /^Message-ID: <(.*)>/m.exec(raw)?.[1];

it("reads what came while nobody looked and each mail as it comes, once, octet by octet", async () => {
  const server = await imapServer([{ raw: apple() }, { raw: bounce("x@y") }]);
  const { came, take } = taker();
  const { inbox } = await reading(server.url, take);
  await soon(() => expect(server.seen()).toEqual([true, true]));
  server.add(gmail({ messageId: "later" }));
  await soon(() => expect(server.seen()).toEqual([true, true, true]));
  server.add(outlook({ messageId: "last" }));
  await soon(() => expect(server.seen()).toEqual([true, true, true, true]));
  expect(came.slice(0, 1)).toEqual([apple().toString("latin1")]);
  expect(came.map(idOf)).toEqual(["a1@mail.example.org", "b1@mx.example.org", "later", "last"]);
  expect(inbox.check()).toEqual({ ok: true, detail: `127.0.0.1:${server.port}, INBOX is read` });
});

it("leaves letters unread and does not even fetch them; takes what people have read already; looks two weeks back", async () => {
  const server = await imapServer([
    { raw: apple({ messageId: "old" }), at: new Date(Date.now() - INBOX_LIMITS.lookBack - 2 * DAY) },
    { raw: letter() },
    { raw: apple({ messageId: "counter", method: "COUNTER" }) },
    { raw: apple({ messageId: "read" }), seen: true },
  ]);
  const { came, take } = taker(async (raw) => (raw.includes("COUNTER") ? "letter" : "taken"));
  await reading(server.url, take);
  await soon(() => expect(came.map(idOf)).toEqual(["counter", "read"]));
  server.add(apple({ messageId: "end" }));
  await soon(() => expect(server.seen()).toEqual([false, false, false, true, true]));
  expect(came.map(idOf)).toEqual(["counter", "read", "end"]);
});

it("comes back to a mail that could not be dealt with, before any after it", async () => {
  const server = await imapServer([{ raw: apple({ messageId: "one" }) }, { raw: apple({ messageId: "two" }) }]);
  let away = true;
  const { came, take } = taker(async () => {
    if (!away) return "taken";
    away = false;
    throw new Error("the database is away");
  });
  const { lines } = await reading(server.url, take);
  await soon(() => expect(server.seen()).toEqual([true, true]));
  expect(came.map(idOf)).toEqual(["one", "one", "two"]);
  expect(lines).toEqual([expect.stringContaining("the database is away")]);
});

it("goes on when the server comes back, and says meanwhile what is wrong", async () => {
  const first = await imapServer();
  const { came, take } = taker();
  const { inbox, lines } = await reading(first.url, take);
  await soon(() => expect(inbox.check().ok).toBe(true));
  await first.close();
  await soon(() => expect(inbox.check()).toMatchObject({ ok: false, detail: expect.stringContaining("INBOX: ") }));
  const second = await imapServer([{ raw: apple() }], first.port);
  await soon(() => expect(second.seen()).toEqual([true]));
  expect(came.map(idOf)).toEqual(["a1@mail.example.org"]);
  expect(inbox.check().ok).toBe(true);
  expect(lines.join()).not.toContain("testpass");
});

it("reads nothing twice after a connection broke, and what came meanwhile", async () => {
  const server = await imapServer([{ raw: apple({ messageId: "one" }) }]);
  const { came, take } = taker();
  const { inbox } = await reading(server.url, take);
  const again = async (count: number) => {
    await soon(() => expect(server.seen()).toHaveLength(count));
    await soon(() => expect(server.seen()).not.toContain(false));
    server.breakOff();
    await soon(() => expect(inbox.check().ok).toBe(false));
  };
  await again(1);
  await soon(() => expect(inbox.check().ok).toBe(true));
  server.add(apple({ messageId: "two" }));
  await again(2);
  server.add(apple({ messageId: "three" }));
  await again(3);
  expect(came.map(idOf)).toEqual(["one", "two", "three"]);
});

it("says that a password is wrong, without the password", async () => {
  const server = await imapServer();
  const url = server.url.replace("testpass", "hemmelig");
  const { inbox, lines } = await reading(url, taker().take);
  await soon(() => expect(lines).not.toEqual([]));
  expect(inbox.check().ok).toBe(false);
  expect([...lines, inbox.check().detail].join()).not.toMatch(/hemmelig|testuser/);
});

/** A server for mails in, and what a mail server that hands it a mail is told. */
async function smtp(take: Take) {
  const inbox = createSmtpInbox({ host: "127.0.0.1", port: 0, address: "fremdrift@example.org", take });
  await started(inbox);
  const client = createTransport({ host: "127.0.0.1", port: inbox.port() });
  onTestFinished(() => client.close());
  const send = (raw: Buffer, to = "Fremdrift@Example.org", from = "kim@example.org") =>
    client.sendMail({ envelope: { from, to }, raw }).then(
      ({ response }) => Number(response.slice(0, 3)),
      (error: { responseCode?: number }) => error.responseCode,
    );
  return { inbox, send };
}

it("takes mails over SMTP for its own address only", async () => {
  const { came, take } = taker();
  const { inbox, send } = await smtp(take);
  expect(await send(gmail())).toBe(250);
  expect(came.map(idOf)).toEqual(["a1@mail.example.org"]);
  expect(await send(gmail(), "somebody@example.org")).toBe(550);
  expect(came).toHaveLength(1);
  expect(inbox.check()).toEqual({ ok: true, detail: `SMTP on 127.0.0.1:${inbox.port()}` });
});

it("asks over SMTP for a mail again that cannot be dealt with now, and turns letters away, but nothing automatic", async () => {
  let outcome: () => ReturnType<Take> = () => Promise.reject(new Error("the database is away"));
  const { send } = await smtp(() => outcome());
  expect(await send(gmail())).toBe(451);
  outcome = () => Promise.resolve("letter");
  expect(await send(letter())).toBe(554);
  expect(await send(letter(), undefined, "")).toBe(250);
  outcome = () => Promise.resolve("automatic");
  expect(await send(letter())).toBe(250);
});

it("takes no mail over SMTP that is larger than it holds", async () => {
  const { came, take } = taker();
  const { send } = await smtp(take);
  const large = Buffer.concat([letter(), Buffer.alloc(INBOX_LIMITS.mailSize + 1, "a\r\n")]);
  expect(await send(large)).toBe(552);
  expect(came).toEqual([]);
});

it("does not start on a port that is taken", async () => {
  const [port = 0] = await freePorts(1);
  const [one, two] = [1, 2].map(() =>
    createSmtpInbox({ host: "127.0.0.1", port, address: "a@example.org", take: taker().take }),
  );
  await started(one!);
  await expect(two!.start()).rejects.toThrow("EADDRINUSE");
  expect(two!.check().ok).toBe(false);
  await two!.stop();
});
