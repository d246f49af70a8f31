// Makes the draft of a programme from a table in a document or spreadsheet.
import { basename, extname } from "node:path";
import { Failure, usage } from "../failure.ts";
import { lineOf, type Given, type Output, type World } from "../world.ts";
import type { Problem } from "../../programmes/types.ts";

/** The draft of a programme that a plan's table makes; what was not read of it is told on standard error. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { language, words } = world;
  const [path = ""] = args;
  const [{ readPlan, parseDraft }, { draftOf }, { slugOf }] = await Promise.all([
    import("../../library/import.ts"),
    import("../../programmes/draft.ts"),
    import("../../programmes/draft-ids.ts"),
  ]);
  const name = basename(path, extname(path));
  const id = options["id"] ?? slugOf(name, "programme");
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(id)) throw usage(words.badId(id));
  const { year } = options;
  if (year !== undefined && !/^(?:19|20|21)\d\d$/.test(year)) throw usage(words.noYear(year));
  const read = await readPlan(path, language);
  if ("problem" in read) throw failureOf(read.problem);
  const title = name.replace(/[_\s]+/g, " ").trim() || id;
  const draft = draftOf(read.rows, { id, title, ...(year !== undefined && { year: Number(year) }) });
  if ("unreadable" in draft)
    throw new Failure("head", { detail: draft.unreadable[language], hint: words.headHint(path) });
  const parsed = await parseDraft(draft.yaml, language);
  const { problemsOf } = await import("../../programmes/warnings.ts");
  const problems = "problems" in parsed ? parsed.problems : problemsOf(parsed.programme, { language });
  const unread = draft.unread.map(({ why, ...where }) => ({ ...where, why: why[language] }));
  const { out } = options;
  if (out !== undefined) await writeNew(out, draft.yaml, world);
  for (const part of unread) world.say(words.unread(part.row, part.column, part.text, part.why));
  if ("problems" in parsed) for (const problem of problems) world.say(lineOf(problem, words));
  else world.say(words.draftWarnings(problems.length));
  const text = out === undefined ? draft.yaml.trimEnd() : words.draftWritten(out);
  return { json: { programme: draft.yaml, unread, problems }, text };
}

/** Writes a file that is not there yet. Throws a Failure where it is, or cannot be written. */
async function writeNew(path: string, text: string, { words }: World): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  await writeFile(path, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure("unwritable", words.fileUnwritable(path, error.code ?? ""));
  });
}

const failureOf = ({ code, message, hint, line, path }: Problem): Failure =>
  new Failure(code, { detail: message, hint }, line === undefined ? [] : [{ path, message, line }]);
