// The commands as commander knows them, with help and mistakes told in the chosen language.
import { Command, CommanderError } from "commander";
import type { Text } from "../programmes/types.ts";
import { usage, type Failure } from "./failure.ts";
import { ABOUT, EXAMPLE, NOUNS } from "./nouns.ts";
import type { CommandSpec } from "./surface-parts.ts";
import { COMMANDS } from "./surface.ts";
import { WORDS, type Words } from "./words.ts";
import type { Given, Language, Streams } from "./world.ts";

/** All commands. `choose` is called with the one that was written, which is then run by whoever asked. */
export function programOf(
  language: Language,
  streams: Streams,
  choose: (spec: CommandSpec, given: Given) => void,
): Command {
  const words = WORDS[language];
  const program = new Command("fremdrift");
  dress(program, { language, words, streams }, { about: ABOUT, example: EXAMPLE });
  program.option("--json", words.help.json).option("--lang <lang>", words.help.lang);
  const nouns = new Map<string, Command>();
  const under = (noun: string): Command => {
    const known = nouns.get(noun) ?? program.command(noun);
    if (!nouns.has(noun)) dress(known, { language, words, streams }, NOUNS[noun]!);
    nouns.set(noun, known);
    return known;
  };
  for (const spec of COMMANDS) {
    const [first = "", verb] = spec.path.split(" ");
    const command = verb === undefined ? program.command(first) : under(first).command(verb);
    // One word may be a command of its own and the first of others.
    if (verb === undefined) nouns.set(first, command);
    dress(command, { language, words, streams }, spec);
    declare(command, spec, language);
    command.action(() => choose(spec, { args: command.args, options: command.opts() }));
  }
  return program;
}

/** What was wrong with how the command was written; anything else is nobody's mistake and said as it is. */
export function usageFailure(error: unknown, words: Words): Failure | Error {
  if (!(error instanceof CommanderError)) return error instanceof Error ? error : new Error(String(error));
  const [, about = ""] = /'([^']*)'/.exec(error.message) ?? [];
  const [, meant] = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message) ?? [];
  const detail = MISTAKES[error.code]?.(words, about) ?? words.incomplete();
  const hint = meant === undefined ? words.seeHelp(commandOf.get(error) ?? "npx fremdrift") : words.didYouMean(meant);
  return usage({ detail, hint });
}

const MISTAKES: Record<string, (words: Words, about: string) => string> = {
  "commander.unknownCommand": (words, about) => words.unknownCommand(about),
  "commander.unknownOption": (words, about) => words.unknownOption(about),
  "commander.missingArgument": (words, about) => words.missingArgument(about),
  "commander.missingMandatoryOptionValue": (words, about) => words.missingOption(about),
  "commander.optionMissingArgument": (words, about) => words.missingValue(about),
  "commander.excessArguments": (words) => words.tooMany(),
};

/** Which command an error is about, so that its help can be named. */
const commandOf = new WeakMap<CommanderError, string>();

type Told = { language: Language; words: Words; streams: Streams };

function dress(
  command: Command,
  { language, words, streams }: Told,
  { about, example }: { about: Text; example: string },
) {
  const { help } = words;
  const titles: Record<string, string> = {
    "Usage:": help.usage,
    "Arguments:": help.arguments,
    "Options:": help.options,
    "Global Options:": help.global,
    "Commands:": help.commands,
  };
  command
    .description(about[language])
    .helpOption("-h, --help", help.helpOption)
    .helpCommand(false)
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => titles[title] ?? title,
      commandUsage: (shown) => `npx ${fullName(shown)} ${translated(shown.usage(), words)}`,
      subcommandTerm: (shown) => `${shown.name()} ${translated(shown.usage(), words)}`,
    })
    .addHelpText("after", `\n${help.example}\n  ${example}`)
    .configureOutput({ writeOut: streams.out, writeErr: streams.err, outputError: () => {} })
    .exitOverride((error) => {
      commandOf.set(error, `npx ${fullName(command)}`);
      throw error;
    });
}

function declare(command: Command, { args = {}, options = {}, required = [] }: CommandSpec, language: Language) {
  for (const [name, text] of Object.entries(args)) command.argument(name, text[language]);
  for (const [flags, text] of Object.entries(options)) {
    if (required.includes(flags)) command.requiredOption(flags, text[language]);
    else command.option(flags, text[language]);
  }
}

const translated = (usage: string, { help }: Words): string =>
  usage.replace("[options]", `[${help.optionsWord}]`).replace("[command]", `[${help.command}]`);

const fullName = (command: Command): string =>
  command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
