import { expect, it, onTestFinished, vi } from "vitest";
import { createCatcher } from "../../mail/catcher.ts";
import { backoff, RETRY_LIMITS } from "../../mail/delivery.ts";
import { SENDER_LIMITS } from "../../mail/sender.ts";
import type { OutgoingMail, SendResult } from "../../mail/transport.ts";
import { meeting } from "./models.ts";
import { OK, sender } from "./sending.ts";
import { freePorts } from "../../worker/ports.ts";
import { answering, folder, memoryOutbox, smtpServer, transportTo } from "./servers.ts";

/** Receivers of a real server that refuses some of them for good. */
async function serverRefusing(refused: string) {
  const received: string[] = [];
  const url = await smtpServer({
    onRcptTo: ({ address }, _session, done) => done(address === refused ? answering(550, "5.1.1 unknown") : null),
    onData: (stream, { envelope }, done) =>
      stream.on("end", () => (received.push(envelope.rcptTo[0]!.address), done())).resume(),
  });
  return { url, received };
}

it("loses nothing when the server is down and comes back", async () => {
  const outbox = memoryOutbox();
  for (const id of ["a", "b", "c", "d", "e", "f", "g"]) outbox.add(id);
  const [port = 0] = await freePorts(1);
  const { drain } = sender(outbox, transportTo(`smtp://127.0.0.1:${port}`));
  expect(await drain()).toBe(0);
  expect(Object.values(outbox.states())).toEqual(Array(7).fill("queued"));

  const catcher = createCatcher({ folder: await folder() });
  await catcher.start({ port });
  onTestFinished(() => catcher.close());
  outbox.clock.now += RETRY_LIMITS.first;
  expect(await drain()).toBe(7);
  const mails = await catcher.listMails();
  expect(mails.map(({ to }) => to).sort()).toEqual(
    ["a", "b", "c", "d", "e", "f", "g"].map((id) => `${id}@example.org`),
  );
  expect(await drain()).toBe(0);
});

it("leaves the rest alone while the server is down", async () => {
  const outbox = memoryOutbox();
  for (let i = 0; i < 40; i++) outbox.add(`m${i}`);
  const { drain } = sender(outbox, transportTo(`smtp://127.0.0.1:${(await freePorts(1))[0]}`));
  await drain();
  const tried = [...outbox.rows.values()].filter(({ attempts }) => attempts > 0).length;
  expect(tried).toBeGreaterThan(0);
  expect(tried).toBeLessThanOrEqual(2 * SENDER_LIMITS.concurrent);
});

it("sends every other mail once when one is refused for good, and records why", async () => {
  const outbox = memoryOutbox();
  const ids = Array.from({ length: 12 }, (_, i) => `m${i}`);
  for (const id of ids) outbox.add(id);
  const { url, received } = await serverRefusing("m3@example.org");
  const { drain, lines } = sender(outbox, transportTo(url));
  expect(await drain()).toBe(11);
  expect(await drain()).toBe(0);
  expect(received.toSorted()).toEqual(
    ids
      .filter((id) => id !== "m3")
      .map((id) => `${id}@example.org`)
      .sort(),
  );
  expect(outbox.rows.get("m3")).toMatchObject({
    state: "failed",
    response: expect.stringContaining("550 5.1.1 unknown"),
  });
  expect(lines.join()).toContain("Mail m3 could not be delivered: 550 5.1.1");
});

it("tries a full mailbox again later, then delivers", async () => {
  const outbox = memoryOutbox();
  outbox.add("a");
  const catcher = createCatcher({ folder: await folder() });
  const { url } = await catcher.start({ port: 0 });
  onTestFinished(() => catcher.close());
  const { drain } = sender(outbox, transportTo(url));
  catcher.setFull(true);
  expect(await drain()).toBe(0);
  expect(outbox.rows.get("a")).toMatchObject({
    state: "queued",
    due: RETRY_LIMITS.first,
    response: expect.stringMatching(/^452/),
  });
  catcher.setFull(false);
  expect(await drain()).toBe(0);
  outbox.clock.now = RETRY_LIMITS.first;
  expect(await drain()).toBe(1);
  expect(await catcher.listMails()).toHaveLength(1);
});

it("fails a mail that cannot be written, and sends the rest", async () => {
  const outbox = memoryOutbox();
  outbox.add("good");
  outbox.add("bad");
  outbox.rows.get("bad")!.model.zone = "Europe/Nowhere";
  const { drain } = sender(outbox, { sendMail: async () => OK });
  expect(await drain()).toBe(1);
  expect(outbox.rows.get("bad")).toMatchObject({
    state: "failed",
    response: expect.stringContaining("Europe/Nowhere"),
  });
});

it("keeps the mail of a rehearsal in the house", async () => {
  const outbox = memoryOutbox();
  outbox.add("real");
  outbox.add("demo", "demo@example.org", { rehearsal: true });
  const sentTo: Record<string, string[]> = { outside: [], inside: [] };
  const to = (where: string) => ({ sendMail: async (mail: OutgoingMail) => (sentTo[where]!.push(mail.to.email), OK) });
  const { drain } = sender(outbox, to("outside"), outbox.port, to("inside"));
  expect(await drain()).toBe(2);
  expect(sentTo).toEqual({ outside: ["real@example.org"], inside: ["demo@example.org"] });

  outbox.add("demo2", "demo2@example.org", { rehearsal: true });
  expect(await sender(outbox, to("outside")).drain()).toBe(0);
  expect(sentTo["outside"]).toEqual(["real@example.org"]);
  expect(outbox.rows.get("demo2")).toMatchObject({ state: "failed", response: expect.stringContaining("rehearsal") });
});

it("waits for a server that is away as long as it takes, and tries it every minute", async () => {
  const outbox = memoryOutbox();
  outbox.add("a", "a@example.org", { attempts: 1_000 });
  const { drain } = sender(outbox, transportTo(`smtp://127.0.0.1:${(await freePorts(1))[0]}`));
  await drain();
  expect(outbox.rows.get("a")).toMatchObject({ state: "queued", due: RETRY_LIMITS.longestDown });
});

it("sends a reader's daily mail as one, and what became of it is that of all in it", async () => {
  const outbox = memoryOutbox();
  outbox.add("a", "kim@example.org", { messageId: "daily@x", with: [{ id: "b", model: meeting("meeting-2") }] });
  outbox.add("b", "kim@example.org", {});
  outbox.rows.get("b")!.state = "sending";
  const mails: OutgoingMail[] = [];
  const recover = async () => {};
  const transport = { sendMail: async (mail: OutgoingMail) => (mails.push(mail), OK) };
  expect(await sender(outbox, transport, { ...outbox.port, recover }).drain()).toBe(1);
  expect(mails.map(({ messageId, to }) => [messageId, to.email])).toEqual([["daily@x", "kim@example.org"]]);
  expect(mails[0]?.invitation).toBeUndefined();
  expect(outbox.states()).toEqual({ a: "sent", b: "sent" });
});

it.each(["start", "drain"] as const)(
  "after %s keeps at most five in the air, and stop waits for them",
  async (begin) => {
    const outbox = memoryOutbox();
    for (let i = 0; i < 9; i++) outbox.add(`m${i}`);
    const held: (() => void)[] = [];
    const transport = {
      sendMail: () => new Promise<SendResult>((resolve) => held.push(() => resolve(OK))),
    };
    const made = sender(outbox, transport);
    void made[begin]();
    await vi.waitFor(() => expect(held).toHaveLength(SENDER_LIMITS.concurrent));

    let stopped = false;
    const stopping = made.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    for (const release of held) release();
    await stopping;
    const states = Object.values(outbox.states());
    expect(states.filter((state) => state === "sent")).toHaveLength(5);
    expect(states.filter((state) => state === "queued")).toHaveLength(4);
  },
);

/** From now on time stands still; what can happen without it has, when the promise resolves. */
function stillTime() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  return async () => {
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  };
}

it("wakes for what is new, without waiting for the next round", async () => {
  const settled = stillTime();
  const outbox = memoryOutbox();
  const sent: OutgoingMail[] = [];
  const { start, wake } = sender(outbox, { sendMail: async (mail) => (sent.push(mail), OK) });
  start();
  await settled();
  outbox.add("a");
  await settled();
  expect(outbox.states()).toEqual({ a: "queued" });
  wake();
  await settled();
  expect(outbox.states()).toEqual({ a: "sent" });
  outbox.add("b");
  await vi.advanceTimersByTimeAsync(SENDER_LIMITS.pollEvery);
  await settled();
  expect(outbox.states()).toEqual({ a: "sent", b: "sent" });
  expect(sent.map(({ messageId }) => messageId)).toEqual(["a@fremdrift.example", "b@fremdrift.example"]);
});

it("rests a moment where it was woken during a round, so that what comes one by one goes together", async () => {
  const settled = stillTime();
  const outbox = memoryOutbox();
  let claims = 0;
  const claim = (limit: number) => (claims++, outbox.port.claim(limit));
  const { start, wake } = sender(
    outbox,
    { sendMail: async ({ messageId }) => (arrive(messageId), OK) },
    {
      ...outbox.port,
      claim,
    },
  );
  const arrive = (sent: string) => {
    if (!sent.startsWith("a@")) return;
    outbox.add("b");
    wake();
  };
  outbox.add("a");
  start();
  await settled();
  outbox.add("c");
  wake();
  await settled();
  expect(outbox.states()).toEqual({ a: "sent", b: "queued", c: "queued" });
  await vi.advanceTimersByTimeAsync(SENDER_LIMITS.rest);
  await settled();
  expect(outbox.states()).toEqual({ a: "sent", b: "sent", c: "sent" });
  expect(claims).toBe(2);
});

it("goes on when the outbox cannot be read for a while", async () => {
  const outbox = memoryOutbox();
  outbox.add("a");
  let broken = true;
  const claim = (limit: number) => (broken ? Promise.reject(new Error("no database")) : outbox.port.claim(limit));
  const { start, wake, lines } = sender(outbox, { sendMail: async () => OK }, { ...outbox.port, claim });
  start();
  await vi.waitFor(() => expect(lines.join()).toContain("no database"));
  broken = false;
  wake();
  await vi.waitFor(() => expect(outbox.states()).toEqual({ a: "sent" }));
});

it("doubles the wait up to an hour, goes on for at least three days, and then gives up", () => {
  expect([0, 1, 2].map(backoff)).toEqual([10_000, 20_000, 40_000]);
  const waits: number[] = [];
  for (let wait = backoff(0); wait !== undefined; wait = backoff(waits.length)) waits.push(wait);
  expect(Math.max(...waits)).toBe(3_600_000);
  const days = waits.slice(1).reduce((sum, wait) => sum + wait, 0) / 86_400_000;
  expect(days).toBeGreaterThanOrEqual(3);
  expect(days).toBeLessThan(3.2);
});

it("records a mail as failed after its last try", async () => {
  const outbox = memoryOutbox();
  outbox.add("a", "a@example.org", { attempts: 1_000 });
  const url = await smtpServer({ onRcptTo: (_address, _session, done) => done(answering(452, "4.2.2 full")) });
  const { drain, lines } = sender(outbox, transportTo(url));
  await drain();
  expect(outbox.rows.get("a")).toMatchObject({ state: "failed", response: expect.stringContaining("452 4.2.2 full") });
  expect(lines.join()).toContain("Mail a could not be delivered: 452");
});
