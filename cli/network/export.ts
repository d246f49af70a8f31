// A running network as a file for other programs, or to print: planned beside carried out.
import { fileOutput, formatGiven, tellUndated } from "../programme/export.ts";
import type { Given, Output, World } from "../world.ts";

/** The file itself in words; with --json `{ format, content }`, or the document where the file is JSON already. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const format = formatGiven(options["format"] ?? "", world.language);
  const { content, undated } = await (await world.client()).exportNetwork(args[0]!, format);
  tellUndated(undated, world);
  return fileOutput(format, content);
}
