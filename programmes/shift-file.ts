// A programme that was changed, as the file it could have been read from.
import { stringify } from "yaml";
import { fileOf } from "./export/json.ts";
import type { Programme } from "./types.ts";

/** The programme as the YAML text of a file that names no method: read again, it is the same programme. */
export function yamlOf(programme: Programme): string {
  return stringify(fileOf(programme), { aliasDuplicateObjects: false, lineWidth: 120 });
}
