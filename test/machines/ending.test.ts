// How a network ends: what was agreed at the end, and the next steps with its ideas, are reminded of after it has closed.
import { expect, test } from "vitest";
import { narrate, narrationOf } from "../../machines/narrate.ts";
import { lead, line, P1, play, sampleUpTo, SCRIPT } from "./play.ts";

const CLOSES = SCRIPT.find(({ trigger }) => trigger === "closeNetwork")!;
const MANAGER = "carla.engbjerg@example.org";
const followUps = [{ title: "Skriv erfaringerne sammen", owner: MANAGER, due: "2027-10-29" }];
const closed = (data: object) => ({ ...CLOSES, data: { ...CLOSES.data, ...data } });
const upTo = (...lines: Parameters<typeof sampleUpTo>[1][]) => sampleUpTo(CLOSES.at, ...lines);
const after = (run: ReturnType<typeof play>) =>
  run.entries.slice(run.entries.findIndex(({ kind }) => kind === "network.ended"));

test("what was agreed at the end is reminded of afterwards, to its owner, and late to the co-driver", () => {
  const run = play(upTo(closed({ followUps })), "2027-11-10");
  expect(run.state).toMatchObject({ ended: true });
  const told = after(run).filter(({ kind, subject }) => kind === "message.sent" && subject === "item:closing.1");
  expect(told.map(({ rule, at, told: to }) => [rule, at.slice(0, 10), to])).toEqual([
    ["task-2", "2027-10-27", [MANAGER]],
    ["task-overdue", "2027-11-01", [MANAGER]],
    ["task-codriver", "2027-11-01", ["bo.hedemark@example.org"]],
  ]);
});

test("that the network is to be evaluated is an end, too, with who does it and by when", () => {
  const run = play(upTo(closed({ outcome: "evaluate", followUps })), "2027-11-10");
  expect(run.state).toMatchObject({ ended: true, outcome: "evaluate" });
  const ended = run.entries.find(({ kind }) => kind === "network.ended")!;
  const narration = narrationOf(P1, { start: run.plan.start, language: "da", people: [] });
  expect(narrate(ended, narration)).toContain("netværket evalueres");
  expect(after(run).map(({ subject }) => subject)).toContain("item:closing.1");
});

test("the next step with an approved idea is reminded of until it is taken, and nothing else is", () => {
  const run = play(upTo(closed({})), "2028-03-01");
  const rules = after(run).flatMap(({ kind, rule, subject }) =>
    kind === "message.sent" ? [`${rule} ${subject}`] : [],
  );
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.filter((one) => !one.startsWith("followUp-"))).toEqual([]);
  const ideas = run.state.ideas.filter(({ state }) => state === "approved").map(({ id }) => id);
  const done = ideas.map((idea, index) => lead(`2027-10-0${index + 1}T09:00`, "completeFollowUp", { idea }));
  const quiet = play([...upTo(closed({})), ...done], "2028-03-01");
  expect(after(quiet).filter(({ kind }) => kind === "message.sent")).toEqual([]);
});

test("a closed network takes what completes it, and nothing more; with all done it is over", () => {
  const task = line("2027-10-05T09:00", MANAGER, "completeItem", { item: "closing.1" });
  const idea = lead("2027-10-05T10:00", "addIdea", { title: "For sent" });
  const open = play([...upTo(closed({ followUps })), task, idea], "2027-10-06");
  expect(open.refusals).toMatchObject([{ type: "addIdea", code: "ended" }]);
  expect(open.state.items["closing.1"]).toMatchObject({ state: "done" });
  const ideas = open.state.ideas.filter(({ state }) => state === "approved").map(({ id }) => id);
  const done = ideas.map((one) => lead("2027-10-05T11:00", "completeFollowUp", { idea: one }));
  const over = play([...upTo(closed({ followUps })), task, ...done], "2028-03-01");
  expect((over.network.state.actors["network"]!.snap as { status: string }).status).toBe("done");
});

test("what closes by itself does not once the network has ended", () => {
  const ballot = lead("2027-08-30T09:00", "openBallot", { method: "dots", closes: "2027-10-01" });
  const before = play([...upTo(ballot)], "2027-10-10");
  expect(before.refusals).toEqual([]);
  expect(before.entries.map(({ kind }) => kind)).toContain("ballot.closed");
  const run = play(upTo(ballot, closed({})), "2027-10-10");
  expect(after(run).map(({ kind }) => kind)).not.toContain("ballot.closed");
});

test("everybody hears that it has ended, and of nobody's follow-up is an owner made up", () => {
  const run = play(upTo(closed({ reason: "Vi er i mål" })), "2027-10-01");
  const told = run.entries.find(({ rule }) => rule === "network-closed")!;
  expect(told).toMatchObject({ kind: "message.sent", reason: "Vi er i mål" });
  expect(new Set(told.told).size).toBe(run.book.people.length);
  const nobody = closed({ followUps: [{ ...followUps[0]!, owner: "ingen@example.org" }] });
  const refused = play(upTo(nobody), "2027-10-01");
  expect(refused.refusals).toMatchObject([{ type: "closeNetwork" }]);
  expect(refused.state.ended).toBe(false);
});
