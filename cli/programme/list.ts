import { table } from "../layout.ts";
import type { Output, World } from "../world.ts";

/** `[{ id, title, version, phases, meetings, homework, decisions, warnings }]` */
export async function run({ language, words }: World): Promise<Output> {
  const { listProgrammes } = await import("../../library/programmes.ts");
  const { summaryOf } = await import("../../programmes/show.ts");
  const list = (await listProgrammes()).map((programme) => summaryOf(programme, language));
  const { id, title, version, phases, meetings, homework, decisions, warnings } = words.columns;
  const rows = list.map((one) =>
    [one.id, one.title, one.version, one.phases, one.meetings, one.homework, one.decisions, one.warnings].map(String),
  );
  return { json: list, text: table(rows, [id, title, version, phases, meetings, homework, decisions, warnings]) };
}
