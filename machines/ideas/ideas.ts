// Ideas as people read them: what they say, whose they are, what they were made of or became part of, comments, and which are alike.
import type { Instant, Person, Text } from "../../programmes/types.ts";
import type { Json } from "../engine/types.ts";
import type { Book, Contribution, Kind } from "../ledger.ts";
import type { IdeaView } from "./types.ts";
import { refusals } from "../refusals.ts";
import type { Trigger } from "../trigger.ts";
import { alikeTo, type Alike, type Said } from "./likeness.ts";
import { themeSaid, themesOf, type Chosen } from "./themes.ts";

export type Comment = { text: string; by?: string; at: Instant };

/** `authors` and `by` are ids of people. `alike`: the most alike of the others that still stand. */
export type Idea = Pick<IdeaView, "state" | "round" | "reason" | "sources" | "into"> & {
  id: string;
  title: string;
  text?: string;
  theme?: Chosen;
  authors: string[];
  at?: Instant;
  comments: Comment[];
  alike: Alike[];
};

/** The kind of contribution that a comment is. */
export const COMMENT: Kind = "idea.commented";

const READ = new WeakMap<object, Idea[]>();

/** All ideas of a network, the first first. A book is read once: it never changes. */
export function ideasOf(book: Pick<Book, "view" | "contributions">): Idea[] {
  const ideas = READ.get(book) ?? ideasIn(book);
  READ.set(book, ideas);
  return ideas;
}

function ideasIn({ view, contributions }: Pick<Book, "view" | "contributions">): Idea[] {
  const texts = textsBy(contributions);
  const themes = themesOf(contributions);
  const standing = standingIn({ view, contributions });
  return Object.entries(view.ideas).map(([id, { key, state, round, reason, sources, into }]): Idea => {
    const { person, at, data = {} } = texts.get(key) ?? {};
    const authors = (data["authors"] as string[] | undefined) ?? (person === undefined ? [] : [person]);
    const comments = contributions.filter(({ kind, item }) => kind === COMMENT && item === `idea:${id}`);
    const stands = standing.find((one) => one.id === id);
    return {
      id,
      ...saidIn(data),
      ...(data["theme"] !== undefined && { theme: themeSaid(themes, String(data["theme"])) }),
      authors,
      ...(at !== undefined && { at }),
      state,
      round,
      ...(reason !== undefined && { reason }),
      ...(sources && { sources }),
      ...(into !== undefined && { into }),
      comments: comments.map(commentOf),
      alike: stands ? alikeTo(stands, standing) : [],
    };
  });
}

/** The ideas most alike to one that somebody is about to add. */
export function alikeToNew(
  book: Pick<Book, "view" | "contributions">,
  { title, text }: { title: string; text?: string | undefined },
): (Alike & { title: string })[] {
  const standing = standingIn(book);
  const titleOf = (id: string) => standing.find((one) => one.id === id)!.title;
  return alikeTo({ id: "", title, text }, standing).map((one) => ({ ...one, title: titleOf(one.id) }));
}

/** What ideas that are neither merged nor split say. */
function standingIn({ view, contributions }: Pick<Book, "view" | "contributions">): Said[] {
  const texts = textsBy(contributions);
  const standing = Object.entries(view.ideas).filter(([, { state }]) => state !== "merged" && state !== "split");
  return standing.map(([id, { key }]) => ({ id, ...saidIn(texts.get(key)?.data ?? {}) }));
}

const textsBy = (contributions: readonly Contribution[]): Map<string, Contribution> =>
  new Map(contributions.filter(({ kind }) => kind === "text").map((one) => [one.key, one]));

const saidIn = ({ title, text }: Contribution["data"]) => ({
  title: String(title ?? ""),
  ...(text !== undefined && { text: String(text) }),
});

const commentOf = ({ person, at, data }: Contribution): Comment => ({
  text: String(data["text"]),
  ...(person !== undefined && { by: person }),
  at,
});

/** An idea with its authors by their ids, or why they will not do; any other trigger as it is. */
export function withAuthors<T extends Pick<Trigger, "type" | "data">>(trigger: T, people: Person[]): T | { why: Text } {
  const { type, data } = trigger;
  if (type !== "addIdea" || data["authors"] === undefined) return trigger;
  const emails = data["authors"] as string[];
  const idOf = (email: string) => people.find((one) => one.email.toLowerCase() === email.toLowerCase())?.id;
  const unknown = emails.find((email) => idOf(email) === undefined);
  if (unknown !== undefined) return { why: refusals.nobody(unknown) };
  return { ...trigger, data: { ...data, authors: emails.map(idOf) as Json } };
}
