// The whole way of an answer to an invitation by mail, and of a mail that comes back: from what comes in to the ledger.
import { createTransport } from "nodemailer";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Take } from "../../mail/inbox.ts";
import { invitationOf } from "../../mail/invitation.ts";
import { openInboxes, createTake } from "../../worker/inbox.ts";
import { messageIdOf } from "../../store/journal.ts";
import { peopleOf } from "../../store/people.ts";
import { ICS } from "../mail/calendars.ts";
import { apple, bounce, gmail, letter, outlook, type Answered } from "../mail/incoming.ts";
import { imapServer } from "../mail/imap.ts";
import { freePorts } from "../../worker/ports.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";
const PEOPLE = `email,role,region
lead@example.org,networkLead,
anna@example.org,coreMember,
bent@example.org,coreMember,
cara@example.org,coreMember,
maja@example.org,referenceManager,
`;
const [ANNA, BENT] = ["anna@example.org", "bent@example.org"] as const;
let mails = 0;
const unlike = () => `m${++mails}@mail.example.org`;

/** A network with a meeting that people are invited to, and mails coming in. */
async function invited(people = PEOPLE) {
  const network = await house.network({ people });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.ledger();
  const lines: string[] = [];
  const take = createTake({ parts: { ...house.parts, log: (line) => lines.push(line) }, submit: house.api().submit });
  return { network, take, lines };
}

/** What a person's calendar holds: UID and SEQUENCE of the last invitation that was sent. */
async function calendarOf(network: TestNetwork, email: string, item = "m1") {
  await network.ledger();
  const own = (await network.mails()).filter(
    ({ to, model }) => to === email && model.subject.startsWith(`item:${item}`),
  );
  const reader = { name: "Kim", email, language: "da" as const };
  const all = own.flatMap(({ model }) => {
    const sent = invitationOf(model, reader, { links: { base: "https://x.example" }, from: "f@example.org", ics: ICS });
    return sent?.method === "REQUEST" ? [sent.content] : [];
  });
  const of = (name: string) => new RegExp(`^${name}:(.*)\r$`, "m").exec(all.at(-1)!)![1]!;
  return { uid: of("UID"), sequence: Number(of("SEQUENCE")) };
}

const answersIn = async (network: TestNetwork) =>
  (await network.ledger())
    .filter(({ kind }) => kind === "answer.given")
    .map(({ by, data, subject }) => [by, subject, data?.["answer"]]);

const reply = async (network: TestNetwork, from: string, more: Answered = {}): Promise<Answered> => ({
  ...(await calendarOf(network, from)),
  from,
  messageId: unlike(),
  ...more,
});

const last = (lines: string[]) => lines.at(-1)?.replace(/^Mail in \w+: /, "");

test("an answer from a calendar is the person's own, and the reminders heed it", async () => {
  const { network, take, lines } = await invited();
  expect(await take(outlook(await reply(network, ANNA, { partstat: "DECLINED" })))).toBe("taken");
  expect(await take(gmail(await reply(network, BENT)))).toBe("taken");
  expect(await take(apple(await reply(network, "cara@example.org", { partstat: "TENTATIVE" })))).toBe("taken");
  expect(await answersIn(network)).toEqual([
    [ANNA, "item:m1", "declined"],
    [BENT, "item:m1", "accepted"],
    ["cara@example.org", "item:m1", "tentative"],
  ]);
  const due = (await network.agenda()).find(({ subject, rule }) => subject === "item:m1" && rule === "meeting-7");
  expect(due?.to).toEqual([BENT, "cara@example.org"]);
  expect(lines.join("\n")).not.toMatch(/example|Kim|Møde/);
});

test("the same mail again does nothing, whether it was noted or only acted on", async () => {
  const { network, take } = await invited();
  const mail = outlook(await reply(network, ANNA));
  await Promise.all([take(mail), take(mail), take(mail)]);
  await house.store.db.deleteFrom("inbox").execute();
  house.restartApi();
  expect(await take(mail)).toBe("taken");
  const again = createTake({ parts: house.parts, submit: house.api().submit });
  expect(await again(mail)).toBe("taken");
  expect(await answersIn(network)).toEqual([[ANNA, "item:m1", "accepted"]]);
  await take(outlook(await reply(network, ANNA, { partstat: "DECLINED" })));
  expect((await answersIn(network)).at(-1)).toEqual([ANNA, "item:m1", "declined"]);
});

test("a yes to the date before the meeting was moved is no yes to the new one; a yes to a new place is", async () => {
  const { network, take, lines } = await invited();
  const early = await calendarOf(network, ANNA);
  await network.do(LEAD, "moveItem", { item: "m1", start: "2027-03-18T09:00" });
  await take(apple({ ...early, from: ANNA, messageId: unlike() }));
  expect([await answersIn(network), last(lines)]).toEqual([[], "old"]);
  const moved = await calendarOf(network, ANNA);
  expect(moved.sequence).toBeGreaterThan(early.sequence);
  await network.do(LEAD, "moveItem", { item: "m1", start: "2027-03-18T09:00", place: "Rådhuset" });
  await take(apple({ ...moved, from: ANNA, messageId: unlike() }));
  expect(await answersIn(network)).toEqual([[ANNA, "item:m1", "accepted"]]);
});

test("who declined and was not told of the new date cannot have said yes to it", async () => {
  const { network, take, lines } = await invited();
  const early = await reply(network, ANNA, { partstat: "DECLINED" });
  await take(apple(early));
  await network.do(LEAD, "moveItem", { item: "m1", start: "2027-03-18T09:00" });
  await take(apple({ ...early, partstat: "ACCEPTED", messageId: unlike() }));
  expect([await answersIn(network), last(lines)]).toEqual([[[ANNA, "item:m1", "declined"]], "old"]);
});

test("nothing happens for a stranger, another's address, a meeting of others, one that is off or over, or a network that has ended", async () => {
  const { network, take, lines } = await invited();
  const { uid, sequence } = await calendarOf(network, ANNA);
  const came = async (mail: Answered) => {
    const outcome = await take(outlook({ uid, sequence, from: ANNA, messageId: unlike(), ...mail }));
    return [outcome, last(lines)];
  };
  expect(await came({ from: "nobody@example.org" })).toEqual(["taken", "stranger"]);
  expect(await came({ from: "lead@example.org" })).toEqual(["taken", "not-invited"]);
  expect(await came({ attendee: BENT })).toEqual(["letter", "other-sender"]);
  expect(await came({ uid: "m1@elsewhere.example" })).toEqual(["taken", "unknown-uid"]);
  expect(await came({ uid: "m1@n404.fremdrift" })).toEqual(["taken", "unknown-network"]);
  expect(await came({ uid: uid.replace("m1@", "m99@") })).toEqual(["taken", "not-invited"]);
  expect(await came({ uid: uid.replace("m1@", "m1.east@") })).toEqual(["taken", "not-invited"]);
  await network.do(LEAD, "cancelItem", { item: "m1", reason: "Sygdom" });
  expect(await came({})).toEqual(["taken", "link-cancelled"]);
  expect(await answersIn(network)).toEqual([]);

  const past = await invited();
  const late = outlook(await reply(past.network, ANNA));
  await past.network.step("2027-03-20");
  expect([await past.take(late), last(past.lines)]).toEqual(["taken", "link-over"]);

  const other = await invited();
  const mail = outlook(await reply(other.network, ANNA));
  await other.network.do(LEAD, "stopNetwork", { reason: "Ingen penge" });
  await other.network.do("maja@example.org", "stopNetwork", { reason: "Ingen penge" });
  expect([await other.take(mail), last(other.lines)]).toEqual(["taken", "link-ended"]);
  expect(await answersIn(other.network)).toEqual([]);
});

test("of a meeting in two parts a yes chooses one for whoever was invited to both, and a no is to the meeting", async () => {
  const network = await house.network({ programme: "faellesskabsagenter", start: "2014-02-25", people: PARTS });
  await network.step("2014-03-10");
  const { take, lines } = await invited();
  const parts = ["E6/east", "E6/west"];
  // Nobody knows which part these two belong to.
  for (const email of [NEW, OTHER])
    await network.do(LEAD, "addPerson", { email, name: "Ny", roles: ["consultant"], organisation: "Nordby" });
  const [east, west] = await Promise.all(parts.map((part) => calendarOf(network, NEW, part)));
  expect([east!.uid, west!.uid]).toEqual([`E6.east@${network.id}.fremdrift`, `E6.west@${network.id}.fremdrift`]);
  await take(gmail({ ...west, from: NEW, messageId: unlike() }));
  await take(gmail({ ...east, from: NEW, messageId: unlike(), partstat: "DECLINED" }));
  expect(last(lines)).toBe("cancelled");
  await take(
    gmail({
      ...east,
      ...(await calendarOf(network, OTHER, "E6/east")),
      from: OTHER,
      messageId: unlike(),
      partstat: "DECLINED",
    }),
  );
  const invitedTo = async (part: string) =>
    (await network.agenda()).find(({ subject, rule }) => subject === `item:${part}` && rule === "meeting-7")?.to;
  const has = async (email: string) =>
    await Promise.all(parts.map(async (part) => (await invitedTo(part))?.includes(email) ?? false));
  expect(await has(NEW)).toEqual([false, true]);
  expect(await has(OTHER)).toEqual([false, false]);
  expect(
    (await network.ledger()).filter(({ kind }) => kind === "answer.given").map(({ by, data }) => [by, data]),
  ).toEqual([
    [NEW, { answer: "accepted", session: "west" }],
    [OTHER, { answer: "declined" }],
  ]);
});

const [NEW, OTHER] = ["ny@example.org", "anden@example.org"] as const;
const PARTS = `email,role,organisation,region
lead@example.org,networkLead,,
vera@example.org,consultant,Vestby,west
`;

test("a mail that came back for good: nothing more goes to its address, and the mail itself failed", async () => {
  // An address that is gone is gone in every network.
  const [ANNA, BENT, CARA] = ["anna", "bent", "cara"].map((name) => `${name}@gone.example`) as [string, string, string];
  const { network, take, lines } = await invited(PEOPLE.replaceAll("example.org", "gone.example"));
  const people = await peopleOf(house.store, network.id);
  const idOf = (email: string) => people.find((person) => person.email === email)!.id;
  const sent = async (email: string) => {
    const row = await house.store.db
      .updateTable("outbox")
      .set({ state: "sent", response: "250" })
      .where("network_id", "=", network.id)
      .where("person_id", "=", idOf(email))
      .returning(["message_id", "seq"])
      .executeTakeFirstOrThrow();
    expect(row.message_id).toBe(messageIdOf(network.id, row.seq, idOf(email)));
    return row.message_id;
  };
  const bounced = async () =>
    (await peopleOf(house.store, network.id))
      .filter((person) => person.bounced)
      .map(({ email }) => email)
      .toSorted();
  const deliveryOf = async (email: string) =>
    (await network.ledger())
      .flatMap(({ deliveries }) => deliveries ?? [])
      .filter(({ to }) => to === email)
      .map(({ state, response }) => [state, response]);

  const [annas, bents, caras] = [await sent(ANNA), await sent(BENT), await sent(CARA)];
  await take(bounce(bents, { recipient: BENT, status: "5.2.2", messageId: unlike() }));
  expect([last(lines), await bounced()]).toEqual(["bounce: not for good", []]);
  expect(await deliveryOf(BENT)).toEqual([["failed", "550 5.2.2 no such user here"]]);
  await take(bounce(annas, { recipient: "private@example.net", messageId: unlike() }));
  expect([last(lines), await bounced()]).toEqual(["bounce: another address", []]);
  const back = bounce(caras, { recipient: CARA.toUpperCase(), messageId: unlike() });
  expect(await take(back)).toBe("taken");
  expect([last(lines), await bounced()]).toEqual(["bounce: address gone", [CARA]]);
  expect(await take(back)).toBe("taken");
  await take(bounce("n1.1.p1@fremdrift.invalid", { recipient: BENT, messageId: unlike() }));
  expect([last(lines), await bounced()]).toEqual(["bounce: unknown mail", [CARA]]);

  const failed = (await network.ledger()).filter(({ kind }) => kind === "message.failed");
  expect(failed.map(({ rule, to }) => [rule, to])).toEqual(
    [BENT, ANNA, CARA].map((email) => ["meeting-invitation", [email]]),
  );

  const daily = `daily.${idOf(BENT)}.0123456789abcdef01234567@fremdrift.invalid`;
  await take(bounce(daily, { recipient: BENT, messageId: unlike() }));
  expect([last(lines), await bounced()]).toEqual(["bounce: address gone", [BENT, CARA].toSorted()]);

  await take(outlook(await reply(network, CARA)));
  expect(await bounced()).toEqual([BENT]);
});

test("letters are left to people, and a store that is away makes a mail come again", async () => {
  const { network, take, lines } = await invited();
  expect([await take(letter()), await take(letter(["Auto-Submitted: auto-replied"]))]).toEqual(["letter", "automatic"]);
  const mail = outlook(await reply(network, ANNA));
  const broken = (ping: () => Promise<void>): Take => {
    const store = { ...house.store, db: undefined as never, ping };
    const parts = { ...house.parts, store, log: (line: string) => lines.push(line) };
    return createTake({ parts, submit: house.api().submit });
  };
  await expect(broken(() => Promise.reject(new Error("away")))(mail)).rejects.toThrow("away");
  expect(await broken(() => Promise.resolve())(mail)).toBe("letter");
  expect(last(lines)).toBe("A mail that came in could not be dealt with: TypeError");
});

test("a mailbox that is set, and mails handed over by SMTP, both reach the ledger, once", async () => {
  const { network } = await invited();
  const [annas, bents] = [outlook(await reply(network, ANNA)), gmail(await reply(network, BENT))];
  const server = await imapServer([{ raw: annas }, { raw: letter() }]);
  const [smtpInPort = 0] = await freePorts(1);
  const settings = { host: "127.0.0.1", imapUrl: server.url, smtpInPort, mailFrom: "Net <net@example.org>" };
  const inboxes = openInboxes(settings, acting());
  onTestFinished(() => inboxes.stop());
  await inboxes.start();
  const client = createTransport({ host: "127.0.0.1", port: smtpInPort });
  onTestFinished(() => client.close());
  for (const raw of [bents, annas]) await client.sendMail({ envelope: { from: BENT, to: "net@example.org" }, raw });
  await vi.waitFor(() => expect(server.seen()).toEqual([true, false]), { timeout: 15_000 });
  expect((await answersIn(network)).toSorted()).toEqual([
    [ANNA, "item:m1", "accepted"],
    [BENT, "item:m1", "accepted"],
  ]);
  expect(await inboxes.check()).toBe(`127.0.0.1:${server.port}, INBOX is read; SMTP on 127.0.0.1:${smtpInPort}`);

  const beside = openInboxes({ host: settings.host, smtpInPort, mailFrom: settings.mailFrom }, acting());
  await expect(beside.start()).rejects.toThrow(`Port ${smtpInPort} cannot be used for mails in`);
  await expect(beside.check()).rejects.toThrow("not listening");
  await beside.stop();
});

const acting = () => ({ parts: { ...house.parts, log: () => {} }, submit: house.api().submit });

test("without a mailbox nothing is read, and the check says so", async () => {
  const none = openInboxes({ host: "127.0.0.1", mailFrom: "f@example.org" }, acting());
  await none.start();
  expect(await none.check()).toContain("not set up");
  await none.stop();
});
