// Signing in: by a link from a mail in the browser that asked for it, once and for a short while; sessions that end.
import { describe, expect, test } from "vitest";
import { LINK } from "../../api/sign-ins.ts";
import { OFTEN } from "../../api/often.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const BROWSER = "a secret of the browser";
const MINUTE = 60_000;

/** Asks for a link and waits until its mail has gone, if one goes. */
async function linkFor(
  email: string,
  { browser = BROWSER, key = crypto.randomUUID() } = {},
): Promise<string | undefined> {
  const before = house.notes.length;
  const { status, body } = await house.ask("POST", "/api/sign-ins", { as: null, key, body: { email, browser } });
  expect([status, body]).toEqual([202, { minutes: LINK.minutes }]);
  for (let i = 0; i < 20 && house.notes.length === before; i += 1) await new Promise((done) => setTimeout(done, 10));
  const note = house.notes[before];
  return note && /\/sign-in\/([^?]+)/.exec(note.url)?.[1];
}

const signIn = (link: string, { browser = BROWSER, key = crypto.randomUUID() } = {}) =>
  house.ask<{ token: string; code: string }>("POST", "/api/sessions", { as: null, key, body: { link, browser } });

/** Somebody who has asked for no link yet. */
const member = async () => {
  const people = `name,email,role\nLise,lise@example.org,networkLead\nKim,kim-${crypto.randomUUID()}@example.org,coreMember\n`;
  const network = await house.network({ people });
  return { network, email: network.emails("coreMember")[0]! };
};

describe("a link by mail", () => {
  test("signs in once, in the browser that asked for it; pressed twice it is one session", async () => {
    const { email } = await member();
    const link = (await linkFor(email))!;
    const elsewhere = await signIn(link, { browser: "the secret of another" });
    expect(elsewhere).toMatchObject({ status: 403, body: { code: "way-elsewhere" } });
    const key = crypto.randomUUID();
    const [one, two] = await Promise.all([signIn(link, { key }), signIn(link, { key })]);
    const again = await signIn(link, { key });
    const { token } = one.body;
    expect([one, two, again].map(({ status, body }) => [status, body.token])).toEqual(
      [1, 2, 3].map(() => [201, token]),
    );
    expect(await signIn(link)).toMatchObject({ status: 410, body: { code: "way-over" } });
    expect(await house.ask("GET", "/api/me", { as: token })).toMatchObject({ status: 200, body: { email } });
  });

  test("no longer holds when its minutes are over", async () => {
    const { email } = await member();
    const link = (await linkFor(email))!;
    const { now } = house.parts;
    house.parts.now = () => now() + (LINK.minutes + 1) * MINUTE;
    house.restartApi();
    expect(await signIn(link)).toMatchObject({ status: 410, body: { code: "way-over" } });
    house.parts.now = now;
    house.restartApi();
  });

  test("is not sent to who is not known, who is told the same; nor more often than a person can need", async () => {
    expect(await linkFor("nobody@example.org")).toBeUndefined();
    const { email } = await member();
    const sent = [];
    for (let i = 0; i < LINK.most + 2; i += 1) sent.push(await linkFor(email.toUpperCase()));
    expect(sent.filter((link) => link !== undefined)).toHaveLength(LINK.most);
  });

  test("that nobody made signs nobody in, and neither does a key that is none", async () => {
    expect(await signIn("fd_made-up")).toMatchObject({ status: 401, body: { code: "way-unknown" } });
    const body = { token: "fd_made-up" };
    expect(await house.ask("POST", "/api/sessions", { as: null, body })).toMatchObject({ status: 401 });
  });

  test("is kept as a hash only, and its asker's browser too", async () => {
    const { email } = await member();
    const link = (await linkFor(email))!;
    const kept = JSON.stringify(await house.store.db.selectFrom("sign_in").selectAll().execute());
    expect(kept).not.toContain(link);
    expect(kept).not.toContain(BROWSER);
  });
});

describe("sessions", () => {
  test("are listed without what they are held by, and each can be ended from another", async () => {
    const { email } = await member();
    const tokens = [];
    for (const _ of [1, 2]) tokens.push((await signIn((await linkFor(email))!)).body.token);
    const [one, two] = tokens as [string, string];
    type Session = { id: string; current: boolean };
    const { body: all } = await house.ask<Session[]>("GET", "/api/sessions", { as: one });
    expect(all).toHaveLength(2);
    expect(JSON.stringify(all)).not.toContain(two.slice(3, 20));
    const other = all.find(({ current }) => !current)!;
    expect(await house.ask("DELETE", `/api/sessions/${other.id}`, { as: one })).toMatchObject({ status: 200 });
    expect(await house.ask("GET", "/api/me", { as: two })).toMatchObject({ status: 401 });
    expect(await house.ask("DELETE", "/api/sessions/current", { as: one })).toMatchObject({ status: 200 });
    expect(await house.ask("GET", "/api/me", { as: one })).toMatchObject({ status: 401 });
  });

  test("end by themselves unless they are used, and those of others cannot be ended", async () => {
    const { email } = await member();
    const { token } = (await signIn((await linkFor(email))!)).body;
    const stranger = (await member()).email;
    const theirs = (
      await signIn((await linkFor(stranger, { browser: "theirs, a secret" }))!, { browser: "theirs, a secret" })
    ).body.token;
    const [mine] = (await house.ask<{ id: string }[]>("GET", "/api/sessions", { as: token })).body;
    expect(await house.ask("DELETE", `/api/sessions/${mine!.id}`, { as: theirs })).toMatchObject({ status: 404 });
    const { now } = house.parts;
    const days = (n: number) => () => now() + n * 24 * 60 * MINUTE;
    for (const [day, expected] of [
      [10, 200],
      [20, 200],
      [40, 401],
    ] as const) {
      house.parts.now = days(day);
      house.restartApi();
      expect([day, (await house.ask("GET", "/api/me", { as: token })).status]).toEqual([day, expected]);
      await new Promise((done) => setTimeout(done, 50));
    }
    house.parts.now = now;
    house.restartApi();
  });

  test("end when their person is erased", async () => {
    const { email } = await member();
    const { token } = (await signIn((await linkFor(email))!)).body;
    expect(await house.ask("DELETE", `/api/people/${email}`)).toMatchObject({ status: 200 });
    expect(await house.ask("GET", "/api/me", { as: token })).toMatchObject({ status: 401 });
  });
});

test("what was written too late is kept for who wrote it, and for nobody else", async () => {
  const { email } = await member();
  const { token } = (await signIn((await linkFor(email))!)).body;
  await house.ask("DELETE", "/api/sessions/current", { as: token });
  const body = { page: "/networks/x/ideas", fields: [["d.text", "min idé"]] };
  const left = await house.ask<{ id: string }>("POST", "/api/drafts", { as: token, body });
  expect(left.status).toBe(201);
  const back = (await signIn((await linkFor(email))!)).body.token;
  expect((await house.ask("GET", `/api/drafts/${left.body.id}`, { as: back })).body).toMatchObject(body);
  expect(await house.ask("GET", `/api/drafts/${left.body.id}`)).toMatchObject({ status: 404 });
  expect(await house.ask("POST", "/api/drafts", { as: "fd_made-up", body })).toMatchObject({ status: 401 });
});

test("whoever tries too often is asked to wait, wherever they knock; others are not", async () => {
  // Each process counts its own.
  const { app } = house.api();
  const knock = async (from: string) => {
    const env = { incoming: { socket: { remoteAddress: from } } };
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    return (await app.request("/api/sessions", init, env)).status;
  };
  for (let i = 0; i < OFTEN.tries; i += 1) expect(await knock("192.0.2.1")).toBe(422);
  expect(await knock("192.0.2.1")).toBe(429);
  expect(await knock("192.0.2.2")).toBe(422);
});
