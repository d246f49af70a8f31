// Items and people in words.
import type { Item } from "../types.ts";
import type { Given } from "./given.ts";
import { whenWords } from "./when.ts";
import type { PictureWords } from "./words.ts";

/** The titles of roles and groups, in one line. */
export function whoWords(codes: string[], { programme, language }: Given): string {
  const titles = codes.map((code) => programme.roles.find((role) => role.code === code)?.title[language] ?? code);
  return titles.join(", ");
}

/** An item in words: title, what it is, when, where and for whom. */
export function itemWords(item: Item, given: Given): string {
  const { language, words, plan } = given;
  const { title, kind, when, place, audience, sessions = [] } = item;
  const each = sessions.map((session) => {
    const interval = plan.intervals[item.id]?.sessions?.[session.id];
    const name = session.title?.[language] ?? session.id;
    return `${name} ${interval ? whenWords(session.when, interval, given) : ""} ${session.place ?? ""}`.trim();
  });
  return [
    `${title[language]}: ${words.kinds[kind][0]}`,
    ...marksOf(item, words),
    whenWords(when, plan.intervals[item.id]!, given),
    ...each,
    ...(place === undefined ? [] : [place]),
    ...(audience.length > 0 ? [whoWords(audience, given)] : []),
  ].join(", ");
}

/** Tentative, voluntary, open to others: what is special about an item. */
export function marksOf({ tentative, voluntary, openSignUp }: Item, words: PictureWords): string[] {
  return [
    ...(tentative ? [words.tentative] : []),
    ...(voluntary ? [words.voluntary] : []),
    ...(openSignUp ? [words.openSignUp] : []),
  ];
}
