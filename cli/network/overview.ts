// All networks that whoever asks may see: how far, what is late, what waits to be decided; as a table, or as CSV.
import type { OverviewRowJson } from "../../api/client.ts";
import { moment, table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The rows as the API gives them; with `--csv` the file. */
export async function run({ client: connect, language, words }: World, { options }: Given): Promise<Output> {
  const client = await connect();
  if (options["csv"]) {
    const file = await client.overviewFile();
    return { json: file, text: file.content.trimEnd() };
  }
  const rows = await client.overview();
  const text =
    rows.length > 0
      ? table(
          rows.map((row) => cells(row, language)),
          SAID[language].head,
        )
      : words.noNetworks;
  return { json: rows, text };
}

function cells({ id, weeks, open, meeting, overdue, decisions, ended }: OverviewRowJson, language: Language): string[] {
  const said = SAID[language];
  const { waiting, days } = decisions;
  return [
    id,
    weeks ? `${weeks.week}/${weeks.of}` : "",
    ended ? said.ended : open.map(({ title }) => title).join(", "),
    meeting ? `${meeting.title}, ${moment(meeting.at, language)}` : "",
    String(overdue),
    days === undefined ? String(waiting) : `${waiting} (${days} ${said.days})`,
  ];
}

const SAID = {
  da: {
    head: ["netværk", "uge", "åbne faser", "næste møde", "forfaldent", "afgørelser venter"],
    days: "dage",
    ended: "afsluttet",
  },
  en: {
    head: ["network", "week", "open phases", "next meeting", "overdue", "decisions waiting"],
    days: "days",
    ended: "ended",
  },
};
