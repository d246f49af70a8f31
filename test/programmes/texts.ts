// A small programme and P1 as texts, and reading them.
import { readFileSync } from "node:fs";
import { parseProgramme } from "../../programmes/parse.ts";
import type { Programme } from "../../programmes/types.ts";

const read = (name: string) => readFileSync(new URL(`../../programmes/data/${name}`, import.meta.url), "utf8");
export const methods = {
  common: read("methods/common.yaml"),
  networks: read("methods/networks.yaml"),
  "nine-phases": read("methods/nine-phases.yaml"),
};
export const p1 = read("innovationsnetvaerk.yaml");

/** A small programme with a method of its own, one line for each thing. */
export const small = `id: small
version: 1
title: { da: Lille, en: Small }
description: { da: Lille, en: Small }
zone: Europe/Copenhagen
weeks: 4
gates: blocking
rounds: 3
decideWithin: 14
nonWorking: ["12-24"]
parameters: { ideas: 5 }
phases:
  first:
    title: { da: Første, en: First }
    mode: opening
    opens: []
    closes: [{ id: ideas, title: { da: Idéer, en: Ideas }, fact: ideas, atLeast: ideas }]
    when: { week: 1 }
  second:
    title: { da: Anden, en: Second }
    mode: closing
    opens: [{ id: firstClosed, title: { da: Første, en: First }, fact: "closed:first", atLeast: 1 }]
    closes: []
    when: { weeks: [2, 3] }
roles:
  lead: { title: { da: leder, en: lead }, sample: 1, required: true }
  member: { title: { da: medlem, en: member }, sample: 2 }
rights: { openPhase: [lead], answer: everyone }
items:
  m1:
    kind: meeting
    title: { da: Møde, en: Meeting }
    when: { week: 1 }
    phases: [first]
    audience: [member]
`;

export function parsed(text: string): Programme {
  const read = parseProgramme(text, methods);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.programme;
}

export function problems(text: string) {
  const read = parseProgramme(text, methods, "en");
  return "problems" in read ? read.problems : [];
}
