import { describe, expect, it } from "vitest";
import { xml } from "../programmes/picture-given.ts";
import { fremdrift } from "./given.ts";

const P1 = "programme diagram innovationsnetvaerk --format svg";

describe("programme diagram", () => {
  it("writes the statechart, or the timeline, in the language asked for", async () => {
    const chart = await fremdrift(P1);
    expect(chart.code).toBe(0);
    expect(chart.out).toContain("Slutter, når");
    expect(xml(chart.out.trimEnd()).name).toBe("svg");
    const line = await fremdrift(`${P1} --kind timeline --start 2027-02-01 --lang en`);
    expect(line.out).toContain("Timeline");
    expect(line.out).toContain("first day 1 Feb 2027");
  });

  it("gives the same SVG in a JSON document", async () => {
    expect((await fremdrift(`${P1} --json`)).json()).toEqual({ svg: (await fremdrift(P1)).out.trimEnd() });
  });

  it("says which formats and kinds there are", async () => {
    const format = await fremdrift("programme diagram innovationsnetvaerk --format png");
    expect([format.code, format.err]).toEqual([2, "--format «png» findes ikke.\nDer er: svg.\n"]);
    const kind = await fremdrift(`${P1} --kind pie --lang en`);
    expect([kind.code, kind.err]).toEqual([2, "There is no --kind «pie».\nThere are: statechart, timeline.\n"]);
    expect((await fremdrift("programme diagram innovationsnetvaerk")).code).toBe(2);
    expect((await fremdrift(`${P1} --start 2027-02-30`)).code).toBe(2);
  });
});
