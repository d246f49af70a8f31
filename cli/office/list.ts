// Who is of the secretariat and the management forum.
import type { Output, World } from "../world.ts";
import { officesText } from "./text.ts";

/** Them as the API gives them. */
export async function run({ client, language }: World): Promise<Output> {
  const offices = await (await client()).offices();
  return { json: offices, text: officesText(offices, language) };
}
