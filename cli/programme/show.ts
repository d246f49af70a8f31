import type { ShownPhase, ShownProgramme } from "../../programmes/show.ts";
import { KIND_NAMES } from "../../programmes/kind-names.ts";
import { NETWORK_TYPE_NAMES } from "../../programmes/network-type.ts";
import { programmeGiven, startGiven } from "../given.ts";
import { moment, table } from "../layout.ts";
import { lineOf, type Given, type Language, type Output, type World } from "../world.ts";
import type { Words } from "../words.ts";

/** Every phase and item with its interval, precision and the source's words. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const { language, words } = world;
  const programme = await programmeGiven(args[0]!, world);
  const start = await startGiven(programme, options, words);
  const { showProgramme } = await import("../../programmes/show.ts");
  const shown = showProgramme(programme, { language, ...(start !== undefined && { start }) });
  const roles = Object.fromEntries(programme.roles.map(({ code, title }) => [code, title[language]]));
  return { json: shown, text: textOf(shown, roles, world) };
}

function textOf(shown: ShownProgramme, roles: Record<string, string>, { language, words }: World): string {
  const { columns } = words;
  const when = (part: Part) => whenOf(part, language, words);
  const phases = shown.phases.map((phase) => [phase.id, phase.title, when(phase), phase.quote ?? ""]);
  const items = shown.items.flatMap((item) => [
    [
      item.id,
      item.title,
      KIND_NAMES[item.kind][language],
      when(item),
      item.audience.map((role) => roles[role] ?? role).join(", "),
    ],
    ...(item.sessions ?? []).map((one) => [
      `${item.id}/${one.id}`,
      `  ${one.title ?? one.id}`,
      "",
      when(one),
      one.place ?? "",
    ]),
  ]);
  return [
    `${shown.title} (${shown.id}, version ${shown.version})`,
    shown.description,
    NETWORK_TYPE_NAMES[shown.type][language],
    "",
    ...(phases.length > 0 ? [table(phases, [columns.phases, columns.title, columns.when, ""]), ""] : []),
    table(items, [columns.id, columns.title, columns.kind, columns.when, columns.audience]),
    ...(shown.warnings.length > 0 ? ["", words.lintWarnings(shown.warnings.length)] : []),
    ...shown.warnings.map((warning) => `  ${lineOf({ path: warning.path, message: warning.message }, words)}`),
  ].join("\n");
}

/** What has a date: a phase, an item, or one of its sessions. */
type Part = Pick<ShownPhase, "from" | "to" | "weeks" | "precision">;

function whenOf({ from, to, weeks, precision }: Part, language: Language, words: Words): string {
  if (from !== null && to !== null) {
    return from === to ? moment(from, language) : `${moment(from, language)} – ${moment(to, language)}`;
  }
  if (weeks === undefined) return words.undated;
  return precision === "either" ? words.either(...weeks) : words.weeks(...weeks);
}
