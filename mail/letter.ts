// The shape of every letter, as plain text and as HTML that needs nothing from outside.
import type { Language } from "./dates.ts";

/** A letter ready to be set. All strings are plain text; escaping happens here and nowhere else. */
export type Letter = {
  language: Language;
  subject: string;
  hello: string;
  badge?: string;
  title: string;
  paragraphs: string[];
  rows: { label: string; value: string }[];
  ask?: string;
  link: { words: string; href: string };
  footer: string;
};

/** The letter as plain text, lines ended by `\n`. */
export function textOf(letter: Letter): string {
  const rows = letter.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const asked = letter.ask === undefined ? [] : [letter.ask];
  const link = `${letter.link.words}:\n${letter.link.href}`;
  return [`${letter.hello},`, ...letter.paragraphs, rows, ...asked, link, `-- \n${letter.footer}`].join("\n\n") + "\n";
}

/**
 * The letter as a whole HTML page: inline styles only, no scripts, pictures or fonts, readable at 320 px.
 * Tables lay it out because the mail programs of many workplaces know nothing else.
 */
export function htmlOf(letter: Letter): string {
  const badge = letter.badge === undefined ? "" : `<p style="${STYLE.badge}">${escape(letter.badge)}</p>`;
  const ask = letter.ask === undefined ? "" : paragraph(letter.ask);
  return `<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escape(letter.subject)}</title>
</head>
<body style="${STYLE.body}">
<main>
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="${STYLE.outer}"><tr><td align="center">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="${STYLE.card}"><tr><td style="${STYLE.inner}">
${badge}<h1 style="${STYLE.title}">${escape(letter.title)}</h1>
${[`${letter.hello},`, ...letter.paragraphs].map(paragraph).join("\n")}
<table cellspacing="0" cellpadding="0" style="${STYLE.rows}">
${letter.rows.map(row).join("\n")}
</table>
${ask}
<p style="${STYLE.action}"><a href="${escape(letter.link.href)}" style="${STYLE.link}">${escape(letter.link.words)}</a></p>
</td></tr></table>
<p style="${STYLE.footer}">${escape(letter.footer)}</p>
</td></tr></table>
</main>
</body>
</html>
`;
}

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

const STYLE = {
  body: `margin:0;padding:0;background:#eef2f0;color:#1c2b2a;${FONT};font-size:17px;line-height:1.5`,
  outer: "background:#eef2f0;padding:20px 12px",
  card: "max-width:600px;background:#ffffff;border-top:6px solid #0b5d57;border-radius:4px;text-align:left",
  inner: `padding:24px 20px 28px;${FONT};font-size:17px;line-height:1.5;color:#1c2b2a`,
  badge:
    "display:inline-block;margin:0 0 12px;padding:2px 10px;border:2px solid #7a4b00;border-radius:3px;color:#7a4b00;font-size:14px;font-weight:700;letter-spacing:.04em",
  title: "margin:0 0 16px;font-size:25px;line-height:1.25;font-weight:700;color:#12302d;overflow-wrap:anywhere",
  paragraph: "margin:0 0 14px;overflow-wrap:anywhere",
  rows: "width:100%;margin:20px 0;border-collapse:collapse;border-top:1px solid #d5dfdb",
  label:
    "width:30%;padding:9px 12px 9px 0;border-bottom:1px solid #d5dfdb;text-align:left;vertical-align:top;font-weight:400;font-size:15px;color:#4b5f5c",
  value:
    "padding:9px 0;border-bottom:1px solid #d5dfdb;vertical-align:top;font-size:16px;font-weight:600;white-space:pre-line;overflow-wrap:anywhere",
  action: "margin:24px 0 0",
  link: "display:inline-block;padding:12px 22px;background:#0b5d57;border-radius:4px;color:#ffffff;font-weight:700;text-decoration:none",
  footer: `max-width:560px;margin:16px auto 0;padding:0 8px;${FONT};font-size:14px;line-height:1.45;color:#4b5f5c;text-align:left;overflow-wrap:anywhere`,
};

const paragraph = (words: string) => `<p style="${STYLE.paragraph}">${escape(words)}</p>`;
const row = ({ label, value }: Letter["rows"][number]) =>
  `<tr><th scope="row" style="${STYLE.label}">${escape(label)}</th><td style="${STYLE.value}">${escape(value)}</td></tr>`;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (words: string) => words.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
