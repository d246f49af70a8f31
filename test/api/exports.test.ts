// A network as a file, over the API: what was planned beside what came of it.
import ICAL from "ical.js";
import { expect, test } from "vitest";
import type { ExportJson } from "../../api/exports.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();

const exportOf = async ({ id }: TestNetwork, format: string, asked: Parameters<typeof house.ask>[2] = {}) =>
  await house.ask<ExportJson>("GET", `/api/networks/${id}/export?format=${format}`, asked);

test("a network is written in every format, with the dates it was given since", async () => {
  const network = await house.network();
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00", end: "2027-03-17T12:00" });
  await network.do("networkLead", "openPhase", { phase: "qualification" });

  const csv = (await exportOf(network, "csv")).body;
  expect([csv.name, csv.type]).toEqual([`${network.id}.csv`, "text/csv; charset=utf-8"]);
  expect(csv.content.split("\r\n").find((line) => line.startsWith("m1;"))).toMatch(
    /;15-03-2027;21-03-2027;.*;17-03-2027;17-03-2027;09:00;fastlagt$/,
  );
  expect(csv.content.split("\r\n").find((line) => line.startsWith("qualification;"))).toMatch(/;01-02-2027;;;åben$/);

  const ics = (await exportOf(network, "ics", { lang: "en" })).body;
  const events = new ICAL.Component(ICAL.parse(ics.content) as unknown[]).getAllSubcomponents("vevent");
  const m1 = events.find((event) => event.getFirstPropertyValue("uid") === `m1@${network.id}.fremdrift`)!;
  expect(m1.getFirstPropertyValue("summary")).toBe("Meeting 1");
  expect(String(m1.getFirstPropertyValue("dtend"))).toBe("2027-03-17T12:00:00");
  expect(ics.undated).toContain("spred");

  const { content } = (await exportOf(network, "html")).body;
  expect(content).toMatch(/>Planlagt<[^]*>Gennemført<[^]*ons\. 17\. mar\. 2027 09\.00–12\.00/);
  const json = JSON.parse((await exportOf(network, "json")).body.content) as {
    items: { id: string; executed: object }[];
  };
  expect(json.items.find(({ id }) => id === "m1")).toMatchObject({ executed: { from: "2027-03-17", state: "pinned" } });
});

test("only who takes part reads it, and only in a format there is", async () => {
  const [network, other] = [
    await house.network(),
    await house.network({ people: "name,email,role\nAda,ada@example.org,networkLead\n" }),
  ];
  expect((await exportOf(network, "csv", { as: await network.tokenOf("guest") })).status).toBe(200);
  expect((await exportOf(network, "csv", { as: await other.tokenOf("networkLead") })).status).toBe(404);
  expect(await exportOf(network, "xml")).toMatchObject({ status: 422, body: { code: "bad-input" } });
});
