// The pages of sign-ups, from request to response.
import { createHash, randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { NewSignUpJson, ProblemJson, SignUpJson } from "../api/client.ts";
import { answerPage, HEADERS } from "./page.tsx";
import {
  clientOf,
  elsewhere,
  isFromElsewhere,
  languageAsked,
  languageOfBrowser,
  LATER,
  matter,
  MAX_FORM,
  problemOf,
  sentIn,
  tokenOf,
  type Ask,
} from "./request.tsx";
import { SignUp, type SignUpProps } from "./signup.tsx";
import { SIGN_UP_WORDS } from "./signup-words.ts";

const FIELDS = ["name", "email", "organisation"] as const;

/** The page at `/s/…`: a GET shows the meeting, a POST signs up or gives up a place. `fetch` reaches the API. */
export function addSignUpPages(app: Hono, fetch: Ask): void {
  app.get("/s/:token", async (c) => {
    const opened = await open(c, fetch);
    if ("problem" in opened) return matter(c, opened.problem);
    const { page } = opened;
    return show(c, { page, typed: {}, problems: {}, formKey: randomUUID(), done: c.req.query("done") !== undefined });
  });
  app.post("/s/:token", bodyLimit({ maxSize: MAX_FORM, onError: (c) => elsewhere(c, 413) }), async (c) => {
    if (isFromElsewhere(c)) return elsewhere(c, 403);
    const opened = await open(c, fetch);
    if ("problem" in opened) return matter(c, opened.problem);
    const sent = Object.fromEntries(await sentIn(c));
    const problem = await send(c, fetch, opened.page, sent);
    return problem ? await notSent(c, fetch, { page: opened.page, sent, problem }) : done(c);
  });
}

type Sent = Record<string, string>;

/** Sends what was typed; undefined where it was taken. */
async function send(c: Context, fetch: Ask, page: SignUpJson, sent: Sent): Promise<ProblemJson | undefined> {
  const who: NewSignUpJson = page.purpose === "withdraw" ? {} : filled(sent);
  const key = createHash("sha256")
    .update(JSON.stringify([sent["key"] ?? "", who]))
    .digest("base64url");
  const lang = languageAsked(c);
  return await clientOf(c, fetch)
    .signUpByLink(tokenOf(c), who, { key, ...(lang && { lang }) })
    .then(
      () => undefined,
      (error: unknown) => problemOf(error, page.language),
    );
}

const filled = (sent: Sent): NewSignUpJson =>
  Object.fromEntries(FIELDS.flatMap((field) => (sent[field]?.trim() ? [[field, sent[field].trim()]] : [])));

/** The form again, with what was typed, and how the meeting stands now. */
async function notSent(
  c: Context,
  fetch: Ask,
  { page, sent, problem }: { page: SignUpJson; sent: Sent; problem: ProblemJson },
) {
  const again = await open(c, fetch);
  if ("problem" in again && again.problem.status !== LATER) return matter(c, again.problem);
  const now = "page" in again ? again.page : page;
  const problems = Object.fromEntries((problem.errors ?? []).map(({ path, message }) => [path, message]));
  const shown = { page: now, typed: sent, problems, formKey: sent["key"] ?? randomUUID(), notice: problem.detail };
  return show(c, shown, problem.status);
}

async function open(c: Context, fetch: Ask): Promise<{ page: SignUpJson } | { problem: ReturnType<typeof problemOf> }> {
  const lang = languageAsked(c);
  try {
    return { page: await clientOf(c, fetch).signUpPage(tokenOf(c), lang) };
  } catch (error) {
    return { problem: problemOf(error, lang ?? languageOfBrowser(c)) };
  }
}

/** Shown from its own address, so that looking again sends nothing again. */
function done(c: Context): Response {
  const lang = languageAsked(c);
  const query = new URLSearchParams({ done: "1", ...(lang && { lang }) });
  return c.body(null, 303, { ...HEADERS, location: `/s/${encodeURIComponent(tokenOf(c))}?${query}` });
}

function show(c: Context, props: Omit<SignUpProps, "action">, status = 200) {
  const { language, title } = props.page;
  const lang = languageAsked(c);
  const action = `/s/${encodeURIComponent(tokenOf(c))}${lang ? `?lang=${lang}` : ""}`;
  const body = <SignUp {...props} action={action} />;
  const query: Record<string, string> = props.done ? { done: "1" } : {};
  return answerPage(c, { language, title: `${title}: ${SIGN_UP_WORDS[language].title}`, body, query, status });
}
