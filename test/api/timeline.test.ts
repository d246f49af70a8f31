// A network in pictures, over the API: its timeline and its method's phases, for those who are of it.
import { expect, test } from "vitest";
import type { ChartJson, TimelineJson } from "../../api/timeline-shapes.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();

test("whoever is of a network reads its timeline and its phases as they now stand; nobody else does", async () => {
  const network = await house.network();
  await network.do("networkLead", "openPhase", { phase: "qualification" });
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00", place: "Rådhuset" });
  const guest = await network.tokenOf("guest");
  const read = async <T>(what: string, as: string) =>
    await house.ask<T>("GET", `/api/networks/${network.id}/${what}`, { as });

  const { body: timeline } = await read<TimelineJson>("timeline", guest);
  expect(timeline).toMatchObject({ today: "2027-02-01", weeks: { length: 27 } });
  expect(timeline.lines.find(({ id }) => id === "phase:qualification")).toMatchObject({
    state: "open",
    done: [{ from: "2027-02-01", to: "2027-02-01", open: true }],
  });
  expect(timeline.lines.find(({ id }) => id === "item:m1")).toMatchObject({
    from: "2027-03-17",
    place: "Rådhuset",
    planned: { quote: "uge 7" },
    href: `/networks/${network.id}/meetings/m1`,
  });

  const { body: chart } = await read<ChartJson>("chart", guest);
  expect(chart.phases.slice(0, 3).map(({ state }) => state)).toEqual(["active", "next", "waiting"]);

  const stranger = await (await house.network({ people: OTHERS })).tokenOf("networkLead");
  for (const what of ["timeline", "chart"]) expect((await read(what, stranger)).status).toBe(404);
});

const OTHERS = "name,email,role\nOle Andersen,ole@elsewhere.example,networkLead\n";
