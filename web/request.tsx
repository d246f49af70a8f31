// What every page reads of its request, and the pages that only say what is the matter.
import type { Context } from "hono";
import { ApiError, createClient, type ClientOptions, type ProblemJson } from "../api/client.ts";
import type { Sent } from "./answer-form.ts";
import { Matter } from "./answer.tsx";
import { answerPage, HEADERS } from "./page.tsx";
import { WORDS } from "./words.ts";
import type { Language } from "./words-shape.ts";

/** Bytes of a form. */
export const MAX_FORM = 200_000;

/** The status of what may go better in a moment. */
export const LATER = 503;

/** Reaches the API. */
export type Ask = NonNullable<ClientOptions["fetch"]>;

/**
 * A browser says where a form was sent from (`none`: its reader loaded the page again); one from elsewhere is nobody's
 * answer. Old browsers say it by the origin only; what says neither is no browser, which nobody can be lured to send from.
 */
export function isFromElsewhere(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site !== "none" && site !== "same-origin";
  const [origin, host] = [c.req.header("origin"), c.req.header("host")];
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

/** The token in the address. */
export const tokenOf = (c: Context) => c.req.param("token") ?? "";

/** Danish where nobody says otherwise. */
export const languageOfBrowser = (c: Context): Language =>
  /^\s*en\b/i.test(c.req.header("accept-language") ?? "") ? "en" : "da";

/** The language that the address asks for. */
export function languageAsked(c: Context): Language | undefined {
  const asked = c.req.query("lang");
  return asked === "da" || asked === "en" ? asked : undefined;
}

/** The API, in the language of the browser. */
export const clientOf = (c: Context, fetch: Ask) => createClient({ url: "", fetch, language: languageOfBrowser(c) });

/** Whatever kept the API from answering, as a problem to show. */
export function problemOf(error: unknown, language: Language): ProblemJson & { language: Language } {
  const said = error instanceof ApiError ? (error.problem as ProblemJson & { language?: Language }) : undefined;
  if (said?.code.startsWith("link-") || said?.code === "bad-input" || (said && said.status < 500))
    return { ...said, language: said.language ?? language };
  const [title, detail, hint] = WORDS[language].problem.unreachable;
  return { type: "about:blank", status: LATER, code: "unreachable", title, detail, hint, language };
}

/** Fields of the form. What is no form has none. */
export async function sentIn(c: Context): Promise<Sent> {
  const form = await c.req.formData().catch(() => new FormData());
  return [...form.entries()].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
}

/** What the API says the page is about, or the problem with it. Changes nothing. */
export async function opened<T>(
  c: Context,
  read: (language: Language | undefined) => Promise<T>,
): Promise<{ about: T } | { problem: ReturnType<typeof problemOf> }> {
  const lang = languageAsked(c);
  try {
    return { about: await read(lang) };
  } catch (error) {
    return { problem: problemOf(error, lang ?? languageOfBrowser(c)) };
  }
}

/** What is the matter with something that was sent; undefined where it was taken. */
export const whyNot = async (sent: Promise<unknown>, language: Language): Promise<ProblemJson | undefined> =>
  await sent.then(
    () => undefined,
    (error: unknown) => problemOf(error, language),
  );

/** The page's own address, which a form is sent to. `place`: as `/a`. */
export function addressOf(c: Context, place: string): string {
  const lang = languageAsked(c);
  return `${place}/${encodeURIComponent(tokenOf(c))}${lang ? `?lang=${lang}` : ""}`;
}

/** Shown from its own address, so that looking again sends nothing again. */
export function done(c: Context, place: string): Response {
  const lang = languageAsked(c);
  const query = new URLSearchParams({ done: "1", ...(lang && { lang }) });
  return c.body(null, 303, { ...HEADERS, location: `${place}/${encodeURIComponent(tokenOf(c))}?${query}` });
}

/** A page that says what is the matter, with its status. */
export function matter(c: Context, { language, title, detail, hint, status }: ProblemJson & { language: Language }) {
  return answerPage(c, { language, title, body: <Matter title={title} detail={detail} hint={hint} />, status });
}

/** Of a form that came from elsewhere, or is too large. */
export function elsewhere(c: Context, status: number) {
  const language = languageAsked(c) ?? languageOfBrowser(c);
  const [title, detail, hint] = WORDS[language].problem.elsewhere;
  return answerPage(c, { language, title, body: <Matter title={title} detail={detail} hint={hint} />, status });
}
