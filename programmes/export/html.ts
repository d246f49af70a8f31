// A programme as a page to print: a table like the source's, period by period, with what came of it beside where there is any.
import type { Language } from "../problem.ts";
import { dayText } from "./dates.ts";
import type { Executed } from "./executed.ts";
import { bodyOf, type Page } from "./html-rows.ts";
import { STYLE } from "./html-style.ts";
import { markup, type Markup } from "./markup.ts";
import { periodsOf } from "./periods.ts";
import { remarkText, rowsOf, type Layout } from "./rows.ts";
import { PAGE_WORDS } from "./words.ts";

export type PageOptions = {
  language: Language;
  /** Heading; without it the programme's title. */
  title?: string;
  /** Then the table has a column for it. */
  executed?: Executed;
};

/** A whole page that needs nothing else: no scripts, no pictures, nothing to fetch. */
export function htmlOf(layout: Layout, { language, title, executed }: PageOptions): string {
  const { programme } = layout;
  const words = PAGE_WORDS[language];
  const heading = title ?? programme.title[language];
  const facts = [
    ...(title === undefined ? [] : [programme.title[language]]),
    layout.start === undefined ? words.noStart : words.start(dayText(layout.start, "year", language)),
    words.version(programme.version),
  ];
  const body = markup`<main>
    <h1>${heading}</h1>
    <p class="lead">${programme.description[language]}</p>
    <p class="about">${facts.join(" · ")}</p>
    ${planTable(layout, { language, executed })}
    ${successOf(layout, language)}${openOf(layout, language)}
  </main>`;
  return documentOf(heading, body, { language, style: STYLE });
}

/** The table of a plan, period by period; with what came of it where that is given. */
export function planTable(layout: Layout, { language, executed }: Pick<Page, "language" | "executed">): Markup {
  const rows = rowsOf(layout, language);
  const page: Page = {
    language,
    executed,
    rows: new Map(rows.map((row) => [row.id, row])),
    phased: layout.programme.phases.length > 0,
  };
  return markup`<table>
      <caption>${PAGE_WORDS[language].caption}</caption>
      <thead>${headOf(page)}</thead>
      ${periodsOf(rows).map((period) => bodyOf(period, page))}
    </table>`;
}

/** A whole document that needs nothing else. `style`: its one sheet. */
export function documentOf(
  title: string,
  body: Markup,
  { language, style }: { language: Language; style: string },
): string {
  const { text } = markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${{ text: style }}</style>
</head>
<body>${body}</body>
</html>
`;
  return text;
}

function headOf({ language, executed, phased }: Page): Markup {
  const words = PAGE_WORDS[language];
  const what = executed ? words.planned : words.what;
  return markup`<tr>
    <th scope="col" class="when">${words.when}</th>
    ${phased ? markup`<th scope="col" class="phases">${words.phase}</th>` : undefined}
    <th scope="col">${what}</th>
    ${executed && markup`<th scope="col" class="done">${words.done}</th>`}
  </tr>`;
}

function successOf({ programme }: Layout, language: Language): Markup | undefined {
  if (programme.success.length === 0) return undefined;
  const items = programme.success.map(({ title }) => markup`<li>${title[language]}</li>`);
  return markup`<h2>${PAGE_WORDS[language].success}</h2><ol class="notes">${items}</ol>`;
}

/** What is asked about the whole, its phases and its roles. What is asked about an item, and a date that is missing, stand in the table. */
function openOf({ programme }: Layout, language: Language): Markup | undefined {
  const about = programme.openQuestions.filter(({ path }) => !path.startsWith("items.") && !path.endsWith(".when"));
  if (about.length === 0) return undefined;
  const parts = [
    ...programme.phases,
    ...programme.tracks,
    ...programme.roles.map((role) => ({ ...role, id: role.code })),
  ];
  const items = about.map(({ code, path, text }) => {
    const part = parts.find(({ id }) => path.endsWith(`.${id}`));
    const said = remarkText({ code, text: text[language] }, language);
    return markup`<li>${part ? `${part.title[language]}: ${said}` : said}</li>`;
  });
  return markup`<h2>${PAGE_WORDS[language].open}</h2><ul class="notes">${items}</ul>`;
}
