// Discoveries, themes and ideas of a network: what they say, what they were made of, and which are alike.
import type { DiscoveryJson, IdeaJson, ThemeJson } from "../../api/client.ts";
import { table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** `{ discoveries, themes, ideas }` as the API gives them. */
export async function run({ client, language, words }: World, { args }: Given): Promise<Output> {
  const api = await client();
  const id = args[0]!;
  const [discoveries, themes, ideas] = await Promise.all([api.discoveries(id), api.themes(id), api.ideas(id)]);
  const said = SAID[language];
  const parts = [
    part(said.discoveries, discoveries.map(discoveryCells)),
    part(
      said.themes,
      themes.map((theme) => themeCells(theme, said)),
    ),
    part(
      said.ideas,
      ideas.map((idea) => [
        `  ${idea.id}`,
        words.ideaStates[idea.state] ?? idea.state,
        idea.title,
        notesOf(idea, said).join("; "),
      ]),
    ),
  ].filter((lines) => lines.length > 0);
  return { json: { discoveries, themes, ideas }, text: parts.length > 0 ? parts.join("\n\n") : words.none };
}

const part = (title: string, rows: string[][]): string => (rows.length === 0 ? "" : `${title}\n${table(rows)}`);

const discoveryCells = ({ id, perspective, source = "", text }: DiscoveryJson) => [
  `  ${id}`,
  perspective,
  source,
  text,
];

const themeCells = ({ id = "", title, discoveries, chosen }: ThemeJson, said: Said) => [
  `  ${id}`,
  title,
  discoveries.join(", "),
  chosen ? said.chosen : "",
];

/** What is known of an idea beside its name. */
function notesOf({ theme, sources, into, reason, comments, alike }: IdeaJson, said: Said): string[] {
  const likes = alike.map(({ id, words }) => `${id}${words.length > 0 ? ` (${words.join(", ")})` : ""}`);
  return [
    ...(theme ? [`${said.theme} ${theme.id ?? theme.title}`] : []),
    ...(sources ? [`${said.of} ${sources.join(" + ")}`] : []),
    ...(into === undefined ? [] : [`${said.into} ${into}`]),
    ...(reason === undefined ? [] : [reason]),
    ...(comments.length > 0 ? [said.comments(comments.length)] : []),
    ...(likes.length > 0 ? [`${said.like} ${likes.join(", ")}`] : []),
  ];
}

type Said = (typeof SAID)[Language];
const SAID = {
  da: {
    discoveries: "Opdagelser",
    themes: "Temaer",
    ideas: "Idéer",
    chosen: "valgt",
    theme: "tema",
    of: "sat sammen af",
    into: "nu en del af",
    comments: (count: number) => (count === 1 ? "1 kommentar" : `${count} kommentarer`),
    like: "ligner",
  },
  en: {
    discoveries: "Discoveries",
    themes: "Themes",
    ideas: "Ideas",
    chosen: "chosen",
    theme: "theme",
    of: "made of",
    into: "now part of",
    comments: (count: number) => (count === 1 ? "1 comment" : `${count} comments`),
    like: "is like",
  },
};
