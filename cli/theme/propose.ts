// Proposes a theme.
import type { NewThemeJson } from "../../api/client.ts";
import { usage } from "../failure.ts";
import { dateGiven, readJson } from "../given.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Output, World } from "../world.ts";
import { themeText } from "./text.ts";

/** The proposal as the API gives it. */
export async function run(world: World, { options }: Given): Promise<Output> {
  const { words, language } = world;
  const { title, challenge, type, programme, start, referenceManager, lineManager, characteristics } = options;
  if (start !== undefined) await dateGiven("--start", start, words);
  const theme = {
    title: title!,
    challenge: challenge!,
    ...given({ type, programme, start, referenceManager, lineManager }),
    ...(characteristics !== undefined && { characteristics: ticked(characteristics, world) }),
  } as NewThemeJson;
  const client = await world.client();
  const made = await repeatable(options["key"], words, (key) => client.proposeTheme(theme, key));
  return { json: made, text: `${made.id}\n${themeText(made, language)}` };
}

const given = (all: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));

/** Throws a usage Failure where the text is no JSON object. */
function ticked(text: string, { words, language }: World): object {
  const read = readJson(text, words);
  const why = "why" in read ? read.why : words.notObject();
  if ("value" in read && typeof read.value === "object" && read.value !== null && !Array.isArray(read.value))
    return read.value;
  throw usage(BAD[language](why));
}

const BAD = {
  da: (why: string) => ({
    detail: `--characteristics kan ikke læses som JSON: ${why}`,
    hint: `Skriv et objekt i enkelte anførselstegn: --characteristics '{"complex":"Ingen kender svaret"}'.`,
  }),
  en: (why: string) => ({
    detail: `--characteristics cannot be read as JSON: ${why}`,
    hint: `Write an object in single quotes: --characteristics '{"complex":"Nobody knows the answer"}'.`,
  }),
};
