// What the house logs on a day on which much goes wrong, and that nobody is named in it: no name, no address, no key, none of their words.
import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { simpleParser, type ParsedMail } from "mailparser";
import { createTransport } from "nodemailer";
import { expect, onTestFinished, test, vi } from "vitest";
import { readSettings } from "../../library/settings.ts";
import { openHouse } from "../../worker/house.ts";
import { quietTemporal } from "../../worker/temporal-worker.ts";
import { bounce, letter } from "../mail/incoming.ts";
import { freePorts } from "../../worker/ports.ts";
import { answering, folder as tempFolder, smtpServer } from "../mail/servers.ts";
import { startProvider } from "../support/provider.ts";

const AT = "tarmkommune.example";
const PEOPLE = {
  lead: ["Zenobia Kvistgaard", `zenobia.kvistgaard@${AT}`, "networkLead"],
  manager: ["Ambrosia Dueslag", `ambrosia@${AT}`, "referenceManager"],
  member: ["Ørnulf Snedkersen", `oernulf+net@${AT}`, "coreMember"],
  refused: ["Bertolda Refuseret", `bertolda@${AT}`, "coreMember"],
  gone: ["Tankred Returnesen", `tankred@${AT}`, "coreMember"],
} as const;
const STRANGER = `ukendte.agathe@${AT}`;
const WORDS = ["gyldne regnorme", "Hemmelig begrundelse", "bag om lederens ryg", "afbud på grund af sygdom"];
/** Nothing of this may be in a log: parts of names, since half a name names somebody, too. */
const NAMED = [...Object.values(PEOPLE).flatMap(([name, email]) => [...name.split(" "), email.split("@")[0]!]), AT];

type Answered<T> = { status: number; body: T };
type Journey = Awaited<ReturnType<typeof begin>>;

async function begin() {
  const folder = await tempFolder();
  const lines: string[] = [];
  const written = ["stdout", "stderr"].map((name) =>
    vi.spyOn(process[name as "stderr"], "write").mockImplementation((text) => lines.push(String(text)) > 0),
  );
  const mails: ParsedMail[] = [];
  const taken = async (stream: Parameters<typeof simpleParser>[0]) => {
    const mail = await simpleParser(stream);
    if (toOf(mail) === PEOPLE.manager[1] && /sign-in/.test(mail.text ?? ""))
      return answering(554, `5.7.1 Spam for <${PEOPLE.manager[1]}> from "${PEOPLE.lead[0]}"`);
    mails.push(mail);
    return null;
  };
  const take = async (stream: Parameters<typeof taken>[0], done: (wrong: Error | null) => void) =>
    done(await taken(stream));
  const smtp = await smtpServer({
    onRcptTo: ({ address }, _, done) =>
      done(address === PEOPLE.refused[1] ? answering(550, `5.1.1 <${address}> Bertolda Refuseret left`) : null),
    onData: (stream, _, done) => void take(stream, done),
  });
  const [port = 0, smtpIn = 0] = await freePorts(2);
  const provider = await startProvider(`http://127.0.0.1:${port}/sign-in/callback`);
  const { issuer, clientId, clientSecret } = provider.settings;
  const read = readSettings({
    FREMDRIFT_DATA: folder,
    PORT: String(port),
    SMTP_URL: smtp,
    MAIL_FROM: `Fremdrift <fremdrift@${AT}>`,
    SMTP_IN_PORT: String(smtpIn),
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const log = (line: string) => void lines.push(line);
  quietTemporal(log);
  const house = await openHouse(read.settings, log);
  onTestFinished(async () => {
    for (const one of written) one.mockRestore();
    await house.stop();
    await provider.stop();
  });
  const keys = [house.token];
  const ask = async <T>(
    method: string,
    where: string,
    body?: unknown,
    as: string | null = house.token,
  ): Promise<Answered<T>> => {
    const headers = { "content-type": "application/json", "idempotency-key": randomUUID() };
    const response = await fetch(house.url + where, {
      method,
      redirect: "manual",
      headers: { ...headers, ...(as !== null && { authorization: `Bearer ${as}` }) },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text.startsWith("{") ? JSON.parse(text) : text) as T };
  };
  /** The link of the last mail to somebody; what it ends in is a key. */
  const linkTo = async (email: string, place: RegExp): Promise<string> => {
    const found = await vi.waitFor(() => {
      const link = mails.findLast((mail) => toOf(mail) === email && place.test(mail.text ?? ""));
      return place.exec(link!.text!)![0];
    }, WAIT);
    keys.push(new URL(found).pathname.split("/").at(-1)!);
    return found;
  };
  const mailIn = async (raw: Buffer) => {
    const transport = createTransport({ host: "127.0.0.1", port: smtpIn, ignoreTLS: true });
    await transport
      .sendMail({
        envelope: { from: "", to: `fremdrift@${AT}` },
        raw: String(raw).replaceAll("fremdrift@example.org", `fremdrift@${AT}`),
      })
      .catch(() => {});
    transport.close();
  };
  return { folder, lines, mails, provider, house, keys, ask, linkTo, mailIn };
}

const WAIT = { timeout: 30_000, interval: 50 };
const toOf = ({ to }: ParsedMail) => [to].flat()[0]?.value[0]?.address;

/** A network of those people, with a meeting that all are asked to. */
async function network({ ask, house }: Journey): Promise<string> {
  const people = ["name,email,role", ...Object.values(PEOPLE).map((one) => one.join(","))].join("\n");
  const start = new Date(house.parts.now()).toISOString().slice(0, 10);
  const made = await ask<{ id: string }>("POST", "/api/networks", {
    programme: "innovationsnetvaerk",
    start,
    people,
    clock: "real",
  });
  expect(made.status).toBe(201);
  return made.body.id;
}

test("no name, address, key or word of anybody is in what the house logs, whatever goes wrong", async () => {
  const journey = await begin();
  const { ask, house, keys, lines, linkTo, mailIn, mails, provider } = journey;
  const id = await network(journey);
  const trigger = async (type: string, data: object, as?: string) =>
    await ask<{ detail?: string }>("POST", `/api/networks/${id}/triggers`, { type, data }, as);
  const said = (what: RegExp) => vi.waitFor(() => expect(lines.join("\n")).toMatch(what), WAIT);

  // Signing in by mail, and answering from one.
  const browser = randomUUID();
  for (const email of [PEOPLE.lead[1], STRANGER])
    await ask("POST", "/api/sign-ins", { email, browser, back: "/networks" }, null);
  const link = (await linkTo(PEOPLE.lead[1], /http\S+\/sign-in\/[^\s?]+/)).split("/").at(-1)!;
  const session = await ask<{ token: string }>("POST", "/api/sessions", { link, browser }, null);
  keys.push(browser, session.body.token);
  const lead = session.body.token;
  const day = new Date(house.parts.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await trigger(
    "addItem",
    { id: "modet", title: WORDS[0], kind: "meeting", audience: ["coreMember"], reason: WORDS[1] },
    lead,
  );
  expect((await trigger("pinItem", { item: "modet", start: `${day}T09:00` }, lead)).status).toBe(200);
  const answer = new URL(await linkTo(PEOPLE.member[1], /http\S+\/a\/[^\s?]+/));
  expect((await ask("GET", answer.pathname, undefined, null)).status).toBe(200);
  await ask(
    "POST",
    `/api/answer-links/${answer.pathname.split("/").at(-1)}`,
    { choice: "declined", note: WORDS[3] },
    null,
  );

  // A mail that is refused, one that comes back, a letter, and one that is none.
  await said(/could not be delivered: 550 5\.1\.1/);
  const lost = await vi.waitFor(() => mails.find((mail) => toOf(mail) === PEOPLE.gone[1])!.messageId!, WAIT);
  const gone = PEOPLE.gone[1];
  await mailIn(
    bounce(lost.replace(/[<>]/g, ""), {
      recipient: gone,
      diagnostic: `smtp; 550 5.1.1 <${gone}> no ${PEOPLE.gone[0]}`,
    }),
  );
  await said(/Mail in \w+: bounce/);
  await mailIn(letter([`X-From: ${STRANGER}`]));
  await said(/Mail in \w+: (?!bounce)/);

  await ask("POST", "/api/sign-ins", { email: PEOPLE.manager[1], browser }, null);
  await said(/A mail \(sign-in\) could not be sent: .*554/);

  // What is refused, and what is no request at all.
  expect((await trigger("answer", { item: "modet", answer: "accepted", person: STRANGER }, lead)).status).toBe(403);
  expect((await trigger("deliver", { item: WORDS[0], text: WORDS[2] }, lead)).status).toBe(409);
  expect((await ask("POST", "/api/theme-proposals", `{"title": ${WORDS[2]}`, lead)).status).toBe(400);
  expect((await ask("GET", `/a/${lead}`, undefined, null)).status).toBe(404);
  expect(
    (await ask("GET", "/sign-in/callback?error=access_denied&error_description=" + STRANGER, undefined, null)).status,
  ).toBeLessThan(500);
  provider.claims = { email: STRANGER, email_verified: true };
  const visit = await ask<{ location: string; carry: string }>(
    "POST",
    "/api/provider-visits",
    { callback: `${house.url}/sign-in/callback` },
    null,
  );
  const callback = await provider.visit(visit.body.location);
  expect((await ask("POST", "/api/sessions", { callback, carry: visit.body.carry }, null)).status).toBe(403);

  // The database fails: in the API, for the link by mail, in an activity and in the sender.
  const broken = async (table: string, during: () => Promise<void>) => {
    await sql`alter table ${sql.table(table)} add constraint never check (false) not valid`.execute(house.store.db);
    await during();
    await sql`alter table ${sql.table(table)} drop constraint never`.execute(house.store.db);
  };
  await broken("theme_proposal", async () => {
    const theme = { title: WORDS[0], challenge: WORDS[2], lineManager: PEOPLE.manager[1] };
    expect((await ask("POST", "/api/theme-proposals", theme, lead)).status).toBe(500);
    await said(/unexpected: .*theme_proposal/);
  });
  await broken("sign_in", async () => {
    await ask("POST", "/api/sign-ins", { email: PEOPLE.manager[1], browser }, null);
    await said(/A link to sign in could not be made/);
  });
  await broken("ledger", async () => {
    const moving = trigger("moveItem", { item: "modet", start: `${day}T13:00`, reason: WORDS[1] }, lead);
    await said(/temporal warn: .*never/);
    await Promise.race([moving, sleep(2_000)]);
  });
  await sql`alter table outbox rename to away`.execute(house.store.db);
  await said(/The outbox cannot be read or written/);
  await sql`alter table away rename to outbox`.execute(house.store.db);
  await house.stop();
  found(lines.join("\n"), keys, "the log");
  for (const [name, text] of await logsIn(journey.folder)) found(text, keys, name);
}, 240_000);

/** Files of the data folder that are logs. */
async function logsIn(folder: string): Promise<[string, string][]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".log"));
  expect(names).toContain("temporal/temporal.log");
  return await Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(path.join(folder, name), "utf8")]),
  );
}

function found(text: string, keys: string[], where: string): void {
  const low = text.toLowerCase();
  const there = [...NAMED, ...WORDS, ...keys, STRANGER].filter((one) => low.includes(one.toLowerCase()));
  expect(there, `${where}:\n${text}`).toEqual([]);
}
