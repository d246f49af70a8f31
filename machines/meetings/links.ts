// Links that people put beside items and ideas.
import type { Instant } from "../../programmes/types.ts";
import type { Contribution } from "../ledger.ts";

export type Link = { about: string; url: string; title: string; by: string; at: Instant };

/** The links beside something (`item:m1`), in the order they were put there; `by`: ids. All of the network's without it. */
export function linksOf(contributions: Contribution[], about?: string): Link[] {
  return contributions
    .filter(({ kind, item }) => kind === "link.added" && (about === undefined || item === about))
    .map(({ item = "", data, person = "", at }) => ({
      about: item,
      url: String(data["url"]),
      title: String(data["title"]),
      by: person,
      at,
    }));
}
