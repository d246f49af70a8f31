// A network from a programme that nobody shipped: its file is sent, checked, and kept by the network.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { NetworkDetailJson } from "../../api/client.ts";
import type { Plan } from "../../programmes/types.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const file = await readFile(new URL("../../examples/programme/velkomst.yaml", import.meta.url), "utf8");
const people = "name,email,role\nKim Prøve,kim@example.org,networkLead\n";

test("its file is all that it takes, and the network says its own titles", async () => {
  const body = { file, start: "2027-03-11", clock: "stepped", people };
  const made = await house.ask<NetworkDetailJson>("POST", "/api/networks", { body });
  expect(made.status).toBe(201);
  const plan = await house.ask<Plan>("GET", `/api/networks/${made.body.id}/plan`);
  expect(plan.body.programme).toMatchObject({ id: "velkomst" });
  const [meeting] = plan.body.programme.items.filter(({ kind }) => kind === "meeting");
  expect(plan.body.intervals[meeting!.id]?.from).toMatch(/^2027-/);
});

test("what is wrong with it is told by line, and nothing is made", async () => {
  const networks = async () => (await house.ask<unknown[]>("GET", "/api/networks")).body.length;
  const before = await networks();
  const broken = file.replace("items:", "itemz:");
  const body = { file: broken, start: "2027-03-11", clock: "stepped", people };
  const { status, body: problem } = await house.ask("POST", "/api/networks", { body, lang: "en" });
  expect([status, problem.code]).toEqual([422, "bad-input"]);
  expect(problem.errors).toContainEqual(expect.objectContaining({ message: expect.stringContaining("itemz") }));
  expect(problem.errors![0]!.path).toMatch(/^file:\d+$/);
  const both = { programme: "innovationsnetvaerk", file, start: "2027-03-11" };
  expect((await house.ask("POST", "/api/networks", { body: both })).status).toBe(422);
  expect(await networks()).toBe(before);
});
