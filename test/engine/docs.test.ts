// The proofs that docs/engine.md names exist, under the titles it gives them.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (...parts: string[]) => readFileSync(path.join(ROOT, ...parts), "utf8");

/** Titles stand in italics; a line may break within one. */
const titles = [...read("docs", "engine.md").matchAll(/(?<!\*)\*([a-z][^*]{15,})\*(?!\*)/g)].map(([, title]) =>
  title!.replace(/\s+/g, " "),
);
const tests = ["engine", "machines", "workflows"]
  .flatMap((room) =>
    readdirSync(path.join(ROOT, "test", room))
      .filter((file) => file.endsWith(".ts"))
      .map((file) => read("test", room, file)),
  )
  .join("\n");

test("docs/engine.md names proofs", () => {
  expect(titles.length).toBeGreaterThan(15);
});

test.each(titles)("there is a test «%s»", (title) => {
  // A case of several hosts has its title apart from the test.
  expect([`test("${title}"`, `title: "${title}"`].some((line) => tests.includes(line))).toBe(true);
});
