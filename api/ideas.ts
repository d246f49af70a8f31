// What a network has gathered on its way to a short list: discoveries, themes, ideas, and rounds of prioritisation.
import { createRoute, z } from "@hono/zod-openapi";
import { alikeToNew } from "../machines/ideas/ideas.ts";
import { ownVotes } from "../machines/ideas/own-votes.ts";
import { readBallots, readDiscoveries, readIdeas, readThemes, type Reader } from "../machines/ideas/read.ts";
import type { Book } from "../machines/ledger.ts";
import { bookOf } from "../store/journal.ts";
import type { Store } from "../store/open.ts";
import { namesOf } from "../store/people.ts";
import type { Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { BallotShape, DiscoveryShape, IdeaShape, ThemeShape, type AlikeJson, type BallotJson } from "./idea-shapes.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { languageOf, type Language } from "./words.ts";

/** Registers the four that are read. */
export function addIdeaRoutes({ app, parts: { store }, admit, book: bookOf }: Routes): void {
  const register = <T extends z.ZodType>(
    what: string,
    summary: string,
    shape: T,
    read: (book: Book, reader: Reader, admitted: Admitted) => z.infer<T>[],
  ) => {
    const route = createRoute({
      method: "get",
      path: `/api/networks/{id}/${what}`,
      summary,
      request: { params: NETWORK_ID },
      responses: { ...answers(200, z.array(shape)), ...problems(401, 404) },
    });
    app.openapi(route, async (c) => {
      const { id } = c.req.valid("param");
      const admitted = await admit(c, id);
      const book = await bookOf(id);
      const reader = await readerOf(store, book, languageOf(c.req.header("accept-language")));
      return c.json(read(book, reader, admitted), 200) as never;
    });
  };
  register("discoveries", "What was seen, from which perspective, by whom", DiscoveryShape, readDiscoveries);
  register("themes", "Themes made from discoveries, and those that were chosen", ThemeShape, readThemes);
  register("ideas", "Ideas: what they say, what became of them, and which are alike", IdeaShape, readIdeas);
  const ballots =
    "Rounds of prioritisation: turnout, the order and how sure it is; of a secret one no order before it is closed";
  register("ballots", ballots, BallotShape, (book, reader, admitted) =>
    readBallots(book, reader).map((ballot) => ({ ...ballot, ...ownIn(book, ballot.id, admitted) })),
  );
}

/** What becomes of the votes that whoever asks can cast: their own, and those of whom they stand in for. */
function ownIn(book: Book, ballot: string, admitted: Admitted): Pick<BallotJson, "own"> {
  const { id, email = "", name = "" } = { ...admitted.principal, id: admitted.principal.personId };
  if (id === undefined || book.view.ballots?.[ballot]?.state !== "open") return {};
  const nameOf = (other: string) => book.people.find((one) => one.id === other)?.name ?? "";
  const voters = [
    { id, email, name, roles: admitted.roles },
    ...admitted.actsFor.map((one) => ({ ...one, name: nameOf(one.id) })),
  ];
  return { own: ownVotes(ballot, book, { id, voters }) };
}

/** The ideas most alike to the one that a trigger would add; nothing of any other trigger. */
export async function alikeInPreview(
  store: Store,
  network: string,
  { type, data }: { type: string; data: { [key: string]: unknown } },
): Promise<{ alike?: AlikeJson[] }> {
  if (type !== "addIdea") return {};
  const { title, text } = data as { title: string; text?: string };
  return { alike: alikeToNew((await bookOf(store, network))!, { title, text }) };
}

/** Who reads what people contributed: some of those may have left the network since. `more`: ids of others that are named. */
export async function readerOf(
  store: Store,
  { contributions, view, people }: Pick<Book, "contributions" | "view" | "people">,
  language: Language,
  more: (string | undefined)[] = [],
): Promise<Reader> {
  const authors = contributions.flatMap(({ person, data }) => [person, ...((data["authors"] as string[]) ?? [])]);
  const others = Object.values(view.ballots ?? {}).map(({ overruled }) => overruled?.by);
  const here = new Map(people.map(({ id, email, name }) => [id, { email, name }]));
  const ids = [...new Set([...authors, ...others, ...more])].filter((id) => id !== undefined && !here.has(id));
  const gone =
    ids.length > 0 ? await namesOf(store, ids as string[]) : new Map<string, { email: string; name: string }>();
  const known = (id: string) => here.get(id) ?? gone.get(id);
  return { language, emailOf: (id) => known(id)?.email, nameOf: (id) => known(id)?.name };
}
