// A network's report, to print: HTML, or PDF by way of a browser on this machine.
import { usage } from "../failure.ts";
import { writePdf, writeText } from "../paper.ts";
import type { Given, Output, World } from "../world.ts";

const FORMATS = ["html", "pdf"];

/** The document in words; where it went to a file, `{ file }` and a line about it. With --json `{ name, type, content }`. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { language, say } = world;
  const [id] = args as [string];
  const { format = "html", file } = options;
  if (!FORMATS.includes(format)) throw usage(SAID[language].badFormat(format));
  const report = await (await world.client()).report(id, options["names"] !== undefined);
  if (format === "html" && file === undefined) return { json: report, text: report.content.trimEnd() };
  const target = file ?? `${id}.pdf`;
  if (format === "pdf") await writePdf(target, report.content, world);
  else await writeText(target, report.content, world);
  say(SAID[language].written(target));
  return { json: { file: target }, text: "" };
}

const SAID = {
  da: {
    badFormat: (value: string) => ({ detail: `--format «${value}» er intet format.`, hint: "Brug html eller pdf." }),
    written: (file: string) => `Rapporten er skrevet til ${file}.`,
  },
  en: {
    badFormat: (value: string) => ({ detail: `--format «${value}» is no format.`, hint: "Use html or pdf." }),
    written: (file: string) => `The report is written to ${file}.`,
  },
};
