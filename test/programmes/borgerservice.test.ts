import { beforeAll, describe, expect, test } from "vitest";
import { firstDateOf, startInYear } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Item, Plan, Programme } from "../../programmes/types.ts";
import { dated, daysOf, ids, shipped, warned } from "./shipped.ts";

let programme: Programme;
let plan: Plan;
beforeAll(async () => {
  programme = await shipped("borgerservice");
  plan = planOf(programme, firstDateOf(programme)!);
});
const item = (id: string) => programme.items.find((one) => one.id === id)!;

type Row = (string | undefined)[];
const AUTUMN: Row = ["2014-09-01", "2014-11-30", "season", "efterår 2014"];
const WINTER: Row = ["2014-12-01", "2015-02-28", "season", "vinter 2015"];
const SPRING: Row = ["2015-03-01", "2015-05-31", "season", "forår 2015"];
const SPRING_SUMMER: Row = ["2015-03-01", "2015-08-31", "season", "forår/sommer 2015"];
const NEXT_WINTER: Row = ["2015-12-01", "2016-02-29", "season", "vinter 2015/2016"];
const LOST: Row = [undefined, undefined, "unknown", "ultimo ?"];

/** id, when, label: the six phases. */
const PHASES: [string, Row, string][] = [
  ["konsolidering", AUTUMN, "Fase 0"],
  ["behov", WINTER, "Fase 1"],
  ["servicebegreb", WINTER, "Fase 2"],
  ["profil", SPRING, "Fase 3"],
  ["uddannelser", SPRING_SUMMER, "Fase 4"],
  ["udbud", NEXT_WINTER, "Fase 5"],
];

/** id, kind, when, phase, audience. */
const TABLE: [string, Item["kind"], Row, string, string][] = [
  ["praesentation", "task", AUTUMN, "konsolidering", "networkLead"],
  ["bud", "deliverable", AUTUMN, "konsolidering", "municipalRepresentative"],
  ["droeft-plan", "task", AUTUMN, "konsolidering", "projectGroup"],
  ["udarbejd-plan", "deliverable", AUTUMN, "konsolidering", "networkLead"],
  ["D1", "decision", AUTUMN, "konsolidering", "steeringGroup"],
  ["ideseminar", "meeting", WINTER, "behov", ""],
  ["workshops", "meeting", WINTER, "behov", ""],
  ["interview", "task", WINTER, "behov", "networkLead"],
  ["resultat-behov", "deliverable", WINTER, "behov", "networkLead"],
  ["udpeg-interviewede", "task", WINTER, "servicebegreb", "municipalRepresentative"],
  ["interview-virksomheder", "task", WINTER, "servicebegreb", "networkLead"],
  ["interview-borgere", "task", WINTER, "servicebegreb", "networkLead"],
  ["resultat-servicebegreb", "deliverable", WINTER, "servicebegreb", "networkLead"],
  ["profilforslag", "deliverable", SPRING, "profil", "externalConsultant partyConsultant"],
  ["projektgruppemoede", "meeting", SPRING, "profil", "projectGroup"],
  ["D2", "decision", SPRING, "profil", "projectGroup"],
  ["D3", "decision", SPRING, "profil", "steeringGroup"],
  ["kortlaegning", "deliverable", SPRING_SUMMER, "uddannelser", "networkLead"],
  ["uddannelse-findes", "decision", SPRING_SUMMER, "uddannelser", "steeringGroup"],
  ["D4", "decision", SPRING_SUMMER, "uddannelser", "steeringGroup"],
  ["pilot", "meeting", NEXT_WINTER, "udbud", "manager staff"],
  ["evaluer-pilot", "monitoring", NEXT_WINTER, "udbud", ""],
  ["udbyd", "task", NEXT_WINTER, "udbud", "networkLead"],
  ["formidl", "task", NEXT_WINTER, "udbud", "networkLead"],
  ["slutevaluering", "monitoring", LOST, "", ""],
  ["opsamling", "deliverable", LOST, "", "networkLead"],
];

describe("P3, row by row", () => {
  test("has six phases and the items of the source, in its order", () => {
    expect(ids(programme.phases)).toEqual(PHASES.map(([id]) => id));
    expect(ids(programme.items)).toEqual(TABLE.map(([id]) => id));
  });

  test.each(PHASES)("phase %s", (id, when, label) => {
    expect(dated(plan, id)).toEqual([id, ...when]);
    expect(plan.intervals[id]?.label).toBe(label);
  });

  test.each(TABLE)("%s is a %s", (id, kind, when, phase, audience) => {
    expect(dated(plan, id)).toEqual([id, ...when]);
    expect([item(id).kind, item(id).phases.join(" "), item(id).audience.join(" "), item(id).place]).toEqual([
      kind,
      phase,
      audience,
      undefined,
    ]);
  });

  test("opens and closes its phases as decided", () => {
    const facts = (list: "opens" | "closes") =>
      Object.fromEntries(programme.phases.map((phase) => [phase.id, phase[list].map(({ fact }) => fact)]));
    expect(facts("opens")).toEqual({
      konsolidering: [],
      behov: ["decided:D1"],
      servicebegreb: ["decided:D1"],
      profil: ["closed:behov", "closed:servicebegreb"],
      uddannelser: ["proposed:D3"],
      udbud: ["condition:uddannelse-klar"],
    });
    expect(facts("closes")).toEqual({
      konsolidering: [],
      behov: [],
      servicebegreb: [],
      profil: ["decided:D3"],
      uddannelser: [],
      udbud: [],
    });
    expect(ids(programme.phases.filter(({ mayBeSkipped }) => mayBeSkipped))).toEqual(["servicebegreb"]);
  });

  test("has four decisions, and asks of ours which branch the education is on", () => {
    const approve = { kind: "approve", proposedBy: ["networkLead"], notAlone: true };
    expect(item("D1").decision).toMatchObject({ ...approve, needs: [], again: [] });
    expect(item("D2").decision).toMatchObject({ kind: "consensus", again: [] });
    expect(item("D3").decision).toMatchObject({ ...approve, needs: [{ fact: "decided:D2" }], again: ["D2"] });
    expect(item("D4").decision).toMatchObject({ ...approve, kind: "select", choose: 1 });
    expect(item("uddannelse-findes").decision).toMatchObject({ kind: "select", choose: 1 });
    const numbers = programme.items.filter(({ decision }) => decision?.quorum !== undefined);
    expect(ids(numbers)).toEqual([]);
  });

  test("phase 5 and all in it wait for the condition, not for the winter alone", () => {
    const waiting = [...programme.phases, ...programme.items].filter(({ when }) => when.condition !== undefined);
    expect(ids(waiting)).toEqual(["udbud", "pilot", "evaluer-pilot", "udbyd", "formidl"]);
    expect(ids(programme.conditions)).toEqual(["uddannelse-klar"]);
  });

  test("interviews of phase 2 are only considered", () => {
    expect(ids(programme.items.filter(({ tentative }) => tentative))).toEqual([
      "interview-virksomheder",
      "interview-borgere",
    ]);
  });

  test("project leads open and propose, the secretary calls meetings and closes, both groups can stop it together", () => {
    const { openPhase, closePhase, pinItem, propose, stopNetwork, closeNetwork } = programme.rights;
    expect({ openPhase, closePhase, pinItem, propose, stopNetwork, closeNetwork }).toEqual({
      openPhase: ["networkLead"],
      closePhase: ["secretariat"],
      pinItem: ["networkLead", "secretariat"],
      propose: ["networkLead"],
      stopNetwork: ["networkLead", "steeringGroup"],
      closeNetwork: ["networkLead"],
    });
    const sample = Object.fromEntries(programme.roles.map((role) => [role.code, role.sample]));
    expect(sample).toMatchObject({ steeringGroup: 6, networkLead: 2, secretariat: 1 });
  });

  test("has seven criteria, and a budget without an amount", () => {
    expect(programme.success).toHaveLength(7);
    expect(programme.budget).toEqual({ currency: "DKK", lines: [] });
  });
});

describe("P3, from another start", () => {
  const seasons = ["konsolidering", "behov", "profil", "uddannelser", "udbud"];

  test("thirteen years later every season is the same season", () => {
    const start = startInYear(programme, 2027)!;
    expect(start).toBe("2027-09-01");
    expect(daysOf(planOf(programme, start), seasons)).toEqual({
      konsolidering: ["2027-09-01", "2027-11-30"],
      behov: ["2027-12-01", "2028-02-29"],
      profil: ["2028-03-01", "2028-05-31"],
      uddannelser: ["2028-03-01", "2028-08-31"],
      udbud: ["2028-12-01", "2029-02-28"],
    });
    expect(warned(programme, start)).toEqual(warned(programme));
  });

  test("six months later none is, which every one of them warns of", () => {
    expect(daysOf(planOf(programme, "2015-03-01"), seasons)).toEqual({
      konsolidering: ["2015-03-01", "2015-05-31"],
      behov: ["2015-06-01", "2015-08-31"],
      profil: ["2015-09-01", "2015-11-30"],
      uddannelser: ["2015-09-01", "2016-02-29"],
      udbud: ["2016-06-01", "2016-08-31"],
    });
    const dated = [...PHASES.map(([id]) => `phases.${id}`), ...TABLE.slice(0, -2).map(([id]) => `items.${id}`)];
    expect(warned(programme, "2015-03-01").filter((one) => one.startsWith("season"))).toEqual(
      dated.map((path) => `season ${path}.when`).toSorted(),
    );
  });
});

test("what P3's source leaves open is warned of, and nothing else", () => {
  expect(warned(programme)).toEqual([
    "open budget.total",
    "open items.D1.decision.quorum",
    "open items.D2",
    "open items.D3.decision.quorum",
    "open items.D4",
    "open items.D4.decision.quorum",
    "open items.evaluer-pilot.audience",
    "open items.ideseminar.audience",
    "open items.opsamling.when",
    "open items.slutevaluering.audience",
    "open items.slutevaluering.when",
    "open items.workshops",
    "open items.workshops.audience",
    "open programme",
    "open roles.externalConsultant",
    "open roles.steeringGroup",
    "ours items.D2",
    "ours items.uddannelse-findes",
    "ours phases.behov",
    "ours phases.servicebegreb",
    "ours phases.uddannelser",
    "ours programme",
    "ours roles.steeringGroup",
    "ours roles.steeringGroup",
  ]);
});
