import type { AgendaJson } from "../../api/client.ts";
import { moment, table } from "../layout.ts";
import type { Given, Output, World } from "../world.ts";

/** What is due next, to whom, as the API gives it. */
export async function run({ client, language, words }: World, { args }: Given): Promise<Output> {
  const agenda = await (await client()).agenda(args[0]!);
  const { when, what, to } = words.columns;
  const rows = agenda.map((one) => [moment(one.at, language), one.title, recipients(one)]);
  return { json: agenda, text: rows.length > 0 ? table(rows, [when, what, to]) : words.nothingDue };
}

/** More addresses than these make the line unreadable; all of them stand in the JSON. */
const SHOWN = 3;

export function recipients({ to }: AgendaJson): string {
  const more = to.length - SHOWN;
  return to.slice(0, SHOWN).join(", ") + (more > 0 ? ` +${more}` : "");
}
