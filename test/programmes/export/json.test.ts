import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadProgramme } from "../../../library/programmes.ts";
import { jsonOf } from "../../../programmes/export/json.ts";
import type { Programme } from "../../../programmes/types.ts";
import { methods, parsed } from "../texts.ts";
import { parseProgramme } from "../../../programmes/parse.ts";
import { rich, shippedLayouts } from "./given.ts";

/** The programme that the exported text is read as, with or without the methods at hand. */
function again(programme: Programme, at: Record<string, string> = {}): Programme {
  const read = parseProgramme(jsonOf(programme), at, "en");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.programme;
}

describe("a programme as JSON", () => {
  test("is read again as the same programme, with everything in it that a programme can have", () => {
    expect(again(rich())).toStrictEqual(rich());
    expect(rich().openQuestions.length).toBeGreaterThan(8);
  });

  test("of every programme shipped is the same programme, with and without the methods", async () => {
    for (const { programme } of await shippedLayouts()) {
      expect(again(programme, methods)).toStrictEqual(programme);
      expect(again(programme)).toStrictEqual(programme);
    }
  });

  test("is JSON, in the order of the programme", () => {
    const file = JSON.parse(jsonOf(rich())) as { items: object; phases: object; method?: string };
    expect(Object.keys(file.items)).toEqual(rich().items.map(({ id }) => id));
    expect(Object.keys(file.phases)).toEqual(rich().phases.map(({ id }) => id));
    expect(file.method).toBe("none");
  });

  test("keeps every text as it was, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }),
        fc.string({ unit: "grapheme", minLength: 1 }),
        (da, en) => {
          const programme = {
            ...rich(),
            title: { da, en },
            description: { da: `${en}\u2028\ufeff\u0085${da}`, en: "?" },
          };
          expect(again(programme)).toStrictEqual(programme);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("of a programme read from a file is a file that reads the same", async () => {
    const read = await loadProgramme("innovationsnetvaerk");
    if ("problems" in read) throw new Error("unreadable");
    expect(parsed(jsonOf(read.programme))).toStrictEqual(read.programme);
  });
});
