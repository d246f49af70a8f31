// The command by which a person sees and changes how they get mail.
import { expect, test } from "vitest";
import { fremdrift, given } from "./given.ts";

const ME = { name: "Kim Holm", email: "kim@example.org", language: "da", digest: false };

test("me shows whose the token is, and how they get mail", async () => {
  const { env, calls } = await given({ "GET /api/me": () => ({ body: ME }) });
  const done = await fremdrift("me", env);
  expect([done.code, done.err]).toEqual([0, ""]);
  expect(done.out).toBe("Kim Holm <kim@example.org>\nMails på dansk; påmindelser hver for sig.\n");
  expect((await fremdrift("me --json", env)).json()).toEqual(ME);
  expect(calls.map(({ method }) => method)).toEqual(["GET", "GET"]);
});

test("me changes what is said, and leaves the rest as it is", async () => {
  const { env, calls } = await given({
    "PATCH /api/me": ({ body }) => ({ body: { ...ME, ...(body as object) } }),
  });
  const both = await fremdrift("me --language en --digest on --lang en", env);
  expect(both.out).toBe("Kim Holm <kim@example.org>\nMails in English; reminders in one mail a day.\n");
  await fremdrift("me --digest off", env);
  expect(calls.map(({ body }) => body)).toEqual([{ language: "en", digest: true }, { digest: false }]);
});

test.for([
  ["me --language fr", "--language «fr»"],
  ["me --digest yes", "--digest «yes»"],
])("%s is refused before anything is asked", async ([line, about]) => {
  const { env, calls } = await given({});
  const done = await fremdrift(`${line} --lang en`, env);
  expect(done.code).toBe(2);
  expect(done.err).toContain(about);
  expect(calls).toEqual([]);
});

const N1 = { id: "n1", title: "Mindre ventetid" };
const COMING = {
  kind: "meeting",
  network: N1,
  subject: "item:m1",
  title: "Møde 1",
  at: "2027-03-18T09:00:00+01:00",
  place: "Rådhuset",
  href: "/networks/n1/meetings/m1",
};
const WAITING = {
  id: "n1|invitation|item:m1",
  kind: "invitation",
  network: N1,
  subject: "item:m1",
  title: "Møde 1",
  says: "Svar på, om du kommer",
  due: "2027-03-18T09:00:00+01:00",
  overdue: false,
  group: "week",
  actions: [
    {
      trigger: "answer",
      data: { item: "m1", answer: "accepted" },
      label: "Jeg kommer",
      role: "coreMember",
      as: "Kerne",
    },
  ],
  href: "/networks/n1/meetings/m1",
};

test("me waiting shows what waits, how it is done with one command, and the meetings that come", async () => {
  const list = { waiting: [WAITING], upcoming: [{ ...COMING, answer: "accepted" }], next: COMING, networks: [] };
  const { env } = await given({ "GET /api/me/waiting": () => ({ body: list }) });
  const done = await fremdrift("me waiting", env);
  expect([done.code, done.err]).toEqual([0, ""]);
  expect(done.out).toBe(
    `Denne uge
  Svar på, om du kommer: Møde 1, Mindre ventetid (senest 18. mar 2027 09.00)
      npx fremdrift network trigger n1 answer --data '{"item":"m1","answer":"accepted"}'

Dine næste møder
  18. mar 2027 09.00: Møde 1, Rådhuset, Mindre ventetid (du kommer)
`,
  );
  expect((await fremdrift("me waiting --json", env)).json()).toEqual(list);
});

test("me waiting with nothing to do says so, and what comes next", async () => {
  const list = { waiting: [], upcoming: [], next: { ...COMING, at: "2027-04-05", window: true }, networks: [] };
  const { env } = await given({ "GET /api/me/waiting": () => ({ body: list }) });
  expect((await fremdrift("me waiting --lang en", env)).out).toBe(
    "Nothing waits for you.\n\nWhat comes next\n  5 Apr 2027: Møde 1, Rådhuset, Mindre ventetid\n",
  );
});

test("network overview shows each network in a line, and all of them as CSV", async () => {
  const row = {
    ...N1,
    programme: { id: "innovationsnetvaerk", title: "Innovationsnetværk" },
    type: "innovation",
    weeks: { week: 11, of: 27 },
    open: [{ id: "discovery", title: "Opdagelse" }],
    meeting: { subject: "item:m2", title: "Møde 2", at: "2027-04-08T13:00:00+02:00" },
    overdue: 2,
    decisions: { waiting: 1, days: 9 },
    effort: { planned: 20, recorded: 3 },
    ended: false,
  };
  const { env } = await given({
    "GET /api/overview": ({ path }) => ({
      body: path.includes("csv") ? { name: "fremdrift.csv", type: "text/csv", content: "id;titel\r\nn1;x\r\n" } : [row],
    }),
  });
  const { out } = await fremdrift("network overview", env);
  expect(out.split("\n")[1]!.split(/ {2,}/)).toEqual([
    "n1",
    "11/27",
    "Opdagelse",
    "Møde 2, 8. apr 2027 13.00",
    "2",
    "1 (9 dage)",
  ]);
  expect((await fremdrift("network overview --csv", env)).out).toContain("n1;x");
});
