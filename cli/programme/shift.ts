// A programme from another start: what moves, which days do not fit, and the programme with its new dates as a file.
import { Failure, usage } from "../failure.ts";
import { programmeGiven, startGiven } from "../given.ts";
import { conflictText } from "../conflict.ts";
import { table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";
import type { DateMove, Shifted } from "../../programmes/shift.ts";
import type { Programme, When } from "../../programmes/types.ts";

/** `{ programme, start, moves, conflicts }`: each part old and new, and the days that do not fit with a proposal. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { language, words } = world;
  const programme = await programmeGiven(args[0]!, world);
  if ((options["start"] ?? options["year"]) === undefined) throw usage(words.needsStart(programme.id));
  const [{ shifted }, { firstDateOf }, { planOf }, { problemsOf }, { spanText }] = await Promise.all([
    import("../../programmes/shift.ts"),
    import("../../programmes/dates.ts"),
    import("../../programmes/plan.ts"),
    import("../../programmes/warnings.ts"),
    import("../../programmes/export/dates.ts"),
  ]);
  const start = (await startGiven(programme, options, words))!;
  const own = firstDateOf(programme);
  const standing = own === undefined ? { programme, intervals: {} } : planOf(programme, own);
  const done = shifted(standing, start, { keepWeekdays: options["keepWeekdays"] !== undefined });
  for (const { code, message } of problemsOf(programme, { start, language })) if (code === "season") world.say(message);
  if (options["out"] !== undefined) await writeOut(options["out"], done, world);
  const { moves, conflicts, plan } = done;
  const json = { programme: programme.id, start: plan.start, moves, conflicts };
  return { json, text: textOf(programme, done, world, sayIn(spanText, language)) };
}

/** Writes the moved programme as a new file. Throws a Failure where the file is there, or the dates cannot be said in one. */
async function writeOut(path: string, { plan }: Shifted, { language, words, say }: World): Promise<void> {
  const { yamlOf } = await import("../../programmes/shift-file.ts");
  const { firstDateOf } = await import("../../programmes/dates.ts");
  const { programme, start } = plan;
  if (programme.weeks !== undefined && firstDateOf(programme) !== undefined)
    throw new Failure("mixed", SAID[language].mixed);
  const { writeFile } = await import("node:fs/promises");
  await writeFile(path, yamlOf(programme), { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure("unwritable", words.fileUnwritable(path, error.code ?? ""));
  });
  say(programme.weeks === undefined ? SAID[language].written(path) : SAID[language].weeks(path, start));
}

/** The table old → new, then the days that do not fit. */
function textOf(programme: Programme, done: Shifted, { language, words }: World, say: Say): string {
  const { plan, moves, conflicts } = done;
  const said = SAID[language];
  const titleOf = titlesOf(programme, language);
  const partOf = ({ id, session }: { id: string; session?: string }) =>
    session === undefined ? id : `${id}.${session}`;
  const dayIn = (date: string) => say({ from: date, to: date });
  const rows = moves.map((move) => [
    partOf(move),
    titleOf(move.id),
    say(move.from) || wordsOf(programme, move),
    "→",
    say(move.to),
  ]);
  const lines = conflicts.map(
    (conflict) => `  ${partOf(conflict)} ${titleOf(conflict.id)}: ${conflictText(conflict, dayIn, language)}`,
  );
  return [
    said.head(programme.title[language], dayIn(plan.start)),
    "",
    ...(rows.length > 0
      ? [table(rows, [words.columns.id, words.columns.title, said.was, "", said.is])]
      : [said.nothing]),
    "",
    lines.length > 0 ? said.conflicts(lines.length) : said.allFit,
    ...lines,
  ].join("\n");
}

const titlesOf = ({ phases, items, tracks }: Programme, language: Language) => {
  const titles = new Map([...phases, ...items, ...tracks].map(({ id, title }) => [id, title[language]]));
  return (id: string) => titles.get(id) ?? id;
};

/** The source's own words where it gives no date to move from. */
function wordsOf({ phases, items, tracks }: Programme, { id, session }: DateMove): string {
  const part: { when: When; sessions?: { id: string; when: When }[] } | undefined = [
    ...phases,
    ...items,
    ...tracks,
  ].find((one) => one.id === id);
  const when = part?.sessions?.find((one) => one.id === session)?.when ?? part?.when;
  return when?.quote ?? "";
}

/** In words, or nothing where it has no date. */
type Say = (span: DateMove["to"]) => string;

function sayIn(spanText: (from: string, to: string, language: Language) => string, language: Language): Say {
  return ({ from, to }) => {
    const [first, last] = [from ?? to, to ?? from];
    return first === undefined || last === undefined ? "" : spanText(first, last, language);
  };
}

const SAID = {
  da: {
    head: (title: string, start: string) => `${title}, fra ${start}`,
    was: "Før",
    is: "Nu",
    nothing: "Intet flytter sig.",
    allFit: "Alle dage passer.",
    conflicts: (count: number) => (count === 1 ? "1 dag passer ikke:" : `${count} dage passer ikke:`),
    written: (path: string) => `Programmet er skrevet: ${path}`,
    weeks: (path: string, start: string) =>
      `Programmet er skrevet: ${path}. Det tæller i uger, så brug det med --start ${start}.`,
    mixed: {
      detail: "Programmet tæller i uger og har også datoer, så en fil kan ikke sige, hvornår det begynder.",
      hint: "Udelad --out, eller giv punkterne med dato en uge i stedet.",
    },
  },
  en: {
    head: (title: string, start: string) => `${title}, from ${start}`,
    was: "Before",
    is: "Now",
    nothing: "Nothing moves.",
    allFit: "Every day fits.",
    conflicts: (count: number) => (count === 1 ? "1 day does not fit:" : `${count} days do not fit:`),
    written: (path: string) => `The programme is written: ${path}`,
    weeks: (path: string, start: string) =>
      `The programme is written: ${path}. It counts in weeks, so use it with --start ${start}.`,
    mixed: {
      detail: "The programme counts in weeks and also has dates, so that a file cannot say when it begins.",
      hint: "Leave --out out, or give the items with a date a week instead.",
    },
  },
};
