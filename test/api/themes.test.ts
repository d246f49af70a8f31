// Theme proposals from the first word to the network that comes of them: who may do what, once for each request, and what is refused.
import { beforeAll, describe, expect, test } from "vitest";
import type { EffortJson } from "../../api/account-shapes.ts";
import type { NetworkDetailJson } from "../../api/shapes.ts";
import type { ForumMeetingsJson, NewThemeJson, OfficesJson, ThemeProposalJson } from "../../api/theme-shapes.ts";
import { createToken } from "../../store/tokens.ts";
import { findPersonByEmail } from "../../store/people.ts";
import { addStep } from "../../store/theme-proposals.ts";
import { START, useHouse, type Asked } from "../support/house.ts";

const house = useHouse();
const PLACE = "/api/theme-proposals";
const [PIA, RIE, LIS, FRIDA, SIF, OLE] = ["pia", "rie", "lis", "frida", "sif", "ole"].map(
  (name) => `${name}@example.org`,
) as [string, string, string, string, string, string];
const tokens = new Map<string, string>();
const as = (email: string) => ({ as: tokens.get(email)! });

beforeAll(async () => {
  const people = `email,role\n${PIA},networkLead\n${OLE},participant`;
  const network = await house.network({ people });
  await Promise.all([PIA, OLE].map(async (email) => tokens.set(email, await network.tokenOf(email))));
  const offices = [
    { person: FRIDA, name: "Frida Holt", role: "managementForum" },
    { person: SIF, role: "secretariat" },
  ];
  await house.ask("PUT", "/api/offices", { body: { offices } });
  // Line and reference manager are known from the first proposal on that names them.
  await propose({ lineManager: LIS, referenceManager: RIE });
  for (const email of [FRIDA, SIF, LIS, RIE]) {
    const person = (await findPersonByEmail(house.store, email))!;
    tokens.set(email, `fd_${email}`);
    await createToken(house.store, { token: `fd_${email}`, label: email, personId: person.id, createdAt: 1 });
  }
});

const THEME: NewThemeJson = {
  title: "Kortere ventetid i genoptræningen",
  challenge: "Borgerne venter tre uger på første samtale.",
  characteristics: { complex: "Ingen kender svaret.", welfare: "Tre uger er lang tid." },
};
const post = <T = ThemeProposalJson>(path: string, who: string, body: object, asked: Asked = {}) =>
  house.ask<T>("POST", `${PLACE}${path}`, { ...as(who), body, ...asked });
const propose = async (more: Partial<NewThemeJson> = {}): Promise<ThemeProposalJson> => {
  const { status, body } = await post("", PIA, { ...THEME, ...more });
  expect(status).toBe(201);
  return body;
};
const show = async (id: string, who = PIA) =>
  (await house.ask<ThemeProposalJson>("GET", `${PLACE}/${id}`, as(who))).body;
const listed = async (who: string, query = "") =>
  (await house.ask<ThemeProposalJson[]>("GET", `${PLACE}${query}`, as(who))).body.map(({ id }) => id);

test("a proposal waits, is decided with a reason, gets its hours, and becomes the network of its type with all that it said", async () => {
  const made = await propose({ lineManager: LIS, referenceManager: RIE, start: "2027-05-03" });
  expect(made).toMatchObject({
    state: "proposed",
    type: "innovation",
    proposer: PIA,
    lineManager: LIS,
    waiting: { for: "forum", days: 0, forum: { proposed: true } },
    may: ["withdraw"],
  });
  const { id } = made;
  const waits = { outcome: "wait", reason: "Budgettet er ikke på plads." };
  house.notes.length = 0;
  expect((await post(`/${id}/decisions`, FRIDA, waits)).body).toMatchObject({
    state: "waiting",
    decision: { ...waits, by: FRIDA },
    waiting: { for: "forum", forum: { date: expect.any(String) as string } },
  });
  const url = `https://fremdrift.invalid/themes/${id}`;
  expect(house.notes).toMatchObject([{ kind: "theme-decided", to: { email: PIA }, url, theme: THEME.title, ...waits }]);
  expect((await post(`/${id}/hours`, LIS, { agreed: true, days: 8, reason: "To dage om måneden" })).status).toBe(200);
  expect((await post(`/${id}/decisions`, FRIDA, { outcome: "yes" })).body).toMatchObject({
    state: "accepted",
    may: ["start"],
  });

  const started = await post<NetworkDetailJson>(`/${id}/networks`, SIF, { clock: "stepped" });
  expect(started.status).toBe(201);
  expect(started.body).toMatchObject({ title: THEME.title, programme: "innovationsnetvaerk", start: "2027-05-03" });
  const roles = Object.fromEntries(started.body.people.map(({ email, roles: own }) => [email, own]));
  expect(roles).toEqual({ [PIA]: ["networkLead"], [RIE]: ["referenceManager"], [LIS]: ["lineManager"] });

  const network = `/api/networks/${started.body.id}`;
  const { body: plan } = await house.ask<{ programme: { description: object } }>("GET", `${network}/plan`);
  expect(plan.programme.description).toEqual({ da: THEME.challenge, en: THEME.challenge });
  expect((await house.ask<EffortJson>("GET", `${network}/effort`)).body).toMatchObject({ agreed: { days: 8 } });
  const ledger = (await house.ask<{ kind: string }[]>("GET", `${network}/ledger`)).body.map(({ kind }) => kind);
  expect([ledger[0], ledger.filter((kind) => kind === "theme.described").length]).toEqual(["network.created", 2]);

  const told = await show(id);
  expect(told).toMatchObject({ state: "made", network: started.body.id, may: [] });
  expect(told).not.toHaveProperty("waiting");
  expect(told.steps.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
    `decided ${FRIDA}`,
    `hours ${LIS}`,
    `decided ${FRIDA}`,
    `starting ${SIF}`,
    `made ${SIF}`,
  ]);
});

test("a learning network is made of a theme for one", async () => {
  const { id } = await propose({ type: "learning", start: START });
  await post(`/${id}/decisions`, FRIDA, { outcome: "yes" });
  const { body } = await post<NetworkDetailJson>(`/${id}/networks`, PIA, { clock: "stepped" });
  const { body: all } = await house.ask<{ id: string; type: string }[]>("GET", "/api/programmes");
  expect(all.find((one) => one.id === body.programme)?.type).toBe("learning");
});

describe("once", () => {
  test("the same request with the same key is one proposal and one decision, also after a restart", async () => {
    const first = await post("", PIA, THEME, { key: "same" });
    house.restartApi();
    expect((await post("", PIA, THEME, { key: "same" })).body).toEqual(first.body);
    expect(await post("", PIA, { ...THEME, title: "Andet" }, { key: "same" })).toMatchObject({
      status: 409,
      body: { code: "key-reused" },
    });
    const { id } = first.body;
    const wait = { outcome: "wait", reason: "Vent" };
    house.notes.length = 0;
    await Promise.all([1, 2, 3].map(() => post(`/${id}/decisions`, FRIDA, wait, { key: "decide" })));
    expect([(await show(id)).steps.length, house.notes.length]).toEqual([1, 1]);
  });

  test("an answer that was lost does not make it happen twice", async () => {
    const { id } = await propose();
    await post(`/${id}/decisions`, FRIDA, { outcome: "wait", reason: "Vent" }, { key: "lost" });
    await house.store.db.deleteFrom("idempotency").where("key", "=", "lost").execute();
    expect((await post(`/${id}/decisions`, FRIDA, { outcome: "wait", reason: "Vent" }, { key: "lost" })).status).toBe(
      200,
    );
    expect((await show(id)).steps).toHaveLength(1);
  });

  test("two who start it at once, or one who goes on where another stopped, get one network", async () => {
    const { id } = await propose({ start: START });
    await post(`/${id}/decisions`, FRIDA, { outcome: "yes" });
    const begun = { start: "2027-03-01", programme: "innovationsnetvaerk", clock: "stepped" as const };
    await addStep(house.store, id, "stopped", () => ({ at: 1, by: "sif", kind: "starting", data: begun }));
    expect(await show(id)).toMatchObject({ state: "starting", waiting: { for: "start" }, may: ["start"] });
    const both = await Promise.all(
      [SIF, PIA].map((who) => post<NetworkDetailJson>(`/${id}/networks`, who, { clock: "real" })),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]!.body).toMatchObject({ id: both[1]!.body.id, start: begun.start, clock: "stepped" });
    expect((await show(id)).steps.map(({ kind }) => kind)).toEqual(["decided", "starting", "made"]);
    expect(await post(`/${id}/networks`, SIF, {})).toMatchObject({ status: 201, body: { id: both[0]!.body.id } });
  });
});

describe("rights", () => {
  test("a proposal is read by those named in it, the forum, the secretariat and administrators", async () => {
    const { id } = await propose({ lineManager: LIS });
    for (const who of [PIA, LIS, FRIDA, SIF]) expect([who, (await listed(who)).includes(id)]).toEqual([who, true]);
    for (const who of [OLE, RIE]) {
      expect([who, (await listed(who)).includes(id)]).toEqual([who, false]);
      expect(await house.ask("GET", `${PLACE}/${id}`, as(who))).toMatchObject({ status: 404 });
      expect(await post(`/${id}/decisions`, who, { outcome: "yes" })).toMatchObject({ status: 404 });
    }
    expect((await house.ask<ThemeProposalJson[]>("GET", PLACE)).body.map((one) => one.id)).toContain(id);
  });

  test.each<[string, string, object, string[]]>([
    ["decisions", "the forum alone decides", { outcome: "yes" }, [PIA, LIS, SIF]],
    ["withdrawals", "who proposed alone withdraws", {}, [FRIDA, SIF, LIS]],
    ["hours", "the line manager alone agrees hours", { agreed: true, days: 3 }, [PIA, FRIDA, SIF]],
    ["networks", "a line manager starts nothing", { start: START }, [LIS]],
  ])("%s: %s", async (what, _, body, others) => {
    const { id } = await propose({ lineManager: LIS });
    for (const who of others) {
      const refused = await post<{ code: string; detail: string }>(`/${id}/${what}`, who, body);
      expect([who, refused.status, refused.body.code]).toEqual([who, 403, "not-allowed"]);
      expect(refused.body.detail.length).toBeGreaterThan(20);
    }
    expect((await show(id)).steps).toEqual([]);
  });

  test("an administrator's token is nobody: it proposes and decides nothing", async () => {
    expect(await house.ask("POST", PLACE, { body: THEME })).toMatchObject({ status: 403 });
    const decisions = `${PLACE}/${(await propose()).id}/decisions`;
    expect(await house.ask("POST", decisions, { body: { outcome: "yes" } })).toMatchObject({ status: 403 });
  });

  test("who proposes may sit in the forum, and another decides", async () => {
    const { status, body } = await post("", FRIDA, THEME);
    expect([status, body.may]).toEqual([201, ["withdraw"]]);
    const own = await post<{ detail: string }>(`/${body.id}/decisions`, FRIDA, { outcome: "yes" });
    expect(own).toMatchObject({
      status: 403,
      body: { detail: expect.stringMatching(/En anden i chefforum/) as string },
    });
  });
});

describe("what cannot be", () => {
  test.each<[Partial<NewThemeJson>, string, string]>([
    [{ title: "" }, "title", "må ikke være tomt"],
    [{ challenge: "" }, "challenge", "må ikke være tomt"],
    [{ start: "2027-02-30" }, "start", "skriv en dato som"],
    [{ lineManager: "lis" }, "lineManager", "Ugyldig e-mailadresse"],
    [{ lineManager: PIA.toUpperCase() }, "lineManager", "dig selv"],
    [{ programme: "innovationsnetværk" }, "programme", 'Mente du "innovationsnetvaerk"?'],
    [{ programme: "innovationsnetvaerk", type: "learning" }, "type", "en anden type"],
    [{ type: "party" as "learning" }, "type", "Ugyldigt valg"],
    [{ characteristics: { nice: "x" } as object }, "characteristics.nice", "feltet findes ikke"],
  ])("%j is no proposal", async (more, path, words) => {
    const { status, body } = await post<{ errors: { path: string; message: string }[] }>("", PIA, {
      ...THEME,
      ...more,
    });
    expect([status, body.errors.map((one) => one.path)]).toEqual([422, [path]]);
    expect(body.errors[0]!.message).toContain(words);
  });

  test("NUL in a text is refused with nothing kept, and in an id it is nothing that is there", async () => {
    const [before, absent] = [await listed(PIA), await house.ask("GET", `${PLACE}/%00`)];
    expect(absent.status).toBe(404);
    expect(await post("", PIA, { ...THEME, title: "a\u0000b" })).toMatchObject({ status: 422 });
    expect(await listed(PIA)).toEqual(before);
  });

  test("no and wait without a reason, days without agreement, and a start without a date change nothing and say what to do", async () => {
    const { id } = await propose({ lineManager: LIS });
    const tries: [string, string, object, RegExp][] = [
      ["decisions", FRIDA, { outcome: "no" }, /demands a reason/],
      ["decisions", FRIDA, { outcome: "wait" }, /demands a reason/],
      ["hours", LIS, { agreed: false, days: 3 }, /why not \(reason\)/],
      ["hours", LIS, { agreed: true }, /how many days/],
    ];
    for (const [what, who, body, words] of tries) {
      const answer = await post(`/${id}/${what}`, who, body, { lang: "en" });
      expect([what, answer.status, words.test(JSON.stringify(answer.body))]).toEqual([what, 422, true]);
    }
    expect((await show(id)).steps).toEqual([]);
    await post(`/${id}/decisions`, FRIDA, { outcome: "yes" });
    const late: [object, string][] = [
      [{}, "start"],
      [{ start: "2020-01-06" }, "start"],
      [{ start: START, programme: "nix" }, "programme"],
    ];
    for (const [body, path] of late)
      expect(await post(`/${id}/networks`, SIF, body)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
    expect(await show(id)).toMatchObject({ state: "accepted", waiting: { for: "start" } });
  });

  test("a proposal that was withdrawn or refused takes nothing more", async () => {
    const { id } = await propose();
    expect((await post(`/${id}/withdrawals`, PIA, { reason: "Klaret" })).body).toMatchObject({
      state: "withdrawn",
      may: [],
    });
    const late = await post<{ code: string; detail: string }>(`/${id}/decisions`, FRIDA, { outcome: "yes" });
    expect(late).toMatchObject({
      status: 409,
      body: { code: "state", detail: expect.stringMatching(/nyt forslag/) as string },
    });
    expect(await listed(PIA, "?waiting=true")).not.toContain(id);
    expect(await listed(PIA)).toContain(id);
  });
});

describe("the organisation", () => {
  const dates = ["2099-11-03", "2099-05-05"];

  test("the secretariat says when the forum meets; proposals say at which meeting they are up", async () => {
    const put = (who: string | undefined, body: object) =>
      house.ask<ForumMeetingsJson>("PUT", "/api/forum-meetings", { ...(who && as(who)), body });
    expect((await put(OLE, { dates })).status).toBe(403);
    expect((await put(SIF, { dates: ["2099-02-31"] })).status).toBe(422);
    const entered = (await put(SIF, { dates })).body;
    expect(entered).toEqual(dates.toSorted().map((date) => ({ date, proposed: false })));
    expect((await house.ask<ForumMeetingsJson>("GET", "/api/forum-meetings", as(OLE))).body).toEqual(entered);
    expect((await propose()).waiting?.forum).toEqual({ date: "2099-05-05", proposed: false });
    const usual = (await put(undefined, { dates: [] })).body;
    expect(usual.map(({ date, proposed }) => [/^\d{4}-(04|10)-0[1-7]$/.test(date), proposed])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  test("administrators say who is of the secretariat and the forum; nobody else learns who", async () => {
    expect((await house.ask("GET", "/api/offices", as(OLE))).status).toBe(403);
    expect((await house.ask("PUT", "/api/offices", { ...as(SIF), body: { offices: [] } })).status).toBe(403);
    const { body } = await house.ask<OfficesJson>("GET", "/api/offices", as(SIF));
    expect(body).toEqual([
      { person: FRIDA, name: "Frida Holt", role: "managementForum" },
      { person: SIF, name: SIF, role: "secretariat" },
    ]);
    const kept = { offices: [...body, { person: RIE, role: "managementForum" }] };
    expect((await house.ask<OfficesJson>("PUT", "/api/offices", { body: kept })).body).toHaveLength(3);
    const { id } = await propose();
    expect((await post(`/${id}/decisions`, RIE, { outcome: "yes" })).status).toBe(200);
    await house.ask("PUT", "/api/offices", { body: { offices: body } });
    expect((await house.ask("GET", "/api/offices", as(RIE))).status).toBe(403);
  });
});
