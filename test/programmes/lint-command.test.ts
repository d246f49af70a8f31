import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listProgrammes } from "../../library/programmes.ts";
import { fremdrift } from "../cli/given.ts";
import { tmpFolder } from "../support/tmp.ts";

/** A programme whose only phase can never be closed, and whose budget is overdrawn. */
const FAULTY = `id: faulty
version: 1
method: common
title: { da: Fejl, en: Faulty }
description: { da: Fejl, en: Faulty }
weeks: 2
phases:
  only:
    title: { da: Eneste, en: Only }
    mode: neither
    opens: []
    closes: [{ id: k, title: { da: Otte kendetegn, en: Eight characteristics }, fact: characteristics, atLeast: 8 }]
    when: { week: 1 }
budget: { total: 10, lines: { a: { title: { da: A, en: A }, amount: 11 } } }
roles:
  networkLead: { title: { da: leder, en: lead }, sample: 1, required: true }
`;

async function linted(text: string, ...options: string[]) {
  const path = join(tmpFolder(), "programme.yaml");
  await writeFile(path, text);
  return fremdrift(["programme", "lint", path, ...options]);
}

test("what is wrong and what is not proved are errors, with the shortest way that shows it", async () => {
  const done = await linted(FAULTY, "--json", "--lang", "en");
  const { errors, warnings, proofs } = done.json() as {
    errors: { code: string; hint: string }[];
    warnings: unknown[];
    proofs: { claim: string; title: string; holds: boolean; counterexample?: unknown[] }[];
  };
  expect(done.code).toBe(1);
  expect(errors.map(({ code }) => code)).toEqual(["never", "budget-over", "unclosable"]);
  expect(warnings).toEqual([]);
  expect(proofs.find(({ claim }) => claim === "closes:only")).toEqual({
    claim: "closes:only",
    title: 'Wherever the phase "Only" is open, it can be closed',
    holds: false,
    counterexample: [
      { trigger: "openPhase", data: { phase: "only" } },
      { trigger: "closePhase", data: { phase: "only" }, refused: ["Eight characteristics"] },
    ],
  });
  expect(proofs.filter(({ holds }) => holds).map(({ claim }) => claim)).toEqual([
    "opens:only",
    "end",
    "stop",
    "loops",
    "waits",
  ]);
});

test("in words a proof is a line, and its counterexample numbered steps", async () => {
  const { out } = await linted(FAULTY);
  expect(out).toContain("  ✓ Fasen «Eneste» kan åbnes\n");
  expect(out).toContain(
    [
      "  ✗ Hvor som helst fasen «Eneste» er åben, kan den afsluttes",
      "      1. Fasen «Eneste» åbnes",
      "      2. Fasen «Eneste» afsluttes – det afvises: Otte kendetegn\n",
    ].join("\n"),
  );
});

test("a file that is no programme has no proofs", async () => {
  const done = await linted("id: x\n", "--json");
  expect(done.code).toBe(1);
  expect(done.json()).toMatchObject({ errors: expect.arrayContaining([expect.anything()]), warnings: [], proofs: [] });
});

test("every shipped programme has no error, and all is proved", async () => {
  for (const { id } of await listProgrammes()) {
    const done = await fremdrift(["programme", "lint", id, "--json"]);
    expect([id, done.code, done.json()]).toMatchObject([id, 0, { errors: [] }]);
    expect((done.json() as { proofs: { holds: boolean }[] }).proofs.every(({ holds }) => holds)).toBe(true);
  }
});
