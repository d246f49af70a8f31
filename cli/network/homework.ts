// One homework with what was delivered.
import type { HomeworkJson } from "../../api/client.ts";
import { moment } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The homework as the API gives it. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const homework = await (await client()).homework(args[0]!, args[1]!);
  return { json: homework, text: textOf(homework, language) };
}

function textOf({ id, title, due, questions, deliveries, missing, links, files }: HomeworkJson, language: Language) {
  const said = SAID[language];
  return [
    `${title} (${id})${due === undefined ? "" : ` · ${said.due} ${moment(due, language)}`}`,
    ...deliveries.flatMap((one) => {
      const whom = one.organisation === undefined ? one.by : `${one.organisation} (${one.by})`;
      const head = `${whom}, ${moment(one.at, language)}${one.late ? ` – ${said.late}` : ""}${one.text === undefined ? "" : `: ${one.text}`}`;
      const answers = (one.answers ?? []).map((answer, index) => `  ${questions[index] ?? ""} ${answer || "–"}`);
      return [head, ...answers];
    }),
    ...(missing.length > 0 ? [`${said.missing} ${missing.length}: ${missing.join(", ")}`] : []),
    ...files.map(({ name, url }) => `${said.file}: ${name} ${url}`),
    ...links.map((link) => `${link.title}: ${link.url}`),
  ].join("\n");
}

const SAID = {
  da: { due: "frist", late: "for sent", missing: "Mangler", file: "Fil" },
  en: { due: "due", late: "late", missing: "Missing", file: "File" },
};
