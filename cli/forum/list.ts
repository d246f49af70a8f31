// When the management forum meets.
import type { Output, World } from "../world.ts";
import { forumText } from "./text.ts";

/** Meetings from today on as the API gives them. */
export async function run({ client, language }: World): Promise<Output> {
  const meetings = await (await client()).forumMeetings();
  return { json: meetings, text: forumText(meetings, language) };
}
