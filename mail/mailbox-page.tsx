// What the pages of the mailbox share: their frame, the policies they are sent under, and the language that is asked for.
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Language } from "./dates.ts";
import { WORDS } from "./mailbox-words.ts";
import { STYLE } from "./mailbox-style.ts";

/** The language of a page: `?lang=en`, else Danish. */
export const languageOf = (c: Context): Language => (c.req.query("lang") === "en" ? "en" : "da");

/** A whole page. `other`: the same page in its other language. */
export function page(
  c: Context,
  { title, body, other, status = 200 }: { title: string; body: Child; other: string; status?: 200 | 404 },
) {
  const language = languageOf(c);
  const words = WORDS[language];
  const whole = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Fremdrift`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <header class="bar">
          <span>Fremdrift</span>
          <a href={other} lang={words.otherCode}>
            {words.other}
          </a>
        </header>
        <main>{body}</main>
      </body>
    </html>
  );
  return c.html(html`<!doctype html>${whole}`, status, headers(PAGE_POLICY));
}

/** A mail's HTML as a page of its own for a sandboxed frame: its links open in a new window, nothing else of it may act. */
export function htmlPart(c: Context, mail: string) {
  const opening = mail.replace(/^(\s*<!doctype[^>]*>)?/i, (doctype) => `${doctype}<base target="_blank">`);
  return c.html(opening, 200, headers(HTML_PART_POLICY));
}

/** What the frame around such a page may let it do. */
export const SANDBOX = "allow-popups allow-popups-to-escape-sandbox";

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const PAGE_POLICY =
  `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; frame-src 'self'; ` +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const HTML_PART_POLICY = `sandbox ${SANDBOX}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'`;

/** Headers of everything the mailbox answers, under a policy. */
export const headers = (policy: string) => ({
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
});
