import { expect, test } from "vitest";
import { importsOf, violations } from "./boundaries.ts";
import { sources } from "./files.ts";

test("rooms import only what the design's table lets them", () => {
  expect(violations(sources())).toEqual([]);
});

test("the guard sees the files it is there for, and their imports", () => {
  const seen = sources();
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.flatMap(importsOf).length).toBeGreaterThan(20);
});

test.each([
  ["programmes/a.ts", `import { step } from "../machines/engine/step.ts";`],
  ["machines/a.ts", `import type { Store } from "../store/types.ts";`],
  ["workflows/a.ts", `export { createActivities } from "../activities/create.ts";`],
  ["workflows/a.ts", `import { write } from "../activities/contract.ts";`],
  ["store/a.ts", `import { step } from "../machines/engine/step.ts";`],
  ["mail/a.ts", `import { open } from "../store/open.ts";`],
  ["api/a.ts", `const late = await import("../workflows/index.ts");`],
  ["web/a.tsx", `import { app } from "../api/app.ts";`],
  ["cli/a.ts", `import "../worker/start.ts";`],
  ["library/a.ts", `import {\n  one,\n  two,\n} from "../machines/a.ts";`],
  ["activities/deep/a.ts", `import * as api from "../../api/client.ts";`],
])("%s with a planted violation is found: %s", (file, text) => {
  expect(violations([{ file, text }])).toHaveLength(1);
});

test.each([
  ["workflows/a.ts", `import type { Activities } from "../activities/contract.ts";`],
  ["store/a.ts", `import type { Plan } from "../programmes/types.ts";`],
  ["api/a.ts", `import { UPDATE } from "../workflows/messages.ts";`],
  ["machines/a.ts", `// import { open } from "../store/open.ts";\nimport { DateTime } from "luxon";`],
])("%s may hold: %s", (file, text) => {
  expect(violations([{ file, text }])).toEqual([]);
});
