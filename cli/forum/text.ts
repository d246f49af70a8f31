// When the management forum meets, in words.
import type { ForumMeetingsJson } from "../../api/client.ts";
import { moment } from "../layout.ts";
import type { Language } from "../world.ts";

/** A line for each meeting; after those that nobody has entered, how to do that. */
export function forumText(meetings: ForumMeetingsJson, language: Language): string {
  const lines = meetings.map(({ date }) => moment(date, language));
  const hint = meetings.some(({ proposed }) => proposed) ? [USUAL[language]] : [];
  return [...lines, ...hint].join("\n");
}

const USUAL: Record<Language, string> = {
  da: "Sådan plejer det at være: ingen har sat datoerne. Sæt dem med «fremdrift forum set».",
  en: "That is what is usual: nobody has set the dates. Set them with «fremdrift forum set».",
};
