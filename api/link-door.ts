// The way in of who has a link and no token of their own: its token is in the address, and names the network that it is about.
import type { Context } from "hono";
import type { Book } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import { bookOf } from "../store/journal.ts";
import { getNetwork, type Network } from "../store/networks.ts";
import type { Routes } from "./app.ts";
import type { LinkProblemCode } from "./link-words.ts";
import { ApiProblem } from "./problem.ts";
import { languageOf, setLanguage, type Language } from "./words.ts";

/** What a link's token says, and until when it holds. */
type Read<Link> = { link: Link; expires: Instant };

export type Reached<Link> = Read<Link> & {
  /** The language asked for, else the browser's. */
  language: Language;
  /** The language asked for, else that of the person, which answers are in from then on. */
  speak(own?: Language): Language;
  /** The network as it now stands; absent where there is none any more. */
  book: Book | undefined;
  network: Network | undefined;
};

/** Reads the link of requests below `place`, with the network that it names; throws `link-unknown` for what is no link. */
export function createDoor<Link extends { network: string }>(
  { parts: { store }, submit }: Pick<Routes, "parts" | "submit">,
  place: string,
  read: (token: string) => Read<Link> | undefined,
): (c: Context) => Promise<Reached<Link>> {
  return async (c) => {
    const asked = c.req.query("lang");
    const speak = (own?: Language): Language => {
      const language = asked === "da" || asked === "en" ? asked : (own ?? languageOf(c.req.header("accept-language")));
      setLanguage(c, language);
      return language;
    };
    const language = speak();
    const known = read(c.req.path.slice(place.length));
    if (!known) throw refusedLink("link-unknown", language);
    const { network: id } = known.link;
    await submit.settled(id);
    return { ...known, language, speak, book: await bookOf(store, id), network: await getNetwork(store, id) };
  };
}

/** Why a link leads nowhere, in the language of whoever came by it. */
export const refusedLink = (code: LinkProblemCode, language: Language, about = ""): ApiProblem =>
  new ApiProblem(code, about, { language });

/** The instant that a network goes by. */
export const clockOf = ({ clock, now: stands }: Network, now: Instant): Instant => (clock === "real" ? now : stands);
