// The pages of sign-ups, from request to response.
import { createHash, randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { NewSignUpJson, ProblemJson, SignUpJson } from "../api/client.ts";
import { answerPage } from "./page.tsx";
import {
  type Ask,
  LATER,
  MAX_FORM,
  addressOf,
  clientOf,
  done,
  elsewhere,
  isFromElsewhere,
  languageAsked,
  matter,
  opened,
  sentIn,
  tokenOf,
  whyNot,
} from "./request.tsx";
import { SignUp, type SignUpProps } from "./signup.tsx";
import { SIGN_UP_WORDS } from "./signup-words.ts";

const FIELDS = ["name", "email", "organisation"] as const;

/** The page at `/s/…`: a GET shows the meeting, a POST signs up or gives up a place. `fetch` reaches the API. */
export function addSignUpPages(app: Hono, fetch: Ask): void {
  app.get("/s/:token", async (c) => {
    const known = await open(c, fetch);
    if ("problem" in known) return matter(c, known.problem);
    const page = known.about;
    return show(c, { page, typed: {}, problems: {}, formKey: randomUUID(), done: c.req.query("done") !== undefined });
  });
  app.post("/s/:token", bodyLimit({ maxSize: MAX_FORM, onError: (c) => elsewhere(c, 413) }), async (c) => {
    if (isFromElsewhere(c)) return elsewhere(c, 403);
    const known = await open(c, fetch);
    if ("problem" in known) return matter(c, known.problem);
    const sent = Object.fromEntries(await sentIn(c));
    const problem = await send(c, fetch, known.about, sent);
    return problem ? await notSent(c, fetch, { page: known.about, sent, problem }) : done(c, "/s");
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
  const taken = clientOf(c, fetch).signUpByLink(tokenOf(c), who, { key, ...(lang && { lang }) });
  return await whyNot(taken, page.language);
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
  const now = "about" in again ? again.about : page;
  const problems = Object.fromEntries((problem.errors ?? []).map(({ path, message }) => [path, message]));
  const shown = { page: now, typed: sent, problems, formKey: sent["key"] ?? randomUUID(), notice: problem.detail };
  return show(c, shown, problem.status);
}

const open = (c: Context, fetch: Ask) => opened(c, (lang) => clientOf(c, fetch).signUpPage(tokenOf(c), lang));

function show(c: Context, props: Omit<SignUpProps, "action">, status = 200) {
  const { language, title } = props.page;
  const action = addressOf(c, "/s");
  const body = <SignUp {...props} action={action} />;
  const query: Record<string, string> = props.done ? { done: "1" } : {};
  return answerPage(c, { language, title: `${title}: ${SIGN_UP_WORDS[language].title}`, body, query, status });
}
