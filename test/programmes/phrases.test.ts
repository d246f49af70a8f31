import { stringify } from "yaml";
import { describe, expect, test } from "vitest";
import { readQuote } from "../../programmes/quote.ts";
import { parseProgramme } from "../../programmes/parse.ts";
import { whenSchema } from "../../programmes/when-schema.ts";
import { FUZZY } from "./quote-table-fuzzy.ts";
import { DAYS } from "./quote-table.ts";
import { parsed, problems, small } from "./texts.ts";

/** The small programme with a phrase as the time of its meeting. */
const withPhrase = (phrase: string) => {
  const text = small
    .replace("when: { week: 1 }\n    phases", `when: ${phrase}\n    phases`)
    .replace("weeks: 4", "weeks: 30");
  if (!text.includes(phrase)) throw new Error("the programme has no such line any more");
  return text;
};
const meeting = (phrase: string) => parsed(withPhrase(phrase)).items[0]!.when;
const questions = (phrase: string) => parsed(withPhrase(phrase)).openQuestions;

describe("a date as a phrase", () => {
  test.each([
    ["9.-10. april 2014", { days: ["2014-04-09", "2014-04-10"], quote: "9.-10. april 2014" }],
    ["25. februar 2014 kl. 9-16", { date: "2014-02-25", time: "09:00", until: "16:00" }],
    ["uge 17 eller 18", { either: [17, 18], quote: "uge 17 eller 18" }],
    ["week 10", { week: 10, quote: "week 10" }],
    ["marts 2014", { month: "2014-03", quote: "marts 2014" }],
    ["vinteren 2015/2016", { season: "winter 2015/2016", quote: "vinteren 2015/2016" }],
    ["27. august", { day: "08-27", quote: "27. august" }],
    ["2014-W17", { isoWeek: "2014-W17" }],
    ["2014-02-25", { date: "2014-02-25" }],
  ])("%s is read, and its words are kept", (phrase, when) => {
    expect(meeting(phrase)).toMatchObject(when);
  });

  test("has no quote where it is written as a computer would", () => {
    expect(meeting("2014-02-25")).toEqual({ date: "2014-02-25" });
  });

  test("means in a file what it means in a table that is read in, and its notes come along", () => {
    const phrases = [...DAYS, ...FUZZY]
      .filter((group) => group.year === undefined)
      .flatMap((group) => group.phrases.split(" | ").map((phrase) => phrase.trim()))
      .filter((phrase) => phrase !== "" && phrase !== "?");
    expect(phrases.length).toBeGreaterThan(300);
    for (const phrase of phrases) {
      const read = readQuote(phrase);
      const parsed = whenSchema.safeParse(phrase);
      expect([phrase, parsed.success]).toEqual([phrase, "when" in read]);
      if (!("when" in read)) continue;
      expect(parsed.data).toEqual({ ...read.when, ...(read.notes && { notes: read.notes }) });
      expect(whenSchema.safeParse(read.when)).toMatchObject({ success: true, data: read.when });
    }
  });

  test("may be that of a phase and of a session, and no note is left in a date", () => {
    const text = withPhrase("onsdag 25. februar 2014")
      .replace("when: { weeks: [2, 3] }", "when: uge 2-3")
      .replace(
        "    audience: [member]\n",
        "    audience: [member]\n    sessions: { east: { when: onsdag 25/2 2014 } }\n",
      );
    const programme = parsed(text);
    expect(programme.items[0]!.sessions).toEqual([
      { id: "east", when: { date: "2014-02-25", quote: "onsdag 25/2 2014" } },
    ]);
    expect(programme.phases[1]!.when).toEqual({ weeks: [2, 3], quote: "uge 2-3" });
    expect(programme.openQuestions.map(({ path }) => path)).toEqual(["items.m1.when", "items.m1.sessions.east.when"]);
    expect(JSON.stringify({ ...programme, openQuestions: [] })).not.toContain("notes");
  });
});

describe("what the reader is not sure of becomes a question", () => {
  test.each([
    ["onsdag 25. februar 2014", /«Møde».*onsdag.*tirsdag/, /"Meeting".*Wednesday.*Tuesday/],
    ["25/2-14", /2014/, /2014/],
    ["evt. 25. februar 2014", /ikke sikker/, /not sure/],
    ["løbende", /løbende/, /all the time/],
    ["efter sommerferien", /ikke er et punkt/, /no item/],
  ])("%s", (phrase, da, en) => {
    expect(questions(phrase)).toEqual([
      {
        code: "open",
        path: "items.m1.when",
        text: { da: expect.stringMatching(da) as string, en: expect.stringMatching(en) as string },
      },
    ]);
  });

  test("a phrase that is plain asks nothing, and ? asks what it always asked", () => {
    expect(questions("uge 3")).toEqual([]);
    expect(questions('"?"')).toMatchObject([{ text: { en: 'The source does not say when "Meeting" is.' } }]);
    expect(meeting('"?"')).toEqual({ unknown: true });
  });
});

describe("a phrase that cannot be read is told at its line, with why and what to write instead", () => {
  test.each([
    ["31. april 2014", /no day/],
    ["9.-10. april", /year is missing/],
    ["på rådhuset", /cannot be read as a time/],
    ["10.-9. april 2014", /before it begins/],
    ["feb 14", /more than one way/],
  ])("%s", (phrase, why) => {
    const found = problems(withPhrase(phrase));
    expect(found).toEqual([
      {
        code: "shape",
        path: "items.m1.when",
        line: 33,
        column: 5,
        message: expect.stringMatching(why) as string,
        hint: expect.stringMatching(/week 17 or 18.*"\?"/) as string,
      },
    ]);
    expect(found[0]!.message).toContain(phrase);
  });

  test("in Danish, and without sending anybody to a table that is not there", () => {
    const read = parseProgramme(withPhrase("9.-10. april"), {}, "da");
    expect("problems" in read && read.problems).toMatchObject([
      { message: "items.m1.when kan ikke læses af «9.-10. april»: Året mangler, og det gættes ikke." },
    ]);
  });

  test.each(["22.11", "17", "", "true", "[uge 10]"])("%j is no phrase, and what to write is said", (written) => {
    const found = problems(withPhrase(written === "" ? "# intet" : written));
    expect(found).toMatchObject([{ path: "items.m1.when", line: 33 }]);
    expect(found[0]!.hint).toMatch(/in quotes|"\?"/);
  });

  test("a phrase that names an item which is not there is told with what was meant", () => {
    expect(problems(withPhrase("før m2"))).toMatchObject([{ path: "items.m1.when", hint: 'Did you mean "m1"?' }]);
  });

  test("a phrase keeps its place in a long file", () => {
    const items = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [
        `t${n}`,
        { kind: "task", title: { da: "x", en: "x" }, when: n === 30 ? "32. maj 2027" : "uge 2" },
      ]),
    );
    const text = `${small.replace(/\nitems:[\s\S]*$/, "\n")}${stringify({ items })}`;
    const line = text.split("\n").findIndex((one) => one.includes("32. maj")) + 1;
    expect(problems(text)).toMatchObject([{ path: "items.t30.when", line }]);
  });
});
