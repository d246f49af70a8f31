// The command line: finds the command, runs it, and tells what came of it.
import { CommanderError } from "commander";
import { isFailureToTell, tellFailure } from "./errors.ts";
import { usage } from "./failure.ts";
import { programOf, usageFailure } from "./program.ts";
import type { CommandSpec } from "./surface-parts.ts";
import { WORDS } from "./words.ts";
import { worldOf, type Given, type Language, type Output, type Streams } from "./world.ts";

/** Exit codes: 0 done, 1 refused or errors found, 2 wrong usage. Never throws. */
export async function main(argv: string[], streams: Streams = ofProcess()): Promise<number> {
  const json = beforeDashes(argv).includes("--json");
  const { language, wrong } = languageOf(argv, streams.env);
  const words = WORDS[language];
  const world = worldOf(streams, { language, words, json });
  try {
    if (wrong !== undefined) throw usage(words.badLanguage(wrong));
    const chosen = await parsed(argv, language, streams);
    if (chosen === undefined) return 0;
    const { run } = await chosen.spec.load();
    return await write(await run(world, chosen.given), json, streams);
  } catch (error) {
    return tellFailure(isFailureToTell(error) ? error : usageFailure(error, words), world, { json, out: streams.out });
  }
}

function ofProcess(): Streams {
  // Whoever reads only the first lines, such as `head`, closes the pipe: that is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
      process.stderr.write(`fremdrift: ${error.message}\n`);
      process.exitCode = 1;
    }
    setImmediate(() => process.exit());
  });
  return {
    env: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}

type Chosen = { spec: CommandSpec; given: Given };

/** The command that was written; undefined where help was asked for and given. Throws what commander throws. */
async function parsed(argv: string[], language: Language, streams: Streams): Promise<Chosen | undefined> {
  let chosen: Chosen | undefined;
  const program = programOf(language, streams, (spec, given) => (chosen = { spec, given }));
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined;
    throw error;
  }
  return chosen;
}

async function write({ json, text, failed }: Output, asJson: boolean, { out }: Streams): Promise<number> {
  if (asJson) out(`${JSON.stringify(json, null, 2)}\n`);
  else if (text) out(`${typeof text === "string" ? text : await text()}\n`);
  return failed ? 1 : 0;
}

// The language is needed before the command line is read, since help and mistakes are told in it.
function languageOf(argv: string[], env: Streams["env"]): { language: Language; wrong?: string } {
  const words = beforeDashes(argv);
  const at = words.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const given = at < 0 ? env["FREMDRIFT_LANG"] || "da" : (words[at]!.split("=")[1] ?? words[at + 1] ?? "");
  if (given === "da" || given === "en") return { language: given };
  return { language: "da", wrong: given };
}

function beforeDashes(argv: string[]): string[] {
  const dashes = argv.indexOf("--");
  return dashes < 0 ? argv : argv.slice(0, dashes);
}
