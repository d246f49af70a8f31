import { expect, test } from "vitest";
import { executedOf, planBeside } from "../../machines/executed.ts";
import type { View } from "../../machines/ledger.ts";
import { initialView } from "../../machines/view.ts";
import { endOfDay, localInstant, startOfDay } from "../../programmes/calendar.ts";
import { csvOf } from "../../programmes/export/csv.ts";
import { networkJsonOf } from "../../programmes/export/network-json.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Item } from "../../programmes/types.ts";
import { rich } from "../programmes/export/given.ts";

const ZONE = "Europe/Copenhagen";
const plan = planOf(rich(), "2014-08-27");
const at = (date: string, time: string) => localInstant(date, time, ZONE);

/** A network on its way: some of it open, dated, moved, held. */
const VIEW: View = {
  ...initialView(plan, at("2014-08-20", "09:00")),
  phases: {
    forberedelse: {
      state: "closed",
      openedAt: at("2014-08-20", "00:30"),
      closedAt: at("2014-11-01", "23:30"),
      reopened: 0,
    },
    udbud: { state: "waiting", reopened: 0 },
  },
  items: {
    kursus: {
      kind: "meeting",
      state: "held",
      start: at("2014-08-29", "10:00"),
      end: at("2014-08-29", "15:30"),
      place: "Vejle",
    },
    netvaerksmoede: {
      kind: "meeting",
      state: "pinned",
      sessions: {
        oest: { start: startOfDay("2014-09-10", ZONE), end: endOfDay("2014-09-12", ZONE), allDay: true },
        vest: { start: at("2014-09-11", "10:00") },
      },
    },
    hjemme: { kind: "homework", state: "planned", first: "2014-08-30", last: "2014-09-09" },
    primo: { kind: "task", state: "planned", first: "2014-12-01", last: "2014-12-10" },
    rapport: { kind: "deliverable", state: "planned", first: "2014-11-01", last: "2014-11-04" },
    pause: { kind: "break", state: "planned" },
    udvaelg: { kind: "decision", state: "decided" },
    skift: { kind: "meeting", state: "cancelled" },
  },
};

test("how a network stands is told in local dates, and what is as it was planned is not told", () => {
  expect(executedOf(plan, VIEW)).toEqual({
    phases: { forberedelse: { state: "closed", opened: "2014-08-20", closed: "2014-11-01" } },
    items: {
      kursus: { state: "held", from: "2014-08-29", to: "2014-08-29", time: "10:00", until: "15:30", place: "Vejle" },
      netvaerksmoede: { state: "pinned" },
      "netvaerksmoede.oest": { state: "pinned", from: "2014-09-10", to: "2014-09-12" },
      "netvaerksmoede.vest": { state: "pinned", from: "2014-09-11", to: "2014-09-11", time: "10:00" },
      hjemme: { state: "planned", from: "2014-08-30", to: "2014-09-09", window: true },
      rapport: { state: "planned", from: "2014-11-01", to: "2014-11-04", window: true },
      udvaelg: { state: "decided" },
      skift: { state: "cancelled" },
    },
  });
});

test("beside it stands the plan of the beginning, with what was added and the names of today", () => {
  const added: Item = { ...rich().items[0]!, id: "ekstra", when: { unknown: true } };
  const view: View = {
    ...VIEW,
    items: {
      ...VIEW.items,
      kursus: { ...VIEW.items["kursus"]!, title: { da: "Kursus to", en: "Course two" } },
      ekstra: { kind: "meeting", state: "pinned", added, start: at("2014-09-20", "09:00") },
    },
  };
  const beside = planBeside(plan, view);
  expect(beside.intervals["kursus"]).toEqual(plan.intervals["kursus"]);
  expect(beside.intervals["ekstra"]).toMatchObject({ from: "2014-09-20", precision: "time" });
  expect(beside.programme.items.map(({ id }) => id)).toEqual([...plan.programme.items.map(({ id }) => id), "ekstra"]);
  const csv = csvOf(beside, "da", executedOf(plan, view)).split("\r\n");
  expect(csv.find((line) => line.startsWith("kursus;"))).toMatch(/;Kursus to;Forberedelse;27-08-2014;28-08-2014;/);
  expect(csv.find((line) => line.startsWith("ekstra;"))).toMatch(/;20-09-2014;20-09-2014;09:00;fastlagt$/);
});

test("nothing has come of a network that has just been made", () => {
  expect(executedOf(plan, initialView(plan, 0))).toEqual({ phases: {}, items: {} });
});

test("as JSON every phase and item stands once, planned beside carried out", () => {
  type Part = { id: string; planned: object; executed: object | null; sessions?: Part[] };
  const text = networkJsonOf({ id: "n1", title: "Vores" }, plan, executedOf(plan, VIEW));
  const { items, phases, ...rest } = JSON.parse(text) as { items: Part[]; phases: Part[] };
  expect(rest).toMatchObject({
    id: "n1",
    title: "Vores",
    start: "2014-08-27",
    zone: ZONE,
    programme: { id: "rigt", version: 3 },
  });
  expect(phases.map(({ id }) => id)).toEqual(plan.programme.phases.map(({ id }) => id));
  expect(phases[1]).toMatchObject({ id: "udbud", planned: { precision: "season" }, executed: null });
  expect(items.map(({ id }) => id)).toEqual(plan.programme.items.map(({ id }) => id));
  expect(items[0]).toMatchObject({ planned: { from: "2014-08-27" }, executed: { from: "2014-08-29", state: "held" } });
  expect(items[1]!.sessions).toMatchObject([{ id: "oest", executed: { from: "2014-09-10" } }, { id: "vest" }]);
});
