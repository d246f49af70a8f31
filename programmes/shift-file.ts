// A programme that was changed, as the file it could have been read from.
import { stringify } from "yaml";
import { buildProgramme } from "./build.ts";
import { fileOf } from "./export/json.ts";
import { fileSchema } from "./schema.ts";
import type { Programme, Text } from "./types.ts";

/** The programme as the YAML text of a file that names no method: read again, it is the same programme. */
export function yamlOf(programme: Programme): string {
  return stringify(fileOf(programme), { aliasDuplicateObjects: false, lineWidth: 120 });
}

/**
 * A changed programme as it would be, had it been read from a file: what it leaves open is asked of what is still open, and `ours`
 * stand among its own remarks. Throws where it could not be a file.
 */
export function asRead(programme: Programme, ours: Text[]): Programme {
  const openQuestions = programme.openQuestions.filter(({ path }) => !isAnswered(programme, path));
  const { items, ours: own = [], ...file } = fileOf({ ...programme, openQuestions }) as File;
  const whole = Object.entries(items).map(([id, item]) => [
    id,
    item["when"] === undefined && item["sessions"] === undefined ? { ...item, when: "?" } : item,
  ]);
  const remarks = [...own, ...ours];
  return buildProgramme(
    fileSchema.parse({ ...file, items: Object.fromEntries(whole), ...(remarks.length > 0 && { ours: remarks }) }),
  );
}

type File = { items: Record<string, Record<string, unknown>>; ours?: Text[] };

/** Whether the programme now says what a question of that path asks: where an item is, or whom it is for. */
function isAnswered({ items }: Programme, path: string): boolean {
  const [room, id, part] = path.split(".");
  const item = room === "items" ? items.find((one) => one.id === id) : undefined;
  if (!item) return false;
  return part === "place" ? item.place !== undefined : part === "audience" && item.audience.length > 0;
}
