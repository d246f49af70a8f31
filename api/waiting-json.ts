// What waits for a person, told in the reader's language.
import { inOrder, waitingFor } from "../machines/waiting/waiting.ts";
import type { Coming, Due, Waiting, WaitingList } from "../machines/waiting/types.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Opened } from "./books.ts";
import type { ComingJson, WaitingJson, WaitingListJson } from "./waiting-shapes.ts";
import type { Language } from "./words.ts";

/** All that waits for a person in some networks, in one list; none in those they are not in. */
export function waitingList(opened: Opened[], person: string | undefined, language: Language): WaitingListJson {
  const lists = opened.flatMap((one) => {
    const self = one.book.people.find(({ id }) => id === person);
    return self ? [{ one, list: waitingFor(one.book, self, one.now) }] : [];
  });
  const zone = lists[0]?.one.book.plan.programme.zone ?? "UTC";
  const by = new Map(lists.map(({ one }) => [one.book.network.id, one]));
  const coming = (of: (list: WaitingList) => Coming[]) =>
    lists
      .flatMap(({ one, list }) => of(list).map((what) => comingJson(one, what, language)))
      .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const [next] = coming((list) => (list.next ? [list.next] : []));
  const waiting = inOrder(
    lists.flatMap(({ list }) => list.waiting),
    zone,
  );
  return {
    waiting: waiting.map((what) => waitingJson(by.get(what.network)!, what, language)),
    upcoming: coming(({ upcoming }) => upcoming),
    ...(next && { next }),
    networks: lists.map(({ one: { book, ended } }) => ({ id: book.network.id, title: book.network.title, ended })),
  };
}

function waitingJson({ book }: Opened, what: Waiting, language: Language): WaitingJson {
  const { programme } = book.plan;
  const titleOf = (role: string) => programme.roles.find(({ code }) => code === role)?.title[language] ?? role;
  const { title, says, due, actions, missing, ...same } = what;
  return {
    ...same,
    network: networkIn(book),
    title: title[language],
    says: says[language],
    due: due === null ? null : momentOf(due, programme.zone),
    actions: actions.map((one) => ({ ...one, label: one.label[language], as: titleOf(one.role) })),
    ...(missing && { missing: missing.map((one) => ({ ...one, title: one.title[language] })) }),
  };
}

function comingJson({ book }: Pick<Opened, "book">, what: Coming, language: Language): ComingJson {
  const { zone } = book.plan.programme;
  const { title, at, end, ...same } = what;
  return {
    ...same,
    network: networkIn(book),
    title: title[language],
    at: momentOf(at, zone),
    ...(end !== undefined && { end: momentOf(end, zone) }),
  };
}

const networkIn = ({ network: { id, title } }: Opened["book"]) => ({ id, title });

const momentOf = (due: Due, zone: string): string => (typeof due === "number" ? rfc3339(due, zone) : due);
