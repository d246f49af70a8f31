import { readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createCatcher } from "../../mail/catcher.ts";
import { openMailFolder } from "../../mail/folder.ts";
import { folder, transportTo } from "./servers.ts";

const mail = (n: number, subject = `Mail ${n}`) => ({
  messageId: `${n}@fremdrift.example`,
  from: "Fremdrift <fremdrift@example.org>",
  to: { name: "Kim Prøve", email: `kim${n}@example.org` },
  subject,
  text: `Tekst ${n}`,
  html: `<p>Tekst ${n}</p>`,
  list: { id: "n1", title: "Mad" },
});

async function running(options: Parameters<typeof createCatcher>[0]) {
  const catcher = createCatcher(options);
  const { url, port } = await catcher.start({ port: 0 });
  onTestFinished(() => catcher.close());
  return { ...catcher, port, transport: transportTo(url) };
}

it("keeps mails over a restart, in order, and goes on counting", async () => {
  const path = await folder();
  const first = await running({ folder: path });
  for (const n of [1, 2, 3]) expect(await first.transport.sendMail(mail(n))).toMatchObject({ ok: true });
  await first.close();

  const second = await running({ folder: path });
  expect(await second.transport.sendMail(mail(4))).toMatchObject({ ok: true });
  const list = await second.listMails();
  expect(list.map(({ subject, to }) => [subject, to])).toEqual(
    [1, 2, 3, 4].map((n) => [`Mail ${n}`, `kim${n}@example.org`]),
  );
  expect(new Set(list.map(({ id }) => id)).size).toBe(4);
  const read = await second.readMail(list[0]!.id);
  expect(read?.mail.text).toContain("Tekst 1");
  expect(read?.raw.toString()).toContain("Message-ID: <1@fremdrift.example>");
});

it("has the mail on disk, whole, by the time it says so", async () => {
  const path = await folder();
  const { transport } = await running({ folder: path });
  for (const n of [1, 2, 3]) {
    const result = await transport.sendMail(mail(n));
    const id = /Kept as (\d+)/.exec(result.response)![1];
    expect((await stat(join(path, `${id}.eml`))).size).toBeGreaterThan(200);
  }
  expect((await readdir(path)).filter((name) => !name.endsWith(".eml"))).toEqual([]);
});

it("drops the oldest beyond its limit, also when it starts", async () => {
  const path = await folder();
  const small = await running({ folder: path, mails: 3 });
  for (const n of [1, 2, 3, 4, 5]) await small.transport.sendMail(mail(n));
  expect((await small.listMails()).map(({ subject }) => subject)).toEqual(["Mail 3", "Mail 4", "Mail 5"]);
  expect(await readdir(path)).toHaveLength(3);
  await small.close();
  const smaller = await running({ folder: path, mails: 1 });
  expect((await smaller.listMails()).map(({ subject }) => subject)).toEqual(["Mail 5"]);
});

it("forgets what was caught before an instant, and keeps the rest", async () => {
  const path = await folder();
  const { forget, listMails, transport } = await running({ folder: path });
  for (const n of [1, 2, 3]) await transport.sendMail(mail(n));
  const [oldest] = await readdir(path);
  await utimes(join(path, oldest!), 1_000, 1_000);
  await forget(1_000_000);
  expect(await listMails()).toHaveLength(3);
  await forget(1_000_001);
  expect((await listMails()).map(({ subject }) => subject)).toEqual(["Mail 2", "Mail 3"]);
  expect(await readdir(path)).toHaveLength(2);
});

it("forgets a half-written mail and leaves strange files alone", async () => {
  const path = await folder();
  await writeFile(join(path, "0000000009.eml.part"), "half");
  await writeFile(join(path, "notes.txt"), "mine");
  const { listMails } = await running({ folder: path });
  expect(await listMails()).toEqual([]);
  expect(await readdir(path)).toEqual(["notes.txt"]);
});

it("answers 452 while it is full, and takes mail again after", async () => {
  const { transport, setFull, listMails } = await running({ folder: await folder() });
  setFull(true);
  expect(await transport.sendMail(mail(1))).toMatchObject({
    ok: false,
    permanent: false,
    response: expect.stringMatching(/^452/),
  });
  expect(await listMails()).toEqual([]);
  setFull(false);
  expect(await transport.sendMail(mail(1))).toMatchObject({ ok: true });
});

it("answers 452, not 250, when a mail cannot be written", async () => {
  const path = await folder();
  const { transport, listMails } = await running({ folder: path });
  await rm(path, { recursive: true });
  expect(await transport.sendMail(mail(1))).toMatchObject({
    ok: false,
    permanent: false,
    response: expect.stringMatching(/^452/),
  });
  expect(await listMails()).toEqual([]);
});

it("refuses a mail that is too large", async () => {
  const { transport, listMails } = await running({ folder: await folder(), mailSize: 5_000 });
  const large = await transport.sendMail({ ...mail(1), text: "x".repeat(20_000) });
  expect(large).toMatchObject({ ok: false, permanent: true, fault: "message" });
  expect(await listMails()).toEqual([]);
});

it.each(["../../etc/passwd", "1", "", "0000000001.eml"])("knows no mail %j", async (id) => {
  const { transport, readMail } = await running({ folder: await folder() });
  await transport.sendMail(mail(1));
  expect(await readMail(id)).toBeUndefined();
});

it("reads nothing outside its folder", async () => {
  const path = await folder();
  await writeFile(join(path, "secret.eml"), "mine");
  const files = await openMailFolder(join(path, "mails"), 10);
  expect(await files.read("../secret")).toBeUndefined();
  expect(await files.head("../secret")).toBeUndefined();
});

it("rejects when its port is taken, and when its folder cannot be made", async () => {
  const path = await folder();
  const { port } = await running({ folder: path });
  const second = createCatcher({ folder: await folder() });
  await expect(second.start({ port })).rejects.toThrow(/EADDRINUSE/);
  await second.close();
  await writeFile(join(path, "file"), "");
  await expect(createCatcher({ folder: join(path, "file", "mail") }).start({ port: 0 })).rejects.toThrow(/ENOTDIR/);
});
