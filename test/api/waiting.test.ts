// What waits for somebody, over the API: across their networks, in one of them, and gone as soon as it is done; how one stands, and all.
import { beforeAll, expect, test } from "vitest";
import type { NowJson, OverviewFileJson, OverviewRowJson } from "../../api/overview-shapes.ts";
import type { WaitingListJson } from "../../api/waiting-shapes.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const ANNA = "anna@example.org";
const PEOPLE = `email,role\nlead@example.org,networkLead\n${ANNA},coreMember\nbent@example.org,coreMember\nref@example.org,referenceManager\n`;

let first: TestNetwork;
let second: TestNetwork;
let anna: string;

beforeAll(async () => {
  first = await house.network({ people: PEOPLE });
  second = await house.network({ people: PEOPLE });
  anna = await first.tokenOf(ANNA);
});

const mine = async (as: string, where = "/api/me/waiting", lang: "da" | "en" = "da") =>
  (await house.ask<WaitingListJson>("GET", where, { as, lang })).body;
const kinds = ({ waiting }: WaitingListJson) =>
  waiting.map(({ kind, network, subject }) => [kind, network.id, subject]);

test("what waits stands in one list for all networks, and in each network alone; a press empties it", async () => {
  await first.do("networkLead", "pinItem", { item: "m1", start: "2027-03-18T09:00", place: "Rådhuset" });
  const invitation = ["invitation", first.id, "item:m1"];
  const all = await mine(anna);
  expect(kinds(all)).toEqual(
    expect.arrayContaining([["membership", first.id, "network"], ["membership", second.id, "network"], invitation]),
  );
  expect(kinds(await mine(anna, `/api/networks/${second.id}/waiting`))).toEqual([["membership", second.id, "network"]]);
  expect(all.upcoming).toMatchObject([
    { title: "Møde 1", at: "2027-03-18T09:00:00+01:00", place: "Rådhuset", href: `/networks/${first.id}/meetings/m1` },
  ]);
  expect(all.networks.map(({ id, ended }) => [id, ended])).toEqual([
    [first.id, false],
    [second.id, false],
  ]);
  const found = all.waiting.find(({ kind }) => kind === "invitation")!;
  expect(found).toMatchObject({
    title: "Møde 1",
    says: "Svar på, om du kommer",
    due: "2027-03-18T09:00:00+01:00",
    overdue: false,
  });
  const [yes] = found.actions;
  expect(yes).toMatchObject({ trigger: "answer", label: "Jeg kommer", role: "coreMember" });
  expect((await mine(anna, undefined, "en")).waiting.find(({ kind }) => kind === "invitation")).toMatchObject({
    says: "Answer whether you are coming",
  });

  await first.do(ANNA, yes!.trigger, yes!.data);
  const after = await mine(anna);
  expect(kinds(after)).not.toContainEqual(invitation);
  expect(after.upcoming).toMatchObject([{ answer: "accepted" }]);
});

test("what was kept in memory is read anew after every change, also of time and of people", async () => {
  const lead = await first.tokenOf("networkLead");
  const before = kinds(await mine(lead));
  await first.step("2027-03-19");
  const hold = ["hold", first.id, "item:m1"];
  expect(before).not.toContainEqual(hold);
  expect(kinds(await mine(lead))).toContainEqual(hold);
  await first.do("networkLead", "holdMeeting", { item: "m1" });
  expect(kinds(await mine(lead))).not.toContainEqual(hold);
  expect(kinds(await mine(lead))).toContainEqual(["minutes", first.id, "item:m1"]);
  await first.do("networkLead", "removePerson", { person: ANNA });
  expect((await mine(anna)).networks.map(({ id }) => id)).toEqual([second.id]);
});

test("a token that is nobody's has nothing waiting, and a network is closed to who is not in it", async () => {
  expect((await house.ask("GET", "/api/me/waiting")).body).toEqual({ waiting: [], upcoming: [], networks: [] });
  expect((await house.ask("GET", `/api/networks/${first.id}/waiting`)).body).toMatchObject({ waiting: [] });
  expect((await house.ask("GET", `/api/networks/${first.id}/waiting`, { as: anna })).status).toBe(404);
});

test("a network tells how it stands: its week, phases with what they lack, what comes, what goes out, what happened", async () => {
  const network = await house.network();
  const lead = await network.tokenOf("networkLead");
  await network.do("networkLead", "openPhase", { phase: "qualification" });
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-18T09:00", place: "Rådhuset" });
  const { body } = await house.ask<NowJson>("GET", `/api/networks/${network.id}/now`, { as: lead });
  expect(body).toMatchObject({
    id: network.id,
    ended: false,
    weeks: { week: 1, of: 27 },
    open: [{ id: "qualification", title: "Kvalificering af tema" }],
    people: { all: expect.any(Number) },
  });
  expect(body.events).toMatchObject([
    { kind: "phase", href: `/networks/${network.id}#phase-design` },
    { kind: "phase" },
  ]);
  const qualification = body.phases[0]!;
  expect(qualification).toMatchObject({
    state: "active",
    planned: { from: "2027-02-01" },
    executed: { from: "2027-02-01" },
  });
  expect(qualification.closes).toContainEqual(
    expect.objectContaining({ met: false, have: 0, need: 7, href: `/networks/${network.id}/theme` }),
  );
  expect(body.messages).toHaveLength(5);
  expect(body.messages[0]).toMatchObject({
    rule: "task-first",
    people: 1,
    title: expect.stringMatching(/^Opgaven kan begynde: /),
  });
  expect(body.last[0]).toMatchObject({
    kind: "item.pinned",
    by: "Astrid Lyngdal",
    says: "Dato fastlagt: Møde 1, 18. mar kl. 9.00, Rådhuset",
  });
  expect(body.last[0]!.text).toMatch(/^Dato fastlagt: Møde 1, .* \(Astrid Lyngdal, netværksleder\)$/i);
  expect(body.waiting.length).toBeGreaterThan(0);
  expect((await house.ask<NowJson>("GET", `/api/networks/${network.id}/now`)).body.waiting).toEqual([]);
});

test("all networks in a table for administrators and whoever has an office, for others their own; also as a file", async () => {
  const ask = async (as?: string) =>
    (await house.ask<OverviewRowJson[]>("GET", "/api/overview", { ...(as && { as }) })).body;
  const all = await ask();
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]));
  expect((await ask(anna)).map(({ id }) => id)).toEqual([second.id]);
  expect(all.find(({ id }) => id === first.id)).toMatchObject({
    type: "innovation",
    open: [],
    overdue: expect.any(Number),
    decisions: { waiting: 0 },
    effort: { planned: expect.any(Number), recorded: 0 },
    ended: false,
  });
  await house.ask("PUT", "/api/offices", { body: { offices: [{ person: ANNA, role: "secretariat" }] } });
  expect((await ask(anna)).length).toBe(all.length);
  const { body } = await house.ask<OverviewFileJson>("GET", "/api/overview?format=csv", { lang: "da" });
  expect(body).toMatchObject({ name: "fremdrift.csv", type: "text/csv; charset=utf-8" });
  const [head, ...lines] = body.content.trim().split("\r\n");
  expect(head).toContain("forfaldent");
  expect(lines.length).toBe(all.length);
});

test("the table says how many decisions wait, and for how many days the oldest has", async () => {
  const network = await house.network({ programme: "borgerservice", start: "2027-02-01" });
  const row = async () =>
    (await house.ask<OverviewRowJson[]>("GET", "/api/overview")).body.find(({ id }) => id === network.id)!;
  expect((await row()).decisions).toEqual({ waiting: 0 });
  await network.do("networkLead", "propose", { item: "uddannelse-findes", options: ["Ja", "Nej"] });
  expect((await row()).decisions).toEqual({ waiting: 1, days: 0 });
  const { overdue } = await row();
  await network.step("2028-12-31");
  const later = await row();
  expect(later.decisions.waiting).toBe(1);
  expect(later.decisions.days).toBeGreaterThan(600);
  expect(later.overdue).toBeGreaterThan(overdue);
});
