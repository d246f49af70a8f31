// A programme as a file for other programs, or to print.
import type { Language } from "../../programmes/problem.ts";
import { usage } from "../failure.ts";
import type { Programme } from "../../programmes/types.ts";
import { programmeGiven, startGiven } from "../given.ts";
import type { Given, Output, World } from "../world.ts";

export const FORMATS = ["json", "csv", "ics", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** The file itself in words; with --json `{ format, content }`, or the programme where the file is JSON already. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { language, words, say } = world;
  const format = formatGiven(options["format"] ?? "", language);
  const programme = await programmeGiven(args[0]!, world);
  const start = await startGiven(programme, options, words);
  if (format === "json" && (options["start"] ?? options["year"]) !== undefined) say(SAID[language].noDatesInJson);
  return fileOutput(format, await contentOf(format, programme, start, world));
}

/** One of the formats. Throws a usage Failure where it is none. */
export function formatGiven(value: string, language: Language): Format {
  const format = FORMATS.find((known) => known === value);
  if (format === undefined) throw usage(SAID[language].badFormat(value));
  return format;
}

/** A file as what a command answers. Every file ends with a line break, which is written after an answer anyway. */
export function fileOutput(format: Format, content: string): Output {
  const json: unknown = format === "json" ? JSON.parse(content) : { format, content };
  return { json, text: content.replace(/\n$/, "") };
}

async function contentOf(
  format: Format,
  programme: Programme,
  start: string | undefined,
  world: World,
): Promise<string> {
  const { language } = world;
  if (format === "json") return (await import("../../programmes/export/json.ts")).jsonOf(programme);
  const { layoutOf } = await import("../../programmes/export/rows.ts");
  const layout = layoutOf(programme, start);
  if (format === "csv") return (await import("../../programmes/export/csv.ts")).csvOf(layout, language);
  if (format === "html") return (await import("../../programmes/export/html.ts")).htmlOf(layout, { language });
  const { calendarOf } = await import("../../programmes/export/ics.ts");
  const { content, undated } = calendarOf(layout, { language });
  tellUndated(undated, world, layout.start === undefined);
  return content;
}

/** Says which items are not in a calendar, if any, since they have no date. */
export function tellUndated(ids: string[], { language, say }: World, noStart = false): void {
  if (ids.length > 0) say(SAID[language].undated(ids, noStart));
}

const SAID = {
  da: {
    badFormat: (value: string) => ({
      detail: `--format «${value}» er intet format.`,
      hint: `Brug et af disse: ${FORMATS.join(", ")}.`,
    }),
    noDatesInJson: "JSON er programmet selv, som har samme datoer, hvornår det end begynder; --start ændrer det ikke.",
    undated: (ids: string[], noStart: boolean) =>
      noStart
        ? `${ids.length} uden dato er ikke med. Giv --start, hvis de skal have en.`
        : `${ids.length} uden dato er ikke med: ${ids.join(", ")}.`,
  },
  en: {
    badFormat: (value: string) => ({
      detail: `--format «${value}» is no format.`,
      hint: `Use one of these: ${FORMATS.join(", ")}.`,
    }),
    noDatesInJson:
      "JSON is the programme itself, whose dates are the same whenever it starts; --start does not change it.",
    undated: (ids: string[], noStart: boolean) =>
      noStart
        ? `${ids.length} without a date are left out. Give --start for them to have one.`
        : `${ids.length} without a date are left out: ${ids.join(", ")}.`,
  },
};
