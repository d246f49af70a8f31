// The frame of every page for who is signed in, or about to be: head, menu, what was done just now, foot, and its headers.
import type { Context } from "hono";
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Language } from "../words-shape.ts";
import { assetUrl } from "./assets.ts";
import type { At } from "./at.ts";
import { mayMake, newKey } from "./at.ts";
import { Press } from "./forms.tsx";
import { Gone } from "./gone.tsx";
import { SITE_WORDS, type SiteWords } from "./words.ts";

/** The same in every language. */
export const BRAND = "Fremdrift";

/**
 * The network that a page is of: its other pages are in the menu. `rehearsal`: nothing leaves the house; `plays`: its time passes by
 * itself; `mayStep`: the reader may move it.
 */
export type OfNetwork = { id: string; title: string; rehearsal?: boolean; plays?: boolean; mayStep?: boolean };

export type Framed = {
  title: string;
  body: Child;
  language?: Language;
  status?: number;
  at?: At;
  network?: OfNetwork;
  /** Which page of the network, or of the main menu, this is. */
  part?: keyof SiteWords["parts"] | "mine" | "overview" | "themes" | "fresh" | "profile";
};

/** Answers a request with a whole page. It loads only what is ours and is kept nowhere. */
export function framed(c: Context, page: Framed & { language: Language }): Response | Promise<Response> {
  const { language, title, body, status = 200, at, network } = page;
  const words = SITE_WORDS[language];
  const whole = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title}${network && network.title !== title ? ` · ${network.title}` : ""} · ${BRAND}`}</title>
        <link rel="stylesheet" href={assetUrl("dkfds/css/dkfds.min.css")} />
        <link rel="stylesheet" href={assetUrl("fremdrift.css")} />
        <link rel="icon" href={assetUrl("icon.svg")} />
        <script src={assetUrl("fremdrift.js")} defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <Top c={c} page={page} />
        {network?.rehearsal === true && (
          <aside class="rehearse" aria-label={words.rehearsalName}>
            <Rehearsing network={network} at={at} words={words} />
          </aside>
        )}
        {network && <Sub network={network} part={page.part} words={words} />}
        <main id="content" tabindex={-1} class="container">
          {at?.said !== undefined && (
            <div class="said" role="status">
              <p>{at.said}</p>
            </div>
          )}
          {at?.form?.gone && <Gone at={at} form={at.form} />}
          {body}
        </main>
        <footer class="foot">
          <div class="container">
            <ul>
              <li>
                <a href="/accessibility">{words.accessibility}</a>
              </li>
              <li>
                <a href="/privacy">{words.privacy}</a>
              </li>
            </ul>
          </div>
        </footer>
      </body>
    </html>
  );
  return c.html(html`<!doctype html>${whole}`, status as 200, HEADERS);
}

/** What a rehearsal is, the way to its log, and time moved from wherever one is. */
function Rehearsing({ network, at, words }: { network: OfNetwork; at: At | undefined; words: SiteWords }) {
  const place = `/networks/${encodeURIComponent(network.id)}/rehearsal`;
  return (
    <div class="container">
      <p>
        {`${network.plays ? words.rehearsalPlays : words.rehearsal} `}
        <a href={place}>{words.toRehearsal}</a>
      </p>
      {at && network.mayStep === true && at.path !== place && (
        <Press at={at} id="rehearse-next" action={`${place}/step`} fields={{ until: "next" }} label={words.nextEvent} />
      )}
    </div>
  );
}

function Top({ c, page: { language, at, part } }: { c: Context; page: Framed & { language: Language } }) {
  const words = SITE_WORDS[language];
  const other = language === "da" ? "en" : "da";
  const query = new URLSearchParams({ ...c.req.query(), lang: other });
  const current = (name: string) => (part === name ? { "aria-current": "page" as const } : {});
  return (
    <header class="top">
      <div class="container">
        <a class="brand" href="/">
          {BRAND}
        </a>
        {at && (
          <nav aria-label={words.menu}>
            <ul>
              <li>
                <a href="/" {...current("mine")}>
                  {words.mine}
                </a>
              </li>
              <li>
                <a href="/overview" {...current("overview")}>
                  {words.overview}
                </a>
              </li>
              <li>
                <a href="/themes" {...current("themes")}>
                  {words.themes}
                </a>
              </li>
              {mayMake(at.me) && (
                <li>
                  <a href="/networks/new" {...current("fresh")}>
                    {words.fresh}
                  </a>
                </li>
              )}
            </ul>
          </nav>
        )}
        <div class="who">
          <a href={`?${query}`} lang={other} hreflang={other}>
            {words.other}
          </a>
          {at && (
            <>
              <a href="/profile" {...current("profile")}>
                {at.me.admin ? words.administrator : at.me.name || words.profile}
              </a>
              <form method="post" action="/sign-out">
                <input type="hidden" name="key" value={newKey()} />
                <button type="submit">{words.signOut}</button>
              </form>
            </>
          )}
        </div>
      </div>
    </header>
  );
}

const PARTS = [
  "now",
  "meetings",
  "homework",
  "discoveries",
  "ideas",
  "prioritisation",
  "plan",
  "messages",
  "people",
  "monitoring",
  "report",
  "audit",
] as const;

/** The address of a part of a network. */
export const partUrl = (network: string, part: (typeof PARTS)[number]): string =>
  `/networks/${encodeURIComponent(network)}${part === "now" ? "" : `/${part}`}`;

function Sub({ network, part, words }: { network: OfNetwork; part: Framed["part"]; words: SiteWords }) {
  return (
    <nav class="sub" aria-label={words.network}>
      <div class="container">
        <p>{network.title}</p>
        <ul>
          {PARTS.map((one) => (
            <li>
              <a href={partUrl(network.id, one)} {...(one === part && { "aria-current": "page" as const })}>
                {words.parts[one]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}

/** Headers of whatever is answered here. */
export const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cache-control": "no-store",
};
