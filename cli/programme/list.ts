import { NETWORK_TYPE_NAMES } from "../../programmes/network-type.ts";
import { table } from "../layout.ts";
import type { Output, World } from "../world.ts";

/** `[{ id, title, type, version, phases, meetings, homework, decisions, warnings }]` */
export async function run({ language, words }: World): Promise<Output> {
  const { listProgrammes } = await import("../../library/programmes.ts");
  const { summaryOf } = await import("../../programmes/show.ts");
  const list = (await listProgrammes()).map((programme) => summaryOf(programme, language));
  const { id, title, networkType, version, phases, meetings, homework, decisions, warnings } = words.columns;
  const rows = list.map((one) =>
    [
      one.id,
      one.title,
      NETWORK_TYPE_NAMES[one.type][language],
      one.version,
      one.phases,
      one.meetings,
      one.homework,
      one.decisions,
      one.warnings,
    ].map(String),
  );
  return {
    json: list,
    text: table(rows, [id, title, networkType, version, phases, meetings, homework, decisions, warnings]),
  };
}
