// Many mails: in batches, few of them unsure at a time, and no more than the server takes.
import { expect, it } from "vitest";
import { SENDER_LIMITS, type OutboxPort } from "../../mail/sender.ts";
import type { OutgoingMail } from "../../mail/transport.ts";
import { OK, sender } from "./sending.ts";
import { memoryOutbox } from "./servers.ts";

it("keeps what became of mails until it can be written down, and sends none of them again", async () => {
  const outbox = memoryOutbox();
  for (let i = 0; i < 3 * SENDER_LIMITS.unsure; i++) outbox.add(`m${i}`);
  const sent: string[] = [];
  let broken = true;
  const settle: OutboxPort["settle"] = (results) =>
    broken ? Promise.reject(new Error("disk full")) : outbox.port.settle(results);
  const transport = { sendMail: async ({ to }: OutgoingMail) => (sent.push(to.email), OK) };
  const { drain } = sender(outbox, transport, { ...outbox.port, settle });
  await expect(drain()).rejects.toThrow("disk full");
  await expect(drain()).rejects.toThrow("disk full");
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.length).toBeLessThanOrEqual(SENDER_LIMITS.unsure);
  broken = false;
  await drain();
  expect(new Set(Object.values(outbox.states()))).toEqual(new Set(["sent"]));
  expect(sent).toHaveLength(3 * SENDER_LIMITS.unsure);
  expect(new Set(sent).size).toBe(sent.length);
});

it("never has more in the air and not written down than a kill may double", async () => {
  const outbox = memoryOutbox();
  for (let i = 0; i < 200; i++) outbox.add(`m${i}`);
  let [taken, written, most] = [0, 0, 0];
  const settle: OutboxPort["settle"] = async (results) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    written += results.length;
    await outbox.port.settle(results);
  };
  const sendMail = async () => {
    most = Math.max(most, ++taken - written);
    return OK;
  };
  const { drain } = sender(outbox, { sendMail }, { ...outbox.port, settle });
  expect(await drain()).toBe(200);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(SENDER_LIMITS.unsure);
});

it("claims and writes down many at a time", async () => {
  const outbox = memoryOutbox();
  for (let i = 0; i < 500; i++) outbox.add(`m${i}`);
  const calls = { claim: 0, settle: 0 };
  const port: OutboxPort = {
    ...outbox.port,
    claim: (limit) => ((calls.claim += 1), outbox.port.claim(limit)),
    settle: (results) => ((calls.settle += 1), outbox.port.settle(results)),
  };
  const { drain } = sender(outbox, { sendMail: async () => OK }, port);
  expect(await drain()).toBe(500);
  expect(calls.claim).toBeLessThanOrEqual(500 / SENDER_LIMITS.batch + 1);
  expect(calls.settle).toBeLessThan(200);
});

it("gives a server no more a minute than it takes; the rest waits, untouched", async () => {
  const outbox = memoryOutbox();
  for (let i = 0; i < 25; i++) outbox.add(`m${i}`);
  const { drain } = sender(outbox, { sendMail: async () => OK }, outbox.port, undefined, { perMinute: 10 });
  const sent = () => Object.values(outbox.states()).filter((state) => state === "sent").length;
  expect(await drain()).toBe(10);
  expect(await drain()).toBe(0);
  expect(Object.values(outbox.states()).filter((state) => state === "queued")).toHaveLength(15);
  outbox.clock.now += 59_999;
  expect(await drain()).toBe(0);
  outbox.clock.now += 1;
  expect(await drain()).toBe(10);
  outbox.clock.now += 60_000;
  expect(await drain()).toBe(5);
  expect(sent()).toBe(25);
});
