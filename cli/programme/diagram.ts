// `programme diagram`: the picture of a programme as SVG on standard output.
import type { Text } from "../../programmes/types.ts";
import { usage } from "../failure.ts";
import { programmeGiven, startGiven } from "../given.ts";
import type { Given, Output, World } from "../world.ts";

const FORMATS = ["svg"];
const KINDS = ["statechart", "timeline"];

/** `{ svg }`. Throws a usage Failure where the format, kind or start is none. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { language, words } = world;
  oneOf(FORMATS, "--format", options["format"] ?? "", world);
  const kind = oneOf(KINDS, "--kind", options["kind"] ?? "statechart", world);
  const programme = await programmeGiven(args[0]!, world);
  const start = await startGiven(programme, options, words);
  const chosen = { language, ...(start !== undefined && { start }) };
  const svg =
    kind === "timeline"
      ? (await import("../../programmes/picture/timeline.ts")).timelineOf(programme, chosen)
      : await (await import("../../programmes/picture/statechart.ts")).statechartOf(programme, chosen);
  return { json: { svg }, text: svg };
}

/** The value, where it is one of those there are. */
function oneOf(known: string[], flag: string, value: string, { language }: World): string {
  if (known.includes(value)) return value;
  const list = known.join(", ");
  const detail: Text = { da: `${flag} «${value}» findes ikke.`, en: `There is no ${flag} «${value}».` };
  const hint: Text = { da: `Der er: ${list}.`, en: `There are: ${list}.` };
  throw usage({ detail: detail[language], hint: hint[language] });
}
