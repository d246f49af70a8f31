// `npx tsx examples/play.ts order` (or `nightly`, `vote`): starts a Temporal server and a worker, and plays the example's
// story, with the days that are in it in seconds.
import { fileURLToPath } from "node:url";
import { nightly } from "./nightly.ts";
import { order } from "./order.ts";
import { actorOn, type Example } from "./stage.ts";
import { onTemporal } from "./temporal.ts";
import { vote } from "./vote.ts";

const EXAMPLES: Record<string, Example> = { order, nightly, vote };
const WORKFLOWS = fileURLToPath(new URL("workflows.ts", import.meta.url));
const say = (line: string) => void process.stdout.write(`${line}\n`);

const [name = ""] = process.argv.slice(2);
const example = EXAMPLES[name];
if (example) await play(example);
else {
  process.stderr.write(`npx tsx examples/play.ts NAME: one of ${Object.keys(EXAMPLES).join(", ")}\n`);
  process.exitCode = 2;
}

async function play({ activities, story }: Example): Promise<void> {
  const carried = { taskQueue: "examples", workflows: WORKFLOWS, activities: activities(say), say };
  await onTemporal(carried, async (instances, withoutWorker) => {
    await story({
      start: async (of, input) => await actorOn(instances, of, input, say),
      anotherWorker: async () => {
        await withoutWorker(async () => {});
        say("   (another worker goes on with it)");
      },
    });
  });
}
