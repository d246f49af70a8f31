// Discoveries and the themes made from them. Their ids count them in the order they were written: d1, d2 …, t1, t2 …
import type { Instant } from "../../programmes/types.ts";
import type { Contribution, Kind } from "../ledger.ts";

/** `by`: the id of whom it counts for. */
export type Discovery = { id: string; perspective: string; source?: string; text: string; by?: string; at: Instant };

/** `discoveries` by id. */
export type Theme = { id: string; title: string; text?: string; discoveries: string[]; by?: string; at: Instant };

/** A theme that was chosen: one there is, by its id, or one in words. */
export type Chosen = { id?: string; title: string };

/** All discoveries, the first first. */
export function discoveriesOf(contributions: readonly Contribution[]): Discovery[] {
  return ofKind(contributions, "discovery.added").map(({ data, person, at }, index) => ({
    id: `d${index + 1}`,
    perspective: String(data["perspective"]),
    ...(data["source"] !== undefined && { source: String(data["source"]) }),
    text: String(data["text"]),
    ...(person !== undefined && { by: person }),
    at,
  }));
}

/** All themes that were made from discoveries, the first first. */
export function themesOf(contributions: readonly Contribution[]): Theme[] {
  return ofKind(contributions, "theme.added").map(({ data, person, at }, index) => ({
    id: `t${index + 1}`,
    title: String(data["title"]),
    ...(data["text"] !== undefined && { text: String(data["text"]) }),
    discoveries: (data["discoveries"] as string[]) ?? [],
    ...(person !== undefined && { by: person }),
    at,
  }));
}

/** The themes to go on with: those that were chosen last. */
export function chosenThemes(contributions: readonly Contribution[]): Chosen[] {
  const chosen = (ofKind(contributions, "themes.chosen").at(-1)?.data["themes"] ?? []) as string[];
  return chosen.map((said) => themeSaid(themesOf(contributions), said));
}

/** A theme as somebody named it: by its id, or in words. */
export function themeSaid(themes: readonly Theme[], said: string): Chosen {
  const theme = themes.find(({ id }) => id === said);
  return theme ? { id: theme.id, title: theme.title } : { title: said };
}

/** Whether words are the id of a theme, of one there is or of none. */
export const isThemeId = (said: string): boolean => /^t\d+$/.test(said);

const ofKind = (contributions: readonly Contribution[], kind: Kind) => contributions.filter((one) => one.kind === kind);
