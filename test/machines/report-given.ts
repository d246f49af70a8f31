// Reports of the shipped programmes' samples, for tests: as content and as a page.
import { reportOf } from "../../machines/report/report.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { reportHtml } from "../../programmes/export/report/html.ts";
import { sampleOf, type Played } from "./shipped.ts";

export const SHIPPED = [
  "innovationsnetvaerk",
  "faellesskabsagenter",
  "borgerservice",
  "beskaeftigelsesindsats",
  "partnerskab",
];

type Asked = { language?: "da" | "en"; names?: boolean; hours?: boolean };

/** The report of a network as it stood when it was played to. */
export const reportIn = (played: Played, { language = "da", ...asked }: Asked = {}) =>
  reportOf({
    ...played.book,
    title: "Prøve",
    view: { ...played.book.view, now: played.network.state.now },
    rows: played.ledger,
    language,
    ...asked,
  });

/** A sample up to a day, with other lines after it; as content, and as the page people read. */
export async function reported(
  id: string,
  until: string,
  { more = [], ...asked }: Asked & { more?: ScriptLine[] } = {},
) {
  const { play, upTo } = await sampleOf(id);
  const played = play(upTo(`${until}T24`, ...more), until);
  const report = reportIn(played, asked);
  return { played, report, page: reportHtml(report) };
}

/** A page's text as it is read, without its markup and with single spaces. */
export const textOf = (page: string): string =>
  page
    .replace(/<style>[^]*<\/style>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
