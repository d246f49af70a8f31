// Hours, money, measurements and the report, over the API: what each may see of it.
import { expect, test } from "vitest";
import type { BudgetJson, EffortJson, MonitoringJson } from "../../api/account-shapes.ts";
import type { ReportJson } from "../../api/report.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";

const read = async <T>({ id }: TestNetwork, what: string, as: string, lang: "da" | "en" = "da") =>
  (await house.ask<T>("GET", `/api/networks/${id}/${what}`, { as, lang })).body;

test("hours stand planned beside recorded; of each person for the lead and the lead's manager, of others only one's own", async () => {
  const network = await house.network();
  await network.do("lineManager", "agreeHours", { days: 20 });
  await network.do(LEAD, "recordEffort", { days: 2, phase: "qualification" });
  await network.do("coreMember", "recordEffort", { hours: 7.4, text: "Interview" });
  const [lead, member] = [network.emails(LEAD)[0]!, network.emails("coreMember")[0]!];
  const seen = async (role: string) => await read<EffortJson>(network, "effort", await network.tokenOf(role), "en");
  const all = await seen("lineManager");
  expect(all).toMatchObject({ planned: 9, recorded: 3, agreed: { days: 20 } });
  expect(all.phases).toContainEqual({
    id: "qualification",
    title: "Qualification of the theme",
    planned: 0,
    recorded: 2,
  });
  const everybody = [
    { person: lead, recorded: 2 },
    { person: member, recorded: 1 },
  ];
  expect(all.people).toEqual(everybody);
  expect((await seen("coDriver")).people).toEqual(everybody);
  expect((await seen(member)).people).toEqual([{ person: member, recorded: 1 }]);
  expect((await seen("guest")).people).toEqual([]);
  expect((await seen("guest")).recorded).toBe(3);
});

test("a plan of money is kept with what it was before, and no more is planned than there is", async () => {
  const network = await house.network({ programme: "beskaeftigelsesindsats", start: "2019-08-01" });
  const plan = (amount: number) => ({ line: "moeder", amount, reason: "Aftalt" });
  await network.do(LEAD, "planBudget", plan(400_000));
  await network.do(LEAD, "planBudget", plan(500_000));
  await network.do(LEAD, "recordSpending", { line: "moeder", amount: 120_500, text: "Lokaler" });
  const more = await network.trigger(LEAD, "planBudget", plan(3_430_801));
  expect([more.status, more.body.detail]).toEqual([409, expect.stringContaining("3430800")]);
  const entries = (await network.ledger()).filter(({ kind }) => kind === "budget.planned");
  expect(entries.map(({ data }) => data)).toEqual([
    { line: "moeder", amount: 400_000, before: { amount: null } },
    { line: "moeder", amount: 500_000, before: { amount: 400_000 } },
  ]);
  const budget = await read<BudgetJson>(network, "budget", await network.tokenOf("followGroup"));
  expect(budget).toMatchObject({ total: 3_430_800, planned: 500_000, spent: 120_500, unallocated: 2_930_800 });
  expect(budget.lines.find(({ id }) => id === "moeder")).toEqual({
    id: "moeder",
    title: "Møder",
    planned: 500_000,
    spent: 120_500,
    left: 379_500,
  });
});

test("nothing is measured of an organisation before its baseline; then it stands beside it, in the report too", async () => {
  const network = await house.network({ programme: "beskaeftigelsesindsats", start: "2019-08-01" });
  const measure = (item: string, value: number) => ({
    item,
    organisation: "Vigsø Kommune",
    values: Object.fromEntries(["1", "2", "3", "4", "5", "6"].map((criterion) => [criterion, value])),
  });
  const early = await network.trigger(LEAD, "recordMeasure", measure("slut", 4));
  expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining("«Måling før start»")]);
  await network.do(LEAD, "recordMeasure", measure("baseline", 2));
  await network.do(LEAD, "recordMeasure", measure("slut", 4));
  const as = await network.tokenOf("followGroup");
  const { criteria, missing } = await read<MonitoringJson>(network, "monitoring", as);
  expect(criteria[0]).toMatchObject({ id: "1", rows: [{ organisation: "Vigsø Kommune", values: [2, null, 4] }] });
  expect(missing).toEqual([{ point: "midtvejs", organisation: "Vigsø Kommune" }]);

  const { content, name } = await read<ReportJson>(network, "report", as, "en");
  expect([name, content]).toEqual([`${network.id}.html`, expect.stringContaining("Average of all organisations")]);
  const { people } = await network.show();
  for (const person of people) expect(content).not.toContain(person.name);
  const named = await read<ReportJson>(network, "report?names=true", as);
  expect(named.content).toContain(people[0]!.name);
});
