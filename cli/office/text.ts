// Who is of the secretariat and the management forum, in words.
import type { OfficesJson } from "../../api/client.ts";
import { table } from "../layout.ts";
import type { Language } from "../world.ts";

/** A table of people and what they are. */
export const officesText = (offices: OfficesJson, language: Language): string =>
  offices.length === 0
    ? NONE[language]
    : table(offices.map(({ person, name, role }) => [person, name === person ? "" : name, ROLES[role][language]]));

const ROLES = {
  secretariat: { da: "sekretariat", en: "secretariat" },
  managementForum: { da: "chefforum", en: "management forum" },
};
const NONE: Record<Language, string> = {
  da: "Ingen har en rolle på tværs af netværk. Giv en med «fremdrift office set».",
  en: "Nobody has a role across networks. Give one with «fremdrift office set».",
};
