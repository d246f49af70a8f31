// What random scripts have found, each as the few lines that showed it.
import { expect, test } from "vitest";
import { journalContribution } from "../../machines/journal.ts";
import { consequencesOf } from "../../machines/preview.ts";
import { lead, play } from "./play.ts";
import { line, sampleOf } from "./shipped.ts";

test("a vote and another name leave what is planned to be said", async () => {
  const pinned = lead("2027-02-03T10:00", "pinItem", { item: "m1", start: "2027-03-18T09:00" });
  const renamed = lead("2027-02-04T10:00", "renameItem", { item: "m1", title: "Opstart" });
  const { planned } = play([pinned, renamed], "2027-02-05").book.view;
  const ofMeeting = Object.values(planned).filter(({ subject }) => subject === "item:m1");
  expect(ofMeeting.map(({ rule }) => rule)).toEqual(["meeting-14", "meeting-7", "meeting-2", "minutes-3", "minutes-7"]);

  const { script, play: playP3 } = await sampleOf("borgerservice");
  const put = script.filter(({ data }) => data?.["item"] === "D1").slice(0, 2);
  expect(put.map(({ trigger }) => trigger)).toEqual(["propose", "decide"]);
  expect(Object.keys(playP3(put, "2014-10-29").book.view.planned)).toContain("item:D1|decision-7");
});

test("one session is as it was before, and the others as they are", async () => {
  const { play: playP4 } = await sampleOf("beskaeftigelsesindsats");
  const of = (at: string, trigger: string, data: object) => line(at, "networkLead", trigger, { ...data, reason: "x" });
  const one = { item: "planlaegning", session: "kommune-4", first: "2020-05-02", last: "2020-05-21" };
  const tightened = of("2020-05-04T10:00", "tightenItem", one);
  const { seq } = playP4([tightened], "2020-05-05").ledger.findLast(({ kind }) => kind === "item.tightened")!;
  const again = line("2020-05-06T10:00", "networkLead", "pinItem", {
    item: one.item,
    session: one.session,
    start: "2020-05-07",
  });
  const { refused, network } = playP4([tightened, of("2020-05-05T10:00", "undo", { seq }), again], "2020-05-08");
  expect(refused).toEqual([]);
  const { context } = network.state.actors["item:planlaegning"]!.snap as { context: { sessions: object } };
  expect(Object.keys(context.sessions)).toEqual(["kommune-1", "kommune-2", "kommune-3", "kommune-4"]);
});

test("an item that never had a date is called off, and that is taken back", () => {
  const off = lead("2027-02-03T10:00", "cancelItem", { item: "m1" });
  const { seq } = play([off], "2027-02-04").ledger.findLast(({ kind }) => kind === "item.cancelled")!;
  const back = lead("2027-02-03T11:00", "undo", { seq, reason: "Tastefejl" });
  const pinned = lead("2027-02-03T12:00", "pinItem", { item: "m1", start: "2027-03-18T09:00" });
  expect(play([off, back], "2027-02-04").book.view.items["m1"]).toMatchObject({ state: "planned" });
  const { refused, state } = play([off, back, pinned], "2027-02-04");
  expect(refused).toEqual([]);
  expect(state.items["m1"]).toEqual({ state: "pinned", start: "2027-03-18T09:00:00+01:00" });
});

test("a preview names whom it tells, also where that person joins by it", async () => {
  const { play: playP2 } = await sampleOf("faellesskabsagenter");
  const { book } = playP2([], "2014-05-05");
  const person = { id: "new", name: "Ny", email: "ny@example.org", language: "da" as const, roles: ["agent"] };
  const row = { at: book.view.now, kind: "person.joined" as const, subject: "network", key: "k" };
  const contribution = { kind: "person.joined" as const, person: "new", key: "k", at: book.view.now, data: {} };
  const { told } = consequencesOf(book, journalContribution(book, row, contribution, { do: "join", person }));
  expect(told.length).toBeGreaterThan(0);
  expect(told.map(({ people }) => people.map(({ id }) => id))).toEqual(told.map(() => ["new"]));
});

test("who declines a session is told nothing of it", async () => {
  const { play: playP2 } = await sampleOf("faellesskabsagenter");
  const declined = line("2014-02-26T09:00", "consultant", "answer", {
    item: "E6",
    session: "west",
    answer: "declined",
  });
  const { ledger, deliveries } = playP2([declined], "2014-02-27");
  const { seq } = ledger.find(({ kind }) => kind === "answer.given")!;
  expect(deliveries.filter((one) => one.seq > seq)).toEqual([]);
});

test("what is called off and taken back reminds again of its old date", async () => {
  const { play: playP2 } = await sampleOf("faellesskabsagenter");
  const of = (at: string, trigger: string, data: object) => line(at, "networkLead", trigger, { ...data, reason: "x" });
  const off = of("2014-01-29T09:00", "cancelItem", { item: "H4" });
  const { seq } = playP2([off], "2014-01-29").ledger.findLast(({ kind }) => kind === "item.cancelled")!;
  const planned = (script: (typeof off)[]) => playP2(script, "2014-01-31").book.view.planned;
  expect(planned([off])).not.toHaveProperty(["item:H4|homework-7"]);
  expect(planned([off, of("2014-01-30T09:00", "undo", { seq })])).toEqual(planned([]));
});

test("nobody leaves who alone may decide on ideas in test", () => {
  const leaves = (person: string) => lead("2027-02-03T10:00", "removePerson", { person });
  const { refused } = play([leaves("carla.engbjerg@example.org"), leaves("ellen.roerdam@example.org")], "2027-02-04");
  expect(refused.map(({ cue, result }) => [cue.data["person"], result.why.en.slice(0, 68)])).toEqual([
    ["carla.engbjerg@example.org", "carla.engbjerg@example.org alone holds the role referenceManager, wh"],
  ]);
});
