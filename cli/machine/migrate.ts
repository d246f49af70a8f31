import type { MigrationJson } from "../../api/client.ts";
import { moment } from "../layout.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";

type Migrated = MigrationJson["networks"][number];

/** What became of each network, or would, as the API gives it; fails where one could not. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { words } = world;
  const to = options["to"];
  const dryRun = options["dryRun"] !== undefined;
  const client = await world.client();
  const asked = { dryRun, ...(args.length > 0 && { networks: args }), ...(to !== undefined && { to }) };
  let used = "";
  const done = await repeatable(options["key"], words, (key) => {
    used = key;
    return client.migrate(asked, key);
  });
  const isUnanswered = done.networks.some(({ status }) => status === "unanswered");
  if (isUnanswered) world.say(words.repeatWith(used));
  const failed = done.networks.some(({ status }) => status === "cannot" || status === "unanswered");
  return { json: done, text: textOf(done, world), failed };
}

function textOf({ to, dryRun, networks, left }: MigrationJson, world: World): string {
  const { machine: words } = world.words;
  if (networks.length === 0) return words.nothing(to);
  return [
    words.to(to, dryRun),
    ...networks.flatMap((network) => linesOf(network, world)),
    ...(left > 0 ? [words.left(left)] : []),
  ].join("\n");
}

function linesOf({ id, from, status, changes, problems }: Migrated, { language, words }: World): string[] {
  const mark = status === "cannot" || status === "unanswered" ? "✗" : "✓";
  const at = (instant: string | undefined) => (instant === undefined ? "" : moment(instant, language));
  const lines = problems.map(({ path, problem, instead }) => `${path}: ${problem}. ${instead}`);
  const told = changes.map(({ text, was, at: due }) => {
    const dates = [at(was), at(due)].filter(Boolean).join(" → ");
    return dates === "" ? text : `${text} (${dates})`;
  });
  return [
    `${mark} ${id}${from === undefined ? "" : ` (${from})`}: ${words.machine.status[status]}`,
    ...[...lines, ...told].map((line) => `    ${line}`),
  ];
}
