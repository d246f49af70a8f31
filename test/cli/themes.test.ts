// The commands about what comes before a network.
import { describe, expect, it } from "vitest";
import { DETAIL, fremdrift, given } from "./given.ts";

const WAITING = {
  id: "t1",
  title: "Kortere ventetid",
  challenge: "Borgerne venter",
  type: "learning",
  characteristics: { complex: "Ingen kender svaret" },
  proposer: "pia@example.org",
  lineManager: "lis@example.org",
  proposedAt: "2027-02-01T08:00:00+01:00",
  state: "waiting",
  decision: { outcome: "wait", reason: "Penge", by: "frida@example.org", at: "2027-02-02T08:00:00+01:00" },
  hours: { agreed: true, days: 2.5, by: "lis@example.org", at: "2027-02-03T08:00:00+01:00" },
  waiting: {
    for: "forum",
    since: "2027-02-01T08:00:00+01:00",
    days: 12,
    forum: { date: "2027-04-06", proposed: true },
  },
  steps: [
    {
      kind: "decided",
      at: "2027-02-02T08:00:00+01:00",
      by: "frida@example.org",
      reason: "Penge",
      data: { outcome: "wait" },
    },
    { kind: "hours", at: "2027-02-03T08:00:00+01:00", by: "lis@example.org", data: { agreed: true, days: 2.5 } },
  ],
  may: ["decide"],
};
const PLACE = "/api/theme-proposals";

describe("theme", () => {
  it("propose sends what is said and nothing else, under the key", async () => {
    const { env, calls } = await given({ [`POST ${PLACE}`]: () => ({ status: 201, body: WAITING }) });
    const least = ["theme", "propose", "--title", "Kortere ventetid", "--challenge", "Borgerne venter"];
    const more = ["--type", "learning", "--start", "2027-05-03", "--line-manager", "lis@example.org", "--key", "k1"];
    const done = await fremdrift([...least, ...more, "--characteristics", '{"complex":"Ingen"}'], env);
    expect([done.code, done.err, done.out.split("\n")[0]]).toEqual([0, "", "t1"]);
    expect(calls[0]).toMatchObject({ key: "k1" });
    expect(calls[0]!.body).toEqual({
      title: "Kortere ventetid",
      challenge: "Borgerne venter",
      type: "learning",
      start: "2027-05-03",
      lineManager: "lis@example.org",
      characteristics: { complex: "Ingen" },
    });
    expect((await fremdrift([...least, "--json"], env)).json()).toEqual(WAITING);
    expect(calls.at(-1)!.body).toEqual({ title: "Kortere ventetid", challenge: "Borgerne venter" });
  });

  it("list says for how long each has waited, for whom, and when it is up", async () => {
    const { env, calls } = await given({ [`GET ${PLACE}`]: () => ({ body: [WAITING] }) });
    expect((await fremdrift("theme list --waiting", env)).out).toMatch(
      /t1 +Kortere ventetid +læringsnetværk +venter +chefforum \(12 dage\); på ved mødet 6\. apr 2027 \(plejer\)\n$/,
    );
    await fremdrift("theme list", env);
    expect(calls.map(({ path }) => path)).toEqual([`${PLACE}?waiting=true`, PLACE]);
    const none = await given({ [`GET ${PLACE}`]: () => ({ body: [] }) });
    expect((await fremdrift("theme list --lang en", none.env)).out).toBe("There are no theme proposals.\n");
  });

  it("show tells the theme, how it stands, and each step with its reason", async () => {
    const { env } = await given({ [`GET ${PLACE}/t1`]: () => ({ body: WAITING }) });
    const da = (await fremdrift("theme show t1", env)).out;
    for (const words of ["Borgerne venter", "chefforum: vent – Penge", "timer: 2,5 dage", "komplekst"])
      expect(da).toContain(words);
    const en = (await fremdrift("theme show t1 --lang en", env)).out;
    for (const words of ["learning network", "the forum: wait – Penge", "hours: 2.5 days", "complex"])
      expect(en).toContain(words);
  });

  it("decide, hours and withdraw send what was said", async () => {
    const answer = () => ({ body: WAITING });
    const { env, calls } = await given({
      [`POST ${PLACE}/t1/decisions`]: answer,
      [`POST ${PLACE}/t1/hours`]: answer,
      [`POST ${PLACE}/t1/withdrawals`]: answer,
    });
    for (const line of [
      "theme decide t1 --outcome wait --reason Penge",
      "theme decide t1 --outcome yes",
      "theme hours t1 --days 2,5",
      "theme hours t1 --reason Nej",
      "theme withdraw t1",
    ])
      expect([line, (await fremdrift(line, env)).code]).toEqual([line, 0]);
    expect(calls.map(({ body }) => body)).toEqual([
      { outcome: "wait", reason: "Penge" },
      { outcome: "yes" },
      { agreed: true, days: 2.5 },
      { agreed: false, reason: "Nej" },
      {},
    ]);
  });

  it("start says which network it became", async () => {
    const { env, calls } = await given({ [`POST ${PLACE}/t1/networks`]: () => ({ status: 201, body: DETAIL }) });
    const done = await fremdrift("theme start t1 --start 2027-02-01 --clock stepped", env);
    expect(done.out).toContain("n1");
    expect(calls[0]!.body).toEqual({ clock: "stepped", start: "2027-02-01" });
  });

  it.each([
    ["theme decide t1 --outcome maybe", "--outcome «maybe»"],
    ["theme hours t1 --days x", "--days «x»"],
    ["theme start t1 --start snart", "--start «snart»"],
    ["theme start t1 --clock scaled:1", "--clock «scaled:1»"],
    ["theme propose --title a --challenge b --characteristics [1]", "--characteristics"],
    ["forum set 2027-02-30", "«2027-02-30»"],
    ["office set kim@example.org=boss", "«kim@example.org=boss»"],
  ])("«%s» is refused before anything is asked", async (line, about) => {
    const { env, calls } = await given();
    for (const language of ["da", "en"]) {
      const done = await fremdrift(`${line} --lang ${language}`, env);
      expect([done.code, done.err.includes(about)]).toEqual([2, true]);
    }
    expect(calls).toEqual([]);
  });
});

describe("forum and office", () => {
  it("forum list says where the days are only what is usual, and set sends them", async () => {
    const meeting = (proposed: boolean) => ({ body: [{ date: "2027-04-06", proposed }] });
    const { env, calls } = await given({
      "GET /api/forum-meetings": () => meeting(true),
      "PUT /api/forum-meetings": () => meeting(false),
    });
    expect((await fremdrift("forum list", env)).out).toMatch(/^6\. apr 2027\n.*«fremdrift forum set»\.\n$/);
    expect((await fremdrift("forum set 2027-04-06 2027-10-05 --lang en", env)).out).toBe("6 Apr 2027\n");
    expect(calls.at(-1)!.body).toEqual({ dates: ["2027-04-06", "2027-10-05"] });
  });

  it("office list names them, and set sends all of them", async () => {
    const offices = [{ person: "sif@example.org", name: "Sif Prøve", role: "secretariat" }];
    const { env, calls } = await given({
      "GET /api/offices": () => ({ body: [] }),
      "PUT /api/offices": () => ({ body: offices }),
    });
    expect((await fremdrift("office list", env)).out).toContain("«fremdrift office set»");
    const done = await fremdrift("office set sif@example.org=secretariat", env);
    expect(done.out).toBe("sif@example.org  Sif Prøve  sekretariat\n");
    expect(calls.at(-1)!.body).toEqual({ offices: [{ person: "sif@example.org", role: "secretariat" }] });
  });
});
