import type { FremdriftClient, PreviewJson } from "../../api/client.ts";
import { messageTitle } from "../../machines/narrate.ts";
import { usage } from "../failure.ts";
import { readJson } from "../given.ts";
import { moment } from "../layout.ts";
import { repeatable } from "../repeat.ts";
import type { Words } from "../words.ts";
import type { Given, Output, World } from "../world.ts";
import { knownOf, toldOf } from "./told.ts";

/** `{ key, entries, state }`: what happened, and how the network then stands; with `--preview` what would happen, and who would be told. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { words, language } = world;
  const [id, type] = [args[0]!, args[1]!];
  const data = dataOf(options["data"], words);
  const client = await world.client();
  if (options["preview"]) return await previewed(client, id, await client.preview(id, type, data), world);
  const done = await repeatable(options["key"], words, (key) => client.trigger(id, type, data, key));
  const text = async () => [words.taken, ...(await toldOf(client, id, done.entries, language))].join("\n");
  return { json: done, text };
}

/** A preview as it is, and in words. */
export async function previewed(
  client: FremdriftClient,
  id: string,
  preview: PreviewJson,
  { words, language }: World,
): Promise<{ json: PreviewJson; text: string }> {
  const { narration } = await knownOf(client, id, language);
  const about = ({ subject, rule }: { subject: string; rule: string }) => messageTitle(subject, rule, narration);
  const list = (title: string, lines: string[]) =>
    lines.length > 0 ? ["", title, ...lines.map((one) => `  ${one}`)] : [];
  const message = (one: PreviewJson["gone"][number]) => `${moment(one.at, language)}  ${about(one)}`;
  const text = [
    words.preview.nothing,
    ...(await toldOf(client, id, preview.entries, language)),
    ...list(
      words.preview.told,
      preview.told.map((one) => `${about(one)}: ${one.to.join(", ")}`),
    ),
    ...list(words.preview.gone, preview.gone.map(message)),
    ...list(words.preview.coming, preview.coming.map(message)),
    ...list(
      words.preview.alike,
      (preview.alike ?? []).map((one) => `${one.id}  ${one.title}`),
    ),
  ].join("\n");
  return { json: preview, text };
}

/** The data of a trigger as it was written, a JSON object. Throws a usage Failure where it is none. */
export function dataOf(text: string | undefined, words: Words): object {
  if (text === undefined) return {};
  const read = readJson(text, words);
  if ("why" in read) throw usage(words.badData(read.why));
  const { value } = read;
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw usage(words.badData(words.notObject()));
  return value;
}
