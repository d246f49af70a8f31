// A new plan from a network that has run: what it takes with it, and from where it counts.
import { describe, expect, test } from "vitest";
import { listProgrammes } from "../../library/programmes.ts";
import { piecesOf } from "../../machines/adopt.ts";
import { cloneOf } from "../../machines/clone.ts";
import { ownPlan } from "../../machines/clone-plan.ts";
import { initialView } from "../../machines/view.ts";
import { simulate } from "../../machines/simulate.ts";
import { addDays, daysBetween } from "../../programmes/calendar.ts";
import { sampleStartOf } from "../../programmes/dates.ts";
import { readEnd } from "../../programmes/instant.ts";
import { lintProgramme } from "../../programmes/lint.ts";
import { parseProgramme } from "../../programmes/parse.ts";
import { planOf } from "../../programmes/plan.ts";
import { yamlOf } from "../../programmes/shift-file.ts";
import type { Plan, Programme } from "../../programmes/types.ts";
import { lead, play, START } from "./play.ts";
import { line, sampleOf } from "./shipped.ts";

const LATER = "2028-02-02";
const MONDAYS = daysBetween(START, "2028-01-31");

/** The plan's programme as it is read from its own file. */
function reread({ programme }: Plan): Programme {
  const read = parseProgramme(yamlOf(programme), {}, "en");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.programme;
}
const itemOf = ({ programme }: Plan, id: string) => programme.items.find((item) => item.id === id);

const extra = { id: "ekstra", kind: "meeting", title: "Ekstra møde", audience: ["coreMember"] };
const changed = play(
  [
    lead("2027-02-03T10:00", "pinItem", {
      item: "m1",
      start: "2027-03-18T09:00",
      end: "2027-03-18T12:00",
      place: "Sal 2",
    }),
    lead("2027-02-03T10:01", "moveItem", { item: "m1", start: "2027-03-25T09:00", end: "2027-03-25T12:00" }),
    lead("2027-02-03T10:02", "renameItem", { item: "m2", title: { da: "Felt", en: "Field" } }),
    lead("2027-02-03T10:03", "cancelItem", { item: "m3", reason: "Ingen tid" }),
    lead("2027-02-03T10:04", "addItem", { ...extra, start: "2027-03-20T13:00", reason: "Behov" }),
    lead("2027-02-03T10:05", "addItem", { id: "loest", kind: "task", title: "Løst", reason: "Behov" }),
    lead("2027-02-03T10:06", "addItem", {
      id: "fri",
      kind: "break",
      title: "Fri",
      first: "2027-04-01",
      last: "2027-04-02",
      reason: "x",
    }),
    lead("2027-02-03T10:07", "tightenItem", { item: "m2", first: "2027-04-05", last: "2027-04-06", reason: "Salen" }),
    lead("2027-02-03T10:08", "replanPhase", { phase: "design", last: "2027-04-04", reason: "Forsinket" }),
  ],
  "2027-02-04",
);
const clone = cloneOf(changed.plan, changed.book.view, LATER).plan;

describe("a clone of a network in weeks", () => {
  test("has what was added and renamed, and not what was cancelled", () => {
    expect(changed.refusals).toEqual([]);
    expect(itemOf(clone, "m2")!.title).toEqual({ da: "Felt", en: "Field" });
    expect(itemOf(clone, "ekstra")).toMatchObject({ kind: "meeting", audience: ["coreMember"] });
    expect([itemOf(clone, "m3"), clone.intervals["m3"]]).toEqual([undefined, undefined]);
  });

  test("keeps each date that was set in its programme week, and says it as its own", () => {
    const day = addDays("2027-03-25", MONDAYS);
    expect(itemOf(clone, "m1")).toMatchObject({ when: { date: day, time: "09:00", until: "12:00" }, place: "Sal 2" });
    expect(itemOf(clone, "m1")!.when.quote).toBeUndefined();
    expect(clone.intervals["m1"]).toMatchObject({ from: day, to: day, precision: "time", time: "09:00" });
    expect(clone.intervals["ekstra"]).toMatchObject({ from: addDays("2027-03-20", MONDAYS), time: "13:00" });
    expect(clone.intervals["m2"]).toMatchObject({ from: addDays("2027-04-05", MONDAYS), precision: "week" });
    expect(itemOf(clone, "m2")!.when).toMatchObject({ week: 10 });
    expect(clone.programme.phases.find(({ id }) => id === "design")!.when).toEqual({
      days: ["2027-03-01", "2027-04-04"].map((date) => addDays(date, MONDAYS)),
      label: "Fase 2",
    });
    expect(clone.intervals["focusing"]).toMatchObject({ from: addDays("2027-03-15", MONDAYS) });
  });

  test("is a programme that holds, asking of what has no date yet, and JSON throughout", () => {
    expect(reread(clone)).toEqual(clone.programme);
    expect(lintProgramme(clone.programme, { start: clone.start }).errors).toEqual([]);
    expect(JSON.parse(JSON.stringify(clone))).toEqual(clone);
    expect(clone.programme.openQuestions.map(({ path }) => path)).toContain("items.loest.when");
    expect(itemOf(clone, "fri")!.extent).toBe("partial");
  });

  test("runs as the first did: the meeting that was set is dated from the first, and reminds", () => {
    const people = changed.book.people;
    const { book, ledger } = simulate({
      plan: clone,
      title: "Igen",
      people,
      cues: [],
      until: readEnd("2028-04-01", "Europe/Copenhagen")!,
    });
    expect(book.view.items["m1"]!.state).toBe("pinned");
    const sent = ledger.filter(({ kind, subject }) => kind === "message.sent" && subject === "item:m1");
    expect(sent.map(({ rule }) => rule)).toEqual([
      "meeting-invitation",
      "meeting-14",
      "meeting-7",
      "meeting-2",
      "minutes-3",
      "minutes-7",
    ]);
  });

  test("of a clone that nothing has changed is that plan, elsewhere", () => {
    const again = cloneOf(clone, initialView(clone, 0), START).plan;
    expect(again.intervals["m1"]).toMatchObject({ from: "2027-03-25" });
    expect(again.programme.phases).toEqual(ownPlan(changed.plan, changed.book.view).programme.phases);
  });
});

test("of a network that has only begun is the programme itself, from the new start", async () => {
  for (const programme of await listProgrammes()) {
    const start = sampleStartOf(programme);
    const plan = planOf(programme, start);
    const own = ownPlan(plan, initialView(plan, 0));
    expect(own).toEqual(plan);
    const moved = cloneOf(plan, initialView(plan, 0), "2029-01-30").plan;
    expect(reread(moved)).toEqual(moved.programme);
  }
});

test("at any point of each sample there is a plan that holds, and from its own start it is that plan again", async () => {
  for (const { id } of await listProgrammes()) {
    const { script, play: played } = await sampleOf(id);
    const days = script.map(({ at }) => at.slice(0, 10)).toSorted();
    for (const day of [days[Math.floor(days.length / 3)]!, days[Math.floor((2 * days.length) / 3)]!, "2028-12-31"]) {
      const { book, plan } = played(script, day);
      const own = ownPlan(plan, book.view);
      expect(reread(own)).toEqual(own.programme);
      expect(cloneOf(plan, book.view, plan.start).moves).toEqual([]);
      const later = cloneOf(plan, book.view, addDays(plan.start, 364)).plan;
      expect(reread(later)).toEqual(later.programme);
      const dated = later.programme.items.filter(({ when }) => "date" in when).map((item) => item.id);
      const gaps = dated.map((item) => daysBetween(own.intervals[item]!.from!, later.intervals[item]!.from!));
      expect(new Set([364, ...gaps])).toEqual(new Set([364]));
      const piecesThere = piecesOf(plan, book.view, plan.programme);
      expect(piecesThere.flatMap(({ triggers }) => triggers)).toEqual([]);
    }
  }
});

describe("a clone of a dated network", () => {
  test("keeps sessions, offsets from the start and what counts from others", async () => {
    const { play: played } = await sampleOf("faellesskabsagenter");
    const { book, plan, refusals } = played(
      [
        line("2014-02-10T10:00", "networkLead", "moveItem", {
          item: "E6",
          session: "west",
          start: "2014-09-18",
          place: "Vejle",
        }),
        line("2014-02-10T10:01", "networkLead", "moveItem", { item: "E1", start: "2014-03-04" }),
        line("2014-02-10T10:02", "networkLead", "moveItem", { item: "E8", start: "2014-12-04", place: "Odense" }),
      ],
      "2014-02-11",
    );
    expect(refusals).toEqual([]);
    const clone2 = cloneOf(plan, book.view, "2015-02-24").plan;
    expect(itemOf(clone2, "E6")!.sessions!.map(({ id, when, place }) => [id, when, place])).toEqual([
      ["east", { date: "2015-09-09", quote: "10. september 2014" }, "Kulturstationen Vanløse, Kvansalen"],
      ["west", { date: "2015-09-17" }, "Vejle"],
    ]);
    expect(clone2.intervals["H3"]!.sessions!["west"]).toMatchObject({ from: "2015-05-20", to: "2015-09-16" });
    expect([clone2.start, clone2.intervals["E1"]!.from]).toEqual(["2015-02-24", "2015-03-03"]);
    expect(itemOf(clone2, "E8")!.place).toBe("Odense");
    expect(clone2.programme.openQuestions.map(({ path }) => path)).not.toContain("items.E8.place");
    expect(reread(clone2)).toEqual(clone2.programme);
  });

  test("without a cancelled meeting: what counted from it keeps its window", async () => {
    const { play: played } = await sampleOf("faellesskabsagenter");
    const { book, plan } = played(
      [line("2014-02-10T10:00", "networkLead", "cancelItem", { item: "E5" })],
      "2014-02-11",
    );
    const clone2 = cloneOf(plan, book.view, "2014-02-25").plan;
    expect(itemOf(clone2, "H3")!.when).toMatchObject({ days: ["2014-05-21", "2014-09-10"] });
    expect(reread(clone2)).toEqual(clone2.programme);
  });

  test("a criterion that asked for what was cancelled goes with it, and the programme says so", async () => {
    const { programme, play: played } = await sampleOf("faellesskabsagenter");
    const held = { id: "moedt", title: { da: "Mødt", en: "Met" }, fact: "held:E5", atLeast: "moeder" };
    const asking = { ...programme, needs: { closeNetwork: [held] }, parameters: { moeder: 1 } };
    const { book, plan } = played(
      [line("2014-02-10T10:00", "networkLead", "cancelItem", { item: "E5" })],
      "2014-02-11",
      asking,
    );
    const { programme: own } = ownPlan(plan, book.view);
    expect([own.needs, own.parameters]).toEqual([{ closeNetwork: [] }, {}]);
    expect(own.openQuestions).toContainEqual({
      code: "ours",
      path: "programme",
      text: expect.objectContaining({ en: expect.stringContaining('"Met" is left out') }) as unknown,
    });
    expect(reread({ ...plan, programme: own })).toEqual(own);
  });
});
