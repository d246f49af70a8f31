import { createServer, type AddressInfo } from "node:net";
import type { SMTPServerOptions } from "smtp-server";
import { expect, it, onTestFinished } from "vitest";
import { createTransport, type OutgoingMail } from "../../mail/transport.ts";
import { createCatcher } from "../../mail/catcher.ts";
import { freePorts } from "../../worker/ports.ts";
import { answering, folder, smtpServer, transportTo } from "./servers.ts";

const mail = (more: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: "n1.7.p1@fremdrift.example",
  from: "Fremdrift <fremdrift@example.org>",
  to: { name: "Kim Prøve", email: "kim@example.org" },
  subject: "Møde 1 – torsdag",
  text: "Hej Kim",
  html: "<p>Hej Kim</p>",
  list: { id: "n1", title: "Mad uden spild" },
  ...more,
});

async function caught(...mails: OutgoingMail[]) {
  const catcher = createCatcher({ folder: await folder() });
  const { url } = await catcher.start({ port: 0 });
  onTestFinished(() => catcher.close());
  const transport = transportTo(url);
  for (const each of mails) expect(await transport.sendMail(each)).toMatchObject({ ok: true });
  const list = await catcher.listMails();
  return Promise.all(list.map(async ({ id }) => (await catcher.readMail(id))!));
}

it("carries subject, both parts and the headers that machines go by", async () => {
  const [read] = await caught(mail());
  expect(read!.mail).toMatchObject({
    subject: "Møde 1 – torsdag",
    messageId: "<n1.7.p1@fremdrift.example>",
    text: "Hej Kim",
  });
  expect(read!.mail.html).toContain("<p>Hej Kim</p>");
  expect(read!.mail.headers.get("auto-submitted")).toBe("auto-generated");
  const raw = read!.raw.toString();
  expect(raw).toMatch(/^List-Id: "?Mad uden spild"? <n1\.example\.org>\r$/im);
  expect(raw).toMatch(/^Content-Type: multipart\/alternative/im);
  expect(raw).toMatch(/^To: .*<kim@example\.org>\r$/m);
});

it("says where its reader chooses to get fewer of them, and only where one can", async () => {
  const [without, having] = (await caught(mail(), mail({ unsubscribe: "https://f.example/profile#mail" }))).map(
    ({ raw }) => raw.toString(),
  );
  expect(having).toMatch(/^List-Unsubscribe: <https:\/\/f\.example\/profile#mail>\r$/m);
  expect(without).not.toMatch(/List-Unsubscribe/);
});

it("lets no name, title or id add a header or a recipient", async () => {
  const evil = "x\r\nBcc: all@example.org\r\nX-Evil: 1";
  const [read, ...more] = await caught(
    mail({
      subject: evil,
      to: { name: `${evil}, all@example.org <`, email: "kim@example.org" },
      list: { id: evil, title: evil },
    }),
  );
  expect(more).toEqual([]);
  expect(read!.to).toBe("kim@example.org");
  expect(read!.mail.headers.has("bcc")).toBe(false);
  expect(read!.mail.headers.has("x-evil")).toBe(false);
  expect(read!.raw.toString()).toContain("<x-Bcc-all-example-org-X-Evil-1.example.org>");
});

const RCPT = (code: number, words: string): SMTPServerOptions => ({
  onRcptTo: (_a, _s, done) => done(answering(code, words)),
});
const FROM = (code: number, words: string): SMTPServerOptions => ({
  onMailFrom: (_a, _s, done) => done(answering(code, words)),
});
const DATA = (code: number, words: string): SMTPServerOptions => ({
  onData: (stream, _s, done) => stream.on("end", () => done(answering(code, words))).resume(),
});

const ANSWERS: [
  says: string,
  server: SMTPServerOptions,
  result: { permanent: boolean; fault: string; response: RegExp },
][] = [
  [
    "452 to the recipient",
    RCPT(452, "4.2.2 full"),
    { permanent: false, fault: "recipient", response: /^452 4\.2\.2 full/ },
  ],
  ["552 to the recipient", RCPT(552, "full"), { permanent: false, fault: "recipient", response: /^552/ }],
  [
    "550 with the code of a full mailbox",
    RCPT(550, "5.2.2 full"),
    { permanent: false, fault: "recipient", response: /^550/ },
  ],
  [
    "550 to the recipient",
    RCPT(550, "5.1.1 unknown"),
    { permanent: true, fault: "recipient", response: /^550 5\.1\.1 unknown/ },
  ],
  ["530 to the recipient", RCPT(530, "log in first"), { permanent: false, fault: "server", response: /^530/ }],
  ["550 to the sender", FROM(550, "not from here"), { permanent: false, fault: "server", response: /^550/ }],
  ["451 to the message", DATA(451, "later"), { permanent: false, fault: "message", response: /^451/ }],
  ["552 to the message", DATA(552, "5.3.4 too big"), { permanent: true, fault: "message", response: /^552/ }],
  ["554 to the message", DATA(554, "looks like spam"), { permanent: true, fault: "message", response: /^554/ }],
];

it.each(ANSWERS)("judges a server that says %s", async (_says, server, { response, ...verdict }) => {
  const result = await transportTo(await smtpServer(server)).sendMail(mail());
  expect(result).toMatchObject({ ok: false, ...verdict });
  expect(result.response).toMatch(response);
});

it("blames the server, not the mail, when the password is wrong, and keeps the password to itself", async () => {
  const url = await smtpServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_a, _s, done) => done(answering(535, "no")),
  });
  const transport = transportTo(url.replace("smtp://", "smtp://user:s3cret@"));
  const result = await transport.sendMail(mail());
  expect(result).toMatchObject({ ok: false, permanent: false, fault: "server" });
  const verified = await transport.verify();
  expect(verified).toMatchObject({ ok: false, detail: expect.stringContaining("SMTP_URL") });
  expect(JSON.stringify([result, verified])).not.toContain("s3cret");
});

it("beyond this machine says nothing to a server without TLS, unless the address says that it may", async () => {
  const heard: string[] = [];
  const url = await smtpServer({
    onMailFrom: ({ address }, _session, done) => {
      heard.push(address);
      done();
    },
  });
  // The same server under a name that is not this machine's own.
  const beyond = url.replace("127.0.0.1", "0.0.0.0");
  const refused = await transportTo(beyond).sendMail(mail());
  expect(refused).toMatchObject({ ok: false, permanent: false, fault: "server" });
  expect(await transportTo(beyond).verify()).toMatchObject({ ok: false, detail: expect.stringContaining("TLS") });
  expect(heard).toEqual([]);
  expect(await transportTo(`${beyond}?requireTLS=false`).sendMail(mail())).toMatchObject({ ok: true });
  // Nor one whose certificate nobody vouches for: smtp-server's own.
  const selfMade = await smtpServer({ disabledCommands: [] });
  const unknown = await transportTo(selfMade.replace("127.0.0.1", "0.0.0.0")).sendMail(mail());
  expect(unknown).toMatchObject({ ok: false, fault: "server", response: expect.stringMatching(/certificate/i) });
});

it("waits for a server that hangs up, or is not there", async () => {
  const rude = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => rude.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => rude.close(() => resolve())));
  const { port } = rude.address() as AddressInfo;
  for (const each of [port, ...(await freePorts(1))]) {
    const result = await transportTo(`smtp://127.0.0.1:${each}`).sendMail(mail());
    expect(result).toMatchObject({
      ok: false,
      permanent: false,
      fault: "server",
      response: expect.stringMatching(/./),
    });
  }
});

it("gives up at once on an address that is none", async () => {
  const url = await smtpServer({});
  const nobody = await transportTo(url).sendMail(mail({ to: { name: "Kim", email: "" } }));
  expect(nobody).toMatchObject({ ok: false, permanent: true, fault: "recipient" });
  const spaced = await transportTo(url).sendMail(mail({ to: { name: "Kim", email: "kim prøve" } }));
  expect(spaced).toMatchObject({ ok: false, permanent: true, fault: "recipient" });
});

it("says for the doctor whether the server answers", async () => {
  const url = await smtpServer({});
  expect(await transportTo(url).verify()).toEqual({
    ok: true,
    detail: `${new URL(url).host} answers`,
  });
  const gone = await transportTo(`smtp://127.0.0.1:${(await freePorts(1))[0]}`).verify();
  expect(gone).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/127\.0\.0\.1:\d+: .*Check SMTP_URL/),
  });
});

it.each(["", "localhost:25", "http://127.0.0.1:25", "smtp://"])("refuses %j as a mail server", (url) => {
  expect(() => createTransport({ url })).toThrow(/SMTP_URL is no mail server: write smtp:/);
});
