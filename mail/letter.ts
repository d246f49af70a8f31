// The shape of every letter, as plain text and as HTML that needs nothing from outside.
import type { Language } from "./dates.ts";
import { SHEET, STYLE } from "./letter-style.ts";

export type Action = { words: string; href: string };
type Row = { label: string; value: string };

/**
 * A letter ready to be set. All strings are plain text; escaping happens here and nowhere else.
 * `actions` answer right away, all equally prominent; without any, `link` is the one prominent thing.
 */
export type Letter = {
  language: Language;
  subject: string;
  hello: string;
  badge?: string;
  title: string;
  paragraphs: string[];
  rows: Row[];
  ask?: string;
  actions: Action[];
  link: Action;
  footer: string;
};

/** One matter of several in one letter. */
export type Section = { title: string; badge?: string; paragraphs: string[]; rows: Row[]; link: Action };

/** A letter with a section for each matter. */
export type SectionedLetter = Pick<Letter, "language" | "subject" | "hello" | "title" | "paragraphs" | "footer"> & {
  sections: Section[];
};

/** The letter as plain text, lines ended by `\n`. */
export function textOf(letter: Letter): string {
  const asked = letter.ask === undefined ? [] : [letter.ask];
  const links = [...letter.actions, letter.link].map(linkText);
  const rows = rowsText(letter.rows);
  return blocks([`${letter.hello},`, ...letter.paragraphs, ...rows, ...asked, ...links, signature(letter)]);
}

/** The letter of sections as plain text, lines ended by `\n`. */
export function sectionedTextOf(letter: SectionedLetter): string {
  const sections = letter.sections.flatMap(({ title, badge, paragraphs, rows, link }) => [
    `* ${badge === undefined ? title : `${title} (${badge})`}`,
    ...paragraphs,
    ...rowsText(rows),
    linkText(link),
  ]);
  return blocks([`${letter.hello},`, ...letter.paragraphs, ...sections, signature(letter)]);
}

/**
 * The letter as a whole HTML page: no scripts, pictures or fonts, readable at 320 px, light and dark.
 * Tables lay it out because the mail programs of many workplaces know nothing else.
 */
export function htmlOf(letter: Letter): string {
  const { actions, link } = letter;
  return pageOf(letter, [
    badgeHtml(letter.badge),
    `<h1 class="title" style="${STYLE.title}">${escape(letter.title)}</h1>`,
    ...[`${letter.hello},`, ...letter.paragraphs].map(paragraph),
    rowsHtml(letter.rows),
    letter.ask === undefined ? "" : paragraph(letter.ask),
    `<div style="${STYLE.actions}">${(actions.length > 0 ? actions : [link]).map(button).join("\n")}</div>`,
    actions.length > 0 ? plainLink(link) : "",
  ]);
}

/** The letter of sections as a whole HTML page, as `htmlOf`. */
export function sectionedHtmlOf(letter: SectionedLetter): string {
  return pageOf(letter, [
    `<h1 class="title" style="${STYLE.title}">${escape(letter.title)}</h1>`,
    ...[`${letter.hello},`, ...letter.paragraphs].map(paragraph),
    ...letter.sections.map(({ title, badge, paragraphs, rows, link }) =>
      lines([
        `<div class="line" style="${STYLE.section}">`,
        badgeHtml(badge),
        `<h2 class="title" style="${STYLE.heading}">${escape(title)}</h2>`,
        ...paragraphs.map(paragraph),
        rowsHtml(rows),
        button(link),
        "</div>",
      ]),
    ),
  ]);
}

function pageOf({ language, subject, footer }: Pick<Letter, "language" | "subject" | "footer">, inner: string[]) {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(subject)}</title>
<style>${SHEET}</style>
</head>
<body class="ground ink" style="${STYLE.body}">
<main>
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" class="ground" style="${STYLE.outer}"><tr><td align="center">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" class="card" style="${STYLE.card}"><tr><td class="ink" style="${STYLE.inner}">
${lines(inner)}
</td></tr></table>
<p class="soft" style="${STYLE.footer}">${escape(footer)}</p>
</td></tr></table>
</main>
</body>
</html>
`;
}

const blocks = (parts: string[]) => `${parts.join("\n\n")}\n`;
const linkText = ({ words, href }: Action) => `${words}:\n${href}`;
const rowsText = (rows: Row[]) =>
  rows.length === 0
    ? []
    : [rows.map(({ label, value }) => `${label}:${value.includes("\n") ? "\n" : " "}${value}`).join("\n")];
const signature = ({ footer }: Pick<Letter, "footer">) => `-- \n${footer}`;

const lines = (parts: string[]) => parts.filter(Boolean).join("\n");
const paragraph = (words: string) => `<p style="${STYLE.paragraph}">${escape(words)}</p>`;
const badgeHtml = (badge?: string) =>
  badge === undefined ? "" : `<p class="badge" style="${STYLE.badge}">${escape(badge)}</p>`;
const button = ({ words, href }: Action) =>
  `<table role="presentation" cellspacing="0" cellpadding="0" class="choice" style="${STYLE.choice}">` +
  `<tr><td class="button" style="${STYLE.button}">` +
  `<a href="${escape(href)}" class="onButton" style="${STYLE.link}">${escape(words)}</a></td></tr></table>`;
const plainLink = ({ words, href }: Action) =>
  `<p style="${STYLE.elsewhere}"><a href="${escape(href)}" class="accent" style="${STYLE.plainLink}">${escape(words)}</a></p>`;
const row = ({ label, value }: Row) =>
  `<tr><th scope="row" class="soft line" style="${STYLE.label}">${escape(label)}</th>` +
  `<td class="line" style="${STYLE.value}">${escape(value)}</td></tr>`;
const rowsHtml = (rows: Row[]) =>
  rows.length === 0
    ? ""
    : `<table cellspacing="0" cellpadding="0" class="line" style="${STYLE.rows}">\n${rows.map(row).join("\n")}\n</table>`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (words: string) => words.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
