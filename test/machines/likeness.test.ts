// Which ideas are said to be alike, and which are not.
import { expect, test } from "vitest";
import { alikeTo } from "../../machines/ideas/likeness.ts";

const said = (id: string, title: string, text?: string) => ({ id, title, ...(text !== undefined && { text }) });
const likeness = (one: string, other: string) => alikeTo(said("a", one), [said("b", other)])[0]?.likeness ?? 0;

test.each([
  ["Fast kontaktperson i tre måneder", "En fast kontaktperson til borgeren"],
  ["Kortere ventetid på hjælpemidler", "Ventetiden på hjælpemidlerne skal være kortere"],
  ["Fælles kalender", "faelles kalendere"],
  ["Møde på gaden", "Moede paa gaden"],
  ["CAFÉ for pårørende", "Cafe for de pårørende"],
  ["A shared calendar", "Sharing calendars"],
])("«%s» is like «%s»", (one, other) => {
  expect(likeness(one, other)).toBeGreaterThanOrEqual(0.4);
  expect(likeness(other, one)).toBe(likeness(one, other));
});

test.each([
  ["Ring op før borgeren ringer", "Min sag på en skærm i ventesalen"],
  ["Fælles journal for tre forvaltninger", "Fælles spisning om fredagen"],
  ["Det skal være en ny idé", "Det skal være for alle"],
])("«%s» is not like «%s»", (one, other) => expect(likeness(one, other)).toBe(0));

test("the same is as alike as can be, and the words they share are named as they are written", () => {
  const [alike] = alikeTo(said("a", "Kortere ventetid"), [said("b", "Kortere ventetid")]);
  expect(alike).toEqual({ id: "b", likeness: 1, words: ["kortere", "ventetid"] });
  const [other] = alikeTo(said("a", "Ventetiden ned"), [said("b", "Kort ventetid", "Ned med ventetiden")]);
  expect(other!.words).toEqual(["ventetiden", "ned"]);
});

test("what is said in the text counts, too, where the titles differ", () => {
  const text = "Borgeren får besked på sms, når hjælpemidlet er klar til afhentning";
  expect(alikeTo(said("a", "Besked", text), [said("b", "Sms", text)])[0]!.likeness).toBeGreaterThan(0.8);
});

test("the three most alike come, the most alike first, and never the idea itself", () => {
  const all = ["Fast vagt", "Fast vagtplan", "Fast vagtplan om natten", "Vagtplan", "Fast vagtplan i sommer"].map(
    (title, at) => said(`i${at}`, title),
  );
  const alike = alikeTo(all[1]!, all);
  expect(alike).toHaveLength(3);
  expect(alike.map(({ id }) => id)).not.toContain("i1");
  expect(alike.map((one) => one.likeness)).toEqual(alike.map((one) => one.likeness).toSorted((a, b) => b - a));
});

test("an idea without letters is like nothing", () => expect(alikeTo(said("a", "!!"), [said("b", "!!")])).toEqual([]));
