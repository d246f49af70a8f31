import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuote } from "../../programmes/quote.ts";
import { FUZZY } from "./quote-table-fuzzy.ts";
import { DAYS, type Group } from "./quote-table.ts";

const phrasesOf = ({ phrases }: Group): string[] => phrases.split(/ +\| +|\n +\| +/);
const GROUPS = [...DAYS, ...FUZZY];
const readable = GROUPS.flatMap((group) =>
  "when" in group ? phrasesOf(group).map((phrase) => ({ phrase, group })) : [],
);
const unreadable = GROUPS.flatMap((group) =>
  "why" in group ? phrasesOf(group).map((phrase) => ({ phrase, group })) : [],
);
const optionsOf = ({ year }: Group) => (year === undefined ? {} : { year });

describe("the table of phrases", () => {
  it("has at least 300, each once for a year", () => {
    const keys = [...readable, ...unreadable].map(({ phrase, group }) => `${phrase} ${group.year ?? ""}`);
    expect(keys.length).toBeGreaterThan(450);
    expect(keys.filter((key, n) => keys.indexOf(key) !== n)).toEqual([]);
  });

  it.each(readable)("«$phrase» is $group.when", ({ phrase, group }) => {
    expect(seen(phrase, group)).toEqual({
      when: group.when,
      quoted: true,
      notes: notesOf(group),
    });
  });

  it.each(unreadable)("«$phrase» is not read, and says why", ({ phrase, group }) => {
    expect(readQuote(phrase, optionsOf(group))).toEqual({
      unreadable: { da: expect.any(String), en: expect.stringMatching(group.why) },
    });
  });
});

const notesOf = ({ noted }: { noted?: RegExp }): unknown => (noted ? expect.stringMatching(noted) : "");

/** What was read, the notes in English as one text. */
function seen(phrase: string, group: Group) {
  const read = readQuote(phrase, optionsOf(group));
  if ("unreadable" in read) return read;
  const { quote, ...when } = read.when;
  return { when, quoted: quote !== undefined, notes: (read.notes ?? []).map(({ en }) => en).join(" ") };
}

describe("the source's own words", () => {
  it("stand in the quote, trimmed, white space as it is read", () => {
    const quote = (text: string) => {
      const read = readQuote(text);
      return "when" in read ? read.when.quote : undefined;
    };
    expect(quote("  Tirsdag d. 25. Februar 2014 ")).toBe("Tirsdag d. 25. Februar 2014");
    expect(quote("9.–10.\u00a0april\n2014")).toBe("9.–10. april 2014");
    expect(quote("ukendt")).toBe("ukendt");
  });

  it.each([
    ["2014-02-25", { date: "2014-02-25" }],
    ["2014-02-25T09:00", { date: "2014-02-25", time: "09:00" }],
    ["2014-03", { month: "2014-03" }],
    ["2014-W17", { isoWeek: "2014-W17" }],
    ["2014-04-09/2014-04-10", { days: ["2014-04-09", "2014-04-10"] }],
    ["2014-04/2014-05", { months: ["2014-04", "2014-05"] }],
    ["", { unknown: true }],
    [" \u00a0 ", { unknown: true }],
  ])("are left out where they were already in ISO form or there are none: «%s»", (text, when) => {
    expect(readQuote(text)).toEqual({ when });
  });
});

describe("any date", () => {
  const MONTHS_DA = "januar februar marts april maj juni juli august september oktober november december".split(" ");
  const MONTHS_EN = "January February March April May June July August September October November December".split(" ");
  const WEEKDAYS_DA = "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(" ");
  type Day = { iso: string; y: number; m: number; d: number; weekday: number };
  const styles: [name: string, write: (day: Day) => string][] = [
    ["25. februar 2014", ({ y, m, d }) => `${d}. ${MONTHS_DA[m - 1]} ${y}`],
    ["25. feb. 2014", ({ y, m, d }) => `${d}. ${MONTHS_DA[m - 1]!.slice(0, 3)}. ${y}`],
    [
      "tirsdag d. 25. februar 2014",
      ({ y, m, d, weekday }) => `${WEEKDAYS_DA[weekday]} d. ${d}. ${MONTHS_DA[m - 1]} ${y}`,
    ],
    ["25/2 2014", ({ y, m, d }) => `${d}/${m} ${y}`],
    ["25/2-2014", ({ y, m, d }) => `${d}/${m}-${y}`],
    ["25.02.2014", ({ y, m, d }) => `${two(d)}.${two(m)}.${y}`],
    ["25-02-2014", ({ y, m, d }) => `${two(d)}-${two(m)}-${y}`],
    ["2014-02-25", ({ iso }) => iso],
    ["25 February 2014", ({ y, m, d }) => `${d} ${MONTHS_EN[m - 1]} ${y}`],
    ["February 25, 2014", ({ y, m, d }) => `${MONTHS_EN[m - 1]} ${d}, ${y}`],
    ["Feb 25, 2014", ({ y, m, d }) => `${MONTHS_EN[m - 1]!.slice(0, 3)} ${d}, ${y}`],
    ["upper case", ({ y, m, d }) => `${d}. ${MONTHS_DA[m - 1]!.toUpperCase()} ${y}`],
  ];
  const two = (count: number) => String(count).padStart(2, "0");
  const anyDay = fc
    .date({ min: new Date("1950-01-01T00:00:00Z"), max: new Date("2150-12-31T00:00:00Z"), noInvalidDate: true })
    .map((date): Day => {
      const iso = date.toISOString().slice(0, 10);
      const [y = 0, m = 0, d = 0] = iso.split("-").map(Number);
      return { iso, y, m, d, weekday: (date.getUTCDay() + 6) % 7 };
    });

  it.each(styles)("written as «%s» reads back as itself, without a note", (_, write) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = write(day);
        const quote = text === day.iso ? {} : { quote: text };
        expect(readQuote(text)).toEqual({ when: { date: day.iso, ...quote } });
      }),
      { numRuns: 150 },
    );
  });

  it("written with a time of day keeps both", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 22 }),
        fc.integer({ min: 0, max: 59 }),
        ({ iso, y, m, d }, hour, minute) => {
          const [time, until] = [`${two(hour)}:${two(minute)}`, `${two(hour + 1)}:${two(minute)}`];
          const read = readQuote(
            `${d}. ${MONTHS_DA[m - 1]} ${y} kl. ${hour}.${two(minute)}-${hour + 1}.${two(minute)}`,
          );
          expect(read).toMatchObject({ when: { date: iso, time, until } });
        },
      ),
    );
  });

  it("and a later one are read as the days from one to the other", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        fc.pre(one.iso < other.iso);
        const read = readQuote(`${one.d}. ${MONTHS_DA[one.m - 1]} ${one.y} - ${other.d}/${other.m} ${other.y}`);
        expect(read).toMatchObject({ when: { days: [one.iso, other.iso] } });
      }),
    );
  });

  it("with another day's weekday is noted", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 6 }), ({ iso, y, m, d, weekday }, off) => {
        const read = readQuote(`${WEEKDAYS_DA[(weekday + off) % 7]} ${d}/${m} ${y}`);
        expect(read).toMatchObject({ when: { date: iso }, notes: [{ da: expect.stringContaining("Kilden siger") }] });
      }),
    );
  });
});

describe("anything at all", () => {
  const known = [
    "uge",
    "maj",
    "9",
    "10.",
    "2014",
    "-",
    "/",
    ".",
    ",",
    "kl.",
    "og",
    "eller",
    "før",
    "mellem",
    "E5",
    "(",
    ")",
    "tirsdag",
    "primo",
    "forår",
    "?",
    "Dag",
    "to",
    "'14",
    "12:30",
  ];

  it("is read or not, and never throws", () => {
    const soup = fc.array(fc.constantFrom(...known), { maxLength: 45 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), soup),
        fc.option(fc.integer()),
        (text, year) => {
          const read = readQuote(text, year === null ? {} : { year });
          expect("when" in read || "unreadable" in read).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("that repeats itself to the longest length is answered too", () => {
    for (const word of [
      "1. ",
      "1,",
      "1-",
      "1.1.",
      "maj ",
      "uge 1 ",
      "uge 1,",
      "kl. 9 ",
      "9-9 ",
      "Dag 1 ",
      "E1-",
      "tirsdag ",
    ])
      expect(readQuote(word.repeat(160 / word.length))).toBeDefined();
  });
});
