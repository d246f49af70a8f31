// A small programme with one of everything that is reminded of, and people for it: most random lines then touch each other.
import type { Person } from "../../programmes/types.ts";
import { startOf } from "../../machines/simulate.ts";
import { planOf } from "../../programmes/plan.ts";
import { parsed } from "../programmes/texts.ts";
import type { Given } from "./random-given.ts";

const PROGRAMME = `id: reminded
version: 1
method: common
title: { da: Alt, en: Everything }
description: { da: Alt, en: Everything }
leadDays: 14
roles:
  coDriver: { title: { da: medleder, en: co-driver }, sample: 1 }
  chair: { title: { da: formand, en: chair }, sample: 1 }
  secretariat: { title: { da: sekretariat, en: secretariat }, sample: 1 }
  member: { title: { da: medlem, en: member }, sample: 3 }
  decider: { title: { da: afgørende, en: decider }, sample: 2 }
phases:
  first:
    title: { da: Første, en: First }
    mode: neither
    opens: []
    closes: [{ id: met, title: { da: Et møde er holdt, en: A meeting is held }, fact: meetingsHeld, atLeast: 1 }]
    when: { days: ["2027-03-01", "2027-03-28"] }
items:
  m1:
    kind: meeting
    title: { da: Møde 1, en: Meeting 1 }
    when: { date: "2027-03-10", time: "09:00", until: "12:00" }
    phases: [first]
    audience: [member]
  m2:
    kind: meeting
    title: { da: Møde 2, en: Meeting 2 }
    when: { month: "2027-04" }
    phases: [first]
    audience: [member, decider]
  m3:
    kind: meeting
    title: { da: Møde 3, en: Meeting 3 }
    phases: [first]
    audience: [member, decider]
    sessions:
      east: { title: { da: øst, en: east }, when: { date: "2027-03-22" }, region: øst }
      west: { title: { da: vest, en: west }, when: { date: "2027-03-23" }, region: vest }
  m4:
    kind: meeting
    title: { da: Møde 4, en: Meeting 4 }
    phases: [first]
    audience: [member]
    sessions:
      east: { title: { da: øst, en: east }, when: { date: "2027-04-05", time: "10:00" }, region: øst }
      west: { title: { da: vest, en: west }, when: { month: "2027-04" }, region: vest }
  h1:
    kind: homework
    title: { da: Hjemmearbejde 1, en: Homework 1 }
    when: { days: ["2027-03-01", "2027-03-27"] }
    phases: [first]
    audience: [member]
  h2:
    kind: homework
    title: { da: Hjemmearbejde 2, en: Homework 2 }
    when: { between: [m1, m3] }
    phases: [first]
    audience: [member, decider]
  h3:
    kind: homework
    title: { da: Hjemmearbejde 3, en: Homework 3 }
    when: { days: ["2027-03-10", "2027-03-20"] }
    phases: [first]
    audience: [member]
    voluntary: true
  t1:
    kind: task
    title: { da: Opgave 1, en: Task 1 }
    when: { days: ["2027-03-06", "2027-03-16"] }
    phases: [first]
    audience: [member]
  t2:
    kind: task
    title: { da: Opgave 2, en: Task 2 }
    when: { days: ["2027-03-18", "2027-03-20"] }
    phases: [first]
    audience: [networkLead]
  b1:
    kind: break
    title: { da: Pause, en: Break }
    when: { days: ["2027-03-12", "2027-03-15"] }
    extent: full
    phases: []
    audience: []
  D1:
    kind: decision
    title: { da: Beslutning, en: Decision }
    when: { date: "2027-03-19" }
    phases: [first]
    audience: [decider]
    decision: { kind: approve, proposedBy: [networkLead] }
`;

const person = (id: string, roles: string[], organisation: string, region?: string): Person => ({
  id,
  name: id,
  email: `${id}@example.org`,
  language: "da",
  roles,
  organisation,
  ...(region !== undefined && { region }),
});

const plan = planOf(parsed(PROGRAMME), "2027-03-01");

/** What random scripts of reminders are about, beside the shipped programmes. */
export const REMINDED: Given = {
  plan,
  people: [
    person("lead", ["networkLead"], "Nord", "øst"),
    person("driver", ["coDriver", "member"], "Nord", "øst"),
    person("chair", ["chair"], "Nord"),
    person("desk", ["secretariat"], "Syd", "vest"),
    person("anna", ["member"], "Nord"),
    person("bodil", ["member", "decider"], "Syd"),
    person("carl", ["decider"], "Vest", "vest"),
  ],
  sample: [],
  begins: startOf(plan),
  first: "2027-02-15",
  days: 75,
};
