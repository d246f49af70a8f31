// The frame of every page: its head, the link to the other language, and the headers it goes out with.
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import { STYLE } from "./style.ts";
import { WORDS } from "./words.ts";
import type { Language } from "./words-shape.ts";

/** `query`: of this page, without its language. */
export type Page = { language: Language; title: string; body: Child; query?: Record<string, string>; status?: number };

/** Answers a request with a whole page. It loads and runs nothing, is kept nowhere and told to nobody. */
export function answerPage(
  c: Context,
  { language, title, body, query = {}, status = 200 }: Page,
): Response | Promise<Response> {
  const other = language === "da" ? "en" : "da";
  const whole = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Fremdrift`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <header class="bar">
          <span>{"Fremdrift"}</span>
          <a href={`?${new URLSearchParams({ ...query, lang: other })}`} lang={other} hreflang={other}>
            {WORDS[language].other}
          </a>
        </header>
        <main>{body}</main>
      </body>
    </html>
  );
  return c.html(html`<!doctype html>${whole}`, status as 200, HEADERS);
}

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** Headers of whatever is answered here. */
export const HEADERS = {
  "content-security-policy":
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; ` +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};
