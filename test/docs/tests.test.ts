// docs/tests.md is true: its triggers are those there are, with who may use them.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { shape } from "../../machines/trigger-shapes.ts";
import { rolesFor } from "../../machines/trigger-types.ts";
import { IDEAS } from "../../machines/triggers/ideas.ts";
import { TESTS } from "../../machines/triggers/tests.ts";
import { P1 } from "../machines/play.ts";
import { rowsOf } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const text = await readFile(path.join(ROOT, "docs/tests.md"), "utf8");
/** Those of ideas that docs/ideas.md leaves to this page. */
const IN_TEST = /[tT]est|Result|reviveIdea|FollowUp/;
const OTHERS = ["decide", "withdrawVote", "closeNetwork"];

test("the table has every trigger from the short list on, and who may use it in the nine phases", () => {
  const rows = rowsOf(text.split("## Handlingerne")[1]!.split("\n## ")[0]!).slice(1);
  const named = rows.map(([trigger]) => trigger!.replaceAll("`", ""));
  const ideas = Object.keys(IDEAS).filter((name) => IN_TEST.test(name));
  expect(named.toSorted()).toEqual([...ideas, ...Object.keys(TESTS), ...OTHERS].toSorted());
  for (const [trigger, , who] of rows) {
    const may = rolesFor(P1, trigger!.replaceAll("`", "")).filter(
      (role) => !["coDriver", "administrator"].includes(role),
    );
    expect([trigger, who!.split(", ").toSorted()]).toEqual([trigger, may.toSorted()]);
  }
});

test("the data it shows is taken", () => {
  const [, json = ""] = /closeNetwork --data '(.*)'/.exec(text) ?? [];
  expect(shape("closeNetwork", JSON.parse(json), P1.zone)).toMatchObject({ ok: true });
  const outcomes = rowsOf(text.split("## Når netværket slutter")[1]!).slice(1);
  for (const [outcome] of outcomes)
    expect(shape("closeNetwork", { outcome: outcome!.replaceAll("`", "") }, P1.zone)).toMatchObject({ ok: true });
  expect(outcomes.length).toBe(5);
  expect(shape("closeNetwork", { ...JSON.parse(json), followUps: [{ title: "Uden ejer" }] }, P1.zone).ok).toBe(false);
});
