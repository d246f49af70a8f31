// What a network has gathered on its way to a short list: discoveries, themes, ideas, and rounds of prioritisation.
import { createRoute, z } from "@hono/zod-openapi";
import { alikeToNew } from "../machines/ideas/ideas.ts";
import { readBallots, readDiscoveries, readIdeas, readThemes, type Reader } from "../machines/ideas/read.ts";
import type { Book } from "../machines/ledger.ts";
import { bookOf } from "../store/journal.ts";
import type { Store } from "../store/open.ts";
import { emailsOf } from "../store/people.ts";
import type { Routes } from "./app.ts";
import { BallotShape, DiscoveryShape, IdeaShape, ThemeShape, type AlikeJson } from "./idea-shapes.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { languageOf, type Language } from "./words.ts";

/** Registers the four that are read. */
export function addIdeaRoutes({ app, parts: { store }, admit, submit }: Routes): void {
  const register = <T extends z.ZodType>(
    what: string,
    summary: string,
    shape: T,
    read: (book: Book, reader: Reader) => z.infer<T>[],
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
      await admit(c, id);
      await submit.settled(id);
      const book = (await bookOf(store, id))!;
      const reader = await readerOf(store, book, languageOf(c.req.header("accept-language")));
      return c.json(read(book, reader), 200) as never;
    });
  };
  register("discoveries", "What was seen, from which perspective, by whom", DiscoveryShape, readDiscoveries);
  register("themes", "Themes made from discoveries, and those that were chosen", ThemeShape, readThemes);
  register("ideas", "Ideas: what they say, what became of them, and which are alike", IdeaShape, readIdeas);
  const ballots =
    "Rounds of prioritisation: turnout, the order and how sure it is; of a secret one no order before it is closed";
  register("ballots", ballots, BallotShape, readBallots);
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

/** Some who contributed may have left the network since. */
async function readerOf(store: Store, { contributions, view }: Book, language: Language): Promise<Reader> {
  const authors = contributions.flatMap(({ person, data }) => [person, ...((data["authors"] as string[]) ?? [])]);
  const others = Object.values(view.ballots ?? {}).map(({ overruled }) => overruled?.by);
  const ids = [...new Set([...authors, ...others])].filter((id) => id !== undefined);
  const emails = await emailsOf(store, ids);
  return { language, emailOf: (id) => emails.get(id) };
}
