// Faults planted in the Temporal host, each of which one of the cases has to find.
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { useInstances } from "../support/instances.ts";
import { plantedBundle, type Plant } from "../support/planted.ts";
import { caseOf, NAMES } from "./cases.ts";
import { compare } from "./compare.ts";
import { Outside } from "./outside.ts";
import { temporalHost } from "./temporal-side.ts";

/** `by`: the case that finds it, with that many events in a run. */
type Fault = Plant & { title: string; by: string; eventsPerRun?: number };
const OUTWARD = "workflows/outward.ts";
const INSTANCE = "workflows/instance.ts";

const FAULTS: Fault[] = [
  {
    title: "a task that was given up is not cancelled",
    bug: "cancel",
    file: OUTWARD,
    text: "underWay.get(gen)?.cancel();",
    instead: "if (!PLANTED) underWay.get(gen)?.cancel();",
    by: "given-up",
  },
  {
    title: "what was under way when a run ended is forgotten",
    bug: "resume",
    file: INSTANCE,
    text: "if (before) carry.resume",
    instead: "if (before && !PLANTED) carry.resume",
    by: "earlier-asking",
    eventsPerRun: 1,
  },
  {
    title: "what was to go out when a run ended is forgotten",
    bug: "outbox",
    file: "workflows/host.ts",
    text: "machine, state, outbox, seen:",
    instead: "machine, state, outbox: PLANTED ? [] : outbox, seen:",
    by: "order-of-many",
    eventsPerRun: 1,
  },
  {
    title: "acts are carried out at once",
    bug: "parallel",
    file: OUTWARD,
    text: "      await carryOut(out);\n      return 1;",
    instead: "      if (PLANTED) void carryOut(out);\n      else await carryOut(out);\n      return 1;",
    by: "order-of-many",
  },
  {
    title: "an answer to an earlier asking is taken",
    bug: "generation",
    file: OUTWARD,
    text: "(output) => settled({ actor, id, gen }",
    instead: `(output) => settled({ actor, id, gen: PLANTED
      ? (live.state().state.tasks.find((task) => task.actor === actor && task.id === id)?.gen ?? gen) : gen }`,
    by: "too-late",
  },
  {
    title: "what one that runs apart says at its end is lost",
    bug: "said",
    file: INSTANCE,
    text: `if ("settled" in said) return`,
    instead: `if ("settled" in said) return PLANTED ? { state: instance, out: [] } :`,
    by: "apart",
  },
];

vi.spyOn(console, "warn").mockReturnValue();

const outside = new Outside();
const workflowsPath = fileURLToPath(new URL("temporal-workflows.ts", import.meta.url));
const carried = useInstances({
  workflowsPath,
  activities: outside.activitiesOf(NAMES),
  bundle: () => plantedBundle(workflowsPath, FAULTS),
});

test.for(FAULTS)("$title: found", { timeout: 60_000 }, async ({ bug, by, eventsPerRun }) => {
  const on = (prefix: string) => compare(caseOf(by), temporalHost({ carried, outside }, { prefix, eventsPerRun }));
  await on("sound");
  await expect(on(bug)).rejects.toThrow(/createActor:/);
});
