// How a page is opened and how its forms are sent. Whoever is not signed in signs in first, and then goes on where they were.
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Child } from "hono/jsx";
import { ApiError, type PreviewJson } from "../../api/client.ts";
import { isFromElsewhere, MAX_FORM, problemOf, sentIn, type Ask } from "../request.tsx";
import {
  clientWith,
  hear,
  newKey,
  readCookie,
  say,
  speak,
  writeCookie,
  type At,
  type Cookies,
  type FormState,
  type Me,
  type Sent,
} from "./at.ts";
import { framed, HEADERS, type Framed } from "./frame.tsx";
import { fileOf, listed } from "./list-text.ts";
import { matterPage } from "./matter.tsx";
import { SITE_WORDS } from "./words.ts";

export type PageBody = Omit<Framed, "body"> & { body: Child };
/** Makes a page, or answers in its own way. */
export type Render = (at: At) => Promise<PageBody | Response>;
/**
 * Does what a form asks. `to`: the page to go on with; `said`: what that page says was done. `seen`: nothing was done, and the form comes
 * back with what it would lead to.
 */
export type Act = (at: At, sent: Fields, key: string) => Promise<{ to: string; said?: string } | { seen: PreviewJson }>;

export type Site = {
  app: Hono;
  ask: Ask;
  cookies: Cookies;
  /** A page for who is signed in. */
  page(path: string, render: Render): void;
  /** Where forms of such pages are sent; `files`: with a file, which `at.c` has; `lists`: which may fill the field of that name. */
  form(path: string, act: Act, bring?: "files" | { lists: string }): void;
  /** Bytes of the largest file that is taken. */
  largestFile: number;
  /** Months that a network is kept after its end; 0: for good. */
  keptMonths: number;
  /** What a page goes on reading of the API while it is open; `place`: where. */
  stream(path: string, place: (c: Context) => string): void;
};

/** Fields of a form that was sent, by name. */
export type Fields = {
  sent: Sent;
  /** The first of that name, trimmed; empty where there is none. */
  text(name: string): string;
  all(name: string): string[];
};

export const fieldsOf = (sent: Sent): Fields => {
  const all = (name: string) => sent.flatMap(([one, value]) => (one === name ? [value] : []));
  return { sent, all, text: (name) => (all(name)[0] ?? "").trim() };
};

/** A site whose pages speak to the API through `ask`. */
export function createSite(app: Hono, ask: Ask, cookies: Cookies & Pick<Site, "largestFile" | "keptMonths">): Site {
  const upTo = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => refused(c, 413) });
  const limits = { text: upTo(MAX_FORM), files: upTo(cookies.largestFile + MAX_FORM) };
  const refused = (c: Context, status: number) => {
    const language = speak(c, cookies);
    return matterPage(c, language, SITE_WORDS[language].elsewhere, status);
  };

  const open = async (c: Context, render: Render): Promise<Response> => {
    const language = speak(c, cookies);
    const token = readCookie(c, "session", cookies);
    if (token === undefined) return toSignIn(c);
    const api = clientWith(ask, language, token);
    const { form } = (c.env ?? {}) as { form?: FormState };
    try {
      const at: At = { c, language, api, path: c.req.path, me: await whoIs(api), ...(form && { form }) };
      const kept = form ?? (await draftOf(c, at));
      const said = hear(c, cookies);
      const seen = { ...at, ...(kept && { form: kept }), ...(said !== undefined && { said }) };
      const page = await render(seen);
      return page instanceof Response ? page : await framed(c, { ...page, at: seen, language });
    } catch (error) {
      if (isSignedOut(error)) return toSignIn(c);
      return matter(c, language, error);
    }
  };

  const matter = (c: Context, language: At["language"], error: unknown) => {
    if (!(error instanceof ApiError) && !isUnreached(error)) throw error;
    const { title, detail, hint, status } = problemOf(error, language);
    return matterPage(c, language, [title, detail, hint], status);
  };

  const toSignIn = (c: Context) => {
    const { pathname, search } = new URL(c.req.url);
    const back = pathname === "/" && search === "" ? "" : `?back=${encodeURIComponent(pathname + search)}`;
    return c.body(null, 303, { ...HEADERS, location: `/sign-in${back}` });
  };

  const taken = async (c: Context, act: Act, lists?: string): Promise<Response> => {
    const language = speak(c, cookies);
    const token = readCookie(c, "session", cookies);
    const all = await sentIn(c);
    const { sent, wrong } = lists === undefined ? { sent: all } : await listed(c, all, lists);
    const fields = fieldsOf(sent);
    const page = ownPath(fields.text("page"));
    const key = keyIn(fields);
    const api = clientWith(ask, language, token);
    try {
      if (wrong) throw notRead(wrong, lists, language);
      const at: At = { c, language, api, path: c.req.path, me: NOBODY };
      const done = await act(at, fields, key);
      if ("seen" in done) return await again(c, page, { ...sentBack(fields), seen: done.seen });
      const { to, said } = done;
      if (said !== undefined) say(c, said, cookies);
      return c.body(null, 303, { ...HEADERS, location: ownPath(to) });
    } catch (error) {
      if (isSignedOut(error))
        return await leftBehind(c, {
          api: clientWith(ask, language, token ?? readCookie(c, "left", cookies)),
          page,
          fields,
          key,
        });
      if (!(error instanceof ApiError) && !isUnreached(error) && !(error instanceof NotTaken)) throw error;
      const problem = error instanceof NotTaken ? error.problem : problemOf(error, language);
      return await again(c, page, { ...sentBack(fields), problem });
    }
  };

  /** The page that the form came from, with what was typed, and what is the matter or what it would lead to. */
  const again = async (c: Context, page: string, form: FormState): Promise<Response> => {
    const cookie = c.req.header("cookie") ?? "";
    const accept = c.req.header("accept-language") ?? "da";
    const shown = await app.request(page, { headers: { cookie, "accept-language": accept } }, { form });
    const status = form.problem?.status ?? shown.status;
    const type = shown.headers.get("content-type") ?? "";
    if (type.startsWith("text/html")) {
      const html = await shown.text();
      const isSaid = !form.problem || form.gone || !shown.ok || html.includes("data-wrong");
      return isSaid
        ? new Response(html, { status, headers: shown.headers })
        : await again(c, page, { ...form, gone: true });
    }
    // What is no page, such as a file, says nothing of a form.
    await shown.body?.cancel();
    const language = speak(c, cookies);
    const title = form.problem?.title || SITE_WORDS[language].notDone;
    const { detail = "", hint = "" } = form.problem ?? {};
    return matterPage(c, language, [title, detail, hint], status);
  };

  const sentBack = (fields: Fields) => ({ id: fields.text("form"), sent: fields.sent });

  /** Nobody is signed in any more: what was typed waits for who typed it. */
  const leftBehind = async (
    c: Context,
    { api, page, fields, key }: { api: At["api"]; page: string; fields: Fields; key: string },
  ): Promise<Response> => {
    const kept = fields.sent.map(([name, value]) => [name, value] as [string, string]);
    const draft = await api.leaveDraft({ page, fields: kept }, key).catch(() => undefined);
    const back = draft ? `${page}${page.includes("?") ? "&" : "?"}draft=${draft.id}` : page;
    const query = new URLSearchParams({ back, ...(draft && { kept: "1" }) });
    return c.body(null, 303, { ...HEADERS, location: `/sign-in?${query}` });
  };

  const flow = async (c: Context, place: string): Promise<Response> => {
    const token = readCookie(c, "session", cookies);
    if (token === undefined) return c.body(null, 401, HEADERS);
    const last = c.req.header("last-event-id");
    const headers = {
      authorization: `Bearer ${token}`,
      "accept-language": speak(c, cookies),
      ...(last !== undefined && { "last-event-id": last }),
    };
    const answer = await ask(place, { headers, signal: c.req.raw.signal });
    return answer.ok ? answer : c.body(null, answer.status as 401, HEADERS);
  };

  const post: Site["form"] = (path, act, bring) => {
    const lists = typeof bring === "object" ? bring.lists : undefined;
    const limit = bring === undefined ? limits.text : limits.files;
    app.post(path, limit, async (c) => (isFromElsewhere(c) ? refused(c, 403) : await taken(c, act, lists)));
  };

  return {
    app,
    ask,
    cookies,
    page: (path, render) => void app.get(path, (c) => open(c, render)),
    form: post,
    largestFile: cookies.largestFile,
    keptMonths: cookies.keptMonths,
    stream: (path, place) => void app.get(path, (c) => flow(c, place(c))),
  };
}

/** What was sent is not what the form asks for: found before the API was asked. `fields`: what is wrong, by field. */
export class NotTaken extends Error {
  override readonly name = "NotTaken";
  readonly problem;

  constructor(title: string, fields: Record<string, string> = {}, { detail = "", status = 422 } = {}) {
    super(title);
    const errors = Object.entries(fields).map(([path, message]) => ({ path, message }));
    const urn = "urn:fremdrift:problem:bad-input";
    this.problem = { type: urn, title, detail, hint: "", status, code: "bad-input", errors };
  }
}

function notRead(wrong: "large" | "strange", field = "", language: At["language"]): NotTaken {
  const said = SITE_WORDS[language].list[wrong];
  return new NotTaken(said, { [fileOf(field)]: said }, { status: wrong === "large" ? 413 : 422 });
}

const NOBODY: Me = { name: "", email: "", admin: false, offices: [] };

/** Who holds the token of a client; an administrator's key belongs to nobody. */
export async function whoIs(api: At["api"]): Promise<Me> {
  return await api.me().then(
    ({ name, email, offices }) => ({ name, email, admin: false, offices }),
    (error: unknown) => {
      if (error instanceof ApiError && error.problem.status === 403) return { ...NOBODY, admin: true };
      throw error;
    },
  );
}

async function draftOf(c: Context, { api }: At): Promise<FormState | undefined> {
  const id = c.req.query("draft");
  const draft = id === undefined ? undefined : await api.draft(id).catch(() => undefined);
  if (!draft) return undefined;
  const form = draft.fields.find(([name]) => name === "form")?.[1] ?? "";
  return { id: form, sent: draft.fields, notice: "kept" };
}

const isSignedOut = (error: unknown) => error instanceof ApiError && error.problem.status === 401;
const isUnreached = (error: unknown) => error instanceof Error && error.name === "NotReached";

/** A path of ours, as a header may hold it, or the first page: nobody is led elsewhere by a form. */
export const ownPath = (path: string): string =>
  /^\/(?![/\\])[^\s\\]*$/.test(path)
    ? path.replaceAll(/\p{Cs}/gu, "\uFFFD").replaceAll(/[^!-~]+/gu, encodeURIComponent)
    : "/";

/** The key of a form, by which it happens once; a new one where it has none that a header may hold. */
export function keyIn(fields: Fields): string {
  const key = fields.text("key");
  return /^[!-~]{1,100}$/.test(key) ? key : newKey();
}

/** Signs somebody in here: the browser holds the session from now on. */
export const holdSession = (c: Context, token: string, cookies: Cookies): void =>
  writeCookie(c, "session", token, { ...cookies, seconds: 60 * 24 * 60 * 60 });
