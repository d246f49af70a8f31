// Links that people put beside items and ideas, and take away again. Their ids count them in the order they were put there: l1, l2 …
import type { Instant, Text } from "../../programmes/types.ts";
import type { Book, Contribution } from "../ledger.ts";
import { refusals } from "../refusals.ts";
import type { Trigger } from "../trigger.ts";
import { rolesFor } from "../trigger-types.ts";

export type Link = { id: string; about: string; url: string; title: string; by: string; at: Instant };

/** The links beside something (`item:m1`), in the order they were put there; `by`: ids. All of the network's without it. */
export function linksOf(contributions: readonly Contribution[], about?: string): Link[] {
  const removed = new Set(contributions.flatMap(({ kind, data }) => (kind === "link.removed" ? [data["link"]] : [])));
  return contributions
    .filter(({ kind }) => kind === "link.added")
    .map(({ item = "", data, person = "", at }, index) => ({
      id: `l${index + 1}`,
      about: item,
      url: String(data["url"]),
      title: String(data["title"]),
      by: person,
      at,
    }))
    .filter((link) => !removed.has(link.id) && (about === undefined || link.about === about));
}

/** Why a link cannot be removed: it is not there, or whoever asks neither put it there nor leads. Undefined where it can. */
export function removalRefusal({ plan, people, contributions }: Book, trigger: Trigger): Text | undefined {
  const { data, by, role } = trigger;
  const link = linksOf(contributions, String(data["about"])).find(({ id }) => id === data["link"]);
  if (!link) return noLink(String(data["link"]));
  const leading = rolesFor(plan.programme, "recordMinutes");
  const leads = [role, ...(people.find(({ id }) => id === by)?.roles ?? [])].some((one) => leading.includes(one));
  return leads || link.by === by ? undefined : refusals.notYourLink();
}

const noLink = (id: string): Text => ({
  da: `Der er intet link ${id} ved det. »GET /api/networks/ID/files« viser dem, der er, med deres id.`,
  en: `There is no link ${id} beside it. “GET /api/networks/ID/files” lists those there are, with their ids.`,
});
