// Sets when the management forum meets.
import { dateGiven } from "../given.ts";
import type { Given, Output, World } from "../world.ts";
import { forumText } from "./text.ts";

/** Meetings from today on as the API gives them. Throws a usage Failure for what is no date. */
export async function run({ client, words, language }: World, { args }: Given): Promise<Output> {
  for (const date of args) await dateGiven("date", date, words);
  const meetings = await (await client()).setForumMeetings(args);
  return { json: meetings, text: forumText(meetings, language) };
}
