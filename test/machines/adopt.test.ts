// A new edition of a programme beside a network that runs, and adopted piece by piece.
import { describe, expect, test } from "vitest";
import { listProgrammes } from "../../library/programmes.ts";
import { piecesOf, type Piece } from "../../machines/adopt.ts";
import { withReason } from "../../machines/adopt-time.ts";
import { cloneOf } from "../../machines/clone.ts";
import { SHAPES } from "../../machines/trigger-shapes.ts";
import { initialView } from "../../machines/view.ts";
import { sampleStartOf } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Item, Phase, Programme } from "../../programmes/types.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { lead, P1, play } from "./play.ts";
import { line, sampleOf } from "./shipped.ts";

const WHEN = "2027-02-04T10:00";
const edit = (
  programme: Programme,
  items: Record<string, Partial<Item>>,
  phases: Record<string, Partial<Phase>> = {},
) => ({
  ...programme,
  version: programme.version + 1,
  items: programme.items.map((item): Item => ({ ...item, ...items[item.id] })),
  phases: programme.phases.map((phase): Phase => ({ ...phase, ...phases[phase.id] })),
});
const lines = (pieces: Piece[], at = WHEN): ScriptLine[] =>
  pieces.flatMap((piece) => withReason(piece.triggers, "Udgave 2").map(({ type, data }) => lead(at, type, data)));
const of = (pieces: Piece[], piece: string) => pieces.find((one) => one.piece === piece);
const summary = (pieces: Piece[]) => pieces.map(({ piece, triggers }) => [piece, triggers.map(({ type }) => type)]);

const plain: Pick<Item, "kind" | "phases" | "audience"> = {
  kind: "meeting",
  phases: ["design"],
  audience: ["coreMember"],
};
const EDITION: Programme = {
  ...edit(
    P1,
    {
      m1: { when: { week: 8 } },
      m2: { title: { da: "Feltmøde", en: "Field meeting" }, description: { da: "Nyt", en: "New" } },
      m4: { when: { date: "2027-04-23", time: "09:00", until: "12:00" }, place: "Rådhuset" },
    },
    { design: { when: { weeks: [5, 8] } } },
  ),
  rounds: 5,
};
EDITION.items = [
  ...EDITION.items.filter(({ id }) => id !== "m3"),
  { ...plain, id: "opsamling", title: { da: "Opsamling", en: "Summing up" }, when: { week: 26 } },
  { ...plain, id: "lovet", title: { da: "Lovet", en: "Promised" }, when: { unknown: true }, audience: ["borgmester"] },
];
const plan = planOf(P1, "2027-02-01");
const pieces = piecesOf(plan, initialView(plan, 0), EDITION);

describe("a new edition beside a network", () => {
  test("differs piece by piece, each with the triggers that adopt it", () => {
    expect(summary(pieces)).toEqual([
      ["rounds", []],
      ["phases.design", ["replanPhase"]],
      ["items.m1", ["tightenItem"]],
      ["items.m2", ["renameItem"]],
      ["items.m4", ["tightenItem", "pinItem"]],
      ["items.opsamling", ["addItem"]],
      ["items.lovet", []],
      ["items.m3", ["cancelItem"]],
    ]);
    expect(of(pieces, "items.m1")!.triggers[0]!.data).toEqual({ item: "m1", first: "2027-03-22", last: "2027-03-28" });
    expect(of(pieces, "items.m4")!.triggers[1]!.data).toEqual({
      item: "m4",
      start: "2027-04-23T09:00",
      end: "2027-04-23T12:00",
      place: "Rådhuset",
    });
  });

  test("says in words why a piece, or a part of it, cannot be adopted", () => {
    const why = (piece: string) => of(pieces, piece)!.why?.en;
    expect(why("rounds")).toContain("settled when the network was made");
    expect(why("items.m2")).toContain("does not change while the network runs: description");
    expect(why("items.lovet")).toContain("borgmester");
    expect([why("items.m1"), why("items.m3"), why("items.opsamling")]).toEqual([undefined, undefined, undefined]);
  });

  test("asks what the triggers' own shapes take", () => {
    for (const { type, data } of pieces.flatMap((piece) => withReason(piece.triggers, "Udgave 2")))
      expect([type, SHAPES[type].safeParse(data).error]).toEqual([type, undefined]);
  });

  test("every piece adopted, the plan in force is the edition's there, and the ledger says why", () => {
    const { refusals, book, entries } = play(lines(pieces), "2027-02-05");
    expect(refusals).toEqual([]);
    const after = piecesOf(book.plan, book.view, EDITION);
    expect(summary(after)).toEqual([
      ["rounds", []],
      ["items.m2", []],
      ["items.lovet", []],
    ]);
    expect(of(after, "items.m2")!.fields).toEqual(["description"]);
    const changes = entries.filter(({ reason }) => reason === "Udgave 2");
    expect(changes.map(({ kind }) => kind)).toEqual([
      "phase.replanned",
      "item.tightened",
      "item.renamed",
      "item.tightened",
      "item.added",
      "item.cancelled",
    ]);
  });
});

describe("what the network did itself", () => {
  const pinned = lead("2027-02-03T10:00", "pinItem", { item: "m1", start: "2027-03-18T09:00" });

  test("is no difference where the edition says what the programme said", () => {
    const { book } = play([pinned, lead("2027-02-03T11:00", "cancelItem", { item: "m3" })], "2027-02-04");
    expect(summary(piecesOf(book.plan, book.view, { ...P1, version: 2 }))).toEqual([["items.m3", []]]);
    expect(of(piecesOf(book.plan, book.view, P1), "items.m3")!.why!.en).toContain("has cancelled the item");
  });

  test("keeps its date against a vaguer one, and takes a new date by moving", () => {
    const { book } = play([pinned], "2027-02-04");
    const vaguer = piecesOf(book.plan, book.view, EDITION);
    expect([of(vaguer, "items.m1")!.triggers, of(vaguer, "items.m1")!.why!.en]).toEqual([
      [],
      expect.stringContaining("does not make it less precise"),
    ]);
    const within = piecesOf(book.plan, book.view, edit(P1, { m1: { when: { weeks: [6, 8] } } }));
    expect(within).toEqual([]);
    const dated = edit(P1, { m1: { when: { date: "2027-03-19", time: "09:00" } } });
    const [move] = piecesOf(book.plan, book.view, dated);
    expect(move!.triggers).toEqual([{ type: "moveItem", data: { item: "m1", start: "2027-03-19T09:00" } }]);
    const again = play([pinned, ...lines([move!])], "2027-02-05");
    expect(piecesOf(again.book.plan, again.book.view, dated)).toEqual([]);
  });

  test("what is over, or is only shown, stays", () => {
    const held = [pinned, lead("2027-03-18T15:00", "holdMeeting", { item: "m1" })];
    const { book } = play(held, "2027-03-19");
    const rest = P1.items.find(({ kind }) => kind === "break")!;
    const edition = {
      ...edit(P1, { [rest.id]: { title: { da: "Ferie", en: "Holiday" } } }),
      items: edit(P1, {}).items.filter(({ id }) => id !== "m1"),
    };
    expect(of(piecesOf(book.plan, book.view, edition), "items.m1")).toMatchObject({ triggers: [], kind: "removed" });
    const shown = piecesOf(book.plan, book.view, edit(P1, { [rest.id]: { title: { da: "Ferie", en: "Holiday" } } }));
    expect([shown[0]!.triggers, shown[0]!.why!.en]).toEqual([[], expect.stringContaining("kind break")]);
  });
});

describe("sessions", () => {
  test("get their own dates and places, and what counts from them follows", async () => {
    const { programme, play: played } = await sampleOf("faellesskabsagenter");
    const e6 = programme.items.find(({ id }) => id === "E6")!;
    const sessions = e6.sessions!.map((one) =>
      one.id === "west" ? { ...one, when: { date: "2014-09-16" }, place: "Vejle" } : { ...one, place: "Ringsted" },
    );
    const edition = edit(programme, { E6: { sessions }, E1: { when: { date: "2014-02-26" } } });
    const own = planOf(programme, "2014-02-25");
    const begun = played([], "2014-02-01").book;
    const found = piecesOf(own, begun.view, edition);
    expect(found.map(({ piece, triggers, why }) => [piece, triggers, why])).toEqual([
      ["items.E1", [{ type: "moveItem", data: { item: "E1", start: "2014-02-26" } }], undefined],
      [
        "items.E6",
        [
          { type: "moveItem", data: { item: "E6", session: "east", start: "2014-09-10", place: "Ringsted" } },
          { type: "moveItem", data: { item: "E6", session: "west", start: "2014-09-16", place: "Vejle" } },
        ],
        undefined,
      ],
    ]);
    const elsewhere = e6.sessions!.map((one) => (one.id === "east" ? { ...one, place: "Ringsted" } : one));
    const moved = piecesOf(own, begun.view, edit(programme, { E6: { sessions: elsewhere } }));
    expect(summary(moved)).toEqual([["items.E6", ["moveItem"]]]);
    const asking = found.flatMap((piece) =>
      withReason(piece.triggers, "Ny udgave").map(({ type, data }) =>
        line("2014-02-03T10:00", "networkLead", type, data),
      ),
    );
    const { book, refusals } = played(asking, "2014-02-04");
    expect(refusals).toEqual([]);
    expect(piecesOf(book.plan, book.view, edition)).toEqual([]);
    expect(book.view.items["H3"]!.sessions!["west"]).toMatchObject({ last: "2014-09-15" });
  });
});

test("no programme differs from itself, wherever its network starts, nor in a clone of that network", async () => {
  for (const programme of await listProgrammes()) {
    for (const start of [sampleStartOf(programme), "2028-02-29", "2031-11-14"]) {
      const own = planOf(programme, start);
      expect(piecesOf(own, initialView(own, 0), programme)).toEqual([]);
      const clone = cloneOf(own, initialView(own, 0), "2029-01-30").plan;
      expect(piecesOf(clone, initialView(clone, 0), programme)).toEqual([]);
    }
  }
});
