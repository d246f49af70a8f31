// Every sample that ships plays from start to end as it stands.
import { describe, expect, test } from "vitest";
import { listProgrammes, samplePeople } from "../../library/programmes.ts";
import { isoWeekStart } from "../../programmes/calendar.ts";
import { sampleStartOf } from "../../programmes/dates.ts";
import { sampleOf } from "./shipped.ts";

const programmes = await listProgrammes();

test("all seven programmes ship with one, each written for a start of its own", () => {
  expect(programmes.map((programme) => [programme.id, sampleStartOf(programme)])).toEqual([
    ["innovationsnetvaerk", "2027-02-01"],
    ["beskaeftigelsesindsats", "2019-08-01"],
    ["borgerservice", "2014-09-01"],
    ["faellesskabsagenter", "2014-02-25"],
    ["learning-network", "2027-02-01"],
    ["partnerskab", "2027-08-27"],
    ["welfare-network", "2027-02-01"],
  ]);
});

describe.each(programmes.map(({ id }) => id))("the sample of %s", (id) => {
  test("plays to its end without a refusal or a fault", async () => {
    const { script, play } = await sampleOf(id);
    const { refusals, state, entries } = play(script, "2028-12-31");
    expect(refusals).toEqual([]);
    expect(state.ended).toBe(true);
    expect(entries.filter(({ kind }) => kind === "machine.fault")).toEqual([]);
  });

  test("begins in the week of that start, so that it can be moved by whole weeks", async () => {
    const { script, programme } = await sampleOf(id);
    const first = script
      .map(({ at }) => at)
      .toSorted()[0]!
      .slice(0, 10);
    expect(isoWeekStart(first)).toBe(isoWeekStart(sampleStartOf(programme)));
  });

  test("names nobody who could be written to", async () => {
    const addresses = [...(await samplePeople(id))!.matchAll(/@[^,]+/g)].map(([address]) => address);
    expect(new Set(addresses)).toEqual(new Set(["@example.org"]));
  });
});
