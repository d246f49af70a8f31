// Runs recorded on a release are played again by the code as it is now: it must do the same, in the same order.
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode, DefaultLogger, Worker, type InjectedSinks } from "@temporalio/worker";
import { describe, expect, test } from "vitest";
import { listProgrammes, samplePeople } from "../../library/programmes.ts";
import { VERSIONS } from "../../machines/network/versions.ts";
import { parsePeople } from "../../programmes/people.ts";
import { codeOf, quietTemporal, WORKFLOWS } from "../../worker/temporal-worker.ts";
import { recorded, runsOf, textOf, type Run } from "./histories.ts";
import type { Witness } from "./witness.ts";

quietTemporal(() => {});

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** Recorded on a second version that only tests have. */
const OF_THE_NEXT = ["network@1-to-2"];
const workflowsOf = (name: string) => (OF_THE_NEXT.includes(name) ? file("../support/next-workflows.ts") : WORKFLOWS);

type Done = { what: string; said: unknown }[];
type Replayed = { error: Error | undefined; did: Done; had: Done };

const bundles = new Map<string, ReturnType<typeof bundleWorkflowCode>>();
function bundleOf(workflowsPath: string): ReturnType<typeof bundleWorkflowCode> {
  const bundle =
    bundles.get(workflowsPath) ??
    bundleWorkflowCode({
      ...codeOf(workflowsPath),
      workflowInterceptorModules: [file("witness.ts")],
      logger: new DefaultLogger("ERROR"),
    });
  bundles.set(workflowsPath, bundle);
  return bundle;
}

/** Each run once more, with what it did now and what it had done then. */
async function replayed(runs: Run[], workflowsPath: string): Promise<Replayed[]> {
  const did = new Map<string, Done>();
  const saw = (runId: string, what: string, said: string) =>
    did.set(runId, [...(did.get(runId) ?? []), { what, said: readSaid(said) }]);
  const sinks: InjectedSinks<Witness> = {
    witness: { saw: { fn: ({ runId }, what, said) => void saw(runId, what, said), callDuringReplay: true } },
  };
  const workflowBundle = await bundleOf(workflowsPath);
  const options = { workflowBundle, sinks, interceptors: { workflowModules: [file("witness.ts")] } };
  const came: Replayed[] = [];
  for await (const { error, runId } of Worker.runReplayHistories(options, runs))
    came.push({ error, did: did.get(runId) ?? [], had: doneIn(runs[came.length]!) });
  return came;
}

type Event = NonNullable<Run["history"]["events"]>[number];

function doneIn({ history }: Run): Done {
  return history.events!.flatMap((event) => {
    const { activityTaskScheduledEventAttributes: activity, timerStartedEventAttributes: timer } = event;
    const next = event.workflowExecutionContinuedAsNewEventAttributes;
    if (activity) return [{ what: "activity", said: inputOf(activity) }];
    if (next) return [{ what: "next run", said: inputOf(next) }];
    return timer ? [{ what: "timer", said: millisecondsOf(timer.startToFireTimeout) }] : [];
  });
}

const inputOf = ({ input }: Pick<NonNullable<Event["activityTaskScheduledEventAttributes"]>, "input">): unknown =>
  readSaid(Buffer.from(input!.payloads![0]!.data!).toString());

/** Beside what is told goes the trigger that led to it, which the store keeps: recordings of the first release have none. */
const readSaid = (json: string): unknown =>
  JSON.parse(json, (_, value: unknown) => {
    if (value === null || typeof value !== "object" || !("entry" in value)) return value;
    const { trigger: _trigger, ...told } = value as { trigger?: unknown };
    return told;
  });

const millisecondsOf = (length: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
  Number(length?.seconds ?? 0) * 1_000 + (length?.nanos ?? 0) / 1e6;

const differs = ({ error, did, had }: Replayed) => error !== undefined || JSON.stringify(did) !== JSON.stringify(had);

test("every version that is carried has been recorded", () => {
  const names = recorded();
  for (const version of Object.keys(VERSIONS)) expect(names.some((name) => name.startsWith(`${version}-`))).toBe(true);
});

test.each(recorded())("%s: the same is done again", { timeout: 120_000 }, async (name) => {
  const runs = runsOf(name);
  const came = await replayed(runs, workflowsOf(name));
  expect(came).toHaveLength(runs.length);
  for (const { error, did, had } of came) {
    expect(error).toBeUndefined();
    expect(had.length).toBeGreaterThan(0);
    expect(did).toEqual(had);
  }
});

describe("a change is seen", () => {
  test("of a timer's order in a machine", { timeout: 120_000 }, async () => {
    const came = await replayed(runsOf("network@1-stepped"), file("planted-workflows.ts"));
    expect(came.some(differs)).toBe(true);
    const real = await replayed(runsOf("network@1-real"), file("planted-workflows.ts"));
    expect(real.some(differs)).toBe(true);
  });

  test("of what the workflow asks of Temporal, and when", { timeout: 120_000 }, async () => {
    const came = await replayed(runsOf("network@1-real"), file("../support/other-workflows.ts"));
    expect(came.every(differs)).toBe(true);
    expect(came[0]!.error).toMatchObject({ name: "DeterminismViolationError" });
  });
});

test("much happened in what was recorded, to people whom it does not name", async () => {
  const all = recorded().map(textOf).join("\n");
  for (const what of [
    "EVENT_TYPE_TIMER_FIRED",
    "EVENT_TYPE_TIMER_CANCELED",
    "EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW",
    "network.ended",
    "machine.fault",
    "machine.migrated",
    "idea.approved",
    "idea.adjusted",
    "message.sent",
    "item.moved",
    "just-moved",
  ])
    expect(all).toContain(what);
  const { roles } = (await listProgrammes()).find(({ id }) => id === "innovationsnetvaerk")!;
  const read = parsePeople((await samplePeople("innovationsnetvaerk"))!, roles);
  const people = "people" in read ? read.people : [];
  expect(people.length).toBeGreaterThan(5);
  expect(people.flatMap(({ name, email }) => [name, email]).filter((word) => all.includes(word))).toEqual([]);
  expect(all).not.toMatch(/@[a-z]+\.[a-z]+|\/home\/|\/work\/|"identity"/);
});
