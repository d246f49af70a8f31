// The calendars of a network that are subscribed to.
import { moment, table } from "../layout.ts";
import type { Given, Output, World } from "../world.ts";

/** Feeds as the API gives them: of who leads the network everybody's, else one's own. */
export async function run({ client: connect, words, language }: World, { args }: Given): Promise<Output> {
  const feeds = await (await connect()).feeds(args[0]!);
  const { who, what, when, id } = words.columns;
  const said = SAID[language];
  const rows = feeds.map((feed) => [
    feed.person,
    feed.whole ? said.whole : said.own,
    moment(feed.createdAt, language),
    feed.id,
  ]);
  return { json: feeds, text: rows.length > 0 ? table(rows, [who, what, when, id]) : said.none };
}

const SAID = {
  da: { whole: "hele netværket", own: "egne møder og frister", none: "Ingen abonnerer på en kalender." },
  en: { whole: "the whole network", own: "own meetings and deadlines", none: "Nobody subscribes to a calendar." },
};
