import type { MachineVersionsJson } from "../../api/client.ts";
import { table } from "../layout.ts";
import type { Output, World } from "../world.ts";

/** Networks that are named for each version; `--json` names all. */
const NAMED = 5;

/** The versions as the API gives them; fails where a network runs one that is not carried. */
export async function run(world: World): Promise<Output> {
  const versions = await (await world.client()).machineVersions();
  const failed = versions.running.some(({ carried }) => !carried);
  return { json: versions, text: textOf(versions, world), failed };
}

function textOf({ carried, newest, running }: MachineVersionsJson, { words: { machine: words } }: World): string {
  const rows = running.map((group) => [
    `${group.carried ? "✓" : "✗"} ${group.machine ?? words.notBegun}`,
    words.networks(group.count),
    [...group.networks.slice(0, NAMED), ...(group.count > NAMED ? ["…"] : [])].join(", "),
  ]);
  const hints = running.flatMap(({ machine, hint }) => (hint === undefined ? [] : [`${machine}: ${hint}`]));
  const isBehind = running.some(({ machine, carried: here }) => here && machine !== undefined && machine !== newest);
  return [
    words.carried(carried.join(", "), newest),
    rows.length > 0 ? table(rows) : words.noneRun,
    ...hints,
    ...(isBehind ? [words.behind(newest)] : []),
  ].join("\n");
}
